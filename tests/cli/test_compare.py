"""`compare`: the facts that differ, names without quotes, unknown is not the same."""

from itertools import pairwise

import pytest

from schema_kit import check


def codes(cli, *words):
    """Return the codes of the countries that were understood."""
    return [row["iso2"] for row in check(cli("compare", *words, "--json"), "compare")["countries"]]


@pytest.mark.parametrize(
    ("words", "found"),
    {
        "japan south korea": "JP KR", "hong kong japan": "HK JP", "jepang korsel": "JP KR", "SG MY TH": "SG MY TH",
        "japn malaysa": "JP MY", "japan, south korea": "JP KR", "jepang vs korea selatan": "JP KR", "japan japan peru": "JP PE",
        "trinidad dan tobago dan kuba": "TT CU", "guinea bissau guinea": "GW GN", "arab sudi jepang": "SA JP",
        "south korea north korea": "KR KP",
    }.items(),
)  # fmt: skip
def test_names_without_quotes(cli, words, found):
    assert codes(cli, *words.split()) == found.split()


def test_a_quoted_name_is_one(cli):
    assert codes(cli, "south korea", "japan") == ["KR", "JP"]


@pytest.mark.parametrize(("words", "code"), [("korea japan", 4), ("japan", 2), ("japan wakanda", 3), ("SG MY TH VN LA", 2)])
def test_exit_codes(cli, words, code):
    for lang in ("en", "id"):
        run = cli("compare", *words.split(), "--json", lang=lang)
        assert run.code == code
        check(run)


def test_what_differs_and_what_is_the_same(cli):
    data = check(cli("compare", "japan", "south", "korea", "--json"), "compare")
    facts = {row["fact"]: row for row in data["facts"]}
    assert facts["time"]["same"]
    assert not facts["driving"]["same"]
    assert [value["value"] for value in facts["driving"]["values"]] == ["left", "right"]
    assert [value["value"] for value in facts["call_police"]["values"]] == ["110", "112"]
    for row in data["facts"]:
        for value in row["values"]:
            assert value["value"] is None or value["source"], row["fact"]
    out = cli("compare", "japan", "south", "korea").out
    assert out.index("WHAT DIFFERS") < out.index("Traffic") < out.index("THE SAME IN ALL") < out.index("Time:")
    assert "Japan: 110" in out


def test_unknown_is_never_the_same(cli, snapshot):
    names = [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")]
    for one, two in list(pairwise(names))[::6]:
        data = check(cli("compare", one, two, "--json"), "compare")
        for row in data["facts"]:
            if any(value["value"] is None for value in row["values"]):
                assert not row["same"], (one, two, row["fact"])


@pytest.mark.parametrize("lang", ["en", "id"])
def test_pages(cli, snapshot, lang):
    names = [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")]
    for one, two in list(zip(names, names[9:], strict=False))[::12]:
        for columns in (40, 80):
            page = cli("compare", one, two, lang=lang, columns=columns)
            assert page.code == 0
            assert "compare." not in page.out
            assert ": None\n" not in page.out
        assert cli("compare", one, two, lang=lang, columns=80, env={"FORCE_COLOR": "1"}).code == 0


def test_a_rate_has_its_day(cli):
    for lang, word in (("en", "(as of 30 October 2026)"), ("id", "(per 30 Oktober 2026)")):
        lines = [line for line in cli("compare", "japan", "malaysia", lang=lang, columns=200).out.splitlines() if "Rp" in line]
        assert len(lines) == 2
        assert all(word in line for line in lines)
