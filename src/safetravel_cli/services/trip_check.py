"""What may go wrong on a trip: days, passport, papers, vaccinations, holidays."""

from safetravel_cli.domain import days
from safetravel_cli.services import holidays, visa
from safetravel_cli.services.topics import entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.services.sources import Sources
    from safetravel_cli.services.trip_read import Leg, Plan
    from safetravel_cli.store.snapshot import Snapshot

HOME = "ID"
# Papers that must be in hand before the journey.
BEFORE = ("eta", "e_visa", "visa_required")
_HOLIDAYS = """SELECT date, name_local, name_en, name_id, estimated, scope, regional_en, regional_id, source, as_of FROM holiday
    WHERE country_code = ? AND date BETWEEN ? AND ? ORDER BY date, name_en"""


def add_months(day: str, count: int) -> str:
    """Return the day that many months later; the last day of the month where it has no such day."""
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 + count
    month = f"{months // 12:04}-{months % 12 + 1:02}"
    for number in range(int(day[8:10]), 27, -1):
        if days.is_day(f"{month}-{number:02}"):
            return f"{month}-{number:02}"
    return f"{month}-{day[8:10]}"


def needed_until(rule: "dict[str, Any] | None", arrive: str, leave: str) -> str:
    """Return the day until which a passport must be valid by the rule of a border; the day of leaving where none is known.

    A rule of months that does not say from when is counted from leaving, the later of both.
    """
    kind = str((rule or {}).get("validity_rule") or "")
    months, count = int((rule or {}).get("validity_months") or 0), int((rule or {}).get("validity_days") or 0)
    start = arrive if kind.endswith("from_arrival") else leave
    until = add_months(start, months) if kind.startswith("months") else start
    if kind.startswith("days"):
        until = days.text(days.number(start) + count)
    return max(until, leave)


def problems(snapshot: "Snapshot", plan: "Plan", passport: str, expires: str, sources: "Sources") -> "list[dict[str, Any]]":
    """Return what was found, by legs: kind, severity (danger, caution, note), leg (its number, 0 for the whole), values."""
    found: list[dict[str, Any]] = []
    if not expires:
        found.append(_problem("passport_unknown", "note", 0))
    came_from = HOME
    for number, leg in enumerate(plan.legs, 1):
        code = str(leg.place.country_code)
        found += _days(plan, number)
        if code != passport:
            found += _passport(snapshot, leg, number, expires, sources)
            found += _papers(snapshot, leg, number, passport, sources)
        found += _fever(snapshot, leg, number, came_from, sources)
        came_from = code
    if plan.legs and came_from not in (HOME, passport):
        found += _home(snapshot, came_from, len(plan.legs), plan.legs[-1].yellow_fever, sources)
    return found


def _problem(kind: str, severity: str, leg: int, **values: object) -> "dict[str, Any]":
    empty = {"other": 0, "days": None, "day": "", "requirement": "", "country": "", "confidence": "", "source": "", "as_of": ""}
    return {"kind": kind, "severity": severity, "leg": leg, **empty, "note_en": "", "note_id": "", **values}


def _days(plan: "Plan", number: int) -> "list[dict[str, Any]]":
    """Compare a leg with those before it: overlaps of two countries, days in none."""
    leg, before = plan.legs[number - 1], plan.legs[: number - 1]
    found = []
    for other, last in enumerate(before, 1):
        if last.leave > leg.arrive and last.place.country_code != leg.place.country_code:
            found.append(_problem("overlap", "caution", number, other=other, days=_count(leg.arrive, min(last.leave, leg.leave))))
    if before:
        latest = max(last.leave for last in before)
        gap = days.number(leg.arrive) - days.number(latest)
        if gap > 1:
            found.append(_problem("gap", "note", number, other=number - 1, days=gap - 1, day=latest))
    return found


def _count(first: str, last: str) -> int:
    return days.number(last) - days.number(first) + 1


def _passport(snapshot: "Snapshot", leg: "Leg", number: int, expires: str, sources: "Sources") -> "list[dict[str, Any]]":
    if not expires:
        return []
    rule: dict[str, Any] | None = entry.passport_validity(snapshot, str(leg.place.country_code), sources)
    held = {"source": rule["source"], "as_of": rule["as_of"] or ""} if rule else {}
    if expires < leg.leave:
        return [_problem("passport_expires", "danger", number, day=expires)]
    until = needed_until(rule, leg.arrive, leg.leave)
    if expires < until:
        return [_problem("passport_short", "danger", number, day=until, **held)]
    advised = int((rule or {}).get("recommended_months") or 0)
    if advised and expires < add_months(leg.leave, advised):
        return [_problem("passport_advised", "caution", number, day=add_months(leg.leave, advised), **held)]
    return []


def _papers(snapshot: "Snapshot", leg: "Leg", number: int, passport: str, sources: "Sources") -> "list[dict[str, Any]]":
    rule = entry.visa(snapshot, str(leg.place.country_code), passport, sources)
    if not rule:
        return [_problem("visa_unknown", "caution", number)]
    held = {
        "requirement": rule["requirement"],
        "confidence": rule.get("confidence") or "",
        "source": rule["source"],
        "as_of": rule["as_of"],
    }
    # A rule may hold for some passports only: its note says for which.
    notes = {name: rule[name] or "" for name in ("note_en", "note_id")}
    stay = _count(leg.arrive, leg.leave)
    found = []
    if rule["requirement"] == "no_admission":
        found.append(_problem("no_admission", "danger", number, **held))
    elif rule["requirement"] in BEFORE and not leg.visa:
        found.append(_problem("visa_missing", "danger", number, **held, **notes))
    elif rule["requirement"] == "visa_on_arrival" and not leg.visa:
        found.append(_problem("visa_on_arrival", "note", number, **held, **notes))
    # A visa in hand says its own days.
    if rule["stay_days"] and stay > int(str(rule["stay_days"])) and not leg.visa:
        found.append(_problem("stay_too_long", "danger", number, days=rule["stay_days"], **held))
    return found


def _fever(snapshot: "Snapshot", leg: "Leg", number: int, origin: str, sources: "Sources") -> "list[dict[str, Any]]":
    code = str(leg.place.country_code)
    if origin == code or leg.yellow_fever:
        return []
    health = entry.health(snapshot, code, sources)
    need = visa.yellow_fever(health, entry.health(snapshot, origin, sources), origin)
    held = {"source": health["source"], "as_of": health["as_of"] or ""} if health else {}
    if need == "needed":
        return [_problem("yellow_fever", "danger", number, country=origin, **held)]
    return [_problem("yellow_fever_maybe", "note", number, country=origin, **held)] if need == "maybe" else []


def _home(snapshot: "Snapshot", origin: str, number: int, held: bool, sources: "Sources") -> "list[dict[str, Any]]":
    """Tell of the certificate that Indonesia asks for on the way home."""
    health = entry.health(snapshot, HOME, sources)
    need = visa.yellow_fever(health, entry.health(snapshot, origin, sources), origin)
    if need != "needed" or held or not health:
        return []
    return [_problem("yellow_fever_home", "danger", number, country=origin, source=health["source"], as_of=health["as_of"] or "")]


def holidays_of(snapshot: "Snapshot", leg: "Leg", today: str, sources: "Sources") -> "tuple[list[dict[str, Any]], bool]":
    """Return the holidays in the days of a leg, and whether a list covers the last of them."""
    code = str(leg.place.country_code)
    known = snapshot.row("SELECT max(date) AS last FROM holiday WHERE country_code = ?", code) or {}
    rows = [
        {
            **{
                name: row[name] or ""
                for name in ("date", "name_local", "name_en", "name_id", "scope", "regional_en", "regional_id")
            },
            "moon": holidays.moon(str(row["name_en"]), bool(row["estimated"]), str(row["date"]) > today),
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in snapshot.rows(_HOLIDAYS, code, leg.arrive, leg.leave)
    ]
    return rows, str(known.get("last") or "")[:4] >= leg.leave[:4]
