"""Local emergency numbers of a country."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

# The order in which a person in trouble needs them.
SERVICES = ("general", "police", "ambulance", "fire", "women_child_or_trafficking", "tourist_police", "coast_guard")


def facts(snapshot: "Snapshot", code: str, sources: "Sources") -> "list[dict[str, object]]":
    """Return one row a service: number, alternatives, from_mobile, languages, confidence, notes, source, as_of.

    `number` is a short code as dialled in the country, or E.164; services without a number are left out.
    """
    rows = snapshot.rows("SELECT * FROM emergency_number WHERE country_code = ?", code)
    rows.sort(key=lambda row: SERVICES.index(str(row["service"])))
    return [
        {
            "service": row["service"],
            "number": row["number"],
            "alternatives": str(row["alternatives"] or "").split(),
            "from_mobile": row["from_mobile"] or "",
            "languages": row["languages"] or "",
            "note_en": row["note_en"] or "",
            "note_id": row["note_id"] or "",
            "confidence": row["confidence"],
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
        for row in rows
        if row["number"]
    ]
