"""Disasters of the Global Disaster Alert and Coordination System: where, how grave (green, orange, red), since when."""

from collections import namedtuple

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import Feed, changed, clean, load_json, moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = "gdacs"
# Earthquake, tropical cyclone, flood, volcano, drought, wildfire, tsunami.
KINDS = ("EQ", "TC", "FL", "VO", "DR", "WF", "TS")
LEVELS = ("green", "orange", "red")
REPORTS = "https://www.gdacs.org/"

# Times are UTC. `iso2` and `iso3` are the countries as the publisher gives them.
Disaster = namedtuple(
    "Disaster",
    "event_id kind level name iso2 iso3 latitude longitude starts_at ends_at changed_at is_current"
    " severity severity_unit severity_text url",
)


def parse(body: bytes) -> "list[Disaster]":
    """Return the events that are whole, one row an event: of several episodes the one that changed last.

    Raises:
        IntegrityError: not the known shape.
    """
    answer = load_json(body, NAME)
    features = answer.get("features")
    if answer.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise changed(NAME, "no list of events")
    found: dict[str, Disaster] = {}
    for feature in features:
        row = _event(feature)
        if row and row.changed_at >= (found[row.event_id].changed_at if row.event_id in found else ""):
            found[row.event_id] = row
    return list(found.values())


def _event(feature: object) -> "Disaster | None":
    facts = feature.get("properties") if isinstance(feature, dict) else None
    place = _point(feature.get("geometry")) if isinstance(feature, dict) else None
    if not isinstance(facts, dict) or not place:
        return None
    kind, level, number = facts.get("eventtype"), str(facts.get("alertlevel")).lower(), facts.get("eventid")
    if (
        kind not in KINDS
        or level not in LEVELS
        or isinstance(number, bool)
        or not isinstance(number, int)
        or not 0 < number < 10**12
    ):
        return None
    try:
        starts_at, ends_at, changed_at = (_utc(facts.get(name)) for name in ("fromdate", "todate", "datemodified"))
    except errors.IntegrityError:
        return None
    iso2, iso3 = _countries(facts)
    severity, severity_unit, severity_text = _severity(facts.get("severitydata"))
    return Disaster(
        event_id=f"{kind}{number}",
        kind=kind,
        level=level,
        name=clean(facts.get("eventname"), 80),
        iso2=iso2,
        iso3=iso3,
        latitude=place[0],
        longitude=place[1],
        starts_at=starts_at,
        ends_at=ends_at,
        changed_at=changed_at,
        is_current=str(facts.get("iscurrent")).lower() == "true",
        severity=severity,
        severity_unit=severity_unit,
        severity_text=severity_text,
        url=_report(facts.get("url")),
    )


def _point(geometry: object) -> "tuple[float, float] | None":
    """Return latitude and longitude of a GeoJSON point, whose order is the other one."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return None
    pair = geometry.get("coordinates")
    if not isinstance(pair, list) or len(pair) < 2 or not all(_is_number(value) for value in pair[:2]):
        return None
    longitude, latitude = float(pair[0]), float(pair[1])
    return (latitude, longitude) if -90 <= latitude <= 90 and -180 <= longitude <= 180 else None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -1e12 < value < 1e12


def _utc(text: object) -> str:
    """Return a time of the publisher, who writes UTC without a zone."""
    written = str(text)
    return moment(written if written.endswith("Z") or "+" in written else written + "+00:00", NAME)


def _countries(facts: "dict[str, Any]") -> "tuple[list[str], list[str]]":
    affected = facts.get("affectedcountries")
    rows = [row for row in affected if isinstance(row, dict)] if isinstance(affected, list) else []
    iso2 = [row["iso2"] for row in rows if isinstance(row.get("iso2"), str)]
    iso3 = [row["iso3"] for row in rows if isinstance(row.get("iso3"), str)]
    if isinstance(facts.get("iso3"), str):
        iso3.append(facts["iso3"])
    return iso2, iso3


def _severity(data: object) -> "tuple[float | None, str, str]":
    if not isinstance(data, dict) or not _is_number(data.get("severity")) or not data["severity"]:
        return None, "", ""
    return float(data["severity"]), clean(data.get("severityunit"), 20), clean(data.get("severitytext"), 120)


def _report(urls: object) -> str:
    report = clean(urls.get("report"), 300) if isinstance(urls, dict) else ""
    return report if report.startswith(REPORTS) and " " not in report else ""


FEED = Feed(
    name=NAME,
    topic="disaster",
    urls=(
        "https://www.gdacs.org/gdacsapi/api/events/geteventlist/EVENTS4APP",
        "https://www.gdacs.org/gdacsapi/api/events/geteventlist/SEARCH?alertlevel=Orange;Red&eventlist=EQ;TC;FL;VO;DR;WF",
    ),
    source="gdacs",
    title="GDACS",
    licence="facts-cited",
    parse=parse,
    minimum=5,
    limit=8_000_000,
)
