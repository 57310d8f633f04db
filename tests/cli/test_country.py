"""`country`, `countries`, `emergency`: on all the real facts, in both languages, at every width."""

import re
import sys

import pytest

from safetravel_cli.domain.blocks import Heading
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages import country as card
from safetravel_cli.pages import emergency as sheet
from safetravel_cli.services.country import MORE, SECTIONS, facts
from safetravel_cli.services.emergency import answer
from safetravel_cli.views import plain_view

NOTHING = re.compile(r"(^|[:(,;] ?)(None|nan|null)([,;)]|$)|\bnan\b|\[\]|\{\}|  \)|\( ?\)")
KEY = re.compile(r"\b(country|entry|emergency|common|embassy|countries)\.[a-z_]+")


def codes(snapshot):
    return [str(code) for code in snapshot.values("SELECT country_code FROM country ORDER BY country_code")]


def env_for(language, now=1795600000.0):
    env = Env(environ={"LANG": language}, now=lambda: now)
    env.language = language
    return env


@pytest.fixture(scope="module", params=["en", "id"])
def cards(request, snapshot):
    """All cards, with every section, as (code, data, blocks)."""
    env = env_for(request.param)
    say = Say(request.param)
    found = []
    for code in codes(snapshot):
        data = {**facts(snapshot, code, env), "read_as": "", "sections": [*SECTIONS, *MORE]}
        found.append((code, data, card.page(data, say)))
    return found


def test_250_countries(cards):
    assert len(cards) == 250


def test_no_heading_is_empty_and_no_value_is_nothing(cards):
    for code, _, blocks in cards:
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Heading) and block.level == 2:
                assert after is not None, code
                assert not isinstance(after, Heading), (code, block.text)
        lines = plain_view.lines(blocks, 0)
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            assert not line.endswith(":") or after.startswith("  - "), (code, line)
            assert not NOTHING.search(line), (code, line)
            assert not KEY.search(line), (code, line)


def test_no_fact_stands_twice_in_a_section(cards):
    for code, _, blocks in cards:
        section: list[str] = []
        for line in [*plain_view.lines(blocks, 0), ""]:
            if line:
                section.append(line)
                continue
            long = [one for one in section if len(one) > 40]
            assert len(long) == len(set(long)), (code, [one for one in long if long.count(one) > 1])
            section = []


@pytest.mark.parametrize("columns", [30, 40, 60, 80])
def test_every_number_is_whole_on_one_line(cards, columns):
    for code, data, blocks in cards:
        lines = plain_view.render(blocks, columns).split("\n")
        numbers = [row["number"] for row in data["emergency"]]
        numbers += [row["number"] for mission in data["missions"] for row in mission["hotlines"] + mission["phones"]]
        for number in numbers:
            shown = phone(number).replace("\u00a0", " ")
            assert any(shown in line for line in lines), (code, columns, shown)


def test_every_emergency_page_has_whole_numbers(snapshot):
    # By alpha-3 code: AS alone means the United States to an Indonesian.
    for code in map(str, snapshot.values("SELECT alpha3_code FROM country")):
        data = answer({"name": [code]}, env_for("id")).data
        lines = plain_view.render(sheet.page(data, Say("id")), 30).split("\n")
        for row in data["numbers"]:
            shown = phone(row["number"]).replace("\u00a0", " ")
            assert any(shown in line for line in lines), (code, shown)


def test_json_has_what_scripts_rely_on(cli):
    data = cli("country", "japan", "--json").json()["data"]
    assert (data["iso2"], data["iso3"]) == ("JP", "JPN")
    assert data["names"]["en"] == "Japan"
    assert data["names"]["id"] == "Jepang"
    assert "日本" in data["names"]["native"]
    assert data["currencies"][0]["code"] == "JPY"
    assert data["calling_codes"] == ["81"]
    assert data["driving_side"] == "left"
    assert data["time"]["zone"] == "Asia/Tokyo"
    assert data["time"]["wib_difference_hours"] == 2
    police = next(row for row in data["emergency"] if row["service"] == "police")
    assert police["number"] == "110"
    assert police["source"]
    assert {mission["short_name"] for mission in data["missions"]} == {"KBRI Tokyo", "KJRI Osaka"}
    assert {"topic", "severity", "text", "penalty"} <= set(data["laws"][0])
    assert {"government", "level", "words", "as_of"} <= set(data["advice"][0])
    assert next(row for row in data["advice"] if row["government"] == "DE")["level"] is None


@pytest.mark.parametrize(("argv", "code"), [(["wakanda"], 3), (["korea"], 4), (["japan", "--section", "nonsense"], 2), ([], 2)])
def test_exit_codes(cli, argv, code):
    assert cli("country", *argv).code == code


def test_unquoted_words_and_a_typing_error(cli):
    assert "Hong Kong" in cli("country", "hong", "kong").out
    assert "Understood as Japan" in cli("country", "japn").out
    assert "Dipahami sebagai Jepang" in cli("country", "japn", lang="id").out


def test_section_narrows(cli):
    out = cli("country", "japan", "--section", "money").out
    assert "MONEY" in out
    assert "DANGER" not in out


def test_the_clock_follows_daylight_saving(cli):
    january, july = 1768478400.0, 1784116800.0  # 2026-01-15 and 2026-07-15, 12:00 UTC
    assert cli("country", "NL", "--json", now=january).json()["data"]["time"]["wib_difference_hours"] == -6
    assert cli("country", "NL", "--json", now=july).json()["data"]["time"]["wib_difference_hours"] == -5


def test_countries_filters(cli):
    every = cli("countries", "--json").json()["data"]["countries"]
    assert len(every) == 250
    asia = cli("countries", "--region", "asia", "--json").json()["data"]["countries"]
    assert {"JP", "MY", "SA"} <= {row["code"] for row in asia}
    assert "FR" not in {row["code"] for row in asia}
    free = cli("countries", "--visa-free", "--json").json()["data"]["countries"]
    assert "MY" in {row["code"] for row in free}
    assert "US" not in {row["code"] for row in free}
    calm = cli("countries", "--max-level", "1", "--json").json()["data"]["countries"]
    assert all(max(row["levels"].values()) == 1 for row in calm)
    assert cli("countries", "--region", "atlantis").code == 3
    assert cli("countries", "--max-level", "9").code == 2


def test_emergency_json(cli):
    data = cli("emergency", "japan", "--json").json()["data"]
    assert data["iso2"] == "JP"
    assert {"service", "number", "alternatives", "from_mobile", "confidence"} <= set(data["numbers"][0])
    assert "+6281290070027" in {row["number"] for row in data["hotlines"]}


def test_emergency_without_a_place_says_so_and_still_gives_the_hotline(cli):
    result = cli("emergency", env={"TZ": "UTC"})
    assert result.code == 0
    assert "+62 812 9007 0027" in result.out
    assert "not known where you are" in result.out


def test_a_broken_rich_still_shows_the_page(cli, monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.delitem(sys.modules, "safetravel_cli.views.rich_view", raising=False)
    monkeypatch.delattr("safetravel_cli.views.rich_view", raising=False)
    result = cli("emergency", "japan", env={"FORCE_COLOR": "1"})
    assert result.code == 0
    assert "Police: 110" in result.out
