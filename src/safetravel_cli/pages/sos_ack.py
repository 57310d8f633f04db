"""An answer of a person, noted."""

from safetravel_cli.domain.blocks import Callout, Heading, Text
from safetravel_cli.pages import deliveries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return who answered, when it was noted, and what they said."""
    time = deliveries.moment(data["at_utc"], say)
    noted = say("sos.ack_noted", time=time, name=data["by"]) if data["by"] else say("sos.ack_noted_bare", time=time)
    blocks: list[object] = [Heading(1, say("sos.ack_title", code=data["code"])), Text(noted)]
    if data["text"]:
        blocks.append(Text(say("sos.ack_words", text=data["text"])))
    if data["by"] and not data["matched"]:
        blocks.append(Callout("note", say("sos.ack_nobody", code=data["code"])))
    return blocks
