"""`worship`, `sights`, `hospitals`, `airports`, `eat`: nearest first, by city in a country, and honest where little is known."""

import os
import shutil

import pytest

from safetravel_cli import paths
from safetravel_cli.geo.distance import geodesic

COMMANDS = ("worship", "sights", "hospitals", "airports", "eat")
HARAM = (21.4225, 39.8262)


def items(cli, *argv, **options):
    run = cli(*argv, "--json", **options)
    assert run.code == 0, run
    return run.json()["data"]["items"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("place", ["21.4225,39.8262", "-16.5,179.99", "89.9,0", "-89.9,120", "london"])
def test_places_come_nearest_first_with_the_geodesic_distance(cli, command, place):
    rows = items(cli, command, place, "--limit", "15")
    assert len(rows) == 15
    exact = [row for row in rows if row["about_km"] is None]
    assert [row["distance_m"] for row in exact] == sorted(row["distance_m"] for row in exact)
    where = cli(command, place, "--json").json()["data"]["position"]
    for row in exact:
        metres, bearing = geodesic(where["lat"], where["lon"], row["latitude"], row["longitude"])
        assert (row["distance_m"], row["bearing_deg"]) == (round(metres, 1), round(bearing, 1))


def test_the_nearest_are_those_that_a_look_at_every_row_finds(cli, snapshot_file):
    from safetravel_cli.store.packs import Pack

    pack = Pack("places", os.path.join(os.path.dirname(snapshot_file), "places.sqlite"), "")
    ways = []
    for tree in pack.forest("worship"):
        for number in range(1 << tree.levels):
            _, latitudes, longitudes = tree.points(number)
            spots = [(north / 1e6, east / 1e6) for north, east in zip(latitudes, longitudes, strict=True)]
            near = [spot for spot in spots if abs(spot[0] - HARAM[0]) < 0.5 and abs(spot[1] - HARAM[1]) < 0.5]
            ways += [geodesic(*HARAM, *spot)[0] for spot in near]
    rows = items(cli, "worship", "21.4225,39.8262", "--limit", "1")
    assert rows[0]["distance_m"] == round(min(ways), 1)


def test_a_religion_is_a_filter_in_both_languages(cli):
    islam = items(cli, "worship", "singapore", "--religion", "islam", "--limit", "5")
    assert {row["religion"] for row in islam} == {"muslim"}
    assert islam == items(cli, "worship", "singapore", "--religion", "muslim", "--limit", "5")
    hindu = items(cli, "worship", "singapore", "--religion", "Hindu", "--limit", "5")
    assert {row["religion"] for row in hindu} == {"hindu"}
    wrong = cli("worship", "singapore", "--religion", "moon")
    assert wrong.code == 2
    assert "khonghucu" in wrong.err


def test_the_radius_holds(cli):
    rows = items(cli, "worship", "jeddah", "--radius", "2", "--limit", "500")
    assert 10 < len(rows) < 500
    assert max(row["distance_m"] for row in rows) <= 2000
    for bad in ("0", "-3"):
        assert cli("worship", "jeddah", "--radius", bad).code == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "in the city of Meguro; the exact spot is not known"), ("id", "di kota Meguro; letak persisnya tidak diketahui")],
)
def test_what_is_known_to_its_city_is_never_given_in_metres(cli, language, said):
    text = " ".join(cli("worship", "tokyo", lang=language).out.split())
    assert said in text
    rows = [row for row in items(cli, "worship", "tokyo") if row["precision"] == "city"]
    assert rows
    assert all(row["distance_m"] is None and row["about_km"] is not None for row in rows)


def test_a_generic_name_is_told_apart(cli):
    rows = [row for row in items(cli, "worship", "21.4225,39.8262", "--limit", "200") if not row["named"]]
    assert rows
    out = cli("worship", "21.4225,39.8262", "--limit", "200").out
    assert "no name of its own" in out or "without a name" in out.lower()


def test_two_mosques_of_one_name_stay_two_and_one_told_twice_is_one():
    from safetravel_cli.store.duplicates import Folder

    def row(name, latitude, **more):
        base = {"topic": "worship", "kind": "mosque", "religion": "muslim", "latitude": latitude, "longitude": 39.8}
        return {**base, "precision": "exact", "as_of": "2026", "name": name, **more}

    folder = Folder()
    assert folder.take(row("Masjid Nur", 21.4))
    assert folder.take(row("Masjid Nur", 21.41))
    assert not folder.take(row("Nur Mosque", 21.4004))
    assert not folder.take(row("", 21.40005))
    assert folder.take(row("Masjid Taqwa", 21.4003))
    assert sorted(one["name"] for one in folder.kept) == ["Masjid Nur", "Masjid Nur", "Masjid Taqwa"]
    assert sum(one.get("folded", 0) for one in folder.kept) == 2


def test_the_second_pack_is_searched_too_and_keeps_its_name(cli):
    rows = items(cli, "worship", "kuala", "lumpur", "--limit", "30")
    assert {row["pack"] for row in rows} == {"places", "places-copyleft"}


def test_a_missing_pack_is_said_and_the_rest_answered(cli, snapshot_file, tmp_path):
    folder = tmp_path / "facts"
    folder.mkdir()
    for name in ("snapshot.sqlite", "places.sqlite"):
        shutil.copy(os.path.join(os.path.dirname(snapshot_file), name), folder)
    (folder / "places-copyleft.sqlite").write_bytes(b"no database")
    run = cli("worship", "kuala", "lumpur", env={"SAFETRAVEL_SNAPSHOT": str(folder / "snapshot.sqlite")})
    assert run.code == 0
    assert "places-copyleft" in run.out


def test_what_lies_more_than_a_day_away_is_no_answer_unless_a_number_is_asked_for(cli):
    assert items(cli, "eat", "--halal", "kuala", "lumpur") == []
    assert "there may well be some" in " ".join(cli("eat", "--halal", "kuala", "lumpur").out.split())
    far = items(cli, "eat", "--halal", "kuala", "lumpur", "--limit", "2")
    assert [row["distance_m"] > 1_000_000 for row in far] == [True, True]


def test_hospitals_name_the_ambulance_first(cli):
    run = cli("hospitals", "sydney")
    assert run.out.index("000") < run.out.index("St Vincent's")
    known = items(cli, "hospitals", "taipei", "--emergency", "--limit", "5")
    assert {row["emergency"] for row in known} == {True}
    run = cli("hospitals", "london", "--emergency", "--json").json()["data"]
    assert run["any_kind"]
    assert None in {row["emergency"] for row in run["items"]}


def test_a_country_comes_by_city_with_its_coverage(cli):
    run = cli("worship", "japan", "--json").json()["data"]
    assert run["order"] == "city"
    assert run["coverage"]["count"] >= len(run["items"]) > 0
    assert all(row["distance_m"] is None for row in run["items"])
    assert "The list is not complete" in " ".join(cli("worship", "japan").out.split())


def test_without_a_place_and_without_a_hint_it_asks_for_one(cli):
    run = cli("worship", "--near", env={"TZ": "UTC"})
    assert run.code == 0
    assert "safetravel here" in run.out
    assert items(cli, "worship", "--near", env={"TZ": "UTC"}) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_map_has_the_marks_of_its_legend(cli, command):
    run = cli(command, "london", "--limit", "5", "--map", "--json").json()["data"]
    marks = run["map"]["marks"]
    assert marks
    drawn = "".join(run["map"]["lines"])
    assert "@" in drawn
    assert all(run["items"][mark["number"] - 1]["about_km"] is None for mark in marks)
    page = cli(command, "london", "--limit", "5", "--map").out
    assert all(f"- {mark['mark']} " in page for mark in marks)


def test_a_map_of_a_country_says_what_it_needs(cli):
    assert cli("worship", "japan", "--map", "--json").json()["data"]["map"] is None
    assert "safetravel worship --near CITY --map" in " ".join(cli("worship", "japan", "--map").out.split())


def test_a_namesake_is_told_only_where_a_stranger_could_mean_it(cli):
    assert "Springfield, Illinois, US" in " ".join(cli("worship", "springfield").out.split())
    assert "Nova Scotia" not in cli("worship", "sydney").out


def test_the_packs_lie_beside_the_snapshot():
    assert os.path.isfile(os.path.join(os.path.dirname(paths.SNAPSHOT), "places.sqlite"))


@pytest.mark.parametrize(("lang", "words"), [("en", "at this very point"), ("id", "tepat di titik ini")])
def test_no_direction_is_made_up_for_the_point_itself(cli, lang, words):
    out = cli("airports", "NRT", "--limit", "1", lang=lang).out
    assert words in out
    assert "10\u00a0m" not in out.replace(" ", "\u00a0")
