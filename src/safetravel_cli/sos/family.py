"""What goes to family and friends: a copy without what the camera wrote into a file (place, time, device, owner).

A mission gets the file as it is: there it is evidence. The copy of a photo has the same picture, byte for byte, and which way
is up; it is made in pure Python for JPEG, PNG and WebP, and by ffmpeg, where it is there, for a video. Formats:
JPEG ITU-T T.81, Exif 2.32, PNG third edition, WebP container RFC 9649.
"""

import os
import time

from safetravel_cli.sos import durable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetravel_cli.sos.channels import Job

PREFIX = "family-"
FFMPEG_SECONDS = 120.0
ORIENTATION = 0x0112
# Chunks of PNG that hold words, times or Exif.
PNG_DROPPED = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
WEBP_DROPPED = (b"EXIF", b"XMP ")
# VP8X: the flags that say that EXIF and XMP are there.
WEBP_FLAGS = 0x0C


def prepared(job: "Job") -> "Job":
    """Return the job with the copy in the place of the file; `part` says `metadata`: stripped, or held where none can be made."""
    if not job.media or job.role == "mission":
        return job
    # What is left of the time of the try is for the sending.
    seconds = min(FFMPEG_SECONDS, max(0.0, job.deadline - time.monotonic()) / 2)
    path = copy(job.media, job.kind, job.settings.environ, seconds)
    return job._replace(media=path or job.media, part={**job.part, "metadata": "stripped" if path else "held"})


def copy(path: str, kind: str, environ: "Mapping[str, str]", seconds: float = FFMPEG_SECONDS) -> str:
    """Return the path of the copy, made once and kept beside the file; "" where none can be made."""
    there = twin(path)
    if os.path.isfile(there):
        return there
    try:
        if kind == "photo":
            with open(path, "rb") as file:
                octets = strip(file.read())
            return _keep(there, octets) if octets else ""
        return _by_ffmpeg(path, there, environ, seconds) if kind == "video" else ""
    except (OSError, ValueError, IndexError):
        return ""


def twin(path: str) -> str:
    """Return the path of the copy of a file."""
    return os.path.join(os.path.dirname(path), PREFIX + os.path.basename(path))


def _keep(path: str, octets: bytes) -> str:
    def fill(handle: int) -> str:
        durable.write_all(handle, octets)
        return os.path.basename(path)

    return durable.write_new(os.path.dirname(path), fill)


def strip(octets: bytes) -> bytes:
    """Return a photo without metadata; empty where its form is not known here, or it is damaged."""
    try:
        if octets[:3] == b"\xff\xd8\xff":
            return _jpeg(octets)
        if octets[:8] == b"\x89PNG\r\n\x1a\n":
            return _png(octets)
        if octets[:4] == b"RIFF" and octets[8:12] == b"WEBP":
            return _webp(octets)
    except (ValueError, IndexError):
        pass
    return b""


def _jpeg(octets: bytes) -> bytes:
    """Copy the segments that make the picture, and what is behind each start of a scan, up to the end of the image."""
    out, at, turned = [], 2, 0
    while True:
        mark, start, end = _segment(octets, at)
        if mark == 0xE1 and not turned and octets[start : start + 6] == b"Exif\0\0":
            turned = _orientation(octets[start + 6 : end])
        if mark == 0xD9:
            break
        if _is_picture(mark, octets[start:end]):
            out.append(octets[at:end])
        at = end
        if mark == 0xDA:
            at = _scan(octets, end)
            out.append(octets[end:at])
    exif = _only_orientation(turned) if turned > 1 else b""
    # JFIF has to be the first.
    first = 1 if out and out[0][1] == 0xE0 else 0
    return b"".join([b"\xff\xd8", *out[:first], exif, *out[first:], b"\xff\xd9"])


def _segment(octets: bytes, at: int) -> "tuple[int, int, int]":
    """Return mark, start of the content and end of the segment at a place."""
    if octets[at] != 0xFF:
        raise ValueError("no marker")
    mark = octets[at + 1]
    if mark == 0xD9:
        return mark, at + 2, at + 2
    if mark in (0x00, 0x01, 0xFF) or 0xD0 <= mark <= 0xD8:
        raise ValueError("no segment")
    size = int.from_bytes(octets[at + 2 : at + 4], "big")
    if size < 2 or at + 2 + size > len(octets):
        raise ValueError("cut off")
    return mark, at + 4, at + 2 + size


def _is_picture(mark: int, content: bytes) -> bool:
    """Tell whether a segment is needed to show the picture: no words, no Exif or XMP, no second picture."""
    if mark == 0xFE or 0xE0 <= mark <= 0xEF:
        colours = mark == 0xE2 and content.startswith(b"ICC_PROFILE\0")
        return colours or (mark == 0xE0 and content.startswith(b"JFIF\0")) or (mark == 0xEE and content.startswith(b"Adobe"))
    return True


def _scan(octets: bytes, at: int) -> int:
    """Return where the coded picture that begins at a place ends: at the next marker that is none of its own."""
    while True:
        at = octets.find(b"\xff", at)
        if at < 0:
            raise ValueError("cut off")
        after = octets[at + 1]
        if after == 0x00 or 0xD0 <= after <= 0xD7:
            at += 2
        elif after == 0xFF:
            at += 1
        else:
            return at


def _orientation(tiff: bytes) -> int:
    """Return which way is up by the first directory of a TIFF: 1 to 8, 1 where it does not say."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    at = number(4, 4)
    for place in range(at + 2, min(at + 2 + 12 * number(at, 2), len(tiff)), 12):
        if number(place, 2) == ORIENTATION:
            found = number(place + 8, 2)
            return found if 1 <= found <= 8 else 1
    return 1


def _only_orientation(turned: int) -> bytes:
    tiff = b"MM\0*\0\0\0\x08" + b"\0\x01" + b"\x01\x12\0\x03\0\0\0\x01" + bytes([0, turned, 0, 0]) + b"\0\0\0\0"
    content = b"Exif\0\0" + tiff
    return b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content


def _png(octets: bytes) -> bytes:
    out, at = [octets[:8]], 8
    while True:
        size, name = int.from_bytes(octets[at : at + 4], "big"), octets[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(octets) or len(name) < 4:
            raise ValueError("cut off")
        if name not in PNG_DROPPED:
            out.append(octets[at:end])
        if name == b"IEND":
            return b"".join(out)
        at = end


def _webp(octets: bytes) -> bytes:
    body = b"".join(_webp_chunks(octets))
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _webp_chunks(octets: bytes) -> "Iterator[bytes]":
    at = 12
    while at + 8 <= len(octets):
        name, size = octets[at : at + 4], int.from_bytes(octets[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if at + 8 + size > len(octets):
            raise ValueError("cut off")
        chunk = octets[at:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_FLAGS & 0xFF]) + chunk[9:]
        if name not in WEBP_DROPPED:
            yield chunk
        at = end


def _by_ffmpeg(path: str, there: str, environ: "Mapping[str, str]", seconds: float) -> str:
    """Copy picture and sound of a video as they are, without anything else that is in it."""
    from safetravel_cli.sos.channels import program

    found = program.find("ffmpeg", environ)
    if not found:
        return ""
    passing = os.path.join(os.path.dirname(there), ".tmp-" + os.urandom(8).hex() + os.path.splitext(path)[1])
    argv = [found, "-nostdin", "-v", "error", "-i", path, "-map", "0:v", "-map", "0:a?", "-map_metadata", "-1",
            "-map_chapters", "-1", "-c", "copy", passing]  # fmt: skip
    try:
        done = program.run(argv, b"", time.monotonic() + seconds, environ)
        if done.code or not os.path.getsize(passing):
            return ""
        durable.restrict(passing, 0o600)
        os.replace(passing, there)
        return there
    except (program.Failed, OSError):
        return ""
    finally:
        if os.path.exists(passing):
            os.unlink(passing)
