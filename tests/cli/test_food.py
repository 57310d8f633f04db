"""`food`: a hint is no ruling, and what is unverified is marked."""

import pytest

from safetravel_cli.services.food import HINTS
from schema_kit import check


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_country(cli, snapshot, lang):
    for code in [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")][
        :: 3 if lang == "en" else 11
    ]:
        data = check(cli("food", code, "--json", lang=lang), "food")
        order = [HINTS.index(row["halal_note"] or "not_applicable") for row in data["dishes"]]
        assert order == sorted(order)
        page = cli("food", code, lang=lang, columns=40)
        assert page.code == 0
        assert "food." not in page.out
        assert ": None\n" not in page.out
        if data["dishes"]:
            assert ("no ruling" if lang == "en" else "bukan ketetapan") in page.out.replace("\n", " ")


def test_no_dish_is_called_halal(cli, snapshot):
    for code in map(str, snapshot.values("SELECT DISTINCT c.alpha3_code FROM dish JOIN country c USING (country_code)")):
        for lang, allowed in (("en", "USUALLY HALAL THERE"), ("id", "UMUMNYA HALAL DI SANA")):
            headings = [line for line in cli("food", code, lang=lang).out.split("\n") if line.isupper() and "HALAL" in line]
            assert set(headings) <= {allowed, "FINDING HALAL FOOD", "MENCARI MAKANAN HALAL"}, code


def test_words_on_packages_are_in_the_local_script(cli):
    japanese = cli("food", "japan", columns=0).out
    assert "Words on packages: 豚肉 butaniku" in japanese
    assert "みりん mirin" in japanese
    assert "Kata pada kemasan: 돼지고기" in cli("food", "korsel", lang="id", columns=0).out


def test_pork_stands_first_and_water_is_told(cli):
    out = cli("food", "japan").out
    assert out.index("HAS PORK") < out.index("OFTEN HAS ALCOHOL") < out.index("NO MEAT")
    assert "Tap water: safe to drink [unverified]" in out


def test_the_certifier_is_named(cli):
    assert "Certifier: Korea Muslim Federation (KMF)" in cli("food", "KR", columns=0).out
