"""Whom to call, before anything else. Each look-up stands alone: what is broken gives a line, never an end.

Without any bundled facts the one number that serves everywhere is still there.
"""

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# The same fact as `kemlu-protection-hotline` in data/call/central_contact.csv; a test holds them equal.
LAST_RESORT = {
    "number": "+6281290070027",
    "title_en": "Ministry of Foreign Affairs, protection of citizens: 24-hour hotline",
    "title_id": "Kementerian Luar Negeri, Direktorat Pelindungan WNI: hotline 24 jam",
    "channel": "telephone whatsapp",
    "country_code": "",
    "note_en": "",
    "note_id": "",
    "source": "Kompas TV, 2024-08-05",
    "as_of": "2024-08-05",
}
NOWHERE = {"lat": None, "lon": None, "method": "unknown", "accuracy_m": None, "age_s": None}


def look(env: "Env", at: "str | None") -> "dict[str, Any]":
    """Return call (whom to call), position, place, country, zone, hint, at, problems[] of where the traveller is.

    `call` has iso2, name_en, name_id, certainty, numbers[], missions[], hotlines[]; at least one hotline always.
    `zone` is the time zone there: name, and seconds east of UTC now, None where unknown. A problem is {id, message key,
    values}. Nothing is raised.
    """
    problems: list[dict[str, object]] = []
    snapshot = snapshot_or_none(env, problems)
    return of_fix(env, snapshot, _where(env, at, snapshot, problems), at, problems)


def of_fix(
    env: "Env", snapshot: "Snapshot | None", fix: "dict[str, Any]", at: "str | None", problems: "list[dict[str, object]]"
) -> "dict[str, Any]":
    """Return what `look` returns, for a fix in the form of geo.whereami; of the fix `position` alone must be there."""
    code = str(fix.get("country_code") or "")
    place = fix.get("place")
    call: dict[str, Any] = {
        "iso2": code,
        "name_en": code,
        "name_id": code,
        "certainty": "",
        "numbers": [],
        "missions": [],
        "hotlines": [],
    }
    if snapshot:
        _facts(snapshot, code, place, env, call, problems)
    call["hotlines"] = call["hotlines"] or [dict(LAST_RESORT)]
    return {
        "call": call,
        "position": fix["position"],
        "place": place and {name: getattr(place, name) for name in ("kind", "name_en", "name_id", "precision", "read_as")},
        "country": code,
        "zone": _zone(env, snapshot, fix, problems),
        "hint": str(fix.get("hint") or ""),
        "at": at or "",
        "problems": problems,
    }


def nothing(at: "str | None") -> "dict[str, Any]":
    """Return what `look` returns where nothing at all is known: the one number that serves everywhere."""
    call = {
        "iso2": "",
        "name_en": "",
        "name_id": "",
        "certainty": "",
        "numbers": [],
        "missions": [],
        "hotlines": [dict(LAST_RESORT)],
    }
    zone = {"name": "", "utc_offset_s": None}
    known = {"call": call, "position": dict(NOWHERE), "place": None, "country": "", "zone": zone}
    return {**known, "hint": "", "at": at or "", "problems": []}


def _try(work: "Callable[[], Any]", problems: "list[dict[str, object]]") -> "Any":
    """Return what `work` gives; where it fails, note the problem and return None."""
    try:
        return work()
    except errors.SafeTravelError as error:
        problems.append({"id": error.key.partition(".")[2], "message": error.key, "values": error.values})
    except Exception as error:
        problems.append({"id": "lookup_failed", "message": "sos.lookup_failed", "values": {"reason": type(error).__name__}})
    return None


def snapshot_or_none(env: "Env", problems: "list[dict[str, object]]") -> "Snapshot | None":
    """Open the bundled facts; where that fails, note the problem and return None."""

    def opened() -> "Snapshot":
        from safetravel_cli.store.snapshot import open_snapshot

        return open_snapshot(env)

    found: Snapshot | None = _try(opened, problems)
    return found


def _zone(
    env: "Env", snapshot: "Snapshot | None", fix: "dict[str, Any]", problems: "list[dict[str, object]]"
) -> "dict[str, object]":
    """Return name and offset of the time zone of a fix; of a country, only where it has a single one."""
    zone: dict[str, object] = {"name": "", "utc_offset_s": None}
    if not snapshot:
        return zone

    def look() -> "dict[str, object]":
        from safetravel_cli.services.hours import offset

        name = fix.get("zone")
        if not name and fix.get("country_code"):
            names = list(snapshot.values("SELECT zone FROM time_zone WHERE country_code = ?", fix["country_code"]))
            name = names[0] if len(names) == 1 else None
        return {"name": str(name), "utc_offset_s": offset(snapshot, str(name), env.now())} if name else zone

    return _try(look, problems) or zone


def _where(env: "Env", at: "str | None", snapshot: "Snapshot | None", problems: "list[dict[str, object]]") -> "dict[str, Any]":
    """Return the fix: of what was given, else of the saved place or time zone; a bare position needs no facts."""

    def ladder(given: "str | None") -> "Any":
        from safetravel_cli.geo import whereami

        return whereami.where(env, given, snapshot)

    def bare() -> "Any":
        from safetravel_cli.geo import position

        return position.parse(at or "")

    fix = None
    if at and snapshot:
        fix = _try(lambda: ladder(at), problems)
    if at and not fix:
        spot = _try(bare, [] if snapshot else problems)
        if spot:
            accuracy = spot.accuracy_m
            given = {"lat": spot.latitude, "lon": spot.longitude, "method": "given", "accuracy_m": accuracy, "age_s": None}
            return {"position": given, "hint": at}
    if not fix and snapshot:
        fix = _try(lambda: ladder(None), problems)
    return fix or {"position": dict(NOWHERE)}


def _facts(
    snapshot: "Snapshot", code: str, place: "Any", env: "Env", call: "dict[str, Any]", problems: "list[dict[str, object]]"
) -> None:
    """Fill in names, numbers, missions and hotlines, each for itself."""

    def sources() -> "Any":
        from safetravel_cli.services.sources import Sources

        return Sources(snapshot, env.language)

    def numbers() -> "Any":
        from safetravel_cli.services.topics import emergency

        return emergency.facts(snapshot, code, titles)

    def hotlines() -> "Any":
        from safetravel_cli.services import missions

        return missions.central(snapshot, code, titles)

    titles: Any = _try(sources, problems) or (lambda ids: str(ids or ""))
    call["hotlines"] = _try(hotlines, problems) or []
    if code:
        names = _try(lambda: snapshot.row("SELECT name_en, name_id FROM country WHERE country_code = ?", code), problems)
        call.update(names or {})
        call["numbers"] = _try(numbers, problems) or []
        found = _try(lambda: _missions(snapshot, code, place, env, titles), problems)
        call["missions"], call["certainty"] = found or ([], "")


def _missions(snapshot: "Snapshot", code: str, place: "Any", env: "Env", titles: "Any") -> "tuple[list[dict[str, object]], str]":
    """Return the mission in charge of the place alone where it is known, else all of the country."""
    from safetravel_cli.services import missions
    from safetravel_cli.services.topics import call

    spot = (place.latitude, place.longitude, place.geonames_id) if place and place.latitude is not None else ()
    charge = missions.in_charge(snapshot, code, *spot)
    if not charge or charge["certainty"] == "open":
        return call.missions_of(snapshot, code, env, titles), "open" if charge else ""
    found = missions.by_id(snapshot, [str(charge["mission_id"])], titles, env.now(), env.max_age)
    for mission in found:
        mission["from_abroad"] = mission["country_code"] != code
    return found, str(charge["certainty"])


def numbers_to_reach(call: "dict[str, Any]") -> "dict[str, str]":
    """Return the number to telephone, and the one that takes SMS and WhatsApp, with the name of each.

    The hotline of the mission in charge, else its telephone, else the ministry; only a number known to be on WhatsApp
    is a mobile telephone for certain. Facts in a form that was not foreseen: the ministry.
    """
    try:
        return _reach(call)
    except Exception:
        return _reach(nothing(None)["call"])


def _reach(call: "dict[str, Any]") -> "dict[str, str]":
    mission = next(iter(call["missions"]), None)
    central = call["hotlines"][0]
    chosen = next(iter([*mission["hotlines"], *mission["phones"]]), None) if mission else None
    mobile = next((row for row in mission["hotlines"] if row.get("whatsapp")), None) if mission else None
    return {
        "tel": str((chosen or central)["number"]),
        "tel_name": mission["short_name"] if mission and chosen else "",
        "mobile": str((mobile or central)["number"]),
        "mobile_name": mission["short_name"] if mission and mobile else "",
        "email": str((mission or {}).get("email") or ""),
        "email_name": mission["short_name"] if mission else "",
    }
