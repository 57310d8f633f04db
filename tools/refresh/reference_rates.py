"""Units of each currency for one euro on the last working days, by the European Central Bank."""

from refresh import ecb
from refresh.table import Refresher, Row
from snapshot.package import Package


def fetch(package: Package) -> list[Row]:
    """Return units_per_eur of the last 120 days for every quoted currency of the table currency."""
    known = {row["currency_code"] for row in package.tables["currency"].rows}
    return [
        {**ecb.rate_row(code, date), "date": date, "units_per_eur": ecb.plain(units)}
        for date, rates in ecb.days()
        for code, units in rates.items()
        if code in known
    ]


REFRESHER = Refresher("reference_rate", fetch, source="ecb")
