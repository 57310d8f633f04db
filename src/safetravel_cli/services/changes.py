"""What has changed since the last sync, and what the syncs before it noted."""

import json
import time

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import history as compared
from safetravel_cli.services.sources import Sources, pick
from safetravel_cli.services.topics import advice, money
from safetravel_cli.store import history
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.history import Change
    from safetravel_cli.store.snapshot import Snapshot

    Row = dict[str, Any]

# Where no date is given, so many days are told of.
DAYS = 30
DAY = 86400.0
# Topic -> the column of its key, and its table.
TABLES = {
    "law": ("topic", "law"),
    "emergency": ("service", "emergency_number"),
    "entry": ("passport_code", "entry_requirement"),
}


def answer(arguments: "Row", env: "Env") -> Answer:
    """Answer `changes [COUNTRY] [--since DATE]`, from what is stored here alone.

    Data: docs/reference/schema/changes.json. Changes come newest first; those that no sync has noted yet, because the
    bundled facts were replaced since, have a blank `noted_on`.

    Raises:
        UsageError: the date is none. NotFound, Ambiguous: the country cannot be understood.
    """
    snapshot = open_snapshot(env)
    since = _day(arguments.get("since"), env)
    words = arguments.get("country") or []
    code, read_as = "", ""
    if words:
        from safetravel_cli.lookup.country import find

        found = find(snapshot, " ".join(map(str, words)))
        code, read_as = found.code, found.read_as
    before = history.noted(env.environ)
    now = compared.facts(snapshot, env)
    fresh = compared.differences(before, now, "") if before else []
    wanted = _scope(snapshot, code)
    rows = [one for one in [*fresh, *history.changes(env.environ, since)] if not wanted or _is_in(one, code, wanted)]
    known: dict[str, Row | None] = {"": None}
    return Answer(
        {
            "country": code or None,
            "names": _names(snapshot, code, known),
            "read_as": read_as,
            "since": since,
            "begun_on": before.meta.get("begun_on", "") if before else "",
            "noted_on": before.meta.get("noted_on", "") if before else "",
            "percent": compared.PERCENT,
            "changes": [_described(one, snapshot, env, known) for one in rows],
        }
    )


def _day(given: object, env: "Env") -> str:
    """Return the day from which to tell: YYYY-MM-DD, or YYYY-MM and YYYY, which begin on their first day."""
    if not given:
        return time.strftime("%Y-%m-%d", time.gmtime(max(env.now() - DAYS * DAY, 0.0)))
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return time.strftime("%Y-%m-%d", time.strptime(str(given).strip(), form))
        except ValueError:
            continue
    raise errors.UsageError("changes.bad_date", date=given)


def _scope(snapshot: "Snapshot", code: str) -> "set[str]":
    """Return a country's code and its currencies; nothing where no country was named."""
    sql = "SELECT currency_code FROM country_currency WHERE country_code = ?"
    return {code, *map(str, snapshot.values(sql, code))} if code else set()


def _is_in(one: "Change", code: str, wanted: "set[str]") -> bool:
    return one.key in wanted if one.topic == "rate" else bool(one.country_code == code)


def _described(one: "Change", snapshot: "Snapshot", env: "Env", known: "dict[str, Row | None]") -> "Row":
    """Return a change with its names and, where the fact is still there, its source and, of a law, what it says now."""
    values = [json.loads(value) if value else None for value in (one.before, one.after)]
    return {
        "noted_on": one.noted_on,
        "topic": one.topic,
        "country": one.country_code,
        "names": _names(snapshot, one.country_code, known),
        "key": one.key,
        "kind": "new" if one.before is None else "gone" if one.after is None else "changed",
        "before": values[0],
        "after": values[1],
        "live": bool(one.live),
        **_as_it_is(one, snapshot, env),
        "as_of": one.as_of,
    }


def _as_it_is(one: "Change", snapshot: "Snapshot", env: "Env") -> "Row":
    """Return title, text and source of the fact as it is now; blank where it is gone."""
    sources, code = Sources(snapshot, env.language), one.country_code
    held: Row | None = None
    title = text = ""
    if one.topic == "level":
        held = next((row for row in advice.facts(snapshot, code, env, sources) if row["government"] == one.key), None)
    elif one.topic == "rate":
        held = money.rate(snapshot, one.key, env, sources)
        title = pick(
            snapshot.row("SELECT name_en, name_id FROM currency WHERE currency_code = ?", one.key) or {}, "name", env.language
        )
    else:
        column, table = TABLES[one.topic]
        sql = f"SELECT * FROM {table} WHERE country_code = ? AND {column} = ?"  # noqa: S608
        held = snapshot.row(sql, code, one.key)
        held = {**held, "source": sources(held["source"])} if held else None
    if one.topic == "law":
        title = pick(
            snapshot.row("SELECT title_en, title_id FROM law_topic WHERE topic = ?", one.key) or {}, "title", env.language
        )
        texts = [pick(held, column, env.language) for column in ("summary", "penalty")] if held else []
        text = " ".join(filter(None, texts))
    return {"title": title, "text": text, "source": str(held["source"]) if held else ""}


def _names(snapshot: "Snapshot", code: str, known: "dict[str, Row | None]") -> "Row | None":
    if code not in known:
        row = snapshot.row("SELECT name_en, name_id FROM country WHERE country_code = ?", code)
        known[code] = {"en": row["name_en"], "id": row["name_id"]} if row else {"en": code, "id": code}
    return known[code]
