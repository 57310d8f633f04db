"""How fetched rows are laid over a table: what is fetched wins in its own columns, what was reviewed stands over it."""

import csv
import difflib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from snapshot.package import Package, Table

Row = dict[str, str]
Fetch = Callable[[Package], list[Row]]


@dataclass(frozen=True)
class Refresher:
    """An importer of one table.

    With `source`, all rows that rest on this source alone are replaced by the fetched ones, but for the columns `kept`,
    whose values are carried over from the row of the same key. Without it, only the fetched columns of existing rows change.
    """

    table: str
    fetch: Fetch
    source: str = ""
    kept: Sequence[str] = ()


def refreshed(package: Package, refresher: Refresher) -> list[Row]:
    """Return the rows of the table as they should be, sorted by the primary key, overrides applied."""
    table = package.tables[refresher.table]
    fetched = {table.key(row): row for row in refresher.fetch(package)}
    rows = _replaced(table, fetched, refresher) if refresher.source else _updated(table, fetched)
    apply_overrides(table, rows, package.tables["override"].rows if "override" in package.tables else ())
    return sorted(rows, key=table.order)


def _updated(table: Table, fetched: Mapping[str, Row]) -> list[Row]:
    return [{**row, **fetched.get(table.key(row), {})} for row in table.rows]


def _replaced(table: Table, fetched: Mapping[str, Row], refresher: Refresher) -> list[Row]:
    before = {table.key(row): row for row in table.rows}
    reviewed = {key: row for key, row in before.items() if row["source"] != refresher.source}
    fresh = []
    for key, row in fetched.items():
        if key in reviewed:
            continue
        kept = {name: before[key][name] for name in refresher.kept} if key in before else {}
        fresh.append(dict.fromkeys(table.columns, "") | row | kept)
    return [*reviewed.values(), *fresh]


def apply_overrides(table: Table, rows: Sequence[Row], overrides: Sequence[Row]) -> None:
    """Set the reviewed values of override.csv in the rows of a table.

    Raises:
        KeyError: an override names a column that the table does not have.
    """
    wanted: dict[str, list[Row]] = {}
    for override in overrides:
        if override["table"] == table.name:
            wanted.setdefault(override["key"], []).append(override)
    for row in rows:
        for override in wanted.get(table.key(row), ()):
            if override["field"] not in row:
                raise KeyError(f"override.csv: {table.name} has no column {override['field']}")
            row[override["field"]] = override["value"]


def difference(table: Table, rows: Sequence[Row]) -> str:
    """Return the unified diff from the table to the rows, "" where they are the same."""
    before, after = _lines(table, table.rows), _lines(table, rows)
    return "".join(difflib.unified_diff(before, after, f"a/data/{table.path}", f"b/data/{table.path}"))


def _lines(table: Table, rows: Sequence[Row]) -> list[str]:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().splitlines(keepends=True)
