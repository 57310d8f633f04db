"""Missions of another country than Indonesia: their age first."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages import distances, embassy
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

SHOWN = 8


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the missions in the country, those covering it from elsewhere, the nearest across a border."""
    sender = data["sender_names"][say.language]
    where = embassy.place(data, say) if data["place"] else ""
    title = "embassy.title_foreign" if where else "embassy.title_foreign_unknown"
    blocks: list[object] = [Heading(1, say(title, sender=sender, place=where))]
    rows = data["foreign"] + data["accredited"] + data["nearest"]
    if rows:
        blocks.append(Callout("caution", say("embassy.foreign_age", date=say.date(min(row["as_of"] for row in rows)))))
    blocks += embassy.found_by(data, say)
    if data["country"] == data["sender"]:
        blocks.append(Text(say("embassy.foreign_own", place=where, sender=sender)))
    elif where and not data["foreign"] and not data["accredited"]:
        blocks.append(Text(say("embassy.foreign_none", sender=sender, place=where)))
    elif not where:
        blocks.append(Text(say("embassy.foreign_unplaced", code=data["sender"])))
    rough = bool(data["place"]) and data["place"]["precision"] != "exact"
    across = [row for row in data["nearest"] if row["across_border"]]
    for key, group in (("here", data["foreign"]), ("accredited", data["accredited"]), ("nearest", across)):
        if group:
            blocks += [Heading(2, say("embassy.foreign_" + key)), *_missions(group, say, rough, sender)]
    blocks += source(rows, say)
    held = [row["opening"] for row in rows if row.get("opening")]
    if held:
        blocks.append(Text(say("embassy.hours_assumed", hours=held[0]["assumed_hours"])))
    blocks += embassy.chart(data, say)
    if data["country"]:
        blocks.append(Text(say("embassy.local_numbers", country=data["country"])))
    return blocks


def _missions(rows: "list[dict[str, Any]]", say: "Say", rough: bool, sender: str) -> "list[object]":
    blocks: list[object] = []
    for row in rows[:SHOWN]:
        pairs: list[tuple[str, object]] = [(say("embassy.mission"), embassy.kind_in(row, say))]
        if row["phone_e164"]:
            pairs.append((say("embassy.telephone"), say("embassy.telephone_form", number=phone(row["phone_e164"]))))
        if row.get("opening"):
            pairs.append((say("embassy.opening"), embassy.opening(row["opening"], sender, False, say)))
        if "distance_m" in row:
            pairs.append((say("embassy.distance"), distances.way(row, say, rough)))
        pairs += [(say("embassy." + key), row[key]) for key in ("address", "email") if row[key]]
        blocks.append(Pairs(pairs + embassy.ways(row, say)))
    if len(rows) > SHOWN:
        blocks.append(Text(say("embassy.foreign_more", count=say.number(len(rows) - SHOWN))))
    return blocks
