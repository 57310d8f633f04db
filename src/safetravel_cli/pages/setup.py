"""What is set up, what is still missing, and how to go on. Nothing is called ready that the person has to send by hand."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text
from safetravel_cli.i18n import forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the steps, the contacts, the test, and whether anything leaves by itself."""
    blocks: list[object] = [Heading(1, say("setup.title"))]
    if data["stopped"]:
        blocks.append(Callout("caution", say("setup.stopped")))
    rows = [(say("setup.step_" + row["step"]), _state(row, say)) for row in data["steps"]]
    blocks += [Pairs(rows)] if rows else []
    if data["contacts"]:
        blocks += [Heading(2, say("setup.contacts")), Items([_contact(one, say) for one in data["contacts"]])]
    blocks += _test(data["test"], say) if data["test"] else []
    blocks.append(Callout("good", say("setup.ready")) if data["ready"] else Callout("caution", say("setup.hand_only")))
    if data["private"]:
        blocks.append(Text(say("setup.private_on")))
    if data["missing"]:
        lines = [
            say("setup.lacks", what=_what(one, say), option=one["option"]) if one["option"] else _what(one, say)
            for one in data["missing"]
        ]
        blocks += [Heading(2, say("setup.missing")), Items(lines)]
    return [*blocks, Text(say("setup.next"))]


def _what(row: "dict[str, Any]", say: "Say") -> str:
    return say("setup.what_" + row["what"].replace(".", "_"))


def _state(row: "dict[str, Any]", say: "Say") -> str:
    words = say("setup.state_" + row["state"])
    return f"{words} ({row['detail']})" if row["detail"] and row["step"] != "language" else words


def _contact(row: "dict[str, Any]", say: "Say") -> str:
    facts = [say("setup.kind_mission")] if row["kind"] == "mission" else []
    facts += [row["email"], row["phone"] and forms.phone(row["phone"]), row["language"]]
    ways = [say("setup.by_" + name) if say.has("setup.by_" + name) else name for name in row["by"]]
    facts.append(say("setup.reached_by", ways=say.join(ways)) if ways else say("setup.reached_not"))
    return f"{row['name']}: {', '.join(filter(None, facts))}"


def _test(row: "dict[str, Any]", say: "Say") -> "list[object]":
    if row["state"] == "accepted":
        key = "setup.test_accepted_" + row["channel"]
        return [Callout("good", say(key if say.has(key) else "setup.test_accepted", address=forms.phone(row["rcpt"])))]
    from safetravel_cli.pages import deliveries

    reasons = "; ".join(deliveries.reasons(row, say))
    return [Callout("caution", say("setup.test_failed", address=row["rcpt"], reasons=reasons or row["state"]))]
