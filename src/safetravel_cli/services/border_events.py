"""How far over a border an event still matters, by its kind and how grave it is; docs/explanation/sync.md has the reasons."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.store.snapshot import Snapshot

    Row = dict[str, Any]

# Kilometres by kind for green, orange and red. A drought is no reason to act on this side of a border.
REACH_KM = {
    "EQ": (60, 150, 300),
    "TC": (300, 500, 500),
    "TS": (500, 1000, 1000),
    "VO": (50, 100, 300),
    "FL": (50, 100, 200),
    "WF": (30, 100, 200),
    "DR": (0, 0, 0),
}
LEVELS = ("green", "orange", "red")
LEAST_QUAKE, MOST_QUAKE = 30, 500
# Also with --radius: at the most so far from a border is searched.
MOST_KM = 1000


def reach_km(row: "Row") -> int:
    """Return the km within which an event matters; of an earthquake by its magnitude, where that is known.

    Shaking of Modified Mercalli V, at which everybody wakes and things fall: MMI = 3.67 + 1.17 M - 3.19 log10(km),
    W. H. Bakun and C. M. Wentworth, Bull. Seism. Soc. Am. 87 (1997).
    """
    magnitude = row["severity"]
    if row["kind"] == "EQ" and row["severity_unit"] == "M" and isinstance(magnitude, (int, float)) and 0 < magnitude < 10:
        km = 10 ** ((3.67 + 1.17 * magnitude - 5) / 3.19)
        return max(LEAST_QUAKE, min(MOST_QUAKE, round(km)))
    return REACH_KM.get(row["kind"], (0, 0, 0))[LEVELS.index(row["level"])]


def near(snapshot: "Snapshot", code: str, rows: "list[Row]", radius_km: "int | None") -> "tuple[list[Row], list[Row]]":
    """Return of events that a country is not named for: those whose point lies in it, and those just over its border.

    The latter get border_m, metres from the land or the territorial sea of the country, and at: the code of the country
    that the point lies in, blank at sea. The bounds are reach_km of each, or `radius_km` for all, at most MOST_KM.
    """
    from safetravel_cli.geo.borders import Borders

    borders = Borders(snapshot.db)
    within, over = [], []
    for row in rows:
        spot = row["latitude"], row["longitude"]
        reach = min(radius_km or reach_km(row), MOST_KM)
        km = borders.distance_km(*spot, code, reach) if reach else None
        if km == 0:
            within.append(row)
        elif km is not None:
            at = borders.lookup(*spot, reach_km=0).country_code or ""
            over.append({**row, "border_m": round(km * 1000, -2), "at": at})
    return within, over
