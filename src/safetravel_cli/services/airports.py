"""Airports with an IATA code: few enough to be looked for without a tree."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.geo.distance import chord_from
from safetravel_cli.services import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# Half the width of the bands that are searched, in degrees of latitude.
BANDS = (2.0, 8.0, 180.0)
# The chord over a degree of latitude is nowhere shorter, up to eight of them.
CHORD_PER_DEGREE_M = 110_400.0


class Airports:
    """The airports of the snapshot."""

    __slots__ = ("missing", "snapshot", "unreadable")

    def __init__(self, snapshot: "Snapshot") -> None:
        self.snapshot = snapshot
        self.missing: list[str] = []
        self.unreadable: list[str] = []

    def near(self, latitude: float, longitude: float) -> "Iterator[dict[str, Any]]":
        """Yield them nearest first: those of a band round the latitude, as far as none outside it can be nearer."""
        chord = chord_from(latitude, longitude)
        reached = 0.0
        for band in BANDS:
            sql = "SELECT iata_code, latitude, longitude FROM airport WHERE latitude BETWEEN ? AND ?"
            rows = self.snapshot.db.execute(sql, (latitude - band, latitude + band))
            found = sorted((chord(north, east), code) for code, north, east in rows)
            limit = (band * CHORD_PER_DEGREE_M) ** 2 if band < BANDS[-1] else float("inf")
            for square, code in found:
                if reached < square <= limit or square == reached == 0:
                    row = self.snapshot.row("SELECT * FROM airport WHERE iata_code = ?", code)
                    assert row
                    yield {**_place(row), "chord_m": square**0.5}
            reached = limit

    def in_country(self, code: str) -> "Iterator[dict[str, Any]]":
        """Yield those of a country that have a position, by city."""
        sql = "SELECT * FROM airport WHERE country_code = ? AND latitude IS NOT NULL ORDER BY city IS NULL, city, iata_code"
        yield from map(_place, self.snapshot.rows(sql, code))

    def count(self, code: str) -> int:
        """Return how many a country has."""
        return next(
            int(str(count)) for count in self.snapshot.values("SELECT count(*) FROM airport WHERE country_code = ?", code)
        )

    def fetched(self, code: str) -> "tuple[int, str]":
        """Return that none were fetched: the bundled list is all there is."""
        return 0, ""


def _place(row: "dict[str, Any]") -> "dict[str, Any]":
    return {**row, "place_id": row["iata_code"], "kind": "airport", "precision": "exact", "topic": "airport", "pack": "snapshot"}


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `airports [PLACE] [--near] [--limit N] [--radius KM]` (services.places.answer)."""

    def more(row: "dict[str, Any]") -> "dict[str, object]":
        return {"iata_code": row["iata_code"], "icao_code": row["icao_code"] or "", "zone": row["zone"]}

    return places.answer("airports", arguments, env, Airports, "airports", more)
