"""JPEG (ITU-T T.81, Exif 2.32): the picture, its colours, and which way is up."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ORIENTATION = 0x0112


def bare(octets: bytes) -> bytes:
    """Copy the segments that make the picture, and what is behind each start of a scan, up to the end of the image."""
    out, at, turned = [], 2, 0
    while True:
        mark, start, end = _segment(octets, at)
        if mark == 0xE1 and not turned and octets[start : start + 6] == b"Exif\0\0":
            turned = _orientation(octets[start + 6 : end])
        if mark == 0xD9:
            break
        kept = _kept(mark, octets[start:end])
        if kept:
            out.append(kept)
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


def _kept(mark: int, content: bytes) -> bytes:
    """Return a segment that is needed to show the picture; nothing of words, Exif, XMP, small pictures, a second picture.

    Raises:
        ValueError: it is not what its marker says.
    """
    if mark in FORMS:
        if not FORMS[mark](content):
            raise ValueError("no such segment")
    elif mark == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 14:
        # Without the small picture that may follow.
        content = content[:12] + b"\0\0"
    elif not (mark == 0xE2 and content.startswith(b"ICC_PROFILE\0")) and not (
        mark == 0xEE and content.startswith(b"Adobe") and len(content) == 12
    ):
        return b""
    return bytes([0xFF, mark]) + (len(content) + 2).to_bytes(2, "big") + content


def _quantization(content: bytes) -> bool:
    at = 0
    while at < len(content):
        at += 65 if content[at] < 0x10 else 129
    return at == len(content)


def _huffman(content: bytes) -> bool:
    at = 0
    while at < len(content):
        at += 17 + sum(content[at + 1 : at + 17])
    return at == len(content)


def _frame(content: bytes) -> bool:
    return len(content) >= 6 and len(content) == 6 + 3 * content[5]


# Markers of the picture itself, and whether a content has their form: frames, tables, restart interval, scan.
FORMS: "dict[int, Callable[[bytes], bool]]" = {
    **dict.fromkeys((0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCA, 0xCB), _frame),
    0xC4: _huffman,
    0xCC: lambda content: len(content) % 2 == 0 and len(content) <= 64,
    0xDB: _quantization,
    0xDD: lambda content: len(content) == 2,
    0xDA: lambda content: bool(content) and len(content) == 4 + 2 * content[0],
}


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
