"""Where and when a photo was taken, as its camera wrote it (Exif 2.32, GPS IFD), in pure Python.

JPEG, HEIC, AVIF, PNG, WebP and TIFF. The file may hold anything: what cannot be true is None, nothing is raised, and at
most a megabyte of metadata is read however large the file is.
"""

import os
import stat

from safetravel_cli.geo import rungs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    Order = str

LIMIT = 1024 * 1024
BLOCKS = 1000
TIFFS = 4
TIFF = (b"II*\x00", b"MM\x00*")
# Bytes a value of each type of TIFF: BYTE, ASCII, SHORT, LONG, RATIONAL, then the signed and the floating ones.
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
EXIF_IFD, GPS_IFD = 0x8769, 0x8825
TAKEN, TAKEN_OFFSET = 0x9003, 0x9011
NORTH, LATITUDE, EAST, LONGITUDE, TIME, STATUS, DATUM, DATE, ERROR_M = 1, 2, 3, 4, 7, 9, 18, 29, 31
BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")

Entries = dict[int, tuple[int, int, bytes]]


def read(path: str) -> "dict[str, float | None] | None":
    """Return lat, lon (degrees, WGS84), accuracy_m and taken (seconds since 1970, UTC; both None where not told) of a photo.

    None where it tells no position, and for whatever else is wrong.
    """
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        # Looked at first, because opening a device can already do something to it.
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(os.open(path, flags), "rb") as file:
            return of(file) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except (OSError, ValueError):
        return None


def of(file: "BinaryIO") -> "dict[str, float | None] | None":
    """Return the same of an open file that can seek."""
    try:
        for tiff in _tiffs(file):
            found = _position(tiff)
            if found:
                return found
    except (OSError, ValueError, OverflowError, IndexError, KeyError, MemoryError):
        pass
    return None


class _Tiff:
    """Read a TIFF that begins somewhere in a file: numbers in its byte order, never beyond its end or the limit."""

    __slots__ = ("file", "left", "order", "size", "start")

    def __init__(self, file: "BinaryIO", start: int, size: int) -> None:
        self.file, self.start, self.size, self.left = file, start, size, LIMIT
        head = self.at(0, 4)
        if head not in TIFF:
            raise ValueError("no TIFF")
        self.order = "<" if head[:1] == b"I" else ">"

    def at(self, offset: int, count: int) -> bytes:
        """Return `count` bytes.

        Raises:
            ValueError: they are not there, or too much was read.
        """
        if offset < 0 or count < 0 or offset + count > self.size or count > self.left:
            raise ValueError("out of bounds")
        self.left -= count
        return _exactly(self.file, self.start + offset, count)

    def integer(self, octets: bytes) -> int:
        return int.from_bytes(octets, "little" if self.order == "<" else "big")

    def ifd(self, offset: int) -> "Entries":
        """Return the entries of a directory: tag to (type, count, the four bytes of the value or of its offset)."""
        count = self.integer(self.at(offset, 2))
        octets = self.at(offset + 2, 12 * count)
        entries: Entries = {}
        for start in range(0, len(octets), 12):
            tag, kind = self.integer(octets[start : start + 2]), self.integer(octets[start + 2 : start + 4])
            entries.setdefault(tag, (kind, self.integer(octets[start + 4 : start + 8]), octets[start + 8 : start + 12]))
        return entries

    def octets(self, entries: "Entries", tag: int, most: int = 256) -> bytes:
        """Return the bytes of a value, b"" where it is missing, too long or cut off."""
        kind, count, inside = entries.get(tag, (0, 0, b""))
        size = SIZES.get(kind, 0) * count
        if not 0 < size <= most:
            return b""
        try:
            return inside[:size] if size <= 4 else self.at(self.integer(inside), size)
        except ValueError:
            return b""

    def text(self, entries: "Entries", tag: int) -> str:
        return self.octets(entries, tag).partition(b"\0")[0].decode("ascii", "replace").strip()

    def pointer(self, entries: "Entries", tag: int) -> int:
        return self.integer(self.octets(entries, tag, 4))

    def rationals(self, entries: "Entries", tag: int) -> "list[float]":
        """Return the values of a tag as numbers; [] where one is none."""
        octets, found = self.octets(entries, tag), []
        if entries.get(tag, (0,))[0] not in (5, 10):
            return []
        for start in range(0, len(octets), 8):
            above, below = self.integer(octets[start : start + 4]), self.integer(octets[start + 4 : start + 8])
            if not below:
                return []
            found.append(above / below)
        return found


def _position(tiff: _Tiff) -> "dict[str, float | None] | None":
    main = tiff.ifd(tiff.integer(tiff.at(4, 4)))
    if GPS_IFD not in main:
        return None
    gps = tiff.ifd(tiff.pointer(main, GPS_IFD))
    lat = _degrees(tiff.rationals(gps, LATITUDE), tiff.text(gps, NORTH), "NS", 90.0)
    lon = _degrees(tiff.rationals(gps, LONGITUDE), tiff.text(gps, EAST), "EW", 180.0)
    # Cameras without a fix write zeros.
    if lat is None or lon is None or (abs(lat) < 1e-3 and abs(lon) < 1e-3):
        return None
    error = tiff.rationals(gps, ERROR_M)
    accuracy = error[0] if len(error) == 1 and 0 < error[0] < 1e7 else None
    datum = "".join(char for char in tiff.text(gps, DATUM).upper() if char.isalnum())
    # A receiver that lost its satellites, or another datum (up to a kilometre off): how exact it is cannot be told.
    if tiff.text(gps, STATUS) == "V" or (datum and not datum.startswith("WGS84")):
        accuracy = None
    return {"lat": lat, "lon": lon, "accuracy_m": accuracy, "taken": _moment(tiff, main, gps)}


def _degrees(values: "list[float]", sign: str, signs: str, most: float) -> "float | None":
    """Return degrees of degrees, minutes and seconds; without the letter of the hemisphere they are none."""
    if not 1 <= len(values) <= 3 or len(sign) != 1 or sign.upper() not in signs:
        return None
    degrees = sum(value / 60.0**power for power, value in enumerate(values))
    if not 0 <= degrees <= most or any(value > 60 for value in values[1:]):
        return None
    return -degrees if sign.upper() == signs[1] and degrees else degrees


def _moment(tiff: _Tiff, main: "Entries", gps: "Entries") -> "float | None":
    """Return the time of the satellites, which is UTC; else that of the camera where it tells its offset."""
    date, clock = tiff.text(gps, DATE).replace(":", "-"), tiff.rationals(gps, TIME)
    if len(date) == 10 and len(clock) == 3 and clock[0] < 24 and clock[1] < 60 and clock[2] < 61:
        day = rungs.moment(f"{date} 00:00:00 +0000")
        if day is not None:
            return day + clock[0] * 3600 + clock[1] * 60 + clock[2]
    if EXIF_IFD not in main:
        return None
    try:
        camera = tiff.ifd(tiff.pointer(main, EXIF_IFD))
    except ValueError:
        return None
    taken, offset = tiff.text(camera, TAKEN), tiff.text(camera, TAKEN_OFFSET)
    return rungs.moment(f"{taken[:10].replace(':', '-')} {taken[11:]}{offset}") if len(taken) == 19 and len(offset) == 6 else None


def _exactly(file: "BinaryIO", offset: int, count: int) -> bytes:
    file.seek(offset)
    octets = file.read(count)
    if len(octets) != count:
        raise ValueError("cut off")
    return octets


def _tiffs(file: "BinaryIO") -> "Iterator[_Tiff]":
    """Yield each TIFF of Exif that a picture holds."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(16)
    blocks: Iterator[tuple[int, int]] = iter(())
    if head[:2] == b"\xff\xd8":
        blocks = _jpeg(file, size)
    elif head[:8] == b"\x89PNG\r\n\x1a\n":
        blocks = _chunks(file, 8, size, b"eXIf", "big")
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        blocks = _chunks(file, 12, size, b"EXIF", "little")
    elif head[:4] in TIFF:
        blocks = iter(((0, size),))
    elif head[4:8] == b"ftyp" and head[8:12] in BRANDS:
        from safetravel_cli.geo.rungs import heif

        blocks = heif.exif(file, size)
    for _, (start, length) in zip(range(TIFFS), blocks, strict=False):
        # Some writers put the mark of JPEG before the TIFF everywhere.
        if length > 6 and _exactly(file, start, 6) == b"Exif\0\0":
            start, length = start + 6, length - 6
        try:
            yield _Tiff(file, start, min(length, size - start))
        except ValueError:
            continue


def _jpeg(file: "BinaryIO", size: int) -> "Iterator[tuple[int, int]]":
    """Yield where each segment APP1 of Exif lies, up to the start of the picture itself."""
    offset = 2
    for _ in range(BLOCKS):
        mark = _exactly(file, offset, 4)
        if mark[0] != 0xFF:
            return
        if mark[1] == 0xFF:
            offset += 1
            continue
        if mark[1] == 0x01 or 0xD0 <= mark[1] <= 0xD8:
            offset += 2
            continue
        length = int.from_bytes(mark[2:], "big")
        if mark[1] in (0xDA, 0xD9) or length < 2:
            return
        if mark[1] == 0xE1 and length > 8 and _exactly(file, offset + 4, 6) == b"Exif\0\0":
            yield offset + 4, min(length - 2, size - offset - 4)
        offset += 2 + length


def _chunks(file: "BinaryIO", offset: int, size: int, name: bytes, order: str) -> "Iterator[tuple[int, int]]":
    """Yield where each chunk of a name lies: in PNG length, name, data, checksum; in RIFF name, length, data to an even end."""
    for _ in range(BLOCKS):
        if offset + 8 > size:
            return
        head = _exactly(file, offset, 8)
        if order == "big":
            found, length = head[4:], int.from_bytes(head[:4], "big")
            after = offset + 12 + length
        else:
            found, length = head[:4], int.from_bytes(head[4:], "little")
            after = offset + 8 + length + length % 2
        if found == name and offset + 8 + length <= size:
            yield offset + 8, length
        offset = after
