"""Indonesian missions: which is in charge of a place, which are near, how to call them.

How the one in charge is found: data/schema/mission_division.json and mission_division_rule.json; by division where several
missions share a country, else by accreditation, else the mission of the state that a territory belongs to.
"""

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

HOME = "ID"
OLD_AFTER_DAYS = 730
# A degree of latitude is nowhere shorter.
METRES_PER_DEGREE = 110_570

COLUMNS = (
    "mission_id", "short_name", "name_en", "name_id", "kind", "country_code", "serves_country_code", "city", "address",
    "latitude", "longitude", "position_precision", "email", "website", "time_zone", "note_en", "note_id", "as_of",
)  # fmt: skip

# Beyond this the way goes by air or sea, which no route for roads knows.
ROUTE_M = 1_000_000
# A traveller who saved a place an hour ago has left it.
ROUTE_AGE_S = 3600

# A mission that stands in the country and serves it comes before one that covers it from elsewhere.
_COVERING = """SELECT mission_id, basis, a.source, a.as_of, m.kind FROM mission_accreditation a JOIN mission m USING (mission_id)
    WHERE a.country_code = ? AND m.serves_citizens = 1
    ORDER BY coalesce(m.serves_country_code, '') = a.country_code DESC, basis = 'host' DESC, basis = 'accredited' DESC,
    m.kind = 'embassy' DESC, mission_id"""

_DIVISIONS = """SELECT admin1_code, mission_id, division_name, part, basis, note_en, note_id FROM mission_division
    WHERE country_code = ?"""
_PLACED = """SELECT mission_id, country_code, latitude, longitude, position_precision FROM mission
    WHERE serves_citizens = 1 ORDER BY mission_id"""
_CENTRAL = """SELECT * FROM central_contact WHERE number_e164 > '' AND coalesce(country_code, '') IN ('', ?) ORDER BY rank"""


# The index has the latitude in whole degrees.
_CITIES = """SELECT geonames_id, admin1_code, latitude, longitude FROM city
    WHERE country_code = ? AND CAST(latitude AS INTEGER) BETWEEN ? AND ? AND latitude BETWEEN ? AND ?
    AND (longitude BETWEEN ? AND ? OR ?)"""


def by_id(
    snapshot: "Snapshot", ids: "Sequence[str]", sources: "Sources", now: float, max_age: int = 0
) -> "list[dict[str, object]]":
    """Return the missions with these ids, in that order, each with `hotlines` and `phones`.

    A number is {number (E.164), kind, extension, label_en, label_id, whatsapp, old, source, as_of}; `old` says that
    it was last seen more than two years (or `max_age` days) before `now` (seconds since 1970).
    """
    marks = ",".join("?" * len(ids))
    rows = snapshot.rows(f"SELECT * FROM mission WHERE mission_id IN ({marks})", *ids)  # noqa: S608
    numbers = snapshot.rows(f"SELECT * FROM mission_phone WHERE mission_id IN ({marks}) ORDER BY rank", *ids)  # noqa: S608
    found = {}
    for row in rows:
        mission = {column: row[column] if row[column] is not None else "" for column in COLUMNS}
        mission["source"] = sources(row["source"])
        mission["hotlines"], mission["phones"] = [], []
        found[str(row["mission_id"])] = mission
    for number in numbers:
        fact = _number(number, sources, now, max_age)
        home = found[str(number["mission_id"])]["hotlines" if number["kind"] == "hotline" else "phones"]
        assert isinstance(home, list)
        home.append(fact)
    return [found[one] for one in ids if one in found]


def _number(row: "dict[str, object]", sources: "Sources", now: float, max_age: int) -> "dict[str, object]":
    as_of = str(row["as_of"] or "")
    return {
        "number": row["number_e164"],
        "kind": row["kind"],
        "extension": row["extension"] or "",
        "label_en": row["label_en"],
        "label_id": row["label_id"],
        "whatsapp": bool(row["whatsapp"]),
        "old": days_old(as_of, now) > (max_age or OLD_AFTER_DAYS),
        "source": sources(row["source"]),
        "as_of": as_of,
    }


def days_old(as_of: str, now: float) -> int:
    """Return the days from YYYY, YYYY-MM or YYYY-MM-DD (the first of the month or year) to `now`; 0 for a blank date."""
    parts = [int(part) for part in as_of[:10].split("-") if part.isdigit()]
    if not parts:
        return 0
    year, month, day = [*parts, 1, 1][:3]
    # Days to the first of March of year 0 make February the last month: the usual count of the proleptic calendar.
    then = _days(year, month, day)
    today = time.gmtime(now)
    return _days(today.tm_year, today.tm_mon, today.tm_mday) - then


def _days(year: int, month: int, day: int) -> int:
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day


def covering(snapshot: "Snapshot", country_code: str) -> "list[dict[str, object]]":
    """Return mission_id, basis (host, accredited, also_covers), kind of those that cover a country, the first in charge first."""
    return snapshot.rows(_COVERING, country_code)


def in_charge(
    snapshot: "Snapshot",
    country_code: str,
    latitude: "float | None" = None,
    longitude: "float | None" = None,
    geonames_id: "int | None" = None,
) -> "dict[str, object] | None":
    """Return the mission in charge of a place: mission_id, basis, certainty, division, reason_en/id, note_en/id.

    `basis` is division, host, accredited, also_covers, territory, or embassy (several missions share the country and the
    place is not known well enough). `certainty` is named (the ministry says so), inferred, or open (basis embassy).
    None in Indonesia and where there is no mission.
    """
    if country_code == HOME:
        return None
    if latitude is not None and longitude is not None:
        charge = _by_division(snapshot, country_code, latitude, longitude, geonames_id)
        if charge:
            return charge
    rows = covering(snapshot, country_code)
    if rows:
        if sum(row["basis"] == "host" for row in rows) > 1:
            return _charge(rows[0]["mission_id"], "embassy", "open")
        return _charge(rows[0]["mission_id"], rows[0]["basis"], "inferred" if rows[0]["basis"] == "also_covers" else "named")
    row = snapshot.row("SELECT * FROM dependent_territory WHERE country_code = ?", country_code)
    if not row or not row["mission_id"]:
        return None
    return _charge(row["mission_id"], "territory", "inferred", row)


def _charge(mission_id: object, basis: object, certainty: object, row: "dict[str, object] | None" = None) -> "dict[str, object]":
    row = row or {}
    return {
        "mission_id": mission_id,
        "basis": basis,
        "certainty": certainty,
        "division": row.get("division_name") or "",
        "reason_en": row.get("reason_en") or "",
        "reason_id": row.get("reason_id") or "",
        "note_en": row.get("note_en") or "",
        "note_id": row.get("note_id") or "",
    }


def _by_division(
    snapshot: "Snapshot", country_code: str, latitude: float, longitude: float, geonames_id: "int | None"
) -> "dict[str, object] | None":
    """Decide by the division of the nearest place of the country; None where the country is not shared by division."""
    divisions = snapshot.rows(_DIVISIONS, country_code)
    if len({row["mission_id"] for row in divisions}) == 1:
        return None
    rules = snapshot.rows("SELECT * FROM mission_division_rule WHERE country_code = ?", country_code) if divisions else []
    for place in places_near(snapshot, country_code, latitude, longitude, geonames_id) if divisions else ():
        here = [row for row in divisions if row["admin1_code"] == place["admin1_code"]]
        for rule in rules:
            if _meets(rule, place, latitude):
                row = next((one for one in here if one["mission_id"] == rule["mission_id"]), rule)
                return _charge(rule["mission_id"], "division", row["basis"], row)
        for row in here:
            if not row["part"]:
                return _charge(row["mission_id"], "division", row["basis"], row)
    return None


def _meets(rule: "dict[str, object]", place: "dict[str, object]", latitude: float) -> bool:
    if rule["admin1_code"] and rule["admin1_code"] != place["admin1_code"]:
        return False
    if rule["rule_kind"] == "geonames_ids":
        return str(place["geonames_id"]) in str(rule["geonames_ids"]).split()
    return rule["rule_kind"] == "south_of_latitude" and latitude < float(str(rule["latitude"]))


def places_near(
    snapshot: "Snapshot", country_code: str, latitude: float, longitude: float, geonames_id: "int | None" = None
) -> "list[dict[str, object]]":
    """Return up to twenty GeoNames places of a country nearest to a point, the place itself first where its id is known."""
    from safetravel_cli.geo import distance

    chord = distance.chord_from(latitude, longitude)
    rows: list[dict[str, object]] = []
    for degrees in (0.06, 0.3, 1.5, 8.0, 360.0):
        # A degree of longitude shrinks towards the poles; a box across 180 degrees is not worth its trouble.
        wide = degrees / max(0.1, 1 - abs(latitude) / 90)
        everywhere = degrees == 360 or abs(longitude) + wide > 180
        south, north = latitude - degrees, latitude + degrees
        box = (int(south), int(north), south, north, longitude - wide, longitude + wide, everywhere)
        rows = snapshot.rows(_CITIES, country_code, *box)
        ranked = [(chord(float(str(row["latitude"])), float(str(row["longitude"]))), at) for at, row in enumerate(rows)]
        # A corner of the box is farther away than a place just outside its side.
        if ranked and (degrees == 360 or min(ranked)[0] <= (degrees * METRES_PER_DEGREE) ** 2):
            rows = [rows[at] for _, at in sorted(ranked)]
            break
    rows.sort(key=lambda row: row["geonames_id"] != geonames_id)
    return rows[:20]


def nearest(snapshot: "Snapshot", latitude: float, longitude: float, count: int) -> "list[dict[str, object]]":
    """Return the nearest missions that serve citizens: mission_id, country_code, distance_m, bearing_deg, approximate.

    Ranked by chord; the geodesic is measured to the listed point for the rows returned. `approximate` says that this point
    is only the centre of a city or district.
    """
    rows = snapshot.rows(_PLACED)
    points = [(float(str(row["latitude"])), float(str(row["longitude"])), row) for row in rows]
    from safetravel_cli.geo import distance

    return [{**row, **measure(latitude, longitude, row)} for row in distance.nearest(latitude, longitude, points, count)]


def measure(latitude: float, longitude: float, mission: "dict[str, object]") -> "dict[str, object]":
    """Return distance_m (whole metres), bearing_deg (one decimal) and approximate of a mission from a point."""
    from safetravel_cli.geo import distance

    metres, bearing = distance.geodesic(latitude, longitude, float(str(mission["latitude"])), float(str(mission["longitude"])))
    return {
        "distance_m": round(metres),
        "bearing_deg": round(bearing, 1) % 360,
        "approximate": mission["position_precision"] in ("city", "district"),
    }


def departure(spot: "dict[str, Any]") -> "tuple[float, float] | None":
    """Return the position from which a route may begin: known exactly, and not of an hour ago."""
    place = spot["place"]
    if not place or place.latitude is None or place.precision != "exact" or (spot["position"]["age_s"] or 0) > ROUTE_AGE_S:
        return None
    return place.latitude, place.longitude


def links(start: "tuple[float, float] | None", row: "dict[str, object]") -> "dict[str, str]":
    """Return addresses of the way to a mission: `map` (web), `route` (web, from `start`), `geo` (RFC 5870, for a map app).

    A mission known only to its city or district has a map of the city and nothing else: no route to a wrong door. A route is
    left out, too, across a border and beyond ROUTE_M.
    """
    at = float(str(row["latitude"])), float(str(row["longitude"]))
    spot = f"{at[0]:.5f}/{at[1]:.5f}"
    if row["approximate"]:
        return {"map": f"https://www.openstreetmap.org/#map=12/{spot}", "route": "", "geo": ""}
    mark = f"{at[0]:.5f},{at[1]:.5f}"
    near = not row.get("across_border") and float(str(row["distance_m"])) <= ROUTE_M
    begin = f"{start[0]:.5f},{start[1]:.5f}" if start else ""
    return {
        "map": f"https://www.openstreetmap.org/?mlat={at[0]:.5f}&mlon={at[1]:.5f}#map=17/{spot}",
        "route": f"https://www.openstreetmap.org/directions?from={begin}&to={mark}" if near else "",
        "geo": f"geo:{mark}",
    }


def central(snapshot: "Snapshot", country_code: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return the telephone contacts of the ministry that serve every country, and those for this country, first rank first."""
    rows = snapshot.rows(_CENTRAL, country_code)
    return [
        {
            "number": row["number_e164"],
            "title_en": row["title_en"],
            "title_id": row["title_id"],
            "channel": row["channel"],
            "country_code": row["country_code"] or "",
            "note_en": row["note_en"] or "",
            "note_id": row["note_id"] or "",
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in rows
    ]
