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
E2 = FLATTENING * (2 - FLATTENING)

# The sixteen points of the compass, clockwise from north: keys of the catalogue i18n/geo.py.
POINTS = ("n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw")


def ecef(latitude: float, longitude: float) -> "tuple[float, float, float]":
    """Return earth-centred coordinates in metres of a point at height 0 (WGS84)."""
    phi, lam = math.radians(latitude), math.radians(longitude)
    sine = math.sin(phi)
    normal = EQUATOR_M / math.sqrt(1 - E2 * sine * sine)
    around = normal * math.cos(phi)
    return around * math.cos(lam), around * math.sin(lam), normal * (1 - E2) * sine


def chord_from(latitude: float, longitude: float) -> "Callable[[float, float], float]":
    """Return a function that gives the squared chord in m2 from here to (latitude, longitude)."""
    x, y, z = ecef(latitude, longitude)

    def chord(other_latitude: float, other_longitude: float) -> float:
        x2, y2, z2 = ecef(other_latitude, other_longitude)
        return (x - x2) ** 2 + (y - y2) ** 2 + (z - z2) ** 2

    return chord


def geodesic(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> "tuple[float, float]":
    """Return the distance in metres and the bearing at the start in degrees (0 to 360, clockwise from north).

    Vincenty's inverse formula, good to a millimetre. Importing geographiclib costs the direct door five times what the
    formula does; it answers where the formula does not settle: near the antipode, where Karney's algorithm
    (doi:10.1007/s00190-012-0578-z) does.
    """
    found = _vincenty(latitude1, longitude1, latitude2, longitude2)
    if found is None:
        from geographiclib.geodesic import Geodesic

        line = Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2)
        found = line["s12"], line["azi1"]
    bearing = found[1] % 360
    # The remainder of a hair's breadth below zero rounds to 360 itself.
    return found[0], 0.0 if bearing == 360 else bearing


def _vincenty(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> "tuple[float, float] | None":
    """Return metres and degrees, or None where the iteration does not settle.

    T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23 (1975); names as there.
    """
    sin_u1, cos_u1 = _reduced(latitude1)
    sin_u2, cos_u2 = _reduced(latitude2)
    span = lam = math.radians((longitude2 - longitude1 + 180) % 360 - 180)
    for _ in range(12):
        sin_lam, cos_lam = math.sin(lam), math.cos(lam)
        east, north = cos_u2 * sin_lam, cos_u1 * sin_u2 - sin_u1 * cos_u2 * cos_lam
        sin_sigma = math.hypot(east, north)
        if sin_sigma == 0:
            return (0.0, 0.0) if latitude1 * latitude2 >= 0 and abs(span) < 1 else None
        cos_sigma = sin_u1 * sin_u2 + cos_u1 * cos_u2 * cos_lam
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = cos_u1 * cos_u2 * sin_lam / sin_sigma
        cos2_alpha = 1 - sin_alpha * sin_alpha
        cos_2m = cos_sigma - 2 * sin_u1 * sin_u2 / cos2_alpha if cos2_alpha > 1e-12 else 0.0
        c = FLATTENING / 16 * cos2_alpha * (4 + FLATTENING * (4 - 3 * cos2_alpha))
        turn = sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m * cos_2m - 1))
        before, lam = lam, span + (1 - c) * FLATTENING * sin_alpha * turn
        if abs(lam - before) < 1e-12:
            return _along(cos2_alpha, cos_2m, sigma, sin_sigma, cos_sigma), math.degrees(math.atan2(east, north))
    return None


def _reduced(latitude: float) -> "tuple[float, float]":
    tangent = (1 - FLATTENING) * math.tan(math.radians(latitude))
    cosine = 1 / math.sqrt(1 + tangent * tangent)
    return tangent * cosine, cosine


def _along(cos2_alpha: float, cos_2m: float, sigma: float, sin_sigma: float, cos_sigma: float) -> float:
    squared = cos2_alpha * E2 / (1 - E2)
    a = 1 + squared / 16384 * (4096 + squared * (-768 + squared * (320 - 175 * squared)))
    b = squared / 1024 * (256 + squared * (-128 + squared * (74 - 47 * squared)))
    inner = cos_sigma * (2 * cos_2m * cos_2m - 1) - b / 6 * cos_2m * (4 * sin_sigma * sin_sigma - 3) * (4 * cos_2m * cos_2m - 3)
    return EQUATOR_M * (1 - FLATTENING) * a * (sigma - b * sin_sigma * (cos_2m + b / 4 * inner))


def nearest(latitude: float, longitude: float, points: "Iterable[tuple[float, float, T]]", count: int) -> "list[T]":
    """Return the values of the `count` nearest of (latitude, longitude, value), nearest first, by chord."""
    chord = chord_from(latitude, longitude)
    ranked = sorted(((chord(lat, lon), at, value) for at, (lat, lon, value) in enumerate(points)), key=lambda item: item[:2])
    return [value for _, _, value in ranked[:count]]


def compass(bearing: float) -> str:
    """Return the key of the nearest of sixteen compass points for a bearing in degrees."""
    return "geo.to_" + POINTS[int(bearing / 22.5 + 0.5) % 16]
