"""The clock there, against western Indonesian time."""

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def difference(hours: float, say: "Say") -> str:
    """Say how far a clock is from WIB: same, or ahead or behind by hours and minutes."""
    if not hours:
        return say("country.same_as_wib")
    minutes = round(abs(hours) * 60)
    parts = [say("country.hours", count=minutes // 60)] if minutes >= 60 else []
    if minutes % 60:
        parts.append(say("country.minutes", count=minutes % 60))
    return say("country.ahead" if hours > 0 else "country.behind", time=" ".join(parts))


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the time now, the difference, the next change of the clock, other zones."""
    time = data["time"]
    if not time:
        return [Text(say("country.no_time"))]
    rows: list[tuple[str, object]] = [
        (say("country.time_now"), f"{time['local_time'][11:]}, {say.date(time['local_time'])} ({time['zone']})"),
        (say("country.difference"), difference(time["wib_difference_hours"], say)),
    ]
    change = time["next_change"]
    if change:
        rows.append((say("country.clock_change"), f"{say.date(change['at'])}: {difference(change['wib_difference_hours'], say)}"))
    groups: dict[float, list[str]] = {}
    for zone in time["zones"]:
        groups.setdefault(zone["wib_difference_hours"], []).append(
            say.pick(zone, "area") or zone["zone"].rpartition("/")[2].replace("_", " ")
        )
    if len(groups) > 1:
        # The clocks that people live by come first; a long list of polar stations helps nobody.
        lines = [
            f"{difference(hours, say)}: {', '.join(names[:4])}{', …' if len(names) > 4 else ''}"
            for hours, names in sorted(groups.items())
        ]
        rows.append((say("country.zones"), lines))
    return [Pairs(rows), *source([time], say)]
