"""Whom to call."""

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.pages import phones
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return local numbers, the missions with their hotlines, the ministry's hotline."""
    out = [*phones.emergency(data["emergency"], say), *source(data["emergency"], say)]
    out += [
        Pairs([(say("emergency.mission"), _where(mission, say)), *phones.mission(mission, say)]) for mission in data["missions"]
    ]
    if not data["missions"]:
        out.append(Text(say("emergency.in_indonesia" if data["iso2"] == "ID" else "emergency.no_mission")))
    out += phones.without_hotline(data["missions"], say)
    return [*out, *source(data["missions"], say), *phones.central(data["hotlines"], say, 1), *source(data["hotlines"][:1], say)]


def _where(mission: "dict[str, Any]", say: "Say") -> str:
    away = f" ({say('country.from_abroad')})" if mission["from_abroad"] else ""
    return f"{mission['short_name']}{away}"


def asean(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the missions of ASEAN members where Indonesia has none: they may be able to help, nothing is promised."""
    rows = data["asean_help"]
    if not rows:
        return []
    pairs = []
    for row in rows:
        parts = [
            say("country.kind_" + str(row["kind"])),
            row["city"] or "",
            row["website"] or "",
            say("common.as_of", date=say.date(row["as_of"])),
        ]
        pairs.append((say.pick(row, "name"), "; ".join(filter(None, parts))))
    return [Text(say("country.asean")), Pairs(pairs), *source(rows, say)]
