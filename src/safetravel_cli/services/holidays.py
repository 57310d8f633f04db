"""Public holidays of a country: the coming year, or a year asked for."""

import time

from safetravel_cli import errors
from safetravel_cli.domain import days
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import subject
from safetravel_cli.services.hours import offset
from safetravel_cli.services.sources import Sources
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# English names by which a feast of the Islamic calendar is known: its day is settled by a sighting shortly before, decree or not.
MOON_WORDS = {"eid", "ramadan", "ashura", "arafah", "mawlid", "tasua", "arbaeen", "laylat", "quran", "muharram"}
MOON_NAMES = ("islamic new year", "prophet", "isra'", "eid-ul", "sha'ban", "night of power", "shaqq")

_ROWS = """SELECT date, name_local, name_language, name_en, name_id, estimated, scope, regional_en, regional_id, source, as_of
    FROM holiday WHERE country_code = ? AND date >= ? AND date < ? ORDER BY date, name_en"""


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `holidays [NAME] [--year]`.

    Data: those of services.subject.find; `year` (None: a year from today), `today` there, `holidays` with `days_away`
    and `moon` (blank, estimated or sighted), `weekend`, `known_to` (the last day that a list covers, blank for no list).

    Raises:
        NotFound, Ambiguous: as services.subject.find.
        NotFound: no list covers the year asked for.
    """
    snapshot = open_snapshot(env)
    country = subject.find(snapshot, arguments.get("name"), env, "holidays")
    code = country["iso2"]
    sources = Sources(snapshot, env.language)
    today = _today(snapshot, code, env.now())
    year = arguments.get("year")
    known = [str(one) for one in snapshot.values("SELECT DISTINCT substr(date, 1, 4) FROM holiday WHERE country_code = ?", code)]
    if year is not None and known and str(year) not in known:
        raise errors.NotFound("holidays.no_year", choices=known, year=year)
    start, end = (f"{year:04}-01-01", f"{int(str(year)) + 1:04}-01-01") if year is not None else (today, _in_a_year(today))
    return Answer(
        {
            **country,
            "year": year,
            "today": today,
            "holidays": [_fact(row, today, sources) for row in snapshot.rows(_ROWS, code, start, end)],
            "weekend": _weekend(snapshot, code, sources),
            "known_to": f"{max(known)}-12-31" if known else "",
        }
    )


def _today(snapshot: "Snapshot", code: str, now: float) -> str:
    zone = snapshot.row("SELECT zone FROM time_zone WHERE country_code = ? ORDER BY rank LIMIT 1", code)
    seconds = offset(snapshot, str(zone["zone"]), now) if zone else 0
    return time.strftime("%Y-%m-%d", time.gmtime(now + (seconds or 0)))


def _in_a_year(day: str) -> str:
    # 29 February sorts before 1 March of a year that lacks it.
    return f"{int(day[:4]) + 1:04}{day[4:]}"


def _fact(row: "dict[str, Any]", today: str, sources: Sources) -> "dict[str, object]":
    fact = {name: row[name] or "" for name in ("date", "name_local", "name_language", "name_en", "name_id", "scope")}
    return {
        **fact,
        "weekday": days.weekday(row["date"]),
        "days_away": days.number(row["date"]) - days.number(today),
        "moon": moon(row["name_en"], bool(row["estimated"]), row["date"] > today),
        "regional_en": row["regional_en"] or "",
        "regional_id": row["regional_id"] or "",
        "source": sources(row["source"]),
        "as_of": row["as_of"] or "",
    }


def moon(name: str, estimated: bool, coming: bool) -> str:
    """Tell whether the day of a holiday may still move: estimated, sighted (gazetted, yet the moon decides) or blank."""
    if not coming:
        return "estimated" if estimated else ""
    if estimated:
        return "estimated"
    folded = name.lower().replace("’", "'")
    words = set(folded.replace("(", " ").replace(")", " ").replace(";", " ").split())
    return "sighted" if words & MOON_WORDS or any(one in folded for one in MOON_NAMES) else ""


def _weekend(snapshot: "Snapshot", code: str, sources: Sources) -> "dict[str, object] | None":
    row = snapshot.row("SELECT * FROM week WHERE country_code = ?", code)
    if not row:
        return None
    fact = sources.fact(row, "weekend_note_en", "weekend_note_id")
    return {**fact, "days": str(row["weekend_days"] or "").split()}
