"""Dangers: laws and safety of severity danger on the card, everything when asked."""

from safetravel_cli.domain.blocks import Callout, Text
from safetravel_cli.i18n.forms import held
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

KINDS = {"danger": "danger", "caution": "caution", "info": "note"}


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the rows of severity danger, and how many others there are."""
    grave = [row for row in data["safety"] + data["laws"] if row["severity"] == "danger"]
    # What is not in season this month can wait.
    grave.sort(key=lambda row: not row.get("now", True))
    rest = len(data["laws"]) + len(data["safety"]) - len(grave)
    out: list[object] = [callout(one, say) for one in grave] or [Text(say("country.no_danger"))]
    if rest:
        out.append(Text(say("country.more_rows", count=rest, code=data["iso2"])))
    return [*out, *source(grave, say)]


def laws(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return all laws, danger first."""
    return [*[callout(one, say) for one in data["laws"]], *source(data["laws"], say)]


def safety(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return all dangers and practice, danger first."""
    return [*[callout(one, say) for one in data["safety"]], *source(data["safety"], say)]


def callout(row: "dict[str, Any]", say: "Say", now: str = "") -> Callout:
    """Return one law or danger: kind, title, place, season, what to do, penalty, doubts.

    `now` is what is said of a season that holds; by default that it is the season of this month.
    """
    head = f"{say('common.' + row['severity'])}: {row['title']}"
    if row.get("place"):
        head += f" ({row['place']})"
    if row.get("season"):
        months = " – ".join(say("country.month_" + str(int(month))) for month in row["season"])
        head += f" [{months}{(now or say('country.this_month')) if row['now'] else ''}]"
    text = f"{head}. {held(row['text'])}"
    if row.get("penalty"):
        text += f" {say('common.penalty')}: {row['penalty']}"
    if row["confidence"] == "unverified":
        text += f" [{say('common.unverified')}]"
    elif row.get("weak_source"):
        text += f" [{say('country.weak_source')}]"
    return Callout(KINDS[row["severity"]], text)
