"""What a person has written down of themselves."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.i18n import forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return all entries, or what was just set or forgotten."""
    rows = [(f"{say('profile.' + row['name'])} ({row['name']})", _value(row, say)) for row in data["profile"]]
    if data["done"]:
        return [Callout("good", say("profile.done_" + data["done"])), Pairs(rows)]
    return [Heading(1, say("profile.title")), Pairs(rows), Text(say("profile.where")), Text(say("profile.how"))]


def _value(row: "dict[str, Any]", say: "Say") -> str:
    if not row["value"]:
        return say("profile.blank")
    if row["name"].endswith("phone"):
        return forms.phone(row["value"])
    return say.date(row["value"]) if row["name"] in ("born", "passport_expires") else str(row["value"])
