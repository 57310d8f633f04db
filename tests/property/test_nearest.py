"""The nearest of many places are the nearest: against a look at all of them, with the geodesic as judge."""

import sqlite3

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import example, given
from hypothesis import strategies as st

from safetravel_cli.geo import nearest, nearest_writer
from safetravel_cli.geo.distance import chord_from

MILLION = 1_000_000


def degrees(most):
    """Draw millionths of a degree, the ends and zero often."""
    return st.one_of(st.integers(-most * MILLION, most * MILLION), st.sampled_from([0, 1, -1, most * MILLION, -most * MILLION]))


UNIFORM = st.tuples(degrees(90), degrees(180))
CLUSTERED = st.tuples(st.integers(-6_200_000, -6_195_000), st.integers(106_800_000, 106_805_000))
POLAR = st.tuples(st.sampled_from([-1, 1]), st.integers(89 * MILLION, 90 * MILLION), degrees(180)).map(
    lambda drawn: (drawn[0] * drawn[1], drawn[2])
)
ANTIMERIDIAN = st.tuples(degrees(90), st.integers(179_990_000, 180_010_000)).map(
    lambda drawn: (drawn[0], drawn[1] if drawn[1] <= 180 * MILLION else drawn[1] - 360 * MILLION)
)
DUPLICATES = st.sampled_from([(0, 0), (0, 1), (90 * MILLION, 5), (-1, 180 * MILLION), (-1, -180 * MILLION)])
KINDS = {"uniform": UNIFORM, "clustered": CLUSTERED, "polar": POLAR, "antimeridian": ANTIMERIDIAN, "duplicates": DUPLICATES}
POINTS = st.one_of([st.lists(kind, min_size=1, max_size=150) for kind in KINDS.values()])
CATEGORIES = st.sampled_from(["muslim", "christian", "unknown"])


def planted(groups, capacity=3):
    """Plant a tree for each category; return the database and {id: (category, latitude, longitude in degrees)}."""
    db = sqlite3.connect(":memory:")
    nearest_writer.create(db)
    places = {}
    first = 1
    for category, points in sorted(groups.items()):
        order = nearest_writer.plant(db, "worship", category, first, *zip(*points, strict=True), capacity)
        assert sorted(order) == list(range(len(points)))
        for number, at in enumerate(order, first):
            places[number] = (category, points[at][0] / MILLION, points[at][1] / MILLION)
        first += len(points)
    return db, places


def by_chord(places, here, only=()):
    """Return (chord, id) of all places of some categories, nearest first."""
    chord = chord_from(*here)
    found = [(chord(*spot), number) for number, (category, *spot) in places.items() if not only or category in only]
    return sorted((square**0.5, number) for square, number in found)


def metres(here, spot):
    return Geodesic.WGS84.Inverse(*here, *spot)["s12"]


def judge(found, places, expected):
    """Assert that each place is found once, in the order of the chord as far as its last bits tell."""
    assert len({number for _, number, *_ in found}) == len(found) == len(expected)
    for (chord, number, *spot), (truth, _) in zip(found, expected, strict=True):
        assert abs(chord - truth) <= 1e-6 * max(1.0, truth * 1e-6)
        assert places[number][1:] == tuple(spot)


@given(POINTS, st.one_of(UNIFORM, POLAR, ANTIMERIDIAN, CLUSTERED, DUPLICATES), st.integers(1, 200))
@example([(90 * MILLION, 0), (90 * MILLION, 90 * MILLION), (-90 * MILLION, 0)], (90 * MILLION, -180 * MILLION), 5)
@example([(0, 180 * MILLION), (0, -180 * MILLION), (0, 179_999_999)], (0, -179_999_999), 3)
@example([(0, 0)] * 40, (0, 0), 10)
def test_the_nearest_are_those_that_a_look_at_all_finds(points, here, count):
    db, places = planted({"muslim": points})
    here = here[0] / MILLION, here[1] / MILLION
    found = nearest.candidates(nearest.trees(db, "worship"), *here, count)
    judge(found, places, by_chord(places, here)[: len(found)])
    ways = sorted(metres(here, places[number][1:]) for _, number, *_ in found)[:count]
    assert ways == pytest.approx(sorted(metres(here, spot) for _, *spot in places.values())[:count], abs=1e-3)
    db.close()


@given(st.one_of(UNIFORM, POLAR, ANTIMERIDIAN, DUPLICATES), UNIFORM, UNIFORM)
def test_no_place_beyond_the_reach_of_a_chord_is_nearer_on_the_ground(here, one, other):
    here, one, other = [(latitude / MILLION, longitude / MILLION) for latitude, longitude in (here, one, other)]
    squares = sorted((chord_from(*here)(*spot), spot) for spot in (one, other))
    (near, nearer), (far, farther) = squares
    if far**0.5 > nearest.reach(near**0.5):
        assert metres(here, nearer) <= metres(here, farther)


@given(
    st.dictionaries(CATEGORIES, st.lists(st.one_of(CLUSTERED, UNIFORM, DUPLICATES), min_size=1, max_size=60), min_size=1),
    st.one_of(UNIFORM, CLUSTERED),
    st.sets(CATEGORIES),
)
def test_categories_are_searched_alone_or_together(groups, here, only):
    db, places = planted(groups)
    here = here[0] / MILLION, here[1] / MILLION
    chosen = [tree for tree in nearest.trees(db, "worship") if not only or tree.category in only]
    judge(list(nearest.search(chosen, *here)), places, by_chord(places, here, only))
    db.close()


@given(st.lists(UNIFORM, min_size=1, max_size=200), st.integers(1, 30))
def test_a_position_is_found_by_its_id(points, capacity):
    db, places = planted({"muslim": points}, capacity)
    tree = nearest.trees(db, "worship")[0]
    assert {number: tree.position(number) for number in places} == {number: (*spot,) for number, (_, *spot) in places.items()}
    db.close()


def test_equally_far_places_come_by_their_ids():
    db, _ = planted({"muslim": [(0, 0)] * 50})
    assert [number for _, number, *_ in nearest.search(nearest.trees(db, "worship"), 1.0, 1.0)] == list(range(1, 51))


@pytest.mark.parametrize("seed", [1, 2])
def test_many_points_through_several_layers_of_chunks(seed):
    import random

    rng = random.Random(seed)
    points = [(rng.randrange(-90 * MILLION, 90 * MILLION), rng.randrange(-180 * MILLION, 180 * MILLION)) for _ in range(6000)]
    db, places = planted({"muslim": points}, 1)
    forest = nearest.trees(db, "worship")
    assert forest[0].levels == 13
    for _ in range(20):
        here = rng.uniform(-90, 90), rng.uniform(-180, 180)
        found = [place for place, _ in zip(nearest.search(forest, *here), range(10), strict=False)]
        judge(found, places, by_chord(places, here)[:10])


def test_a_search_reads_few_leaves():
    import random

    rng = random.Random(3)
    points = [(rng.randrange(-90 * MILLION, 90 * MILLION), rng.randrange(-180 * MILLION, 180 * MILLION)) for _ in range(20_000)]
    db, _ = planted({"muslim": points}, 24)
    read = []
    db.set_trace_callback(lambda sql: read.append(sql) if "nearest_leaf" in sql else None)
    forest = nearest.trees(db, "worship")
    for _ in range(100):
        del read[:]
        found = nearest.search(forest, rng.uniform(-90, 90), rng.uniform(-180, 180))
        assert len([place for place, _ in zip(found, range(10), strict=False)]) == 10
        assert len(read) <= 25


def test_the_same_points_give_the_same_bytes():
    points = [(number * 7919 % 180_000_000 - 90_000_000, number * 104_729 % 360_000_000 - 180_000_000) for number in range(500)]
    dumps = ["\n".join(planted({"muslim": points})[0].iterdump()) for _ in range(2)]
    assert dumps[0] == dumps[1]
