"""Dishes, halal and eating. A halal note is a hint from the usual recipe, never a ruling."""

from safetravel_cli.services.sources import pick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot


def dishes(snapshot: "Snapshot", code: str, language: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return the dishes of a country: dish, local_name, text, halal_note, contains, vegetarian, confidence, source."""
    return [
        {
            "dish": row["dish"],
            "local_name": row["local_name"] or "",
            "text": pick(row, "description", language),
            "halal_note": row["halal_note"] or "",
            "contains": row["contains"] or "",
            "vegetarian": row["vegetarian"],
            "confidence": row["confidence"],
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in snapshot.rows("SELECT * FROM dish WHERE country_code = ? ORDER BY dish", code)
    ]


def eating(snapshot: "Snapshot", code: str, language: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return how halal food is found, words to watch, tips: topic, text, confidence, source, as_of."""
    return [
        {
            "topic": row["topic"],
            "text": pick(row, "text", language),
            "confidence": row["confidence"],
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in snapshot.rows("SELECT * FROM eating WHERE country_code = ? ORDER BY topic", code)
    ]


def halal(snapshot: "Snapshot", code: str, sources: "Sources") -> "dict[str, object] | None":
    """Return how common halal food is and who certifies, None where unknown."""
    row = snapshot.row("SELECT * FROM halal WHERE country_code = ?", code)
    if not row:
        return None
    for name in [name for name in row if name.endswith("source")]:
        row[name] = sources(row[name])
    row.pop("country_code")
    if row["muslim_majority"] is not None:
        row["muslim_majority"] = bool(row["muslim_majority"])
    return row
