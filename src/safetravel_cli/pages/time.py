"""The clock of a place, or the clocks of a country that has several."""

from safetravel_cli.domain import days
from safetravel_cli.domain.blocks import Heading, Pairs, Table, Text
from safetravel_cli.i18n.forms import DAYS
from safetravel_cli.pages import asked
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the clock there, against WIB, WITA and WIT, its next change, when to call home; then the other clocks."""
    blocks: list[object] = [Heading(1, say("time.title", place=asked.name(data, say))), *asked.lines(data, say, "time")]
    if not data["zones"]:
        return [*blocks, Text(say("country.no_time")), *_home(data, say)]
    here = next((row for row in data["zones"] if row["zone"] == data["here"]), None)
    rest = [row for row in data["zones"] if not here or _same(row) != _same(here)]
    if here:
        blocks += [Pairs(_clock(here, data, say)), *_call(here, data, say)]
    if rest:
        title = "time.elsewhere" if here else "time.several"
        blocks += [Heading(2, say(title, count=len({_same(row) for row in rest}))), _table(rest, data, say)]
    return [*blocks, *_home(data, say), *_assumed(data, say), *source([data], say)]


def stamp(text: str, say: "Say") -> str:
    """Write YYYY-MM-DDTHH:MM as clock, weekday and date."""
    return f"{text[11:16]}, {weekday(text, say)}, {say.date(text)}"


def weekday(text: str, say: "Say") -> str:
    """Return the name of the weekday of an ISO date."""
    return DAYS[say.language][days.weekday(text)]


def difference(hours: float, zone: str, say: "Say") -> str:
    """Say how far a clock is from a zone of Indonesia: same, or ahead or behind by hours and minutes."""
    if not hours:
        return say("time.same", zone=zone)
    minutes = round(abs(hours) * 60)
    parts = [say("country.hours", count=minutes // 60)] if minutes >= 60 else []
    if minutes % 60:
        parts.append(say("country.minutes", count=minutes % 60))
    return say("time.ahead" if hours > 0 else "time.behind", time=" ".join(parts), zone=zone)


def _same(row: "dict[str, Any]") -> "tuple[object, object]":
    change = row["next_change"]
    return row["utc_offset_hours"], change and (change["at"], change["utc_offset_hours"])


def _clock(row: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    hours = row["utc_offset_hours"]
    minutes = round(abs(hours) * 60)
    sign = "+" if hours >= 0 else "−"
    return [
        (say("country.time_now"), stamp(row["local_time"], say)),
        (say("time.zone"), f"{row['zone']} (UTC{sign}{minutes // 60}{f':{minutes % 60:02}' if minutes % 60 else ''})"),
        (say("time.against"), [difference(ahead, zone, say) for zone, ahead in row["against"].items()]),
        (say("country.clock_change"), _change(row, say)),
    ]


def _change(row: "dict[str, Any]", say: "Say") -> str:
    change = row["next_change"]
    if not change:
        return say("time.no_change")
    forward = change["utc_offset_hours"] > row["utc_offset_hours"]
    minutes = round(abs(change["utc_offset_hours"] - row["utc_offset_hours"]) * 60)
    size = say("country.hours", count=minutes // 60) if not minutes % 60 else say("country.minutes", count=minutes)
    return say(
        "time.forward" if forward else "time.back",
        when=stamp(change["local_time"], say),
        size=size,
        after=difference(change["against"]["WIB"], "WIB", say),
    )


def _windows(found: "dict[str, Any]", zone: str, say: "Say") -> "list[str]":
    return [
        say("time.window", start=one["from"], end=one["to"], home_start=one["home_from"], home_end=one["home_to"], zone=zone)
        for one in found["windows"]
    ]


def _call(row: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> "list[object]":
    if data["country"] == "ID":
        return []
    rows = [(zone, _windows(found, zone, say)) for zone, found in row["call"].items()]
    good = [zone for zone, found in row["call"].items() if found["now"]]
    now = say("time.now_good", zones=say.join(good)) if good else say("time.now_bad")
    return [Heading(2, say("time.call_home")), Text(now), Pairs(rows)]


def _table(rows: "list[dict[str, Any]]", data: "dict[str, Any]", say: "Say") -> Table:
    groups: dict[object, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(_same(row), []).append(row)
    columns = [say("time.where"), say("country.time_now"), say("time.against"), say("country.clock_change")]
    abroad = data["country"] != "ID"
    if abroad:
        columns.append(say("time.call_home_wib"))
    lines = []
    for held in groups.values():
        first = held[0]
        # "Michigan (most areas), Michigan (border)": each place is told, the clock once.
        names = [say.pick(row, "area") or row["zone"].rpartition("/")[2].replace("_", " ") for row in held]
        cells: list[object] = [
            "; ".join(dict.fromkeys(names)),
            stamp(first["local_time"], say),
            difference(first["against"]["WIB"], "WIB", say),
            _change(first, say),
        ]
        lines.append(tuple([*cells, _windows(first["call"]["WIB"], "WIB", say)] if abroad else cells))
    return Table(columns, lines)


def _home(data: "dict[str, Any]", say: "Say") -> "list[object]":
    rows = [(row["name"], stamp(row["local_time"], say)) for row in data["home"]]
    return [Heading(2, say("time.home")), Pairs(rows)]


def _assumed(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if data["country"] == "ID":
        return []
    hours = data["call_hours"]
    there, home = hours["there"], hours["home"]
    return [Text(say("time.assumed", start=there[0], end=there[1], home_start=home[0], home_end=home[1]))]
