"""Lay out a table of places: its rows in the order of the trees of geo/nearest, its positions in their leaves.

Neighbours lie side by side, so that a search reads few pages. The rows themselves hold no position, and no index of its
own is needed to read those of a country: `place_range` says between which ids they lie.
"""

from safetravel_cli.domain.places import category
from safetravel_cli.geo import nearest_writer
from safetravel_cli.geo.nearest import PER_DEGREE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from typing import Any

    Row = dict[str, Any]

RANGES = (
    "CREATE TABLE IF NOT EXISTS place_range (topic TEXT, category TEXT, country_code TEXT, first INTEGER, last INTEGER,"
    " size INTEGER, PRIMARY KEY (topic, country_code, category, first)) WITHOUT ROWID"
)
POSITION = ("latitude", "longitude")
# Ranges of one country that are parted by fewer rows of others than this are read as one.
GAP = 64


def write(db: "sqlite3.Connection", name: str, topic: str, kinds: "Mapping[str, str]", rows: "Iterable[Row]") -> None:
    """Create a table with its trees and ranges; `kinds` is the SQL type of each column but those of the position.

    Rows have the columns of `kinds`, latitude and longitude in degrees.
    """
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'nearest_tree'").fetchone():
        nearest_writer.create(db)
    db.execute(RANGES)
    columns = [column for column in kinds if column not in POSITION]
    listed = ", ".join(["id INTEGER PRIMARY KEY", *[f'"{column}" {kinds[column]}' for column in columns]])
    db.execute(f'CREATE TABLE "{name}" ({listed})')
    statement = f'INSERT INTO "{name}" VALUES ({", ".join("?" * (len(columns) + 1))})'  # noqa: S608
    first = 1
    for kind, held in sorted(_by_category(topic, rows).items()):
        latitudes, longitudes = ([round(row[axis] * PER_DEGREE) for row in held] for axis in POSITION)
        order = nearest_writer.plant(db, topic, kind, first, latitudes, longitudes)
        ordered = [held[at] for at in order]
        for number, row in enumerate(ordered, first):
            db.execute(statement, (number, *[row[column] for column in columns]))
        _write_ranges(db, topic, kind, first, ordered)
        first += len(held)


def _by_category(topic: str, rows: "Iterable[Row]") -> "dict[str, list[Row]]":
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(category(topic, row), []).append(row)
    return found


def _write_ranges(db: "sqlite3.Connection", topic: str, kind: str, first: int, rows: "list[Row]") -> None:
    """Write between which ids the rows of each country lie."""
    ranges: dict[str, list[list[int]]] = {}
    for number, row in enumerate(rows, first):
        held = ranges.setdefault(str(row["country_code"]), [])
        if held and number - held[-1][1] < GAP:
            held[-1][1], held[-1][2] = number, held[-1][2] + 1
        else:
            held.append([number, number, 1])
    values = [(topic, kind, code, *held) for code in sorted(ranges) for held in ranges[code]]
    db.executemany("INSERT INTO place_range VALUES (?, ?, ?, ?, ?, ?)", values)
