"""Make data/geo/coast.csv.gz: `python tools/make_coast.py RINGS.ndjson.xz`.

RINGS has a ring a line: `[lon0, lat0, dlon1, dlat1, ...]`, whole hundred-thousandths of a degree, each step added to the
point before; here the land of geo-maps (npm @geo-maps/earth-lands-1km 0.6.0, made from OpenStreetMap).
"""

import argparse
import base64
import csv
import gzip
import io
import json
import lzma
import math
import os
import sys
from collections.abc import Iterator
from itertools import pairwise

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [folder for folder in (os.path.join(ROOT, "src"),) if folder not in sys.path]

from safetravel_cli.geo.coast import COLUMNS, PER_DEGREE, ROWS, TILE, encode  # noqa: E402

UNIT = 100_000
# No line strays farther from the one it was made from, in hundred-thousandths of a degree of latitude: about two kilometres.
TOLERANCE = 2000
SOURCE, AS_OF = "geo-maps", ""
Point = tuple[int, int]


def rings(path: str) -> Iterator[list[Point]]:
    """Yield the rings of a file as points (longitude, latitude)."""
    with lzma.open(path, "rt", encoding="ascii") as file:
        for text in file:
            steps = json.loads(text)
            x = y = 0
            ring = []
            for place in range(0, len(steps), 2):
                x += steps[place]
                y += steps[place + 1]
                ring.append((x, y))
            yield ring


def thinned(ring: list[Point]) -> list[Point]:
    """Leave out what strays less than TOLERANCE (D. Douglas and T. Peucker, Cartographica 10, 1973)."""
    far = max(range(len(ring)), key=lambda place: math.dist(ring[0], ring[place]))
    kept = {0, far, len(ring) - 1}
    todo = [(0, far), (far, len(ring) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first > 1:
            at = max(range(first + 1, last), key=lambda place: _stray(ring[first], ring[last], ring[place]))
            if _stray(ring[first], ring[last], ring[at]) > TOLERANCE:
                kept.add(at)
                todo += [(first, at), (at, last)]
    return [ring[place] for place in sorted(kept)]


def _stray(start: Point, end: Point, point: Point) -> float:
    shrink = math.cos(math.radians((start[1] + end[1]) / 2 / UNIT))
    dx, dy = (end[0] - start[0]) * shrink, end[1] - start[1]
    x, y = (point[0] - start[0]) * shrink, point[1] - start[1]
    long = dx * dx + dy * dy
    along = max(0.0, min(1.0, (x * dx + y * dy) / long)) if long else 0.0
    return math.hypot(x - along * dx, y - along * dy)


def rounded(ring: list[Point]) -> list[Point]:
    """Return the points in hundredths of a degree, none twice in a row."""
    points = [(round(x * PER_DEGREE / UNIT), round(y * PER_DEGREE / UNIT)) for x, y in ring]
    return [point for place, point in enumerate(points) if not place or point != points[place - 1]]


def is_shore(start: Point, end: Point) -> bool:
    """Tell whether a piece is coast, not where the source cuts the world at 180 degrees and at the pole."""
    edge, pole = 180 * PER_DEGREE, -90 * PER_DEGREE
    return not (abs(start[0]) == abs(end[0]) == edge or start[1] == pole or end[1] == pole)


def tile_of(point: Point) -> int:
    """Return the tile that holds a point; the edges at 180 degrees and the north pole belong to the last one."""
    column = min(COLUMNS - 1, (point[0] + 180 * PER_DEGREE) // (TILE * PER_DEGREE))
    row = min(ROWS - 1, (point[1] + 90 * PER_DEGREE) // (TILE * PER_DEGREE))
    return row * COLUMNS + column


def tiled(lines: Iterator[list[Point]]) -> dict[int, list[list[Point]]]:
    """Return the lines of each tile; a piece between two tiles stands in both."""
    held: dict[int, list[list[Point]]] = {}
    for ring in lines:
        open_lines: dict[int, list[Point]] = {}
        for start, end in pairwise(ring):
            touched = {tile_of(start), tile_of(end)} if is_shore(start, end) else set()
            for tile in set(open_lines) - touched:
                held.setdefault(tile, []).append(open_lines.pop(tile))
            for tile in sorted(touched):
                open_lines.setdefault(tile, [start]).append(end)
        for tile, line in sorted(open_lines.items()):
            held.setdefault(tile, []).append(line)
    return held


def main() -> int:
    """Write the table, and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rings", metavar="RINGS.ndjson.xz")
    lines = (rounded(thinned(ring)) for ring in rings(parser.parse_args().rings))
    held = tiled(line for line in lines if len(set(line)) > 2)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["tile", "data", "source", "as_of"])
    for tile in sorted(held):
        writer.writerow([tile, base64.b64encode(encode(tile, held[tile])).decode(), SOURCE, AS_OF])
    path = os.path.join(ROOT, "data", "geo", "coast.csv.gz")
    with open(path, "wb") as file:
        file.write(gzip.compress(text.getvalue().encode(), mtime=0))
    points = sum(len(line) for some in held.values() for line in some)
    print(f"{len(held)} tiles, {points} points, {os.path.getsize(path)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
