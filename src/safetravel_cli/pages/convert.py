"""The worth of an amount."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.pages import rates
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the amount, what it is about worth, the rate with its date, and what is not known of it."""
    start, end = data["from"], data["to"]
    given = rates.exactly(data["amount"], start["code"], say)
    about = rates.money(data["value"], end["code"], say, end["digits"])
    blocks: list[object] = [Heading(1, say("convert.title", amount=given, worth=about))]
    blocks += [Text(say("subject.read_as", name=name)) for name in data["read_as"]]
    blocks += [Text(_assumed(side, say)) for side in (start, end) if side["method"] == "here"]
    unit, other = (start, end) if data["rate"] >= 1 else (end, start)
    worth = data["rate"] if data["rate"] >= 1 else 1 / data["rate"]
    line = say("convert.one", one=rates.exactly(1, unit["code"], say), worth=rates.rate(worth, other["code"], say))
    foreign = [side for side in (start, end) if side["code"] != "IDR"]
    live = all(side["live"] for side in foreign)
    pairs: list[tuple[str, object]] = [
        (say("convert.from"), f"{say.pick(start, 'name')} ({start['code']})"),
        (say("convert.to"), f"{say.pick(end, 'name')} ({end['code']})"),
        (say("country.rate"), line),
        (say("convert.date"), rates.dated(data["as_of"], data["age_days"], live, say)),
    ]
    blocks.append(Pairs(pairs))
    if data["state"] == "old":
        blocks.append(rates.old(data["age_days"], data["as_of"], say))
    blocks += [Callout("note", f"{side['code']}: {say.pick(side, 'note')}") for side in foreign if say.pick(side, "note")]
    blocks.append(Text(say("convert.not_the_till")))
    blocks += source(foreign, say)
    if data["table"]:
        blocks += rates.table(data["table"], start["code"], end["code"], data["as_of"], say)
    if data["asked"]["chart"]:
        blocks += rates.chart(data["chart"], start["code"], end["code"], say)
    return blocks


def _assumed(side: "dict[str, Any]", say: "Say") -> str:
    return say("convert.here", code=side["code"], name=say.pick(side, "place"))
