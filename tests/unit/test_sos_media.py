"""Copying photos: what is refused, what a cut-off run leaves, what is synced before what."""

import errno
import os

import pytest

from safetravel_cli.sos import durable, media
from sos_kit import JPEG, photo


@pytest.mark.parametrize(("head", "mime"), [
    (b"\xff\xd8\xff\xe1", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF89a", "image/gif"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    (b"\x00\x00\x00\x18ftypheic", "image/heic"),
    (b"\x00\x00\x00\x18ftypmif1", "image/heic"),
    (b"\x00\x00\x00\x1cftypavif", "image/avif"),
    (b"II*\x00", "image/tiff"),
    (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
    (b"\x00\x00\x00\x14ftypqt  ", "video/quicktime"),
    (b"\x00\x00\x00\x18ftyp3gp5", "video/3gpp"),
    (b"\x1aE\xdf\xa3\x01", "video/webm"),
    (b"\x00\x00\x00\x1cftypM4A ", "audio/mp4"),
    (b"RIFF\x00\x00\x00\x00WAVE", "audio/wav"),
    (b"OggS", "audio/ogg"),
    (b"ID3\x04", "audio/mpeg"),
    (b"#!AMR\n", "audio/amr"),
    (b"%PDF-1.7", None),
    (b"", None),
])  # fmt: skip
def test_media_are_known_by_their_first_bytes(head, mime):
    assert (media.kind_of(head) or ("", None))[1] == mime


@pytest.mark.parametrize(("kind", "head", "key"), [
    ("photo", b"\x00\x00\x00\x18ftypmp42", "not_image"),
    ("video", JPEG, "not_video"),
    ("audio", JPEG, "not_audio"),
    ("video", b"OggS", "not_video"),
])  # fmt: skip
def test_each_option_takes_its_own_kind(tmp_path, kind, head, key):
    with pytest.raises(media.MediaError) as caught:
        media.keep(str(tmp_path / "outbox"), photo(tmp_path, head=head), kind=kind)
    assert caught.value.key == "sos.media_" + key


def test_a_recording_may_come_in_the_container_of_a_video(tmp_path):
    path = photo(tmp_path, head=b"\x00\x00\x00\x18ftypmp42")
    assert media.keep(str(tmp_path / "outbox"), path, kind="audio")["mime"] == "video/mp4"


def test_bytes_are_synced_before_the_name_and_the_name_before_the_row(tmp_path, monkeypatch):
    log = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *given, real=real, name=name: (log.append(name), real(*given))[1])
    media.keep(str(tmp_path / "outbox"), photo(tmp_path))
    # The new folders, then the bytes, the name, the folder that holds it.
    assert log[-3:] == ["fsync", "replace", "fsync"]


def test_a_failed_sync_keeps_nothing(tmp_path, monkeypatch):
    path = photo(tmp_path)

    def broken(_):
        raise OSError(errno.EIO, "broken")

    folder = str(tmp_path / "outbox")
    durable.make_folder(os.path.join(folder, "media"))
    monkeypatch.setattr(durable, "sync_file", broken)
    with pytest.raises(media.MediaError) as caught:
        media.keep(folder, path)
    assert (caught.value.key, caught.value.values) == ("sos.media_unreadable", {"reason": "EIO"})
    assert os.listdir(os.path.join(folder, "media")) == []


@pytest.mark.parametrize(("number", "key"), [(errno.ENOSPC, "disk_full"), (errno.EACCES, "denied"), (errno.EIO, "unreadable")])
def test_each_failure_has_its_sentence(tmp_path, monkeypatch, number, key):
    path = photo(tmp_path)

    def broken(*_):
        raise OSError(number, "broken")

    monkeypatch.setattr(durable, "write_all", broken)
    with pytest.raises(media.MediaError) as caught:
        media.keep(str(tmp_path / "outbox"), path)
    assert caught.value.key == "sos.media_" + key


def test_a_file_that_grows_without_end_is_given_up(tmp_path, monkeypatch):
    path = photo(tmp_path, size=1000)
    monkeypatch.setattr(os, "read", lambda handle, count: JPEG + bytes(count - 4))
    with pytest.raises(media.MediaError) as caught:
        media.keep(str(tmp_path / "outbox"), path, 3_000_000)
    assert caught.value.key == "sos.media_too_big"
    assert os.listdir(tmp_path / "outbox" / "media") == []


def test_a_file_that_is_changed_for_a_fifo_meanwhile_does_not_hang(tmp_path, monkeypatch):
    path, good = str(tmp_path / "a.jpg"), os.stat(photo(tmp_path, "good.jpg"))
    os.mkfifo(path)
    monkeypatch.setattr(os, "stat", lambda *given, **options: good)
    with pytest.raises(media.MediaError) as caught:
        media.keep(str(tmp_path / "outbox"), path)
    assert caught.value.key == "sos.media_not_file"


def test_what_killed_runs_left_is_removed_after_a_day(tmp_path):
    folder = tmp_path / "media"
    folder.mkdir()
    for name, age in ((".tmp-old", 90_000), (".tmp-new", 10), ("kept.jpg", 90_000)):
        (folder / name).touch()
        os.utime(folder / name, (1_000_000 - age, 1_000_000 - age))
    media.sweep(str(tmp_path), 1_000_000.0)
    assert sorted(os.listdir(folder)) == [".tmp-new", "kept.jpg"]


def test_short_writes_are_continued(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:7]))
    kept = media.keep(str(tmp_path / "outbox"), photo(tmp_path, size=5000))
    assert media.state_of(str(tmp_path / "outbox"), kept) == "whole"
