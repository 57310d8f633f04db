"""A small map with its legend."""

from safetravel_cli.domain.blocks import Heading, Items, Text, Verbatim
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from safetravel_cli.i18n import Say


def blocks(held: "dict[str, Any]", legend: "Sequence[tuple[str, str]]", say: "Say") -> "list[object]":
    """Return what services.maps drew, with a line for each mark: (sign, what it is)."""
    items = [say("geo.mark", sign=sign, what=what) for sign, what in legend]
    return [
        Heading(2, say("geo.map")),
        Verbatim(held["lines"]),
        Items([say("geo.mark", sign="@", what=say("geo.you")), *items]),
        Text(say("geo.coast_rough")),
        *source([held], say),
    ]
