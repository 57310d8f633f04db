"""The reader of places beside exiftool, on pictures that exiftool writes and on such as the tests make."""

import json
import random
import subprocess

import pytest

import exif_kit
from exif_kit import Maker
from safetravel_cli.geo.rungs import exif

pytestmark = pytest.mark.faults
WRAPPERS = {"jpg": exif_kit.jpeg, "png": exif_kit.png, "tif": lambda tiff: tiff, "heic": exif_kit.heic}
ASKED = ("-n", "-j", "-GPSLatitude", "-GPSLongitude", "-GPSHPositioningError", "-GPSDateTime")


def exiftool(*arguments):
    return subprocess.run(["exiftool", *arguments], capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.fixture(scope="module", autouse=True)
def _installed():
    try:
        exiftool("-ver")
    except OSError:
        pytest.skip("exiftool is not installed (tools/debian_packages.sh)")


def same(folder):
    """Compare both readers on all files of a folder; return how many were compared."""
    rows = json.loads(exiftool(*ASKED, str(folder)))
    for row in rows:
        found = exif.read(row["SourceFile"])
        assert found, row
        assert (found["lat"], found["lon"]) == pytest.approx((row["GPSLatitude"], row["GPSLongitude"]), abs=1e-7), row
        assert found["accuracy_m"] == row.get("GPSHPositioningError"), row
        told = row.get("GPSDateTime")
        assert found["taken"] == (told and exif.rungs.moment(told[:10].replace(":", "-") + told[10:])), row
    return len(rows)


def test_pictures_of_the_tests(tmp_path):
    chance = random.Random(5)
    for number in range(100):
        lat, lon = chance.uniform(-90, 90), chance.uniform(-180, 180)
        when = ("2026:11:25", (chance.randrange(24), chance.randrange(60), chance.randrange(60))) if number % 2 else (None, None)
        accuracy = chance.choice([None, 4.5, 1000])
        ending, wrap = chance.choice(list(WRAPPERS.items()))
        tiff = Maker(chance.choice("<>")).tiff(exif_kit.gps(lat, lon, accuracy, *when))
        (tmp_path / f"{number}.{ending}").write_bytes(wrap(tiff))
    assert same(tmp_path) == 100


def test_pictures_of_exiftool(tmp_path):
    """It writes directories of its own making: other orders, other places, MakerNotes and XMP beside them."""
    plain = Maker().tiff([], [(0x9003, 2, "2026:11:25 11:57:30")])
    places = [(35.658611, 139.745433), (-33.8688, 151.2093), (64.1466, -21.9426), (-0.5, -78.5)]
    for number, (lat, lon) in enumerate(places):
        for ending in ("jpg", "png", "heic"):
            path = tmp_path / f"{number}.{ending}"
            path.write_bytes(WRAPPERS[ending](plain))
            order = "-ExifByteOrder=MM" if number % 2 else "-ExifByteOrder=II"
            exiftool(
                "-q", "-overwrite_original", order, f"-GPSLatitude={abs(lat)}", f"-GPSLatitudeRef={'N' if lat > 0 else 'S'}",
                f"-GPSLongitude={abs(lon)}", f"-GPSLongitudeRef={'E' if lon > 0 else 'W'}", "-GPSHPositioningError=12.5",
                "-GPSDateStamp=2026:11:25", "-GPSTimeStamp=02:57:30", "-XMP:Title=beside", "-Make=Camera", str(path),
            )  # fmt: skip
    assert same(tmp_path) == len(places) * 3
