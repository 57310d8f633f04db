"""Disasters that `sync` fetched, read from the overlay."""

from safetravel_cli.store import overlay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

FEED = "gdacs"
LEVELS = ("red", "orange", "green")
_EVENTS = "SELECT * FROM disaster WHERE feed = ? ORDER BY event_id"
_FEED = "SELECT * FROM feed WHERE name = ?"


def looked(env: "Env") -> "dict[str, str] | None":
    """Return of the list as it was fetched: source, as_of (its newest event), checked_on (day); None where it never was."""
    row = next(iter(overlay.read_rows(env, _FEED, FEED)), None)
    if row is None:
        return None
    label = row["label_id" if env.language == "id" else "label_en"]
    return {"source": str(label), "as_of": str(row["as_of"]), "checked_on": str(row["checked_on"])}


def events(env: "Env") -> "list[dict[str, Any]]":
    """Return all events: event_id, kind, level, name, country_codes, position, starts_at, ends_at, is_current, severity, url."""
    rows = []
    for held in overlay.read_rows(env, _EVENTS, FEED):
        row = dict(held)
        if row["level"] not in LEVELS or not _is_spot(row["latitude"], 90) or not _is_spot(row["longitude"], 180):
            continue
        rows.append({**row, "country_codes": str(row["country_codes"] or "").split(), "is_current": bool(row["is_current"])})
    return rows


def _is_spot(value: object, most: float) -> bool:
    return isinstance(value, (int, float)) and -most <= value <= most
