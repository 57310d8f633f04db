"""Public holidays: what may still move is marked, what is not known is said."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.domain import days
from safetravel_cli.services.holidays import moon
from schema_kit import check


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("name", ["japan", "saudi arabia", "indonesia", "malaysia", "sri lanka", "vatican"])
def test_a_country(cli, name, lang):
    data = check(cli("holidays", *name.split(), "--json", lang=lang), "holidays")
    assert data["today"] == "2026-11-25"
    assert all(row["date"] >= "2026-11-25" and row["source"] and row["as_of"] for row in data["holidays"])
    for columns in (40, 80):
        page = cli("holidays", *name.split(), lang=lang, columns=columns)
        assert page.code == 0
        assert "holidays." not in page.out


def test_every_country_answers(cli, snapshot):
    for code in [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")][::5]:
        check(cli("holidays", code, "--json"), "holidays")


def test_a_feast_by_the_moon_is_never_certain(cli, snapshot):
    for code in ("SAU", "IDN", "MYS", "ARE", "TUR", "BRN", "SGP", "EGY"):
        for row in check(cli("holidays", code, "--year", "2027", "--json"), "holidays")["holidays"]:
            if "Eid" in row["name_en"] or "Ramadan" in row["name_en"]:
                assert row["moon"], (code, row)
            if row["name_en"] in ("Christmas Day", "Independence Day"):
                assert not row["moon"]


def test_a_decreed_feast_of_indonesia_waits_for_the_moon_all_the_same(cli):
    page = cli("holidays", "indonesia", lang="id").out.replace("\n  ", " ")
    assert "Idul Fitri (Hari Raya Idul Fitri; mengikuti bulan, dipastikan menjelang harinya)" in page
    assert "cuti bersama: kantor tutup" in page


@pytest.mark.parametrize(
    ("name", "estimated", "coming", "mark"),
    [
        ("Eid al-Fitr", True, True, "estimated"),
        ("Eid al-Fitr (observed)", False, True, "sighted"),
        ("Eid al-Fitr", False, False, ""),
        ("Islamic Republic Day", False, True, ""),
        ("The Sheikh Abeid Amani Karume Day", False, True, ""),
        ("Prophet's Birthday", False, True, "sighted"),
        ("Christmas Day; Isra' and Mi'raj", False, True, "sighted"),
        ("Vesak Day", False, True, ""),
    ],
)
def test_the_mark(name, estimated, coming, mark):
    assert moon(name, estimated, coming) == mark


def test_a_year(cli):
    data = check(cli("holidays", "jepang", "--year", "2027", "--json"), "holidays")
    assert data["holidays"][0]["date"] == "2027-01-01"
    assert all(row["date"].startswith("2027") for row in data["holidays"])
    unknown = cli("holidays", "japan", "--year", "2030")
    assert unknown.code == 3
    assert "2027" in unknown.err
    assert cli("holidays", "japan", "--year", "next").code == 2


def test_a_list_that_ends_says_so(cli):
    assert "The list ends on 31 December 2026" in cli("holidays", "sri", "lanka").out.replace("\u00a0", " ")


def test_today_is_a_holiday(cli):
    christmas = 1798160400.0
    assert "Today: Christmas" in cli("holidays", "germany", now=christmas).out


def test_without_a_name_it_is_where_you_are(cli):
    page = cli("holidays", env={"TZ": "Asia/Tokyo"})
    assert "Japan" in page.out.splitlines()[0]
    assert "Asia/Tokyo" in page.out.replace("\n", " ")
    assert cli("holidays", env={"TZ": "Asia/Jakarta"}).code == 3


@given(st.dates())
def test_days_are_those_of_the_calendar(day):
    text = day.isoformat()
    assert days.number(text) == (day - datetime.date(1970, 1, 1)).days
    assert days.text(days.number(text)) == text
    assert days.weekday(text) == day.weekday()
    assert days.is_day(text)


@pytest.mark.parametrize(
    "text", ["2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "", "2027-01-01T10:00", "0000-01-01", "٢٠٢٧-٠١-٠١"]
)
def test_what_is_no_day(text):
    assert not days.is_day(text)
