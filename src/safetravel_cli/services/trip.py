"""A trip: a brief for each leg, and what may go wrong on the way."""

import time

from safetravel_cli import settings
from safetravel_cli.domain import days
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import card, phrases, prayer, subject, trip_check, trip_read
from safetravel_cli.services.hours import offset
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import clock, danger, entry, money, practical
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.services.trip_read import Leg, Plan
    from safetravel_cli.store.snapshot import Snapshot

NOON = 12 * 3600


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `trip FILE [--html FILE]`.

    Data: title, kind (toml, ics), passport, passport_expires, legs with `brief`, unread entries of the calendar, `problems` (the
    grave ones of trip check), `more` (how many others it finds), `written`.

    Raises:
        UsageError, NotFound, Ambiguous: as services.trip_read.load.
    """
    snapshot = open_snapshot(env)
    sources = Sources(snapshot, env.language)
    plan = trip_read.load(snapshot, str(arguments["file"]))
    data, found = _plan(snapshot, plan, str(arguments["file"]), env, sources)
    for leg, held in zip(plan.legs, data["legs"], strict=True):
        own = held["iso2"] == data["passport"]
        held["brief"] = None if own else _brief(snapshot, leg, str(data["passport"]), env, sources)
    data["problems"] = [problem for problem in found if problem["severity"] == "danger"]
    data["more"] = len(found) - len(data["problems"])
    if arguments.get("html"):
        from safetravel_cli.i18n import Say
        from safetravel_cli.pages import trip as page
        from safetravel_cli.services import paper
        from safetravel_cli.views import html_view

        say, path = Say(env.language), str(arguments["html"])
        text = html_view.render(page.page(data, say, paper=True), page.title(data, say), env.language)
        paper.write(path, text.encode("utf-8", "replace"))
        data["written"] = [{"format": "html", "path": path, "fonts": []}]
    return Answer(data)


def answer_check(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `trip check FILE`: the legs, and all `problems` by severity."""
    snapshot = open_snapshot(env)
    sources = Sources(snapshot, env.language)
    plan = trip_read.load(snapshot, str(arguments["file"]))
    data, found = _plan(snapshot, plan, str(arguments["file"]), env, sources)
    data["problems"] = found
    data["checked"] = True
    return Answer(data)


def _plan(
    snapshot: "Snapshot", plan: "Plan", path: str, env: "Env", sources: Sources
) -> "tuple[dict[str, Any], list[dict[str, Any]]]":
    held = state.read(env)
    passport = plan.passport or settings.value(held, "passport")
    if plan.passport:
        from safetravel_cli.lookup import country

        code = passport.upper()
        known = snapshot.row("SELECT 1 FROM country WHERE country_code = ?", code)
        passport = code if known else country.find(snapshot, passport).code
    expires = plan.passport_expires or held.get("profile.passport_expires", "")
    expires = expires if days.is_day(expires) else ""
    today = time.strftime("%Y-%m-%d", time.gmtime(env.now()))
    names = subject.named(snapshot, passport)
    data: dict[str, Any] = {
        "file": path,
        "title": plan.title,
        "kind": plan.kind,
        "passport": passport,
        "passport_name_en": names["name_en"],
        "passport_name_id": names["name_id"],
        "passport_expires": expires,
        "today": today,
        "legs": [_leg(snapshot, leg, number, today, sources) for number, leg in enumerate(plan.legs, 1)],
        "unread": plan.unread,
        "problems": [],
        "more": 0,
        "checked": False,
        "written": [],
    }
    problems = trip_check.problems(snapshot, plan, passport, expires, sources)
    for problem in problems:
        origin = subject.named(snapshot, problem["country"]) if problem["country"] else {"name_en": "", "name_id": ""}
        problem["country_en"], problem["country_id"] = origin["name_en"], origin["name_id"]
    order = ("danger", "caution", "note")
    return data, sorted(problems, key=lambda problem: (order.index(problem["severity"]), problem["leg"]))


def _leg(snapshot: "Snapshot", leg: "Leg", number: int, today: str, sources: Sources) -> "dict[str, Any]":
    names = subject.named(snapshot, str(leg.place.country_code))
    holidays, known = trip_check.holidays_of(snapshot, leg, today, sources)
    return {
        "number": number,
        **names,
        "text": leg.text,
        "place_en": leg.place.name_en or "",
        "place_id": leg.place.name_id or leg.place.name_en or "",
        "place_kind": leg.place.kind,
        "read_as": leg.place.read_as,
        "arrive": leg.arrive,
        "leave": leg.leave,
        "leave_assumed": leg.assumed,
        "days": days.number(leg.leave) - days.number(leg.arrive) + 1,
        "visa_held": leg.visa,
        "note": leg.note,
        "holidays": holidays,
        "holidays_known": known,
        "brief": None,
    }


def _brief(snapshot: "Snapshot", leg: "Leg", passport: str, env: "Env", sources: Sources) -> "dict[str, Any]":
    """Return what to know of a leg: whom to call, papers, dangers, money, clock, prayer times, plugs, water."""
    code = str(leg.place.country_code)
    held = {"iso2": code, "position": {"lat": leg.place.latitude, "lon": leg.place.longitude}}
    return {
        **card.reaching(snapshot, held, env, sources, passport == phrases.HOME or phrases.indonesian(env)),
        "visa": entry.visa(snapshot, code, passport, sources),
        "validity": entry.passport_validity(snapshot, code, sources),
        "dangers": _dangers(snapshot, leg, env.language, sources),
        "currency": next(iter(money.facts(snapshot, code, env, sources)), None),
        "clock": _clock(snapshot, leg, sources),
        "prayer": prayer.of_stay(snapshot, leg.place, leg.arrive, leg.leave, env.language),
        "practical": {
            name: row for name, row in practical.facts(snapshot, code, sources).items() if name in ("electricity", "water")
        },
    }


def _dangers(snapshot: "Snapshot", leg: "Leg", language: str, sources: Sources) -> "list[dict[str, Any]]":
    """Return the gravest dangers of the months of a leg, then the gravest laws: kind (safety, law), topic, title, place."""
    code = str(leg.place.country_code)
    months = months_of(leg.arrive, leg.leave)
    safety = danger.safety(snapshot, code, language, months[0], sources)
    rows = [{"kind": "safety", **row} for row in safety if any(danger.in_season(*_season(row), month) for month in months)]
    rows += [{"kind": "law", "place": "", **row} for row in danger.laws(snapshot, code, language, sources)]
    names = ("kind", "topic", "title", "place", "confidence", "source", "as_of")
    return [{name: row[name] or "" for name in names} for row in rows if row["severity"] == "danger"]


def _season(row: "dict[str, Any]") -> "tuple[object, object]":
    return (row["season"][0], row["season"][1]) if row["season"] else (None, None)


def months_of(arrive: str, leave: str) -> "list[int]":
    """Return the months (1 to 12) that a stay touches, each once."""
    first = int(arrive[:4]) * 12 + int(arrive[5:7]) - 1
    last = int(leave[:4]) * 12 + int(leave[5:7]) - 1
    return [month % 12 + 1 for month in range(first, min(last, first + 11) + 1)]


def _clock(snapshot: "Snapshot", leg: "Leg", sources: Sources) -> "dict[str, Any] | None":
    """Return the difference to WIB at noon of the first and of the last day; None for several clocks where no town is named."""
    first, last = _difference(snapshot, leg, leg.arrive, sources), _difference(snapshot, leg, leg.leave, sources)
    if not first or not last:
        return None
    return {**first, "wib_difference_hours_at_leave": last["wib_difference_hours"]}


def _difference(snapshot: "Snapshot", leg: "Leg", day: str, sources: Sources) -> "dict[str, Any] | None":
    noon = days.number(day) * 86400.0 + NOON
    held = clock.facts(snapshot, str(leg.place.country_code), noon, sources)
    if not held:
        return None
    zone = str(leg.place.zone or "")
    seconds = offset(snapshot, zone, noon) if zone else None
    if seconds is None:
        zones = held["zones"]
        assert isinstance(zones, list)
        if len({one["wib_difference_hours"] for one in zones}) > 1:
            return None
        return {name: held[name] for name in ("zone", "wib_difference_hours", "source", "as_of")}
    return {
        "zone": zone,
        "wib_difference_hours": (seconds - clock.WIB) / 3600,
        "source": held["source"],
        "as_of": held["as_of"],
    }
