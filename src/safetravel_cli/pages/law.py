"""Laws and rules, danger first."""

from safetravel_cli.domain.blocks import Heading, Text
from safetravel_cli.pages import subject
from safetravel_cli.pages.sections import danger
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

SEVERITIES = ("danger", "caution", "info")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the laws by severity; the few of a topic each with its own source and date."""
    name = say.pick(data, "name")
    blocks = subject.top(say("law.title", name=name), data, say)
    blocks += missing(data, name, say)
    if data["topics"]:
        for row in data["laws"]:
            blocks += [danger.callout(row, say), *source([row], say)]
    else:
        for severity in SEVERITIES:
            rows = [row for row in data["laws"] if row["severity"] == severity]
            if rows:
                blocks += [Heading(2, say("law." + severity)), *[danger.callout(row, say) for row in rows], *source(rows, say)]
    return [*blocks, Heading(2, say("law.trouble")), Text(say("law.held", code=data["iso2"]))]


def missing(data: "dict[str, Any]", name: str, say: "Say") -> "list[object]":
    """Tell of which topics nothing is known: silence is no permission."""
    if not data["known"]:
        return [Text(say("law.nothing", name=name))]
    found = {row["topic"] for row in data["laws"]}
    titles = [say.pick(topic, "title") for topic in data["topics"] if topic["topic"] not in found]
    # A part of a word may mean many topics, of which a country has one.
    if not titles or (found and len(data["topics"]) > 1):
        return []
    return [Text(say("law.no_topic_rows", topics=say.join(titles), name=name, code=data["iso2"]))]
