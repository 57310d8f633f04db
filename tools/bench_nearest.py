"""Measure the index of places against its rivals: `python tools/bench_nearest.py [--points N ...] [--write]`.

Points and questions are made up, the same in every run. The rivals are those that a plain SQLite file allows: a grid of
cells in a covering index, and a Morton code as the key of the table. `--write` puts the figures into
docs/reference/nearest.md. Memory stays under 150 bytes a point.
"""

import argparse
import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from heapq import nsmallest
from math import asin, cos, degrees, radians, sin

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(ROOT, "src")]

from safetravel_cli.geo import nearest, nearest_writer  # noqa: E402
from safetravel_cli.geo.distance import chord_from  # noqa: E402

REPORT = os.path.join(ROOT, "docs", "reference", "nearest.md")
MILLION = 1_000_000
QUESTIONS, COUNT = 1_000, 10
# Each question is asked so often and its best time counts: what else the machine does is not the index.
TIMES = 3
CHECKED = 12
CELL, ACROSS = 50_000, 7_200
METRES_PER_DEGREE = 110_500.0
# The most ranges that a box is covered with.
SQUARES = 64

Points = tuple["array[int]", "array[int]"]
Ask = Callable[[float, float], list[tuple[float, int]]]
# From (south, north, west, east) in degrees to ranges of keys.
Cover = Callable[[float, float, float, float], Iterator[tuple[int, int]]]


def make_points(count: int, seed: int = 1) -> Points:
    """Return latitudes and longitudes in millionths: seven of ten in clusters, the rest anywhere, some at poles and 180."""
    rng = random.Random(seed)
    centres = [(degrees(asin(rng.uniform(-0.9, 0.9))), rng.uniform(-180, 180)) for _ in range(20_000)]
    latitudes, longitudes = array("i"), array("i")
    for number in range(count):
        if number % 1000 == 0:
            latitude, longitude = rng.choice((-1, 1)) * rng.uniform(89, 90), rng.uniform(-180, 180)
        elif number % 1000 == 1:
            latitude, longitude = degrees(asin(rng.uniform(-1, 1))), 180 + rng.uniform(-0.05, 0.05)
        elif number % 10 < 7:
            north, east = centres[int(len(centres) * rng.random() ** 3)]
            latitude, longitude = north + rng.gauss(0, 0.1), east + rng.gauss(0, 0.1)
        else:
            latitude, longitude = degrees(asin(rng.uniform(-1, 1))), rng.uniform(-180, 180)
        latitudes.append(round(min(max(latitude, -90), 90) * MILLION))
        longitudes.append(round(((longitude + 180) % 360 - 180) * MILLION))
    return latitudes, longitudes


def make_questions(points: Points, seed: int = 2) -> list[tuple[float, float]]:
    """Return positions to ask from: half near points, three of ten anywhere, a tenth at poles, a tenth near 180."""
    rng = random.Random(seed)
    found = []
    for number in range(QUESTIONS):
        at = rng.randrange(len(points[0]))
        if number % 10 < 5:
            spot = points[0][at] / MILLION + rng.gauss(0, 0.02), points[1][at] / MILLION + rng.gauss(0, 0.02)
        elif number % 10 < 8:
            spot = degrees(asin(rng.uniform(-1, 1))), rng.uniform(-180, 180)
        elif number % 10 == 8:
            spot = rng.choice((-90.0, 90.0, rng.uniform(88, 90), rng.uniform(-90, -88))), rng.uniform(-180, 180)
        else:
            spot = degrees(asin(rng.uniform(-1, 1))), rng.choice((-180.0, 179.9999, rng.uniform(179.9, 180)))
        found.append((min(max(spot[0], -90.0), 90.0), spot[1]))
    return found


def plant_tree(db: sqlite3.Connection, points: Points, capacity: int = nearest_writer.CAPACITY) -> Ask:
    """Build the kd-tree of the product."""
    nearest_writer.create(db)
    order = nearest_writer.plant(db, "place", "all", 0, *points, capacity)
    forest = nearest.trees(db, "place")

    def ask(latitude: float, longitude: float) -> list[tuple[float, int]]:
        found = nearest.candidates(forest, latitude, longitude, COUNT)
        return [(chord, order[number]) for chord, number, _, _ in found]

    return ask


def grown(db: sqlite3.Connection, sql: str, cover: Cover) -> Ask:
    """Return the search of both rivals: a box is doubled until its inner circle holds as many as are asked for."""

    def ask(latitude: float, longitude: float) -> list[tuple[float, int]]:
        chord = chord_from(latitude, longitude)
        reach = 0.02
        while True:
            found: list[tuple[float, int]] = []
            for least, most in cover(*box(latitude, longitude, reach)):
                rows = db.execute(sql, (least, most))
                found += [(chord(north / MILLION, east / MILLION), number) for number, north, east in rows]
            # The chord is a little shorter than the arc.
            inside = 2 * 6_356_000 * sin(min(reach * METRES_PER_DEGREE / 2 / 6_378_137, 1.57)) * 0.998
            best = nsmallest(COUNT, found)
            if reach >= 180 or (len(best) == COUNT and best[-1][0] <= inside * inside):
                return [(square**0.5, number) for square, number in best]
            reach *= 2

    return ask


def box(latitude: float, longitude: float, reach: float) -> tuple[float, float, float, float]:
    """Return south, north, west, east of what lies within `reach` degrees; west may be under -180, east over 180."""
    south, north = latitude - reach, latitude + reach
    if south <= -89.9 or north >= 89.9 or reach >= 60:
        return max(south, -90.0), min(north, 90.0), -180.0, 180.0
    wide = degrees(asin(min(1.0, sin(radians(reach)) / cos(radians(latitude))))) * 1.01
    return (south, north, -180.0, 180.0) if wide >= 90 else (south, north, longitude - wide, longitude + wide)


def spans(west: float, east: float) -> list[tuple[float, float]]:
    """Part a span of longitudes at 180."""
    if west < -180:
        return [(west + 360, 180.0), (-180.0, east)]
    return [(west, 180.0), (-180.0, east - 360)] if east > 180 else [(west, east)]


def lay_grid(db: sqlite3.Connection, points: Points) -> Ask:
    """Build cells of a twentieth of a degree in a covering index: a range for each row of cells."""
    db.execute(
        "CREATE TABLE cell (cell INTEGER, id INTEGER, latitude INTEGER, longitude INTEGER, PRIMARY KEY (cell, id)) WITHOUT ROWID"
    )
    rows = sorted(
        ((north + 90 * MILLION) // CELL * ACROSS + min((east + 180 * MILLION) // CELL, ACROSS - 1), number)
        for number, (north, east) in enumerate(zip(*points, strict=True))
    )
    db.executemany("INSERT INTO cell VALUES (?, ?, ?, ?)", ((cell, at, points[0][at], points[1][at]) for cell, at in rows))

    def cover(south: float, north: float, west: float, east: float) -> Iterator[tuple[int, int]]:
        for row in range(int((south + 90) * MILLION) // CELL, int((north + 90) * MILLION) // CELL + 1):
            for left, right in spans(west, east):
                first, last = (min(int((edge + 180) * MILLION) // CELL, ACROSS - 1) for edge in (left, right))
                yield row * ACROSS + first, row * ACROSS + last

    return grown(db, "SELECT id, latitude, longitude FROM cell WHERE cell BETWEEN ? AND ?", cover)


def spread(number: int) -> int:
    """Put a zero between the sixteen bits of a number."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        number = (number | number << shift) & mask
    return number


def lay_morton(db: sqlite3.Connection, points: Points) -> Ask:
    """Build a table whose key is the Morton code of its square: a range for each square that a box touches."""
    db.execute(
        "CREATE TABLE square (code INTEGER, id INTEGER, latitude INTEGER, longitude INTEGER, PRIMARY KEY (code, id))"
        " WITHOUT ROWID"
    )

    def grid(degree: float, size: float) -> int:
        return min(max(int((degree / size + 0.5) * 65536), 0), 65535)

    rows = sorted(
        (spread(grid(north / MILLION, 180)) << 1 | spread(grid(east / MILLION, 360)), number)
        for number, (north, east) in enumerate(zip(*points, strict=True))
    )
    db.executemany("INSERT INTO square VALUES (?, ?, ?, ?)", ((code, at, points[0][at], points[1][at]) for code, at in rows))

    def cover(south: float, north: float, west: float, east: float) -> Iterator[tuple[int, int]]:
        for left, right in spans(west, east):
            low, high = (grid(south, 180), grid(left, 360)), (grid(north, 180), grid(right, 360))
            bits = max(min(high[0] - low[0], high[1] - low[1]).bit_length() - 1, 0)
            while ((high[0] - low[0] >> bits) + 1) * ((high[1] - low[1] >> bits) + 1) > SQUARES:
                bits += 1
            for row in range(low[0] >> bits, (high[0] >> bits) + 1):
                for column in range(low[1] >> bits, (high[1] >> bits) + 1):
                    code = (spread(row) << 1 | spread(column)) << 2 * bits
                    yield code, code + (1 << 2 * bits) - 1

    return grown(db, "SELECT id, latitude, longitude FROM square WHERE code BETWEEN ? AND ?", cover)


def measure(name: str, lay: Callable[[sqlite3.Connection, Points], Ask], points: Points, truth: list[list[float]]) -> str:
    """Build one index in a file, ask it, and return its line of the report."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "index.sqlite")
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("BEGIN")
        start = time.perf_counter()
        ask = lay(db, points)
        db.execute("COMMIT")
        built = time.perf_counter() - start
        taken = []
        for question in make_questions(points):
            best = float("inf")
            for _ in range(TIMES):
                start = time.perf_counter()
                ask(*question)
                best = min(best, time.perf_counter() - start)
            taken.append(best * 1000)
        same = all(_agree(ask(*question), known) for question, known in zip(make_questions(points), truth, strict=False))
        size = os.path.getsize(path)
        db.close()
    taken.sort()
    figures = taken[len(taken) // 2], taken[len(taken) * 95 // 100], taken[-1]
    cells = [
        name,
        f"{len(points[0]) / MILLION:g}",
        f"{size / len(points[0]):.1f}",
        f"{built:.0f}",
        *[f"{one:.2f}" for one in figures],
    ]
    line = f"| {' | '.join([*cells, 'yes' if same else 'NO'])} |"
    print(line, flush=True)
    return line


def _agree(found: list[tuple[float, int]], known: list[float]) -> bool:
    return len(found) >= len(known) and all(abs(one[0] - other) < 1e-4 for one, other in zip(found, known, strict=False))


def brute(points: Points) -> list[list[float]]:
    """Return the chords of the nearest of some questions of every kind, by looking at all points."""
    found = []
    for latitude, longitude in make_questions(points)[:CHECKED]:
        chord = chord_from(latitude, longitude)
        squares = nsmallest(COUNT, (chord(north / MILLION, east / MILLION) for north, east in zip(*points, strict=True)))
        found.append([square**0.5 for square in squares])
    return found


HEAD = f"""# Nearest: figures

Made by `tools/bench_nearest.py --write`; what was chosen and why is in [explanation/nearest.md](../explanation/nearest.md).

The {COUNT} nearest for {QUESTIONS:,} questions (half near points, three of ten anywhere, a tenth at the poles, a tenth at
180 degrees), in one process, warm, the best of {TIMES} times each, among made-up points: seven of ten in 20,000 clusters.
The tree returns also what the chord alone cannot rank, the rivals do not. `exact` compares {CHECKED} questions with a look at
every point. Goals: median 0.2 ms, 95 of 100 within 1 ms, the worst within 10 ms.

| index | million points | bytes a point | built in s | median ms | 95 % ms | worst ms | exact |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> int:
    """Measure what is asked for, and write the report with `--write`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, nargs="+", default=[MILLION, 5 * MILLION])
    parser.add_argument("--capacities", type=int, nargs="*", default=[12, 24, 48, 96], help="leaves to compare at the first size")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    lines = []
    for count in arguments.points:
        points = make_points(count)
        truth = brute(points)
        for name, lay in (("kd-tree", plant_tree), ("grid of 0.05 degrees", lay_grid), ("Morton code", lay_morton)):
            lines.append(measure(name, lay, points, truth))
        for capacity in arguments.capacities if count == arguments.points[0] else ():
            held = measure(f"kd-tree, {capacity} a leaf", partial(plant_tree, capacity=capacity), points, truth)
            lines.append(held)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{memory:.0f} MB of memory at most")
    if arguments.write:
        version = f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}"
        with open(REPORT, "w", encoding="utf-8", newline="\n") as file:
            file.write(HEAD + "\n".join(lines) + f"\n\n{version}; {memory:.0f} MB of memory at most, the rivals included.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
