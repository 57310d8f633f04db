"""Trips: the arithmetic of passports, and calendars however they are broken."""

from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli import errors
from safetravel_cli.domain import days
from safetravel_cli.services import trip_calendar
from safetravel_cli.services.trip_check import add_months, needed_until

DAYS = st.dates(date(2026, 1, 1), date(2036, 12, 31))
RULES = st.sampled_from(
    ["months_from_arrival", "months_after_stay", "months", "days_from_arrival", "days_after_stay", "whole_stay", "on_arrival"]
)


@given(DAYS, st.integers(0, 60))
def test_months_later_is_a_day_in_that_month(day, count):
    text = add_months(day.isoformat(), count)
    assert days.is_day(text)
    later = date.fromisoformat(text)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    # Either the same day, or the last of a shorter month.
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(DAYS, st.integers(0, 100), RULES, st.integers(0, 12), st.integers(0, 200))
def test_a_rule_never_asks_for_less_than_the_stay(arrive, stay, kind, months, count):
    leave = (arrive + timedelta(days=stay)).isoformat()
    rule = {"validity_rule": kind, "validity_months": months, "validity_days": count}
    until = needed_until(rule, arrive.isoformat(), leave)
    assert days.is_day(until)
    assert until >= leave
    if kind in ("whole_stay", "on_arrival"):
        assert until == leave
    if kind == "days_after_stay":
        assert days.number(until) == days.number(leave) + count


def test_no_rule_asks_for_the_stay():
    for rule in (None, {}, {"validity_rule": None}):
        assert needed_until(rule, "2027-01-01", "2027-01-09") == "2027-01-09"


@pytest.mark.parametrize(
    ("kind", "until"),
    [
        ("months_from_arrival", "2027-07-31"),
        ("months_after_stay", "2027-08-28"),
        ("months", "2027-08-28"),
        ("days_from_arrival", "2027-05-01"),
    ],
)
def test_rules_by_example(kind, until):
    rule = {"validity_rule": kind, "validity_months": 6, "validity_days": 90}
    assert needed_until(rule, "2027-01-31", "2027-02-28") == until


STAYS = st.lists(
    st.tuples(st.sampled_from(["Tokyo", "Seoul", "Jakarta", "Paris"]), st.integers(0, 300), st.integers(1, 20)), max_size=12
)


@given(STAYS)
def test_every_event_is_inside_a_leg_of_its_country(snapshot, stays):
    written = icalendar.Calendar()
    first = date(2027, 1, 1)
    for town, start, length in stays:
        event = icalendar.Event()
        event.add("summary", "Stay")
        event.add("location", town)
        event.add("dtstart", first + timedelta(days=start))
        event.add("dtend", first + timedelta(days=start + length))
        written.add_component(event)
    plan = trip_calendar.read(snapshot, written.to_ical(), "trip.ics")
    assert plan.unread == []
    codes = {"Tokyo": "JP", "Seoul": "KR", "Jakarta": "ID", "Paris": "FR"}
    for town, start, length in stays:
        arrive = (first + timedelta(days=start)).isoformat()
        leave = (first + timedelta(days=start + length - 1)).isoformat()
        assert any(leg.place.country_code == codes[town] and leg.arrive <= arrive and leave <= leg.leave for leg in plan.legs)
    assert all(leg.arrive <= leg.leave for leg in plan.legs)


@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_broken_calendar_is_refused_or_read_never_a_crash(snapshot, noise, at):
    whole = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270305\r\n"
        b"LOCATION:Tokyo\\, Japan\r\nSUMMARY:Stay\r\nGEO:35.6;139.7\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    try:
        plan = trip_calendar.read(snapshot, whole[:at] + noise + whole[at:], "trip.ics")
    except errors.UsageError:
        return
    assert all(days.is_day(leg.arrive) and leg.place.country_code for leg in plan.legs)
