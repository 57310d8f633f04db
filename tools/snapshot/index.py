"""Which tables of the data package are places, and how their rows reach the layout of store/place_table."""

import sqlite3
from collections.abc import Iterator

from safetravel_cli.store import place_table
from safetravel_cli.store.place_table import POSITION
from snapshot.package import Table, Value

# Ids that are a hash made up for the tables: nothing refers to them, and they do not compress.
MADE_UP = "p-"


def is_place(table: Table) -> bool:
    """Tell whether a table holds places that are looked for by distance: one of a place pack, with positions."""
    return table.database != "snapshot" and set(POSITION) <= set(table.columns)


def topic(table: Table) -> str:
    """Return what the places of a table are, whatever their licence."""
    return table.name.removesuffix("_copyleft")


def write_places(db: sqlite3.Connection, table: Table, kinds: dict[str, str]) -> None:
    """Create a table with its trees and ranges; `kinds` is the SQL type of each column."""
    place_table.write(db, table.name, topic(table), {name: kinds[name] for name in table.columns}, _rows(table))


def _rows(table: Table) -> Iterator[dict[str, Value]]:
    for values in table.typed():
        row = dict(zip(table.columns, values, strict=True))
        row["place_id"] = None if str(row["place_id"]).startswith(MADE_UP) else row["place_id"]
        yield row
