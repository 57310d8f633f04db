"""The clocks of a place against those of Indonesia, and when to call home."""

import time

from safetravel_cli.domain import days
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import asked
from safetravel_cli.services.hours import offset
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import clock
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

HOME = (("WIB", "Asia/Jakarta", 7), ("WITA", "Asia/Makassar", 8), ("WIT", "Asia/Jayapura", 9))
# When people may be called: an assumption, and said to be one. Minutes of the day, at home and where you are.
HOME_AWAKE = (7 * 60, 21 * 60)
THERE_AWAKE = (6 * 60, 23 * 60)
DAY = 24 * 60


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `time [NAME]`.

    Data: those of services.asked.described; `zones`, the main one first, each with its clock, its difference to the zones of
    Indonesia in hours, the next change within a year and the windows for a call home; `here`, the zone of the place (blank
    for a country of several clocks); `home`, the clocks of Indonesia now; `source`, `as_of`.

    Raises:
        UsageError, NotFound, Ambiguous: as services.asked.spot.
    """
    snapshot = open_snapshot(env)
    spot = asked.spot(arguments.get("name"), env, snapshot, "time")
    now, code = env.now(), str(spot["country_code"] or "")
    sources = Sources(snapshot, env.language)
    facts: dict[str, Any] = clock.facts(snapshot, code, now, sources) if code else {}
    zones = [_zone(snapshot, row, now) for row in facts.get("zones", [])]
    here = str(spot["zone"] or "")
    if here and all(row["zone"] != here for row in zones):
        seconds = offset(snapshot, here, now)
        if seconds is None:
            here = ""
        else:
            row = {"zone": here, "area_en": "", "area_id": "", "utc_offset_hours": seconds / 3600}
            zones.append(_zone(snapshot, {**row, "local_time": _local(now, seconds)}, now))
    if not here and len({_kind(row) for row in zones}) == 1:
        here = zones[0]["zone"]
    meta = snapshot.row("SELECT source, as_of FROM time_zone LIMIT 1") or {}
    return Answer(
        {
            **asked.described(snapshot, spot),
            "here": here,
            "zones": zones,
            "home": [{"name": name, "zone": zone, "local_time": _local(now, hours * 3600)} for name, zone, hours in HOME],
            "call_hours": {"home": [_clock(at) for at in HOME_AWAKE], "there": [_clock(at) for at in THERE_AWAKE]},
            "source": facts.get("source") or sources(meta.get("source")),
            "as_of": facts.get("as_of") or str(meta.get("as_of") or ""),
        }
    )


def _kind(row: "dict[str, Any]") -> "tuple[object, object]":
    change = row["next_change"]
    return row["utc_offset_hours"], change and (change["at"], change["utc_offset_hours"])


def _zone(snapshot: "Snapshot", row: "dict[str, Any]", now: float) -> "dict[str, Any]":
    ahead = row["utc_offset_hours"]
    change = clock.next_change(snapshot, row["zone"], now)
    if change:
        change.pop("wib_difference_hours")
        change["against"] = _against(float(str(change["utc_offset_hours"])))
        change["local_time"] = _local(_seconds(str(change["at"])), round(ahead * 3600))
    return {
        **{name: row[name] for name in ("zone", "area_en", "area_id", "utc_offset_hours", "local_time")},
        "against": _against(ahead),
        "next_change": change,
        "call": {name: windows(round((ahead - hours) * 60), now + hours * 3600) for name, _, hours in HOME},
    }


def _seconds(at: str) -> float:
    """Return the seconds since 1970 of YYYY-MM-DDTHH:MM:SSZ."""
    return days.number(at) * 86400.0 + int(at[11:13]) * 3600 + int(at[14:16]) * 60 + int(at[17:19])


def _against(ahead: float) -> "dict[str, float]":
    return {name: ahead - hours for name, _, hours in HOME}


def _local(now: float, seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M", time.gmtime(now + seconds))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def windows(ahead: int, home_now: float = 0.0) -> "dict[str, object]":
    """Return when to call home from a place whose clock is `ahead` minutes of it.

    `windows`: from, to there and home_from, home_to at home, HH:MM; `now`: whether `home_now` (seconds since 1970 on the
    clock at home) lies in one of them.
    """
    found = []
    for day in (-DAY, 0, DAY):
        start = max(HOME_AWAKE[0] + ahead + day, THERE_AWAKE[0])
        end = min(HOME_AWAKE[1] + ahead + day, THERE_AWAKE[1])
        if start < end:
            found.append((start, end))
    minute = int(home_now // 60 + ahead) % DAY
    return {
        "now": any(start <= minute < end for start, end in found),
        "windows": [
            {"from": _clock(start), "to": _clock(end), "home_from": _clock(start - ahead), "home_to": _clock(end - ahead)}
            for start, end in sorted(found)
        ],
    }
