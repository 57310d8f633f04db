"""Stays out of a calendar: every event that names a place abroad or at home, joined where it is one stay.

icalendar reads the file; what is decided here is which place an event means. Names must be spelt right: a guess from the title
of a meeting would be worse than saying that it was not read.
"""

from itertools import pairwise

from safetravel_cli import errors
from safetravel_cli.domain import days
from safetravel_cli.geo import place
from safetravel_cli.services.hours import offset
from safetravel_cli.services.trip_read import Leg, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

# A name that means nothing takes a hundredth of a second to find that out.
MOST_EVENTS = 500
# What stands between the airports or towns of a journey.
ARROWS = ("->", "→", "–", "—", " - ", "-", ">", "/", " to ", " ke ")
TOWARDS = ("to", "in", "at", "ke", "di")
SECONDS_A_DAY = 86400


class Places:
    """Names of places that are spelt right, each looked up once."""

    __slots__ = ("held", "snapshot")

    def __init__(self, snapshot: "Snapshot") -> None:
        self.snapshot = snapshot
        self.held: dict[str, Place | None] = {}

    def exact(self, name: str) -> "Place | None":
        """Return what a name means where it is spelt right and no code in small letters."""
        if len(name) < 3 or (len(name) == 3 and not name.isupper()) or not any(char.isalpha() for char in name):
            return None
        if name not in self.held:
            try:
                found = place.resolve(self.snapshot, name)
                self.held[name] = found if found.country_code and not found.read_as else None
            except errors.SafeTravelError:
                self.held[name] = None
        return self.held[name]


def read(snapshot: "Snapshot", content: bytes, path: str) -> Plan:
    """Read a calendar.

    Raises:
        UsageError: it is none, or it has more events than a trip has.
    """
    import icalendar

    try:
        calendars = icalendar.Calendar.from_ical(content.decode("utf-8-sig", "replace"), multiple=True)
    except Exception as error:
        # The library raises several kinds on what is no calendar.
        raise errors.UsageError("trip.not_a_trip", path=path, reason=str(error)[:200]) from None
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > MOST_EVENTS:
        raise errors.UsageError("trip.too_many", count=len(events), most=MOST_EVENTS)
    places, plan = Places(snapshot), Plan("ics", "", [])
    stays: list[tuple[Leg, bool]] = []
    for event in events:
        if str(event.get("STATUS") or "").upper() == "CANCELLED":
            continue
        stay = _stay(places, event, plan)
        if stay:
            stays.append(stay)
    plan.legs = join(stays)
    return plan


def _stay(places: "Places", event: "Any", plan: Plan) -> "tuple[Leg, bool] | None":
    """Return the stay that an event means and whether it is only the journey there; what cannot be read is noted."""
    title, location = _words(event, "SUMMARY"), _words(event, "LOCATION")
    text = location or title

    def leave_out(reason: str, day: str = "") -> None:
        plan.unread.append({"text": (title or location)[:200], "day": day, "reason": reason})

    try:
        start = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else start + event["DURATION"].dt if "DURATION" in event else start
        arrive, leave = _days(start, end)
    except Exception:
        leave_out("day")
        return None
    if "RRULE" in event:
        leave_out("repeats", arrive)
        return None
    found, journey = _place(places, event, title, location)
    if not found or not found.country_code:
        leave_out("place", arrive)
        return None
    arrive, leave = _local(places.snapshot, start, arrive, found), _local(places.snapshot, end, leave, found)
    return Leg(text[:200], found, arrive, max(arrive, leave)), journey


def _words(event: "Any", name: str) -> str:
    return " ".join(str(event.get(name) or "").split())


def _days(start: "Any", end: "Any") -> "tuple[str, str]":
    """Return the first and last day; the end of a whole-day event is the day after its last."""
    arrive, leave = start.isoformat()[:10], end.isoformat()[:10]
    if not hasattr(end, "hour") and leave > arrive:
        leave = days.text(days.number(leave) - 1)
    return arrive, max(arrive, leave)


def _local(snapshot: "Snapshot", moment: "Any", day: str, found: "Place") -> str:
    """Return the day there of a moment written in UTC; any other is written in the clock of the place already."""
    # A journey east begins on one day of UTC and ends on the next day there.
    if not hasattr(moment, "hour") or not moment.tzinfo or moment.utcoffset() or not found.zone:
        return day
    seconds = offset(snapshot, str(found.zone), moment.timestamp())
    if seconds is None:
        return day
    local = moment.timestamp() + seconds
    return days.text(int(local // SECONDS_A_DAY))


def _place(places: "Places", event: "Any", title: str, location: str) -> "tuple[Place | None, bool]":
    """Return where an event is, and whether it is a journey: its title, two airports, else its address, point or title."""
    there = destination(places, title)
    if there:
        return there, True
    try:
        point = event.get("GEO")
        if point is not None:
            found = place.resolve(places.snapshot, f"{float(point.latitude)},{float(point.longitude)}")
            if found.country_code:
                return found, False
    except Exception:
        # A point that is none: the words may do.
        pass
    return named(places, location) or _towards(places, title) or named(places, title), False


def destination(places: "Places", title: str) -> "Place | None":
    """Return the second of two airports or towns with an arrow between them: `CGK-NRT`, `Jakarta → Tokyo`."""
    for arrow in ARROWS:
        before, found, after = title.partition(arrow)
        if not found:
            continue
        words = (before.split() or [""])[-1].strip("()"), (after.split() or [""])[0].strip("(),.;")
        if all(len(word) == 3 and word.isupper() and word.isascii() for word in words):
            ends = [places.exact(word) for word in words]
            if all(end and end.kind == "airport" for end in ends):
                return ends[1]
        ends = [places.exact(part.strip()) for part in (before, after)]
        if all(ends):
            return ends[1]
    return None


def named(places: "Places", text: str) -> "Place | None":
    """Return the place that an address names, from its first part that is a town or country: `Shibuya, Tokyo, Japan`."""
    parts = [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]
    for at in range(len(parts)):
        for name in (", ".join(parts[at:]), parts[at].strip("0123456789- ")):
            found = places.exact(name)
            if found:
                return found
    return None


def _towards(places: "Places", title: str) -> "Place | None":
    words = title.split()
    for at, word in enumerate(words[:-1]):
        if word.lower() in TOWARDS:
            found = named(places, " ".join(words[at + 1 :]))
            if found:
                return found
    return None


def join(stays: "list[tuple[Leg, bool]]") -> "list[Leg]":
    """Make one leg of events of one country that follow each other; a journey alone lasts until the next leg begins."""
    legs: list[tuple[Leg, bool]] = []
    for leg, journey in sorted(stays, key=lambda stay: (stay[0].arrive, not stay[1], stay[0].leave)):
        if legs:
            last, going = legs[-1]
            same = last.place.country_code == leg.place.country_code
            if same and (going or days.number(leg.arrive) - days.number(last.leave) <= 1):
                # A town says more than the country or the airport that was landed on.
                better = last.place.kind in ("country", "airport") and leg.place.kind in ("city", "word", "position")
                last.text, last.place = (leg.text, leg.place) if better else (last.text, last.place)
                last.leave = max(last.leave, leg.leave)
                legs[-1] = (last, going and journey)
                continue
        legs.append((leg, journey))
    for (leg, journey), (following, _) in pairwise(legs):
        if journey and leg.leave < following.arrive:
            leg.leave, leg.assumed = following.arrive, True
    return [leg for leg, _ in legs]
