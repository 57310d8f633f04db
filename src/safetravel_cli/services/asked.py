"""The place that a look-up is about: the one named, else where the traveller is (services.subject: a country alone)."""

from safetravel_cli.geo import whereami
from safetravel_cli.services import subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot


def spot(words: object, env: "Env", snapshot: "Snapshot", command: str) -> "dict[str, Any]":
    """Return what geo.whereami found for the words of a command; without words, where the traveller is.

    Raises:
        UsageError, NotFound, Ambiguous: the words name no place, or several.
        Ambiguous: nothing is named, and the time zone of the device fits several countries.
        NotFound: nothing is named, and it is not known where the traveller is.
    """
    assert words is None or isinstance(words, list)
    found = whereami.where(env, " ".join(map(str, words or [])), snapshot, whereami.LOOK_UP_S)
    if found["place"] or found["country_code"]:
        return found
    subject.unknown(snapshot, found, command)
    return found


def described(snapshot: "Snapshot", found: "dict[str, Any]") -> "dict[str, object]":
    """Return the spot as data: country, names, position, place, read_as, hint."""
    place = found["place"]
    code = str(found["country_code"] or "")
    row = snapshot.row("SELECT name_en, name_id FROM country WHERE country_code = ?", code) if code else None
    return {
        "country": code,
        "names": row and {"en": row["name_en"], "id": row["name_id"]},
        "position": found["position"],
        "place": place and {"name_en": place.name_en, "name_id": place.name_id, "kind": place.kind, "precision": place.precision},
        "read_as": place.read_as if place else "",
        "hint": found["hint"],
    }
