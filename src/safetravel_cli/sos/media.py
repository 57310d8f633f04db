"""Photos, videos and sound of an alert: copied as they are, byte for byte, under the name of their SHA-256.

Each is evidence: no re-encoding here. What is none is refused with the key of a sentence, and nothing hangs on it: no
FIFO, device or endless file is ever read.
"""

import errno
import os
import stat
import time

from safetravel_cli.sos import durable

FOLDER = "media"
# A photo, and a sound recording of hours; a video of minutes.
LIMIT_BYTES = 100 * 1024 * 1024
VIDEO_BYTES = 500 * 1024 * 1024
LIMITS = {"photo": LIMIT_BYTES, "audio": LIMIT_BYTES, "video": VIDEO_BYTES}
CHUNK = 1024 * 1024
STALE_SECONDS = 86400.0

# (offset, bytes, extension, MIME type) of the formats that cameras, telephones and screenshots write. Of two that fit, the
# first holds: after "ftyp" stands the brand of a file of the MPEG-4 family, and most brands are those of videos.
SIGNS = (
    (0, b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (0, b"GIF8", "gif", "image/gif"),
    (8, b"WEBP", "webp", "image/webp"),
    (4, b"ftypavif", "avif", "image/avif"),
    (4, b"ftyphei", "heic", "image/heic"),
    (4, b"ftyphev", "heic", "image/heic"),
    (4, b"ftypmif1", "heic", "image/heic"),
    (4, b"ftypmsf1", "heic", "image/heic"),
    (0, b"II*\x00", "tif", "image/tiff"),
    (0, b"MM\x00*", "tif", "image/tiff"),
    (0, b"BM", "bmp", "image/bmp"),
    (4, b"ftypM4A", "m4a", "audio/mp4"),
    (4, b"ftyp3g", "3gp", "video/3gpp"),
    (4, b"ftypqt", "mov", "video/quicktime"),
    (4, b"ftyp", "mp4", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "webm", "video/webm"),
    (8, b"AVI ", "avi", "video/x-msvideo"),
    (0, b"OggS", "ogg", "audio/ogg"),
    (8, b"WAVE", "wav", "audio/wav"),
    (0, b"fLaC", "flac", "audio/flac"),
    (0, b"#!AMR", "amr", "audio/amr"),
    (0, b"ID3", "mp3", "audio/mpeg"),
    (0, b"\xff\xfb", "mp3", "audio/mpeg"),
    (0, b"\xff\xf3", "mp3", "audio/mpeg"),
    (0, b"\xff\xf1", "aac", "audio/aac"),
    (0, b"\xff\xf9", "aac", "audio/aac"),
)
# What is meant by --photo, --video and --audio, by the first word of the MIME type.
MEANT = {"photo": ("image",), "video": ("video",), "audio": ("audio", "video")}


class MediaError(Exception):
    """Say by a key of the catalogue why a file was not kept; `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = "sos.media_" + key
        self.values = values


def keep(folder: str, path: str, limit: int = 0, kind: str = "photo") -> "dict[str, object]":
    """Copy a file into the media folder of the outbox; return sha256, bytes, path (below the outbox), mime, mtime_utc.

    When this returns, bytes and name are on the medium. `kind` is photo, video or audio, `limit` in bytes (0: that of the
    kind). The container of a video may hold sound alone, so a recording may come as one.

    Raises:
        MediaError: it is missing, empty, no file, not of the kind, too big, not readable, or the disk is full.
    """
    limit = limit or LIMITS[kind]
    try:
        source = _open(path, limit)
    except (OSError, ValueError) as error:
        raise _problem(error) from None
    try:
        media = os.path.join(folder, FOLDER)
        durable.make_folder(media)
        return _copy(source, media, limit, kind)
    except OSError as error:
        raise _problem(error) from None
    finally:
        os.close(source)


def _problem(error: Exception) -> MediaError:
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG) or isinstance(error, ValueError):
        return MediaError("missing")
    if number in (errno.EACCES, errno.EPERM):
        return MediaError("denied")
    if number in (errno.ENOSPC, errno.EDQUOT):
        return MediaError("disk_full")
    return MediaError("unreadable", reason=errno.errorcode.get(number or 0, type(error).__name__))


def _open(path: str, limit: int) -> int:
    """Open a regular file for reading without ever waiting for its other end."""
    # Looked at first, because opening a device can already do something to it.
    _check(os.stat(path), limit)
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    handle = os.open(path, flags)
    try:
        # And again: another file may have taken the name.
        _check(os.fstat(handle), limit)
    except MediaError:
        os.close(handle)
        raise
    return handle


def _check(facts: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise MediaError("folder")
    if not stat.S_ISREG(facts.st_mode):
        raise MediaError("not_file")
    if facts.st_size == 0:
        raise MediaError("empty")
    if facts.st_size > limit:
        raise MediaError("too_big", limit=limit // 1024 // 1024)


def kind_of(head: bytes) -> "tuple[str, str] | None":
    """Return extension and MIME type of a photo, video or recording by its first bytes; None for anything else."""
    for offset, sign, extension, mime in SIGNS:
        if head[offset : offset + len(sign)] == sign:
            return extension, mime
    return None


def _copy(source: int, media: str, limit: int, meant: str) -> "dict[str, object]":
    import hashlib

    chunk = os.read(source, CHUNK)
    kind = kind_of(chunk)
    if not chunk:
        raise MediaError("empty")
    if not kind or kind[1].partition("/")[0] not in MEANT[meant]:
        raise MediaError({"photo": "not_image", "video": "not_video", "audio": "not_audio"}[meant])
    digest = hashlib.sha256()
    size = 0

    def fill(handle: int) -> str:
        nonlocal chunk, size
        while chunk:
            size += len(chunk)
            if size > limit:
                raise MediaError("too_big", limit=limit // 1024 // 1024)
            digest.update(chunk)
            durable.write_all(handle, chunk)
            chunk = os.read(source, CHUNK)
        return f"{digest.hexdigest()}.{kind[0]}"

    path = durable.write_new(media, fill)
    return {
        "sha256": digest.hexdigest(),
        "bytes": size,
        "path": f"{FOLDER}/{os.path.basename(path)}",
        "mime": kind[1],
        "mtime_utc": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(os.fstat(source).st_mtime)),
    }


def keep_thumb(folder: str, octets: bytes, name: str, mtime_utc: str) -> "dict[str, object]":
    """Keep a small picture that was made of a photo, as `keep` does a file; `name` and `mtime_utc` are those of the photo.

    Raises:
        OSError: it cannot be written.
    """
    import hashlib

    digest = hashlib.sha256(octets).hexdigest()

    def fill(handle: int) -> str:
        durable.write_all(handle, octets)
        return f"{digest}.jpg"

    path = f"{FOLDER}/{os.path.basename(durable.write_new(os.path.join(folder, FOLDER), fill))}"
    return {"sha256": digest, "bytes": len(octets), "path": path, "mime": "image/jpeg", "name": name, "mtime_utc": mtime_utc}


def state_of(folder: str, row: "dict[str, object]") -> str:
    """Compare a kept file with its row: `whole`, `missing` or `changed`."""
    import hashlib

    digest = hashlib.sha256()
    try:
        with open(os.path.join(folder, str(row["path"])), "rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError:
        return "missing"
    return "whole" if digest.hexdigest() == row["sha256"] else "changed"


def sweep(folder: str, now: float) -> None:
    """Remove copies that a killed run left unfinished more than a day before `now` (seconds since 1970)."""
    for place in (folder, os.path.join(folder, FOLDER)):
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.name.startswith(".tmp-") and now - entry.stat().st_mtime > STALE_SECONDS:
                        os.unlink(entry.path)
        except OSError:
            pass
