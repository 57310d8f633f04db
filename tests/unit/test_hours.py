"""Whether an office is likely open: clock, weekend, holidays of both countries, and what is not known."""

import calendar
import time

import pytest

from safetravel_cli.services import hours
from safetravel_cli.services.sources import Sources


def utc(text):
    return calendar.timegm(time.strptime(text, "%Y-%m-%d %H:%M"))


def likely(snapshot, host, zone, moment, home="ID"):
    return hours.likely(snapshot, host, home, zone, utc(moment), Sources(snapshot))


@pytest.mark.parametrize(
    ("host", "zone", "moment", "likelihood", "reason", "there"),
    [
        ("SA", "Asia/Riyadh", "2026-11-27 08:00", "closed", "weekend", "2026-11-27T11:00"),
        ("SA", "Asia/Riyadh", "2026-11-29 08:00", "open", "", "2026-11-29T11:00"),
        ("JP", "Asia/Tokyo", "2026-11-29 02:00", "closed", "weekend", "2026-11-29T11:00"),
        ("JP", "Asia/Tokyo", "2026-11-25 01:20", "open", "", "2026-11-25T10:20"),
        ("JP", "Asia/Tokyo", "2026-11-25 15:00", "closed", "hours", "2026-11-26T00:00"),
        ("JP", "Asia/Tokyo", "2026-11-25 07:00", "closed", "hours", "2026-11-25T16:00"),
        ("JP", "Asia/Tokyo", "2026-11-25 00:00", "open", "", "2026-11-25T09:00"),
        ("US", "America/New_York", "2026-07-01 13:00", "open", "", "2026-07-01T09:00"),
        ("US", "America/New_York", "2026-12-01 13:30", "closed", "hours", "2026-12-01T08:30"),
    ],
)
def test_clock_and_weekend_are_those_of_the_country(snapshot, host, zone, moment, likelihood, reason, there):
    found = likely(snapshot, host, zone, moment)
    assert (found["likelihood"], found["reason"], found["local_time"]) == (likelihood, reason, there)
    assert found["holiday"] is None
    assert found["holidays_known"]
    assert found["source"]


def test_a_holiday_of_the_country_is_named(snapshot):
    found = likely(snapshot, "MY", "Asia/Kuala_Lumpur", "2026-08-31 03:00")
    assert (found["likelihood"], found["reason"]) == ("closed", "holiday")
    assert "Independence" in found["holiday"]["name_en"] or "National" in found["holiday"]["name_en"]


def test_idul_fitri_closes_the_mission_where_nobody_else_has_a_holiday(snapshot):
    first = snapshot.row(
        "SELECT date FROM holiday WHERE country_code = 'ID' AND name_id LIKE 'Idul Fitri%' AND date > '2027' LIMIT 1"
    )
    found = likely(snapshot, "DE", "Europe/Berlin", f"{first['date']} 10:00")
    assert (found["likelihood"], found["reason"]) == ("closed", "holiday_home")
    assert found["holiday"]["name_id"].startswith("Idul Fitri")
    other = likely(snapshot, "DE", "Europe/Berlin", f"{first['date']} 10:00", home="FR")
    assert other["reason"] != "holiday_home"


def test_a_holiday_of_a_part_of_the_country_leaves_it_open_to_doubt(snapshot):
    row = snapshot.rows(
        "SELECT country_code, date FROM holiday WHERE scope = 'regional' AND strftime('%w', date) IN ('2','3','4')"
    )[0]
    zone = snapshot.row("SELECT zone FROM time_zone WHERE country_code = ? ORDER BY rank LIMIT 1", row["country_code"])["zone"]
    noon = utc(f"{row['date']} 12:00")
    found = hours.likely(snapshot, row["country_code"], "ID", zone, noon - hours.offset(snapshot, zone, noon), Sources(snapshot))
    assert (found["likelihood"], found["reason"]) == ("unsure", "part")


def test_what_no_list_covers_is_said(snapshot):
    assert not likely(snapshot, "JP", "Asia/Tokyo", "2031-11-26 03:00")["holidays_known"]
    assert likely(snapshot, "JP", "", "2026-11-25 03:00") is None
    assert likely(snapshot, "JP", "Mars/Olympus", "2026-11-25 03:00") is None


def test_a_weekend_that_days_cannot_say_comes_with_its_note(snapshot):
    found = likely(snapshot, "BN", "Asia/Brunei", "2026-11-25 03:00")
    assert "Friday" in found["weekend_note_en"]
    assert "Jumat" in found["weekend_note_id"]
