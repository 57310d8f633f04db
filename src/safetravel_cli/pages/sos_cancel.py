"""An alert called off, or closed with the all-clear: what does not go any more, and who is told."""

from safetravel_cli.domain.blocks import Heading, Text
from safetravel_cli.pages import deliveries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the blocks of the newest stage: ended, sending, sent."""
    if data["stage"] == "ended":
        codes = ", ".join(one["code"] for one in data["ended"])
        title = say("sos.cancel_title", codes=codes) if data["kind"] == "cancel" else say("sos.safe_title", codes=codes)
        return [Heading(1, title), *[Text(_sentence(one, say)) for one in data["ended"]]]
    if data["stage"] == "sending":
        return [Text(line) for line in deliveries.changes(data["changed"], say)]
    rows, alone = data["deliveries"], data["waiter"] == "impossible"
    table = deliveries.table(rows, say)
    return [Heading(2, say("sos.sent_title")), *table, *deliveries.end(rows, (data["kind"],), alone, say)]


def _sentence(one: "dict[str, Any]", say: "Say") -> str:
    facts = {"code": one["code"], "cancelled": say.number(one["cancelled"]), "told": say.number(one["told"])}
    return say("sos.ended", **facts) if one["told"] else say("sos.ended_nobody", code=one["code"])
