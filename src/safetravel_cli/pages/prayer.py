"""Prayer times on a page: what comes next, the day or the month, the direction."""

import math

from safetravel_cli.domain.blocks import NBSP, Callout, Heading, Pairs, Source, Text, Verbatim
from safetravel_cli.domain.prayer import METHODS
from safetravel_cli.geo.distance import compass
from safetravel_cli.pages import asked, distances
from safetravel_cli.pages.time import weekday

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

MONTH = ("fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha")
# The rose: half its width and height in characters, which are twice as high as wide.
WIDE, HIGH = 10, 4


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the title, the next prayer, the times of the day or the month, what they rest on, the qibla."""
    first = data["days"][0]
    when = say.date(first["date"][:7] if data["month"] else first["date"])
    name = asked.name(data, say)
    blocks: list[object] = [Heading(1, say("prayer.title", place=name, date=when)), *asked.lines(data, say, "prayer")]
    city = say.pick(data["at"], "name")
    # Hong Kong is its own city.
    if data["at"]["capital"] and city != name:
        blocks.append(Text(say("prayer.capital", city=city)))
    if not data["zone"]:
        blocks.append(Text(say("prayer.at_sea")))
    if not data["month"]:
        blocks.append(Text(hijri(first, say)))
    blocks += _next(data, say)
    blocks += _month(data, say) if data["month"] else [Pairs(_times(first, data, say))]
    return [*blocks, *rule(data, say), *_methods(data, say), *_qibla(data["qibla"], say)]


def left(minutes: int, say: "Say") -> str:
    """Write a span of minutes as hours and minutes."""
    parts = [say("country.hours", count=minutes // 60)] if minutes >= 60 else []
    if minutes % 60 or not parts:
        parts.append(say("country.minutes", count=minutes % 60))
    return " ".join(parts)


def hijri(row: "dict[str, Any]", say: "Say") -> str:
    """Write the date of the Hijra of a day, and the one that begins at Maghrib."""
    held = [row["hijri"], row["hijri_after_maghrib"]]
    if None in held:
        return say("prayer.no_hijri")
    now, then = [
        NBSP.join([str(one["day"]), say(f"prayer.month_{one['month']}").replace(" ", NBSP), str(one["year"]), "H"])
        for one in held
    ]
    return say("prayer.hijri", date=now, after=then)


def _next(data: "dict[str, Any]", say: "Say") -> "list[object]":
    coming = data["next"]
    if not coming:
        return []
    at = coming["at"][11:]
    if coming["at"][:10] != data["today"]:
        at = say("prayer.tomorrow", time=at)
    name = say("prayer." + coming["prayer"])
    return [Callout("note", say("prayer.next", prayer=name, time=at, left=left(coming["minutes_left"], say)))]


def _times(row: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    main, *rest = data["methods"]
    rows: list[tuple[str, object]] = []
    for name in row["times"][main]:
        beside = [f"{say('prayer.method_' + one)} {_clock(row, one, name)}" for one in rest if name in row["times"][one]]
        rows.append((say("prayer." + name), clock(row, main, name, say) + (f" ({'; '.join(beside)})" if beside else "")))
    return rows


def clock(row: "dict[str, Any]", method: str, name: str, say: "Say") -> str:
    """Write a time, with the day where it falls on another, and with its mark where it was taken from latitude 45."""
    at = row["times"][method][name]
    return str(at[11:]) + _later(row, at, say) + _mark(row, method, name)


def _clock(row: "dict[str, Any]", method: str, name: str) -> str:
    return str(row["times"][method][name][11:]) + _mark(row, method, name)


def _mark(row: "dict[str, Any]", method: str, name: str) -> str:
    # Imsak stands before Fajr, and rests on what Fajr rests on.
    return "*" if ("fajr" if name == "imsak" else name) in row["modelled"][method] else ""


def _later(row: "dict[str, Any]", at: str, say: "Say") -> str:
    return "" if at[:10] == row["date"] else " " + say("prayer.other_day", day=weekday(at, say))


def _month(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a line a day of the main method: so a month fits a wall and a narrow screen."""
    main = data["methods"][0]
    head = [Pairs([(say("prayer.day"), " ".join(say("prayer." + name) for name in MONTH))])]
    rows = []
    for row in data["days"]:
        mark = "*" if row["modelled"][main] else ""
        rows.append((row["date"][8:].lstrip("0"), " ".join(row["times"][main][name][11:] for name in MONTH) + mark))
    # The words that were typed find the place again.
    place = data["hint"] + " " if data["position"]["method"] == "given" and data["hint"] else ""
    others = [
        Text(say("prayer.month_other", method=say("prayer.method_" + name), place=place, date=data["date"], name=name))
        for name in data["methods"][1:]
    ]
    return [*head, Pairs(rows), *others]


def rule(data: "dict[str, Any]", say: "Say") -> "list[Callout]":
    """Return by which rule the marked times were taken from latitude 45; nothing where none is marked."""
    marked = [names for row in data["days"] for names in row["modelled"].values() if names]
    if not marked:
        return []
    return [Callout("caution", say("prayer.polar" if any("dhuhr" in names for names in marked) else "prayer.high"))]


def _methods(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return what each method is, and by whose times to go."""
    lines: list[object] = []
    for name in data["methods"]:
        method = METHODS[name]
        isha = (
            say("prayer.isha_after", minutes=method.isha_after)
            if method.isha_after
            else say("prayer.isha_angle", angle=say.number(method.isha))
        )
        words = say("prayer.method_" + name), say("prayer.authority_" + name)
        lines.append(Text(say("prayer.method", method=words[0], authority=words[1], fajr=say.number(method.fajr), isha=isha)))
    if len(data["methods"]) > 1:
        lines.append(Text(say("prayer.follow", method=say("prayer.method_" + data["methods"][1]))))
    return [*lines, Source(say("prayer.source", hijri=data["source"], date=say.date(data["as_of"])))]


def _qibla(qibla: "dict[str, Any]", say: "Say") -> "list[object]":
    head: list[object] = [Heading(2, say("prayer.qibla"))]
    if qibla["too_rough"]:
        return [*head, Text(say("prayer.in_makkah"))]
    if qibla["there"]:
        return [*head, Text(say("prayer.at_kaaba"))]
    degrees = say.number(qibla["bearing_deg"], 0)
    where = say(compass(qibla["bearing_deg"]))
    length = distances.length(qibla["distance_m"], say)
    return [
        *head,
        Text(say("prayer.direction", degrees=degrees, compass=where, distance=length)),
        Verbatim(rose(qibla["bearing_deg"], say("prayer.letters"))),
        Text(say("prayer.true_north")),
    ]


def rose(bearing: float, letters: str) -> "list[str]":
    """Return the lines of a compass rose: north up, `+` where you stand, `K` where the Kaaba is.

    `letters` are those for north, east, south and west. The K stands outside of them, so that none is hidden.
    """
    grid = [[" "] * (2 * WIDE + 5) for _ in range(2 * HIGH + 3)]
    middle, row = WIDE + 2, HIGH + 1
    for quarter, letter in enumerate(letters):
        turn = math.radians(quarter * 90)
        grid[row - round((HIGH - 1) * math.cos(turn))][middle + round((WIDE - 2) * math.sin(turn))] = letter
    turn = math.radians(bearing)
    for step in (0.35, 0.55):
        grid[row - round(HIGH * step * math.cos(turn))][middle + round(WIDE * step * math.sin(turn))] = "."
    grid[row][middle] = "+"
    grid[row - round((HIGH + 1) * math.cos(turn))][middle + round((WIDE + 2) * math.sin(turn))] = "K"
    lines = ["".join(line).rstrip() for line in grid]
    held = [at for at, line in enumerate(lines) if line]
    return lines[held[0] : held[-1] + 1]
