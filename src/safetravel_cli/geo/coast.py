"""The coast near a point, from the tiles kept in the snapshot (data/schema/coast.json has the format)."""

import math

from safetravel_cli.geo.chart import RADIUS_M

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    Line = list[tuple[float, float]]

PER_DEGREE = 100
# Tiles are ten degrees wide, numbered row * 36 + column from the south-west.
TILE = 10
COLUMNS, ROWS = 360 // TILE, 180 // TILE


def reader(db: "sqlite3.Connection", latitude: float, longitude: float) -> "Callable[[float], Iterator[Line]]":
    """Return a function that yields the lines of coast within so many metres of here, as chart.chart wants them."""

    def near(reach_m: float) -> "Iterator[Line]":
        for tile in tiles(latitude, longitude, reach_m):
            row = db.execute("SELECT data FROM coast WHERE tile = ?", (tile,)).fetchone()
            yield from decode(tile, row[0]) if row else ()

    return near


def tiles(latitude: float, longitude: float, reach_m: float) -> "list[int]":
    """Return the tiles that a circle touches, each once."""
    angle = min(reach_m / RADIUS_M, math.pi)
    south, north = latitude - math.degrees(angle), latitude + math.degrees(angle)
    wide = 180.0
    if south > -90 and north < 90:
        wide = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(latitude)))))
    # The poles belong to the rows beside them.
    first_row, last_row = (min(ROWS - 1, max(0, math.floor((edge + 90) / TILE))) for edge in (south, north))
    first, last = math.floor((longitude - wide + 180) / TILE), math.floor((longitude + wide + 180) / TILE)
    columns = dict.fromkeys(column % COLUMNS for column in range(first, last + 1))
    return [row * COLUMNS + column for row in range(first_row, last_row + 1) for column in columns]


def corner(tile: int) -> "tuple[int, int]":
    """Return longitude and latitude of the south-west corner of a tile, in hundredths of a degree."""
    return (tile % COLUMNS * TILE - 180) * PER_DEGREE, (tile // COLUMNS * TILE - 90) * PER_DEGREE


def decode(tile: int, data: bytes) -> "Iterator[Line]":
    """Yield the lines of a tile as points (latitude, longitude) in degrees."""
    values = []
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            values.append(value)
            value = shift = 0
    east, north = corner(tile)
    place = 0
    while place < len(values):
        count = values[place]
        line = []
        for at in range(place + 1, place + 1 + 2 * count, 2):
            east += values[at] >> 1 ^ -(values[at] & 1)
            north += values[at + 1] >> 1 ^ -(values[at + 1] & 1)
            line.append((north / PER_DEGREE, east / PER_DEGREE))
        yield line
        place += 1 + 2 * count


def encode(tile: int, lines: "Iterable[Iterable[tuple[int, int]]]") -> bytes:
    """Write lines of (longitude, latitude) in hundredths of a degree as decode reads them."""
    out = bytearray()
    east, north = corner(tile)
    for line in lines:
        points = list(line)
        _number(out, len(points))
        for x, y in points:
            for step in (x - east, y - north):
                _number(out, step << 1 if step >= 0 else (-step << 1) - 1)
            east, north = x, y
    return bytes(out)


def _number(out: bytearray, value: int) -> None:
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
