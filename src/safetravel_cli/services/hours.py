"""Whether an office is likely open: by the clock, the weekend and the holidays there; what its door says is not known."""

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

# No list of the hours of missions exists: this is an assumption, and is said to be one.
OPENS, CLOSES = "09:00", "16:00"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_HOLIDAY = """SELECT country_code, date, name_en, name_id, estimated, scope, source, as_of FROM holiday
    WHERE country_code IN (?, ?) AND date = ? ORDER BY country_code = ? DESC"""

_WEEK = """SELECT weekend_days, weekend_note_en, weekend_note_id, source, as_of,
    (SELECT max(date) FROM holiday WHERE holiday.country_code = week.country_code) AS last FROM week WHERE country_code = ?"""


def stamp(seconds: float) -> str:
    """Write seconds since 1970 as ISO 8601 in UTC, ending in Z."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def offset(snapshot: "Snapshot", zone: str, now: float) -> "int | None":
    """Return the offset of a zone from UTC in seconds at a moment (seconds since 1970); None where unknown."""
    row = snapshot.row(
        "SELECT utc_offset_seconds FROM time_zone_transition WHERE zone = ? AND starts_at_utc <= ?"
        " ORDER BY starts_at_utc DESC LIMIT 1",
        zone,
        stamp(now),
    )
    return int(str(row["utc_offset_seconds"])) if row else None


def likely(snapshot: "Snapshot", host: str, home: str, zone: str, now: float, sources: "Sources") -> "dict[str, object] | None":
    """Tell whether an office of `home` in `host` (country codes) is likely open at a moment; None where its clock is unknown.

    Keys: `likelihood` (open, closed, or unsure where a holiday holds in part of the country only), `reason` (blank, holiday,
    holiday_home, part, weekend or hours), `local_time` (YYYY-MM-DDTHH:MM), `weekday` (0 Monday), `holiday` (date, names,
    estimated, scope; or None), `holidays_known` (False where no list covers the day), `assumed_hours`, `weekend_note_en/id`.
    """
    seconds = offset(snapshot, zone, now) if zone else None
    if seconds is None:
        return None
    there = time.gmtime(now + seconds)
    today = time.strftime("%Y-%m-%d", there)
    week = snapshot.row(_WEEK, host) or {}
    holidays = snapshot.rows(_HOLIDAY, host, home, today, host)
    likelihood, reason = "open", ""
    holiday = holidays[0] if holidays else None
    clock = time.strftime("%H:%M", there)
    if holiday:
        reason = "holiday" if holiday["country_code"] == host else "holiday_home"
        likelihood = "closed"
        if holiday["scope"] == "regional":
            likelihood, reason = "unsure", "part"
    if likelihood != "closed" and DAYS[there.tm_wday] in str(week.get("weekend_days")).split():
        likelihood, reason, holiday = "closed", "weekend", None
    if likelihood != "closed" and not OPENS <= clock < CLOSES:
        likelihood, reason, holiday = "closed", "hours", None
    facts = [row for row in (week, holiday) if row]
    return {
        "likelihood": likelihood,
        "reason": reason,
        "local_time": f"{today}T{clock}",
        "weekday": there.tm_wday,
        "zone": zone,
        "holiday": holiday
        and {
            **{name: holiday[name] for name in ("date", "name_en", "name_id", "scope")},
            "estimated": bool(holiday["estimated"]),
        },
        "holidays_known": str(week.get("last") or "")[:4] >= today[:4],
        "assumed_hours": f"{OPENS}-{CLOSES}",
        "weekend_note_en": week.get("weekend_note_en") or "",
        "weekend_note_id": week.get("weekend_note_id") or "",
        "source": sources(";".join(str(row["source"]) for row in facts)),
        "as_of": min((str(row["as_of"]) for row in facts if row["as_of"]), default=""),
    }
