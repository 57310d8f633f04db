"""The first lines of a look-up: the country, and how it was found where it was not named."""

from safetravel_cli.domain.blocks import Heading, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def top(title: str, data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the title of the page, and a line that tells how the country was understood or found."""
    blocks: list[object] = [Heading(1, title)]
    line = found_by(data, say)
    return [*blocks, Text(line)] if line else blocks


def found_by(data: "dict[str, Any]", say: "Say") -> str:
    """Tell how the country was found; blank where it was named and spelt right."""
    name = say.pick(data, "name")
    if data["read_as"]:
        return say("subject.read_as", name=name)
    method = data["method"]
    if method in ("saved_place", "time_zone"):
        return say("subject.by_" + method, name=name, hint=data["hint"])
    if not method:
        return ""
    from safetravel_cli.pages import fixline

    return say("subject.by_device", name=name, fix=fixline.sentence(data["position"], say))
