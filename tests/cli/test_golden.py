"""Whole pages as a person sees them, few and reviewed.

After a change that is meant: `SAFETRAVEL_GOLDEN=write make unit`, then read the difference as carefully as code.
"""

import os

import pytest

import golden_kit

TRIPS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fixtures", "trips")
PAGES = {
    "country-japan": ("country", "japan"),
    "country-saudi-call-danger": ("country", "saudi", "arabia", "--section", "call,danger"),
    "emergency-hong-kong": ("emergency", "hong", "kong"),
    "embassy-near-shibuya": ("embassy", "--near", "35.66,139.70"),
    "embassy-near-unknown": ("embassy", "--near"),
    "worship-jeddah": ("worship", "jeddah", "--religion", "islam", "--limit", "4"),
    "hospitals-tokyo-map": ("hospitals", "tokyo", "--map"),
    "where-unknown": ("where", "--wait", "0"),
    "law-singapore-drugs": ("law", "singapore", "--topic", "drugs"),
    "safety-philippines-august": ("safety", "philippines", "--month", "8"),
    "visa-japan-two": ("visa", "japan", "--passport", "ID,MY"),
    "currency-japan-table-chart": ("currency", "japan", "--table", "--chart"),
    "convert-yen": ("convert", "15000", "JPY"),
    "food-south-korea": ("food", "south", "korea"),
    "compare-japan-south-korea": ("compare", "japan", "south", "korea"),
    "time-brazil": ("time", "brazil"),
    "time-los-angeles": ("time", "los", "angeles"),
    "holidays-saudi-arabia": ("holidays", "saudi", "arabia"),
    "prayer-kuala-lumpur": ("prayer", "kuala", "lumpur"),
    "prayer-london-summer": ("prayer", "london", "--date", "2027-06-21"),
    "prayer-makkah-month": ("prayer", "makkah", "--month"),
    "guide-lost-passport": ("guide", "lost", "passport", "--country", "japan"),
    "card-embassy-saudi-arabia": ("card", "embassy", "saudi", "arabia"),
    "card-halal-thailand": ("card", "halal", "thailand"),
    "card-pocket-japan": ("card", "pocket", "japan"),
    "trip-umrah": ("trip", "umrah.toml"),
    "trip-check-umrah": ("trip", "check", "umrah.toml"),
    "search-vape-singapore": ("search", "vape", "singapore"),
    "help": ("--help",),
}


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("page", PAGES)
def test_page(cli, page, columns, language, monkeypatch):
    # The page names the file as it was typed.
    monkeypatch.chdir(TRIPS)
    result = cli(*PAGES[page], lang=language, columns=columns, env={"TZ": "UTC"})
    assert result.code == 0
    golden_kit.same(f"{page}.{columns}.{language}.txt", result.out)
