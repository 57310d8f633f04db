"""Copies without metadata, form by form: the same picture or sound, no word of a tag, nothing raised on damage."""

import os
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channel_kit import job, program
from safetravel_cli.sos import family
from safetravel_cli.sos.channels import Result
from safetravel_cli.sos.strip import container, redrawn, sound, strip

SECRET = b"SECRET-PLACE-35.6586"


def blocks(octets):
    """Return bytes as a chain of blocks of GIF."""
    pieces = [octets[at : at + 255] for at in range(0, len(octets), 255)]
    return b"".join(bytes([len(one)]) + one for one in pieces) + b"\0"


def chunk(name, data):
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def riff(*chunks):
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def flac_block(kind, data, last=False):
    return bytes([kind | (0x80 if last else 0)]) + len(data).to_bytes(3, "big") + data


def id3(data):
    size = len(data)
    return b"ID3\4\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + data


def ape(data):
    size = struct.pack("<I", len(data) + 32)
    ends = [b"APETAGEX\xd0\7\0\0" + size + b"\1\0\0\0" + bytes([0, 0, 0, flag]) + bytes(8) for flag in (0xA0, 0x80)]
    return ends[0] + data + ends[1]


def lyrics(data):
    whole = b"LYRICSBEGIN" + data
    return whole + b"%06d" % len(whole) + b"LYRICS200"


LOOP = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
IMAGE = b"\x21\xf9\x04\0\n\0\0\0" + b"\x2c\0\0\0\0\1\0\1\0\0" + b"\x02" + blocks(b"\x44\x01")
GIF_HEAD = b"GIF89a\1\0\1\0\x80\0\0" + b"\0\0\0\xff\xff\xff"
COMMENT = b"\x21\xfe" + blocks(SECRET)
XMP = b"\x21\xff\x0bXMP DataXMP" + SECRET + b"\1" + bytes(range(255, -1, -1)) + b"\0"
FORMAT, DATA = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)), chunk(b"data", bytes(range(64)))
INFO = chunk(b"LIST", b"INFO" + chunk(b"ICMT", SECRET))
STREAMINFO, FLAC_FRAMES = bytes(range(34)), b"\xff\xf8" + bytes(range(200))
COMMENTS = flac_block(4, SECRET) + flac_block(6, SECRET * 3) + flac_block(2, b"gpsd" + SECRET)
# 8 kbit/s, 22.05 kHz, mono: 26 bytes a frame; and the shortest AAC.
MP3 = (b"\xff\xf3\x10\xc0" + bytes(22)) * 5
AAC = (b"\xff\xf1\x50\x40\x01\x3f\xfc" + b"\1\2") * 5
AMR = b"#!AMR\n" + (b"\x3c" + bytes(31)) * 4
# Whole, with metadata in the places where programs put them, and what stays of each.
CASES = {
    "gif": (GIF_HEAD + COMMENT + LOOP + XMP + IMAGE + COMMENT + IMAGE + b";" + SECRET, GIF_HEAD + LOOP + IMAGE + IMAGE + b";"),
    "wav": (
        riff(INFO, FORMAT, chunk(b"bext", SECRET), DATA, chunk(b"iXML", SECRET), chunk(b"id3 ", SECRET), chunk(b"_PMX", SECRET)),
        riff(FORMAT, DATA),
    ),
    "flac": (
        b"fLaC" + flac_block(0, STREAMINFO) + COMMENTS + flac_block(1, SECRET, last=True) + FLAC_FRAMES,
        b"fLaC" + flac_block(0, STREAMINFO, last=True) + FLAC_FRAMES,
    ),
    "mp3": (id3(SECRET) + MP3 + lyrics(SECRET) + ape(SECRET) + b"TAG" + SECRET.ljust(125), MP3),
    "aac": (id3(SECRET) + AAC, AAC),
    "amr": (AMR, AMR),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_only_picture_and_sound_stay(name):
    whole, bare = CASES[name]
    assert strip(whole) == bare
    # What has nothing to lose stays as it is.
    assert strip(bare) == bare


def test_tags_in_other_orders_and_places():
    assert strip(id3(SECRET) + ape(SECRET) + MP3 + ape(SECRET)) == MP3
    assert strip(id3(SECRET) + id3(SECRET) + MP3 + b"TAG+" + SECRET.ljust(223) + b"TAG" + SECRET.ljust(125)) == MP3
    assert strip(id3(SECRET) + CASES["flac"][0] + b"TAG" + SECRET.ljust(125)) == CASES["flac"][1]
    # The end of a recording that was cut off is no tag.
    assert strip(MP3 + MP3[:11]) == MP3
    assert strip(id3(SECRET) + AAC + AAC[:8] + b"TAG" + SECRET.ljust(125)) == AAC


@pytest.mark.parametrize("whole", [
    MP3 + b"SOMETHING ELSE" * 9,
    AMR + SECRET * 9,
    riff(FORMAT, DATA) + SECRET,
    riff(FORMAT, DATA, DATA),
    riff(FORMAT),
    GIF_HEAD + b"\x21\x01" + blocks(b"x" * 12) + blocks(SECRET) + IMAGE + b";",
    GIF_HEAD + COMMENT + b";",
    b"#!AMR_MC1.0\n" + SECRET,
    b"OggS" + SECRET,
    b"\0\0\0\x18ftypmp42" + SECRET,
])  # fmt: skip
def test_what_is_not_all_understood_has_no_copy(whole):
    assert strip(whole) == b""


@pytest.mark.parametrize("name", CASES)
@given(data=st.data())
def test_damage_never_raises_and_never_lets_a_tag_through(name, data):
    whole = CASES[name][0]
    start = whole.find(SECRET)
    octets = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 3))):
        # In and around the tags: what is damaged in the sound itself cannot be told from sound.
        last = len(octets) - 1 if start < 0 else min(start + len(SECRET), len(octets) - 1)
        octets[data.draw(st.integers(0, last))] = data.draw(st.integers(0, 255))
    cut = bytes(octets[: data.draw(st.integers(0, len(octets)))]) if data.draw(st.booleans()) else bytes(octets)
    found = strip(cut)
    assert SECRET not in found
    assert len(found) <= len(whole)


@given(
    st.binary(max_size=400), st.sampled_from([b"GIF89a", b"fLaC", b"ID3", b"\xff\xfb", b"\xff\xf1", b"#!AMR\n", b"RIFF....WAVE"])
)
def test_any_bytes_behind_a_sign_raise_nothing(octets, sign):
    assert isinstance(strip(sign + octets), bytes)


@given(
    st.sampled_from([(0xFB, 1, 3), (0xF3, 2, 3), (0xE3, 4, 3), (0xFD, 1, 2), (0xFF, 1, 1)]),
    st.integers(1, 14), st.integers(0, 2), st.booleans(),
)  # fmt: skip
def test_the_length_of_a_frame_is_that_of_its_time(form, rate, samples, padded):
    """A frame of layer I lasts 384 samples, of II 1152, of III 1152 or 576."""
    second, version, layer = form
    head = bytes([0xFF, second, rate << 4 | samples << 2 | padded << 1, 0])
    kilobits = sound.RATES[min(version, 2), layer if version == 1 else min(layer, 2)][rate - 1]
    lasts = {1: 384, 2: 1152, 3: 1152 if version == 1 else 576}[layer] / (sound.SAMPLES[samples] / version)
    slot = 4 if layer == 1 else 1
    assert sound._mpeg(head) == pytest.approx(kilobits * 125 * lasts + padded * slot, abs=slot)


def test_a_png_keeps_its_picture_and_unknown_chunks_go():
    def part(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + part(b"gAMA", b"\0\0\xb1\x8f")
    body = part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"")
    assert strip(head + part(b"caBX", SECRET) + part(b"zzZz", SECRET) + body) == head + body
    assert strip(head + part(b"eXIf", SECRET)[:-1] + b"?" + body) == b""


@pytest.mark.parametrize(
    ("ending", "form", "mime"), [("tif", "TIFF", "image/png"), ("bmp", "BMP", "image/png"), ("avif", "AVIF", "image/jpeg")]
)
def test_other_pictures_are_drawn_anew_where_pillow_is_there(tmp_path, ending, form, mime):
    image = pytest.importorskip("PIL.Image")
    if not redrawn.possible(ending):
        pytest.skip(f"this Pillow reads no {form}")
    path = os.path.join(tmp_path, "a." + ending)
    picture, data = image.effect_noise((64, 48), 80).convert("RGB"), image.Exif()
    data[0x010F], data[0x9003] = SECRET.decode(), "2026:11:25 03:00:00"
    picture.save(path, form, **({} if form == "BMP" else {"exif": data}))
    given_ = job("ibu@example.org", kind="photo", media=path)
    found = family.prepared(given_)
    assert (found.part["metadata"], found.part["copy_mime"]) == ("stripped", mime)
    assert found.media == family.twin(path) and os.stat(found.media).st_mode & 0o777 == 0o600
    with open(found.media, "rb") as file:
        assert SECRET not in file.read()
    with image.open(found.media) as drawn:
        assert drawn.size == (64, 48) and not drawn.getexif() and image.MIME[drawn.format] == mime
        if mime == "image/png":
            assert drawn.tobytes() == picture.tobytes()


def test_a_picture_of_several_pages_or_damaged_is_not_drawn_in_part(tmp_path):
    image = pytest.importorskip("PIL.Image")
    path = os.path.join(tmp_path, "a.tif")
    image.new("RGB", (8, 8)).save(path, "TIFF", save_all=True, append_images=[image.new("RGB", (8, 8))])
    assert redrawn.draw(path, "tif") == b""
    with open(path, "wb") as file:
        file.write(b"II*\0" + os.urandom(300))
    assert redrawn.draw(path, "tif") == b"" and family.copy(path, "photo", {"PATH": ""}) == ""


def test_what_can_be_copied_is_known_by_its_form(tmp_path):
    none = {"PATH": str(tmp_path)}
    for ending in ("jpg", "png", "gif", "webp", "wav", "mp3", "flac", "aac", "amr"):
        assert family.possible(f"/x/a.{ending}", "audio", none), ending
    assert not family.possible("/x/a.mp4", "video", none) and not family.possible("/x/a.ogg", "audio", none)
    program(tmp_path, "ffmpeg", "")
    assert family.possible("/x/a.mp4", "video", none) and family.possible("/x/a.ogg", "audio", none)
    assert not family.possible("/x/a.xyz", "video", none)


def test_a_container_that_does_not_take_the_streams_gives_way_to_another(tmp_path):
    path = os.path.join(tmp_path, "a.webm")
    with open(path, "wb") as file:
        file.write(b"\x1aE\xdf\xa3" + SECRET)
    form = "form = sys.argv[sys.argv.index('-f') + 1]\n"
    program(tmp_path, "ffmpeg", form + "sys.exit(1) if form == 'webm' else open(sys.argv[-1], 'w').write(form)")
    found = family.copy(path, "video", {"PATH": str(tmp_path)})
    with open(found) as file:
        assert file.read() == "matroska"
    assert sorted(os.listdir(tmp_path)) == ["a.webm", "family-a.webm", "ffmpeg"]


@pytest.mark.parametrize("script", ["sys.exit(1)", "", "time.sleep(60)"])
def test_an_ffmpeg_that_fails_leaves_nothing_behind(tmp_path, script):
    path = os.path.join(tmp_path, "a.ogg")
    with open(path, "wb") as file:
        file.write(b"OggS" + SECRET)
    program(tmp_path, "ffmpeg", script)
    assert family.copy(path, "audio", {"PATH": str(tmp_path)}, seconds=1.0) == ""
    assert sorted(os.listdir(tmp_path)) == ["a.ogg", "ffmpeg"]


def test_covers_and_tracks_of_data_are_not_copied():
    argv = container.command("/ffmpeg", "/x/a.m4a", "/x/.tmp", "audio", "ipod")
    assert [argv[at + 1] for at, word in enumerate(argv) if word == "-map"] == ["0:a"]
    argv = container.command("/ffmpeg", "/x/a.mp4", "/x/.tmp", "video", "mp4")
    assert [argv[at + 1] for at, word in enumerate(argv) if word == "-map"] == ["0:V?", "0:a?"]


def test_who_gets_the_file_as_it_is_is_told(tmp_path):
    from safetravel_cli.sos import mail
    from safetravel_cli.sos.channels import as_json

    path = os.path.join(tmp_path, "a.heic")
    with open(path, "wb") as file:
        file.write(b"\0\0\0\x18ftypheic" + SECRET)
    held = family.prepared(job("ibu@example.org", {"smtp.from": "siti@example.org"}, kind="photo", media=path))
    assert held.media == path and held.part["metadata"] == "held"
    text = mail.build(held).get_body().get_content()
    assert "data yang ditulis kamera masih ada di dalamnya" in text and "THE FILE AS IT IS" in text
    made = as_json.build(held, path=True)
    assert made["media"]["stripped"] is False and "data yang ditulis kamera masih ada di dalamnya" in made["text"]
    mission = held._replace(role="mission", part=job("x@example.org", kind="photo", media=path).part)
    assert "kamera" not in mail.build(mission).get_body().get_content()
    assert "stripped" not in as_json.build(mission, path=True)["media"] and "kamera" not in as_json.text(mission)
    accepted = Result("accepted", "250")
    assert family.noted(accepted, held).note == family.noted(accepted._replace(note="document"), held).note == "as_is"
    assert family.noted(accepted._replace(note="reduced"), held).note == "reduced"
    assert family.noted(accepted, mission).note == "" and family.noted(Result("retry", "451"), held).note == ""
