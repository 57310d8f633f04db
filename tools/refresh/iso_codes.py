"""Codes and official names of countries, from iso-codes through pycountry."""

import pycountry

from refresh.table import Refresher, Row
from snapshot.package import Package


def fetch(package: Package) -> list[Row]:
    """Return alpha3_code, numeric_code and official_name_en of the countries of ISO 3166-1."""
    rows = []
    for code in (row["country_code"] for row in package.tables["country"].rows):
        country = pycountry.countries.get(alpha_2=code)
        if country is None or not country.numeric:
            continue
        # XK is in the list without being in the standard, and has no number.
        row = {"country_code": code, "alpha3_code": country.alpha_3, "numeric_code": country.numeric}
        official = getattr(country, "official_name", "")
        rows.append(row | ({"official_name_en": official.removeprefix("the ")} if official else {}))
    return rows


REFRESHER = Refresher("country", fetch)
