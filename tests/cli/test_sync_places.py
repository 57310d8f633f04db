"""`sync --places`: sized first, one request at a time, and nothing that is held is lost to a bad answer."""

import json
import os

import pytest

from overpass_kit import BASE, DESERT, Overpass, document, mosques, node, way
from safetravel_cli import paths
from safetravel_cli.net import http
from safetravel_cli.sync import places

DESERT_TEXT = f"{DESERT[0]},{DESERT[1]}"


@pytest.fixture
def server(monkeypatch):
    """Return the server; `slept` lists the pauses, none of which is waited for."""
    with Overpass() as held:
        held.slept = []
        monkeypatch.setattr(places, "pause", held.slept.append)
        yield held


@pytest.fixture
def sync(cli, server):
    """Return `sync(*options)`, for places of worship in the desert."""

    def run(*options, kind="worship", place=DESERT_TEXT, **more):
        return cli("sync", "--places", place, "--kind", kind, *options, env=server.environ, **more)

    return run


def packs():
    """Return the packs that are there."""
    folder = paths.places_dir(os.environ)
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def near(cli, *words):
    """Return places in the desert as the look-up tells them."""
    return cli("worship", DESERT_TEXT, "--json", *words).json()["data"]


def test_it_asks_how_many_then_for_them_in_a_bounded_area(sync, server, cli):
    server.places["worship"] = mosques(30)
    run = sync("--json")
    data = run.json()["data"]
    assert run.code == 0
    assert [("out count" in text, "around:10800,20.00,52.00" in text) for text in server.queries] == [(1, 1), (0, 1)]
    assert data["requests"] == len(server.asked) == 2
    assert data["bytes"] == sum(one.sent for one in server.asked)
    assert all(one.agent == http.USER_AGENT and "safetravel" in one.agent for one in server.asked)
    [row] = data["kinds"]
    assert (row["status"], row["counted"], row["rows"], row["as_of"]) == ("updated", 30, 30, BASE[:10])
    assert packs() == [row["pack"] + ".sqlite"]
    found = near(cli, "--limit", "5")
    assert [one["pack"] for one in found["items"]] == [row["pack"]] * 5
    assert [one["name"] for one in found["items"]] == [f"Masjid Contoh {at}" for at in range(5)]
    assert {(one["source"], one["as_of"], one["country_code"]) for one in found["items"]} == {
        ("OpenStreetMap contributors", BASE[:10], "SA")
    }
    assert (found["coverage"]["fetched"], found["coverage"]["fetched_on"]) == (30, BASE[:10])


def test_nobody_is_told_where_one_stands(cli, server):
    server.places["worship"] = mosques(1)
    assert cli("sync", "--places", "20.001234,52.004321", "--kind", "worship", env=server.environ).code == 0
    assert all("around:10800,20.00,52.00" in text for text in server.queries)


def test_the_look_up_names_the_command_that_fetches_more(cli):
    assert near(cli)["more"] == {"place": DESERT_TEXT, "kind": "worship"}
    out = " ".join(cli("worship", "kuala", "lumpur").out.split())
    assert 'safetravel sync --places "kuala lumpur" --kind worship' in out
    assert "--kind halal" in " ".join(cli("eat", "jeddah", "--halal").out.split())
    assert cli("airports", "jeddah", "--json").json()["data"]["more"] is None


def test_every_kind_has_its_look_up():
    from safetravel_cli.domain.places import FETCHED
    from safetravel_cli.pages.sync_places import SHOWN_BY
    from safetravel_cli.services.places import FETCHED_BY

    assert list(SHOWN_BY) == list(FETCHED)
    assert {kind: command for command, kind in FETCHED_BY.items()} == SHOWN_BY


def test_two_packs_that_overlap_are_counted_once(sync, server, cli):
    server.places["worship"] = mosques(30)
    assert sync().code == 0
    server.places["worship"] = mosques(35)
    assert sync("--radius", "20").code == 0
    assert len(packs()) == 2
    found = near(cli, "--limit", "50")
    assert found["coverage"]["fetched"] == 35
    assert len([one for one in found["items"] if one["pack"].startswith("osm-")]) == 35


def test_dry_run_only_asks_how_many(sync, server):
    server.places["worship"] = mosques(40)
    run = sync("--dry-run", "--json")
    [row] = run.json()["data"]["kinds"]
    assert (row["status"], row["counted"], row["bytes_about"], row["rows"]) == ("sized", 40, 40 * places.WIRE_EACH, 0)
    assert len(server.queries) == 1
    assert packs() == []


@pytest.mark.parametrize("trouble", [["busy"], ["late", "late"], ["busy", "late", "busy"]])
def test_a_busy_server_is_given_time(sync, server, trouble):
    server.places["worship"] = mosques(3)
    server.trouble = list(trouble)
    assert sync().code == 0
    waits = [max(pause, 7 if fault == "busy" else 0) for pause, fault in zip(places.PAUSES, trouble, strict=False)]
    assert server.slept == waits
    assert len(server.asked) == len(trouble) + 2


def test_a_server_that_stays_busy_is_let_go(sync, server):
    server.trouble = ["busy"] * 50
    run = sync("--json")
    assert run.code == 6
    assert len(server.asked) == len(places.PAUSES) + 1
    assert run.json()["errors"][0]["choices"][0]["problem"] == {
        "id": "net_status",
        "host": "127.0.0.1",
        "status": 429,
        "retry_after": 7,
    }


def test_another_server_answers_where_the_first_does_not(sync, server, cli):
    server.places["worship"] = mosques(3)
    server.trouble = ["error"]
    both = server.url("/first") + " " + server.url("/second")
    run = cli("sync", "--places", DESERT_TEXT, "--kind", "worship", env={"SAFETRAVEL_FEED_OVERPASS_URL": both})
    assert run.code == 0
    assert [one.path.partition("?")[0] for one in server.asked] == ["/first", "/second", "/second"]


BAD = {
    "remark": document([], remark="runtime error: Query run out of something"),
    "part": document(mosques(10), remark='runtime error: Query timed out in "query" at line 1 after 61 seconds.'),
    "few": document(mosques(10)),
    "none": document([]),
    "no stamp": json.dumps({"elements": mosques(40)}).encode(),
    "ahead": document(mosques(40), base="2031-01-01T00:00:00Z"),
    "not JSON": b'{"elements": [',
    "a list": b"[]",
    "elements of no shape": document([None, 3, {"type": "node"}, {"type": "way", "id": 1, "tags": {}}] * 10),
    "of no country": document([one | {"lat": -45.0, "lon": -130.0} for one in mosques(40)]),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_believed_changes_nothing(sync, server, cli, name):
    server.places["worship"] = mosques(40)
    assert sync().code == 0
    before = near(cli)
    server.body = BAD[name]
    run = sync()
    assert run.code == 7
    assert near(cli) == before
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    "fault", ["empty", "half", "portal", "disguised", "error", "throttled", "elsewhere", "circle", "huge", "bomb"]
)
def test_every_fault_of_a_network_ends_and_loses_nothing(sync, server, cli, fault):
    server.places["worship"] = mosques(40)
    assert sync().code == 0
    before = near(cli)
    server.trouble = [fault] * 20
    run = sync()
    assert run.code in (6, 7)
    assert near(cli) == before


def test_less_than_half_of_what_is_held_replaces_nothing(sync, server, cli):
    server.places["worship"] = mosques(40)
    assert sync().code == 0
    server.places["worship"] = mosques(10)
    assert sync().code == 7
    assert near(cli)["coverage"]["fetched"] == 40


def test_older_map_data_replaces_nothing(sync, server):
    server.places["worship"] = mosques(3)
    assert sync().code == 0
    server.base = "2026-10-01T00:00:00Z"
    [row] = sync("--json").json()["data"]["kinds"]
    assert (row["status"], row["as_of"]) == ("unchanged", BASE[:10])


def test_too_much_is_refused_by_its_size(sync, server):
    server.count = places.MOST + 1
    run = sync()
    assert run.code == 7
    assert "50,001" in run.out
    assert len(server.queries) == 1
    server.count = 10_000
    run = sync("--max-size", "1M")
    assert run.code == 7
    assert "--max-size" in run.out
    assert len(server.queries) == 2


def test_one_kind_that_fails_leaves_the_others(sync, server):
    server.places["worship"] = mosques(3)
    server.places["hospital"] = [way(7, *DESERT, amenity="hospital", name="RS Contoh", emergency="yes", phone="+966 12 000 0000")]
    server.trouble = ["error"]
    run = sync("--json", kind="worship,hospital")
    data = run.json()["data"]
    assert run.code == 0
    assert data["status"] == "partial"
    assert [row["status"] for row in data["kinds"]] == ["failed", "updated"]
    assert [warning["id"] for warning in run.json()["warnings"]] == ["net_status"]


def test_all_kinds_are_seen_by_their_look_ups(sync, server, cli):
    spot = DESERT
    server.places = {
        "halal": [node(1, *spot, amenity="restaurant", name="Warung Contoh", diet__halal="only", cuisine="indonesian;malay")],
        "hospital": [way(2, *spot, amenity="clinic", name="Klinik Contoh", emergency="no", phone="+966120000000")],
        "sights": [node(3, *spot, tourism="museum", name="Museum Contoh", wikidata="Q1")],
        "worship": mosques(1),
    }
    assert sync(kind="").code == 0
    eat = cli("eat", DESERT_TEXT, "--halal", "--limit", "1", "--json").json()["data"]["items"][0]
    assert (eat["name"], eat["halal"], eat["cuisine"]) == ("Warung Contoh", "only", ["indonesian", "malay"])
    clinic = cli("hospitals", DESERT_TEXT, "--limit", "1", "--json").json()["data"]["items"][0]
    assert (clinic["name"], clinic["kind"], clinic["emergency"], clinic["phone"]) == ("Klinik Contoh", "clinic", False, "")
    sight = cli("sights", DESERT_TEXT, "--limit", "1", "--json").json()["data"]["items"][0]
    assert (sight["name"], sight["kind"]) == ("Museum Contoh", "museum")
    assert len(packs()) == 4


def test_a_country_is_asked_by_its_code(sync, server):
    server.places["worship"] = [node(5, 1.3, 103.85, amenity="place_of_worship", religion="hindu", name="Kuil Contoh")]
    assert sync(place="singapore").code == 0
    assert all('area["ISO3166-1"="SG"]' in text for text in server.queries)
    assert packs() == ["osm-sg.worship.sqlite"]


def test_a_damaged_pack_is_named_and_the_rest_answers(sync, server, cli):
    server.places["worship"] = mosques(40)
    assert sync().code == 0
    [name] = packs()
    path = os.path.join(paths.places_dir(os.environ), name)
    with open(path, "rb") as file:
        whole = file.read()
    for damage in (
        b"no database",
        whole[:2000],
        whole[:4096] + bytes(len(whole) - 4096),
        whole[:8192] + b"\xff" * (len(whole) - 8192),
    ):
        with open(path, "wb") as file:
            file.write(damage)
        run = cli("worship", DESERT_TEXT, "--json")
        assert run.code == 0, run
        assert run.json()["data"]["items"]
        assert run.json()["data"]["unreadable_packs"] == [name.removesuffix(".sqlite")]
        assert "safetravel sync --places" in " ".join(cli("worship", DESERT_TEXT).out.split())
        assert cli("worship", "saudi", "arabia").code == 0


@pytest.mark.parametrize(
    "options",
    [("--kind", "pubs"), ("--radius", "0"), ("--radius", "51"), ("--places", "japan", "--radius", "5"), ("--max-size", "lots")],
)
def test_what_is_asked_wrongly_asks_nobody(cli, server, options):
    assert cli("sync", "--places", DESERT_TEXT, *options, env=server.environ).code == 2
    assert server.asked == []


def test_offline_asks_nobody(cli, server):
    run = cli("sync", "--places", DESERT_TEXT, env={**server.environ, "SAFETRAVEL_OFFLINE": "1"})
    assert run.code == 6
    assert server.asked == []


def test_a_folder_that_cannot_be_written_is_said(sync, server, monkeypatch, tmp_path):
    server.places["worship"] = mosques(3)
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("SAFETRAVEL_HOME", str(blocked))
    run = sync()
    assert run.code == 2
    assert "SAFETRAVEL_HOME" in run.err


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
def test_the_page_has_no_holes(sync, server, language, columns):
    server.places["worship"] = [*mosques(3), node(9, -45.0, -130.0, amenity="place_of_worship")]
    server.trouble = ["", "", "error"]
    run = sync(kind="worship,halal", lang=language, columns=columns)
    assert run.code == 0, run
    assert "{" not in run.out
    assert "sync_places." not in run.out
    assert all(len(line) <= columns for line in run.out.splitlines())


def test_a_bundled_number_stays_beside_what_was_fetched():
    from safetravel_cli.store.duplicates import Folder

    base = {
        "topic": "hospital",
        "kind": "hospital",
        "latitude": 21.4,
        "longitude": 39.8,
        "precision": "exact",
        "name": "RS Contoh",
    }
    folder = Folder()
    folder.take({**base, "place_id": "osm-n1", "as_of": "2026-11-24", "source": "openstreetmap", "phone_e164": None})
    folder.take(
        {**base, "place_id": "osm-n1", "as_of": "2020", "source": "wikidata", "phone_e164": "+966120000000", "latitude": 21.5}
    )
    [one] = folder.kept
    assert (one["as_of"], one["phone_e164"], one["source"]) == ("2026-11-24", "+966120000000", "openstreetmap;wikidata")


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_asked(cli, server, tmp_path):
    (tmp_path / "file").write_text("")
    environ = {**server.environ, "SAFETRAVEL_HOME": str(tmp_path / "file")}
    run = cli("sync", "--places", DESERT_TEXT, "--kind", "worship", env=environ)
    assert run.code == 2
    assert "Nothing can be kept" in run.err
    assert server.asked == []


def test_a_run_that_brought_nothing_gives_no_credit_for_it(sync, server):
    server.trouble = ["portal"] * 9
    run = sync()
    assert run.code == 6
    assert "asks for a login" in run.err
    assert "Anyone can edit" not in run.out
