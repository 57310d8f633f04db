"""Disasters near a place or in a country, as sync fetched them."""

import calendar
import time

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.geo import whereami
from safetravel_cli.geo.distance import geodesic
from safetravel_cli.services import border_events
from safetravel_cli.services.embassy import described
from safetravel_cli.services.sources import Sources
from safetravel_cli.store import disasters
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

    Row = dict[str, Any]

# A storm reaches this far from its centre, and so do the tremors of a great earthquake.
RADIUS_KM = 500
# An event that ended longer before the list was fetched is history.
DAYS = 30
# A list older than so many days says little about today.
STALE_DAYS = 2
DAY = 86400.0


def answer(arguments: "Row", env: "Env") -> Answer:
    """Answer `alerts [COUNTRY|PLACE] [--radius KM] [--days N]`; without a place from where the traveller is.

    Data: docs/reference/schema/alerts.json. From a position the events within the radius and those that touch the country,
    nearest first; of a country those that touch it, then those just over its border, and where no place is known all of them,
    the gravest first. An event is counted recent by the day of the list, not by the clock of this device.

    Raises:
        UsageError: a number is not above zero, or the place is no position. NotFound, Ambiguous: the place.
    """
    radius, days = (_positive(arguments, name) for name in ("radius", "days"))
    snapshot = open_snapshot(env)
    words = " ".join(map(str, arguments.get("place") or []))
    spot = whereami.where(env, words, snapshot, whereami.LOOK_UP_S)
    sources = Sources(snapshot, env.language)
    place, code = spot["place"], str(spot["country_code"] or "")
    here = (place.latitude, place.longitude) if place and place.latitude is not None else None
    looked = disasters.looked(env)
    listed = disasters.events(env) if looked else []
    first = _first_day(looked, days or DAYS)
    recent = [row for row in listed if row["is_current"] or row["ends_at"] >= first]
    names = _names(snapshot)
    rows = [{**_fact(row, looked or {}, names, env), **_way(row, here)} for row in recent]
    if here:
        near = _sorted([row for row in rows if _concerns(row, code, (radius or RADIUS_KM) * 1000.0)], "distance_m")
    else:
        near = _of_country(snapshot, code, rows, radius, names) if code else _sorted(rows)
    return Answer(
        {
            **described(snapshot, spot, sources),
            "radius_km": (radius or RADIUS_KM) if here else min(radius, border_events.MOST_KM) if radius and code else None,
            "days": days or DAYS,
            "order": "distance" if here else "level",
            "events": near,
            "listed": len(listed),
            "recent": len(recent),
            "looked_on": looked["checked_on"] if looked else "",
            "age_days": _age(looked["checked_on"], env) if looked else None,
            "stale": bool(looked) and (_age((looked or {})["checked_on"], env) or 0) > STALE_DAYS,
            "source": looked["source"] if looked else "",
        }
    )


def _sorted(rows: "list[Row]", by: str = "") -> "list[Row]":
    """Return the gravest first, or those first that have least of `by`; of the same the newest first."""
    newest = sorted(rows, key=lambda row: str(row["started_at"]), reverse=True)
    return sorted(newest, key=lambda row: row[by] if by else disasters.LEVELS.index(row["level"]))


def _of_country(snapshot: "Snapshot", code: str, rows: "list[Row]", radius: "int | None", names: "dict[str, Row]") -> "list[Row]":
    """Return the events of a country by list or place, then those just over its border."""
    own, others = ([row for row in rows if _concerns(row, code, 0.0) is mine] for mine in (True, False))
    within, over = border_events.near(snapshot, code, others, radius)
    for row in over:
        row["at"] = (
            {"country": row["at"], "names": names.get(row["at"], {"en": row["at"], "id": row["at"]})} if row["at"] else None
        )
    return [*_sorted(own + within), *_sorted(_sorted(over, "border_m"))]


def _positive(arguments: "Row", name: str) -> "int | None":
    value = arguments.get(name)
    if value is None:
        return None
    if int(str(value)) < 1:
        raise errors.UsageError("places.bad_number", option="--" + name)
    return int(str(value))


def _first_day(looked: "dict[str, str] | None", days: int) -> str:
    """Return the first day of what is recent: so many before the list was fetched."""
    seconds = _seconds(looked["checked_on"]) if looked else None
    return time.strftime("%Y-%m-%d", time.gmtime(max((seconds or 0.0) - days * DAY, 0.0)))


def _seconds(text: str) -> "float | None":
    """Return seconds UTC of YYYY-MM-DD, with or without a time of day; None for anything else."""
    for form, size in (("%Y-%m-%dT%H:%M:%SZ", 20), ("%Y-%m-%d", 10)):
        try:
            return float(calendar.timegm(time.strptime(text[:size], form)))
        except ValueError:
            continue
    return None


def _age(text: str, env: "Env") -> "int | None":
    """Return whole days since a day or time; None where it lies ahead, as for a clock that is wrong."""
    seconds = _seconds(text)
    days = None if seconds is None else (env.now() - seconds) // DAY
    return None if days is None or days < 0 else int(days)


def _fact(row: "Row", looked: "dict[str, str]", names: "dict[str, Row]", env: "Env") -> "Row":
    return {
        "id": row["event_id"],
        **{name: row[name] for name in ("kind", "level", "name", "latitude", "longitude")},
        "countries": [{"country": code, "names": names.get(code, {"en": code, "id": code})} for code in row["country_codes"]],
        "current": row["is_current"],
        "started_at": row["starts_at"],
        "ended_at": row["ends_at"],
        "age_days": _age(row["starts_at"], env),
        "severity": row["severity"],
        "severity_unit": row["severity_unit"] or "",
        "url": row["url"] or "",
        "source": looked.get("source", ""),
        "as_of": str(row["changed_at"])[:10],
        "border_m": None,
        "at": None,
    }


def _way(row: "Row", here: "tuple[float, float] | None") -> "Row":
    if not here:
        return {"distance_m": None, "bearing_deg": None}
    metres, bearing = geodesic(*here, row["latitude"], row["longitude"])
    return {"distance_m": round(metres, -2), "bearing_deg": round(bearing, 1)}


def _concerns(row: "Row", code: str, reach: float) -> bool:
    touches = any(one["country"] == code for one in row["countries"]) if code else False
    return touches or (row["distance_m"] is not None and row["distance_m"] <= reach)


def _names(snapshot: "Snapshot") -> "dict[str, Row]":
    rows = snapshot.rows("SELECT country_code, name_en, name_id FROM country")
    return {str(row["country_code"]): {"en": row["name_en"], "id": row["name_id"]} for row in rows}
