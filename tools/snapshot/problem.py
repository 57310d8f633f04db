"""What a rule says of a row that breaks it, and what every rule may ask for."""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from snapshot.package import Package, Table


@dataclass(frozen=True, order=True)
class Problem:
    """A broken rule. `row` is the primary key of the row, "" where the table itself is meant."""

    table: str
    row: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.table} [{self.row}] {self.rule}: {self.message}"


@dataclass
class Context:
    """The package with the lists that rules look things up in."""

    package: Package
    licences: dict[str, dict[str, str]] = field(default_factory=dict)
    source_licence: dict[str, str] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    exceptions: set[tuple[str, str, str]] = field(default_factory=set)
    floor: dict[str, int] = field(default_factory=dict)

    @property
    def tables(self) -> list[Table]:
        """Return the tables, sorted by name."""
        return [self.package.tables[name] for name in sorted(self.package.tables)]


def context(package: Package) -> Context:
    """Read what the rules look things up in; a list that is not there is empty, so that every row that needs it fails."""
    tables = package.tables
    return Context(
        package,
        {row["licence_id"]: row for row in tables["licence"].rows} if "licence" in tables else {},
        {row["source_id"]: row["licence"] for row in tables["source"].rows} if "source" in tables else {},
        {row["country_code"] for row in tables["country"].rows} if "country" in tables else set(),
        {(row["table"], row["key"], row["rule"]) for row in list_rows(package, "exceptions.csv")},
        {row["table"]: int(row["row_count"]) for row in list_rows(package, "coverage_floor.csv")},
    )


def list_rows(package: Package, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list beside the tables that only the rules read."""
    path = os.path.join(package.root, name)
    if os.path.isfile(path):
        with open(path, encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def sources(row: dict[str, str]) -> list[str]:
    """Return the source ids of a row."""
    return [source for source in row.get("source", "").split(";") if source]
