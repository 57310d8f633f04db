"""`sync`: recorded answers replayed on this machine, what it keeps, what it refuses, what it says."""

import json
import os
import sqlite3

import pytest

from running import NOW, fresh
from safetravel_cli import paths
from sync_kit import ADVICE, ECB, FEED_NAMES, IDR, PATHS, ROWS, Sources, bundled_times, ecb, fawazahmed0, index, page, recorded

NEW = "2026-11-20T10:00:00Z"
DEAD = "http://127.0.0.1:9/nothing"


@pytest.fixture(scope="session")
def times(snapshot):
    """Return the times of change that the bundled levels were read at."""
    return bundled_times(snapshot)


@pytest.fixture
def sources(times):
    """Return the sources, with an index in which only Mali changed since the bundled levels."""
    with Sources() as held:
        held.put(ADVICE, index(**{**times, "mali": NEW}))
        held.put(ADVICE + "/mali", page("mali", NEW, "avoid_all_travel_to_parts"))
        yield held


@pytest.fixture
def sync(cli, sources):
    """Return `sync(*argv)`, led to the sources on this machine."""

    def run(*argv, env=None, **options):
        return cli("sync", *argv, env={**sources.environ, **(env or {})}, **options)

    return run


def rows(result):
    """Return feed -> row of a run with --json, also of one that failed."""
    answer = result.json()
    found = answer["data"].get("sources") or answer["errors"][0]["choices"]
    return {row["feed"]: row for row in found}


def overlay_path():
    return paths.overlay_file(os.environ)


def stored(sql):
    db = sqlite3.connect(overlay_path())
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def everything():
    """Return all rows of all tables of facts, but the day of the look."""
    tables = ("rate", "advice", "notice", "disaster", "reference_rate")
    return {name: stored(f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in tables}


def test_everything_arrives_and_is_read_over_the_snapshot(cli, sync):
    result = sync("--json")
    assert result.code == 0
    assert result.json()["data"]["status"] == "success"
    assert {name: row["status"] for name, row in rows(result).items()} == dict.fromkeys(FEED_NAMES, "updated")
    card = cli("country", "japan", "--json").json()["data"]
    rate = card["currencies"][0]["rate"]
    assert rate["live"] is True
    assert rate["as_of"] == "2026-11-24"
    assert rate["source"] == "European Central Bank"
    assert rate["idr_per_unit"] == pytest.approx(19543.1 / 183.49)
    mali = cli("country", "mali", "--json").json()["data"]
    advice = next(row for row in mali["advice"] if row["government"] == "GB")
    assert advice["words"] == "Advises against all travel to parts"
    assert (advice["level"], advice["regional"], advice["live"]) == (2, True, True)
    assert (advice["updated_on"], advice["as_of"]) == ("2026-11-20", "2026-11-25")
    assert mali["currencies"][0]["rate"]["source"] == "fawazahmed0 currency-api"


def test_words_of_the_level_are_in_both_languages(cli, sync):
    sync()
    assert "Menyarankan untuk tidak bepergian ke sebagian wilayah" in cli("country", "mali", lang="id", columns=0).out
    assert "Advises against all travel to parts" in cli("country", "mali", columns=0).out


def test_a_country_that_has_not_changed_keeps_its_level_and_is_known_to_stand_today(cli, sync, snapshot):
    before = snapshot.row("SELECT level, words_en, updated_on FROM advice_level WHERE country_code = 'JP' AND government = 'GB'")
    sync()
    after = next(row for row in cli("country", "JP", "--json").json()["data"]["advice"] if row["government"] == "GB")
    assert (after["level"], after["words"], after["updated_on"]) == tuple(before.values())
    assert after["as_of"] == "2026-11-25"


def test_the_second_run_asks_conditionally_and_gets_no_body(sync, sources):
    sync()
    first = len(sources.asked)
    assert sources.bodies() == first == 10
    result = sync("--json")
    assert result.code == 0
    assert sources.bodies() == 10
    assert len(sources.asked) == first + 9
    assert all(one.conditional and one.status == 304 for one in sources.asked[first:])
    assert {row["status"] for row in rows(result).values()} == {"unchanged"}
    assert {name: row["rows"] for name, row in rows(result).items()} == ROWS
    assert (result.json()["data"]["requests"], result.json()["data"]["bytes"]) == (9, 0)


def test_a_server_without_validators_sends_again_and_nothing_is_called_new(sync, sources):
    sources.validators = False
    sync()
    assert {row["status"] for row in rows(sync("--json")).values()} == {"unchanged"}
    assert not any(one.conditional for one in sources.asked)


def test_only_pages_of_countries_that_changed_are_asked_for(sync, sources, times):
    sync()
    assert sources.paths() == sorted([*PATHS.values(), ADVICE + "/mali"])
    sources.asked.clear()
    sources.put(ADVICE, index(**{**times, "mali": NEW, "japan": "2026-11-24T08:00:00+01:00"}))
    sources.put(ADVICE + "/japan", page("japan", "2026-11-24T07:00:00Z"))
    row = rows(sync("--json"))["uk_advice"]
    assert (row["levels_read"], row["pending"]) == (1, [])
    assert sources.paths() == sorted([*PATHS.values(), ADVICE + "/japan"])


def test_a_page_that_serves_several_countries_serves_each(sync, sources, times):
    sources.put(ADVICE, index(**{**times, "cook_islands_tokelau_and_niue": NEW}))
    slug = "cook-islands-tokelau-and-niue"
    sources.put(f"{ADVICE}/{slug}", page(slug, NEW, "avoid_all_but_essential_travel_to_whole_country"))
    sync("--only", "uk-advice")
    assert stored("SELECT country_code FROM advice WHERE level = 3 ORDER BY 1") == [("CK",), ("NU",), ("TK",)]


def test_a_level_that_could_not_be_read_is_never_shown_under_the_new_date(cli, sync, sources, snapshot):
    before = snapshot.row("SELECT level, updated_on FROM advice_level WHERE country_code = 'ML' AND government = 'GB'")
    sources.faults[ADVICE + "/mali"] = "error"
    result = sync("--json")
    assert result.code == 0
    assert result.json()["data"]["status"] == "partial"
    assert rows(result)["uk_advice"]["pending"] == ["ML"]
    assert [warning["id"] for warning in result.json()["warnings"] if warning["id"] == "pending"] == ["pending"]
    shown = next(row for row in cli("country", "ML", "--json").json()["data"]["advice"] if row["government"] == "GB")
    assert (shown["level"], shown["updated_on"], shown["live"]) == (*before.values(), False)
    # The index has not changed, and the page is asked for all the same.
    del sources.faults[ADVICE + "/mali"]
    sources.asked.clear()
    assert rows(sync("--json"))["uk_advice"]["pending"] == []
    assert {one.path: one.status for one in sources.asked} == {**dict.fromkeys(PATHS.values(), 304), ADVICE + "/mali": 200}


@pytest.mark.parametrize(
    "body",
    [
        page("mali", "2026-05-02T15:57:19Z", "avoid_all_travel_to_parts"),
        page("malta", NEW),
        page("mali", NEW, "flee_at_once"),
        b'{"details": {"country": {"slug": "mali"}}}',
        b"[]",
    ],
    ids=["from before the change", "another country", "unknown status", "no status", "a list"],
)
def test_a_page_that_is_not_what_it_should_be_leaves_the_level_alone(sync, sources, body):
    sources.put(ADVICE + "/mali", body)
    assert rows(sync("--json"))["uk_advice"]["pending"] == ["ML"]
    assert stored("SELECT level, known_at FROM advice WHERE country_code = 'ML' AND government = 'GB'") == [(None, None)]


def test_the_index_of_a_lagging_copy_takes_nothing_back(sync, sources):
    sync()
    sources.put(ADVICE, recorded("uk_advice_index_2026-05-03.json"))
    sync("--only", "uk_advice")
    assert stored("SELECT listed_at, level FROM advice WHERE country_code = 'ML' AND government = 'GB'") == [(NEW, 2)]


def test_an_index_older_than_the_bundled_levels_changes_nothing(cli, sync, sources, snapshot):
    sources.put(ADVICE, recorded("uk_advice_index_2026-05-03.json"))
    sync()
    held = snapshot.row("SELECT updated_on FROM advice_level WHERE country_code = 'ML' AND government = 'GB'")
    shown = next(row for row in cli("country", "ML", "--json").json()["data"]["advice"] if row["government"] == "GB")
    assert (shown["updated_on"], shown["live"]) == (held["updated_on"], False)


@pytest.mark.parametrize(
    "empty", [b"{}", b"[]", b"", b"null", b'{"links": {"children": []}}', b'{"date": "2026-11-25", "idr": {"idr": 1}}']
)
def test_an_empty_answer_never_replaces_good_rows(sync, sources, empty):
    sync()
    before = everything()
    for path in PATHS.values():
        sources.put(path, empty)
    result = sync("--json", now=NOW + 86400)
    assert result.code == 7
    assert {row["status"] for row in rows(result).values()} == {"failed"}
    assert everything() == before
    # The validators of the good answers are still those that are sent.
    assert all(one.conditional for one in sources.asked[-len(PATHS) :])


def test_fewer_rows_than_the_least_never_replace_good_rows(sync, sources, times):
    sync()
    answer = json.loads(fawazahmed0("2026-11-25"))
    answer["idr"] = dict(list(answer["idr"].items())[:60]) | {"idr": 1}
    sources.put(IDR, json.dumps(answer).encode())
    short = json.loads(index(**times))
    del short["links"]["children"][100:]
    sources.put(ADVICE, json.dumps(short).encode())
    sources.put(ECB, b"\n".join(line for line in ecb("2026-11-25").split(b"\n") if b"'USD'" not in line and b"K'" not in line))
    problems = {name: row["problem"]["id"] for name, row in rows(sync("--json")).items() if row["status"] == "failed"}
    assert problems == {"ecb": "too_few", "fawazahmed0": "too_few", "uk_advice": "too_few"}
    assert len(stored("SELECT * FROM advice WHERE government = 'GB'")) == 229


def test_one_source_that_fails_leaves_the_others_alone(sync, sources):
    sources.faults[ECB] = "error"
    result = sync("--json")
    assert result.code == 0
    assert result.json()["data"]["status"] == "partial"
    assert rows(result)["ecb"]["problem"] == {"id": "net_status", "host": "127.0.0.1", "status": 500, "retry_after": 0}
    assert any("500" in warning["message"] for warning in result.json()["warnings"])


def test_the_collector_stands_in_when_the_bank_fails(cli, sync, sources):
    sources.faults[ECB] = "error"
    sync()
    assert cli("country", "JP", "--json").json()["data"]["currencies"][0]["rate"]["source"] == "fawazahmed0 currency-api"


def test_the_bank_comes_before_the_collector_for_a_week(cli, sync, sources):
    sources.put(ECB, ecb("2026-11-18"))
    sync()
    assert cli("country", "JP", "--json").json()["data"]["currencies"][0]["rate"]["as_of"] == "2026-11-18"
    sources.put(IDR, fawazahmed0("2026-11-26"))
    sync()
    assert cli("country", "JP", "--json").json()["data"]["currencies"][0]["rate"]["as_of"] == "2026-11-26"


def test_tokens_are_no_currencies(sync):
    sync()
    kept = {code for (code,) in stored("SELECT currency_code FROM rate")}
    assert "USD" in kept
    assert not kept & {"BTC", "ETH", "ADA", "XMR", "IDR"}


def test_a_rate_far_from_the_bundled_one_is_held_back_and_said(cli, sync, sources):
    answer = json.loads(fawazahmed0())
    sources.put(IDR, fawazahmed0(kwd=answer["idr"]["kwd"] * 100))
    result = sync()
    assert "too far from the bundled rate" in result.out
    assert "KWD" in result.out
    assert cli("country", "kuwait", "--json").json()["data"]["currencies"][0]["rate"]["live"] is False


def test_rates_turned_upside_down_are_refused_as_a_whole(sync, sources):
    answer = json.loads(fawazahmed0())
    sources.put(IDR, fawazahmed0(**{code: 1 / rate for code, rate in answer["idr"].items()}))
    assert rows(sync("--json"))["fawazahmed0"]["problem"]["id"] == "too_few"


def test_older_rates_replace_neither_what_is_held_nor_what_is_bundled(cli, sync, sources):
    sources.put(ECB, ecb("2026-03-18"))
    result = sync()
    assert "older than the bundled facts" in result.out
    assert cli("country", "JP", "--json").json()["data"]["currencies"][0]["rate"]["as_of"] != "2026-03-18"
    sources.put(ECB, ecb("2026-11-23"))
    sync()
    sources.put(ECB, ecb("2026-11-20", USD="2.0"))
    assert rows(sync("--json"))["ecb"]["status"] == "unchanged"
    assert stored("SELECT DISTINCT as_of FROM rate WHERE feed = 'ecb'") == [("2026-11-23",)]


def test_a_date_that_has_not_come_is_refused(sync, sources):
    sources.put(ECB, ecb("2027-11-24"))
    assert rows(sync("--json"))["ecb"]["problem"]["id"] == "date_ahead"


def test_a_device_whose_clock_is_wrong_takes_the_day_of_the_server(sync):
    result = sync("--json", now=1000000000.0)
    assert result.json()["data"]["status"] == "success"
    assert stored("SELECT DISTINCT as_of FROM advice WHERE country_code = 'ML'") == [("2026-11-25",)]


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("half", "net_broken"),
        ("huge", "net_too_big"),
        ("bomb", "net_too_big"),
        ("portal", "net_portal"),
        ("disguised", "net_portal"),
        ("throttled", "net_portal"),
        ("elsewhere", "net_portal"),
        ("circle", "net_redirect"),
        ("error", "net_status"),
        ("odd304", "net_status"),
    ],
)
def test_what_goes_wrong_on_the_way(sync, sources, fault, problem):
    for path in PATHS.values():
        sources.faults[path] = fault
    result = sync("--json")
    assert result.code == 6
    assert result.json()["status"] == "error"
    assert {row["problem"]["id"] for row in rows(result).values()} == {problem}
    assert not any(everything().values())


@pytest.mark.parametrize("fault", ["silent", "drip"])
def test_a_source_that_hangs_ends_at_the_deadline_and_the_others_are_kept(sync, sources, monkeypatch, fault):
    monkeypatch.setattr("safetravel_cli.sync.rounds.ROUND_SECONDS", 0.5)
    sources.faults[ECB] = fault
    result = rows(sync("--json"))
    assert result["ecb"]["problem"]["id"] == "net_timeout"
    assert result["fawazahmed0"]["status"] == "updated"


def test_without_a_network_the_exit_code_says_so_in_three_parts(cli, offline):
    result = cli("sync")
    assert result.code == 6
    assert "Nothing came through" in result.err
    assert "stay in use" in result.err
    assert "cannot be reached" in result.out
    assert offline


def test_offline_by_wish_asks_nobody(sync, sources):
    result = sync("--json", env={"SAFETRAVEL_OFFLINE": "1"})
    assert result.code == 6
    assert {row["problem"]["id"] for row in rows(result).values()} == {"net_offline"}
    assert sources.asked == []


def test_the_next_address_is_asked_when_the_first_fails(sync, sources):
    both = {"SAFETRAVEL_FEED_FAWAZAHMED0_URL": f"{DEAD} {sources.url(IDR)}"}
    assert rows(sync("--json", env=both))["fawazahmed0"]["status"] == "updated"
    sources.put("/wrong.json", b"{}")
    both = {"SAFETRAVEL_FEED_FAWAZAHMED0_URL": f"{sources.url('/wrong.json')} {sources.url(IDR)}"}
    assert rows(sync("--json", env=both))["fawazahmed0"]["status"] == "unchanged"


@pytest.mark.parametrize(
    "url", ["http://example.org/x", "file:///etc/passwd", "ftp://127.0.0.1/x", "https://user:pw@example.org/", "x"]
)
def test_an_address_that_may_not_be_asked_is_refused_before_anything(sync, sources, url):
    result = sync(env={"SAFETRAVEL_FEED_ECB_URL": url})
    assert result.code == 2
    assert "SAFETRAVEL_FEED_ECB_URL" in result.err
    assert "pw" not in result.err
    assert sources.asked == []


def test_only_takes_names_and_suggests_them(sync, sources):
    assert rows(sync("--only", "ecb", "--json")).keys() == {"ecb"}
    assert rows(sync("--only", "ecb", "--only", "UK-advice", "--json")).keys() == {"ecb", "uk_advice"}
    result = sync("--only", "imf")
    assert result.code == 2
    assert all(name in result.err for name in FEED_NAMES)


def test_a_damaged_overlay_is_passed_over_and_mended(cli, sync):
    sync()
    with open(overlay_path(), "r+b") as file:
        file.write(b"\0" * 4096)
    result = cli("country", "JP", "--json")
    assert result.code == 0
    assert result.json()["data"]["currencies"][0]["rate"]["live"] is False
    assert "cannot be read" in result.err
    assert "fetched anew" in sync().out
    assert os.path.exists(overlay_path() + ".bad")
    result = cli("country", "JP", "--json")
    assert result.json()["data"]["currencies"][0]["rate"]["live"] is True
    assert result.err == ""


def test_new_bundled_facts_are_compared_with_the_whole_answer(sync, sources):
    sync()
    db = sqlite3.connect(overlay_path())
    db.execute("UPDATE feed SET snapshot_id = 'another'")
    db.commit()
    db.close()
    sources.asked.clear()
    sync()
    assert [one.conditional for one in sources.asked] == [False] * len(PATHS)


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_asked(sync, sources, tmp_path):
    (tmp_path / "file").write_text("")
    result = sync(env={"SAFETRAVEL_HOME": str(tmp_path / "file")})
    assert result.code == 2
    assert "Nothing can be kept" in result.err
    assert sources.asked == []


def test_the_overlay_is_for_its_owner_and_has_no_table_for_a_phone_or_a_law(sync):
    sync()
    assert os.stat(overlay_path()).st_mode & 0o077 == 0
    tables = {name for (name,) in stored("SELECT name FROM sqlite_master WHERE type = 'table'")}
    expected = {"feed", "validator", "rate", "advice", "notice", "disaster", "reference_rate"}
    assert {name for name in tables if not name.startswith(("_", "sqlite"))} == expected


def test_the_program_says_who_it_is(sync, sources):
    sync()
    assert {one.agent.partition("/")[0] for one in sources.asked} == {"safetravel-cli"}


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("columns", [30, 40, 80])
def test_the_page_reads_well_at_every_width(sync, sources, columns, lang):
    sources.faults[ECB] = "portal"
    out = sync(lang=lang, columns=columns).out
    assert all(len(line) <= columns for line in out.split("\n"))
    assert "sync." not in out
    assert "None" not in out


def test_reading_over_the_snapshot_loads_nothing_dear(sync):
    sync()
    script = (
        "import sys; from safetravel_cli.entry import main; main(sys.argv[1:]);"
        "print(sorted({'httpx', 'sqlite_utils', 'asyncio', 'typer', 'ssl'} & set(sys.modules)))"
    )
    result = fresh(script, "country", "mali", "--section", "advice,money")
    assert "fetched by sync" in result.out
    assert result.out.endswith("[]\n")
