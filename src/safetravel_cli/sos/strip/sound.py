"""Sound: WAV by its chunks, FLAC (RFC 9639), AMR (RFC 4867), and MP3 and AAC by their frames.

Tags stand before or behind the frames (ID3v2, ID3v1, APE, Lyrics3), so the frames alone are copied: ISO/IEC 11172-3 and
13818-3 for MPEG audio, ISO/IEC 13818-7 for ADTS. Layouts of tags: https://id3.org and https://wiki.hydrogenaud.io (APEv2).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

WAV_KEPT = (b"fmt ", b"fact", b"data")
# A frame that was cut off by the end of the recording is at most so long.
LONGEST_FRAME = 8192
# kbit/s by index of MPEG 1 and 2, layers I, II, III; samples a second of MPEG 1 (halved for 2, quartered for 2.5).
RATES = {
    (1, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLES = (44100, 48000, 32000)
# Bytes of a frame of AMR, without its head, by type; -1: no such type.
AMR = {
    b"#!AMR\n": (12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0),
    b"#!AMR-WB\n": (17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0),
}


def wav(octets: bytes) -> bytes:
    """Copy format and samples of a WAV; its chunks have to fill it to the end."""
    if octets[:4] != b"RIFF":
        raise ValueError("no RIFF")
    out, at, names = [], 12, []
    while at < len(octets):
        name, size = octets[at : at + 4], int.from_bytes(octets[at + 4 : at + 8], "little")
        end = at + 8 + size
        if end > len(octets):
            raise ValueError("cut off")
        if name in WAV_KEPT:
            names.append(name)
            out.append(octets[at:end] + b"\0" * (size % 2))
        at = end + size % 2
    if sorted(set(names)) != sorted(names) or not {b"fmt ", b"data"} <= set(names):
        raise ValueError("no sound")
    body = b"".join(out)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WAVE" + body


def amr(octets: bytes) -> bytes:
    """Copy the frames of an AMR; the format has no tags, and nothing else passes."""
    head = next((head for head in AMR if octets.startswith(head)), b"")
    if not head:
        raise ValueError("several channels")
    end = _walk(octets, len(head), lambda at: 1 + _amr_size(AMR[head], octets[at]))
    return octets[:end]


def _amr_size(sizes: "tuple[int, ...]", first: int) -> int:
    size = sizes[first >> 3 & 15]
    if size < 0 or first & 0x83:
        raise ValueError("no frame")
    return size


def framed(octets: bytes) -> bytes:
    """Copy the frames of an MP3, an AAC in ADTS or a FLAC, without the tags before and behind them."""
    # The tags at the end first: a last frame that was cut off would reach into them.
    octets = _without_tails(octets[_behind_tags(octets) :])
    if octets[:4] == b"fLaC":
        return _flac(octets)
    first = octets[:4]
    if len(first) < 4 or first[0] != 0xFF or first[1] & 0xE0 != 0xE0:
        raise ValueError("no frame")
    adts = first[1] & 0xF6 == 0xF0
    # What says how it sounds is the same in all frames: a tag does not pass for one by chance.
    mask = b"\xff\xfe\xfc\xc0" if adts else b"\xff\xfe\x0c\x00"
    like = bytes(one & bit for one, bit in zip(first, mask, strict=True))

    def size(at: int) -> int:
        head = octets[at : at + 7]
        if bytes(one & bit for one, bit in zip(head, mask, strict=False)) != like:
            raise ValueError("no frame")
        return _adts(head) if adts else _mpeg(head)

    return octets[: _walk(octets, 0, size)]


def _walk(octets: bytes, at: int, size: "Callable[[int], int]") -> int:
    """Return where the last whole frame ends; behind it may be tags, zeros, or the beginning of one more.

    Raises:
        ValueError: there is no frame, or something else behind the last one.
    """
    start = at
    while at < len(octets):
        try:
            end = at + size(at)
        except (ValueError, IndexError):
            break
        if end > len(octets):
            break
        at = end
    left = _without_tails(octets[at:])
    cut_off = 0 < len(left) < LONGEST_FRAME and _begins(left, at, size)
    if at == start or (left.strip(b"\0") and not cut_off):
        raise ValueError("no frames alone")
    return at


def _begins(left: bytes, at: int, size: "Callable[[int], int]") -> bool:
    """Tell whether what is left is the beginning of one more frame, which the end of the recording cut off."""
    try:
        return size(at) > len(left)
    except (ValueError, IndexError):
        return len(left) < 8


def _mpeg(head: bytes) -> int:
    version = {3: 1, 2: 2, 0: 4}.get(head[1] >> 3 & 3, 0)
    layer, rate, samples = 4 - (head[1] >> 1 & 3), head[2] >> 4, head[2] >> 2 & 3
    if not version or layer == 4 or not 0 < rate < 15 or samples == 3:
        raise ValueError("no frame")
    bits = RATES[min(version, 2), layer if version == 1 else min(layer, 2)][rate - 1] * 1000
    hertz, padding = SAMPLES[samples] // version, head[2] >> 1 & 1
    if layer == 1:
        return (12 * bits // hertz + padding) * 4
    return (72 if layer == 3 and version > 1 else 144) * bits // hertz + padding


def _adts(head: bytes) -> int:
    size = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    if size < 7 or head[2] >> 2 & 15 > 12:
        raise ValueError("no frame")
    return size


def _flac(octets: bytes) -> bytes:
    """Copy the block that the sound cannot be decoded without, STREAMINFO, as the only one, and the frames."""
    at, info, last = 4, octets[8:42], False
    if octets[at] & 0x7F or int.from_bytes(octets[at + 1 : at + 4], "big") != 34:
        raise ValueError("no STREAMINFO")
    while not last:
        last = bool(octets[at] & 0x80)
        at += 4 + int.from_bytes(octets[at + 1 : at + 4], "big")
    if octets[at] != 0xFF or octets[at + 1] & 0xFE != 0xF8:
        raise ValueError("no frame")
    return b"fLaC\x80\0\0\x22" + info + octets[at:]


def _behind_tags(octets: bytes) -> int:
    """Return where the tags at the beginning end."""
    at = 0
    while True:
        if octets[at : at + 3] == b"ID3":
            # Seven bits a byte; with a foot of ten bytes where the flag says so.
            size = octets[at + 6] << 21 | octets[at + 7] << 14 | octets[at + 8] << 7 | octets[at + 9]
            at += 10 + size + (10 if octets[at + 5] & 0x10 else 0)
        elif octets[at : at + 8] == b"APETAGEX":
            at += 32 + int.from_bytes(octets[at + 12 : at + 16], "little")
        elif at and octets[at : at + 1] == b"\0":
            at += len(octets[at : at + LONGEST_FRAME]) - len(octets[at : at + LONGEST_FRAME].lstrip(b"\0"))
        else:
            return at


def _without_tails(octets: bytes) -> bytes:
    """Take away the tags at the end of a recording, in whatever order they stand."""
    while True:
        size = _tail(octets)
        if not 0 < size <= len(octets):
            return octets
        octets = octets[:-size]


def _tail(octets: bytes) -> int:
    """Return the size of the tag that ends here, 0 where there is none."""
    if octets[-128:-125] == b"TAG":
        return 128
    if octets[-227:-223] == b"TAG+":
        return 227
    if octets[-32:-24] == b"APETAGEX":
        head = 32 if octets[-9] & 0x80 else 0
        return int.from_bytes(octets[-20:-16], "little") + head
    if octets[-9:] == b"LYRICS200" and octets[-15:-9].isdigit():
        return int(octets[-15:-9]) + 15
    if octets[-10:-7] == b"3DI":
        return 20 + (octets[-4] << 21 | octets[-3] << 14 | octets[-2] << 7 | octets[-1])
    if octets[:3] == b"ID3" and len(octets) >= 10:
        return len(octets) if _behind_tags(octets) >= len(octets) else 0
    return 0
