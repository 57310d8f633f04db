"""Places of worship."""

from safetravel_cli.pages import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the places with kind and denomination."""
    return places.page(data, say, _more)


def _more(row: "dict[str, Any]", say: "Say") -> "list[str]":
    kind, held = places.kind_of(row, say), row["denomination"]
    if not held:
        return [kind]
    key = "places.denomination_" + held
    return [say("places.with_denomination", kind=kind, denomination=say(key) if say.has(key) else held.replace("_", " "))]
