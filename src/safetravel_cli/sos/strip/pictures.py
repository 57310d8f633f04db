"""Pictures in chunks: PNG (third edition), WebP (RFC 9649), GIF (89a)."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Chunks of PNG that say how the picture looks or moves, beside those that it cannot be shown without (capital first letter).
PNG_KEPT = (
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL",
    b"fcTL", b"fdAT",
)  # fmt: skip
WEBP_KEPT = (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
# VP8X: the flags that say that EXIF and XMP are there.
WEBP_FLAGS = 0x0C
CONTROL, COMMENT, APPLICATION = 0xF9, 0xFE, 0xFF
# How often an animation runs: two names of the same.
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def png(octets: bytes) -> bytes:
    """Copy a PNG up to its end; what is behind that is none of it."""
    import zlib

    out, at = [octets[:8]], 8
    while True:
        size, name = int.from_bytes(octets[at : at + 4], "big"), octets[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(octets) or not name.isalpha():
            raise ValueError("cut off")
        if zlib.crc32(octets[at + 4 : end - 4]) != int.from_bytes(octets[end - 4 : end], "big"):
            raise ValueError("damaged")
        if name[:1].isupper() or name in PNG_KEPT:
            out.append(octets[at:end])
        if name == b"IEND":
            return b"".join(out)
        at = end


def webp(octets: bytes) -> bytes:
    """Copy a WebP."""
    if octets[:4] != b"RIFF":
        raise ValueError("no RIFF")
    body = b"".join(_webp_chunks(octets))
    if not body:
        raise ValueError("no picture")
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _webp_chunks(octets: bytes) -> "Iterator[bytes]":
    at = 12
    while at + 8 <= len(octets):
        name, size = octets[at : at + 4], int.from_bytes(octets[at + 4 : at + 8], "little")
        if at + 8 + size > len(octets):
            raise ValueError("cut off")
        end = at + 8 + size + size % 2
        chunk = octets[at:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_FLAGS & 0xFF]) + chunk[9:]
        if name in WEBP_KEPT:
            yield chunk
        at = end


def gif(octets: bytes) -> bytes:
    """Copy the pictures of a GIF with their times and colours, and how often they run; no comments, nothing of programs."""
    width, height = (int.from_bytes(octets[at : at + 2], "little") for at in (6, 8))
    at = 13 + _colours(octets[10])
    out, frames = [octets[:at]], 0
    while octets[at] != 0x3B:
        if octets[at] == 0x2C:
            end = _gif_image(octets, at, width, height)
            out.append(octets[at:end])
            frames += 1
        elif octets[at] == 0x21:
            end = _blocks(octets, at + 2)
            out.append(_gif_extension(octets[at:end]))
        else:
            raise ValueError("no block")
        at = end
    if not frames:
        raise ValueError("no picture")
    return b"".join([*out, b";"])


def _colours(packed: int) -> int:
    """Return the size of a table of colours, 0 where there is none."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks(octets: bytes, at: int) -> int:
    """Return where a chain of blocks that begins at a place ends."""
    while octets[at]:
        at += 1 + octets[at]
    return at + 1


def _gif_image(octets: bytes, at: int, width: int, height: int) -> int:
    """Return where an image ends that lies within the picture."""
    left, top, wide, high = (int.from_bytes(octets[at + one : at + one + 2], "little") for one in (1, 3, 5, 7))
    start = at + 10 + _colours(octets[at + 9])
    if not (wide and high and left + wide <= width and top + high <= height and 1 < octets[start] < 9):
        raise ValueError("no image")
    return _blocks(octets, start + 1)


def _gif_extension(extension: bytes) -> bytes:
    kind = extension[1]
    if kind == CONTROL and len(extension) == 8 and extension[2] == 4:
        return extension
    if kind == APPLICATION and extension[2] == 11:
        if extension[3:14] in LOOPS and len(extension) == 19 and extension[14:16] == b"\x03\x01":
            return extension
        return b""
    if kind in (COMMENT, APPLICATION):
        return b""
    # A text that is drawn, or one that nobody knows: neither may be lost, nor kept unseen.
    raise ValueError("unknown extension")
