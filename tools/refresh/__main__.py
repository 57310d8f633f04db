"""Refresh tables from packages: `python tools/refresh/__main__.py TABLE... [--data FOLDER] [--write]`; all without TABLE."""

import argparse
import importlib
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [folder for folder in (os.path.join(ROOT, "tools"), os.path.join(ROOT, "src")) if folder not in sys.path]

from refresh.table import Refresher, difference, refreshed  # noqa: E402
from snapshot.package import Package, PackageError, write_rows  # noqa: E402

# Table -> the modules that know a part of it. They read tzdata, Babel, phonenumbers, holidays, hijridate, pycountry,
# airportsdata and CurrencyConverter, which are no dependencies of the product: install those of the tables that are asked for.
MODULES = {
    "airport": ("airports",),
    "country": ("names", "calling_codes", "iso_codes"),
    "currency": ("currencies",),
    "exchange_rate": ("exchange_rates",),
    "hijri_month": ("hijri",),
    "holiday": ("holiday_list",),
    "reference_rate": ("reference_rates",),
    "time_zone_transition": ("time_zones",),
}


def refreshers(table: str) -> list[Refresher]:
    """Return the importers of a table.

    Raises:
        ImportError: a package that they read is not installed.
    """
    return [importlib.import_module(f"refresh.{module}").REFRESHER for module in MODULES[table]]


def refresh(data: str, name: str, write: bool) -> str:
    """Return the diff of a table, after writing it if asked to."""
    before = Package(data).tables[name]
    package = Package(data)
    for refresher in refreshers(name):
        # One importer after another: the next sees the rows of the one before.
        rows = refreshed(package, refresher)
        package.tables[name].rows[:] = rows
    changes = difference(before, package.tables[name].rows)
    if write and changes:
        write_rows(before, package.tables[name].rows)
    return changes


def main() -> int:
    """Print the diffs; return 1 where a package is missing or a table cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=", ".join(MODULES))
    parser.add_argument("--data", metavar="FOLDER", default=os.path.join(ROOT, "data"))
    parser.add_argument("--write", action="store_true", help="write the tables; without it only the diff is printed")
    arguments = parser.parse_args()
    unknown = sorted(set(arguments.tables) - set(MODULES))
    if unknown:
        parser.error(f"no importer for {', '.join(unknown)}; there are {', '.join(MODULES)}")
    failed = False
    for name in arguments.tables or MODULES:
        try:
            sys.stdout.write(refresh(arguments.data, name, arguments.write))
        except (ImportError, KeyError, PackageError) as error:
            print(f"refresh: {name}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
