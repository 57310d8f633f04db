"""Country, zone and control of a point."""

import csv
import os

import pytest
from geographiclib.geodesic import Geodesic

from safetravel_cli.geo.border_leaf import inside, varint
from safetravel_cli.geo.borders import Borders

POINTS = os.path.join(os.path.dirname(__file__), "..", "fixtures", "borders", "test_points.csv")
with open(POINTS, encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.fixture
def borders(snapshot):
    return Borders(snapshot.db)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_known_point_has_its_country_zone_and_control(borders, row):
    found = borders.lookup(float(row["latitude"]), float(row["longitude"]))
    assert (found.country_code or "", found.zone or "", found.control) == (row["country_code"], row["zone"], row["control"])
    if row["country_code"]:
        assert found.distance_km == pytest.approx(float(row["off_km"]), abs=0.1)


def test_the_points_are_all_there():
    assert len(ROWS) == 89


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(0, 0), (90, 0), (10, -40), (-50, -130)],
)
def test_the_high_sea_is_no_country(borders, latitude, longitude):
    assert borders.lookup(latitude, longitude) == (None, None, "", None, [])


@pytest.mark.parametrize("longitude", [180, -180, 540])
def test_the_antimeridian_is_one_line(borders, longitude):
    assert borders.lookup(-16.5, longitude).country_code == "FJ"


def test_both_poles_answer(borders):
    assert borders.lookup(-90, 0).country_code == "AQ"
    assert borders.lookup(90, 45).country_code is None


def test_reach_bounds_how_far_off_a_coast_belongs_to_a_country(borders):
    ambalat = next(row for row in ROWS if row["name"] == "Ambalat sea")
    point = float(ambalat["latitude"]), float(ambalat["longitude"])
    assert borders.lookup(*point, reach_km=0).country_code is None
    assert borders.lookup(*point, reach_km=3).country_code is None
    assert borders.lookup(*point, reach_km=5).country_code == "MY"


@pytest.mark.parametrize(("latitude", "longitude"), [(90.1, 0), (-91, 0), (float("nan"), 0), (0, float("inf"))])
def test_what_is_no_point_is_refused(borders, latitude, longitude):
    with pytest.raises(ValueError, match="out of range"):
        borders.lookup(latitude, longitude)


def test_an_area_says_who_polices_it_and_how_sure_that_is(borders):
    area = borders.lookup(44.95, 34.1).areas[0]
    assert (area.name_en, area.control, area.claimed_by) == ("Crimea and Sevastopol", "RU", "UA RU")
    assert area.confidence == "unverified"
    assert area.police_en
    assert area.police_id


def test_a_special_area_run_by_its_own_country_is_not_called_foreign(borders):
    found = borders.lookup(8.48, 47.36)
    assert found.country_code == "SO"
    assert found.control == ""
    assert found.areas


def test_holes_are_outside():
    square = ([0, 10, 10, 0], [0, 0, 10, 10])
    hole = ([4, 6, 6, 4], [4, 4, 6, 6])
    assert inside([square, hole], 2, 2)
    assert not inside([square, hole], 5, 5)
    assert not inside([square, hole], 12, 5)


def test_varint_reads_small_and_large_numbers():
    assert varint(b"\x05", 0) == (5, 1)
    assert varint(b"\x00\xac\x02", 1) == (300, 3)


def sampled(borders, code, latitude, longitude, reach_km):
    """Return the km to the nearest of many points around that lie in a country: what any search must come close to."""
    best = None
    for ring in range(1, 121):
        km = reach_km * ring / 120
        for turn in range(240):
            spot = Geodesic.WGS84.Direct(latitude, longitude, turn * 1.5, km * 1000)
            if borders.lookup(spot["lat2"], spot["lon2"], reach_km=0).country_code == code:
                best = km
                break
        if best:
            break
    return best


@pytest.mark.parametrize(
    ("code", "latitude", "longitude", "reach"),
    [
        ("SG", 1.80, 103.60, 120), ("DE", 47.20, 7.30, 120), ("ID", -8.75, 126.10, 240), ("FJ", -16.0, -176.5, 480),
        ("NO", 68.9, 28.0, 120), ("US", 66.0, -171.5, 240), ("LS", -30.9, 30.6, 240), ("MY", 4.9, 115.0, 60),
        ("TH", 15.2, 98.0, 120),
    ],
)  # fmt: skip
def test_the_way_to_a_country_is_what_sampling_finds(borders, code, latitude, longitude, reach):
    found = borders.distance_km(latitude, longitude, code, reach)
    expected = sampled(borders, code, latitude, longitude, reach)
    assert expected is not None
    assert found == pytest.approx(expected, abs=reach / 120 + 1)
    assert borders.distance_km(latitude, longitude, code, found * 0.9) is None


def test_within_a_country_there_is_no_way_to_it(borders):
    assert borders.distance_km(1.35, 103.82, "SG", 10) == 0.0
    assert borders.distance_km(50.0, -30.0, "SG", 1000) is None
    assert borders.distance_km(41.5, 12.7, "VA", 120) == pytest.approx(49, abs=2)
