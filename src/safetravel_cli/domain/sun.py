"""Where the sun stands, to about a hundredth of a degree: good to a second or two of time for centuries round 2000.

Jean Meeus, Astronomical Algorithms, 2nd edition, chapters 25 (solar coordinates, low accuracy) and 28 (equation of time,
Smart's formula); hour angle of an altitude from chapter 15. The same formulas as NOAA's solar calculator.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    # Altitude in radians from latitude and declination in radians.
    Altitude = Callable[[float, float], float]

# Julian day of 1970-01-01, 0 h UTC.
EPOCH = 2440587.5
ROUNDS = 6


def position(days: float) -> "tuple[float, float]":
    """Return declination in radians and the equation of time in minutes, at days (with fraction, UTC) since 1970-01-01."""
    t = (days + EPOCH - 2451545.0) / 36525
    mean = 280.46646 + t * (36000.76983 + t * 0.0003032)
    anomaly = math.radians(357.52911 + t * (35999.05029 - t * 0.0001537))
    eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267)
    centre = (
        math.sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
        + math.sin(2 * anomaly) * (0.019993 - t * 0.000101)
        + math.sin(3 * anomaly) * 0.000289
    )
    node = math.radians(125.04 - 1934.136 * t)
    apparent = math.radians(mean + centre - 0.00569 - 0.00478 * math.sin(node))
    obliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60
    tilt = math.radians(obliquity + 0.00256 * math.cos(node))
    declination = math.asin(math.sin(tilt) * math.sin(apparent))
    y, along = math.tan(tilt / 2) ** 2, math.radians(mean)
    equation = (
        y * math.sin(2 * along)
        - 2 * eccentricity * math.sin(anomaly)
        + 4 * eccentricity * y * math.sin(anomaly) * math.cos(2 * along)
        - 0.5 * y * y * math.sin(4 * along)
        - 1.25 * eccentricity * eccentricity * math.sin(2 * anomaly)
    )
    return declination, 4 * math.degrees(equation)


def noon(day: int, longitude: float) -> float:
    """Return when the sun crosses the meridian: minutes from 0 h UTC of a day (days since 1970-01-01)."""
    at = 720 - 4 * longitude
    for _ in range(2):
        at = 720 - 4 * longitude - position(day + at / 1440)[1]
    return at


def crossing(day: int, latitude: float, longitude: float, altitude: "float | Altitude", sign: int) -> "float | None":
    """Return when the sun passes an altitude, before noon (sign -1) or after it (1); None where it does not that day.

    Minutes from 0 h UTC of the day; altitude in degrees, or a function of latitude and declination (asr).
    """
    at = noon(day, longitude)
    phi = math.radians(latitude)
    for _ in range(ROUNDS):
        declination, equation = position(day + at / 1440)
        height = math.radians(altitude) if isinstance(altitude, (int, float)) else altitude(phi, declination)
        below = math.cos(phi) * math.cos(declination)
        if below < 1e-9:
            return None
        cosine = (math.sin(height) - math.sin(phi) * math.sin(declination)) / below
        if not -1 <= cosine <= 1:
            return None
        at = 720 - 4 * longitude - equation + sign * 4 * math.degrees(math.acos(cosine))
    return at


def shadow(factor: float) -> "Altitude":
    """Return the altitude at which a shadow is as long as at noon plus `factor` times the height of what casts it."""
    return lambda phi, declination: math.atan(1 / (factor + math.tan(abs(phi - declination))))
