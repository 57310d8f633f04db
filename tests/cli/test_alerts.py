"""`alerts`: disasters near, from what was fetched; a list that is old, or was never fetched, is said before anything else."""

import json
import os
import sqlite3

import pytest

from running import NOW
from safetravel_cli import paths
from safetravel_cli.geo.distance import geodesic
from safetravel_cli.services import border_events
from schema_kit import check
from sync_kit import GDACS, Sources, gdacs, gdacs_event

DAY = 86400.0
TOKYO = (35.6895, 139.6917)


def country(iso2, iso3, name):
    """Return the properties of an event that touches one country."""
    return {"affectedcountries": [{"iso2": iso2, "iso3": iso3, "countryname": name}], "iso3": iso3}


EVENTS = (
    gdacs_event(1, "EQ", "Orange", 36.0, 140.0, iscurrent="false"),
    gdacs_event(2, "TC", "Red", 30.0, 150.0, eventname="CONTOH-26", severitydata={"severity": 187.0, "severityunit": "km/h"}),
    gdacs_event(3, "FL", "Orange", 14.6, 121.0, **country("PH", "PHL", "Philippines")),
    gdacs_event(4, "VO", "Red", -8.1, 112.9, **country("ID", "IDN", "Indonesia"), fromdate="2026-09-01T00:00:00",
                todate="2026-09-02T00:00:00", iscurrent="false"),
    gdacs_event(5, "EQ", "Green", 39.0, 125.0, affectedcountries=[], iso3=""),
)  # fmt: skip


@pytest.fixture
def fetched(cli):
    """Fetch a list of made-up events on the day of the tests."""
    with Sources() as sources:
        body = json.loads(gdacs())
        body["features"] = [
            {**one, "properties": {**one["properties"], **country("SO", "SOM", "Somalia")}} for one in body["features"]
        ]
        body["features"] = [*[one for one in body["features"] if one["geometry"]["coordinates"][0] < 100], *EVENTS]
        sources.put(GDACS, json.dumps(body).encode())
        assert cli("sync", "--only", "gdacs", env=sources.environ).code == 0


def told(cli, *words, **options):
    """Return the data of an answer."""
    run = cli("alerts", *words, "--json", **options)
    assert run.code == 0, run
    return run.json()["data"]


def ids(data):
    """Return the ids of its events."""
    return [row["id"] for row in data["events"]]


def test_a_list_that_was_never_fetched_is_not_taken_for_safety(cli):
    run = cli("alerts", "japan")
    out = " ".join(run.out.split())
    assert "nothing is known" in out
    assert "safetravel sync --only gdacs" in out
    assert "safetravel emergency jp" in out
    assert told(cli, "japan")["looked_on"] == ""
    assert not os.path.exists(os.environ["SAFETRAVEL_HOME"])


@pytest.mark.usefixtures("fetched")
def test_near_a_place_they_come_by_distance_and_those_of_the_country_too(cli):
    data = told(cli, "tokyo")
    assert ids(data) == ["EQ1", "TC2"]
    for row in data["events"]:
        metres, bearing = geodesic(*TOKYO, row["latitude"], row["longitude"])
        assert (row["distance_m"], row["bearing_deg"]) == (round(metres, -2), round(bearing, 1))
    assert data["events"][0]["distance_m"] < 500_000 < data["events"][1]["distance_m"]
    assert ids(told(cli, "tokyo", "--radius", "1500")) == ["EQ1", "TC2", "EQ5"]
    assert ids(told(cli, "manila")) == ["FL3"]


@pytest.mark.usefixtures("fetched")
def test_of_a_country_the_gravest_comes_first(cli):
    assert ids(told(cli, "japan")) == ["TC2", "EQ1"]
    out = " ".join(cli("alerts", "japan").out.split())
    assert "Red, tropical cyclone CONTOH-26" in out
    assert "winds up to 187 km/h" in out
    assert "Whom to call: safetravel emergency jp" in out


@pytest.mark.usefixtures("fetched")
def test_where_no_place_is_known_all_are_listed(cli):
    data = told(cli, env={"TZ": "Etc/UTC"})
    assert data["recent"] == len(data["events"]) == data["listed"] - 1
    assert [row["level"] for row in data["events"]] == sorted(
        (row["level"] for row in data["events"]), key="red orange green".split().index
    )


@pytest.mark.usefixtures("fetched")
def test_what_ended_long_before_is_left_out_unless_asked_for(cli):
    assert ids(told(cli, "indonesia")) == []
    assert "That does not mean safe" in " ".join(cli("alerts", "indonesia").out.split())
    assert ids(told(cli, "indonesia", "--days", "120")) == ["VO4"]


@pytest.mark.usefixtures("fetched")
@pytest.mark.parametrize(("later", "said"), [(1, ""), (10, "10 days old"), (-400, "check the clock"), (4000, "4,000 days old")])
def test_the_age_of_the_list_is_said_and_a_wrong_clock_hides_nothing(cli, later, said):
    run = cli("alerts", "japan", now=NOW + later * DAY)
    out = " ".join(run.out.replace("\u00a0", " ").split())
    assert said in out
    assert ("days old" in out) == ("days old" in said)
    assert ids(told(cli, "japan", now=NOW + later * DAY)) == ["TC2", "EQ1"]


@pytest.mark.usefixtures("fetched")
@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
def test_the_page_has_no_holes(cli, language, columns):
    for words in (["tokyo"], ["japan"], [], ["0,-30"], ["indonesia"]):
        out = cli("alerts", *words, lang=language, columns=columns).out
        assert "{" not in out
        assert "alerts." not in out
        assert all(len(line) <= columns or "https://" in line for line in out.splitlines())


def test_a_number_that_cannot_be_is_refused(cli):
    for option in ("--radius", "--days"):
        assert cli("alerts", "japan", option, "0").code == 2


@pytest.mark.usefixtures("fetched")
def test_rows_that_no_program_of_ours_wrote_are_passed_over(cli):
    db = sqlite3.connect(paths.overlay_file(os.environ))
    db.execute("UPDATE disaster SET latitude = 900 WHERE event_id = 'EQ1'")
    db.execute("UPDATE disaster SET level = 'purple' WHERE event_id = 'TC2'")
    db.execute("UPDATE disaster SET starts_at = 'no time' WHERE event_id = 'FL3'")
    db.commit()
    db.close()
    assert ids(told(cli, "japan")) == []
    assert told(cli, "manila")["events"][0]["age_days"] is None


@pytest.mark.usefixtures("fetched")
def test_a_damaged_overlay_is_an_answer_without_events(cli):
    with open(paths.overlay_file(os.environ), "wb") as file:
        file.write(b"no database")
    run = cli("alerts", "japan")
    assert run.code == 0
    assert "nothing is known" in " ".join(run.out.split())


# Kuala Lumpur is 290 km from Singapore, the flood in Johor 40, that of Batam is in Indonesia and 19 km off; 14 lies in Singapore.
NOWHERE = {"affectedcountries": [], "iso3": ""}
BORDER = (
    gdacs_event(11, "FL", "Orange", 1.80, 103.60, **country("MY", "MYS", "Malaysia")),
    gdacs_event(12, "FL", "Red", 1.05, 103.95, **country("ID", "IDN", "Indonesia")),
    gdacs_event(13, "FL", "Red", 3.14, 101.69, **country("MY", "MYS", "Malaysia")),
    gdacs_event(14, "EQ", "Orange", 1.35, 103.82, affectedcountries=[], iso3=""),
    gdacs_event(15, "DR", "Red", 1.80, 103.60, **country("MY", "MYS", "Malaysia")),
    gdacs_event(16, "TC", "Green", 2.20, 104.90, **NOWHERE, severitydata={"severity": 90.0, "severityunit": "km/h"}),
    gdacs_event(17, "EQ", "Green", 3.14, 101.69, **NOWHERE, severitydata={"severity": 5.0, "severityunit": "M"}),
    gdacs_event(18, "EQ", "Green", 2.90, 101.70, **NOWHERE, severitydata={"severity": 8.0, "severityunit": "M"}),
)  # fmt: skip


@pytest.fixture
def borders(cli):
    """Fetch events around Singapore alone."""
    with Sources() as sources:
        sources.put(GDACS, json.dumps({"type": "FeatureCollection", "features": BORDER}).encode())
        assert cli("sync", "--only", "gdacs", env=sources.environ).code == 0


@pytest.mark.usefixtures("borders")
def test_of_a_country_those_just_over_its_border_come_after_its_own(cli):
    rows = told(cli, "singapore")["events"]
    assert [row["id"] for row in rows] == ["EQ14", "FL12", "FL11", "TC16", "EQ18"]
    assert rows[0]["border_m"] is rows[0]["at"] is None
    found = {row["id"]: ((row["at"] or {}).get("country"), row["border_m"]) for row in rows[1:]}
    assert {name: at for name, (at, _) in found.items()} == {"FL12": "ID", "FL11": "MY", "EQ18": "MY", "TC16": None}
    assert found["FL11"][1] == pytest.approx(39_900, abs=500)
    # What the country itself is named for, or lies in, is never told of as another country's.
    assert all(row["border_m"] is None for row in told(cli, "malaysia")["events"] if row["id"] in ("FL11", "FL13"))


@pytest.mark.usefixtures("borders")
@pytest.mark.parametrize(
    ("lang", "head", "line", "sea"),
    [
        ("en", "NEAR, OUTSIDE SINGAPORE", "in Malaysia, about 40 km from the border", "at sea, about"),
        ("id", "DEKAT, DI LUAR SINGAPURA", "di Malaysia, kira-kira 40 km dari perbatasan", "di laut, kira-kira"),
    ],
)
def test_they_are_marked_as_such(cli, lang, head, line, sea):
    for columns in (40, 80):
        run = cli("alerts", "singapore", lang=lang, columns=columns)
        assert all(len(one) <= columns or "https://" in one for one in run.out.splitlines())
        out = " ".join(run.out.replace("\u00a0", " ").split())
        assert out.index(head) < out.index(line)
        assert sea in out
    assert "250 KM" in " ".join(cli("alerts", "singapore", "--radius", "250").out.replace("\u00a0", " ").split())


@pytest.mark.usefixtures("borders")
def test_a_radius_replaces_what_each_kind_has_and_is_bounded(cli):
    assert set(ids(told(cli, "singapore", "--radius", "50"))) == {"EQ14", "FL12", "FL11", "DR15"}
    assert set(ids(told(cli, "singapore", "--radius", "320"))) >= {"FL13", "EQ17", "DR15"}
    data = told(cli, "singapore", "--radius", "20000")
    assert data["radius_km"] == 1000
    assert told(cli, "singapore")["radius_km"] is None


@pytest.mark.parametrize(
    ("kind", "level", "severity", "unit", "km"),
    [
        ("EQ", "green", 4.5, "M", 30), ("EQ", "green", 6.0, "M", 61), ("EQ", "red", 7.0, "M", 141), ("EQ", "red", 8.0, "M", 329),
        ("EQ", "red", 9.5, "M", 500), ("EQ", "orange", None, "", 150), ("TC", "red", 200.0, "km/h", 500),
        ("DR", "red", None, "", 0),        ("VO", "orange", None, "", 100), ("XX", "red", None, "", 0),
    ],
)  # fmt: skip
def test_how_far_an_event_matters(kind, level, severity, unit, km):
    row = {"kind": kind, "level": level, "severity": severity, "severity_unit": unit}
    assert border_events.reach_km(row) == km


@pytest.mark.usefixtures("borders")
@pytest.mark.parametrize("words", [["singapore"], ["singapore", "--radius", "250"], ["1.35,103.82"], ["malaysia"]])
def test_the_json_is_what_the_schema_says(cli, words):
    check(cli("alerts", *words, "--json"), "alerts")
