"""Distances in words: never finer than what is known of either end."""

from safetravel_cli.geo.distance import compass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# Nearer than this, the centre of a city tells neither distance nor direction.
CITY_M = 3000
# Nearer than this, a direction would be made up.
AT_POINT_M = 5


def length(metres: float, say: "Say") -> str:
    """Write a distance: tens of metres under a kilometre, tenths under ten, then whole kilometres."""
    if metres < 995:
        return say("geo.metres", number=say.number(max(10, round(metres, -1)), 0))
    return say("geo.kilometres", number=say.number(metres / 1000, 1 if metres < 9950 else 0))


def way(row: "dict[str, Any]", say: "Say", rough: bool = False) -> str:
    """Write distance and direction of a row with distance_m, bearing_deg, approximate.

    `rough`: the starting point itself is only a city. Then, and where the mission is known only to its city or district,
    it is "about", in whole kilometres.
    """
    metres = row["distance_m"]
    if not (row["approximate"] or rough):
        return _directed(length(metres, say), row, say)
    if metres < CITY_M:
        return say("geo.same_city") if row["approximate"] else say("geo.about", distance=length(CITY_M, say))
    distance = say("geo.kilometres", number=say.number(round(metres / 1000), 0))
    return _directed(say("geo.about", distance=distance), row, say)


def straight(row: "dict[str, Any]", say: "Say", about: bool = False) -> str:
    """Write distance and direction of a row with distance_m and bearing_deg; `about`: its spot is known to some 100 m."""
    if not about and row["distance_m"] < AT_POINT_M:
        return say("geo.at_point")
    if not about:
        return _directed(length(row["distance_m"], say), row, say)
    metres = max(100.0, round(row["distance_m"], -2))
    return _directed(say("geo.about", distance=length(metres, say)), row, say)


def rough_km(metres: float) -> int:
    """Return whole km as far as a point that stands for an area allows: to 5 below 50, then to 10; 0 below 5 km."""
    km = metres / 1000
    step = 5 if km < 50 else 10
    return int(km / step + 0.5) * step if km >= 5 else 0


def _directed(distance: str, row: "dict[str, Any]", say: "Say") -> str:
    return say("geo.direction", distance=distance, direction=say(compass(row["bearing_deg"])))
