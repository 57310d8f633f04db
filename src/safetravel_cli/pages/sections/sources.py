"""Where the facts of the card come from."""

from safetravel_cli.domain.blocks import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return where to see licences, coverage and how to correct a fact."""
    return [Text(say("country.sources", code=data["iso2"]))]
