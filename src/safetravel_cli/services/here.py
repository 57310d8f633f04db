"""The place that a traveller saved: used by `--near` and `sos` where no better fix is had."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services.config import save
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

NOTHING = {
    "place.text": None,
    "place.latitude": None,
    "place.longitude": None,
    "place.precision": None,
    "place.country_code": None,
}


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Save a place, forget it, or return what is saved: text, position, country, saved_at (seconds since 1970).

    `understood`, of a place that was just saved: kind, name_en, name_id, read_as (the name taken for a misspelt one), others
    (other cities of that name, as geo.place.Place has them).

    Raises:
        NotFound, Ambiguous: no such place, or several countries.
        UsageError: a position that is none; nothing can be written.
    """
    words = arguments.get("place") or []
    assert isinstance(words, list)
    if arguments.get("forget"):
        save(env, {**NOTHING, "place.saved_at": None})
        return Answer({"place": None, "done": "forgotten", "understood": None})
    understood = _save(env, " ".join(map(str, words))) if words else None
    held = state.saved_place(env)
    if not held:
        return Answer({"place": None, "done": "", "understood": None})
    country = open_snapshot(env).row("SELECT name_en, name_id FROM country WHERE country_code = ?", held["country_code"])
    return Answer({"place": {**held, **(country or {})}, "done": "saved" if words else "", "understood": understood})


def _save(env: "Env", text: str) -> "dict[str, object]":
    from safetravel_cli.geo import place

    found = place.resolve(open_snapshot(env), text)
    save(
        env,
        {
            "place.text": text.removeprefix("geo:"),
            "place.latitude": None if found.latitude is None else repr(found.latitude),
            "place.longitude": None if found.longitude is None else repr(found.longitude),
            "place.precision": found.precision,
            "place.country_code": found.country_code,
            "place.saved_at": repr(env.now()),
        },
    )
    return {name: getattr(found, name) for name in ("kind", "name_en", "name_id", "read_as", "others")}
