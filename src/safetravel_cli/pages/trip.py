"""The brief of a trip, leg by leg, and what may go wrong on it."""

from safetravel_cli.domain import days
from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages import trip_prayer
from safetravel_cli.pages.card import marked
from safetravel_cli.pages.sections import entry, food, money, practical
from safetravel_cli.pages.sections import time as clock
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# Titles of dangers on a brief; the rest is a number.
MOST = 6
SEVERITIES = ("danger", "caution", "note")


def page(data: "dict[str, Any]", say: "Say", paper: bool = False) -> "list[object]":
    """Return the brief, or the check where that was asked; on `paper` without the lines that speak of commands."""
    blocks: list[object] = [Heading(1, title(data, say)), Pairs([(say("trip.passport"), _passport(data, say))])]
    if data["checked"]:
        return [*blocks, *_check(data, say), *_unread(data, say)]
    if data["problems"]:
        blocks.append(Heading(2, say("trip.severity_danger")))
    blocks += [Callout("danger", _problem(problem, data, say)) for problem in data["problems"]]
    if data["more"] and not paper:
        path = data["file"] if " " not in data["file"] else f'"{data["file"]}"'
        blocks.append(Text(say("trip.more_found", count=say.number(data["more"]), file=path)))
    for leg in data["legs"]:
        blocks += _leg(leg, data, say, paper)
    blocks += _unread(data, say)
    return [*blocks, *[Callout("good", say("trip.html_written", path=row["path"])) for row in data["written"] if not paper]]


def title(data: "dict[str, Any]", say: "Say") -> str:
    """Return the title of the page."""
    key = "check_title" if data["checked"] else "title"
    return say("trip." + key, title=data["title"]) if data["title"] else say(f"trip.{key}_plain")


def _passport(data: "dict[str, Any]", say: "Say") -> str:
    name = say.pick(data, "passport_name")
    if not data["passport_expires"]:
        return say("trip.passport_undated", name=name)
    return say("trip.passport_until", name=name, date=say.date(data["passport_expires"]))


def _name(leg: "dict[str, Any]", say: "Say") -> str:
    country, place = say.pick(leg, "name"), say.pick(leg, "place")
    return country if leg["place_kind"] == "country" or place == country else f"{place}, {country}"


def span(leg: "dict[str, Any]", say: "Say") -> str:
    """Write the days of a leg."""
    text = say("trip.span", arrive=say.date(leg["arrive"]), leave=say.date(leg["leave"]), days=say.number(leg["days"]))
    if leg["days"] == 1:
        text = say("trip.one_day", arrive=say.date(leg["arrive"]))
    return say("trip.assumed", span=text) if leg["leave_assumed"] else text


def _leg(leg: "dict[str, Any]", data: "dict[str, Any]", say: "Say", paper: bool) -> "list[object]":
    rows: list[tuple[str, object]] = [(say("trip.days"), span(leg, say))]
    if leg["read_as"]:
        rows.append((say("trip.read_as"), leg["read_as"]))
    rows += [(say("trip.visa_held"), leg["visa_held"])] if leg["visa_held"] else []
    rows += [(say("trip.note"), leg["note"])] if leg["note"] else []
    head = Heading(2, say("trip.leg", number=leg["number"], place=_name(leg, say)))
    brief = leg["brief"]
    if not brief:
        return [head, Pairs(rows), Text(say("trip.own_country"))]
    rows += _call(brief, say)
    rows += _dangers(brief["dangers"], say)
    rows += entry.requirement(brief["visa"], say.pick(data, "passport_name"), say) + entry.passport(brief["validity"], say)
    rows += _money(brief["currency"], say)
    rows.append((say("trip.clock"), _clock(brief["clock"], say)))
    rows += trip_prayer.rows(leg, say)
    power = brief["practical"].get("electricity")
    if power and power["plug_types"]:
        rows.append((say("trip.plugs"), say("country.plug_types", types=", ".join(power["plug_types"].split()))))
    water = practical.water(brief["practical"].get("water"), say)
    rows += [(say("trip.water"), water)] if water else []
    rows.append((say("trip.holidays"), holidays(leg, say)))
    if not paper:
        rows.append((say("trip.more"), _more(leg, say)))
    return [head, Pairs(rows), *source(_facts(leg), say, paper)]


def _more(leg: "dict[str, Any]", say: "Say") -> "list[str]":
    """Return the commands that show more of a leg."""
    at = (leg["brief"]["prayer"] or {}).get("at")
    spot = leg["iso2"] if not at or at["capital"] else f"{at['latitude']:.2f},{at['longitude']:.2f}"
    month = [say("trip.more_prayer", place=spot, date=leg["arrive"])] if at else []
    return [say("trip.more_" + name, code=leg["iso2"]) for name in ("country", "safety", "law", "card")] + month


def _facts(leg: "dict[str, Any]") -> "list[dict[str, Any]]":
    brief = leg["brief"]
    held = [*brief["numbers"], brief["mission"], *brief["dangers"], brief["visa"], brief["validity"], brief["currency"]]
    rate = (brief["currency"] or {}).get("rate")
    return [row for row in (*held, rate, brief["clock"], brief["prayer"], *brief["practical"].values(), *leg["holidays"]) if row]


def _call(brief: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    """Return local numbers, the mission's first number, and the ministry's where there is none."""
    local = [
        f"{say('emergency.' + row['service'])}: {marked(phone(row['number']), row['confidence'], say)}"
        for row in brief["numbers"]
    ]
    mission = brief["mission"]
    known = (mission["hotlines"] + mission["phones"])[:1] if mission else []
    lines = local + [f"{mission['short_name']}: {phone(row['number'])}" for row in known]
    lines += [] if known else [f"{say.pick(row, 'title')}: {phone(row['number'])}" for row in brief["hotlines"]]
    return [(say("trip.call"), lines)] if lines else []


def _dangers(rows: "list[dict[str, Any]]", say: "Say") -> "list[tuple[str, object]]":
    """Return the gravest dangers with their places, and the gravest laws; that none is recorded where there is neither."""
    found: list[tuple[str, object]] = []
    for kind in ("safety", "law"):
        places: dict[str, list[str]] = {}
        for row in rows:
            if row["kind"] == kind:
                places.setdefault(row["title"] + food.mark(row["confidence"], say), []).append(row["place"])
        # A danger of the whole country is not narrowed by a place that has it too.
        lines = [f"{title}: {'; '.join(held)}" if all(held) else title for title, held in places.items()]
        if len(lines) > MOST + 1:
            lines[MOST:] = [say("trip.dangers_more", count=say.number(len(lines) - MOST))]
        found += [(say("trip.dangers" if kind == "safety" else "trip.laws"), lines)] if lines else []
    return found or [(say("trip.dangers"), say("trip.dangers_none"))]


def _money(row: "dict[str, Any] | None", say: "Say") -> "list[tuple[str, object]]":
    if not row:
        return []
    text = f"{say.pick(row, 'name')} ({row['code']})"
    rate = row["rate"]
    if rate and row["code"] != "IDR":
        dated = say("common.as_of", date=say.date(rate["as_of"]))
        text += f"; {money.worth(rate['idr_per_unit'], row['code'], say)} ({dated})"
    return [(say("trip.money"), text)]


def _clock(held: "dict[str, Any] | None", say: "Say") -> str:
    if not held:
        return say("trip.clock_many")
    first, last = held["wib_difference_hours"], held["wib_difference_hours_at_leave"]
    text = clock.difference(first, say)
    return text if first == last else say("trip.clock_changes", first=text, last=clock.difference(last, say))


def holidays(leg: "dict[str, Any]", say: "Say") -> "str | list[str]":
    """Return the holidays in the days of a leg, or that none is listed, or that no list is known.

    Days of one name that follow each other are one line.
    """
    spans: list[tuple[str, str, str]] = []
    for row in leg["holidays"]:
        name, day = _holiday(row, say), row["date"]
        if spans and spans[-1][2] == name and days.number(day) - days.number(spans[-1][1]) == 1:
            spans[-1] = (spans[-1][0], day, name)
        else:
            spans.append((day, day, name))
    lines = []
    for first, last, name in spans:
        when = say.date(first) if first == last else say("trip.from_to", first=say.date(first), last=say.date(last))
        lines.append(f"{when}: {name}")
    if not leg["holidays_known"]:
        lines.append(say("trip.holidays_unknown"))
    return lines or say("trip.holidays_none")


def _holiday(row: "dict[str, Any]", say: "Say") -> str:
    name = say.pick(row, "name") or str(row["name_local"])
    place = say.pick(row, "regional")
    if row["moon"]:
        name = say("trip.moon", name=name)
    return f"{name} ({place})" if place else name


def _check(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return what was found by severity, then the legs with their holidays."""
    blocks: list[object] = []
    for severity in SEVERITIES:
        rows = [row for row in data["problems"] if row["severity"] == severity]
        if rows:
            blocks.append(Heading(2, say("trip.severity_" + severity)))
            for row in rows:
                note = say.pick(row, "note")
                blocks += [Callout(severity, _problem(row, data, say)), *([Text(note)] if note else [])]
            blocks += source(rows, say)
    if not any(row["severity"] != "note" for row in data["problems"]):
        blocks.append(Text(say("trip.fine")))
    blocks.append(Heading(2, say("trip.legs")))
    for leg in data["legs"]:
        name = say("trip.leg", number=leg["number"], place=_name(leg, say))
        held = [(say("trip.visa_held"), leg["visa_held"])] if leg["visa_held"] else []
        blocks.append(Pairs([(name, span(leg, say)), *held, (say("trip.holidays"), holidays(leg, say))]))
    return [*blocks, *source([row for leg in data["legs"] for row in leg["holidays"]], say)]


def _problem(row: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> str:
    """Return one finding as a sentence with the leg it belongs to."""
    paper = say("trip.paper_" + row["requirement"]) if row["kind"] == "visa_missing" else ""
    key = f"trip.{row['kind']}_{row['days']}"
    text = say(
        key if say.has(key) else "trip." + row["kind"],
        date=say.date(row["day"]),
        other=row["other"],
        days=row["days"],
        requirement=paper,
        country=say.pick(row, "country"),
    )
    if row["as_of"]:
        text = say("trip.as_of", text=text.rstrip("."), date=say.date(row["as_of"])) + "."
    if row["confidence"] in ("conflict", "unverified"):
        text += f" [{say('entry.conflict' if row['confidence'] == 'conflict' else 'common.unverified')}]"
    if not row["leg"]:
        return text
    leg = data["legs"][row["leg"] - 1]
    return say("trip.problem", leg=say("trip.leg", number=leg["number"], place=_name(leg, say)), text=text)


def _unread(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if not data["unread"]:
        return []
    lines = [
        f"{row['text'] or '?'}{' (' + say.date(row['day']) + ')' if row['day'] else ''}: {say('trip.unread_' + row['reason'])}"
        for row in data["unread"]
    ]
    return [Heading(2, say("trip.unread")), Items(lines)]
