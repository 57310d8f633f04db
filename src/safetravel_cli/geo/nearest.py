"""The nearest of many places, exactly: kd-trees over earth-centred coordinates, kept in an SQLite file.

A tree holds the places of one category, so a filter never makes the search wander; a question over several categories
searches their trees together. The places of a tree have consecutive ids, in the order of its leaves. The bounds are
straight lines through the earth on WGS84, so poles and the 180th meridian are places like any other.
Why a tree, and what it costs: docs/explanation/nearest.md.

nearest_tree: a row a tree: topic, category, first (id), size, levels, leaf and node (ids of its first leaf and chunk), box.
nearest_node: six levels of a tree a row: where each plane stands, in 1/256 m, then across which axis (0 x, 1 y, 2 z).
nearest_leaf: the positions of a leaf: its latitudes, then its longitudes, in millionths of a degree.
"""

import struct
from heapq import heappop, heappush
from math import asin, cos, dist, hypot, inf, pi, sin, sqrt

from safetravel_cli.geo.distance import E2, EQUATOR_M, ecef

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from typing import Any

    # Chord in metres, id, latitude, longitude.
    Found = tuple[float, int, float, float]
    Vector = tuple[float, float, float]

PER_DEGREE = 1_000_000
UNITS_PER_M = 256
# Levels of a tree in one row of nearest_node.
CHUNK = 6
# Planes are rounded to units; a bound gives way by one.
_SLACK = 1 / UNITS_PER_M
_RADIANS = pi / 180 / PER_DEGREE
_E1 = 1 - E2
# The smallest and the largest radius of curvature on WGS84: along the meridian at the equator, and at the poles.
_LEAST_M = EQUATOR_M * _E1
_MOST_M = EQUATOR_M / sqrt(_E1)


class Tree:
    """One category of one topic: ids `first` to `first + size - 1`, in 2 ** `levels` leaves."""

    __slots__ = ("box", "category", "chunks", "db", "first", "layers", "leaf", "levels", "node", "size", "topic")

    def __init__(self, db: "sqlite3.Connection", row: "tuple[Any, ...]") -> None:
        self.db = db
        self.topic, self.category, self.first, self.size, self.levels, self.leaf, self.node, box = row
        self.box = [edge / UNITS_PER_M for edge in struct.unpack("<6i", box)]
        self.layers = layers(self.levels)
        self.chunks: dict[int, tuple[int, ...]] = {}

    def planes(self, number: int, height: int) -> "tuple[int, ...]":
        """Return a chunk: where its planes stand, then their axes, both by node from the top."""
        held = self.chunks.get(number)
        if held is None:
            blob = self.db.execute("SELECT planes FROM nearest_node WHERE id = ?", (self.node + number,)).fetchone()[0]
            count = (1 << height) - 1
            held = self.chunks[number] = struct.unpack(f"<{count}i{count}B", blob)
        return held

    def points(self, number: int) -> "tuple[int, tuple[int, ...], tuple[int, ...]]":
        """Return the id of the first place of a leaf, and of all their latitudes and longitudes in millionths of a degree."""
        start, end = number * self.size >> self.levels, (number + 1) * self.size >> self.levels
        blob = self.db.execute("SELECT points FROM nearest_leaf WHERE id = ?", (self.leaf + number,)).fetchone()[0]
        numbers = struct.unpack(f"<{2 * (end - start)}i", blob)
        return self.first + start, numbers[: end - start], numbers[end - start :]

    def position(self, place: int) -> "tuple[float, float]":
        """Return latitude and longitude in degrees of a place by its id."""
        number = ((place - self.first + 1 << self.levels) - 1) // self.size
        first, latitudes, longitudes = self.points(number)
        return latitudes[place - first] / PER_DEGREE, longitudes[place - first] / PER_DEGREE


def layers(levels: int) -> "list[tuple[int, int, int]]":
    """Return for each layer of chunks: its first level, the number of its first chunk, its height.

    The topmost is the one that is not full, so that there are few rows.
    """
    found, top, before = [], 0, 0
    while top < levels:
        height = (levels - top) % CHUNK or CHUNK
        found.append((top, before, height))
        before += 1 << top
        top += height
    return found


def trees(db: "sqlite3.Connection", topic: str) -> "list[Tree]":
    """Return the trees of a topic, by category."""
    sql = "SELECT topic, category, first, size, levels, leaf, node, box FROM nearest_tree WHERE topic = ? ORDER BY category"
    return [Tree(db, row) for row in db.execute(sql, (topic,))]


def search(forest: "Iterable[Tree]", latitude: float, longitude: float) -> "Iterator[Found]":
    """Yield (chord in metres, id, latitude, longitude) of all places of some trees of one topic, nearest first.

    Each is looked for when it is asked for. Places that are equally far come in the order of their ids.
    Best first, after Friedman, Bentley and Finkel (1977), doi:10.1145/355744.355745, with a bound kept for each axis.
    """
    here = ecef(latitude, longitude)
    # Parts still to be opened have negative numbers, so that at one distance they come before the places, by id.
    heap: list[Any] = []
    for tree in forest:
        low, high = tree.box[:3], tree.box[3:]
        gaps = tuple([max(0.0, least - at, at - most) for at, least, most in zip(here, low, high, strict=True)])
        heappush(heap, (hypot(*gaps), -1 - len(heap), tree, 1, 0, gaps))
    parts = len(heap)
    while heap:
        chord, number, held, at, level, gaps = heappop(heap)
        if number > 0:
            yield chord, number, held[at][2] / PER_DEGREE, held[at][3] / PER_DEGREE
            run, at = held, at + 1
        else:
            leaf, others = _descend(held, at, level, here, gaps)
            for bound, node, below, beyond in others:
                parts += 1
                heappush(heap, (bound, -parts, held, node, below, beyond))
            run, at = _ranked(held, leaf, here), 0
        if at < len(run):
            heappush(heap, (run[at][0], run[at][1], run, at, 0, None))


def reach(chord: float) -> float:
    """Return the chord in metres beyond which no place is nearer on the ellipsoid than one at this chord.

    A chord of 100 km can hide another that is shorter on the ground by 2 cm, one of 1,000 km by 20 m; beyond 12,600 km it
    says nothing. The geodesic of a chord is at most the arc of the tightest circle (Schur's comparison theorem), and the
    chord of a geodesic at most that of the widest.
    """
    share = chord / (2 * _LEAST_M)
    if share > 0.995:
        return inf
    longest = 2 * _LEAST_M * asin(share)
    return 2 * _MOST_M * sin(longest / (2 * _MOST_M)) * (1 + 1e-12)


def candidates(forest: "Iterable[Tree]", latitude: float, longitude: float, count: int) -> "list[Found]":
    """Return places among which are the `count` nearest by geodesic: those by chord, and all that the chord cannot rank."""
    found: list[Found] = []
    most = inf
    for place in search(forest, latitude, longitude):
        if place[0] > most:
            break
        found.append(place)
        if len(found) == count:
            most = reach(place[0])
    return found


def _descend(
    tree: Tree, node: int, level: int, here: "Vector", gaps: "Vector"
) -> "tuple[int, list[tuple[float, int, int, Vector]]]":
    """Go down from a node (1 is the root, below n are 2n and 2n + 1) to the leaf on the near side.

    Returns the number of the leaf, and for each far side the least distance, the node, its level, the gap for each axis.
    """
    others = []
    for top, before, height in tree.layers:
        if level >= top + height:
            continue
        depth = level - top
        root = node >> depth
        planes = tree.planes(before + root - (1 << top), height)
        count = (1 << height) - 1
        local = node - (root << depth) + (1 << depth)
        while local <= count:
            axis = planes[count + local - 1]
            away = here[axis] - planes[local - 1] / UNITS_PER_M
            side = away >= 0
            node, local, level = 2 * node + side, 2 * local + side, level + 1
            x, y, z = gaps
            far = max(gaps[axis], abs(away) - _SLACK)
            beyond = (far, y, z) if axis == 0 else (x, far, z) if axis == 1 else (x, y, far)
            others.append((hypot(*beyond), node ^ 1, level, beyond))
    return node - (1 << tree.levels), others


def _ranked(tree: Tree, number: int, here: "Vector") -> "list[tuple[float, int, int, int]]":
    """Return the places of a leaf as (chord, id, latitude, longitude in millionths), nearest first."""
    first, latitudes, longitudes = tree.points(number)
    found = []
    # What geo.distance.ecef does, written out: this is where the time of a search goes.
    for at, (latitude, longitude) in enumerate(zip(latitudes, longitudes, strict=True), first):
        phi, lam = latitude * _RADIANS, longitude * _RADIANS
        sine = sin(phi)
        normal = EQUATOR_M / sqrt(1 - E2 * sine * sine)
        around = normal * cos(phi)
        found.append((dist(here, (around * cos(lam), around * sin(lam), normal * _E1 * sine)), at, latitude, longitude))
    found.sort()
    return found
