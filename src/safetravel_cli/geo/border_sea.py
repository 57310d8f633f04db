"""The nearest region of a point that lies in none: the high sea, farther out than the territorial sea."""

import heapq
import math

from safetravel_cli.geo.border_leaf import COLUMNS, QUARTERS, RINGS, ROWS, TILE_UNITS, UNITS_PER_DEGREE, quarters, regions, varint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from safetravel_cli.geo.border_leaf import Ring

KM_PER_DEGREE = 111.195


class _Search:
    """Walk cells in the order of their distance and keep the best region so far.

    The plane around the point is flat: good to 0.1 % at the few tens of kilometres that are asked for.
    """

    __slots__ = ("best", "found", "heap", "km_x", "km_y", "x", "y")

    def __init__(self, latitude: float, longitude: float, reach_km: float) -> None:
        self.x = ((longitude + 180) % 360) * UNITS_PER_DEGREE
        self.y = (latitude + 90) * UNITS_PER_DEGREE
        self.km_y = KM_PER_DEGREE / UNITS_PER_DEGREE
        self.km_x = self.km_y * max(math.cos(math.radians(latitude)), 1e-3)
        self.best, self.found = reach_km, 0
        self.heap: list[tuple[float, float, float, float, int, bytes]] = []

    def push(self, data: bytes, at: int, west: float, south: float, size: float) -> None:
        """Remember a cell, unless it is farther away than what is known."""
        across = max(west - self.x, 0, self.x - west - size) * self.km_x
        along = max(south - self.y, 0, self.y - south - size) * self.km_y
        km = math.hypot(across, along)
        if km < self.best:
            heapq.heappush(self.heap, (km, west, south, size, at, data))

    def measure(self, region: int, ring: "Ring", west: float, south: float) -> None:
        """Take the region if an edge of its ring is nearer than the best so far."""
        xs, ys = ring
        left, below = west - self.x, south - self.y
        x1, y1 = (xs[-1] + left) * self.km_x, (ys[-1] + below) * self.km_y
        for x, y in zip(xs, ys, strict=True):
            x2, y2 = (x + left) * self.km_x, (y + below) * self.km_y
            step_x, step_y = x2 - x1, y2 - y1
            share = -(x1 * step_x + y1 * step_y)
            if share > 0:
                share = min(1.0, share / (step_x * step_x + step_y * step_y))
                x1, y1 = x1 + share * step_x, y1 + share * step_y
            km = math.hypot(x1, y1)
            if km < self.best:
                self.best, self.found = km, region
            x1, y1 = x2, y2


def nearest(tile: "Callable[[int], bytes]", latitude: float, longitude: float, reach_km: float) -> "tuple[float, int]":
    """Return the distance in km and the number of the nearest region within reach; (reach_km, 0) where there is none.

    `tile` gives the tree of a tile by its number (row * 64 + column, from 180 W and 90 S).
    """
    search = _Search(latitude, longitude, reach_km)
    for row, column in _tiles_around(search, reach_km):
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


def _tiles_around(search: _Search, reach_km: float) -> "list[tuple[int, int]]":
    """Return rows and columns of the tiles within reach; columns run on past the antimeridian."""
    wide, high = reach_km / search.km_x, reach_km / search.km_y
    first, last = (int((search.x + side * wide) // TILE_UNITS) for side in (-1, 1))
    bottom = max(0, int((search.y - high) // TILE_UNITS))
    top = min(ROWS - 1, int((search.y + high) // TILE_UNITS))
    return [(row, column) for row in range(bottom, top + 1) for column in range(first, min(last, first + COLUMNS - 1) + 1)]
