"""Find the Exif block of a HEIF file (ISO/IEC 23008-12: HEIC, AVIF): boxes, and in `meta` what lies where.

Only what lies in the file itself is found, as cameras write it, not what an item of another item would hold.
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

META_LIMIT = 1024 * 1024
BOXES = 1000


class _Octets:
    """Read numbers one after another; beyond the end is a ValueError."""

    __slots__ = ("octets", "place")

    def __init__(self, octets: bytes, place: int = 0) -> None:
        self.octets, self.place = octets, place

    def take(self, count: int) -> bytes:
        if self.place + count > len(self.octets):
            raise ValueError("cut off")
        self.place += count
        return self.octets[self.place - count : self.place]

    def number(self, count: int) -> int:
        return int.from_bytes(self.take(count), "big")


def exif(file: "BinaryIO", size: int) -> "Iterator[tuple[int, int]]":
    """Yield (offset, length) in the file of each TIFF of Exif.

    Raises:
        ValueError, OSError: the boxes are damaged.
    """
    for kind, start, end in _boxes_of_file(file, size):
        if kind != b"meta" or end - start > META_LIMIT:
            continue
        file.seek(start)
        meta = file.read(end - start)
        inner = {name: (first, last) for name, first, last in _boxes(meta, 4)}
        if b"iinf" not in inner or b"iloc" not in inner:
            return
        wanted = _exif_items(meta[slice(*inner[b"iinf"])])
        idat = start + inner[b"idat"][0] if b"idat" in inner else -1
        for item, offset, length in _places(meta[slice(*inner[b"iloc"])], idat):
            if item in wanted and length > 4 and offset + length <= size:
                file.seek(offset)
                skip = 4 + int.from_bytes(file.read(4), "big")
                if skip < length:
                    yield offset + skip, length - skip
        return


def _boxes_of_file(file: "BinaryIO", size: int) -> "Iterator[tuple[bytes, int, int]]":
    offset = 0
    for _ in range(BOXES):
        file.seek(offset, os.SEEK_SET)
        head = file.read(16)
        if len(head) < 8:
            return
        length, kind, start = int.from_bytes(head[:4], "big"), head[4:8], offset + 8
        if length == 1:
            length, start = int.from_bytes(head[8:16], "big"), offset + 16
        end = offset + length if length else size
        if end < start or end > size:
            return
        yield kind, start, end
        offset = end


def _boxes(octets: bytes, offset: int) -> "Iterator[tuple[bytes, int, int]]":
    """Yield name, start and end of the content of each box within another."""
    while offset + 8 <= len(octets):
        length, kind, start = int.from_bytes(octets[offset : offset + 4], "big"), octets[offset + 4 : offset + 8], offset + 8
        if length == 1:
            length, start = int.from_bytes(octets[offset + 8 : offset + 16], "big"), offset + 16
        end = offset + length if length else len(octets)
        if end < start or end > len(octets):
            return
        yield kind, start, end
        offset = end


def _exif_items(iinf: bytes) -> "set[int]":
    """Return the numbers of the items whose type is Exif."""
    items = set()
    first = 4 + (2 if iinf[:1] == b"\0" else 4)
    for kind, start, end in _boxes(iinf, first):
        held = _Octets(iinf[start:end])
        version = held.number(1)
        held.take(3)
        if kind != b"infe" or version < 2:
            continue
        item = held.number(2 if version == 2 else 4)
        held.take(2)
        if held.take(4) == b"Exif":
            items.add(item)
    return items


def _places(iloc: bytes, idat: int) -> "Iterator[tuple[int, int, int]]":
    """Yield item, offset in the file and length of each item that lies in one piece; `idat` is where that box begins."""
    held = _Octets(iloc)
    version = held.number(1)
    held.take(3)
    sizes = held.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version in (1, 2) else 0
    for _ in range(held.number(2 if version < 2 else 4)):
        item = held.number(2 if version < 2 else 4)
        method = held.number(2) & 15 if version in (1, 2) else 0
        held.take(2)
        base = held.number(base_size)
        pieces = held.number(2)
        if pieces != 1:
            held.take(pieces * (index_size + offset_size + length_size))
            continue
        held.take(index_size)
        offset, length = held.number(offset_size), held.number(length_size)
        start = {0: 0, 1: idat}.get(method, -1)
        if start >= 0:
            yield item, start + base + offset, length
