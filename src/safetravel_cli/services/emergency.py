"""Whom to call: local numbers, the mission's hotline, Kemlu's hotline."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import call
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot


def answer(arguments: "dict[str, object]", env: "Env") -> "Answer | Iterator[Answer]":
    """Return iso2, names, numbers[], missions[], hotlines[] of the country named, else of where you are.

    Without a name it comes in two steps where the device can be asked: numbers by what is known at once, then what the
    device says. `step` is blank, or first, confirmed, elsewhere.

    Raises:
        NotFound, Ambiguous: the country asked for.
    """
    snapshot = open_snapshot(env)
    words = arguments.get("name") or []
    assert isinstance(words, list)
    if not words:
        return _here(snapshot, env)
    from safetravel_cli.lookup.country import find

    found = find(snapshot, " ".join(map(str, words)))
    return Answer({**_facts(snapshot, found.code, env), "read_as": found.read_as, "method": "", "position": None, "step": ""})


def _facts(snapshot: "Snapshot", code: str, env: "Env") -> "dict[str, object]":
    names = snapshot.row("SELECT name_en, name_id, flag FROM country WHERE country_code = ?", code) or {}
    return {"iso2": code, **names, **call.facts(snapshot, code, env, Sources(snapshot, env.language))}


def _here(snapshot: "Snapshot", env: "Env") -> "Iterator[Answer]":
    """Yield numbers at once, then once more what a fix of the device changes: nobody waits for a satellite to call."""
    from safetravel_cli.geo import whereami

    def at(spot: "dict[str, Any]", step: str) -> Answer:
        facts = _facts(snapshot, str(spot["country_code"] or ""), env)
        held = spot["position"]
        return Answer({**facts, "read_as": "", "method": held["method"], "position": held, "step": step})

    known = whereami.where(env, None, snapshot)
    if not whereami.may_ask(env):
        yield at(known, "")
        return
    if env.view != "json":
        yield at(known, "first")
    spot = whereami.where(env, None, snapshot, whereami.LOOK_UP_S)
    same = spot["country_code"] == known["country_code"]
    yield at(spot, "confirmed" if same else "elsewhere")
