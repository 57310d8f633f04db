"""What `changes` compares: the facts as the look-ups tell them, fetched over bundled, against those that were noted last.

So one look finds what a sync brought and what a new version of the bundled facts brought. Emergency numbers and laws never
come by sync: where they differ, the bundled facts were replaced.
"""

import hashlib
import json
import sqlite3
import time

from safetravel_cli import errors, settings
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import advice, money
from safetravel_cli.store import history, state
from safetravel_cli.store.history import Change, Fact
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

    Place = tuple[str, str, str]
    Facts = Mapping[Place, Fact]

# A rate is told of when it has moved by so many per cent since it was last told of: slow drift is not lost, noise is not told.
PERCENT = 5.0
# In the order in which they matter to a traveller.
TOPICS = ("emergency", "level", "law", "entry", "rate")
# What both look at the same set of: a government, or a passport, that is asked for the first time has changed nothing.
BY_KEY = ("level", "entry")


def begin(env: "Env") -> None:
    """Note the facts where none were noted yet, so that the first refresh has something to be compared with."""
    if history.noted(env.environ) is None:
        record(env)


def record(env: "Env") -> "list[Change] | None":
    """Note the facts as they are now, with what differs from those noted before; return the changes noted, None for no history.

    Never raises for what cannot be read or written: a refresh that came through is worth more than its history.
    """
    found: list[Change] = []

    def look(before: "history.Noted | None") -> "tuple[Facts, list[Change], dict[str, str]]":
        snapshot = open_snapshot(env)
        now = facts(snapshot, env)
        today = time.strftime("%Y-%m-%d", time.gmtime(env.now()))
        meta = {"noted_on": today, "snapshot_id": snapshot_id(snapshot)}
        if before is None:
            return now, [], {**meta, "begun_on": today}
        found[:] = differences(before, now, today)
        kept = {place: _reference(place, fact, before.facts) for place, fact in now.items()}
        return kept, found, meta

    try:
        history.update(env.environ, look)
    except (OSError, errors.SafeTravelError, sqlite3.Error):
        return None
    return found


def snapshot_id(snapshot: "Snapshot") -> str:
    """Return the short name of the bundled facts."""
    return snapshot.meta("content_sha256")[:12]


def differences(before: history.Noted, now: "Facts", day: str) -> "list[Change]":
    """Return what differs between the facts noted before and those of now, in the order of TOPICS, then by country."""
    groups = {_group(place) for place in before.facts}, {_group(place) for place in now}
    found = []
    for place in {**before.facts, **now}:
        old, new = before.facts.get(place), now.get(place)
        if all(_group(place) in group for group in groups) and _differs(place, old, new):
            held = new or old
            assert held
            values = old.value if old else None, new.value if new else None
            found.append(Change(day, place[0], place[1], place[2], values[0], values[1], held.as_of, held.live))
    return sorted(found, key=lambda one: (TOPICS.index(one.topic), one.country_code, one.key))


def facts(snapshot: "Snapshot", env: "Env") -> "Facts":
    """Return all facts that are compared, as the look-ups tell them now."""
    return dict(_facts(snapshot, env))


def _facts(snapshot: "Snapshot", env: "Env") -> "Iterator[tuple[Place, Fact]]":
    names = Sources(snapshot, env.language)
    for code in list(snapshot.values("SELECT country_code FROM country ORDER BY 1")):
        for row in advice.facts(snapshot, str(code), env, names):
            said = {name: row[name] for name in ("level", "words_en", "words_id", "regional")}
            yield ("level", str(code), str(row["government"])), _fact(said, row)
    for code in list(snapshot.values("SELECT currency_code FROM currency ORDER BY 1")):
        rate = money.rate(snapshot, str(code), env, names)
        if rate:
            yield ("rate", "", str(code)), _fact({"idr_per_unit": rate["idr_per_unit"]}, rate)
    passport = settings.value(state.read(env), "passport")
    for row in snapshot.rows("SELECT * FROM entry_requirement WHERE passport_code = ?", passport):
        said = {name: row[name] for name in ("requirement", "stay_days")}
        yield ("entry", str(row["country_code"]), passport), _fact(said, row)
    for row in snapshot.rows("SELECT * FROM emergency_number WHERE number IS NOT NULL"):
        said = {name: row[name] for name in ("number", "alternatives", "from_mobile")}
        yield ("emergency", str(row["country_code"]), str(row["service"])), _fact(said, row)
    for row in snapshot.rows("SELECT * FROM law"):
        text = "\n".join(str(row[name] or "") for name in ("summary_en", "summary_id", "penalty_en", "penalty_id"))
        said = {"severity": row["severity"], "text": hashlib.sha256(text.encode()).hexdigest()[:16]}
        yield ("law", str(row["country_code"]), str(row["topic"])), _fact(said, row)


def _fact(said: "dict[str, Any]", row: "dict[str, Any]") -> Fact:
    return Fact(
        json.dumps(said, ensure_ascii=False), str(row.get("updated_on") or row["as_of"] or ""), int(bool(row.get("live")))
    )


def _group(place: "Place") -> "tuple[str, str]":
    return place[0], place[2] if place[0] in BY_KEY else ""


def _differs(place: "Place", old: "Fact | None", new: "Fact | None") -> bool:
    if not old or not new:
        return True
    if place[0] != "rate":
        return bool(old.value != new.value)
    before, now = (json.loads(fact.value)["idr_per_unit"] for fact in (old, new))
    return bool(abs(now - before) * 100 >= PERCENT * abs(before))


def _reference(place: "Place", fact: Fact, before: "Facts") -> Fact:
    """Return what the next run compares with: of a rate, the one that was last told of."""
    old = before.get(place)
    return old if place[0] == "rate" and old and not _differs(place, old, fact) else fact
