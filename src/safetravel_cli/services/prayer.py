"""Prayer times of a place, the direction of prayer, and the date of the Hijra."""

import time

from safetravel_cli import errors
from safetravel_cli.domain import days, prayer
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import asked
from safetravel_cli.services.hours import stamp
from safetravel_cli.services.sources import Sources
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

KAABA = (21.4225, 39.8262)
# At the Kaaba itself every direction is right; within its city the middle of the city tells none.
AT_KAABA_M = 300
IN_ITS_CITY_M = 20_000
# The clocks are known for these years.
FIRST_YEAR, LAST_YEAR = 2026, 2037
_LARGEST = "SELECT * FROM city WHERE country_code = ? ORDER BY population DESC, geonames_id LIMIT 5"
AT = ("name_en", "name_id", "latitude", "longitude", "capital", "rough")
CALLED = ("fajr", "dhuhr", "asr", "maghrib", "isha")


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `prayer [PLACE] [--date] [--month] [--method]`.

    Data: those of services.asked.described; `at` (the point that the times are for; `capital` where a country was meant),
    `zone`, `today`, `date`, `month` (whether it was asked for), `methods` (names in domain.prayer, the main one first),
    `days` (date, hijri, and by method the times and which of them are from latitude 45), `next`, `qibla`.

    Raises:
        UsageError: the date is none, or its clock is not known; the place has no position.
        UsageError, NotFound, Ambiguous: as services.asked.spot.
    """
    snapshot = open_snapshot(env)
    asked_for = str(arguments.get("date") or "")
    if asked_for and not (days.is_day(asked_for) and FIRST_YEAR <= int(asked_for[:4]) <= LAST_YEAR):
        raise errors.UsageError("prayer.bad_date", text=asked_for, first=FIRST_YEAR, last=LAST_YEAR)
    spot = asked.spot(arguments.get("place"), env, snapshot, "prayer")
    at = _point(snapshot, spot)
    clock = Clock(snapshot, str(at["zone"]), at["longitude"])
    now = env.now()
    today = clock.local(now)[:10]
    date = asked_for or today
    methods = _methods(str(arguments.get("method") or ""), str(spot["country_code"] or ""))
    shown = _month(date) if arguments.get("month") else [days.number(date)]
    calendar = Calendar(snapshot, env.language, min(shown[0], days.number(today)), max(shown[-1], days.number(today)))
    data: dict[str, object] = {
        **asked.described(snapshot, spot),
        "at": {name: at[name] for name in AT},
        "zone": at["zone"],
        "today": today,
        "date": date,
        "month": bool(arguments.get("month")),
        "methods": [method.name for method in methods],
        "days": [_day(day, at, clock, methods, calendar) for day in shown],
        "next": _next(now, days.number(today), at, clock, methods[0], calendar) if date == today else None,
        "qibla": _qibla(at),
        "source": calendar.source,
        "as_of": calendar.as_of,
    }
    return Answer(data)


def of_stay(snapshot: "Snapshot", place: "Place", arrive: str, leave: str, language: str) -> "dict[str, Any] | None":
    """Return the times of the first and the last day of a stay, and the qibla; None where point or clock are not known.

    Keys: those of `answer` that belong to the point and its days: at, zone, methods, days (one for a stay of a day), qibla,
    source, as_of. The point of a country is its capital.
    """
    if int(arrive[:4]) < FIRST_YEAR or int(leave[:4]) > LAST_YEAR:
        return None
    try:
        at = _point(snapshot, {"place": place, "country_code": place.country_code})
    except errors.UsageError:
        return None
    clock = Clock(snapshot, str(at["zone"]), at["longitude"])
    methods = _methods("", str(place.country_code or ""))
    shown = [days.number(day) for day in dict.fromkeys((arrive, leave))]
    calendar = Calendar(snapshot, language, shown[0], shown[-1])
    return {
        "at": {name: at[name] for name in AT},
        "zone": at["zone"],
        "methods": [method.name for method in methods],
        "days": [_day(day, at, clock, methods, calendar) for day in shown],
        "qibla": _qibla(at),
        "source": calendar.source,
        "as_of": calendar.as_of,
    }


class Clock:
    """The clock of a time zone: the rows of its offsets, read once."""

    __slots__ = ("rows",)

    def __init__(self, snapshot: "Snapshot", zone: str, longitude: float) -> None:
        sql = "SELECT starts_at_utc, utc_offset_seconds FROM time_zone_transition WHERE zone = ? ORDER BY starts_at_utc"
        self.rows = [(str(row["starts_at_utc"]), int(str(row["utc_offset_seconds"]))) for row in snapshot.rows(sql, zone)]
        # At sea ships keep the nearest whole hour.
        self.rows = self.rows or [("", round(longitude / 15) * 3600)]

    def offset(self, seconds: float) -> int:
        """Return the seconds that the clock is ahead of UTC at a moment (seconds since 1970)."""
        at, held = stamp(seconds), self.rows[0][1]
        for start, ahead in self.rows:
            if start > at:
                break
            held = ahead
        return held

    def local(self, seconds: float) -> str:
        """Return what the clock shows at a moment: YYYY-MM-DDTHH:MM."""
        return time.strftime("%Y-%m-%dT%H:%M", time.gmtime(seconds + self.offset(seconds)))


class Calendar:
    """The Umm al-Qura calendar: first days of its months."""

    __slots__ = ("as_of", "months", "source")

    def __init__(self, snapshot: "Snapshot", language: str, first: int, last: int) -> None:
        """Read the months that touch the days from `first` to `last` (days since 1970-01-01), a few more on either side."""
        sql = "SELECT * FROM hijri_month WHERE starts_on BETWEEN ? AND ? ORDER BY starts_on"
        rows = snapshot.rows(sql, days.text(first - 35), days.text(last + 35))
        self.months = [(days.number(str(row["starts_on"])), int(str(row["hijri_year"])), int(str(row["month"]))) for row in rows]
        self.source = Sources(snapshot, language)(rows[0]["source"])
        self.as_of = str(rows[0]["as_of"])

    def date(self, day: int) -> "dict[str, int] | None":
        """Return year, month, day of a day (days since 1970-01-01); None outside of the table."""
        for at in range(len(self.months) - 1, -1, -1):
            start, year, month = self.months[at]
            if start <= day:
                # The end of the last month is not in the table.
                return {"year": year, "month": month, "day": day - start + 1} if day - start < 30 else None
        return None

    def ramadan(self, day: int) -> bool:
        """Tell whether a day lies in Ramadan."""
        found = self.date(day)
        return bool(found and found["month"] == 9)


def _point(snapshot: "Snapshot", spot: "dict[str, Any]") -> "dict[str, Any]":
    """Return name, position and zone of the place; of a country those of its capital."""
    place, capital = spot["place"], False
    if place is None or place.latitude is None:
        place, capital = _capital(snapshot, str(spot["country_code"] or "")), True
    if place is None:
        raise errors.UsageError("prayer.no_point")
    zone = place.zone or (_main_zone(snapshot, str(place.country_code)) if place.country_code else None)
    return {
        "name_en": place.name_en,
        "name_id": place.name_id,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "capital": capital,
        "rough": place.precision != "exact",
        "zone": zone or "",
    }


def _capital(snapshot: "Snapshot", code: str) -> "Place | None":
    """Return the capital of a country; where none is known by name, its largest city."""
    from safetravel_cli.geo import city, place
    from safetravel_cli.lookup.fold import fold

    row = snapshot.row("SELECT capital_en, capital_id FROM country WHERE country_code = ?", code) or {}
    for name in f"{row.get('capital_en') or ''}|{row.get('capital_id') or ''}".split("|"):
        word = fold(name.removesuffix(" D.C."))
        for spelling in filter(None, (word, city.plain(word))):
            found = city.within(snapshot, spelling, [code])
            if found:
                return found
    for held in snapshot.rows(_LARGEST, code):
        found = place.of_row(snapshot, "city", held, "city", held["name"], held["name_id"] or held["name"])
        # A source may file a city under a country that most states do not count it to.
        if found.country_code == code:
            return found
    return None


def _main_zone(snapshot: "Snapshot", code: str) -> "str | None":
    row = snapshot.row("SELECT zone FROM time_zone WHERE country_code = ? ORDER BY rank LIMIT 1", code)
    return str(row["zone"]) if row else None


def _methods(name: str, country: str) -> "list[prayer.Method]":
    if name:
        return [prayer.METHODS[name]]
    main, beside = prayer.METHODS["kemenag"], prayer.local(country)
    return [main, beside] if beside and beside is not main else [main]


def _month(date: str) -> "list[int]":
    first = days.number(date[:8] + "01")
    return [day for day in range(first, first + 31) if days.text(day)[:7] == date[:7]]


def _moments(day: int, at: "dict[str, Any]", clock: Clock, method: prayer.Method, calendar: Calendar) -> prayer.Times:
    """Return the times of a civil day in minutes since 1970."""
    ahead = clock.offset(day * 86400 + 43200 - round(at["longitude"] * 240)) // 60
    there = prayer.civil_day(day, at["longitude"], ahead)
    found = prayer.times(method, at["latitude"], at["longitude"], there, calendar.ramadan(day))
    return prayer.Times({name: there * 1440 + minutes for name, minutes in found.minutes.items()}, found.modelled)


def _day(day: int, at: "dict[str, Any]", clock: Clock, methods: "list[prayer.Method]", calendar: Calendar) -> "dict[str, object]":
    times: dict[str, dict[str, str]] = {}
    modelled: dict[str, list[str]] = {}
    for method in methods:
        found = _moments(day, at, clock, method, calendar)
        moments = dict(found.minutes)
        if method.name == "kemenag":
            moments = {"imsak": moments["fajr"] - prayer.IMSAK_BEFORE, **moments}
        times[method.name] = {name: clock.local(minutes * 60) for name, minutes in moments.items()}
        modelled[method.name] = found.modelled
    return {
        "date": days.text(day),
        "hijri": calendar.date(day),
        "hijri_after_maghrib": calendar.date(day + 1),
        "times": times,
        "modelled": modelled,
    }


def _next(
    now: float, today: int, at: "dict[str, Any]", clock: Clock, method: prayer.Method, calendar: Calendar
) -> "dict[str, object] | None":
    """Return the next of the five prayers, the minutes left, and the one whose time it is."""
    called = sorted(
        (minutes, name)
        for day in (today - 1, today, today + 1)
        for name, minutes in _moments(day, at, clock, method, calendar).minutes.items()
        if name in CALLED
    )
    for minutes, name in called:
        if minutes * 60 > now:
            left = -(-(minutes * 60 - now) // 60)
            return {"prayer": name, "at": clock.local(minutes * 60), "minutes_left": int(left), "method": method.name}
    return None


def _qibla(at: "dict[str, Any]") -> "dict[str, object]":
    from safetravel_cli.geo import distance

    metres, bearing = distance.geodesic(at["latitude"], at["longitude"], *KAABA)
    return {
        "bearing_deg": round(bearing, 1) % 360,
        "distance_m": round(metres),
        "there": metres < AT_KAABA_M,
        "too_rough": bool(at["rough"]) and metres < IN_ITS_CITY_M,
    }
