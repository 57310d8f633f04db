"""The ways an alert can leave by. No word here says more of a channel than its `accepted` proves."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return what sends by itself, then each channel in its order, then those that are not in use in one table."""
    blocks: list[object] = [Heading(1, say("channels.title")), _sum(data, say)]
    if data["reserved"]:
        blocks.append(Callout("caution", say("channels.reserved")))
    number = 0
    for row in data["channels"]:
        if row["in_use"]:
            number += 1
            blocks.append(Heading(2, f"{number}. {_name(row, say)}"))
            blocks.append(Pairs(_facts(row, say)))
            blocks += [Callout("caution", one) for one in _cautions(row, say)]
    rest = [row for row in data["channels"] if not row["in_use"]]
    if rest:
        blocks.append(Heading(2, say("channels.others")))
        blocks.append(Pairs([(_name(row, say), say("channels.how_" + row["name"])) for row in rest]))
    blocks.append(Text(say("channels.order")))
    return blocks


def _name(row: "dict[str, Any]", say: "Say") -> str:
    key = "channels.name_" + row["name"]
    return f"{say(key)} ({row['name']})" if say.has(key) else str(row["name"])


def _sum(data: "dict[str, Any]", say: "Say") -> Callout:
    if data["ready"]:
        names = [_name(row, say) for row in data["channels"] if row["state"] == "ready"]
        return Callout("good", say("channels.ready", names=say.join(names)))
    return Callout("caution", say("channels.nothing" if data["contacts"] else "channels.nobody"))


def _facts(row: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    state = say("channels.state_" + row["state"], missing=_missing(row, say))
    facts: list[tuple[str, object]] = [(say("channels.state"), state)]
    if row["preset"]:
        facts.append((say("channels.provider"), _provider(row["preset"], say)))
    if row["contacts"]:
        facts.append((say("channels.reaches"), [f"{one['name']}, {one['address']}" for one in row["contacts"]]))
    if row["texts"] and row["name"] != "hand":
        facts.append((say("channels.carries"), say("channels.carries_media" if row["media"] else "channels.carries_text")))
    for key in ("cost", "proof"):
        word = f"channels.{key}_{row['name']}"
        facts.append((say("channels." + key), say(word if say.has(word) else f"channels.{key}_unknown")))
    return facts


def _provider(preset: "dict[str, Any]", say: "Say") -> str:
    """Return how the provider lets programs in, and when that was looked up: it may be out of date."""
    way = say("channels.way_" + preset["way"], name=preset["name"])
    return say("channels.as_of" if preset["as_of"] else "channels.unverified", way=way, date=say.date(preset["as_of"]))


def _missing(row: "dict[str, Any]", say: "Say") -> str:
    word = "channels.missing_" + str(row["missing"]).replace(".", "_").replace("-", "_")
    return say(word) if say.has(word) else str(row["missing"])


def _cautions(row: "dict[str, Any]", say: "Say") -> "list[str]":
    found = [say("channels.advice_" + row["advice"])] if row["advice"] else []
    if row["kept_in"] == "environment":
        found.append(say("channels.secret_environment"))
    if row["name"] in ("ntfy", "termux_sms") and row["state"] == "ready":
        found.append(say("channels.caution_" + row["name"]))
    return found
