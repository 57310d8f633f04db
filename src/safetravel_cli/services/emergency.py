"""Whom to call: local numbers, the mission's hotline, Kemlu's hotline."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import call
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return iso2, names, numbers[], missions[], hotlines[] of the country named, else of where you are.

    Raises:
        NotFound, Ambiguous: the country asked for.
    """
    snapshot = open_snapshot(env)
    words = arguments.get("name") or []
    assert isinstance(words, list)
    read_as = method = ""
    if words:
        from safetravel_cli.lookup.country import find

        found = find(snapshot, " ".join(map(str, words)))
        code, read_as = found.code, found.read_as
    else:
        from safetravel_cli.geo.whereami import where

        fix = where(env, None)
        code, method = str(fix["country_code"] or ""), str(fix["position"]["method"])
    names = snapshot.row("SELECT name_en, name_id, flag FROM country WHERE country_code = ?", code) or {}
    return Answer(
        {
            "iso2": code,
            **names,
            **call.facts(snapshot, code, env, Sources(snapshot, env.language)),
            "read_as": read_as,
            "method": method,
        }
    )
