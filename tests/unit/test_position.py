"""Positions as people write them."""

import pytest

from safetravel_cli import errors
from safetravel_cli.geo.position import parse, write


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("35.66,139.70", 35.66, 139.70),
        ("35.66, 139.70", 35.66, 139.70),
        ("  35.66 ,139.70 ", 35.66, 139.70),
        ("35.66 139.70", 35.66, 139.70),
        ("-33.87,151.21", -33.87, 151.21),
        ("-33.87, -70.5", -33.87, -70.5),
        ("+1.3,+103.8", 1.3, 103.8),
        ("35,139", 35, 139),
        (".5,-.5", 0.5, -0.5),
        ("−6.2，106.8", -6.2, 106.8),
        ("6.2 LS 106.8 BT", -6.2, 106.8),
        ("6,2 LS 106,8 BT", -6.2, 106.8),
        ("3.6 LU, 98.7 BT", 3.6, 98.7),
        ("LS 6,2 BT 106,8", -6.2, 106.8),
        ("19.4 LU 99.1 BB", 19.4, -99.1),
        ("33.87S 151.21E", -33.87, 151.21),
        ("33.87° S, 151.21° E", -33.87, 151.21),
        ("139.70E 35.66N", 35.66, 139.70),
        ("-6.2 LS 106.8 BT", -6.2, 106.8),
        ("S6°12' E106°48'", -6.2, 106.8),
        ("6°12'30\"S, 106°48'0\"E", -6.208333333333333, 106.8),
        ("-6,2; 106,8", -6.2, 106.8),
        ("35,66 139,70", 35.66, 139.70),
        ("90,180", 90, 180),
        ("-90,-180", -90, -180),
        ("geo:-33.87,151.21", -33.87, 151.21),
        ("GEO:1.5,2.5,30", 1.5, 2.5),
        ("geo:0,0?q=35.66,139.70(Shibuya)", 35.66, 139.70),
        ("geo:1.5,2.5?z=12", 1.5, 2.5),
    ],
)
def test_a_position_is_understood(text, latitude, longitude):
    found = parse(text)
    assert (found.latitude, found.longitude) == pytest.approx((latitude, longitude), abs=1e-9)


def test_the_uncertainty_of_a_uri_is_kept():
    assert parse("geo:-6.2,106.8;u=35").accuracy_m == 35
    assert parse("geo:-6.2,106.8;crs=wgs84;u=7.5").accuracy_m == 7.5
    assert parse("geo:-6.2,106.8").accuracy_m is None


@pytest.mark.parametrize(
    "text", ["", "tokyo", "JP", "62", "+62", "1 868", "35.66", "kuala lumpur", "E5", "hall 3", "mina 2,5 km", "²", "kl, my"]
)
def test_what_is_not_written_as_a_position_is_left_to_others(text):
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("91,91", "latitude_range"),
        ("-90.01,-170", "latitude_range"),
        ("10,180.5", "longitude_range"),
        ("200,100", "latitude_range"),
        ("139.70,35.66", "position_swapped"),
        ("91,10", "position_swapped"),
        ("geo:151.21,-33.87", "position_swapped"),
        ("35.66,", "position_form"),
        ("1,2,3", "position_form"),
        ("5 N 6 N", "position_sides"),
        ("5 N, 6", "position_sides"),
        ("-5 N, 6 E", "position_sides"),
        ("6°75' S, 106° E", "minutes_range"),
        ("geo:", "position_form"),
        ("geo:abc", "position_form"),
        ("geo:²,1", "position_form"),
        ("geo:1,2;crs=mars", "position_form"),
        ("1.2.3,4", "position_form"),
    ],
)
def test_a_wrong_position_says_what_is_wrong(text, reason):
    with pytest.raises(errors.UsageError) as caught:
        parse(text)
    assert caught.value.key == "errors.bad_position"
    assert caught.value.values["reason"] == "errors." + reason


@pytest.mark.parametrize(
    ("latitude", "longitude", "text"),
    [
        (35.66, 139.7, "35.66,139.70"),
        (-33.8688, 151.20929, "-33.8688,151.20929"),
        (-0.000001, 0, "0.00,0.00"),
        (-0.5, -0.25, "-0.50,-0.25"),
    ],
)
def test_a_position_is_written_to_be_read_back(latitude, longitude, text):
    assert write(latitude, longitude) == text
