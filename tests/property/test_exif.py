"""Whatever a file holds, the reader of places neither raises nor hangs, and what it finds is a place on Earth."""

import io
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exif_kit
from exif_kit import Maker
from safetravel_cli.geo.rungs import exif

WRAPPERS = st.sampled_from([exif_kit.jpeg, exif_kit.png, exif_kit.webp, exif_kit.heic, lambda tiff: tiff])
HEADS = [b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x0cftypheic", b"II*\0", b"MM\0*"]


def check(octets):
    start = time.process_time()
    found = exif.of(io.BytesIO(octets))
    assert time.process_time() - start < 2
    if found is not None:
        assert set(found) == {"lat", "lon", "accuracy_m", "taken"}
        assert abs(found["lat"]) <= 90 and abs(found["lon"]) <= 180
        assert all(value is None or math.isfinite(value) for value in found.values())
        assert found["accuracy_m"] is None or found["accuracy_m"] > 0


@given(st.sampled_from(HEADS), st.binary(max_size=2000))
def test_any_bytes(head, octets):
    check(head + octets)


@given(WRAPPERS, st.sampled_from("<>"), st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=8)), max_size=8))
def test_a_damaged_picture(wrap, order, changes):
    camera = [(0x9003, 2, "2026:11:25 11:57:30"), (0x9011, 2, "+09:00")]
    octets = bytearray(wrap(Maker(order).tiff(exif_kit.gps(35.6, 139.7, 4.5, "2026:11:25", (2, 57, 30)), camera)))
    for place, change in changes:
        place %= len(octets)
        octets[place : place + len(change)] = change
    check(bytes(octets))


@given(
    WRAPPERS, st.sampled_from("<>"), st.floats(-90, 90), st.floats(-180, 180), st.none() | st.integers(1, 5_000_000),
    st.none() | st.datetimes(),
)  # fmt: skip
def test_what_a_camera_writes_is_read(wrap, order, lat, lon, accuracy, taken):
    from datetime import UTC

    if abs(lat) < 2e-3 and abs(lon) < 2e-3:
        return
    when = (None, None) if taken is None else (f"{taken:%Y:%m:%d}".zfill(10), (taken.hour, taken.minute, taken.second))
    found = exif.of(io.BytesIO(wrap(Maker(order).tiff(exif_kit.gps(lat, lon, accuracy, *when)))))
    assert (found["lat"], found["lon"]) == pytest.approx((lat, lon), abs=2e-8)
    assert found["accuracy_m"] == accuracy
    moment = taken and taken.replace(microsecond=0, tzinfo=UTC).timestamp()
    assert found["taken"] == moment
