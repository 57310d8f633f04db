"""`prayer`: times, next prayer, month, qibla and Hijri date of a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.domain.prayer import METHODS
from safetravel_cli.pages.prayer import rose
from schema_kit import check

PLACES = ("tokyo", "makkah", "kuala lumpur", "japan", "usa", "-33.87,151.21", "0,-30", "tromso", "kiribati", "21.4225,39.8262")


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("place", PLACES)
def test_a_place(cli, place, lang):
    for more in ([], ["--month"], ["--date", "2027-06-21"], ["--method", "mwl"]):
        data = check(cli("prayer", *place.split(), *more, "--json", lang=lang), "prayer")
        assert len(data["days"]) == (30 if more == ["--month"] else 1)
        for columns in (40, 80):
            page = cli("prayer", *place.split(), *more, lang=lang, columns=columns)
            assert page.code == 0
            assert "prayer." not in page.out
            assert all(len(line) <= columns for line in page.out.splitlines())


def test_kemenag_and_the_local_authority(cli):
    data = check(cli("prayer", "kuala", "lumpur", "--date", "2026-11-25", "--json"), "prayer")
    assert data["methods"] == ["kemenag", "jakim"]
    assert data["days"][0]["times"]["jakim"]["fajr"] == "2026-11-25T05:49"
    page = cli("prayer", "kuala", "lumpur", "--date", "2026-11-25", lang="id").out
    assert "Subuh: 05:42 (JAKIM 05:49)" in page
    assert "Imsak: 05:32" in page
    assert check(cli("prayer", "jakarta", "--json"), "prayer")["methods"] == ["kemenag"]
    assert check(cli("prayer", "tokyo", "--method", "isna", "--json"), "prayer")["methods"] == ["isna"]
    assert cli("prayer", "tokyo", "--method", "mine").code == 2


def test_the_day_of_jakarta_as_kemenag_prints_it(cli):
    times = check(cli("prayer", "jakarta", "--date", "2026-03-04", "--json"), "prayer")["days"][0]["times"]["kemenag"]
    printed = {"imsak": "04:33", "fajr": "04:43", "dhuhr": "12:08", "asr": "15:09", "maghrib": "18:14", "isha": "19:23"}
    for name, clock in printed.items():
        assert abs(minutes(times[name][11:]) - minutes(clock)) <= 1, name


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:5])


def test_the_next_prayer(cli):
    # 12:00 in Tokyo.
    coming = check(cli("prayer", "tokyo", "--json"), "prayer")["next"]
    assert coming == {"prayer": "asr", "at": "2026-11-25T14:13", "minutes_left": 133, "method": "kemenag"}
    assert "Next: Asr at 14:13, in 2 h 13 min." in cli("prayer", "tokyo").out.replace("\u00a0", " ")
    late = check(cli("prayer", "tokyo", "--json", now=1795575600.0 + 9 * 3600), "prayer")["next"]
    assert late["prayer"] == "fajr"
    assert late["at"].startswith("2026-11-26")
    assert check(cli("prayer", "tokyo", "--date", "2027-01-01", "--json"), "prayer")["next"] is None


def test_the_hijri_date_and_ramadan(cli):
    day = check(cli("prayer", "makkah", "--date", "2027-02-08", "--json"), "prayer")["days"][0]
    assert day["hijri"] == {"year": 1448, "month": 9, "day": 1}
    assert day["hijri_after_maghrib"] == {"year": 1448, "month": 9, "day": 2}
    times = day["times"]["ummalqura"]
    assert minutes(times["isha"][11:]) - minutes(times["maghrib"][11:]) == 120
    page = cli("prayer", "makkah", "--date", "2027-02-08", lang="id").out.replace("\u00a0", " ").replace("\n", " ")
    assert "1 Ramadan 1448 H" in page
    assert "bisa berbeda sehari" in page


def test_the_qibla(cli):
    data = check(cli("prayer", "-6.2088,106.8456", "--json"), "prayer")["qibla"]
    assert 294.9 < data["bearing_deg"] < 295.3
    assert 7_900_000 < data["distance_m"] < 7_930_000
    assert "295° from true north, to the west-northwest" in cli("prayer", "-6.2088,106.8456").out
    assert "face it" in cli("prayer", "21.4225,39.8262").out
    assert "your own position" in cli("prayer", "makkah").out


def test_a_country_is_answered_for_its_capital_and_says_so(cli):
    data = check(cli("prayer", "australia", "--json"), "prayer")
    assert data["at"]["capital"]
    assert data["zone"] == "Australia/Sydney"
    assert "times of Canberra" in cli("prayer", "australia").out


def test_high_latitudes_say_their_rule(cli):
    page = cli("prayer", "london", "--date", "2027-06-21").out.replace("\n", " ")
    assert "Fiqh Council of the Muslim World League" in page
    assert page.count("*") >= 3
    assert "those of latitude 45" in cli("prayer", "tromso", "--date", "2027-06-21").out.replace("\n", " ")


@pytest.mark.parametrize("date", ["tomorrow", "2027-02-30", "2019-01-01", "2040-01-01", "08-02-2027"])
def test_a_date_that_is_none(cli, date):
    run = cli("prayer", "tokyo", "--date", date)
    assert run.code == 2
    assert "2027-02-08" in run.err


def test_without_a_place_it_is_where_you_are(cli):
    assert cli("prayer", env={"TZ": "Asia/Jakarta"}).code == 3
    page = cli("prayer", env={"TZ": "Asia/Tokyo"}).out
    assert "Asia/Tokyo" in page
    assert "times of Tokyo" in page
    cli("here", "osaka")
    assert "osaka" in cli("prayer").out.splitlines()[0].lower()


def test_every_method_has_its_words():
    from safetravel_cli.i18n.prayer import WORDS

    for name in METHODS:
        assert f"method_{name}" in WORDS
        assert f"authority_{name}" in WORDS


@given(st.floats(0, 359.9))
def test_a_rose_hides_no_letter(bearing):
    drawn = "".join(rose(bearing, "NESW"))
    assert all(drawn.count(letter) == 1 for letter in "NESWK+")


def test_imsak_bears_the_mark_of_the_fajr_before_which_it_stands(cli):
    for place in ("london", "tromso"):
        out = cli("prayer", place, "--date", "2027-06-21", columns=200).out
        imsak, fajr = (next(line for line in out.splitlines() if line.startswith(name)) for name in ("Imsak", "Fajr"))
        assert imsak.endswith("*"), out
        assert fajr.endswith("*")


def test_the_month_by_the_other_method_is_that_of_the_same_place(cli):
    page = cli("prayer", "kuala", "lumpur", "--month", "--date", "2027-03-02", columns=400).out
    line = next(line for line in page.splitlines() if "--method jakim" in line)
    command = line.partition(": ")[2].partition("safetravel ")[2]
    assert command == "prayer kuala lumpur --month --date 2027-03-02 --method jakim"
    assert "Kuala Lumpur" in cli(*command.split()).out
    assert cli("here", "kuala", "lumpur").code == 0
    saved = cli("prayer", "--month", "--date", "2027-03-02", columns=400).out
    assert "safetravel prayer --month --date 2027-03-02 --method jakim" in saved
