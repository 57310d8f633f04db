"""Decode the leaves of the border index and tell whether a point lies in a ring.

data/schema/border_tile.json describes the format. Coordinates are grid units from the south-west corner of
the leaf's own cell; one unit is 8.58e-5 degree, about 9.5 m.
"""

from itertools import accumulate
from struct import unpack_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Ring = tuple[Sequence[float], Sequence[float]]

# The world is 64 x 32 tiles of 5.625 degrees.
COLUMNS, ROWS = 64, 32
TILE_UNITS = 65536
UNITS_PER_DEGREE = TILE_UNITS / 5.625

# The first byte of a node of the quadtree: one region, four quarter cells, a leaf with rings.
WHOLE, QUARTERS, RINGS = 0, 1, 2


def varint(data: bytes, at: int) -> "tuple[int, int]":
    """Read an unsigned LEB128 number and return it with the position after it."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def quarters(data: bytes, at: int) -> "tuple[int, int, int, int]":
    """Return where the four children of a divided cell begin: south-west, south-east, north-west, north-east."""
    first, second, third = unpack_from("<3H", data, at + 1)
    at += 7
    return at, at + first, at + first + second, at + first + second + third


def regions(data: bytes, at: int) -> "Iterator[tuple[int, list[Ring]]]":
    """Yield each region that a leaf lists with its rings; `at` is the position after the leaf's default region."""
    count, at = varint(data, at)
    for _ in range(count):
        region, at = varint(data, at)
        many, at = varint(data, at)
        rings: list[Ring] = []
        for _ in range(many):
            one, at = ring(data, at)
            rings.append(one)
        yield region, rings


def ring(data: bytes, at: int) -> "tuple[Ring, int]":
    """Decode one ring; return it with the position after it."""
    head, at = varint(data, at)
    corners = head >> 1
    if not head & 1:
        numbers = unpack_from(f"<{2 * corners}H", data, at)
        return (numbers[:corners], numbers[corners:]), at + 4 * corners
    x, y = unpack_from("<2H", data, at)
    steps = unpack_from(f"{2 * corners - 2}b", data, at + 4)
    xs = list(accumulate(steps[: corners - 1], initial=x))
    ys = list(accumulate(steps[corners - 1 :], initial=y))
    return (xs, ys), at + 2 * corners + 2


def inside(rings: "list[Ring]", x: float, y: float) -> bool:
    """Tell whether a point lies within the rings, by the even-odd rule."""
    odd = False
    for xs, ys in rings:
        x1, y1 = xs[-1], ys[-1]
        for x2, y2 in zip(xs, ys, strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                odd = not odd
            x1, y1 = x2, y2
    return odd


def outline(data: bytes) -> "list[Ring]":
    """Decode the shape of a special area: rings of longitudes and latitudes in 1e-4 degree; none for an empty shape."""
    rings: list[Ring] = []
    at = 0
    while at < len(data):
        (corners,) = unpack_from("<H", data, at)
        xs = unpack_from(f"<{corners}i", data, at + 2)
        ys = unpack_from(f"<{corners}i", data, at + 2 + 4 * corners)
        rings.append((xs, ys))
        at += 2 + 8 * corners
    return rings
