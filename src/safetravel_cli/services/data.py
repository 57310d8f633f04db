"""What facts are bundled: by topic, by country, with licences, and what was left out."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.store.snapshot import Snapshot, open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return rows a topic with countries covered and dates; or the licences; or what was left out and why.

    Raises:
        NotFound, Ambiguous: the country asked for.
    """
    snapshot = open_snapshot(env)
    if arguments.get("licences"):
        return Answer({"licences": _licences(snapshot)})
    if arguments.get("omitted"):
        return Answer({"left_out": snapshot.rows("SELECT * FROM omission ORDER BY topic, source_title")})
    if arguments.get("country"):
        return Answer(_country(snapshot, str(arguments["country"])))
    topics = snapshot.rows(
        "SELECT topic, SUM(row_count) AS row_count, COUNT(DISTINCT country_code) AS country_count FROM coverage"
        " GROUP BY topic ORDER BY topic"
    )
    left_out = snapshot.row("SELECT SUM(row_count) AS row_count, COUNT(*) AS source_count FROM omission")
    return Answer(
        {"date": snapshot.meta("date"), "id": snapshot.meta("content_sha256")[:12], "topics": topics, "left_out": left_out}
    )


def _country(snapshot: Snapshot, text: str) -> "dict[str, object]":
    from safetravel_cli.lookup.country import find

    code = find(snapshot, text).code
    names = snapshot.row("SELECT name_en, name_id FROM country WHERE country_code = ?", code) or {}
    topics = snapshot.rows("SELECT topic, row_count FROM coverage WHERE country_code = ? ORDER BY topic", code)
    missing = snapshot.rows(
        "SELECT DISTINCT topic FROM coverage EXCEPT SELECT topic FROM coverage WHERE country_code = ? ORDER BY topic", code
    )
    return {"iso2": code, **names, "date": snapshot.meta("date"), "topics": topics, "missing": [row["topic"] for row in missing]}


def _licences(snapshot: Snapshot) -> "list[dict[str, object]]":
    return snapshot.rows(
        "SELECT s.source_id, s.title, s.publisher, s.url, s.credit, l.name AS licence, l.url AS licence_url"
        " FROM source s JOIN licence l ON l.licence_id = s.licence WHERE s.licence != 'facts-cited' OR s.credit IS NOT NULL"
        " ORDER BY l.name, s.title"
    )


def answer_report(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the text of a correction, for the person to send: nothing is sent."""
    from safetravel_cli import __version__

    snapshot = open_snapshot(env)
    words = arguments.get("words") or []
    assert isinstance(words, list)
    country = ""
    if words:
        from safetravel_cli.lookup.country import find

        country = find(snapshot, " ".join(map(str, words))).code
    return Answer(
        {
            "report": {
                "country": country,
                "topic": arguments.get("topic") or "",
                "text": arguments.get("text") or "",
                "version": __version__,
                "snapshot": f"{snapshot.meta('date')} {snapshot.meta('content_sha256')[:12]}",
            }
        }
    )
