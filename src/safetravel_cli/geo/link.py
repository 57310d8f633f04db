"""Read the position that a pasted map link or `geo:` URI holds, without the network.

Google, OpenStreetMap, Apple, Waze, Bing, HERE, Yandex and Organic Maps. A pin is preferred to the middle of a view;
the middle of a view is as uncertain as the view is wide. A short link holds no position: that is said.
"""

from safetravel_cli.geo.position import Position, bad, checked, number, signed
from safetravel_cli.geo.position import parse as parse_position

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT = frozenset(
    "maps.app.goo.gl goo.gl g.co g.page share.google maps.apple bit.ly tinyurl.com t.co s.id omaps.app"
    " w3w.co what3words.com".split()
)
# Half a screen is about this many pixels; a pixel at zoom 0 is 156,543 m wide at the equator.
HALF_SCREEN, PIXEL_M = 200, 156543.03
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"
SCHEMES = ("http", "https", "om", "comgooglemaps", "google.navigation", "maps", "waze")


class _Link:
    """The parts of a link: host without www, path segments, values by name, what follows #; all with %-signs undone."""

    __slots__ = ("fragment", "host", "path", "raw", "values")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        rest = raw.partition("://")[2] or raw
        rest, _, fragment = rest.partition("#")
        rest, _, query = rest.partition("?")
        host, _, path = rest.partition("/")
        self.host = host.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
        # A plus sign is a blank everywhere but in the address of a plus code.
        path = path if self.host == "plus.codes" else path.replace("+", " ")
        self.path = [_undo(part) for part in path.split("/") if part]
        self.fragment = _undo(fragment)
        self.values: dict[str, str] = {}
        for pair in query.split("&"):
            name, _, value = pair.partition("=")
            self.values.setdefault(_undo(name).lower(), _undo(value.replace("+", " ")))

    def pairs(self, *names: str) -> "Iterator[Position]":
        """Yield the positions that the named values hold."""
        for name in names:
            found = _pair(self.raw, self.values.get(name, ""))
            if found:
                yield found


def parse(text: str) -> "Position | None":
    """Return the position of the first link or `geo:` URI in a text; None where there is none.

    Raises:
        UsageError: the link is short, of no map that is known, or holds no position; the position is none.
    """
    for word in text.split():
        raw = word.strip("<>()[]\"'“”’,.;")
        start = raw.lower().find("geo:")
        if start >= 0 and (not start or not raw[start - 1].isalnum()) and "://" not in raw:
            return _uri(raw[start:])
        if raw.startswith("///") and raw.count(".") == 2:
            raise bad(raw, "link_words", "link")
        scheme, mark, _ = raw.partition("://")
        if mark and scheme.lower().rpartition("(")[2] in SCHEMES:
            return _read(_Link(raw))
        if not mark and "/" in raw and _family(_Link(raw).host, raw):
            return _read(_Link(raw))
    return None


def _family(host: str, raw: str = "") -> "Callable[[_Link], Iterator[Position]] | None":
    """Return the reader of a host's links."""
    names = host.split(".")
    if host in SHORT:
        return _short
    if "google" in names[:2] or raw.startswith("comgooglemaps:"):
        return _google
    for ends, reader in READERS.items():
        if host == ends or host.endswith("." + ends):
            return reader
    return _yandex if "yandex" in names[:2] else None


def _read(link: _Link) -> Position:
    for name in ("continue", "link", "url", "q"):
        inner = link.values.get(name, "")
        if "://" in inner and len(inner) < len(link.raw):
            return _read(_Link(inner))
    reader = _family(link.host, link.raw)
    if not reader and link.raw.partition("://")[0].lower() in ("http", "https"):
        raise bad(link.raw, "link_unknown", "link")
    found = next((reader or _any)(link), None)
    if not found:
        raise bad(link.raw, "link_empty", "link")
    return found


def _short(link: _Link) -> "Iterator[Position]":
    yield from link.pairs("q", "ll")
    raise bad(link.raw, "link_words" if link.host in ("w3w.co", "what3words.com") else "link_short", "link")


def _google(link: _Link) -> "Iterator[Position]":
    data = "/".join(link.path)
    directions = "dir" in link.path
    if not directions:
        # The last pair is the pin that was chosen.
        latitude, longitude = data.rpartition("!3d")[2], data.rpartition("!4d")[2]
        values = _number_at(latitude), _number_at(longitude)
        if "!3d" in data and "!4d" in data and values[0] is not None and values[1] is not None:
            yield checked(link.raw, values[0], values[1])
    yield from link.pairs("q", "query", "destination", "daddr", "ll", "cbll", "viewpoint", "center", "sll")
    views = [part for part in link.path if part.startswith("@")]
    for part in reversed([part for part in link.path if not part.startswith(("@", "data="))]):
        found = _pair(link.raw, part)
        if found:
            yield found
    if not directions:
        for view in views:
            latitude, longitude, wide = [*view[1:].split(","), "", ""][:3]
            yield from _view(link.raw, latitude, longitude, wide)


def _coded(part: str) -> "Position | None":
    """Read a full plus code or degrees and minutes in a path or a value."""
    return parse_position(part) if ("+" in part or "°" in part) and "://" not in part else None


def _osm(link: _Link) -> "Iterator[Position]":
    for names in (("mlat", "mlon"), ("lat", "lon")):
        yield from _two(link, *names)
    if link.path[:1] == ["go"] and len(link.path) > 1:
        yield from _osm_short(link.raw, link.path[1])
    for part in link.fragment.split("&"):
        if part.startswith("map="):
            zoom, latitude, longitude = [*part[4:].split("/"), "", ""][:3]
            yield from _view(link.raw, latitude, longitude, zoom + "z")


def _osm_short(raw: str, code: str) -> "Iterator[Position]":
    """Undo the code of osm.org/go/: base64 digits of three interleaved bits of longitude and latitude each.

    Source: https://wiki.openstreetmap.org/wiki/Shortlink
    """
    east = north = bits = 0
    for char in code.replace("@", "~").rstrip("-=")[:12]:
        value = BASE64.find(char)
        if value < 0:
            return
        for at in (4, 2, 0):
            east, north = east << 1 | value >> at + 1 & 1, north << 1 | value >> at & 1
        bits += 3
    if bits:
        longitude, latitude = (east + 0.5) * 360 / 2**bits - 180, (north + 0.5) * 180 / 2**bits - 90
        yield from _view(raw, f"{latitude:.7f}", f"{longitude:.7f}", f"{max(0, bits - 8)}z")


def _apple(link: _Link) -> "Iterator[Position]":
    yield from link.pairs("coordinate", "ll", "q", "daddr", "sll", "center")


def _waze(link: _Link) -> "Iterator[Position]":
    yield from link.pairs("ll", "to", "latlng", "q")


def _bing(link: _Link) -> "Iterator[Position]":
    for name in ("sp", "cp"):
        value = link.values.get(name, "").removeprefix("point.").replace("~", ",").replace("_", ",")
        found = _pair(link.raw, ",".join(value.split(",")[:2]))
        if found:
            yield found


def _here(link: _Link) -> "Iterator[Position]":
    for value in [*link.path, link.values.get("map", "")]:
        found = _pair(link.raw, ",".join(value.split(",")[:2]))
        if found:
            yield found


def _yandex(link: _Link) -> "Iterator[Position]":
    # Longitude comes first.
    for name in ("whatshere[point]", "pt", "ll"):
        longitude, _, latitude = link.values.get(name, "").partition(",")
        values = signed(latitude.partition(",")[0]), signed(longitude)
        if values[0] is not None and values[1] is not None:
            yield checked(link.raw, values[0], values[1])


def _any(link: _Link) -> "Iterator[Position]":
    yield from link.pairs("q", "ll", "daddr", "navigate", "center")


READERS: "dict[str, Callable[[_Link], Iterator[Position]]]" = {
    "goo.gl": _google, "openstreetmap.org": _osm, "osm.org": _osm, "openstreetmap.de": _osm, "maps.apple.com": _apple,
    "waze.com": _waze, "bing.com": _bing, "here.com": _here, "plus.codes": _google, "organicmaps.app": _any,
}  # fmt: skip


def _two(link: _Link, north: str, east: str) -> "Iterator[Position]":
    latitude, longitude = signed(link.values.get(north, "")), signed(link.values.get(east, ""))
    if latitude is not None and longitude is not None:
        yield checked(link.raw, latitude, longitude)


def _view(raw: str, latitude: str, longitude: str, wide: str) -> "Iterator[Position]":
    """Yield the middle of a view that is so many metres wide (`1500m`) or of a zoom (`15z`)."""
    import math

    values = signed(latitude), signed(longitude)
    if values[0] is None or values[1] is None:
        return
    size = number(wide[:-1])
    radius: float | None = None
    if size is not None and wide.endswith("m"):
        radius = size / 2
    elif size is not None and size <= 25:
        radius = PIXEL_M * math.cos(math.radians(values[0])) / 2**size * HALF_SCREEN
    yield checked(raw, values[0], values[1], radius and round(radius, 1))


def _pair(raw: str, value: str) -> "Position | None":
    """Read `LAT,LON`, `loc:LAT,LON`, `ll.LAT,LON`, `Name@LAT,LON` and `LAT,LON(Name)`."""
    value = value.strip().removeprefix("loc:").removeprefix("ll.").partition("(")[0].rpartition("@")[2]
    numbers = [signed(part) for part in value.split(",")]
    if len(numbers) in (2, 3) and numbers[0] is not None and numbers[1] is not None:
        return checked(raw, numbers[0], numbers[1])
    return _coded(value)


def _number_at(text: str) -> "float | None":
    """Return the number at the start of a text, with its sign."""
    end = 0
    while end < len(text) and text[end] in "+-.0123456789":
        end += 1
    return signed(text[:end])


def _uri(raw: str) -> Position:
    """Read a `geo:` URI (RFC 5870); the `?q=LAT,LON` that phones write after `geo:0,0` counts."""
    path, _, query = raw[4:].partition("?")
    asked = _Link("?" + query).values.get("q", "")
    found = _pair(raw, asked)
    if found:
        return found
    first, *options = path.split(";")
    values = [signed(part) for part in first.split(",")]
    accuracy: float | None = None
    for option in options:
        name, _, value = option.partition("=")
        if name.lower() == "u":
            accuracy = number(value)
        elif name.lower() == "crs" and value.lower() != "wgs84":
            raise bad(raw, "position_form")
    if len(values) not in (2, 3) or values[0] is None or values[1] is None:
        raise bad(raw, "position_form")
    if asked and not (values[0] or values[1]):
        raise bad(raw, "link_empty", "link")
    return checked(raw, values[0], values[1], accuracy)


def _undo(text: str) -> str:
    """Undo percent-encoding; what is no UTF-8 becomes a replacement character."""
    first, *rest = text.split("%")
    out = first.encode("utf-8", "replace")
    for part in rest:
        code = part[:2]
        if len(code) == 2 and all(char in "0123456789abcdefABCDEF" for char in code):
            out += bytes([int(code, 16)]) + part[2:].encode("utf-8", "replace")
        else:
            out += b"%" + part.encode("utf-8", "replace")
    return out.decode("utf-8", "replace")
