"""Offsets of time zones from the package tzdata, which is the IANA time zone database."""

import zoneinfo
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

from refresh.table import Refresher, Row
from snapshot.package import Package

YEARS = 12
# Shorter than any spell between two changes of a clock.
STEP = timedelta(days=3)
# The clocks that every other is compared with.
HOME = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
# Irish law calls the winter an exception and the summer the standard; people call the summer "summer time".
NEGATIVE_SUMMER_TIME = ("Europe/Dublin",)

State = tuple[int, bool]


def fetch(package: Package) -> list[Row]:
    """Return the offsets of all zones of the table time_zone, from the year of the data package on, for twelve years."""
    # The zones of the machine may be older than the package.
    zoneinfo.reset_tzpath(to=())
    released = version("tzdata")[:4]
    year = int(package.version[:4])
    first, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + YEARS, 1, 1, tzinfo=UTC)
    zones = sorted({row["zone"] for row in package.tables["time_zone"].rows} | set(HOME))
    return [
        {
            "zone": zone,
            "starts_at_utc": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "utc_offset_seconds": str(offset),
            "is_dst": "yes" if is_dst else "no",
            "source": "tzdata",
            "as_of": released,
        }
        for zone in zones
        for at, (offset, is_dst) in changes(zone, first, end)
    ]


def changes(name: str, first: datetime, end: datetime) -> list[tuple[datetime, State]]:
    """Return the state (offset in seconds, summer time) of a zone at `first`, and every change before `end`."""
    zone = zoneinfo.ZoneInfo(name)
    found = [(first, _state(zone, first))]
    at = first
    while at < end:
        later = min(at + STEP, end - timedelta(seconds=1))
        if later <= at:
            break
        if _state(zone, later) == found[-1][1]:
            at = later
            continue
        at = _first_after(zone, at, later)
        found.append((at, _state(zone, at)))
    return found


def _first_after(zone: zoneinfo.ZoneInfo, before: datetime, after: datetime) -> datetime:
    state = _state(zone, before)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if _state(zone, middle) == state else (before, middle)
    return after


def _state(zone: zoneinfo.ZoneInfo, at: datetime) -> State:
    local = at.astimezone(zone)
    offset, summer = local.utcoffset() or timedelta(0), local.dst() or timedelta(0)
    negative = zone.key in NEGATIVE_SUMMER_TIME
    return int(offset.total_seconds()), summer == timedelta(0) if negative else summer > timedelta(0)


REFRESHER = Refresher("time_zone_transition", fetch, source="tzdata")
