"""What must hold of every map: its size, its marks, and its coast, at poles and at 180 degrees too."""

import math

from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.geo import chart, coast

LATITUDES = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, 90.0, 89.9, 0.0]))
LONGITUDES = st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, 180.0, 179.9, -179.9]))
POINTS = st.tuples(LATITUDES, LONGITUDES)
LINES = st.lists(st.lists(POINTS, min_size=2, max_size=20), max_size=5)


@given(POINTS, st.lists(POINTS, max_size=12), st.integers(10, 150), st.integers(1, 40), LINES, st.booleans())
def test_a_map_has_its_size_and_every_mark_once(center, marks, columns, rows, lines, braille):
    drawn = chart.chart(center, marks, columns, rows, lambda reach: lines, braille)
    assert len(drawn) == max(8, rows)
    assert {len(line) for line in drawn} == {min(max(columns, 30), 120)}
    inside = "".join(line[1:-1] for line in drawn[1:-1])
    for sign in "@" + chart.MARKS[: len(marks)]:
        assert inside.count(sign) == 1
    assert braille or "".join(drawn).isascii()
    assert " N " in drawn[0]
    assert " km " in drawn[-1]


@given(POINTS, st.lists(POINTS, min_size=1, max_size=5), st.integers(30, 120), st.integers(8, 40))
def test_every_mark_fits_into_the_frame(center, marks, columns, rows):
    wide, high = columns - 2, rows - 2
    flat = [chart.project(center, mark) for mark in marks]
    step = chart.metres_per_cell(flat, wide, high)
    for east, north in flat:
        assert abs(east) / step <= (wide - 1) / 2
        assert abs(north) / (2 * step) <= (high - 1) / 2


@given(POINTS, POINTS)
def test_distance_and_direction_from_the_centre_are_true(center, point):
    east, north = chart.project(center, point)
    line = Geodesic.WGS84.Inverse(*center, *point)
    assert math.isclose(math.hypot(east, north), line["s12"], rel_tol=0.006, abs_tol=1)
    if 1000 < line["s12"] < 1.5e7 and abs(center[0]) < 89:
        bearing = math.degrees(math.atan2(east, north))
        assert abs((bearing - line["azi1"] + 180) % 360 - 180) < 1


@given(POINTS, st.floats(1000, 2e7), st.floats(0, 1), st.floats(0, 360))
def test_the_tiles_around_a_point_hold_every_point_of_the_circle(center, reach, part, bearing):
    line = Geodesic.WGS84.Direct(*center, bearing, reach * part * 0.99)
    column = min(35, math.floor((line["lon2"] + 180) / coast.TILE))
    row = min(17, math.floor((line["lat2"] + 90) / coast.TILE))
    assert row * coast.COLUMNS + column in coast.tiles(*center, reach)


@given(
    st.integers(0, 647),
    st.lists(st.lists(st.tuples(st.integers(-18000, 18000), st.integers(-9000, 9000)), min_size=1), max_size=5),
)
def test_lines_are_read_as_they_were_written(tile, lines):
    read = list(coast.decode(tile, coast.encode(tile, lines)))
    assert [[(round(x * 100), round(y * 100)) for y, x in line] for line in read] == lines
