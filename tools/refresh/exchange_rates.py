"""Rupiah for one unit of the currencies that the European Central Bank quotes."""

from refresh import ecb
from refresh.table import Refresher, Row
from snapshot.package import Package


def fetch(package: Package) -> list[Row]:
    """Return idr_per_unit of the newest day for every quoted currency of the table currency."""
    known = {row["currency_code"] for row in package.tables["currency"].rows}
    date, rates = ecb.rupiah()
    return [{**ecb.rate_row(code, date), "idr_per_unit": ecb.plain(rate)} for code, rate in rates.items() if code in known]


REFRESHER = Refresher("exchange_rate", fetch, source="ecb")
