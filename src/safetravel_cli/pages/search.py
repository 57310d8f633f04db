"""What a search found, best first, each with the command that shows more."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.i18n.forms import held, phone
from safetravel_cli.pages.card import marked
from safetravel_cli.pages.phones import bracket
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return how much was found, then the facts."""
    hits = data["hits"]
    blocks: list[object] = [Heading(1, say("search.title", text=data["text"]))]
    if data["partial"]:
        words = say.join(list(dict.fromkeys(word for hit in hits for word in hit["words"])))
        blocks.append(Callout("caution", say("search.partial", words=words)))
    key = "search.all" if data["count"] == len(hits) else "search.first"
    blocks.append(Text(say(key, count=say.number(data["count"]), shown=say.number(len(hits)))))
    blocks += [Pairs([(_title(hit, say), _lines(hit, say))]) for hit in hits]
    return [*blocks, *source(hits, say)]


def _title(hit: "dict[str, Any]", say: "Say") -> str:
    kind = say("search.kind_" + hit["kind"])
    country = say.pick(hit, "name") if hit["country"] else ""
    own = say.pick(hit, "title")
    return ", ".join(dict.fromkeys(part for part in (kind, own, country) if part))


def _lines(hit: "dict[str, Any]", say: "Say") -> "list[str]":
    if hit["kind"] == "number":
        number = marked(phone(say.pick(hit, "text")), hit["confidence"], say)
        return [number, say("common.more", command=hit["command"])]
    notes = [say("common.unverified")] if hit["confidence"] == "unverified" else []
    text = held(say.pick(hit, "text"))
    detail = phone(hit["detail"]) if hit["kind"] == "contact" else hit["detail"]
    first = ": ".join(part for part in (text, detail) if part)
    if hit["severity"] == "danger":
        first = f"{say('common.danger')}: {first}"
    lines = [(first + bracket(notes)).strip()] if first or notes else []
    return [*lines, say("common.more", command=hit["command"])] if hit["command"] else lines
