"""Laws and dangers of a country."""

from safetravel_cli.services.sources import pick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

SEVERITIES = ("danger", "caution", "info")


def laws(snapshot: "Snapshot", code: str, language: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return the laws of a country, danger first: topic, severity, text, penalty, confidence, source, as_of."""
    rows = snapshot.rows(
        "SELECT law.*, t.rank, t.title_en, t.title_id FROM law JOIN law_topic t USING (topic)"
        " WHERE country_code = ? ORDER BY t.rank, topic",
        code,
    )
    rows.sort(key=lambda row: SEVERITIES.index(str(row["severity"])))
    return [
        {
            "topic": row["topic"],
            "title": pick(row, "title", language),
            "severity": row["severity"],
            "text": pick(row, "summary", language),
            "penalty": pick(row, "penalty", language),
            "confidence": row["confidence"],
            "weak_source": bool(row["weak_source"]),
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in rows
    ]


def in_season(start: object, end: object, month: int) -> bool:
    """Tell whether a month (1 to 12) lies in a season of months, which may run over the new year. No season: always."""
    if not start or not end:
        return True
    first, last = int(str(start)), int(str(end))
    return first <= month <= last if first <= last else month >= first or month <= last


def safety(snapshot: "Snapshot", code: str, language: str, month: int, sources: "Sources") -> "list[dict[str, object]]":
    """Return dangers and practice of a country, danger first; `now` tells whether the season holds this month."""
    rows = snapshot.rows(
        "SELECT safety.*, t.title_en, t.title_id FROM safety JOIN safety_topic t USING (topic)"
        " WHERE country_code = ? ORDER BY topic, place_en",
        code,
    )
    rows.sort(key=lambda row: SEVERITIES.index(str(row["severity"])))
    return [
        {
            "topic": row["topic"],
            "title": pick(row, "title", language),
            "severity": row["severity"],
            "place": pick(row, "place", language),
            "text": pick(row, "summary", language),
            "season": [row["season_start"], row["season_end"]] if row["season_start"] else [],
            "now": in_season(row["season_start"], row["season_end"], month),
            "confidence": row["confidence"],
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in rows
    ]
