"""Which of several cities of one name was taken."""

from safetravel_cli.domain.blocks import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

SHOWN = 4


def blocks(place: "dict[str, Any]", others: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    """Return a line that names the other cities, so that the right one can be asked for; nothing where there is none."""
    if not others:
        return []
    names = [", ".join(filter(None, (say.pick(row, "name"), row["division"], row["country_code"]))) for row in others[:SHOWN]]
    return [Text(say("here.others", name=say.pick(place, "name"), others="; ".join(names)))]
