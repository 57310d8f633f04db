"""How far a point lies from a country: from its land and its territorial sea, by the border tables."""

import heapq
import math

from safetravel_cli.geo.border_leaf import COLUMNS, QUARTERS, RINGS, TILE_UNITS, UNITS_PER_DEGREE, inside, quarters, ring, varint
from safetravel_cli.geo.border_sea import Walk, segment, tiles_around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from safetravel_cli.geo.border_leaf import Ring

# The plane is off by so much at the most, for what people live by: to 60 degrees at a thousand kilometres, to 75 at three
# hundred. What is found is measured again on WGS84.
SLACK = 1.25
HAIR = 0.5


def distance(
    tile: "Callable[[int], bytes]", wanted: "frozenset[int]", latitude: float, longitude: float, reach_km: float
) -> "float | None":
    """Return the geodesic km from a point outside to the nearest of some regions; None where none lies within reach.

    `tile` gives the tree of a tile by its number. Leaves without a wanted region are passed over undecoded.
    """
    from safetravel_cli.geo.distance import geodesic

    search = _Search(latitude, longitude, reach_km * SLACK, wanted)
    for row, column in tiles_around(search.plane, reach_km * SLACK):
        search.push(tile(row * COLUMNS + column % COLUMNS), 0, column * TILE_UNITS, row * TILE_UNITS, TILE_UNITS)
    search.walk()
    if search.found is None:
        return None
    x, y = search.found
    km = geodesic(latitude, longitude, min(y / UNITS_PER_DEGREE - 90, 90.0), x / UNITS_PER_DEGREE - 180)[0] / 1000
    return km if km <= reach_km else None


class _Search(Walk):
    """Keep the nearest point of a wanted region so far, in units."""

    __slots__ = ("found", "wanted")

    def __init__(self, latitude: float, longitude: float, reach_km: float, wanted: "frozenset[int]") -> None:
        super().__init__(latitude, longitude, reach_km)
        self.found: tuple[float, float] | None = None
        self.wanted = wanted

    def walk(self) -> None:
        """Look into the cells until none can be nearer."""
        while self.heap:
            km, west, south, size, at, data = heapq.heappop(self.heap)
            if km >= self.best:
                return
            if data[at] == QUARTERS:
                half = size / 2
                corners = ((0.0, 0.0), (half, 0.0), (0.0, half), (half, half))
                for child, (east, north) in zip(quarters(data, at), corners, strict=True):
                    self.push(data, child, west + east, south + north, half)
                continue
            default, after = varint(data, at + 1)
            if data[at] == RINGS:
                self._leaf(data, after, default in self.wanted, (west, south, size))
            elif default in self.wanted:
                self._take(km, *self._corner(west, south, size))

    def _leaf(self, data: bytes, at: int, is_ground: bool, cell: "tuple[float, float, float]") -> None:
        """Measure a leaf whose wanted regions are some rings, or what the rings leave (`is_ground`)."""
        west, south, size = cell
        held = list(_rings(data, at, None if is_ground else self.wanted))
        if not is_ground:
            for _, one in held:
                for edge in _edges(one):
                    self._edge(edge, west, south)
            return
        x, y = self._corner(west, south, size)
        # A hair within the cell: what lies on its frame is neither inside a ring nor outside.
        spot = min(max(x - west, HAIR), size - HAIR), min(max(y - south, HAIR), size - HAIR)
        if not any(inside([one], *spot) for region, one in held if region not in self.wanted):
            self._take(self.plane.to_cell(west, south, size), x, y)
        sides: dict[tuple[tuple[float, float], tuple[float, float]], set[int]] = {}
        for region, one in held:
            for first, second in _edges(one):
                sides.setdefault((min(first, second), max(first, second)), set()).add(region)
        for edge, by in sides.items():
            # Between two others, or along the frame of the cell, no wanted region lies.
            if by & self.wanted or not (len(by) > 1 or _is_frame(edge, size)):
                self._edge(edge, west, south)

    def _edge(self, edge: "tuple[tuple[float, float], tuple[float, float]]", west: float, south: float) -> None:
        (x1, y1), (x2, y2) = edge
        plane = self.plane
        left, below = west - plane.x, south - plane.y
        x, y = segment((x1 + left) * plane.km_x, (y1 + below) * plane.km_y, (x2 + left) * plane.km_x, (y2 + below) * plane.km_y)
        self._take(math.hypot(x, y), plane.x + x / plane.km_x, plane.y + y / plane.km_y)

    def _take(self, km: float, x: float, y: float) -> None:
        if km < self.best:
            self.best, self.found = km, (x, y)

    def _corner(self, west: float, south: float, size: float) -> "tuple[float, float]":
        """Return the nearest point of a cell."""
        return min(max(self.plane.x, west), west + size), min(max(self.plane.y, south), south + size)


def _rings(data: bytes, at: int, wanted: "frozenset[int] | None") -> "Iterator[tuple[int, Ring]]":
    """Yield the rings of the wanted regions of a leaf, of all for None."""
    count, at = varint(data, at)
    for _ in range(count):
        region, at = varint(data, at)
        many, at = varint(data, at)
        for _ in range(many):
            if wanted is None or region in wanted:
                one, at = ring(data, at)
                yield region, one
            else:
                head, at = varint(data, at)
                at += (head >> 1) * 2 + 2 if head & 1 else (head >> 1) * 4


def _edges(one: "Ring") -> "Iterator[tuple[tuple[float, float], tuple[float, float]]]":
    xs, ys = one
    before = xs[-1], ys[-1]
    for point in zip(xs, ys, strict=True):
        yield before, point
        before = point


def _is_frame(edge: "tuple[tuple[float, float], tuple[float, float]]", size: float) -> bool:
    (x1, y1), (x2, y2) = edge
    return (x1 == x2 and x1 in (0, size)) or (y1 == y2 and y1 in (0, size))
