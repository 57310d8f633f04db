"""What is about to be removed, or was."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the blocks of the newest stage: ask, done."""
    numbers = {"files": say.number(data["files"]), "folder": data["folder"]}
    if data["stage"] == "ask":
        return [Heading(1, say("purge.title")), Callout("caution", say("purge.about", **numbers)), Text(say("purge.ask"))]
    if not data["done"]:
        return [Text(say("purge.not_done"))]
    removed = {"files": say.number(data["removed"]), "bytes": say.number(data["bytes"]), "folder": data["folder"]}
    blocks: list[object] = [Callout("good", say("purge.done", **removed))]
    if data["left"]:
        blocks += [Text(say("purge.left")), Items(data["left"])]
    if data["keyring"]:
        blocks.append(Text(say("purge.keyring", count=say.number(data["keyring"]))))
    return [*blocks, Text(say("purge.elsewhere"))]
