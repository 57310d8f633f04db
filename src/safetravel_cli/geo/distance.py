"""Distances: the chord through the earth for ranking, the geodesic on WGS84 for what is printed.

The chord orders points as the geodesic does, but for near-ties, and costs a hundredth of it.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    T = TypeVar("T")

EQUATOR_M = 6378137.0
FLATTENING = 1 / 298.257223563
_E2 = FLATTENING * (2 - FLATTENING)

# The sixteen points of the compass, clockwise from north: keys of the catalogue i18n/geo.py.
POINTS = ("n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw")


def ecef(latitude: float, longitude: float) -> "tuple[float, float, float]":
    """Return earth-centred coordinates in metres of a point at height 0 (WGS84)."""
    phi, lam = math.radians(latitude), math.radians(longitude)
    sine = math.sin(phi)
    normal = EQUATOR_M / math.sqrt(1 - _E2 * sine * sine)
    around = normal * math.cos(phi)
    return around * math.cos(lam), around * math.sin(lam), normal * (1 - _E2) * sine


def chord_from(latitude: float, longitude: float) -> "Callable[[float, float], float]":
    """Return a function that gives the squared chord in m2 from here to (latitude, longitude)."""
    x, y, z = ecef(latitude, longitude)

    def chord(other_latitude: float, other_longitude: float) -> float:
        x2, y2, z2 = ecef(other_latitude, other_longitude)
        return (x - x2) ** 2 + (y - y2) ** 2 + (z - z2) ** 2

    return chord


def geodesic(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> "tuple[float, float]":
    """Return the distance in metres and the bearing at the start in degrees (0 to 360, clockwise from north).

    Karney's algorithm (doi:10.1007/s00190-012-0578-z), by geographiclib.
    """
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2)
    bearing = line["azi1"] % 360
    # The remainder of a hair's breadth below zero rounds to 360 itself.
    return line["s12"], 0.0 if bearing == 360 else bearing


def nearest(latitude: float, longitude: float, points: "Iterable[tuple[float, float, T]]", count: int) -> "list[T]":
    """Return the values of the `count` nearest of (latitude, longitude, value), nearest first, by chord."""
    chord = chord_from(latitude, longitude)
    ranked = sorted(((chord(lat, lon), at, value) for at, (lat, lon, value) in enumerate(points)), key=lambda item: item[:2])
    return [value for _, _, value in ranked[:count]]


def compass(bearing: float) -> str:
    """Return the key of the nearest of sixteen compass points for a bearing in degrees."""
    return "geo.to_" + POINTS[int(bearing / 22.5 + 0.5) % 16]
