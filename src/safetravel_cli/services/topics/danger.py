"""Laws and dangers of a country."""

from safetravel_cli.services.sources import pick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

SEVERITIES = ("danger", "caution", "info")


def laws(snapshot: "Snapshot", code: str, language: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return the laws of a country, danger first: topic, title, severity, text, penalty, confidence, source, as_of."""
    return [
        {
            **_said(row, language, sources),
            "penalty": pick(row, "penalty", language),
            "weak_source": bool(row["weak_source"]),
        }
        for row in _rows(snapshot, "law", code, "t.rank, topic")
    ]


def safety(snapshot: "Snapshot", code: str, language: str, month: int, sources: "Sources") -> "list[dict[str, object]]":
    """Return dangers and practice of a country, danger first; `now` tells whether the season holds this month."""
    return [
        {
            **_said(row, language, sources),
            "place": pick(row, "place", language),
            "season": [row["season_start"], row["season_end"]] if row["season_start"] else [],
            "now": in_season(row["season_start"], row["season_end"], month),
        }
        for row in _rows(snapshot, "safety", code, "topic, place_en")
    ]


def gravest(snapshot: "Snapshot", table: str, code: str, language: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return title, source and as_of of what is of severity danger in `law` or `safety`, all seasons."""
    rows = snapshot.rows(
        f"SELECT t.title_en, t.title_id, g.source, g.as_of FROM {table} g JOIN {table}_topic t USING (topic)"  # noqa: S608
        " WHERE country_code = ? AND severity = ?",
        code,
        SEVERITIES[0],
    )
    return [{"title": pick(row, "title", language), "source": sources(row["source"]), "as_of": row["as_of"]} for row in rows]


def in_season(start: object, end: object, month: int) -> bool:
    """Tell whether a month (1 to 12) lies in a season of months, which may run over the new year. No season: always."""
    if not start or not end:
        return True
    first, last = int(str(start)), int(str(end))
    return first <= month <= last if first <= last else month >= first or month <= last


def _rows(snapshot: "Snapshot", table: str, code: str, order: str) -> "list[dict[str, object]]":
    rows = snapshot.rows(
        f"SELECT {table}.*, t.title_en, t.title_id FROM {table} JOIN {table}_topic t USING (topic)"  # noqa: S608
        f" WHERE country_code = ? ORDER BY {order}",
        code,
    )
    return sorted(rows, key=lambda row: SEVERITIES.index(str(row["severity"])))


def _said(row: "dict[str, object]", language: str, sources: "Sources") -> "dict[str, object]":
    return {
        "topic": row["topic"],
        "title": pick(row, "title", language),
        "severity": row["severity"],
        "text": pick(row, "summary", language),
        "confidence": row["confidence"],
        "source": sources(row["source"]),
        "as_of": row["as_of"] or "",
    }
