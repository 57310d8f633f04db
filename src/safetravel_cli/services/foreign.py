"""Missions of other countries than Indonesia, as Wikidata had them: fit for finding one and its web page."""

from safetravel_cli.geo import distance
from safetravel_cli.lookup import country

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.geo.place import Place
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

SHOWN = 5
COLUMNS = (
    "mission_id", "kind", "country_code", "city", "address", "latitude", "longitude", "position_precision",
    "phone_e164", "email", "website",
)  # fmt: skip
# The offices that serve citizens first, honorary ones and trade offices last.
RANKS = (
    "embassy",
    "high_commission",
    "apostolic_nunciature",
    "de_facto_embassy",
    "representative_office",
    "consulate_general",
    "consulate",
)


def facts(snapshot: "Snapshot", sender: str, code: str, place: "Place | None", sources: "Sources") -> "dict[str, object]":
    """Return `sender` and `sender_names`, the missions of the sender in a country (`foreign`), those accredited to it from
    elsewhere (`accredited`), and the nearest of all to a place with a position (`nearest`).

    Raises:
        NotFound, Ambiguous: no such sending country.
    """
    # The option asks for a code, so a code it is, whatever else the two letters mean.
    known = country.named(snapshot, [sender.upper()]) if len(sender) == 2 else []
    found = str(known[0]["code"]) if known else country.find(snapshot, sender).code
    names = country.named(snapshot, [found])[0]
    rows = snapshot.rows("SELECT * FROM foreign_mission WHERE sending_country_code = ? ORDER BY mission_id", found)
    return {
        "sender": found,
        "sender_names": {"en": names["name_en"], "id": names["name_id"]},
        "foreign": [_fact(row, place, sources) for row in _ranked(rows) if row["country_code"] == code],
        "accredited": [_fact(row, place, sources) for row in rows if code in str(row["accredited_country_codes"] or "").split()],
        "nearest": _nearest(rows, place, code, sources),
        "in_charge": None,
    }


def _ranked(rows: "list[dict[str, object]]") -> "list[dict[str, object]]":
    def rank(row: "dict[str, object]") -> int:
        return RANKS.index(str(row["kind"])) if row["kind"] in RANKS else len(RANKS)

    return sorted(rows, key=rank)


def _fact(row: "dict[str, object]", place: "Place | None", sources: "Sources") -> "dict[str, object]":
    fact = sources.fact(row, *COLUMNS)
    if place and place.latitude is not None and row["latitude"] is not None:
        there = float(str(row["latitude"])), float(str(row["longitude"]))
        metres, bearing = distance.geodesic(place.latitude, place.longitude, *there)
        fact["distance_m"], fact["bearing_deg"] = round(metres), round(bearing, 1) % 360
        fact["approximate"] = row["position_precision"] in ("city", "district", None, "")
    return fact


def _nearest(rows: "list[dict[str, object]]", place: "Place | None", code: str, sources: "Sources") -> "list[dict[str, object]]":
    if not place or place.latitude is None:
        return []
    points = [(float(str(row["latitude"])), float(str(row["longitude"])), row) for row in rows if row["latitude"] is not None]
    near = distance.nearest(place.latitude, place.longitude, points, SHOWN)
    return [{**_fact(row, place, sources), "across_border": row["country_code"] != code} for row in near]
