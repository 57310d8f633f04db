"""All that waits, tried again now."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Text
from safetravel_cli.pages import deliveries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the blocks of the newest stage: tried, waiting, sending, sent."""
    stage = data["stage"]
    if stage == "tried":
        return [Heading(1, say("sos.send_title")), Text(say("sos.send_count", count=data["waiting"]))]
    if stage == "waiting":
        return [Text(say("sos.send_waiting", minutes=say.number(data["wait_s"] / 60)))]
    if stage == "sending":
        return [Text(line) for line in deliveries.changes(data["changed"], say)]
    alone = data["waiter"] == "impossible"
    if data["waiting"]:
        blocks: list[object] = [Heading(2, say("sos.sent_title")), *deliveries.table(data["deliveries"], say)]
        kinds = tuple({row["kind"] for row in data["deliveries"]})
        blocks += deliveries.end(data["deliveries"], kinds, alone, say)
    else:
        blocks = [Heading(1, say("sos.send_title")), Text(say("sos.send_nothing"))]
    if data["nobody"]:
        blocks.append(Callout("caution", say("sos.send_nobody", codes=", ".join(data["nobody"]))))
        blocks.append(Items(say("sos.send_setup").split("\n")))
    return blocks
