"""Prayer times of a leg: its first day, what they have become on its last, the qibla."""

from safetravel_cli.domain.blocks import NBSP
from safetravel_cli.geo.distance import compass
from safetravel_cli.pages import distances, prayer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from safetravel_cli.i18n import Say

# What tells that the times move: the first and the last fast of a day.
EDGES = ("fajr", "maghrib")


def rows(leg: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    """Return the times of the first day by each method, what changes, the Hijri date, the qibla."""
    held = leg["brief"]["prayer"]
    if not held:
        return [(say("trip.prayer", date=say.date(leg["arrive"])), say("trip.prayer_unknown"))]
    first, last = held["days"][0], held["days"][-1]
    city = say.pick(held["at"], "name")
    lines = [say("trip.prayer_city", city=city)] if held["at"]["capital"] and city != say.pick(leg, "name") else []
    main, *beside = held["methods"]
    lines.append(_line(first, main, say))
    lines += [say("trip.prayer_there", line=_line(first, name, say)) for name in beside]
    if last is not first:
        method, times = say("prayer.method_" + main), _times(last, main, EDGES, say)
        lines.append(say("trip.prayer_changes", date=say.date(last["date"]), times=times, method=method))
    lines.append(prayer.hijri(first, say))
    lines += [block.text for block in prayer.rule(held, say)]
    return [(say("trip.prayer", date=say.date(first["date"])), lines), (say("prayer.qibla"), _qibla(held["qibla"], say))]


def _line(row: "dict[str, Any]", method: str, say: "Say") -> str:
    times = _times(row, method, row["times"][method], say)
    return say("trip.prayer_line", method=say("prayer.method_" + method), times=times)


def _times(row: "dict[str, Any]", method: str, names: "Iterable[str]", say: "Say") -> str:
    return ", ".join(f"{say('prayer.' + name)}{NBSP}{prayer.clock(row, method, name, say)}" for name in names)


def _qibla(qibla: "dict[str, Any]", say: "Say") -> str:
    if qibla["too_rough"] or qibla["there"]:
        return say("trip.qibla_makkah")
    return say(
        "prayer.direction",
        degrees=say.number(qibla["bearing_deg"], 0),
        compass=say(compass(qibla["bearing_deg"])),
        distance=distances.length(qibla["distance_m"], say),
    )
