"""Each source in its documented shape: what is taken, what is left out, and the traps that are known."""

import json
import os

import pytest

from running import NOW
from safetravel_cli import errors
from safetravel_cli.env import Env
from safetravel_cli.net.http import Response
from safetravel_cli.sync.feeds import FEEDS, ca_advice, cdc, de_advice, ecb_history, gdacs, us_advice
from safetravel_cli.sync.session import Session
from safetravel_cli.sync.take import take
from sync_kit import ca, ca_row, de, ecb_archive, gdacs_event, history_days, us, us_feed, us_row
from sync_kit import cdc as notices
from sync_kit import ecb_history as ninety_days
from sync_kit import gdacs as disasters

FEED = {feed.name: feed for feed in FEEDS}


class Shelf:
    """A writer in memory."""

    def __init__(self):
        self.held = {}
        self.kept = {}

    def feed(self, name):
        return self.held.get(name, {})

    def validators(self, name):
        return {}

    def rows(self, table, name):
        return self.kept.get(name, [])

    def advice(self, name):
        return {row["country_code"]: row for row in self.kept.get(name, [])}

    def rates(self, name):
        return {row["currency_code"]: row for row in self.kept.get(name, [])}

    def save(self, feed, table="", rows=(), validators=()):
        self.held[feed["name"]] = feed
        if table:
            self.kept[feed["name"]] = list(rows)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def store(snapshot, shelf):
    """Return `store(name, body, now=...)`: what taking in an answer returns; the rows are on the shelf."""

    def run(name, body, now=NOW, status=200):
        env = Env(environ={**os.environ, "SAFETRAVEL_OFFLINE": "1"}, now=lambda: now)
        session = Session(env, snapshot, shelf, 1.0)
        return take(FEED[name], FEED[name].urls[0], Response(status, body, "", "", now), session)

    return run


def us_with(*rows):
    """Return the array of the United States with some entries of our own."""
    mine = {row["Title"].partition(" - ")[0] for row in rows}
    return json.dumps([row for row in json.loads(us()) if row["Title"].partition(" - ")[0] not in mine] + list(rows)).encode()


def test_the_codes_of_the_united_states_are_never_read_as_iso(store, shelf):
    store(
        "us_advice",
        us_with(us_row("Mainland China, Hong Kong & Macau - See Summaries - Level 2: x", "2026-11-20T19:00:00-05:00", "CH")),
    )
    held = shelf.advice("us_advice")
    assert held["CN"]["level"] == 2
    # CH is Switzerland for ISO, JA is nobody, and the entry of Saint Kitts bears the code of North Korea.
    assert held["CH"]["level"] == 1
    assert held["JP"]["words_en"] == "Exercise normal precautions"
    assert held["KN"]["level"] == 1
    assert held["KP"]["level"] == 4


@pytest.mark.parametrize(
    ("title", "name", "level"),
    [
        ("Japan - Level 1: Exercise Normal Precautions", "Japan", 1),
        ("Mexico Travel Advisory - Level 2: x", "Mexico", 2),
        ("Switzerland  - Level 1", "Switzerland", 1),
        ("The Gambia - Level 2: x", "Gambia", 2),
        ("Kingdom of Denmark - Level 2: x", "Kingdom of Denmark", 2),
        ("Timor-Leste - level 3: x", "Timor-Leste", 3),
        ("Guinea-Bissau Travel Advisory - Level 3", "Guinea-Bissau", 3),
    ],
)
def test_titles_of_the_united_states(title, name, level):
    (row,) = us_advice.parse(json.dumps([us_row(title)]).encode())
    assert (row.name, row.level, row.words) == (name, level, f"us_{level}")


@pytest.mark.parametrize("title", ["Worldwide Caution", "Japan - Level 5: x", "Japan - Level 0", "Level 2: x", None, 7, ""])
def test_titles_without_a_level_are_left_out(title):
    assert us_advice.parse(json.dumps([us_row(title)]).encode()) == []


def test_the_zone_of_a_date_counts():
    (row,) = us_advice.parse(json.dumps([us_row("Japan - Level 1", "2026-02-19T19:00:00-05:00")]).encode())
    assert row.known_at == "2026-02-20T00:00:00Z"


def test_of_two_parts_of_a_country_the_graver_holds_and_parts_differ(store, shelf):
    store("us_advice", us_with(us_row("West Bank - Level 3: x", "2026-11-20T19:00:00-05:00", "IS"), us_row("Gaza - Level 4: x")))
    row = shelf.advice("us_advice")["PS"]
    assert (row["level"], row["regional"]) == (4, 1)


def test_of_two_lines_under_one_name_the_newer_holds(store, shelf):
    old, new = "2025-01-02T19:00:00-05:00", "2026-11-20T19:00:00-05:00"
    for pair in (
        (us_row("Japan - Level 4", old), us_row("Japan - Level 2", new)),
        (us_row("Japan - Level 2", new), us_row("Japan - Level 4", old)),
    ):
        store("us_advice", us_with(*pair))
        assert shelf.advice("us_advice")["JP"]["level"] == 2


def test_both_forms_of_the_united_states_say_the_same(store, shelf):
    store("us_advice", us())
    array = {code: (row["level"], row["known_at"]) for code, row in shelf.advice("us_advice").items()}
    store("us_advice", us_feed())
    assert {code: (row["level"], row["known_at"]) for code, row in shelf.advice("us_advice").items() if code in array} == array


def test_an_array_of_nothing_is_what_an_unnamed_client_gets(store):
    with pytest.raises(errors.IntegrityError) as caught:
        store("us_advice", b"[]")
    assert caught.value.key == "sync.shape_changed"


def test_a_country_that_is_no_longer_listed_keeps_its_level_and_its_day(store, shelf):
    store("ca_advice", ca())
    before = shelf.advice("ca_advice")["ML"]
    answer = json.loads(ca())
    del answer["data"]["ML"]
    result = store("ca_advice", json.dumps(answer).encode(), NOW + 86400)
    assert result["missing"] == ["ML"]
    assert shelf.advice("ca_advice")["ML"] == before
    assert shelf.advice("ca_advice")["JP"]["as_of"] > before["as_of"]
    # Nothing new: only what that answer had is known to stand.
    store("ca_advice", b"", NOW + 2 * 86400, 304)
    assert shelf.advice("ca_advice")["ML"] == before
    assert shelf.advice("ca_advice")["JP"]["as_of"] == "2026-11-27"


def test_a_copy_from_before_takes_no_level_back(store, shelf):
    store("ca_advice", ca("2026-11-21T12:00:00", JP=3))
    store("ca_advice", ca("2026-11-20T12:00:00", JP=0))
    assert shelf.advice("ca_advice")["JP"]["level"] == 4


def test_what_is_older_than_the_bundled_level_is_not_stored(store, shelf):
    result = store("ca_advice", ca("2020-01-02T12:00:00", JP=3))
    assert result["older"] is True
    assert shelf.advice("ca_advice") == {}


def test_keys_that_are_no_country_are_left_out(store, shelf):
    result = store("ca_advice", ca())
    assert not {"PT-20", "IC"} & set(shelf.advice("ca_advice"))
    assert result["unknown"] == []


@pytest.mark.parametrize("state", [True, "0", 4, -1, None, 0.5, [0]])
def test_a_state_that_is_none_of_the_four_is_left_out(state):
    row = {**ca_row("JP", "Japan", 0, "2026-11-21T12:00:00"), "advisory-state": state}
    assert ca_advice.parse(json.dumps({"data": {"JP": row}}).encode()) == []


def test_a_date_without_a_zone_is_not_guessed():
    row = ca_row("JP", "Japan", 0, "2026-11-21T12:00:00")
    del row["date-published"]["timestamp"]
    assert ca_advice.parse(json.dumps({"data": {"JP": row}}).encode()) == []
    row["date-published"]["asp"] = "2026-11-21T12:00:00.123-05:00"
    assert ca_advice.parse(json.dumps({"data": {"JP": row}}).encode())[0].known_at == "2026-11-21T17:00:00Z"


@pytest.mark.parametrize(
    ("flag", "words", "regional"),
    [
        ("", "No travel warning", 0),
        ("warning", "Travel warning", 0),
        ("partialWarning", "Travel warning for parts of the country", 1),
        ("situationWarning", "Travel warning because of a special situation", 0),
    ],
)
def test_flags_of_germany_are_words_without_a_level(store, shelf, flag, words, regional):
    store("de_advice", de(JP=flag))
    row = shelf.advice("de_advice")["JP"]
    assert (row["level"], row["words_en"], row["regional"]) == (None, words, regional)


def test_what_is_no_country_in_the_object_of_germany_is_passed_over():
    rows = de_advice.parse(de())
    assert len(rows) == 199
    answer = json.loads(de())
    for row in answer["response"].values():
        if isinstance(row, dict):
            row["lastModified"] *= 1000
    assert de_advice.parse(json.dumps(answer).encode()) == []


@pytest.mark.parametrize("body", [b'{"response": {}}', b'{"response": []}', b"{}"])
def test_an_interface_that_is_switched_off_is_refused(store, body):
    with pytest.raises(errors.IntegrityError):
        store("de_advice", body)


def test_notices_are_kept_for_the_countries_that_they_name(store, shelf):
    store("cdc", notices())
    found = {(row["country_code"], row["level"], row["title"]) for row in shelf.kept["cdc"]}
    assert ("ML", 2, "Dengue in Mali") in found
    assert {code for code, _, title in found if title.startswith("Cholera")} == {"SD", "TD"}
    assert {code for code, _, title in found if title.startswith("Polio")} == {"ID", "NE", "PG"}
    # Mali is not Malawi, and neither the world nor a continent is a country.
    assert sorted(code for code, _, _ in found) == ["ID", "JP", "ML", "MW", "NE", "PG", "SD", "TD"]
    assert all(row["url"].startswith("https://wwwnc.cdc.gov/") for row in shelf.kept["cdc"])


def test_notices_are_taken_back_when_they_are_gone(store, shelf):
    store("cdc", notices())
    store(
        "cdc",
        notices(
            "Sat, 21 Nov 2026 05:00:00 GMT",
            [f"Level 1 - Measles in {name}" for name in ("Japan", "Peru", "Chad", "Mali", "Fiji")],
        ),
    )
    assert {row["country_code"] for row in shelf.kept["cdc"]} == {"JP", "PE", "TD", "ML", "FJ"}


@pytest.mark.parametrize("title", ["Dengue in Mali", "Level 9 - Dengue in Mali", "Level 2", ""])
def test_a_notice_without_a_level_is_left_out(title):
    assert cdc.parse(notices(titles=[title])) == []


def test_of_several_episodes_of_an_event_the_newest_is_kept():
    old = gdacs_event(7, "TC", "Orange", 10.0, 120.0, "2026-11-20T00:00:00")
    new = gdacs_event(7, "TC", "Red", 12.0, 118.0, "2026-11-23T00:00:00", eventname="MADE-UP-26")
    for events in ((old, new), (new, old)):
        row = next(row for row in gdacs.parse(disasters(events=events)) if row.event_id == "TC7")
        assert (row.level, row.latitude, row.longitude, row.name) == ("red", 12.0, 118.0, "MADE-UP-26")


def test_a_disaster_is_stored_with_the_countries_it_touches(store, shelf):
    countries = [{"iso2": "KH"}, {"iso2": "PH", "iso3": "PHL"}, {"iso2": "ZZ"}, {"iso2": None}, 7]
    sea = gdacs_event(8, affectedcountries=[], iso3="", country="Off shore")
    store("gdacs", disasters(events=[gdacs_event(7, iso3="LAO", affectedcountries=countries), sea]))
    held = {row["event_id"]: row for row in shelf.kept["gdacs"]}
    assert held["EQ7"]["country_codes"] == "KH LA PH"
    assert held["EQ8"]["country_codes"] == ""
    assert held["EQ7"]["starts_at"] == "2026-11-22T07:53:00Z"
    assert (held["EQ7"]["severity"], held["EQ7"]["severity_unit"], held["EQ7"]["is_current"]) == (6.1, "M", 1)
    assert held["EQ7"]["as_of"] == "2026-11-25"


@pytest.mark.parametrize(
    "wrong",
    [
        {"eventtype": "XX"},
        {"alertlevel": "Blue"},
        {"eventid": "7"},
        {"eventid": True},
        {"fromdate": "yesterday"},
        {"datemodified": None},
    ],
)
def test_an_event_that_is_not_whole_is_left_out(wrong):
    assert len(gdacs.parse(disasters(events=[gdacs_event(7, **wrong)]))) == 12


@pytest.mark.parametrize("place", [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0), (True, 0.0), ("1", 2.0)])
def test_an_event_at_no_place_is_left_out(place):
    assert len(gdacs.parse(disasters(events=[gdacs_event(7, latitude=place[0], longitude=place[1])]))) == 12


def test_a_report_elsewhere_is_no_address():
    event = gdacs_event(7, url={"report": "https://example.org/x"})
    assert next(row.url for row in gdacs.parse(disasters(events=[event])) if row.event_id == "EQ7") == ""


def test_both_forms_of_the_history_say_the_same():
    xml = ecb_history.parse(ninety_days())
    archive = ecb_history.parse(ecb_archive())
    assert xml == archive
    assert sorted(xml, reverse=True) == history_days()
    assert "CYP" not in xml["2026-11-24"]


def test_of_a_long_history_the_newest_days_are_kept():
    assert sorted(ecb_history.parse(ecb_archive(count=400)), reverse=True) == history_days(count=ecb_history.DAYS)


@pytest.mark.parametrize(
    "table",
    ["", "Date,USD,\nyesterday,1.0,\n", "Day,USD,\n", "Date,USD,\n2026-11-24,\xff,\n", "x" * (ecb_history.TABLE_LIMIT + 1)],
    ids=["empty", "no date", "no head", "not ascii", "a bomb"],
)
def test_an_archive_with_another_table_is_refused(table):
    with pytest.raises(errors.IntegrityError):
        ecb_history.parse(ecb_archive(table=table))


def test_an_archive_cut_anywhere_is_refused():
    whole = ecb_archive()
    for size in range(2, len(whole) - 1, 97):
        with pytest.raises(errors.IntegrityError):
            ecb_history.parse(whole[:size])
