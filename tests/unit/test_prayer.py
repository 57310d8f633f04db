"""The computed prayer times against those that the authorities print, and their order everywhere."""

import csv
import os
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.domain import days, prayer, sun

FIXTURE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "prayer", "published.csv")
PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "explanation", "prayer.md")
# What the tables of these allow: they are printed for a zone or a district, not for the point that is taken here.
TWO_MINUTES = {("diyanet", "isha"), ("kuwait", "fajr"), ("kuwait", "sunrise")}

with open(FIXTURE, encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:])


def differences(row):
    """Return by prayer how many minutes the printed time is after the computed one."""
    found = prayer.times(prayer.METHODS[row["method"]], float(row["latitude"]), float(row["longitude"]), days.number(row["date"]))
    ahead = int(row["utc_offset_minutes"])
    return {name: minutes(row[name]) - found.minutes[name] - ahead for name in prayer.PRAYERS if row[name] != "-"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['source']} {row['place']} {row['date']}")
def test_a_printed_day(row):
    for name, off in differences(row).items():
        assert abs(off) <= (2 if (row["method"], name) in TWO_MINUTES else 1), (name, off)


@pytest.mark.parametrize(("method", "share"), [("kemenag", 0.8), ("ummalqura", 0.9), ("muis", 0.65), ("jakim", 0.6)])
def test_most_figures_are_the_same_minute(method, share):
    off = [value for row in ROWS if row["method"] == method for value in differences(row).values()]
    assert off.count(0) >= share * len(off)


def test_every_source_of_the_fixture_is_named_in_the_docs():
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    assert {row["source"] for row in ROWS} <= {word.strip("`,") for word in page.split() if word.startswith("`")}
    assert all(f"`{name}`" in page for name in prayer.METHODS)


DAYS = st.integers(days.number("2026-01-01"), days.number("2037-12-31"))


@given(st.sampled_from(list(prayer.METHODS)), st.floats(-90, 90), st.floats(-180, 180), DAYS)
def test_every_place_has_its_times_in_order(name, latitude, longitude, day):
    found = prayer.times(prayer.METHODS[name], latitude, longitude, day)
    held = [found.minutes[prayer_name] for prayer_name in prayer.PRAYERS]
    assert list(found.minutes) == list(prayer.PRAYERS)
    # Margins move a time by a few minutes: where the sun barely rises, sunrise and dhuhr may meet.
    assert all(later - earlier >= -15 for earlier, later in pairwise(held))
    assert held[-1] - held[0] <= 1440 + 15


@given(st.sampled_from(list(prayer.METHODS)), st.floats(-44, 44), st.floats(-180, 180), DAYS)
def test_below_latitude_45_nothing_is_modelled(name, latitude, longitude, day):
    found = prayer.times(prayer.METHODS[name], latitude, longitude, day)
    assert found.modelled == []
    held = list(found.minutes.values())
    assert held == sorted(held)


def test_the_rule_of_high_latitudes():
    method = prayer.METHODS["kemenag"]
    summer = days.number("2027-06-21")
    assert prayer.times(method, 51.5, -0.1, summer).modelled == ["fajr", "isha"]
    assert prayer.times(method, 69.65, 18.96, summer).modelled == list(prayer.PRAYERS)
    assert prayer.times(method, 51.5, -0.1, days.number("2027-03-21")).modelled == []
    own, model = prayer.times(method, 80, 20, summer).minutes, prayer.times(method, 45, 20, summer).minutes
    assert own == model


def test_isha_of_makkah_is_later_in_ramadan():
    method, day = prayer.METHODS["ummalqura"], days.number("2027-02-10")
    usual, fasting = (prayer.times(method, 21.4225, 39.8262, day, ramadan).minutes for ramadan in (False, True))
    assert fasting["isha"] - usual["isha"] == 30


@given(st.floats(-65, 65), st.floats(-180, 180), DAYS)
def test_the_sun_is_highest_at_noon(latitude, longitude, day):
    at = sun.noon(day, longitude)
    rise, fall = (sun.crossing(day, latitude, longitude, 0.0, sign) for sign in (-1, 1))
    if rise is not None and fall is not None:
        assert rise < at < fall
        assert abs((rise + fall) / 2 - at) < 3


def test_equinox_and_solstice():
    # USNO: equinox 20 March 2026 14:46 UTC, solstice 21 June 2026 08:25 UTC.
    import math

    assert abs(math.degrees(sun.position(days.number("2026-03-20") + (14 * 60 + 46) / 1440)[0])) < 0.005
    assert abs(math.degrees(sun.position(days.number("2026-06-21") + (8 * 60 + 25) / 1440)[0]) - 23.436) < 0.005


@pytest.mark.parametrize(
    ("longitude", "ahead", "shift"), [(-157.4, 14 * 60, -1), (-172, 13 * 60, -1), (106.8, 420, 0), (0, 0, 0)]
)
def test_a_day_across_the_date_line(longitude, ahead, shift):
    assert prayer.civil_day(100, longitude, ahead) == 100 + shift
    local = sun.noon(prayer.civil_day(0, longitude, ahead), longitude) + shift * 1440 + ahead
    assert 0 <= local < 1440
