"""`visa`: kind and days, no promise, health by where you come from, two passports side by side."""

import pytest

from schema_kit import check


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_country(cli, snapshot, lang):
    for code in [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")][
        :: 3 if lang == "en" else 11
    ]:
        data = check(cli("visa", code, "--json", lang=lang), "visa")
        page = cli("visa", code, lang=lang, columns=80)
        assert page.code == 0
        assert ": None\n" not in page.out
        promised = "no promise of entry" if lang == "en" else "bukan jaminan masuk"
        if any(row["visa"] for row in data["passports"]):
            assert promised in page.out.replace("\n", " "), code


def test_the_date_stands_beside_the_rule(cli):
    assert "Recorded: 17 February 2026" in cli("visa", "brazil").out
    assert "may have changed since" in cli("visa", "brazil", "--max-age", "30").out
    assert "Tercatat: 17 Februari 2026" in cli("visa", "brasil", lang="id").out


@pytest.mark.parametrize(
    ("country", "origin", "answer"),
    [
        ("THA", "kenya", "needed"),
        ("THA", "ID", "not_needed"),
        ("BRA", "kenya", "not_needed"),
        ("AGO", "ID", "needed"),
        ("SAU", "kenya", "needed"),
    ],
)
def test_yellow_fever_depends_on_where_you_come_from(cli, country, origin, answer):
    data = check(cli("visa", country, "--from", origin, "--json"), "visa")
    assert data["yellow_fever"] == answer
    assert data["origin"]["method"] == "given"


def test_where_you_are_is_where_you_come_from(cli):
    data = check(cli("visa", "thailand", "--json", env={"TZ": "Africa/Nairobi"}), "visa")
    assert (data["origin"]["iso2"], data["origin"]["method"], data["yellow_fever"]) == ("KE", "here", "needed")
    home = check(cli("visa", "thailand", "--json"), "visa")["origin"]
    assert (home["iso2"], home["method"]) == ("ID", "assumed")
    there = check(cli("visa", "kenya", "--json", env={"TZ": "Africa/Nairobi"}), "visa")["origin"]
    assert (there["iso2"], there["method"]) == ("ID", "assumed")


def test_the_way_home_is_thought_of(cli):
    assert check(cli("visa", "brazil", "--json"), "visa")["home_asks_yellow_fever"] is True
    assert check(cli("visa", "japan", "--json"), "visa")["home_asks_yellow_fever"] is False
    assert "Saat pulang, Indonesia meminta" in cli("visa", "brasil", lang="id").out


def test_pilgrims_are_told_of_meningitis(cli):
    assert "hajj and umrah" in cli("visa", "SA", columns=0).out
    assert "haji dan umrah" in cli("visa", "SA", lang="id", columns=0).out


def test_two_passports_are_compared(cli):
    data = check(cli("visa", "japan", "--passport", "ID,malaysia", "--json"), "visa")
    assert [row["passport"] for row in data["passports"]] == ["ID", "MY"]
    assert data["easiest"] == "MY"
    out = cli("visa", "japan", "--passport", "ID,malaysia").out
    assert "Least trouble by this list, by passport: Malaysia." in out
    assert "Two nationalities" in out


def test_two_nationalities_of_the_settings(cli):
    assert cli("config", "set", "second_passport", "nl").code == 0
    data = check(cli("visa", "france", "--json"), "visa")
    assert [row["passport"] for row in data["passports"]] == ["ID", "NL"]
    assert data["easiest"] == "NL"
    own = check(cli("visa", "NLD", "--json"), "visa")
    assert own["passports"][1]["own_passport"] is True
    assert own["easiest"] == "NL"


def test_a_code_in_capitals_is_that_country(cli):
    assert check(cli("visa", "japan", "--passport", "AS", "--json"), "visa")["passports"][0]["passport"] == "AS"


@pytest.mark.parametrize(
    ("argv", "code"), [(["wakanda"], 3), (["japan", "--passport", "wakanda"], 3), (["japan", "--from", "korea"], 4)]
)
def test_exit_codes(cli, argv, code):
    for lang in ("en", "id"):
        run = cli("visa", *argv, "--json", lang=lang)
        assert run.code == code
        check(run)


def test_one_month_is_not_months(cli):
    assert "1 month after the stay" in cli("visa", "hong", "kong", columns=200).out
