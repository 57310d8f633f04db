"""Pictures with a place and a time, made byte by byte and not with the reader that the tests try."""

import struct
import zlib


class Maker:
    """Make a TIFF with Exif and GPS directories; `order` is < or >."""

    def __init__(self, order="<"):
        self.order = order

    def entry(self, tag, kind, value):
        """Return (tag, type, count, bytes) of a text, a number or a list of pairs (numerator, denominator)."""
        if kind == 2:
            octets = value.encode() + b"\0"
            return tag, kind, len(octets), octets
        if kind in (5, 10):
            octets = b"".join(struct.pack(self.order + ("II" if kind == 5 else "ii"), *pair) for pair in value)
            return tag, kind, len(value), octets
        return tag, kind, 1, struct.pack(self.order + {1: "B", 3: "H", 4: "I"}[kind], value)

    def ifd(self, entries, at):
        """Return the bytes of a directory that begins at offset `at`, its values behind it."""
        entries = sorted(entries)
        data_at = at + 2 + 12 * len(entries) + 4
        table, data = struct.pack(self.order + "H", len(entries)), b""
        for tag, kind, count, octets in entries:
            table += struct.pack(self.order + "HHI", tag, kind, count)
            if len(octets) <= 4:
                table += octets.ljust(4, b"\0")
            else:
                table += struct.pack(self.order + "I", data_at + len(data))
                data += octets + b"\0" * (len(octets) % 2)
        return table + struct.pack(self.order + "I", 0) + data

    def tiff(self, gps=(), camera=()):
        """Return a TIFF whose first directory points to `gps` and `camera`, lists of (tag, type, value)."""
        head = (b"II*\0" if self.order == "<" else b"MM\0*") + struct.pack(self.order + "I", 8)
        pointers = [tag for tag, entries in ((0x8769, camera), (0x8825, gps)) if entries]
        at = 8 + 2 + 12 * len(pointers) + 4
        main, rest = [], b""
        for tag, entries in ((0x8769, camera), (0x8825, gps)):
            if entries:
                main.append(self.entry(tag, 4, at + len(rest)))
                rest += self.ifd([self.entry(*one) for one in entries], at + len(rest))
        return head + self.ifd(main, 8) + rest


def dms(degrees):
    """Return degrees, minutes and seconds to a ten-thousandth, as cameras write them."""
    units = round(abs(degrees) * 36_000_000)
    whole, rest = divmod(units, 36_000_000)
    minutes, seconds = divmod(rest, 600_000)
    return [(whole, 1), (minutes, 1), (seconds, 10_000)]


def gps(lat, lon, accuracy=None, date=None, clock=None, more=()):
    """Return the entries of a GPS directory; `date` is YYYY:MM:DD and `clock` (hours, minutes, seconds)."""
    entries = [(1, 2, "N" if lat >= 0 else "S"), (2, 5, dms(lat)), (3, 2, "E" if lon >= 0 else "W"), (4, 5, dms(lon))]
    if accuracy is not None:
        entries.append((31, 5, [(round(accuracy * 100), 100)]))
    if date:
        entries += [(29, 2, date), (7, 5, [(clock[0], 1), (clock[1], 1), (round(clock[2] * 100), 100)])]
    return entries + list(more)


def jpeg(tiff):
    """Return a JPEG of one grey spot, with JFIF before the Exif."""
    exif = b"Exif\0\0" + tiff
    return b"".join([
        b"\xff\xd8", _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), _segment(0xE1, exif), _segment(0xDB, b"\0" + b"\1" * 64),
        _segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0"), _segment(0xC4, b"\0\1" + b"\0" * 15 + b"\0"),
        _segment(0xC4, b"\x10\1" + b"\0" * 15 + b"\0"), _segment(0xDA, b"\1\1\0\0\x3f\0"), b"\x3f\xff\xd9",
    ])  # fmt: skip


def _segment(mark, data):
    return bytes([0xFF, mark]) + struct.pack(">H", len(data) + 2) + data


def png(tiff):
    """Return a PNG of one grey spot."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    chunks = [chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), chunk(b"eXIf", tiff)]
    return b"\x89PNG\r\n\x1a\n" + b"".join([*chunks, chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b"")])


def webp(tiff):
    """Return the container of a WebP with Exif, as far as a reader of metadata looks."""
    odd = b"EXIF" + struct.pack("<I", len(tiff)) + tiff + b"\0" * (len(tiff) % 2)
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + b"\x08" + b"\0" * 9 + b"abcd" + struct.pack("<I", 3) + b"xyz\0" + odd
    return b"RIFF" + struct.pack("<I", len(body)) + body


def box(name, data, version=None):
    """Return a box of ISO/IEC 14496-12; with `version` a full one."""
    full = b"" if version is None else bytes([version, 0, 0, 0])
    return struct.pack(">I", 8 + len(full) + len(data)) + name + full + data


def heic(tiff, version=1, brand=b"heic", in_idat=False):
    """Return a HEIC with a picture item of one byte and an item of Exif; `version` is that of the box iloc."""
    exif = struct.pack(">I", 6) + b"Exif\0\0" + tiff
    items = struct.pack(">H", 2) + b"".join(
        box(b"infe", struct.pack(">HH", number, 0) + kind + b"\0", 2) for number, kind in ((1, b"hvc1"), (2, b"Exif"))
    )
    head = box(b"ftyp", brand + b"\0\0\0\0mif1heic")

    def meta(media):
        number = ">I" if version == 2 else ">H"
        iloc = b"\x44\x40" + struct.pack(number, 2)
        for item, method, place, length in ((1, 0, media, 1), (2, int(in_idat), 0 if in_idat else media + 1, len(exif))):
            iloc += struct.pack(number, item) + (struct.pack(">H", method) if version else b"")
            iloc += struct.pack(">HIHII", 0, 0, 1, place, length)
        boxes = [box(b"hdlr", b"\0" * 4 + b"pict" + b"\0" * 13, 0), box(b"pitm", struct.pack(">H", 1), 0)]
        about = box(b"iref", box(b"cdsc", struct.pack(">HHH", 2, 1, 1)), 0)
        boxes += [box(b"iinf", items, 0), about, box(b"iloc", iloc, version)]
        return box(b"meta", b"".join([*boxes, box(b"idat", exif if in_idat else b"x")]), 0)

    return head + meta(len(head) + len(meta(0)) + 8) + box(b"mdat", b"p" if in_idat else b"p" + exif)
