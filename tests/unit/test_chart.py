"""Small maps as they look, and what must hold of scale, frame and marks.

After a change that is meant: `SAFETRAVEL_GOLDEN=write make unit`, then look at the difference.
"""

import os

import pytest

from safetravel_cli.geo import chart, coast

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "golden")
WRITING = os.environ.get("SAFETRAVEL_GOLDEN") == "write"
PLACES = {
    "tokyo": ((35.66, 139.70), [(35.62506, 139.72841), (34.7, 135.5)]),
    "singapore": ((1.3521, 103.8198), [(1.29928, 103.82274), (1.4655, 103.7578)]),
}


@pytest.mark.parametrize("braille", [True, False], ids=["braille", "ascii"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("place", PLACES)
def test_a_map_as_a_person_sees_it(snapshot, place, columns, braille):
    center, marks = PLACES[place]
    lines = chart.chart(center, marks, columns, chart.height(columns), coast.reader(snapshot.db, *center), braille)
    path = os.path.join(FOLDER, f"chart-{place}.{columns}.{'braille' if braille else 'ascii'}.txt")
    text = "\n".join(lines) + "\n"
    if WRITING:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    with open(path, encoding="utf-8") as file:
        assert text == file.read()


def spot(lines, sign):
    """Return column and row of a sign within the frame."""
    return next((line.index(sign) - 1, row) for row, line in enumerate(lines[1:-1]) if sign in line)


def test_marks_lie_where_they_are():
    lines = chart.chart((0.0, 0.0), [(0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)], 81, 41, lambda reach: [])
    x, y = spot(lines, "@")
    east, north, west, south = (spot(lines, sign) for sign in "1234")
    assert (east[1], west[1], north[0], south[0]) == (y, y, x, x)
    # A cell is twice as high as wide.
    assert east[0] - x == x - west[0]
    assert abs((east[0] - x) - 2 * (y - north[1])) <= 1
    assert y - north[1] == south[1] - y


def test_the_scale_bar_is_true():
    step = chart.metres_per_cell([chart.project((0.0, 0.0), (0.0, 1.0))], 78, 22)
    kilometres, cells = chart.scale_bar(step, 78)
    assert abs(cells * step - kilometres * 1000) <= step / 2
    assert cells <= 26


def test_a_line_is_drawn_where_it_runs_and_not_beyond_the_frame():
    line = [(-60.0, 0.1), (60.0, 0.1)]
    lines = chart.chart((0.0, 0.0), [(0.0, 0.3)], 41, 21, lambda reach: [line], braille=False)
    columns = {column for row in lines[1:-1] for column, char in enumerate(row) if char == "."}
    assert len(columns) == 1
    assert all("." in row for row in lines[1:-1])


def test_nothing_is_drawn_across_the_cut_at_180_degrees(snapshot):
    center = (-17.0, 180.0)
    lines = chart.chart(center, [(-17.0, 177.0), (-17.0, -177.0)], 80, 24, coast.reader(snapshot.db, *center), braille=False)
    x, _ = spot(lines, "@")
    assert sum(row[x + 1] == "." for row in lines[1:-1]) <= len(lines) // 3
    assert any("." in row for row in lines)


def test_more_marks_than_signs_are_left_out():
    lines = chart.chart((0.0, 0.0), [(0.0, number / 100) for number in range(50)], 80, 24, lambda reach: [])
    assert "z" in "".join(lines)
