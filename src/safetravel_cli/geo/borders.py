"""Country, time zone and control of a point, from the border tables of the snapshot.

The tables are a derived database of OpenStreetMap (ODbL 1.0, via timezone-boundary-builder); data/schema/border_tile.json
describes their form. They follow the original line mostly to 15 m, to 80 m for 99 in 100 points near it.
"""

import math
from collections import namedtuple

from safetravel_cli.geo.border_leaf import (
    COLUMNS,
    QUARTERS,
    RINGS,
    ROWS,
    TILE_UNITS,
    UNITS_PER_DEGREE,
    inside,
    outline,
    quarters,
    regions,
    varint,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

# country_code is ISO 3166-1 alpha-2 (XK for Kosovo) or None where no country lies within reach; control is "" or who
# is in charge on the ground when that is not the government of country_code: alpha-2, or an x- code. distance_km is
# 0.0 on land and in the territorial sea. areas are Area values in the order of the table: the first with a control wins.
Answer = namedtuple("Answer", "country_code zone control distance_km areas")
Area = namedtuple("Area", "name_en name_id control police_en police_id claimed_by precision confidence source as_of")

EMPTY = b"\0\0"


class Borders:
    """Look up points in the border tables; tiles and regions are read when first needed and kept."""

    __slots__ = ("_db", "_regions", "_tiles")

    def __init__(self, db: "sqlite3.Connection") -> None:
        self._db = db
        self._tiles: dict[int, bytes] = {}
        self._regions: dict[int, tuple[str, str, str]] = {}

    def lookup(self, latitude: float, longitude: float, reach_km: float = 30.0) -> Answer:
        """Return the country of a point, or the nearest one within `reach_km` of its territorial sea.

        Raises:
            ValueError: the latitude lies outside -90 to 90, or a number is not finite.
        """
        if not (-90 <= latitude <= 90 and math.isfinite(longitude)):
            raise ValueError("latitude or longitude out of range")
        longitude = (longitude + 180) % 360 - 180
        km, region = 0.0, self.region(latitude, longitude)
        if not region and reach_km > 0:
            from safetravel_cli.geo.border_sea import nearest

            km, region = nearest(self._tile, latitude, longitude, reach_km)
        if not region:
            return Answer(None, None, "", None, [])
        country, zone, control = self._describe(region)
        areas = self._areas(latitude, longitude, country, zone)
        control = control or next((area.control for area in areas if area.control), "")
        return Answer(country, zone, "" if control == country else control, km, areas)

    def region(self, latitude: float, longitude: float) -> int:
        """Return the number of the region that holds a point, 0 for the high sea."""
        x, y = ((longitude + 180) % 360) * UNITS_PER_DEGREE, (latitude + 90) * UNITS_PER_DEGREE
        column, row = min(int(x) // TILE_UNITS, COLUMNS - 1), min(int(y) // TILE_UNITS, ROWS - 1)
        data, at, half = self._tile(row * COLUMNS + column), 0, TILE_UNITS
        x, y = x - column * TILE_UNITS, y - row * TILE_UNITS
        while data[at] == QUARTERS:
            half >>= 1
            east, north = x >= half, y >= half
            at = quarters(data, at)[2 * north + east]
            x, y = x - half * east, y - half * north
        default, after = varint(data, at + 1)
        if data[at] == RINGS:
            for region, rings in regions(data, after):
                if inside(rings, x, y):
                    return region
        return default

    def distance_km(self, latitude: float, longitude: float, country_code: str, reach_km: float) -> "float | None":
        """Return the geodesic km from a point to the land or territorial sea of a country; None beyond `reach_km`."""
        sql = "SELECT region_id FROM border_region WHERE country_code = ?"
        wanted = frozenset(int(row[0]) for row in self._db.execute(sql, (country_code,)))
        if self.region(latitude, longitude) in wanted:
            return 0.0
        from safetravel_cli.geo import border_near

        return border_near.distance(self._tile, wanted, latitude, longitude, reach_km)

    def _tile(self, number: int) -> bytes:
        if number not in self._tiles:
            row = self._db.execute("SELECT data FROM border_tile WHERE tile = ?", (number,)).fetchone()
            self._tiles[number] = bytes(row[0]) if row else EMPTY
        return self._tiles[number]

    def _describe(self, region: int) -> "tuple[str, str, str]":
        if region not in self._regions:
            sql = "SELECT country_code, zone, control FROM border_region WHERE region_id = ?"
            country, zone, control = self._db.execute(sql, (region,)).fetchone()
            self._regions[region] = country, zone, control or ""
        return self._regions[region]

    def _areas(self, latitude: float, longitude: float, country: str, zone: str) -> "list[Area]":
        sql = """SELECT name_en, name_id, control, police_en, police_id, claimed_by, precision, confidence, source, as_of, shape
                 FROM border_area WHERE country_code = ? AND coalesce(zone, '') IN ('', ?)
                 AND south <= ? AND north >= ? AND west <= ? AND east >= ? ORDER BY area_id"""
        found = []
        for *values, shape in self._db.execute(sql, (country, zone, latitude, latitude, longitude, longitude)):
            rings = outline(shape or b"")
            if not rings or inside(rings, longitude * 1e4, latitude * 1e4):
                found.append(Area(*(value or "" for value in values)))
        return found
