"""Plus codes, by the reference vectors of Open Location Code."""

import pytest

from safetravel_cli import errors
from safetravel_cli.geo import pluscode
from safetravel_cli.geo.position import parse


@pytest.mark.parametrize(
    ("code", "south", "west", "north", "east"),
    [
        ("7FG49Q00+", 20.35, 2.75, 20.4, 2.8),
        ("7FG49QCJ+2V", 20.37, 2.782125, 20.370125, 2.78225),
        ("7FG49QCJ+2VX", 20.3701, 2.78221875, 20.370125, 2.78225),
        ("7FG49QCJ+2VXGJ", 20.370113, 2.782234375, 20.370114, 2.78223632813),
        ("8FVC2222+22", 47.0, 8.0, 47.000125, 8.000125),
        ("4VCPPQGP+Q9", -41.273125, 174.785875, -41.273, 174.786),
        ("62G20000+", 0.0, -180.0, 1, -179),
        ("22220000+", -90, -180, -89, -179),
        ("22222222+22", -90.0, -180.0, -89.999875, -179.999875),
        ("6VGX0000+", 0, 179, 1, 180),
        ("6FH32222+222", 1, 1, 1.000025, 1.00003125),
        ("CFX3X2X2+X2", 89.999875, 1, 90, 1.000125),
        ("84000000+", 30, -140, 50, -120),
        ("849VGJQF+VX7QR3J", 37.5396691200, -122.3750698242, 37.5396691600, -122.3750697021),
        ("849VGJQF+VX7QR3J7QR3J", 37.5396691200, -122.3750698242, 37.5396691600, -122.3750697021),
    ],
)
def test_a_code_is_its_cell(code, south, west, north, east):
    assert pluscode.cell(code) == pytest.approx((south, west, north, east), abs=1e-9)
    assert pluscode.cell(code.lower()) == pluscode.cell(code)


@pytest.mark.parametrize("code", ["8FWC2345+G6", "8FWC2345+G6G", "8fwc2345+", "8FWCX400+", "849VGJQF+VX7QR3J"])
def test_a_full_code_is_known(code):
    assert pluscode.is_code(code)
    assert pluscode.is_full(code)


@pytest.mark.parametrize("code", ["WC2345+G6g", "2345+G6", "45+G6", "+G6"])
def test_a_short_code_is_known(code):
    assert pluscode.is_code(code)
    assert not pluscode.is_full(code)


@pytest.mark.parametrize(
    "code",
    "G+ + 8FWC2345+G 8FWC2_45+G6 8FWC2η45+G6 8FWC2345+G6+ 8FWC2345G6+ 8FWC2300+G6 WC2300+G6g WC2345+G WC2300+ "
    "849VGJQF+VX7QR3U 849VGJQF+VX7QR3JU X2222222+22 0+ 00000000+".split(),
)
def test_what_is_no_code_is_not_taken_for_one(code):
    assert not pluscode.is_full(code)
    assert not pluscode.is_code(code) or code == "X2222222+22"


@pytest.mark.parametrize(
    ("full", "latitude", "longitude", "short"),
    [
        ("9C3W9QCJ+2VX", 51.3701125, -1.217765625, "+2VX"),
        ("9C3W9QCJ+2VX", 51.3708675, -1.217765625, "CJ+2VX"),
        ("9C3W9QCJ+2VX", 51.3852125, -1.217765625, "9QCJ+2VX"),
        ("9C3W9QCJ+2VX", 51.3701125, -1.202665625, "9QCJ+2VX"),
        ("8FJFW222+", 42.899, 9.012, "22+"),
        ("796RXG22+", 14.95125, -23.5001, "22+"),
        ("8FRCXGRF+PM", 47.00, 8.55, "XGRF+PM"),
        ("CFX22222+22", 89.6, 0.0, "2222+22"),
        ("2CXXXXXX+XX", -81.0, 0.0, "XXXXXX+XX"),
    ],
)
def test_a_short_code_is_the_nearest_of_its_kind(full, latitude, longitude, short):
    found = pluscode.recover(short, short, latitude, longitude)
    whole = pluscode.centre(full, full)
    assert (found.latitude, found.longitude) == pytest.approx((whole.latitude, whole.longitude), abs=1e-9)


@pytest.mark.parametrize(
    "text", ["62+812", "+62", "+62 812", "2345+67", "1+868", "MPPQ+R4", "MPPQ+R4 Tokyo", "A+B", "8Q7XMPPQ+R4 8Q7XMPPQ+R5"]
)
def test_what_names_no_place_by_itself_is_left_to_others(text):
    assert parse(text) is None


def test_a_code_tells_how_exact_it_is():
    assert parse("8Q7XMPPQ+R4").accuracy_m == pytest.approx(9.8, abs=0.1)
    assert parse("8Q7X0000+").accuracy_m > 70_000


def test_a_code_at_the_origin_is_refused():
    with pytest.raises(errors.UsageError) as caught:
        parse("6FG22222+222")
    assert caught.value.values["reason"] == "errors.position_zero"
