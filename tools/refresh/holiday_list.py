"""Public holidays of the year of the data package and the next, from the package holidays."""

import re
from datetime import date

import holidays

from refresh.table import Refresher, Row
from snapshot.package import Package

ENGLISH = "en_US"
ESTIMATED = "estimated"
MARK = re.compile(r" ?\(estimated\)")
# The mark of an estimated day stands in brackets at the end of the name, in the language of the country.
LAST_BRACKET = re.compile(r" ?\([^()]*\)$")


def fetch(package: Package) -> list[Row]:
    """Return the national holidays of every country that the library knows.

    Indonesian names are those of rows with the same English name; a holiday whose name is new has none, and the check of
    the tables then asks for one. Days that were reviewed stand in the table with another source and are not fetched again.
    """
    names = {row["name_en"]: row["name_id"] for row in package.tables["holiday"].rows}
    supported = holidays.list_supported_countries()
    year = int(package.version[:4])
    rows = []
    for code in (row["country_code"] for row in package.tables["country"].rows):
        if code in supported:
            rows += [
                row | {"name_id": names.get(row["name_en"], "")}
                for row in of_country(code, (year, year + 1), package.version[:7])
            ]
    return rows


def of_country(code: str, years: tuple[int, ...], as_of: str) -> list[Row]:
    """Return the holidays of a country with their local and English names; several on one day share a row."""
    local = holidays.country_holidays(code, years=years)
    if local.default_language:
        local = holidays.country_holidays(code, years=years, language=local.default_language)
    english = holidays.country_holidays(code, years=years, language=ENGLISH) if ENGLISH in local.supported_languages else local
    language = (local.default_language or "en").replace("_", "-")
    return [_row(code, day, local[day], english[day], language) | {"as_of": as_of} for day in sorted(local) if day.year in years]


def _row(code: str, day: date, local: str, english: str, language: str) -> Row:
    estimated = ESTIMATED in english
    return {
        "country_code": code,
        "date": day.isoformat(),
        "name_local": LAST_BRACKET.sub("", local) if estimated else local,
        "name_language": language,
        "name_en": MARK.sub("", english.replace(f"observed, {ESTIMATED}", "observed")),
        "estimated": "yes" if estimated else "no",
        "scope": "national",
        "source": "holidays",
    }


REFRESHER = Refresher("holiday", fetch, source="holidays", kept=("name_local", "name_language", "as_of"))
