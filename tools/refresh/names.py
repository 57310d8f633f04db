"""Short names of countries in English and Indonesian, from the Unicode CLDR through Babel."""

from babel import Locale

from refresh.table import Refresher, Row
from snapshot.package import Package


def fetch(package: Package) -> list[Row]:
    """Return name_en and name_id of every country that CLDR names in both languages."""
    english, indonesian = Locale("en").territories, Locale("id").territories
    return [
        {"country_code": code, "name_en": english[code].replace(" & ", " and "), "name_id": indonesian[code]}
        for code in (row["country_code"] for row in package.tables["country"].rows)
        if code in english and code in indonesian
    ]


REFRESHER = Refresher("country", fetch)
