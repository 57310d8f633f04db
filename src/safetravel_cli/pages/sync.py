"""What each source of `sync` gave."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

NOTES = ("pending", "held_back", "unknown", "older")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a line a source, then what was not taken in and why."""
    rows = data["sources"]
    blocks: list[object] = [Heading(1, say("sync.title")), Pairs([(row["source"], _line(row, say)) for row in rows])]
    notes = [note(row, name, say) for row in rows for name in NOTES if row.get(name)]
    if notes:
        blocks.append(Items(notes))
    if data["set_aside"]:
        blocks.append(Callout("note", say("sync.set_aside")))
    if data["status"] == "partial":
        blocks.append(Callout("caution", say("sync.partial")))
    return blocks


def note(row: "dict[str, Any]", name: str, say: "Say") -> str:
    """Return the sentence about what of a source was not taken in, and why."""
    names = row[name] if isinstance(row[name], list) else []
    return say("sync.note_" + name, count=len(names), names=say.join([str(one) for one in names]), source=row["source"])


def reason(row: "dict[str, Any]", say: "Say") -> str:
    """Return why a source failed."""
    problem = row["problem"]
    values = {**problem, "date": say.date(str(problem.get("date", "")))}
    return say("sync." + problem["id"], **values)


def _line(row: "dict[str, Any]", say: "Say") -> str:
    if row["status"] == "failed":
        return say("sync.failed", reason=reason(row, say))
    counted = say(f"sync.count_{row['topic']}", count=say.number(row["rows"]), date=say.date(row["as_of"]))
    words = [say("sync." + row["status"]), counted]
    if row.get("levels_read"):
        words.append(say("sync.levels_read", count=say.number(row["levels_read"])))
    return "; ".join(words)
