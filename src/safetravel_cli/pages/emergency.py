"""Whom to call, on one screen."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.pages import phones
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return local numbers first, then the missions, then the ministry; of a second step only what is new."""
    if data["step"] == "confirmed":
        return _measured(data, say)
    if not data["iso2"]:
        return [
            Heading(1, say("emergency.title_unknown")),
            Callout("caution", say("emergency.where_unknown")),
            *_measured(data, say),
            Heading(2, say("emergency.central")),
            *phones.central(data["hotlines"], say),
            *source(data["hotlines"], say),
        ]
    blocks: list[object] = [Heading(1, say("emergency.title", name=say.pick(data, "name")))]
    if data["read_as"]:
        blocks.append(Text(say("emergency.read_as", name=say.pick(data, "name"))))
    if data["method"] in ("saved_place", "time_zone"):
        blocks.append(Text(say("emergency.by_" + data["method"])))
    return [*blocks, *_measured(data, say), *call(data, say, 2)]


def _measured(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return what the device itself says of where it is: to be read to whoever answers the call."""
    if not data["position"]:
        return []
    from safetravel_cli.pages import fixline

    return [Text(fixline.sentence(data["position"], say))] if fixline.measured(data["position"]) else []


def call(data: "dict[str, Any]", say: "Say", level: int) -> "list[object]":
    """Return the blocks of numbers, missions and ministry, with headings of the level given."""
    blocks = [Heading(level, say("emergency.local")), *phones.emergency(data["numbers"], say), *source(data["numbers"], say)]
    blocks.append(Heading(level, say("emergency.mission")))
    blocks += [
        Pairs([(say("emergency.name"), mission["short_name"]), *phones.mission(mission, say)]) for mission in data["missions"]
    ]
    if not data["missions"]:
        blocks.append(Text(say("emergency.in_indonesia" if data["iso2"] == "ID" else "emergency.no_mission")))
    blocks += phones.without_hotline(data["missions"], say)
    numbers = [row for mission in data["missions"] for row in mission["hotlines"] + mission["phones"]]
    # Sources of single hotlines are many newspapers: they stand in the JSON, the directory stands here.
    blocks += source(data["missions"] or numbers, say)
    return [
        *blocks,
        Heading(level, say("emergency.central")),
        *phones.central(data["hotlines"], say),
        *source(data["hotlines"], say),
    ]
