"""The real tables keep every rule."""

import os

from snapshot.package import Package

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "data")


def test_every_table_file_is_listed():
    package = Package(DATA)
    beside = {"exceptions.csv", "coverage_floor.csv"}
    found = set()
    for folder, _, names in os.walk(DATA):
        found |= {os.path.relpath(os.path.join(folder, name), DATA).replace(os.sep, "/") for name in names}
    tables = {path for path in found if path.endswith((".csv", ".csv.gz"))} - beside
    assert tables == {table.path for table in package.tables.values()}
