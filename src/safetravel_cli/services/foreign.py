"""Missions of other countries than Indonesia, as Wikidata had them: fit for finding one and its web page."""

from safetravel_cli.geo import distance
from safetravel_cli.geo.borders import Borders
from safetravel_cli.lookup import country
from safetravel_cli.services import hours, missions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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


def facts(
    snapshot: "Snapshot", sender: str, code: str, spot: "dict[str, Any]", sources: "Sources", now: float, near: bool = False
) -> "dict[str, object]":
    """Return `sender` and `sender_names`, the missions of the sender in a country (`foreign`), those accredited to it from
    elsewhere (`accredited`), and the nearest of all to a place with a position (`nearest`).

    `spot` is what geo.whereami found. Those in the country stand embassies first, or with `near` by distance.

    Raises:
        NotFound, Ambiguous: no such sending country.
    """
    # The option asks for a code, so a code it is, whatever else the two letters mean.
    known = country.named(snapshot, [sender.upper()]) if len(sender) == 2 else []
    found = str(known[0]["code"]) if known else country.find(snapshot, sender).code
    names = country.named(snapshot, [found])[0]
    rows = snapshot.rows("SELECT * FROM foreign_mission WHERE sending_country_code = ? ORDER BY mission_id", found)
    place = spot["place"]

    def full(row: "dict[str, object]") -> "dict[str, object]":
        return _fact(snapshot, row, spot, code, sources, now)

    here = [full(row) for row in _ranked(rows) if row["country_code"] == code]
    if near:
        here.sort(key=lambda row: float(str(row.get("distance_m", "inf"))))
    return {
        "sender": found,
        "sender_names": {"en": names["name_en"], "id": names["name_id"]},
        "foreign": here,
        "accredited": [full(row) for row in rows if code and code in str(row["accredited_country_codes"] or "").split()],
        "nearest": [full(row) for row in _nearest(rows, place)],
        "in_charge": None,
    }


def marked(data: "dict[str, Any]") -> "list[dict[str, Any]]":
    """Return the missions to put on a map: those in the country, else the nearest."""
    rows = [row for row in data["foreign"] if "distance_m" in row]
    return sorted(rows or data["nearest"], key=lambda row: row["distance_m"])[:SHOWN]


def _ranked(rows: "list[dict[str, object]]") -> "list[dict[str, object]]":
    def rank(row: "dict[str, object]") -> int:
        return RANKS.index(str(row["kind"])) if row["kind"] in RANKS else len(RANKS)

    return sorted(rows, key=rank)


def _fact(
    snapshot: "Snapshot", row: "dict[str, object]", spot: "dict[str, Any]", code: str, sources: "Sources", now: float
) -> "dict[str, object]":
    fact = sources.fact(row, *COLUMNS)
    place: Place | None = spot["place"]
    if place and place.latitude is not None and place.longitude is not None and row["latitude"] is not None:
        there = float(str(row["latitude"])), float(str(row["longitude"]))
        metres, bearing = distance.geodesic(place.latitude, place.longitude, *there)
        fact["distance_m"], fact["bearing_deg"] = round(metres), round(bearing, 1) % 360
        fact["approximate"] = row["position_precision"] in ("city", "district", None, "")
        fact["across_border"] = row["country_code"] != code
        zone = Borders(snapshot.db).lookup(*there).zone or ""
        clock = str(row["country_code"]), str(row["sending_country_code"]), zone
        fact["opening"] = hours.likely(snapshot, *clock, now, sources)
        fact["links"] = missions.links(missions.departure(spot), fact)
    return fact


def _nearest(rows: "list[dict[str, object]]", place: "Place | None") -> "list[dict[str, object]]":
    if not place or place.latitude is None or place.longitude is None:
        return []
    points = [(float(str(row["latitude"])), float(str(row["longitude"])), row) for row in rows if row["latitude"] is not None]
    return distance.nearest(place.latitude, place.longitude, points, SHOWN)
