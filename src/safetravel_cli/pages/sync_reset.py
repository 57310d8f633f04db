"""What `sync reset` took away."""

from safetravel_cli.domain.blocks import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return one sentence."""
    return [Text(say("sync.reset_done" if data["removed"] else "sync.reset_nothing"))]
