"""Make rows of our tables of places from elements of OpenStreetMap: tags to kinds, and nothing that is not said.

Telephone numbers are not taken in: anyone may edit the map, and TLS alone guards the way here.
"""

from safetravel_cli.domain import places as kinds
from safetravel_cli.sync.feeds.feed import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Row = dict[str, Any]

RELIGIONS = frozenset(
    "bahai buddhist chinese_folk christian confucian hindu jain jewish multifaith muslim shinto sikh taoist zoroastrian".split()
)
HOUSES = {
    "muslim": "mosque", "christian": "church", "hindu": "temple", "buddhist": "temple", "taoist": "temple", "jain": "temple",
    "confucian": "temple", "chinese_folk": "temple", "sikh": "gurdwara", "jewish": "synagogue", "shinto": "shrine",
}  # fmt: skip
PRAYER_ROOMS = ("musholla", "mushola", "musala", "musalla", "surau", "prayer room", "prayer_room")
# A sight is what the first of these says.
SIGHTS = {
    "tourism": frozenset("museum attraction viewpoint gallery zoo theme_park aquarium".split()),
    "historic": frozenset("castle fort monument ruins archaeological_site city_gate".split()),
    "waterway": frozenset(["waterfall"]),
}


def rows(kind: str, elements: "Iterable[Row]", country: "Callable[[float, float], str]", base: str) -> "list[Row]":
    """Return the places of a kind (worship, halal, hospital, sights), each id once; those that are not wanted are left out.

    `country` gives the code of a point, '' for one that is not wanted; `base` is the day of the map data.
    """
    found: dict[str, Row] = {}
    for element in elements:
        tags = element["tags"]
        own = OWN[kind](tags)
        code = country(element["latitude"], element["longitude"]) if own else ""
        if not own or not code:
            continue
        found[element["id"]] = {
            "place_id": element["id"],
            "latitude": element["latitude"],
            "longitude": element["longitude"],
            "country_code": code,
            **_texts(tags),
            **own,
            "precision": "exact",
            "confidence": "one_source",
            "source": "openstreetmap",
            "as_of": base,
        }
    return list(found.values())


def _texts(tags: "dict[str, str]") -> "Row":
    street = " ".join(filter(None, (tags.get("addr:street"), tags.get("addr:housenumber"))))
    texts = {
        "name": tags.get("name"),
        "name_en": tags.get("name:en") or tags.get("int_name"),
        "city": tags.get("addr:city"),
        "address": tags.get("addr:full") or street,
        "opening_hours": tags.get("opening_hours"),
        "website": _website(tags.get("website") or tags.get("contact:website") or ""),
    }
    return {name: clean(text) or None if text else None for name, text in texts.items()}


def _website(text: str) -> str:
    """Return an address of the web that can be shown as it is, else ''."""
    whole = text.strip()
    plain = whole.startswith(("https://", "http://")) and whole.isascii() and len(whole) <= 200
    return whole if plain and not any(letter.isspace() or letter in '<>"\\^`{|}' for letter in whole) else ""


def _worship(tags: "dict[str, str]") -> "Row | None":
    if tags.get("amenity") != "place_of_worship":
        return None
    said = tags.get("religion", "").strip().lower()
    religion = said if said in RELIGIONS else "other" if said else None
    names = " ".join(tags.get(name, "").lower() for name in ("name", "place_of_worship", "building"))
    if religion == "muslim" and any(word in names for word in PRAYER_ROOMS):
        kind = "musholla"
    elif tags.get("place_of_worship") == "shrine":
        kind = "shrine"
    else:
        kind = HOUSES.get(religion or "", "place_of_worship")
    return {"religion": religion, "denomination": _word(tags.get("denomination", "")), "kind": kind}


def _halal(tags: "dict[str, str]") -> "Row | None":
    if tags.get("diet:halal") not in ("yes", "only"):
        return None
    cuisine = [word for part in tags.get("cuisine", "").split(";") if (word := _word(part))]
    return {"kind": "restaurant", "halal": tags["diet:halal"], "cuisine": "|".join(cuisine[:12]) or None}


def _hospital(tags: "dict[str, str]") -> "Row | None":
    if tags.get("amenity") not in ("hospital", "clinic"):
        return None
    return {"kind": tags["amenity"], "emergency": {"yes": 1, "no": 0}.get(tags.get("emergency", ""))}


def _sight(tags: "dict[str, str]") -> "Row | None":
    kind = next((tags[key] for key, known in SIGHTS.items() if tags.get(key) in known), "")
    if not kind or not tags.get("name"):
        return None
    number = tags.get("wikidata", "")
    return {"kind": kind, "wikidata_id": number if number[:1] == "Q" and number[1:].isdigit() and number.isascii() else None}


def _word(text: str) -> "str | None":
    """Return one of the map's own words (lower case, with _), else None."""
    word = text.strip().lower()
    return word if 0 < len(word) < 40 and word.isascii() and word.replace("_", "").replace("-", "").isalnum() else None


OWN = {"worship": _worship, "halal": _halal, "hospital": _hospital, "sights": _sight}
assert set(OWN) == set(kinds.FETCHED)
