"""Names: the rule of lookup/country.py on the real names."""

import random

import pytest

from safetravel_cli import errors
from safetravel_cli.lookup import typo
from safetravel_cli.lookup.country import find, suggest
from safetravel_cli.lookup.fold import fold

ONE = {
    "japan": "JP", "jepang": "JP", "JP": "JP", "jpn": "JP", "392": "JP", ".jp": "JP", "+81": "JP", "日本": "JP",
    "arab saudi": "SA", "hong kong": "HK", "hongkong": "HK", "holland": "NL", "belanda": "NL",
    "korsel": "KR", "korea selatan": "KR",
    "UAE": "AE", "inggris": "GB", "guinea": "GN", "niger": "NE", "china": "CN", "tiongkok": "CN", "amerika serikat": "US",
    "côte d'ivoire": "CI", "cote divoire": "CI", "pantai gading": "CI", "türkiye": "TR", "turki": "TR", "timor leste": "TL",
    "palestina": "PS", "kosovo": "XK", "مصر": "EG", "Россия": "RU", "ID": "ID", "IN": "IN",
    "MS": "MS", "SU": "RU", "US": "US",
}  # fmt: skip
SEVERAL = {"korea": {"KP", "KR"}, "congo": {"CD", "CG"}, "AS": {"AS", "US"}}


@pytest.mark.parametrize(("text", "code"), ONE.items())
def test_a_name_means_one_country(snapshot, text, code):
    found = find(snapshot, text)
    assert (found.code, found.read_as) == (code, "")


@pytest.mark.parametrize(("text", "codes"), SEVERAL.items())
def test_a_shared_word_lists_its_countries(snapshot, text, codes):
    with pytest.raises(errors.Ambiguous) as caught:
        find(snapshot, text)
    assert {choice["code"] for choice in caught.value.choices} == codes


@pytest.mark.parametrize(
    ("text", "code"), {"japn": "JP", "jpang": "JP", "arab sudi": "SA", "singapur": "SG", "philipines": "PH"}.items()
)
def test_one_typing_error_is_understood_and_said(snapshot, text, code):
    found = find(snapshot, text)
    assert found.code == code
    if fold(text) not in {str(name) for name in snapshot.values("SELECT folded FROM country_name")}:
        assert found.read_as


@pytest.mark.parametrize("text", ["wakanda", "zz", "qqqqqqqq", ""])
def test_unknown_is_not_guessed(snapshot, text):
    with pytest.raises(errors.NotFound) as caught:
        find(snapshot, text)
    assert len(caught.value.choices) <= 5


def test_every_country_is_found_by_its_own_names_and_codes(snapshot):
    for row in snapshot.rows("SELECT country_code, alpha3_code, name_en, name_id FROM country"):
        for name in (row["alpha3_code"], row["name_en"], row["name_id"]):
            assert find(snapshot, str(name)).code == row["country_code"], name


def test_single_edits_recall_at_five(snapshot):
    """At least .99 of single edits of own names of five letters and more bring the country among five suggestions."""
    dice = random.Random(20261125)
    names = [
        (fold(str(row[column])), row["country_code"])
        for row in snapshot.rows("SELECT * FROM country")
        for column in ("name_en", "name_id")
    ]
    names = [pair for pair in names if len(pair[0]) >= 5]
    hits = tries = 0
    for name, code in dice.sample(names, 300):
        at = dice.randrange(len(name))
        letter = dice.choice("abcdefghijklmnopqrstuvwxyz")
        edited = dice.choice(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
            ]
        )
        tries += 1
        exact = snapshot.rows("SELECT country_code FROM country_name WHERE folded = ?", fold(edited))
        near = [found for _, found, _ in suggest(snapshot, fold(edited))]
        hits += code in list(dict.fromkeys(near))[:5] or code in {row["country_code"] for row in exact}
    assert hits / tries >= 0.99


@pytest.mark.parametrize(
    ("one", "two", "errors_"),
    [("japan", "japn", 1), ("japan", "jaapn", 1), ("iran", "iraq", 1), ("abc", "cab", 2), ("", "ab", 2)],
)
def test_osa_distance(one, two, errors_):
    assert typo.distance(one, two, 5) == errors_
    assert typo.distance(two, one, 5) == errors_
    assert typo.distance(one, two, errors_ - 1) == errors_
