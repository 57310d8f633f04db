"""The small picture that leaves before a large photo."""

import io
import os
import random

import pytest

from safetravel_cli.env import Env
from safetravel_cli.i18n import Say
from safetravel_cli.sos import lines, progress, smaller
from safetravel_cli.sos.channels import Result, smtp
from safetravel_cli.store import state
from sos_kit import outbox, rows

image = pytest.importorskip("PIL.Image")


@pytest.fixture
def photo(tmp_path):
    """A photo of 800 x 600 that does not compress, with the place in its Exif."""
    noise = image.frombytes("RGB", (800, 600), random.Random(7).randbytes(800 * 600 * 3))
    exif = image.Exif()
    exif[0x010F] = "Maker of the camera"
    path = tmp_path / "img.jpg"
    noise.save(path, "JPEG", quality=90, exif=exif)
    return str(path)


@pytest.fixture
def left(monkeypatch):
    """Return the kinds of the parts in the order in which the server took them."""
    taken = []
    monkeypatch.setattr(progress, "WATCH_SECONDS", 0.5)
    monkeypatch.setattr(smtp, "send", lambda job: taken.append(job.kind) or Result("accepted", "250"))
    return taken


@pytest.fixture
def contact(left):
    """A contact who is reached by mail."""
    values = {"contact.ibu.email": "ibu@example.org", "smtp.host": "mail.example.org", "smtp.from": "siti@example.org"}
    state.write(Env(environ=os.environ), values)


def test_a_small_picture_leaves_before_the_photo_and_tells_nothing(cli, contact, left, photo):
    result = cli("sos", "--message", "x", "--photo", photo, "--json")
    (part,) = [one for one in result.json()["data"]["parts"] if one["kind"] == "photo"]
    thumb, whole = rows("SELECT * FROM part WHERE path IS NOT NULL ORDER BY prio")
    assert (thumb["kind"], whole["kind"], thumb["bytes"]) == ("thumb", "photo", part["small_bytes"])
    assert thumb["bytes"] < whole["bytes"] / 5
    with open(os.path.join(outbox(), thumb["path"]), "rb") as file:
        octets = file.read()
    with image.open(io.BytesIO(octets)) as small:
        assert max(small.size) == smaller.THUMB_PIXELS
        assert not small.getexif()
    assert b"Maker" not in octets
    said = cli("sos", "--message", "y", "--photo", photo, lang="id").out
    assert "Gambar kecilnya" in said
    assert left == ["text", "thumb", "photo"] * 2


def test_without_anybody_who_gets_it_none_is_made(cli, photo):
    part = cli("sos", "--message", "x", "--photo", photo, "--json").json()["data"]["parts"][1]
    assert part["small_bytes"] is None
    assert [row["kind"] for row in rows("SELECT kind FROM part ORDER BY prio")] == ["text", "photo"]


@pytest.mark.parametrize("octets", [b"\xff\xd8\xff" + bytes(100_000), b"\x89PNG\r\n\x1a\n" + bytes(100_000)], ids=["jpg", "png"])
def test_a_damaged_photo_is_kept_without_one(cli, contact, tmp_path, octets):
    (tmp_path / "bad.jpg").write_bytes(octets)
    parts = cli("sos", "--message", "x", "--photo", str(tmp_path / "bad.jpg"), "--json").json()["data"]["parts"]
    assert (parts[1]["stored"], parts[1]["small_bytes"]) == (True, None)


def test_without_pillow_the_photo_goes_alone(cli, contact, photo, monkeypatch):
    monkeypatch.setattr(smaller, "draw", lambda *_: (_ for _ in ()).throw(ValueError("ImportError")))
    part = cli("sos", "--message", "x", "--photo", photo, "--json").json()["data"]["parts"][1]
    assert (part["stored"], part["small_bytes"]) == (True, None)


def test_the_mail_of_it_says_that_the_photo_follows():
    part = {"kind": "thumb", "mime": "image/jpeg", "bytes": 9000, "sha256": "ab"}
    assert "fotonya menyusul" in lines.media({}, [part], Say("id"))[0]
    assert "the photo follows" in lines.media({}, [part], Say("en"))[0]
