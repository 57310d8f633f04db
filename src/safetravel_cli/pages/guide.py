"""A guide: the first ten minutes and whom to call on the first screen, then the rest."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text
from safetravel_cli.i18n.forms import held, phone
from safetravel_cli.lookup.fold import fold
from safetravel_cli.pages import phones
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# The services whose numbers a guide repeats; `emergency` has them all.
SERVICES = ("general", "police", "ambulance", "fire")
LABELLED = ("need", "know", "deadline")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return one guide, or the list of them."""
    if not data["topic"]:
        return _list(data["topics"], say)
    steps = data["steps"]
    done = sum(step["done"] for step in steps)
    blocks: list[object] = [Heading(1, say("guide.title", title=say.pick(data, "title")))]
    if done:
        key = "guide.progress" if data["next_step"] else "guide.finished"
        blocks.append(Text(say(key, done=say.number(done), count=say.number(len(steps)), next=data["next_step"])))
    first = [step for step in steps if step["first"]]
    rest = [step for step in steps if not step["first"]]
    return [
        *blocks,
        Heading(2, say("guide.first")),
        _steps(first, data, say),
        Heading(2, say("guide.call")),
        *_contacts(data, say),
        Heading(2, say("guide.then")),
        _steps(rest, data, say),
        *source(steps, say),
        Text(say("guide.remember", topic=fold(say.pick(data, "title")), number=data["next_step"] or len(steps))),
    ]


def _steps(steps: "list[dict[str, Any]]", data: "dict[str, Any]", say: "Say") -> Pairs:
    return Pairs([(str(step["step"]), _text(step, data, say)) for step in steps])


def _text(step: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> str:
    notes = []
    if step["audience"] and step["audience"] != data["audience"]:
        notes.append(say("guide.audience_" + step["audience"]))
    if step["confidence"] == "unverified":
        notes.append(say("common.unverified"))
    done = say("guide.done") + " " if step["done"] else ""
    # The other kinds are orders, and say so by themselves.
    kind = say("guide.kind_" + step["kind"]) + ": " if step["kind"] in LABELLED else ""
    return done + kind + held(say.pick(step, "text")) + phones.bracket(notes)


def _contacts(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the numbers of the country, its mission and the ministry; how to name the country where it is not known."""
    contacts = data["contacts"]
    blocks: list[object] = []
    name = say.pick(data, "name")
    if not data["iso2"]:
        blocks.append(Callout("caution", say("guide.unknown")))
    elif data["method"] in ("saved_place", "time_zone"):
        blocks.append(Text(say("guide.by_" + data["method"], name=name)))
    elif data["method"]:
        blocks.append(Text(say("guide.here", name=name)))
    rows: list[tuple[str, object]] = []
    for row in contacts["numbers"]:
        if row["service"] in SERVICES:
            doubt = [say("emergency." + row["confidence"])] if row["confidence"] in ("conflict", "unverified") else []
            rows.append((f"{say('emergency.' + row['service'])}, {name}", phone(row["number"]) + phones.bracket(doubt)))
    for mission in contacts["missions"]:
        numbers = mission["hotlines"] or mission["phones"]
        if numbers:
            rows.append((mission["short_name"], phones.number(numbers[0], say)))
    blocks.append(Pairs(rows + phones.central(contacts["hotlines"], say, 1)[0].rows))  # type: ignore[attr-defined]
    facts = [*contacts["numbers"], *contacts["missions"], *contacts["hotlines"][:1]]
    more = say("guide.more", code=data["iso2"]) if data["iso2"] else ""
    return [*blocks, *([Text(more)] if more else []), *source(facts, say)]


def _list(topics: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    rows = []
    for row in topics:
        notes = [say("guide.audience_" + row["audience"])] if row["audience"] else []
        if row["done"]:
            notes.append(say("guide.count", done=say.number(row["done"]), count=say.number(row["steps"])))
        rows.append(say.pick(row, "title") + phones.bracket(notes))
    return [Heading(1, say("guide.all")), Items(rows), Text(say("guide.open"))]
