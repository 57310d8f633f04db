"""What family gets: the same picture without what the camera wrote; a mission gets the file as it is."""

import os
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exif_kit
from channel_kit import job, program
from safetravel_cli.geo.rungs import exif
from safetravel_cli.sos import family
from safetravel_cli.sos.strip import jpeg, strip

PLACE = exif_kit.gps(35.66, 139.7)
CAMERA = [(0x9003, 2, "2026:11:25 03:00:00")]


def picture(**more):
    return exif_kit.jpeg(exif_kit.Maker("<").tiff(PLACE, CAMERA, **more))


def segment(mark, data):
    return bytes([0xFF, mark]) + struct.pack(">H", len(data) + 2) + data


def with_orientation(turned):
    """Return a JPEG whose first directory says only which way is up, and a secret behind it."""
    tiff = b"II*\0\x08\0\0\0" + b"\x01\0" + struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0) + bytes(4) + b"SECRET-OWNER"
    return b"\xff\xd8" + segment(0xE1, b"Exif\0\0" + tiff) + picture()[2:]


def write(folder, octets, name="photo.jpg"):
    path = os.path.join(str(folder), name)
    with open(path, "wb") as file:
        file.write(octets)
    return path


def test_the_place_is_gone_and_the_picture_is_the_same(tmp_path):
    whole = picture()
    assert exif.read(write(tmp_path, whole))
    bare = strip(whole)
    assert exif.read(write(tmp_path, bare, "bare.jpg")) is None
    assert bare[:2] == b"\xff\xd8" and bare.endswith(b"\xff\xd9") and b"Exif" not in bare and b"2026:11:25" not in bare
    # All but the segment of Exif stands there, byte for byte.
    at = whole.index(b"\xff\xe1")
    size = int.from_bytes(whole[at + 2 : at + 4], "big")
    assert bare == whole[:at] + whole[at + 2 + size :]


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_which_way_is_up_stays(turned):
    bare = strip(with_orientation(turned))
    assert b"SECRET" not in bare and (b"Exif" in bare) == (turned != 1)
    if turned != 1:
        at = bare.index(b"Exif\0\0") + 6
        assert jpeg._orientation(bare[at:]) == turned


def test_pillow_sees_the_same_pixels_and_nothing_else(tmp_path):
    image = pytest.importorskip("PIL.Image")
    picture = image.effect_noise((64, 48), 80).convert("RGB")
    data = picture.getexif()
    data[0x0112], data[0x010F], data[0x9286] = 6, "MAKER-SECRET", "note"
    path = os.path.join(tmp_path, "a.jpg")
    for options in ({}, {"progressive": True}):
        picture.save(path, "JPEG", exif=data, comment=b"SECRET-COMMENT", **options)
        with open(path, "rb") as file:
            octets = file.read()
        # A second picture and a video behind the first, as telephones write them.
        bare = strip(octets + b"\xff\xd8SECOND-SECRET" + octets)
        assert b"SECRET" in octets and b"SECRET" not in bare
        with image.open(write(tmp_path, bare, "bare.jpg")) as found, image.open(path) as before:
            assert found.tobytes() == before.tobytes()
            assert dict(found.getexif()) == {0x0112: 6}


def test_png_and_webp(tmp_path):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    assert strip(head + chunk(b"eXIf", b"SECRET") + chunk(b"tEXt", b"Author\0SECRET") + body + b"SECRET") == head + body
    riff = b"VP8X" + struct.pack("<I", 10) + b"\x0c" + bytes(9) + b"VP8 " + struct.pack("<I", 4) + b"abcd"
    tail = b"EXIF" + struct.pack("<I", 7) + b"SECRET!\0" + b"XMP " + struct.pack("<I", 6) + b"SECRET"
    whole = b"RIFF" + struct.pack("<I", 4 + len(riff + tail)) + b"WEBP" + riff + tail
    bare = strip(whole)
    assert b"SECRET" not in bare and bare[20] == 0 and bare.endswith(b"abcd")
    assert int.from_bytes(bare[4:8], "little") == len(bare) - 8


@given(st.data())
def test_a_damaged_photo_gives_a_whole_copy_or_none(data):
    octets = bytearray(with_orientation(6))
    for _ in range(data.draw(st.integers(0, 4))):
        octets[data.draw(st.integers(2, len(octets) - 1))] = data.draw(st.integers(0, 255))
    bare = strip(bytes(octets[: data.draw(st.integers(0, len(octets)))]))
    assert not bare or (bare[:2] == b"\xff\xd8" and bare[-2:] == b"\xff\xd9")


def test_what_is_no_photo_has_no_copy(tmp_path):
    for octets in (
        b"",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0" + os.urandom(5000),
        b"\x89PNG\r\n\x1a\n",
        b"RIFF1234WEBPVP8 \xff\xff\xff\x7f",
        b"GIF89a",
    ):
        assert strip(octets) == b""


def test_a_mission_gets_the_original_and_family_the_copy(tmp_path):
    path = write(tmp_path, picture())
    given_ = job("ibu@example.org", kind="photo", media=path)
    mine, theirs = family.prepared(given_), family.prepared(given_._replace(role="mission"))
    assert theirs.media == path and "metadata" not in theirs.part
    assert (
        mine.media == family.twin(path) and mine.part["metadata"] == "stripped" and mine.part["sha256"] == given_.part["sha256"]
    )
    # Made once, for their owner alone.
    first = os.stat(mine.media)
    assert first.st_mode & 0o777 == 0o600
    assert os.stat(family.prepared(given_).media).st_ino == first.st_ino
    held = family.prepared(job("ibu@example.org", kind="photo", media=write(tmp_path, b"\xff\xd8\xff" + bytes(100), "odd.jpg")))
    assert held.media.endswith("odd.jpg") and held.part["metadata"] == "held"


def test_a_video_goes_through_ffmpeg_where_it_is_there(tmp_path):
    path = write(tmp_path, b"\0\0\0\x18ftypmp42" + b"SECRET-PLACE", "clip.mp4")
    alone = {"PATH": str(tmp_path / "none")}
    assert family.prepared(job("x@example.org", kind="video", media=path, environ=alone)).media == path
    # A stand-in: it copies nothing but the head, and keeps what it was called with.
    script = "open(sys.argv[-1], 'wb').write(open(sys.argv[sys.argv.index('-i') + 1], 'rb').read(12))"
    script += "\nopen(HERE + '/argv', 'w').write(' '.join(sys.argv))"
    program(tmp_path, "ffmpeg", script)
    found = family.prepared(job("x@example.org", kind="video", media=path, environ={"PATH": str(tmp_path)}))
    with open(found.media, "rb") as file:
        assert file.read() == b"\0\0\0\x18ftypmp42"
    with open(tmp_path / "argv") as file:
        argv = file.read()
    assert "-nostdin" in argv and "-map_metadata -1" in argv and "-c copy" in argv
