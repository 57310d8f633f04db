"""What must hold for every position."""

import math

from geographiclib.geodesic import Geodesic
from hypothesis import assume, given
from hypothesis import strategies as st

from safetravel_cli import errors
from safetravel_cli.geo import distance
from safetravel_cli.geo.position import parse, write

LATITUDES = st.floats(-90, 90, allow_nan=False)
LONGITUDES = st.floats(-180, 180, allow_nan=False)
POINTS = st.tuples(LATITUDES, LONGITUDES)


@given(POINTS, POINTS, POINTS)
def test_the_chord_orders_points_as_the_geodesic_does(here, one, other):
    far, near = (Geodesic.WGS84.Inverse(*here, *point)["s12"] for point in (one, other))
    # Beyond a quarter of the globe, and between near-equals, the flattening may turn the order round.
    assume(abs(far - near) > 0.004 * max(far, near) + 1 and max(far, near) < 1.9e7)
    chord = distance.chord_from(*here)
    assert (chord(*one) < chord(*other)) == (far < near)


@given(POINTS, st.lists(POINTS, min_size=1, max_size=30))
def test_the_nearest_is_the_nearest(here, points):
    found = distance.nearest(*here, [(*point, point) for point in points], 3)
    best = min(Geodesic.WGS84.Inverse(*here, *point)["s12"] for point in points)
    assert Geodesic.WGS84.Inverse(*here, *found[0])["s12"] <= best * 1.004 + 1
    assert len(found) == min(3, len(points))


@given(LATITUDES, st.floats(0, 10), st.floats(0, 10))
def test_the_antimeridian_is_no_wall(latitude, west, east):
    across, _ = distance.geodesic(latitude, 180 - west, latitude, -180 + east)
    same, _ = distance.geodesic(latitude, 0 - west, latitude, 0 + east)
    assert math.isclose(across, same, abs_tol=1e-3)
    chord = distance.chord_from(latitude, 180 - west)
    assert chord(latitude, -180 + east) <= across**2 + 1


@given(LONGITUDES, LONGITUDES, st.sampled_from([90.0, -90.0]))
def test_a_pole_is_one_point(one, other, pole):
    metres, _ = distance.geodesic(pole, one, pole, other)
    assert metres < 1e-3
    assert distance.chord_from(pole, one)(pole, other) < 1e-6


@given(POINTS, POINTS)
def test_a_bearing_is_a_compass_point(here, there):
    _, bearing = distance.geodesic(*here, *there)
    assert 0 <= bearing < 360
    assert distance.compass(bearing).removeprefix("geo.to_") in distance.POINTS


@given(st.floats(0, 359.999))
def test_the_compass_word_is_the_nearest_of_sixteen(bearing):
    at = distance.POINTS.index(distance.compass(bearing).removeprefix("geo.to_"))
    off = abs(bearing - 22.5 * at)
    assert min(off, 360 - off) <= 11.25 + 1e-9


@given(LATITUDES, LONGITUDES)
def test_a_position_survives_writing_and_reading(latitude, longitude):
    assume(abs(latitude) + abs(longitude) > 0.0002)
    back = parse(write(latitude, longitude))
    assert abs(back.latitude - latitude) <= 0.51e-5
    assert abs(back.longitude - longitude) <= 0.51e-5


@given(st.floats(0, 90), st.floats(0, 180), st.sampled_from(["N", "S", "LU", "LS"]), st.sampled_from(["E", "W", "BT", "BB"]))
def test_letters_stand_for_signs_in_both_orders(latitude, longitude, ns, ew):
    assume(latitude + longitude > 0.0002)
    north, east = f"{latitude:.5f} {ns}", f"{longitude:.5f} {ew}"
    found, turned = parse(f"{north}, {east}"), parse(f"{east} {north}")
    assert found == turned
    assert abs(found.latitude) == float(f"{latitude:.5f}")
    assert (found.latitude <= 0) or ns in ("N", "LU")
    assert (found.longitude <= 0) or ew in ("E", "BT")


@given(st.text(st.sampled_from("0123456789.,;:+-° '\"NSEWLUTBgeo=?u²٣"), max_size=24))
def test_no_text_breaks_the_reader(text):
    try:
        found = parse(text)
    except errors.UsageError as error:
        assert error.key == "errors.bad_position"
    else:
        assert found is None or (abs(found.latitude) <= 90 and abs(found.longitude) <= 180)


@given(POINTS, POINTS)
def test_the_geodesic_is_that_of_geographiclib_to_a_millimetre(here, there):
    metres, bearing = distance.geodesic(*here, *there)
    line = Geodesic.WGS84.Inverse(*here, *there)
    assert abs(metres - line["s12"]) < 1e-3
    assert 0 <= bearing < 360
    # Beside a pole or the antipode, and over no distance, a bearing means nothing.
    if 1000 < metres < 19_800_000 and abs(here[0]) < 89.9:
        assert abs((bearing - line["azi1"] + 180) % 360 - 180) < 1e-6
