"""Where and when a photo was taken, from pictures made byte by byte."""

import io
import os
import struct
import time

import pytest

import exif_kit
from exif_kit import Maker
from safetravel_cli.geo.rungs import exif

TOKYO = (35.658611, 139.745433)
NOON = ("2026:11:25", (2, 57, 30))
TAKEN = 1795575450.0
WRAPPERS = {
    "jpeg": exif_kit.jpeg,
    "png": exif_kit.png,
    "webp": exif_kit.webp,
    "tiff": lambda tiff: tiff,
    "heic": exif_kit.heic,
    "heic, iloc 0": lambda tiff: exif_kit.heic(tiff, 0),
    "heic, iloc 2": lambda tiff: exif_kit.heic(tiff, 2),
    "heic, idat": lambda tiff: exif_kit.heic(tiff, in_idat=True),
    "avif": lambda tiff: exif_kit.heic(tiff, brand=b"avif"),
}


def of(octets):
    return exif.of(io.BytesIO(octets))


def with_gps(*entries):
    """Read a TIFF with these entries of GPS beside those of Tokyo, which they replace."""
    tags = {entry[0] for entry in entries}
    return of(
        Maker().tiff(
            [one for one in exif_kit.gps(*TOKYO) if one[0] not in tags] + [one for one in entries if one[-1] is not None]
        )
    )


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("wrap", WRAPPERS.values(), ids=WRAPPERS)
def test_every_format_in_both_byte_orders(wrap, order):
    found = of(wrap(Maker(order).tiff(exif_kit.gps(*TOKYO, 4.5, *NOON))))
    assert found["lat"] == pytest.approx(TOKYO[0], abs=1e-7) and found["lon"] == pytest.approx(TOKYO[1], abs=1e-7)
    assert found["accuracy_m"] == 4.5 and found["taken"] == TAKEN


@pytest.mark.parametrize(("lat", "lon"), [(-33.8688, 151.2093), (64.1466, -21.9426), (-54.8, -68.3), (90.0, 180.0), (0.0, 100.0)])
def test_hemispheres(lat, lon):
    found = of(exif_kit.jpeg(Maker().tiff(exif_kit.gps(lat, lon))))
    assert (found["lat"], found["lon"]) == pytest.approx((lat, lon), abs=1e-7)
    assert found["accuracy_m"] is None and found["taken"] is None


def test_degrees_with_a_fraction_and_nothing_behind_them():
    found = with_gps((2, 5, [(356_586_11, 1_000_000)]), (4, 5, [(139, 1), (447_260, 10_000)]))
    assert found["lat"] == pytest.approx(35.658611) and found["lon"] == pytest.approx(139.745433, abs=1e-6)


@pytest.mark.parametrize("entry", [
    (1, 2, None), (3, 2, None), (2, 5, None), (4, 5, None), (1, 2, "X"), (1, 2, "North"), (2, 5, [(91, 1), (0, 1), (0, 1)]),
    (2, 5, [(35, 0), (0, 1), (0, 1)]), (4, 5, [(181, 1)]), (2, 5, [(35, 1), (61, 1), (0, 1)]), (2, 4, 35), (2, 2, "35.6"),
    (2, 5, [(35, 1)] * 4),
], ids=str)  # fmt: skip
def test_what_is_no_position_is_none(entry):
    assert with_gps(entry) is None


def test_zeros_are_no_position():
    assert of(exif_kit.jpeg(Maker().tiff(exif_kit.gps(0.0, 0.0)))) is None


@pytest.mark.parametrize("entry", [(31, 5, [(0, 1)]), (31, 5, [(5, 0)]), (31, 5, [(4_000_000_000, 1)]), (31, 4, 5)], ids=str)
def test_an_accuracy_that_cannot_be_is_not_told(entry):
    assert with_gps(entry)["accuracy_m"] is None


@pytest.mark.parametrize(("entry", "accuracy"), [
    ((18, 2, "WGS-84"), 3.0), ((18, 2, "WGS84 "), 3.0), ((18, 2, "TOKYO"), None), ((9, 2, "A"), 3.0), ((9, 2, "V"), None),
], ids=str)  # fmt: skip
def test_another_datum_or_a_lost_fix_is_not_exact(entry, accuracy):
    assert with_gps((31, 5, [(3, 1)]), entry)["accuracy_m"] == accuracy


@pytest.mark.parametrize(("date", "clock"), [
    ("2026:13:45", (1, 1, 1)), ("2026:11:25", (24, 0, 0)), ("yesterday", (1, 1, 1)), ("0000:00:00", (0, 0, 0)),
])  # fmt: skip
def test_a_time_that_cannot_be_is_not_told(date, clock):
    assert of(Maker().tiff(exif_kit.gps(*TOKYO, date=date, clock=clock)))["taken"] is None


@pytest.mark.parametrize(("camera", "taken"), [
    ([(0x9003, 2, "2026:11:25 11:57:30"), (0x9011, 2, "+09:00")], TAKEN),
    ([(0x9003, 2, "2026:11:25 11:57:30")], None),
    ([(0x9003, 2, "2026:11:25 11:57:30"), (0x9011, 2, "   :  ")], None),
    ([(0x9003, 2, "    :  :     :  :  "), (0x9011, 2, "+09:00")], None),
])  # fmt: skip
def test_the_camera_s_time_counts_only_with_its_offset(camera, taken):
    assert of(exif_kit.jpeg(Maker(">").tiff(exif_kit.gps(*TOKYO), camera)))["taken"] == taken


def test_a_picture_without_a_place():
    assert of(exif_kit.jpeg(Maker().tiff([], [(0x9003, 2, "2026:11:25 11:57:30")]))) is None
    assert of(b"\xff\xd8\xff\xd9") is None and of(b"") is None and of(b"hello") is None


def test_nothing_but_an_ordinary_file_is_read(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(exif_kit.jpeg(Maker().tiff(exif_kit.gps(*TOKYO))))
    assert exif.read(str(path))["lat"] == pytest.approx(TOKYO[0])
    os.mkfifo(tmp_path / "fifo")
    for name in (str(tmp_path / "fifo"), str(tmp_path), str(tmp_path / "none"), "/dev/zero", "a\0b", "\ud800", ""):
        assert exif.read(name) is None


def test_every_cut_is_survived():
    for wrap in WRAPPERS.values():
        whole = wrap(Maker().tiff(exif_kit.gps(*TOKYO, 4.5, *NOON)))
        for end in range(len(whole)):
            found = of(whole[:end])
            assert found is None or found["lat"] == pytest.approx(TOKYO[0], abs=1e-7)


def huge_ifd(count=65_535):
    """Return a TIFF whose directories have as many entries as can be said, each of GPS."""
    return b"II*\0" + struct.pack("<IH", 8, count) + struct.pack("<HHII", 0x8825, 4, 1, 8) * count


def many_pieces(pieces=65_535):
    """Return the place of an item in as many pieces as can be said, each described by nothing."""
    iloc = b"\0\0" + struct.pack(">H", 65_535) + struct.pack(">HHHH", 2, 0, 0, pieces) * 65_535
    return exif_kit.heic(b"").replace(b"iloc", b"free") + exif_kit.box(b"meta", exif_kit.box(b"iloc", iloc, 1), 0)


@pytest.mark.parametrize("octets", [
    huge_ifd(), exif_kit.heic(huge_ifd()), exif_kit.jpeg(huge_ifd(5000)), many_pieces(),
    b"\xff\xd8" + b"\xff" * 2_000_000, b"\xff\xd8" + b"\xff\xd0" * 1_000_000, b"\xff\xd8" + b"\xff\xe1\0\x02" * 500_000,
    b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0eXIf\0\0\0\0" * 200_000, b"RIFF\0\0\0\0WEBP" + b"EXIF\0\0\0\0" * 200_000,
    b"\0\0\0\x0cftypheic" + b"\0\0\0\x08free" * 200_000,
    b"\xff\xd8" + (b"\xff\xe1\xff\xff" + (b"Exif\0\0" + huge_ifd(5000)).ljust(65_533, b"\0")) * 50,
], ids=range(11))  # fmt: skip
def test_a_picture_made_to_be_slow_is_not(octets):
    start = time.process_time()
    assert of(octets) is None
    assert time.process_time() - start < 1.0
