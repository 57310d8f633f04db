"""Lay out a table of a place pack: its rows in the order of the trees of geo/nearest, its positions in their leaves.

Neighbours lie side by side, so that a search reads few pages. The rows themselves hold no position, and no index of its
own is needed to read those of a country: `place_range` says between which ids they lie.
"""

import sqlite3

from safetravel_cli.domain.places import category
from safetravel_cli.geo import nearest_writer
from safetravel_cli.geo.nearest import PER_DEGREE
from snapshot.package import Table, Value

RANGES = (
    "CREATE TABLE IF NOT EXISTS place_range (topic TEXT, category TEXT, country_code TEXT, first INTEGER, last INTEGER,"
    " size INTEGER, PRIMARY KEY (topic, country_code, category, first)) WITHOUT ROWID"
)
POSITION = ("latitude", "longitude")
# Ids that are a hash made up for the tables: nothing refers to them, and they do not compress.
MADE_UP = "p-"
# Ranges of one country that are parted by fewer rows of others than this are read as one.
GAP = 64

Row = dict[str, Value]


def is_place(table: Table) -> bool:
    """Tell whether a table holds places that are looked for by distance: one of a place pack, with positions."""
    return table.database != "snapshot" and set(POSITION) <= set(table.columns)


def topic(table: Table) -> str:
    """Return what the places of a table are, whatever their licence."""
    return table.name.removesuffix("_copyleft")


def write_places(db: sqlite3.Connection, table: Table, kinds: dict[str, str]) -> None:
    """Create a table with its trees and ranges; `kinds` is the SQL type of each column."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'nearest_tree'").fetchone():
        nearest_writer.create(db)
    db.execute(RANGES)
    columns = [name for name in table.columns if name not in POSITION]
    listed = ", ".join(["id INTEGER PRIMARY KEY", *[f'"{name}" {kinds[name]}' for name in columns]])
    db.execute(f'CREATE TABLE "{table.name}" ({listed})')
    statement = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * (len(columns) + 1))})'
    first = 1
    for name, rows in sorted(_by_category(table).items()):
        latitudes, longitudes = ([_millionths(row[axis]) for row in rows] for axis in POSITION)
        order = nearest_writer.plant(db, topic(table), name, first, latitudes, longitudes)
        ordered = [rows[at] for at in order]
        for number, row in enumerate(ordered, first):
            row["place_id"] = None if str(row["place_id"]).startswith(MADE_UP) else row["place_id"]
            db.execute(statement, (number, *[row[column] for column in columns]))
        _write_ranges(db, topic(table), name, first, ordered)
        first += len(rows)


def _by_category(table: Table) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for values in table.typed():
        row = dict(zip(table.columns, values, strict=True))
        found.setdefault(category(topic(table), row), []).append(row)
    return found


def _millionths(degrees: Value) -> int:
    assert isinstance(degrees, (int, float))
    return round(degrees * PER_DEGREE)


def _write_ranges(db: sqlite3.Connection, topic: str, category: str, first: int, rows: list[Row]) -> None:
    """Write between which ids the rows of each country lie."""
    ranges: dict[str, list[list[int]]] = {}
    for number, row in enumerate(rows, first):
        held = ranges.setdefault(str(row["country_code"]), [])
        if held and number - held[-1][1] < GAP:
            held[-1][1], held[-1][2] = number, held[-1][2] + 1
        else:
            held.append([number, number, 1])
    values = [(topic, category, code, *held) for code in sorted(ranges) for held in ranges[code]]
    db.executemany("INSERT INTO place_range VALUES (?, ?, ?, ?, ?, ?)", values)
