"""Green, amber and red, in words, the worst first; and what to do about each."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

KINDS = {"red": "danger", "amber": "caution", "green": "good"}


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the sum, then a section for each level, the worst first."""
    numbers = {level: say.number(data[level]) for level in KINDS}
    blocks: list[object] = [
        Heading(1, say("doctor.title")),
        Callout(KINDS[data["worst"]], say(_sum(data), **numbers)),
    ]
    for level in KINDS:
        rows = [row for row in data["checks"] if row["level"] == level]
        if rows:
            blocks.append(Heading(2, say("doctor.level_" + level)))
        for row in rows:
            blocks.append(
                Text(say("doctor.row", level=say("doctor.word_" + level), check=_name(row, say), message=row["message"]))
            )
            if row["todo"]:
                blocks.append(Text(say("doctor.todo", todo=row["todo"])))
            if row["details"]:
                blocks.append(Items(row["details"]))
    return [*blocks, Text(say("doctor.sent_nothing"))]


def _sum(data: "dict[str, Any]") -> str:
    """Return what to say of the whole; that an alert would leave, only where a channel was seen to work."""
    proved = any(row["level"] == "green" and row["check"].startswith("channel ") for row in data["checks"])
    return "doctor.sum_amber_unproved" if data["worst"] == "amber" and not proved else "doctor.sum_" + str(data["worst"])


def _name(row: "dict[str, Any]", say: "Say") -> str:
    kind, _, name = str(row["check"]).partition(" ")
    key = "doctor.check_" + kind
    words = say(key) if say.has(key) else kind
    known = "channels.name_" + name
    return f"{words} {say(known)} ({name})" if name and say.has(known) else f"{words} {name}".strip()
