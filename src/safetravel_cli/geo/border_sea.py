"""The nearest region of a point that lies in none: the high sea, farther out than the territorial sea."""

import heapq
import math

from safetravel_cli.geo.border_leaf import COLUMNS, QUARTERS, RINGS, ROWS, TILE_UNITS, UNITS_PER_DEGREE, quarters, regions, varint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from safetravel_cli.geo.border_leaf import Ring

KM_PER_DEGREE = 111.195


class Plane:
    """Measure on a flat plane around a point: good to 0.1 % at a few tens of kilometres.

    `x` and `y` are the point in units east of 180 W and north of 90 S, `km_x` and `km_y` the km of a unit.
    """

    __slots__ = ("km_x", "km_y", "x", "y")

    def __init__(self, latitude: float, longitude: float) -> None:
        self.x = ((longitude + 180) % 360) * UNITS_PER_DEGREE
        self.y = (latitude + 90) * UNITS_PER_DEGREE
        self.km_y = KM_PER_DEGREE / UNITS_PER_DEGREE
        self.km_x = self.km_y * max(math.cos(math.radians(latitude)), 1e-3)

    def to_cell(self, west: float, south: float, size: float) -> float:
        """Return the km to the nearest point of a cell, 0 within it."""
        across = max(west - self.x, 0, self.x - west - size) * self.km_x
        along = max(south - self.y, 0, self.y - south - size) * self.km_y
        return math.hypot(across, along)


def segment(x1: float, y1: float, x2: float, y2: float) -> "tuple[float, float]":
    """Return the point of a segment that is nearest to the origin."""
    step_x, step_y = x2 - x1, y2 - y1
    share = -(x1 * step_x + y1 * step_y)
    if share > 0:
        share = min(1.0, share / (step_x * step_x + step_y * step_y))
        return x1 + share * step_x, y1 + share * step_y
    return x1, y1


class Walk:
    """Hand out cells in the order of their distance; beyond `best` km nothing is looked at any more."""

    __slots__ = ("best", "heap", "plane")

    def __init__(self, latitude: float, longitude: float, reach_km: float) -> None:
        self.plane = Plane(latitude, longitude)
        self.best = reach_km
        self.heap: list[tuple[float, float, float, float, int, bytes]] = []

    def push(self, data: bytes, at: int, west: float, south: float, size: float) -> None:
        """Remember a cell, unless it is farther away than what is known."""
        km = self.plane.to_cell(west, south, size)
        if km < self.best:
            heapq.heappush(self.heap, (km, west, south, size, at, data))


class _Search(Walk):
    """Keep the best region so far."""

    __slots__ = ("found",)

    def __init__(self, latitude: float, longitude: float, reach_km: float) -> None:
        super().__init__(latitude, longitude, reach_km)
        self.found = 0

    def measure(self, region: int, ring: "Ring", west: float, south: float) -> None:
        """Take the region if an edge of its ring is nearer than the best so far."""
        xs, ys = ring
        plane = self.plane
        left, below = west - plane.x, south - plane.y
        x1, y1 = (xs[-1] + left) * plane.km_x, (ys[-1] + below) * plane.km_y
        for x, y in zip(xs, ys, strict=True):
            x2, y2 = (x + left) * plane.km_x, (y + below) * plane.km_y
            km = math.hypot(*segment(x1, y1, x2, y2))
            if km < self.best:
                self.best, self.found = km, region
            x1, y1 = x2, y2


def nearest(tile: "Callable[[int], bytes]", latitude: float, longitude: float, reach_km: float) -> "tuple[float, int]":
    """Return the distance in km and the number of the nearest region within reach; (reach_km, 0) where there is none.

    `tile` gives the tree of a tile by its number (row * 64 + column, from 180 W and 90 S).
    """
    search = _Search(latitude, longitude, reach_km)
    for row, column in tiles_around(search.plane, reach_km):
        search.push(tile(row * COLUMNS + column % COLUMNS), 0, column * TILE_UNITS, row * TILE_UNITS, TILE_UNITS)
    while search.heap:
        km, west, south, size, at, data = heapq.heappop(search.heap)
        if km >= search.best:
            break
        if data[at] == QUARTERS:
            half = size / 2
            corners = ((0.0, 0.0), (half, 0.0), (0.0, half), (half, half))
            for child, (east, north) in zip(quarters(data, at), corners, strict=True):
                search.push(data, child, west + east, south + north, half)
            continue
        default, after = varint(data, at + 1)
        if default:
            # A cell without open sea: its frame is land.
            search.best, search.found = km, default
        elif data[at] == RINGS:
            for region, rings in regions(data, after):
                for ring in rings:
                    search.measure(region, ring, west, south)
    return search.best, search.found


def tiles_around(plane: Plane, reach_km: float) -> "list[tuple[int, int]]":
    """Return rows and columns of the tiles within reach; columns run on past the antimeridian."""
    wide, high = reach_km / plane.km_x, reach_km / plane.km_y
    first, last = (int((plane.x + side * wide) // TILE_UNITS) for side in (-1, 1))
    bottom = max(0, int((plane.y - high) // TILE_UNITS))
    top = min(ROWS - 1, int((plane.y + high) // TILE_UNITS))
    return [(row, column) for row in range(bottom, top + 1) for column in range(first, min(last, first + COLUMNS - 1) + 1)]
