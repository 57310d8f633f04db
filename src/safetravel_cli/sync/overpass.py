"""The query interface of OpenStreetMap: what to ask for a kind of place in an area, and what an answer says.

An answer with status 200 may be an error all the same: then `remark` says so, and what came with it is a part.
"""

from collections import namedtuple

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import changed, day, load_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]

NAME = "overpass"
# One request at a time; the second address is another operator's, for when the first is down.
URLS = ("https://overpass-api.de/api/interpreter", "https://overpass.private.coffee/api/interpreter")
SOURCE, LICENCE = "openstreetmap", "ODbL-1.0"
# Seconds and bytes of memory that the server is asked for, so that it can refuse at once what it cannot do.
SERVER_SECONDS, SERVER_BYTES = 60, 268_435_456
# What an element takes in an answer, on the generous side; it travels compressed.
BYTES_EACH = 500

# The middle of a circle is told to a hundredth of a degree, which is this far off at most.
ROUNDED_M = 800
# Where to look: a circle, or the area of a country by its code.
Area = namedtuple("Area", "latitude longitude radius_m country_code")
# `base` is the day of the map data; elements are those that have an id and a position.
Answer = namedtuple("Answer", "base elements raw")

# Kind -> filters of Overpass QL, any of which makes a place of that kind.
FILTERS = {
    "worship": ('["amenity"="place_of_worship"]',),
    "halal": ('["amenity"~"^(restaurant|fast_food|cafe|food_court)$"]["diet:halal"~"^(yes|only)$"]',),
    "hospital": ('["amenity"~"^(hospital|clinic)$"]',),
    "sights": (
        '["tourism"~"^(museum|attraction|viewpoint|gallery|zoo|theme_park|aquarium)$"]["name"]',
        '["historic"~"^(castle|fort|monument|ruins|archaeological_site|city_gate)$"]["name"]',
        '["waterway"="waterfall"]["name"]',
    ),
}


def query(kind: str, area: Area, count: bool) -> str:
    """Return the query for all places of a kind in an area, or (`count`) only how many they are."""
    if area.country_code:
        where, before = "(area.a)", f'area["ISO3166-1"="{area.country_code}"]->.a;'
    else:
        where, before = f"(around:{area.radius_m + ROUNDED_M:.0f},{area.latitude:.2f},{area.longitude:.2f})", ""
    parts = "".join(f"nwr{one}{where};" for one in FILTERS[kind])
    ending = "out count;" if count else "out tags center qt;"
    return f"[out:json][timeout:{SERVER_SECONDS}][maxsize:{SERVER_BYTES}];{before}({parts});{ending}"


def address(url: str, text: str) -> str:
    """Return the address that asks an interpreter."""
    from urllib.parse import quote

    return f"{url}?data={quote(text, safe='')}"


def parse_count(body: bytes) -> int:
    """Return how many elements a query finds.

    Raises:
        IntegrityError: not the known shape, or an error of the server.
    """
    elements = _checked(body)["elements"]
    tags = elements[0].get("tags") if len(elements) == 1 and isinstance(elements[0], dict) else None
    total = tags.get("total") if isinstance(tags, dict) else None
    if not isinstance(total, (str, int)) or isinstance(total, bool) or not str(total).isascii() or not str(total).isdigit():
        raise changed(NAME, "no count")
    return min(int(str(total)[:12]), 10**9)


def parse(body: bytes) -> Answer:
    """Return the elements of an answer; those without an id, tags or a position are left out.

    Raises:
        IntegrityError: not the known shape, or an error of the server.
    """
    answer = _checked(body)
    base = answer.get("osm3s")
    stamp = base.get("timestamp_osm_base") if isinstance(base, dict) else None
    elements = [row for one in answer["elements"] if (row := _element(one))]
    return Answer(day(str(stamp or "")[:10], NAME), elements, len(answer["elements"]))


def _checked(body: bytes) -> "Row":
    answer = load_json(body, NAME)
    remark = answer.get("remark")
    if isinstance(remark, str) and "error" in remark.lower():
        late = any(word in remark.lower() for word in ("timed out", "timeout", "out of memory"))
        raise errors.IntegrityError("sync_places.too_much" if late else "sync_places.remark")
    if not isinstance(answer.get("elements"), list):
        raise changed(NAME, "no elements")
    return answer


def _element(one: object) -> "Row | None":
    """Return kind, id, latitude, longitude and tags of an element, or None."""
    if not isinstance(one, dict) or one.get("type") not in ("node", "way", "relation"):
        return None
    spot = one if one["type"] == "node" else one.get("center")
    number, tags = one.get("id"), one.get("tags")
    if not isinstance(spot, dict) or not isinstance(tags, dict) or not isinstance(number, int) or isinstance(number, bool):
        return None
    latitude, longitude = _degrees(spot.get("lat"), 90), _degrees(spot.get("lon"), 180)
    if latitude is None or longitude is None or not 0 < number < 1 << 63:
        return None
    known = {str(name): value for name, value in tags.items() if isinstance(value, str)}
    return {"id": f"osm-{one['type'][0]}{number}", "latitude": latitude, "longitude": longitude, "tags": known}


def _degrees(value: object, most: float) -> "float | None":
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -most <= value <= most:
        return None
    return float(value)
