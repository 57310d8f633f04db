"""The list of countries."""

from safetravel_cli.domain.blocks import Heading, Table, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a table with one row a country."""
    rows = data["countries"]
    if not rows:
        return [Text(say("countries.none"))]
    table = [
        (
            f"{say.pick(row, 'name')} ({row['code']})",
            say.pick(row, "subregion") or say.pick(row, "region"),
            " ".join(f"{government}{level}" for government, level in sorted(row["levels"].items())),
            say("entry.short_" + row["visa"]) + (f" {row['stay_days']}" if row["stay_days"] else "") if row["visa"] else "",
        )
        for row in rows
    ]
    columns = [
        say("countries.name"),
        say("countries.region"),
        say("countries.levels"),
        say("countries.visa", passport=data["passport"]),
    ]
    return [Heading(1, say("countries.title", count=len(rows))), Table(columns, table), Text(say("countries.explain"))]
