"""Time of day in a country, from the transitions of tzdata kept in the snapshot."""

import time

from safetravel_cli.services.hours import offset, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

WIB = 7 * 3600


def next_change(snapshot: "Snapshot", zone: str, now: float) -> "dict[str, object] | None":
    """Return `at` (ISO 8601) and `utc_offset_hours` of the next change of the clock within a year, else None."""
    row = snapshot.row(
        "SELECT starts_at_utc, utc_offset_seconds FROM time_zone_transition WHERE zone = ? AND starts_at_utc > ?"
        " AND starts_at_utc < ? ORDER BY starts_at_utc LIMIT 1",
        zone,
        stamp(now),
        stamp(now + 366 * 86400),
    )
    if not row:
        return None
    seconds = int(str(row["utc_offset_seconds"]))
    return {"at": row["starts_at_utc"], "utc_offset_hours": seconds / 3600, "wib_difference_hours": (seconds - WIB) / 3600}


def facts(snapshot: "Snapshot", code: str, now: float, sources: "Sources") -> "dict[str, object]":
    """Return the main zone with its clock, and all zones with their difference to WIB in hours now."""
    zones = []
    rows = snapshot.rows("SELECT * FROM time_zone WHERE country_code = ? ORDER BY rank, zone", code)
    for row in rows:
        seconds = offset(snapshot, str(row["zone"]), now)
        if seconds is None:
            continue
        zones.append(
            {
                "zone": row["zone"],
                "area_en": row["area_en"],
                "area_id": row["area_id"],
                "utc_offset_hours": seconds / 3600,
                "wib_difference_hours": (seconds - WIB) / 3600,
                "local_time": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(now + seconds)),
            }
        )
    if not zones:
        return {}
    main = zones[0]
    return {
        **main,
        "next_change": next_change(snapshot, str(main["zone"]), now),
        "zones": zones,
        "source": sources(rows[0]["source"]),
        "as_of": rows[0]["as_of"] or "",
    }
