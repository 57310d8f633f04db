"""Public holidays, by month."""

from safetravel_cli.domain.blocks import Heading, Pairs, Text
from safetravel_cli.i18n.forms import DAYS
from safetravel_cli.pages import subject
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the next holiday, then all of them by year, the weekend, and how far the list goes."""
    name = say.pick(data, "name")
    title = say("holidays.title_year", place=name, year=data["year"]) if data["year"] else say("holidays.title", place=name)
    blocks: list[object] = [*subject.top(title, data, say), *_next(data, say)]
    rows = data["holidays"]
    if not rows:
        blocks.append(Text(say("holidays.none")))
    for year in dict.fromkeys(row["date"][:4] for row in rows):
        held = [row for row in rows if row["date"].startswith(year)]
        if not data["year"]:
            blocks.append(Heading(2, year))
        blocks.append(Pairs([(_day(row, say), _name(row, say)) for row in held]))
    blocks += _moon(rows, say)
    if not data["year"] and rows and _ends_early(data):
        blocks.append(Text(say("holidays.known_to", date=say.date(data["known_to"]))))
    return [*blocks, *source(rows, say), *_weekend(data, say)]


def _ends_early(data: "dict[str, Any]") -> bool:
    return bool(data["known_to"][:4] < str(int(data["today"][:4]) + 1))


def _day(row: "dict[str, Any]", say: "Say") -> str:
    return f"{DAYS[say.language][row['weekday']]}, {say.date(row['date'])}"


def _title(row: "dict[str, Any]", say: "Say") -> str:
    return say.pick(row, "name") or str(row["name_local"])


def _name(row: "dict[str, Any]", say: "Say") -> str:
    notes = []
    if row["name_local"] and row["name_local"] not in (row["name_en"], row["name_id"]):
        notes.append(str(row["name_local"]))
    if row["moon"]:
        notes.append(say("country.estimated" if row["moon"] == "estimated" else "holidays.sighted"))
    if row["scope"] != "national":
        notes.append(say("holidays.scope_" + row["scope"]))
    place = say.pick(row, "regional")
    if place:
        notes.append(place)
    return _title(row, say) + (f" ({'; '.join(notes)})" if notes else "")


def _next(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return whether today is a holiday, else how far the next one is."""
    coming = [row for row in data["holidays"] if row["days_away"] >= 0]
    if not coming or (data["year"] and data["year"] != int(data["today"][:4])):
        return []
    row = coming[0]
    if row["days_away"] == 0:
        return [Text(say("holidays.today", name=_title(row, say)))]
    key = "holidays.tomorrow" if row["days_away"] == 1 else "holidays.next"
    return [Text(say(key, name=_title(row, say), days=say.number(row["days_away"])))]


def _moon(rows: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    return [Text(say("holidays.moon"))] if any(row["moon"] and row["days_away"] >= 0 for row in rows) else []


def _weekend(data: "dict[str, Any]", say: "Say") -> "list[object]":
    week = data["weekend"]
    if not week or not week["days"]:
        return []
    note = say.pick(week, "weekend_note")
    days = say.join([say("country.day_" + day) for day in week["days"]])
    return [Pairs([(say("country.weekend"), days + (f". {note}" if note else ""))]), *source([week], say)]
