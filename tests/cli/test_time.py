"""The clocks of a place, and the hours for a call home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.services.time import HOME_AWAKE, THERE_AWAKE, windows
from schema_kit import check

PLACES = ("japan", "usa", "los angeles", "indonesia", "nepal", "kiribati", "-33.87,151.21", "makkah", "0,-30", "antarctica")


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_its_clocks(cli, place, lang):
    data = check(cli("time", *place.split(), "--json", lang=lang), "time")
    assert data["zones"] or place == "0,-30"
    for columns in (40, 80):
        page = cli("time", *place.split(), lang=lang, columns=columns)
        assert page.code == 0
        assert "time." not in page.out
        assert all(len(line) <= columns for line in page.out.splitlines())


def test_one_zone(cli):
    data = check(cli("time", "japan", "--json"), "time")
    assert data["here"] == "Asia/Tokyo"
    assert data["zones"][0]["local_time"] == "2026-11-25T12:00"
    assert data["zones"][0]["against"] == {"WIB": 2, "WITA": 1, "WIT": 0}
    page = cli("time", "jepang", lang="id").out
    assert "2\u00a0jam lebih cepat dari WIB" in page.replace("2 jam", "2\u00a0jam")
    assert "sama dengan WIT" in page


def test_a_country_of_many_zones_has_no_one_time(cli):
    data = check(cli("time", "usa", "--json"), "time")
    assert data["here"] == ""
    page = cli("time", "usa").out
    assert page.count("Now there:") == 8
    assert "Arizona (except the Navajo Nation)" in page
    assert page.index("Now there:") > page.index("DIFFERENT CLOCKS")


def test_a_city_of_it_has_its_own(cli):
    data = check(cli("time", "los", "angeles", "--json"), "time")
    assert data["here"] == "America/Los_Angeles"
    here = next(row for row in data["zones"] if row["zone"] == data["here"])
    assert here["local_time"] == "2026-11-24T19:00"
    assert here["next_change"]["local_time"] == "2027-03-14T02:00"
    assert here["next_change"]["against"]["WIB"] == -14


def test_a_zone_of_half_an_hour(cli):
    assert check(cli("time", "nepal", "--json"), "time")["zones"][0]["against"]["WIB"] == -1.25
    assert "1 h 15 min behind WIB" in cli("time", "nepal").out.replace("\u00a0", " ")


def test_without_a_name_it_is_where_you_are(cli):
    there = cli("time", env={"TZ": "Asia/Tokyo"})
    assert "time zone of this device (Asia/Tokyo)" in there.out.replace("\n", " ")
    several = cli("time", env={"TZ": "Europe/Zurich"})
    assert several.code in (0, 4)
    nowhere = cli("time", env={"TZ": "Asia/Jakarta"})
    assert nowhere.code == 3
    assert "safetravel time japan" in nowhere.err.replace("\n", " ")
    cli("here", "london")
    assert "London" in cli("time", env={"TZ": "Asia/Tokyo"}).out


@given(st.integers(-22 * 60, 9 * 60))
def test_a_window_is_within_the_hours_of_both_ends(ahead):
    def minutes(text):
        return int(text[:2]) * 60 + int(text[3:])

    found = windows(ahead)["windows"]
    assert 1 <= len(found) <= 2
    for one in found:
        start, end = minutes(one["from"]), minutes(one["to"])
        assert THERE_AWAKE[0] <= start < end <= THERE_AWAKE[1]
        assert (minutes(one["home_from"]) + ahead - start) % 1440 == 0
        assert HOME_AWAKE[0] <= minutes(one["home_from"]) < minutes(one["home_to"]) <= HOME_AWAKE[1]


def test_now_is_told_by_the_clock_at_home():
    eight_in_the_evening = 20 * 3600
    assert windows(0, eight_in_the_evening)["now"]
    assert not windows(0, 22 * 3600)["now"]
    assert not windows(4 * 60, eight_in_the_evening)["now"]
