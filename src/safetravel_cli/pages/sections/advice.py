"""Levels of advice in the words of each government."""

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# Governments that print a number. The United Kingdom and Germany speak in words only: a number would be ours, not theirs.
NUMBERED = ("US", "CA", "AU")


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return one line a government, one a health notice, and the reminder that none of them is Kemlu's."""
    rows, notices = data["advice"], data["health_notices"]
    if not rows and not notices:
        return [Text(say("country.no_advice"))]
    pairs = []
    for row in rows:
        level = say("country.level", level=row["level"]) if row["government"] in NUMBERED and row["level"] else ""
        words = [": ".join(filter(None, (level, say.pick(row, "words"))))]
        if row["regional"] and row["government"] in NUMBERED:
            words.append(say("country.parts_differ"))
        words.append(say("common.as_of", date=say.date(row["updated_on"] or row["as_of"])))
        if row["live"]:
            words.append(say("country.live"))
        pairs.append((say("country.government_" + row["government"]), "; ".join(words)))
    for notice in notices:
        # The publisher's own words, which are English.
        words = [say("country.level", level=notice["level"]) + ": " + notice["title"]]
        words += [say("common.as_of", date=say.date(notice["published_on"])), say("country.live")]
        pairs.append((say("country.health_notice"), "; ".join(words)))
    return [Pairs(pairs), Text(say("country.not_kemlu")), *source(rows + notices, say)]
