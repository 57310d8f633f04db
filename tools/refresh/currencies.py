"""Names and symbols of currencies in English and Indonesian, from the Unicode CLDR through Babel."""

from babel import Locale

from refresh.table import Refresher, Row
from snapshot.package import Package


def fetch(package: Package) -> list[Row]:
    """Return name_en, name_id and symbol (as an Indonesian reads it) of every currency that CLDR names in both languages."""
    english, indonesian = Locale("en"), Locale("id")
    return [
        {
            "currency_code": code,
            "name_en": english.currencies[code],
            "name_id": indonesian.currencies[code],
            "symbol": indonesian.currency_symbols.get(code) or code,
        }
        for code in (row["currency_code"] for row in package.tables["currency"].rows)
        if code in english.currencies and code in indonesian.currencies
    ]


REFRESHER = Refresher("currency", fetch)
