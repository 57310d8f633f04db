"""What has changed: day by day, what matters most first, each with what was and what is."""

from safetravel_cli.domain.blocks import Heading, Pairs, Text
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages.sections.advice import NUMBERED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

    Row = dict[str, Any]

# A new version of the bundled facts may change thousands: these many are printed, the JSON has all.
MOST = 60


def page(data: "Row", say: "Say") -> "list[object]":
    """Return the changes by the day on which they were noted."""
    country = data["names"][say.language] if data["names"] else ""
    blocks: list[object] = [Heading(1, say("changes.title_in", country=country) if country else say("changes.title"))]
    if data["read_as"]:
        blocks.append(Text(say("country.read_as", name=country)))
    if not data["begun_on"]:
        return [*blocks, Text(say("changes.nothing_noted"))]
    rows = data["changes"]
    if not rows:
        # Before it was first noted, nothing is known.
        blocks.append(Text(say("changes.none", since=say.date(max(data["since"], data["begun_on"])))))
    days: dict[str, list[Row]] = {}
    for row in rows[:MOST]:
        days.setdefault(row["noted_on"], []).append(row)
    for day, held in days.items():
        blocks.append(Heading(2, say("changes.noted", date=say.date(day)) if day else say("changes.not_noted")))
        blocks.append(Pairs([(_label(row, say), _lines(row, say)) for row in held]))
    if len(rows) > MOST:
        blocks.append(Text(say("changes.more", count=say.number(len(rows) - MOST))))
    span = {"begun": say.date(data["begun_on"]), "noted": say.date(data["noted_on"]), "percent": say.number(data["percent"])}
    return [*blocks, Text(say("changes.span", **span))]


def _label(row: "Row", say: "Say") -> str:
    what = {
        "emergency": lambda: say("emergency." + row["key"]),
        "level": lambda: say("changes.advice", government=say("country.government_" + row["key"])),
        "law": lambda: say("changes.law", title=row["title"] or row["key"].replace("_", " ")),
        "entry": lambda: say("changes.entry", passport=row["key"]),
        "rate": lambda: say("changes.rate", code=row["key"], name=row["title"]),
    }[row["topic"]]()
    return say("changes.of", country=row["names"][say.language], what=what) if row["names"] else what


def _lines(row: "Row", say: "Say") -> "list[str]":
    before, after = (_said(row, row[key], say) for key in ("before", "after"))
    if row["kind"] == "new":
        lines = [say("changes.new", now=after)]
    elif row["kind"] == "gone":
        lines = [say("changes.gone", before=before)]
    elif before == after:
        lines = [say("changes.reworded")]
    else:
        lines = [say("changes.was", before=before), say("changes.now", now=after)]
    if row["topic"] == "rate" and row["before"] and row["after"]:
        lines.append(_moved(row["before"]["idr_per_unit"], row["after"]["idr_per_unit"], say))
    if row["text"]:
        lines.append(row["text"])
    if row["source"]:
        key = "changes.source_live" if row["live"] else "changes.source"
        lines.append(say(key, source=row["source"], date=say.date(row["as_of"])) if row["as_of"] else row["source"])
    return lines


def _said(row: "Row", value: "Row | None", say: "Say") -> str:
    """Return a value in words; '' for none."""
    if value is None:
        return ""
    if row["topic"] == "level":
        level = say("country.level", level=value["level"]) if row["key"] in NUMBERED and value["level"] else ""
        parts = say("country.parts_differ") if value["regional"] and row["key"] in NUMBERED else ""
        return "; ".join(filter(None, (": ".join(filter(None, (level, say.pick(value, "words")))), parts)))
    if row["topic"] == "rate":
        return say("changes.worth", code=row["key"], rupiah=say.number(float(f"{value['idr_per_unit']:.6g}")))
    if row["topic"] == "entry":
        days = ", " + say("entry.days", days=value["stay_days"]) if value["stay_days"] else ""
        return say("entry.requirement_" + value["requirement"]) + days
    if row["topic"] == "law":
        return say("changes.severity_" + value["severity"])
    numbers = [value["number"], *str(value["alternatives"] or "").split()]
    mobile = [say("changes.mobile", number=phone(value["from_mobile"]))] if value["from_mobile"] else []
    return ", ".join([*map(phone, dict.fromkeys(numbers)), *mobile])


def _moved(before: float, after: float, say: "Say") -> str:
    percent = say.number(abs(after - before) / before * 100, 1)
    return say("changes.dearer" if after > before else "changes.cheaper", percent=percent)
