"""The country card: danger first, then whom to call, then the rest, in a fixed order."""

from safetravel_cli.domain.blocks import Heading, Text
from safetravel_cli.pages.sections import advice, call, danger, entry, food, holidays, money, practical, sources
from safetravel_cli.pages.sections import time as clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

DRAW = {
    "advice": advice.blocks,
    "call": call.blocks,
    "danger": danger.blocks,
    "laws": danger.laws,
    "safety": danger.safety,
    "entry": entry.blocks,
    "money": money.blocks,
    "time": clock.blocks,
    "practical": practical.blocks,
    "food": food.blocks,
    "holidays": holidays.blocks,
    "help": call.asean,
    "sources": sources.blocks,
}


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the card with the sections asked for; a section without facts has no heading."""
    name = data["names"][say.language]
    other = data["names"]["en" if say.language == "id" else "id"]
    also = [text for text in dict.fromkeys([other, *data["names"]["native"]]) if text and text != name][:3]
    title = " · ".join(filter(None, (f"{name} {data['flag']}".strip(), ", ".join(also), data["iso2"])))
    blocks: list[object] = [Heading(1, title)]
    if data["read_as"]:
        blocks.append(Text(say("country.read_as", name=name)))
    for section in data["sections"]:
        part = DRAW[section](data, say)
        if part:
            blocks += [Heading(2, say("country.section_" + section)), *part]
    return blocks
