"""Public holidays."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot


def coming(snapshot: "Snapshot", code: str, today: str, count: int, sources: "Sources") -> "list[dict[str, object]]":
    """Return the next holidays from a day (YYYY-MM-DD) on: date, names, estimated (moon-dated), scope, source, as_of."""
    rows = snapshot.rows(
        "SELECT * FROM holiday WHERE country_code = ? AND date >= ? ORDER BY date, name_en LIMIT ?", code, today, count
    )
    for row in rows:
        row["source"] = sources(row["source"])
        row["estimated"] = bool(row["estimated"])
        row.pop("country_code")
    return rows
