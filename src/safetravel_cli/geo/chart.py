"""A small map as lines of text: the coast, you in the centre, numbered marks, a scale bar, north up.

Azimuthal equidistant projection on a sphere (J. P. Snyder, Map Projections: A Working Manual, USGS 1395, page 195): every
distance and direction from the centre is true, and neither the poles nor 180 degrees are special.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Point = tuple[float, float]
    Coast = Callable[[float], Iterable[Sequence[Point]]]

RADIUS_M = 6371008.8
NARROWEST, WIDEST = 30, 120
# Nearer than this, a coast of about two kilometres' accuracy shows nothing true.
LEAST_M = 15_000.0
# Beyond this angle from the centre (radians) the projection tears lines apart.
TORN = 2.9
MARKS = "123456789abcdefghijklmnopqrstuvwxyz"
# Bits of the eight dots of a braille cell (Unicode, U+2800), by row and column.
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def height(columns: int) -> int:
    """Return how many lines a map of this width has when nothing else decides it."""
    return max(12, min(max(columns, NARROWEST), WIDEST) * 3 // 10)


def chart(
    center: "Point", marks: "Sequence[Point]", columns: int, rows: int, coast: "Coast", braille: bool = True, north: str = "N"
) -> "list[str]":
    """Draw a map of `rows` lines (8 or more), each exactly `columns` (30 to 120) cells wide, its frame included.

    `center` and `marks` are (latitude, longitude) in degrees; the scale is the largest that shows every mark.
    `coast` is called with the distance in metres from the centre to a corner and returns lines of such points
    (geo.coast.reader makes one). @ is the centre, 1 to 9 and a to z are the marks in order; one that would hide another
    stands in the nearest free cell. `braille` draws the coast in dots of an eighth of a cell, else all is ASCII.
    """
    columns, rows = max(NARROWEST, min(columns, WIDEST)), max(8, rows)
    wide, high = columns - 2, rows - 2
    flat = [project(center, mark) for mark in marks[: len(MARKS)]]
    step = metres_per_cell(flat, wide, high)
    across, down = (2, 4) if braille else (1, 1)
    canvas = _Canvas(wide, high, across, down, step)
    for line in coast(step * math.hypot(wide, 2 * high) / 2 + step):
        canvas.draw([project(center, point) for point in line])
    cells = canvas.cells(braille)
    _place(cells, flat, canvas)
    return _framed(["".join(row) for row in cells], step, braille, north)


def project(center: "Point", point: "Point") -> "Point":
    """Return metres east and north of the centre on the map."""
    phi0, phi = math.radians(center[0]), math.radians(point[0])
    delta = math.radians(point[1] - center[1])
    cos_phi, cos_delta = math.cos(phi), math.cos(delta)
    east = cos_phi * math.sin(delta)
    north = math.cos(phi0) * math.sin(phi) - math.sin(phi0) * cos_phi * cos_delta
    sine = math.hypot(east, north)
    cosine = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * cos_phi * cos_delta
    if sine < 1e-12:
        # The antipode lies in every direction: south will do.
        return (0.0, 0.0) if cosine > 0 else (0.0, -math.pi * RADIUS_M)
    scale = RADIUS_M * math.atan2(sine, cosine) / sine
    return east * scale, north * scale


def metres_per_cell(flat: "Sequence[Point]", wide: int, high: int) -> float:
    """Return the metres that a cell is wide (it is twice as high), so that all points fit with a margin of one cell."""
    half_wide, half_high = (wide - 1) / 2 - 1.5, (high - 1) / 2 - 1
    least = LEAST_M / min(half_wide, 2 * half_high)
    return max([least, *[max(abs(east) / half_wide, abs(north) / (2 * half_high)) for east, north in flat]])


class _Canvas:
    """Dots of a map of `wide` x `high` cells, `across` x `down` dots a cell; the origin is the middle of the middle cell."""

    __slots__ = ("across", "bits", "dots_high", "dots_wide", "down", "high", "middle", "step", "wide")

    def __init__(self, wide: int, high: int, across: int, down: int, step: float) -> None:
        self.wide, self.high, self.across, self.down, self.step = wide, high, across, down, step
        self.middle = wide // 2, high // 2
        self.dots_wide, self.dots_high = wide * across, high * down
        self.bits = [0] * (wide * high)

    def cell(self, point: "Point") -> "tuple[float, float]":
        """Return column and row of a point, in cells from the upper left corner."""
        return self.middle[0] + 0.5 + point[0] / self.step, self.middle[1] + 0.5 - point[1] / (2 * self.step)

    def draw(self, line: "Sequence[Point]") -> None:
        """Draw a line of points in metres, as far as it lies in the frame."""
        limit = TORN * RADIUS_M
        last: Point | None = None
        for point in line:
            if math.hypot(*point) > limit:
                last = None
                continue
            column, row = self.cell(point)
            here = column * self.across - 0.5, row * self.down - 0.5
            if last is not None:
                self._segment(last, here)
            last = here

    def _segment(self, start: "Point", end: "Point") -> None:
        x, y = start
        dx, dy = end[0] - x, end[1] - y
        first, final = 0.0, 1.0
        # Clipping after Liang and Barsky, ACM Transactions on Graphics 3 (1984).
        for rate, room in ((-dx, x), (dx, self.dots_wide - 1 - x), (-dy, y), (dy, self.dots_high - 1 - y)):
            if rate == 0:
                if room < 0:
                    return
            elif rate < 0:
                first = max(first, room / rate)
            else:
                final = min(final, room / rate)
        if first > final:
            return
        steps = max(1, math.ceil(max(abs(dx), abs(dy)) * (final - first)))
        for number in range(steps + 1):
            along = first + (final - first) * number / steps
            self._dot(round(x + dx * along), round(y + dy * along))

    def _dot(self, x: int, y: int) -> None:
        if 0 <= x < self.dots_wide and 0 <= y < self.dots_high:
            bit = DOTS[y % self.down][x % self.across]
            self.bits[y // self.down * self.wide + x // self.across] |= bit

    def cells(self, braille: bool) -> "list[list[str]]":
        """Return the characters, row by row."""
        drawn = [(chr(0x2800 + bits) if braille else ".") if bits else " " for bits in self.bits]
        return [drawn[start : start + self.wide] for start in range(0, len(drawn), self.wide)]


def _place(cells: "list[list[str]]", flat: "Sequence[Point]", canvas: _Canvas) -> None:
    """Put the centre and the marks where they are, or in the nearest cell that none of them has."""
    taken = {canvas.middle}
    cells[canvas.middle[1]][canvas.middle[0]] = "@"
    free = [(column, row) for row in range(canvas.high) for column in range(canvas.wide)]
    for sign, point in zip(MARKS, flat, strict=False):
        column, row = canvas.cell(point)
        # A cell is twice as high as wide.
        spots = sorted(free, key=lambda spot: (spot[0] + 0.5 - column) ** 2 + 4 * (spot[1] + 0.5 - row) ** 2)
        spot = next(spot for spot in spots if spot not in taken)
        taken.add(spot)
        cells[spot[1]][spot[0]] = sign


def _framed(lines: "list[str]", step: float, braille: bool, north: str) -> "list[str]":
    """Return the lines in a frame with north above and the scale below."""
    corners, level, upright, ends = ("┌┐└┘", "─", "│", "├┤") if braille else ("++++", "-", "|", "||")
    wide = len(lines[0])
    before = wide // 2 - 1
    top = corners[0] + level * before + f" {north} " + level * (wide - before - len(north) - 2) + corners[1]
    kilometres, cells = scale_bar(step, wide)
    bar = level + " " + ends[0] + level * (cells - 2) + ends[1] + f" {kilometres:g} km "
    bottom = corners[2] + bar + level * (wide - len(bar)) + corners[3]
    return [top, *[upright + line + upright for line in lines], bottom]


def scale_bar(step: float, wide: int) -> "tuple[float, int]":
    """Return the round length in km of a bar at most a third as wide as the map, and its cells (at least two)."""
    longest = step * wide / 3 / 1000
    power = 10.0 ** math.floor(math.log10(longest))
    kilometres = next(one * power for one in (5, 2, 1) if one * power <= longest)
    return kilometres, max(2, round(kilometres * 1000 / step))
