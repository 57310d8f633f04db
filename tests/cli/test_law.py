"""`law` and `safety`: danger first, what is not recorded is not allowed, seasons against the month."""

import re

import pytest

from running import NOW
from safetravel_cli.services.safety import month
from schema_kit import check

KEY = re.compile(r"\b(law|safety|subject|country|common)\.[a-z]+_[a-z_]+")
JULY = NOW - 135 * 86400


@pytest.mark.parametrize("command", ["law", "safety"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_country(cli, snapshot, command, lang):
    codes = [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")]
    for code in codes[:: 3 if lang == "en" else 11]:
        data = check(cli(command, code, "--json", lang=lang), command)
        rows = data["laws" if command == "law" else "safety"]
        order = [("danger", "caution", "info").index(row["severity"]) for row in rows]
        assert order == sorted(order), code
        page = cli(command, code, lang=lang, columns=40)
        assert page.code == 0
        assert max(map(len, page.out.split("\n"))) <= 60, code
        assert not KEY.search(page.out), code


def test_no_penalty_is_lost_between_the_languages(cli, snapshot):
    for code in map(str, snapshot.values("SELECT DISTINCT country_code FROM law ORDER BY 1")):
        name = snapshot.row("SELECT alpha3_code FROM country WHERE country_code = ?", code)["alpha3_code"]
        for row in cli("law", name, "--json", lang="id").json()["data"]["laws"]:
            assert bool(row["penalty_en"]) == bool(row["penalty_id"]), (code, row["topic"])
            assert (row["penalty"], row["text"], row["title"]) == (row["penalty_id"], row["text_id"], row["title_id"])
            assert row["text_en"]


def test_the_penalty_source_and_date_stand_with_a_topic(cli):
    english = cli("law", "singapore", "--topic", "drugs", columns=0).out
    assert "Penalty: Death, caning" in english
    assert "(Source: UK FCDO travel advice" in english
    assert "2026)" in english
    assert "Hukuman: Hukuman mati" in cli("law", "singapura", "--topic", "narkoba", lang="id", columns=0).out


def test_what_is_unverified_is_marked(cli, snapshot):
    row = snapshot.row("SELECT country_code, topic FROM law WHERE confidence = 'unverified' ORDER BY country_code, topic")
    name = snapshot.row("SELECT alpha3_code FROM country WHERE country_code = ?", row["country_code"])["alpha3_code"]
    assert "[unverified]" in cli("law", name, "--topic", row["topic"], columns=400).out


@pytest.mark.parametrize("asked", ["drugs", "narkoba", "Drugs", "narkba", "drugs,vaping"])
def test_a_topic_by_id_title_or_with_a_typing_error(cli, asked):
    topics = [row["topic"] for row in cli("law", "SGP", "--topic", asked, "--json").json()["data"]["laws"]]
    assert "drugs" in topics
    assert set(topics) <= {"drugs", "vaping"}


def test_a_part_of_a_title_means_all_that_have_it(cli):
    data = cli("law", "saudi", "arabia", "--topic", "domestic", "--json").json()["data"]
    assert {"work_domestic_ban", "work_domestic_rules"} <= {row["topic"] for row in data["laws"]}


def test_an_unknown_topic_is_not_guessed(cli):
    run = cli("law", "japan", "--topic", "wakanda", "--json")
    assert run.code == 3
    assert run.json()["errors"][0]["id"] == "no_topic"


def test_a_topic_without_a_row_is_not_said_to_be_allowed(cli):
    run = cli("law", "japan", "--topic", "zamzam", columns=200)
    assert run.code == 0
    assert "does not mean that it is allowed" in run.out
    assert "bukan berarti boleh" in cli("law", "jepang", "--topic", "zamzam", lang="id", columns=200).out.lower()


@pytest.mark.parametrize("command", ["law", "safety", "visa", "food", "currency"])
def test_without_a_name_the_country_where_you_are_is_said(cli, command):
    by_clock = cli(command, env={"TZ": "Asia/Tokyo"}, columns=200)
    assert by_clock.code == 0
    assert by_clock.out.split("\n")[1].startswith("Japan: taken from the time zone")
    cli("here", "riyadh")
    assert cli(command, lang="id", columns=200).out.split("\n")[1].startswith("Arab Saudi: negara dari tempat yang Anda simpan")


@pytest.mark.parametrize("command", ["law", "safety", "visa", "food", "currency"])
def test_without_a_name_and_a_place_it_is_asked_for(cli, command):
    for lang in ("en", "id"):
        run = cli(command, lang=lang)
        assert run.code == 3
        assert f"safetravel {command} j" in run.err
        check(cli(command, "--json", lang=lang))
    several = cli(command, "--json", env={"TZ": "America/Puerto_Rico"})
    assert several.code in (0, 4)


def test_the_season_follows_the_month(cli):
    asked = {}
    for number in ("2", "August"):
        rows = check(cli("safety", "philippines", "--month", number, "--json"), "safety")["safety"]
        asked[number] = next(row["now"] for row in rows if row["topic"] == "storm_flood_season")
    assert asked == {"2": False, "August": True}
    assert "NOT IN SEASON IN FEBRUARY" in cli("safety", "philippines", "--month", "feb").out
    assert check(cli("safety", "philippines", "--json", now=JULY), "safety")["month"] == 7


def test_the_place_within_the_country_is_named(cli):
    assert "(Western and central Mindanao" in cli("safety", "philippines", columns=0).out


@pytest.mark.parametrize(
    ("text", "number"), {"8": 8, "08": 8, "August": 8, "agustus": 8, "agt": 8, "Mei": 5, "may": 5, "des": 12, "jun": 6}.items()
)
def test_a_month_is_understood(text, number):
    assert month(text) == number


@pytest.mark.parametrize("text", ["0", "13", "ju", "", "monday"])
def test_what_is_no_month_is_refused(cli, text):
    assert cli("safety", "japan", "--month", text or "x").code == 2


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("columns", [30, 37, 40, 45, 60])
def test_a_number_within_a_text_is_never_wrapped(cli, lang, columns):
    for country, number in (("netherlands", "0900 8844"), ("new zealand", "0800 200 088")):
        assert number in cli("safety", *country.split(), lang=lang, columns=columns).out


def test_a_topic_that_is_none_leads_to_the_search(cli):
    for words in (("law", "malaysia", "--topic", "vape"), ("safety", "malaysia", "--topic", "vape"), ("guide", "vape")):
        assert "safetravel search vape" in cli(*words, columns=200).err
