"""The next public holidays."""

from safetravel_cli.domain.blocks import Pairs
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return date and name, a mark where the date follows the moon."""
    rows = []
    for row in data["holidays"]:
        name = say.pick(row, "name") or str(row["name_local"])
        notes = (
            [str(row["name_local"])] if row["name_local"] and row["name_local"] not in (row["name_en"], row["name_id"]) else []
        )
        if row["estimated"]:
            notes.append(say("country.estimated"))
        scope = say.pick(row, "regional")
        if scope:
            notes.append(scope)
        rows.append((say.date(row["date"]), name + (f" ({'; '.join(notes)})" if notes else "")))
    return [Pairs(rows), *source(data["holidays"], say)] if rows else []
