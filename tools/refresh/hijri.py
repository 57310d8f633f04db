"""First days of the months of the Umm al-Qura calendar from the package hijridate."""

from importlib.metadata import version

from refresh.table import Refresher, Row
from snapshot.package import Package

# The years around which a traveller asks; the package has 1343 to 1500.
FIRST, LAST = 1446, 1475


def fetch(package: Package) -> list[Row]:
    """Return the first day of each month."""
    from hijridate import Hijri

    return [
        {
            "hijri_year": str(year),
            "month": str(month),
            "starts_on": Hijri(year, month, 1).to_gregorian().isoformat(),
            "source": "hijridate",
            "as_of": RELEASED[version("hijridate")],
        }
        for year in range(FIRST, LAST + 1)
        for month in range(1, 13)
    ]


# A package does not carry its own date.
RELEASED = {"2.6.0": "2026-01"}
REFRESHER = Refresher("hijri_month", fetch, "hijridate")
