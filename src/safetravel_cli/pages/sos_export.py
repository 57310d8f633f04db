"""An alert written as files."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return where the files lie, which they are, and what is not whole."""
    files = [f"{one['name']}: {say.number(one['bytes'])} B" for one in data["files"]]
    blocks: list[object] = [Heading(1, say("sos.export_title", code=data["code"]))]
    blocks += [Pairs([(say("sos.export_where"), data["path"])]), Items(files)]
    blocks += [
        Callout("caution", say("sos.export_missing", name=one["name"], state=say("sos.part_" + one["state"])))
        for one in data["missing"]
    ]
    return blocks + [
        Callout("caution", say("sos.export_left_out", name=one["name"], reason=one["reason"])) for one in data["left_out"]
    ]
