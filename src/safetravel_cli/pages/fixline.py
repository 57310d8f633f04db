"""One sentence on a fix: by what, how exactly, how long ago. A fix without its age would look like now."""

from safetravel_cli.pages import distances

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# Methods that are no measurement of the device have sentences of their own.
OTHER = ("", "given", "saved_place", "time_zone", "unknown")


def measured(position: "dict[str, Any]") -> bool:
    """Tell whether the device itself told the position."""
    return position["method"] not in OTHER


def sentence(position: "dict[str, Any]", say: "Say") -> str:
    """Return where the device is, by what, how exactly and since when."""
    return say(
        "where.sentence",
        position=spot(position),
        method=say("where.method_" + position["method"]),
        accuracy=accuracy(position["accuracy_m"], say),
        age=age(position["age_s"], say),
    )


def spot(position: "dict[str, Any]") -> str:
    """Write a position with as many decimals as it is known to: five are a metre."""
    metres = position["accuracy_m"]
    digits = 5 if metres is not None and metres < 100 else 4 if metres is not None and metres < 1000 else 3
    return f"{position['lat']:.{digits}f},{position['lon']:.{digits}f}"


def accuracy(metres: "float | None", say: "Say") -> str:
    """Write the radius of a fix; tens of metres are fine enough for a person."""
    return say("where.accuracy_unknown") if metres is None else say("where.accuracy", distance=distances.length(metres, say))


def age(seconds: "float | None", say: "Say") -> str:
    """Write how long ago, in whole days, hours, minutes or seconds."""
    if seconds is None:
        return say("where.age_unknown")
    for size, word in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return say(f"where.age_{word}" + ("" if count == 1 else "s"), count=say.number(count))
    return say("where.age_now") if seconds < 10 else say("where.age_seconds", count=say.number(int(seconds)))
