"""What must hold for every text that may be a PLACE: nothing but an answer or an error that says what is wrong."""

import urllib.parse

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from safetravel_cli import errors
from safetravel_cli.geo import link, place, pluscode, written
from safetravel_cli.geo.position import parse, write

LATITUDES = st.floats(-89.9, 89.9).map(lambda value: round(value, 6))
LONGITUDES = st.floats(-179.9, 179.9).map(lambda value: round(value, 6))
WORDS = (
    "geo: https:// www.google.com/maps/ @ ?q= &ll= #map= osm.org/go/ !3d !4d % %2C %C2%B0 + , . ; : - / ° ' \" N S LU LS E BT",
    "W BB lintang selatan bujur lat lon menit d m s UT: 8Q7XMPPQ MPPQ +R4 Tokyo kota japn 0 6 12 90 139.70 -6,2 1e9 ² ٣",
)
PIECES = st.sampled_from([*" ".join(WORDS).split(" "), "\x00", "\ud800", " "])
NOISE = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=8).map(" ".join))


@given(NOISE)
def test_no_text_breaks_the_readers_of_positions(text):
    for reader in (parse, link.parse, written.parse, pluscode.parse):
        try:
            found = reader(text)
        except errors.UsageError as error:
            assert error.key in ("errors.bad_position", "errors.link")
        else:
            assert found is None or (abs(found.latitude) <= 90 and abs(found.longitude) <= 180)


@settings(max_examples=60)
@given(NOISE)
def test_no_text_breaks_the_reader_of_places(snapshot, text):
    try:
        found = place.resolve(snapshot, text)
    except (errors.UsageError, errors.NotFound, errors.Ambiguous):
        return
    assert found.name_en
    assert found.name_id


@given(LATITUDES, LONGITUDES, st.sampled_from([4, 6, 8, 10, 11, 12, 13, 14, 15]))
def test_a_code_holds_the_position_it_was_made_of(latitude, longitude, length):
    assume(abs(latitude) + abs(longitude) > 0.01)
    code = pluscode.encode(latitude, longitude, length)
    assert pluscode.is_full(code)
    south, west, north, east = pluscode.cell(code)
    assert south - 1e-9 <= latitude <= north + 1e-9
    assert west - 1e-9 <= longitude <= east + 1e-9
    middle = pluscode.centre(code, code)
    assert pluscode.encode(middle.latitude, middle.longitude, length) == code


@given(LATITUDES, LONGITUDES, st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_a_shortened_code_is_found_again_from_nearby(latitude, longitude, north, east):
    assume(abs(latitude + north) < 89 and abs(longitude + east) < 179 and abs(latitude) + abs(longitude) > 0.01)
    code = pluscode.encode(latitude, longitude)
    found = pluscode.recover(code, code[4:], latitude + north, longitude + east)
    assert pluscode.encode(found.latitude, found.longitude) == code


def sexagesimal(value, sides):
    """Write degrees, minutes and seconds with a tenth, and the letter of the side."""
    tenths = round(abs(value) * 36000)
    return f"{tenths // 36000}°{tenths // 600 % 60}'{tenths % 600 / 10}\"{sides[value < 0]}"


@given(LATITUDES, LONGITUDES, st.sampled_from(["NS", ("LU", "LS"), (" lintang utara", " lintang selatan")]), st.booleans())
def test_degrees_minutes_and_seconds_are_read_back(latitude, longitude, sides, turned):
    assume(abs(latitude) + abs(longitude) > 0.01)
    eastern = {"N": "EW", "LU": ("BT", "BB")}.get(sides[0], (" bujur timur", " bujur barat"))
    pair = [sexagesimal(latitude, sides), sexagesimal(longitude, eastern)]
    found = parse(" ".join(reversed(pair) if turned else pair))
    assert abs(found.latitude - latitude) < 2e-5
    assert abs(found.longitude - longitude) < 2e-5


@given(LATITUDES, LONGITUDES)
def test_a_decimal_comma_is_a_decimal_point(latitude, longitude):
    assume(abs(latitude) + abs(longitude) > 0.01)
    text = f"{latitude:.6f}; {longitude:.6f}".replace(".", ",")
    assert (parse(text).latitude, parse(text).longitude) == (latitude, longitude)
    assert parse(text.replace(";", "")) == parse(text.replace("; ", ",")) == parse(text)


@given(LATITUDES, LONGITUDES)
def test_every_map_gives_the_position_back(latitude, longitude):
    assume(abs(latitude) + abs(longitude) > 0.01)
    at, turned = f"{latitude:.6f},{longitude:.6f}", f"{longitude:.6f},{latitude:.6f}"
    quoted = urllib.parse.quote(at)
    for address in (
        f"https://www.google.com/maps/@{at},17z",
        f"https://www.google.co.id/maps/place/X/@1.0,2.0,17z/data=!3m1!8m2!3d{latitude:.6f}!4d{longitude:.6f}?entry=ttu",
        f"https://www.google.com/maps/search/?api=1&query={quoted}",
        f"https://maps.google.com/maps?q=loc:{at}&z=15",
        f"maps.google.com/?q={at}",
        f"https://www.openstreetmap.org/?mlat={latitude:.6f}&mlon={longitude:.6f}#map=5/1/2",
        f"https://www.openstreetmap.org/node/1#map=15/{latitude:.6f}/{longitude:.6f}&layers=N",
        f"https://maps.apple.com/?ll={quoted}&q=X",
        f"https://waze.com/ul?ll={quoted}&navigate=yes",
        f"https://www.waze.com/live-map/directions?to=ll.{quoted}",
        f"https://yandex.ru/maps/?ll={turned}&z=12",
        f"https://consent.google.com/m?continue={urllib.parse.quote(f'https://www.google.com/maps/@{at},15z', safe='')}",
        f"geo:{at};u=20",
        f"geo:0,0?q={quoted}(X)",
    ):
        found = parse(f"Saya di sini: {address} tolong")
        assert (found.latitude, found.longitude) == (latitude, longitude), address


def osm_code(latitude, longitude, zoom):
    """Write a position as osm.org/go/ does: bits of longitude and latitude in turn, six to a letter."""
    count = zoom + 8
    letters = -(-count // 3)
    east, north = int((longitude + 180) / 360 * 2**32), int((latitude + 90) / 180 * 2**32)
    bits = "".join(f"{east >> at & 1}{north >> at & 1}" for at in range(31, 31 - 3 * letters, -1))
    return "".join(link.BASE64[int(bits[at : at + 6], 2)] for at in range(0, len(bits), 6)) + "-" * (count % 3)


@given(LATITUDES, LONGITUDES, st.integers(10, 18))
def test_a_short_link_of_openstreetmap_is_undone(latitude, longitude, zoom):
    assume(abs(latitude) + abs(longitude) > 0.01)
    found = parse(f"https://osm.org/go/{osm_code(latitude, longitude, zoom)}?m=")
    assert abs(found.latitude - latitude) <= 360 / 2 ** (zoom + 8)
    assert abs(found.longitude - longitude) <= 360 / 2 ** (zoom + 8)


@given(LATITUDES, LONGITUDES)
def test_longitude_first_is_said_to_be_swapped(latitude, longitude):
    assume(abs(longitude) > 90.001)
    try:
        parse(write(longitude, latitude))
    except errors.UsageError as error:
        assert error.values["reason"] == "errors.position_swapped"
    else:
        raise AssertionError
