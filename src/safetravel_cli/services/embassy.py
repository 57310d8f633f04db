"""Missions for a place: the one in charge first, then the nearest, then across a border."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.geo import whereami
from safetravel_cli.services import hours, missions
from safetravel_cli.services.sources import Sources
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

NEAREST = 5


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `embassy [PLACE] [--near] [--for CC]`; without PLACE from where the traveller is.

    Data: position, country, names, control, in_charge, in_charge_by_control, nearest, missions, central, asean_help
    (docs/reference/json-output.md); with `--for`, those of services.foreign; with `--map`, map (None without a position).

    Raises:
        UsageError, NotFound, Ambiguous: the place or the country cannot be understood.
    """
    snapshot = open_snapshot(env)
    words = arguments.get("place") or []
    assert isinstance(words, list)
    spot = whereami.where(env, " ".join(map(str, words)), snapshot, whereami.LOOK_UP_S)
    sources = Sources(snapshot, env.language)
    data = described(snapshot, spot, sources)
    code = str(spot["country_code"] or "")
    if arguments.get("for_country"):
        from safetravel_cli.services import foreign

        near = bool(arguments.get("near"))
        data.update(foreign.facts(snapshot, str(arguments["for_country"]), code, spot, sources, env.now(), near))
        if data["sender"] != missions.HOME:
            if arguments.get("map"):
                data["map"] = _map(snapshot, env, spot["place"], foreign.marked(data), sources)
            return Answer(data)
    data.update(_missions(snapshot, spot, code, sources, env))
    data["central"] = missions.central(snapshot, code, sources)
    data["asean_help"] = _asean_help(snapshot, code, sources)
    if arguments.get("map"):
        data["map"] = _map(snapshot, env, spot["place"], _marked(data), sources)
    return Answer(data)


def described(snapshot: "Snapshot", spot: "dict[str, Any]", sources: Sources) -> "dict[str, object]":
    """Return what is known of the place: position, country with names, control, areas, other cities of that name."""
    place: Place | None = spot["place"]
    control = str(spot["control"])
    return {
        "position": spot["position"],
        "place": place and {"name_en": place.name_en, "name_id": place.name_id, "kind": place.kind, "precision": place.precision},
        "read_as": place.read_as if place else "",
        "others": place.others if place else [],
        "hint": spot["hint"],
        "country": spot["country_code"],
        "names": _names(snapshot, str(spot["country_code"] or "")),
        "candidates": [{"country": one, "names": _names(snapshot, str(one))} for one in spot["candidates"]],
        "sea_km": round(place.sea_km, 1) if place and place.sea_km else 0.0,
        "control": control,
        "control_names": _names(snapshot, control),
        "areas": [{**area._asdict(), "source": sources(area.source)} for area in (place.areas if place else [])],
    }


def _names(snapshot: "Snapshot", code: str) -> "dict[str, object] | None":
    if not code:
        return None
    table, key = ("control_party", "control") if code.startswith("x-") else ("country", "country_code")
    row = snapshot.row(f"SELECT name_en, name_id FROM {table} WHERE {key} = ?", code)  # noqa: S608
    return {"en": row["name_en"], "id": row["name_id"]} if row else {"en": code, "id": code}


def _missions(snapshot: "Snapshot", spot: "dict[str, Any]", code: str, sources: Sources, env: "Env") -> "dict[str, object]":
    place: Place | None = spot["place"]
    here = (place.latitude, place.longitude) if place and place.latitude is not None else None
    charge = None
    if code:
        latitude, longitude = here or (None, None)
        charge = missions.in_charge(snapshot, code, latitude, longitude, place.geonames_id if place else None)
    control = str(spot["control"])
    other = missions.in_charge(snapshot, control) if len(control) == 2 else None
    near = missions.nearest(snapshot, *here, NEAREST) if here else []
    rest = [str(row["mission_id"]) for row in missions.covering(snapshot, code)] if code else []
    ids = dict.fromkeys([str(one["mission_id"]) for one in (charge, other, *near) if one] + rest)
    known = {str(one["mission_id"]): one for one in missions.by_id(snapshot, list(ids), sources, env.now(), env.max_age)}
    if not here:
        _add_divisions(snapshot, code, known)
    far = {str(row["mission_id"]): row for row in near}
    for one in (charge, other):
        if here and one and one["mission_id"] not in far:
            far[str(one["mission_id"])] = missions.measure(*here, known[str(one["mission_id"])])

    start = missions.departure(spot)
    clocks: dict[tuple[str, str], dict[str, object] | None] = {}

    def full(row: "dict[str, object]") -> "dict[str, object]":
        one = str(row["mission_id"])
        fact = {**known[one], **far.get(one, {}), **row, "across_border": known[one]["country_code"] != code}
        if "distance_m" in fact:
            clock = str(fact["country_code"]), str(fact["time_zone"])
            if clock not in clocks:
                clocks[clock] = hours.likely(snapshot, clock[0], missions.HOME, clock[1], env.now(), sources)
            fact["opening"] = clocks[clock]
            fact["links"] = missions.links(start, fact)
        return fact

    by_control = full(other) if other and not (charge and other["mission_id"] == charge["mission_id"]) else None
    return {
        "in_charge": full(charge) if charge else None,
        "in_charge_by_control": by_control,
        "nearest": [full(row) for row in near],
        "missions": [full({"mission_id": one}) for one in rest],
    }


def _marked(data: "dict[str, Any]") -> "list[dict[str, Any]]":
    """Return the missions to put on a map: the one in charge, then the nearest as far as that or as the first of the country."""
    first = [data[key] for key in ("in_charge", "in_charge_by_control") if data[key]]
    home = next((row for row in data["nearest"] if not row["across_border"]), None)
    wanted = first + ([home] if home else [])
    limit = max((row["distance_m"] for row in wanted if "distance_m" in row), default=None)
    near = [row for row in data["nearest"] if limit is None or row["distance_m"] <= limit]
    return list({row["mission_id"]: row for row in first + near}.values())


def _map(
    snapshot: "Snapshot", env: "Env", place: "Place | None", rows: "list[dict[str, Any]]", sources: Sources
) -> "dict[str, object] | None":
    if not place or place.latitude is None or place.longitude is None:
        return None
    from safetravel_cli.geo.chart import MARKS
    from safetravel_cli.services import maps

    points = [(row["latitude"], row["longitude"]) for row in rows]
    marks = [{"mark": sign, "mission_id": row["mission_id"]} for sign, row in zip(MARKS, rows, strict=False)]
    return {**maps.draw(snapshot, env, (place.latitude, place.longitude), points, sources), "marks": marks}


def _add_divisions(snapshot: "Snapshot", code: str, known: "dict[str, dict[str, object]]") -> None:
    """Tell which divisions each of several missions in a country covers."""
    sql = "SELECT mission_id, division_name FROM mission_division WHERE country_code = ? ORDER BY division_name"
    rows = snapshot.rows(sql, code)
    if len({row["mission_id"] for row in rows}) < 2:
        return
    for one, mission in known.items():
        mission["divisions"] = [row["division_name"] for row in rows if row["mission_id"] == one]


def _asean_help(snapshot: "Snapshot", code: str, sources: Sources) -> "list[dict[str, object]]":
    rows = snapshot.rows("SELECT * FROM asean_help WHERE country_code = ? ORDER BY asean_country_code", code) if code else []
    return [
        {
            **sources.fact(row, "asean_country_code", "kind", "city", "phone_e164", "website", "note_en", "note_id"),
            "names": _names(snapshot, str(row["asean_country_code"])),
        }
        for row in rows
    ]
