"""What was removed, or is about to be."""

from safetravel_cli.domain.blocks import Callout, Heading, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the blocks of the newest stage: ask, done."""
    if data["stage"] == "ask":
        return [Heading(1, say("sos.purge_title")), *_about(data, say), Text(say("sos.purge_ask"))]
    kept = [Text(say("sos.purge_kept", codes=", ".join(data["kept"])))] if data["kept"] else []
    if not data["candidates"] and not data["aside"]:
        return [Heading(1, say("sos.purge_title")), Text(say("sos.purge_nothing")), *kept]
    if not data["removed"] and not data["files"]:
        return [Text(say("sos.purge_not_done"))]
    numbers = {"files": say.number(data["files"]), "bytes": say.number(data["bytes"])}
    return [Callout("good", say("sos.purge_done", codes=", ".join(data["removed"]) or "0", **numbers)), *kept]


def _about(data: "dict[str, Any]", say: "Say") -> "list[object]":
    blocks: list[object] = []
    if data["candidates"]:
        blocks.append(Callout("caution", say("sos.purge_candidates", codes=", ".join(data["candidates"]))))
    if data["aside"]:
        blocks.append(Text(say("sos.purge_aside", count=say.number(data["aside"]))))
    return blocks
