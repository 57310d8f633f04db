"""The legs of a trip, from a TOML file written by hand or from a calendar (.ics)."""

from safetravel_cli import errors
from safetravel_cli.domain import days
from safetravel_cli.geo import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

MOST_BYTES = 4_000_000
MOST_LEGS = 60
KEYS = ("title", "passport", "passport_expires", "leg")
LEG_KEYS = ("place", "country", "arrive", "leave", "visa", "yellow_fever", "note")


class Leg:
    """A stay: days as YYYY-MM-DD, a geo.place.Place, and what the traveller holds for it.

    `assumed` says that the file does not tell when the stay ends.
    """

    __slots__ = ("arrive", "assumed", "leave", "note", "place", "text", "visa", "yellow_fever")

    def __init__(self, text: str, place: "Place", arrive: str, leave: str, assumed: bool = False) -> None:
        self.text = text
        self.place = place
        self.arrive = arrive
        self.leave = leave
        self.assumed = assumed
        self.visa = ""
        self.yellow_fever = False
        self.note = ""


class Plan:
    """A trip: legs by their days; `unread` are entries of a calendar that name no place: text, day, reason."""

    __slots__ = ("kind", "legs", "passport", "passport_expires", "title", "unread")

    def __init__(self, kind: str, title: str, legs: "list[Leg]") -> None:
        self.kind = kind
        self.title = title
        self.legs = legs
        self.passport = ""
        self.passport_expires = ""
        self.unread: list[dict[str, str]] = []


def load(snapshot: "Snapshot", path: str) -> Plan:
    """Read a trip.

    Raises:
        UsageError: the file cannot be read, is too large, or is no trip; a key, a day or the order of days is wrong.
        NotFound, Ambiguous: a place of a TOML file.
    """
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise errors.UsageError("trip.unreadable", path=path, reason=error.strerror or str(error)) from None
    if len(content) > MOST_BYTES:
        raise errors.UsageError("trip.too_large", path=path)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        from safetravel_cli.services import trip_calendar

        plan = trip_calendar.read(snapshot, content, path)
    else:
        plan = _toml(snapshot, content, path)
    if not plan.legs:
        raise errors.UsageError("trip.no_legs", path=path)
    if len(plan.legs) > MOST_LEGS:
        raise errors.UsageError("trip.too_many", count=len(plan.legs), most=MOST_LEGS)
    plan.legs.sort(key=lambda leg: (leg.arrive, leg.leave))
    return plan


def _toml(snapshot: "Snapshot", content: bytes, path: str) -> Plan:
    import tomllib

    try:
        held = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise errors.UsageError("trip.not_a_trip", path=path, reason=str(error)) from None
    _known(held, KEYS)
    rows = held.get("leg") or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise errors.UsageError("trip.not_a_trip", path=path, reason="[[leg]]")
    plan = Plan("toml", str(held.get("title") or ""), [_leg(snapshot, row, number) for number, row in enumerate(rows, 1)])
    plan.passport = str(held.get("passport") or "").strip()
    if held.get("passport_expires"):
        plan.passport_expires = _day(held["passport_expires"], "passport_expires")
    return plan


def _known(row: "dict[str, Any]", keys: "tuple[str, ...]") -> None:
    for name in row:
        if name not in keys:
            raise errors.UsageError("trip.bad_key", choices=list(keys), name=name)


def _leg(snapshot: "Snapshot", row: "dict[str, Any]", number: int) -> Leg:
    _known(row, LEG_KEYS)
    text = ", ".join(str(row[name]).strip() for name in ("place", "country") if str(row.get(name) or "").strip())
    if not text:
        raise errors.UsageError("trip.no_place", number=number)
    if not row.get("arrive"):
        raise errors.UsageError("trip.no_day", number=number)
    arrive = _day(row["arrive"], "arrive")
    leave = _day(row["leave"], "leave") if row.get("leave") else arrive
    if leave < arrive:
        raise errors.UsageError("trip.backwards", number=number, arrive=arrive, leave=leave)
    found = place.resolve(snapshot, text)
    if not found.country_code:
        raise errors.UsageError("trip.no_country", number=number, text=text)
    leg = Leg(text, found, arrive, leave, not row.get("leave"))
    held = row.get("visa") or ""
    leg.visa, leg.note = "visa" if held is True else str(held).strip(), str(row.get("note") or "").strip()
    leg.yellow_fever = row.get("yellow_fever") is True
    return leg


def _day(value: object, name: str) -> str:
    """Return a TOML date, a date with time, or a text as YYYY-MM-DD."""
    text = str(value)[:10]
    if not days.is_day(text):
        raise errors.UsageError("trip.bad_day", text=str(value), name=name)
    return text
