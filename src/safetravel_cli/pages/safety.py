"""Dangers and practice, danger first; what is not in season stands last."""

from safetravel_cli.domain.blocks import Heading, Text
from safetravel_cli.i18n.forms import MONTHS
from safetravel_cli.pages import subject
from safetravel_cli.pages.sections import danger
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

SEVERITIES = ("danger", "caution", "info")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the rows by severity, then those of other months; the few of a topic each with its own source and date."""
    name = say.pick(data, "name")
    month = MONTHS[say.language][data["month"] - 1]
    now = say("safety.in_month", month=month) if data["month_asked"] else say("country.this_month")
    blocks = subject.top(say("safety.title", name=name, month=month), data, say)
    blocks += missing(data, name, say)
    if data["topics"]:
        for row in data["safety"]:
            blocks += [danger.callout(row, say, now), *source([row], say)]
    else:
        parts = [
            ("safety." + kind, [row for row in data["safety"] if row["severity"] == kind and row["now"]]) for kind in SEVERITIES
        ]
        parts.append(("safety.other_months", [row for row in data["safety"] if not row["now"]]))
        for key, rows in parts:
            if rows:
                title = say(key, month=month)
                blocks += [Heading(2, title), *[danger.callout(row, say, now) for row in rows], *source(rows, say)]
    return [*blocks, Text(say("safety.more", code=data["iso2"]))]


def missing(data: "dict[str, Any]", name: str, say: "Say") -> "list[object]":
    """Tell of which topics nothing is known: silence is no safety."""
    if not data["known"]:
        return [Text(say("safety.nothing", name=name))]
    found = {row["topic"] for row in data["safety"]}
    titles = [say.pick(topic, "title") for topic in data["topics"] if topic["topic"] not in found]
    # A part of a word may mean many topics, of which a country has one.
    if not titles or (found and len(data["topics"]) > 1):
        return []
    return [Text(say("safety.no_topic_rows", topics=say.join(titles), name=name, code=data["iso2"]))]
