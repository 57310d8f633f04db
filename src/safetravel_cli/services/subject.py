"""The country that a look-up is about: the one that is named, else the one where you are."""

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot


def find(snapshot: "Snapshot", words: object, env: "Env", command: str) -> "dict[str, Any]":
    """Return iso2, name_en, name_id, flag, read_as; and method (blank where it was named), position, hint: how it was found.

    `words` are those of the command line; without any, the ladder of geo.whereami tells.

    Raises:
        NotFound, Ambiguous: the name; without a name, that it is not known where you are.
    """
    text = " ".join(map(str, words)) if isinstance(words, list) else str(words or "")
    if text.strip():
        from safetravel_cli.lookup import country

        found = country.find(snapshot, text)
        return {**named(snapshot, found.code), "read_as": found.read_as, "method": "", "position": None, "hint": ""}
    from safetravel_cli.geo import whereami

    spot = whereami.where(env, None, snapshot, whereami.LOOK_UP_S)
    code = str(spot["country_code"] or "")
    if not code:
        unknown(snapshot, spot, command)
    position = spot["position"]
    return {**named(snapshot, code), "read_as": "", "method": position["method"], "position": position, "hint": spot["hint"]}


def here(snapshot: "Snapshot", env: "Env") -> str:
    """Return the code of the country where you are by what is known at once (nobody waits), blank where unknown."""
    from safetravel_cli.geo import whereami

    return str(whereami.where(env, None, snapshot)["country_code"] or "")


def named(snapshot: "Snapshot", code: str) -> "dict[str, Any]":
    """Return iso2, name_en, name_id and flag of a country."""
    row = snapshot.row("SELECT name_en, name_id, flag FROM country WHERE country_code = ?", code) or {}
    return {"iso2": code, **{name: row.get(name) or "" for name in ("name_en", "name_id", "flag")}}


def unknown(snapshot: "Snapshot", spot: "dict[str, Any]", command: str) -> None:
    """Raise the error that says that it is not known where you are, with the countries that it may be."""
    from safetravel_cli.lookup.country import named as choices

    if spot["candidates"]:
        held = choices(snapshot, [str(one) for one in spot["candidates"]])
        raise errors.Ambiguous("subject.several", choices=held, hint=spot["hint"], command=command)
    raise errors.NotFound("subject.unknown", command=command)
