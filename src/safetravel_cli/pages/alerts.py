"""Disasters near by: what, how grave, how far, since when."""

from safetravel_cli.domain.blocks import Callout, Heading, Link, Pairs, Text
from safetravel_cli.pages import distances, fixline, namesakes
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

    Row = dict[str, Any]

# What happens at a moment, and does not go on.
MOMENTS = ("EQ", "TS")
METHODS = ("given", "saved_place", "time_zone", "unknown")


def page(data: "Row", say: "Say") -> "list[object]":
    """Return title, how old the list is, the events, and what the list cannot tell."""
    blocks: list[object] = [Heading(1, _title(data, say)), *_found_by(data, say)]
    if not data["looked_on"]:
        return [*blocks, Callout("caution", say("alerts.never")), *_call(data, say)]
    if data["stale"] or data["age_days"] is None:
        key = "alerts.stale" if data["stale"] else "alerts.clock"
        blocks.append(Callout("caution", say(key, date=say.date(data["looked_on"]), days=say.number(data["age_days"] or 0))))
    own, over = ([row for row in data["events"] if (row["border_m"] is not None) is far] for far in (False, True))
    blocks += _list(own, say) if own else [Text(say("alerts.none", days=say.number(data["days"])))]
    if over:
        blocks += [Heading(2, _over(data, say)), *_list(over, say)]
    blocks.append(Text(say("alerts.note")))
    blocks += _call(data, say)
    counts = {"recent": say.number(data["recent"]), "days": say.number(data["days"]), "date": say.date(data["looked_on"])}
    blocks.append(Text(say("alerts.counted", **counts)))
    return [*blocks, *source(data["events"] or [{"source": data["source"], "as_of": data["looked_on"]}], say)]


def _list(rows: "list[Row]", say: "Say") -> "list[object]":
    return [Pairs([(_label(row, say), _lines(row, say)) for row in rows])]


def _over(data: "Row", say: "Say") -> str:
    country = data["names"][say.language]
    if data["radius_km"]:
        return say("alerts.over_within", country=country, km=say.number(data["radius_km"]))
    return say("alerts.over", country=country)


def _title(data: "Row", say: "Say") -> str:
    if not data["place"]:
        return say("alerts.title")
    label = say.pick(data["place"], "name")
    if data["order"] != "distance":
        return say("alerts.title_in", place=label)
    return say("alerts.title_near", place=label, km=say.number(data["radius_km"]))


def _found_by(data: "Row", say: "Say") -> "list[object]":
    position = data["position"]
    blocks: list[object] = []
    if data["read_as"]:
        blocks.append(Text(say("embassy.read_as", name=say.pick(data["place"], "name"))))
    blocks += namesakes.blocks(data["place"], data["others"], say) if data["others"] else []
    if position["method"] == "saved_place":
        age = fixline.age(position["age_s"], say)
        blocks.append(Text(say("alerts.by_saved_place", hint=data["hint"], age=age)))
    elif position["method"] == "time_zone":
        blocks.append(Text(say("alerts.by_time_zone", hint=data["hint"])))
    elif position["method"] == "unknown":
        blocks.append(Text(say("alerts.unknown")))
    elif position["method"] not in METHODS:
        blocks.append(Text(fixline.sentence(position, say)))
    return blocks


def _label(row: "Row", say: "Say") -> str:
    what = say("alerts.kind_" + row["kind"])
    name = say("alerts.named", what=what, name=row["name"]) if row["name"] else what
    return say("alerts.level_" + row["level"], what=name)


def _lines(row: "Row", say: "Say") -> "list[object]":
    lines: list[object] = []
    if row["distance_m"] is not None:
        lines.append(distances.straight(row, say, about=True))
    if row["border_m"] is not None:
        lines.append(_from_border(row, say))
    if row["countries"] and [one["country"] for one in row["countries"]] != [(row["at"] or {}).get("country")]:
        lines.append(say.join([one["names"][say.language] for one in row["countries"]]))
    if row["severity"] and row["severity_unit"] in ("M", "km/h"):
        key = "alerts.magnitude" if row["severity_unit"] == "M" else "alerts.wind"
        lines.append(say(key, number=say.number(row["severity"], 1 if row["severity_unit"] == "M" else 0)))
    lines.append(_when(row, say))
    if row["url"]:
        lines.append(Link(say("alerts.report"), row["url"]))
    return lines


def _from_border(row: "Row", say: "Say") -> str:
    km = distances.rough_km(row["border_m"])
    key = ("alerts.in_" if row["at"] else "alerts.at_sea_") + ("about" if km else "close")
    return say(key, country=row["at"]["names"][say.language] if row["at"] else "", km=say.number(km))


def _when(row: "Row", say: "Say") -> str:
    start, end = say.date(row["started_at"]), say.date(row["ended_at"])
    if row["current"] and row["kind"] not in MOMENTS:
        text = say("alerts.since", start=start)
    elif start == end:
        text = start
    else:
        text = say("alerts.from_to", start=start, end=end)
    days = row["age_days"]
    if days is None:
        return text
    key = "alerts.today" if days == 0 else "alerts.one_day" if days == 1 else "alerts.days"
    return text + say(key, days=say.number(days))


def _call(data: "Row", say: "Say") -> "list[object]":
    code = data["country"]
    return [Text(say("alerts.call", country=code.lower()))] if code else []
