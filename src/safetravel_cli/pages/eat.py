"""Restaurants that mappers call halal."""

from safetravel_cli.domain.blocks import Text
from safetravel_cli.pages import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the places, and where it stands how halal food is found."""
    blocks = places.page(data, say, _more)
    return [*blocks, Text(say("places.food", country=data["country"]))] if data["country"] else blocks


def _more(row: "dict[str, Any]", say: "Say") -> "list[str]":
    lines = [say("places.halal_" + row["halal"])] if row["halal"] else []
    return [*lines, say("places.cuisine", names=", ".join(row["cuisine"]).replace("_", " "))] if row["cuisine"] else lines
