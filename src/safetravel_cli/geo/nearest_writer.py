"""Plant the trees of `geo.nearest` in an SQLite file, with the standard library alone."""

import struct
from array import array
from collections.abc import Sequence

from safetravel_cli.geo.distance import ecef
from safetravel_cli.geo.nearest import PER_DEGREE, UNITS_PER_M, layers

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

# Places in a leaf, at most; measured in docs/reference/nearest.md.
CAPACITY = 24
TABLES = (
    "CREATE TABLE nearest_tree (topic TEXT, category TEXT, first INTEGER, size INTEGER, levels INTEGER, leaf INTEGER,"
    " node INTEGER, box BLOB, PRIMARY KEY (topic, category)) WITHOUT ROWID",
    "CREATE TABLE nearest_node (id INTEGER PRIMARY KEY, planes BLOB)",
    "CREATE TABLE nearest_leaf (id INTEGER PRIMARY KEY, points BLOB)",
)


def create(db: "sqlite3.Connection") -> None:
    """Create the tables of the index."""
    for statement in TABLES:
        db.execute(statement)


def plant(
    db: "sqlite3.Connection",
    topic: str,
    category: str,
    first: int,
    latitudes: Sequence[int],
    longitudes: Sequence[int],
    capacity: int = CAPACITY,
) -> "array[int]":
    """Write a tree of points in millionths of a degree (at least one) and return their order.

    The point numbered order[n] gets the id first + n: under that id its row must be written.
    The same points in the same order give the same bytes. It takes about 100 bytes of memory and 20 to 40 us a point.
    """
    size = len(latitudes)
    levels = 0
    while size > capacity << levels:
        levels += 1
    axes = _axes(latitudes, longitudes)
    box = struct.pack("<6i", *[min(axis) - 1 for axis in axes], *[max(axis) + 1 for axis in axes])
    order, planes = _parted(axes, levels)
    leaf, node = (_next(db, table) for table in ("nearest_leaf", "nearest_node"))
    row = (topic, category, first, size, levels, leaf, node, box)
    db.execute("INSERT INTO nearest_tree VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    chunks = enumerate(_chunks(planes, levels), node)
    db.executemany("INSERT INTO nearest_node VALUES (?, ?)", chunks)
    leaves = (order[number * size >> levels : (number + 1) * size >> levels] for number in range(1 << levels))
    blobs = (_positions([latitudes[at] for at in held], [longitudes[at] for at in held]) for held in leaves)
    db.executemany("INSERT INTO nearest_leaf VALUES (?, ?)", enumerate(blobs, leaf))
    return order


def _axes(latitudes: Sequence[int], longitudes: Sequence[int]) -> "tuple[array[int], array[int], array[int]]":
    axes = array("i"), array("i"), array("i")
    for latitude, longitude in zip(latitudes, longitudes, strict=True):
        for axis, metres in zip(axes, ecef(latitude / PER_DEGREE, longitude / PER_DEGREE), strict=True):
            axis.append(round(metres * UNITS_PER_M))
    return axes


def _parted(axes: "tuple[array[int], ...]", levels: int) -> "tuple[array[int], list[tuple[int, int]]]":
    """Part the points level by level in halves across their widest axis; return their order and the planes by node."""
    size = len(axes[0])
    order = array("i", range(size))
    planes = [(0, 0)] * (1 << levels)
    for level in range(levels):
        for number in range(1 << level):
            start, end = number * size >> level, (number + 1) * size >> level
            middle = (2 * number + 1) * size >> (level + 1)
            part = order[start:end]
            spans = [max(map(axis.__getitem__, part)) - min(map(axis.__getitem__, part)) for axis in axes]
            widest = spans.index(max(spans))
            ranked = sorted(part, key=axes[widest].__getitem__)
            order[start:end] = array("i", ranked)
            # Of a single point the plane stands at that point, on whichever side it lies.
            planes[(1 << level) + number] = axes[widest][ranked[min(middle, end - 1) - start]], widest
    return order, planes


def _chunks(planes: "list[tuple[int, int]]", levels: int) -> "list[bytes]":
    found = []
    for top, _, height in layers(levels):
        for root in range(1 << top, 2 << top):
            held = [planes[(root << depth) + step] for depth in range(height) for step in range(1 << depth)]
            found.append(struct.pack(f"<{len(held)}i{len(held)}B", *[place for place, _ in held], *[axis for _, axis in held]))
    return found


def _positions(latitudes: "list[int]", longitudes: "list[int]") -> bytes:
    return struct.pack(f"<{2 * len(latitudes)}i", *latitudes, *longitudes)


def _next(db: "sqlite3.Connection", table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608
