"""Plugs, driving, water, week, languages, dialling."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

TABLES = {"driving": "driving", "electricity": "electricity", "water": "tap_water", "week": "week"}


def facts(snapshot: "Snapshot", code: str, sources: "Sources") -> "dict[str, dict[str, object]]":
    """Return the rows of driving, electricity, water and week that are known, each with source and as_of."""
    found: dict[str, dict[str, object]] = {}
    for name, table in TABLES.items():
        row = snapshot.row(f"SELECT * FROM {table} WHERE country_code = ?", code)  # noqa: S608
        if row:
            row["source"] = sources(row["source"])
            row.pop("country_code")
            if "explicit" in row:
                row["explicit"] = bool(row["explicit"])
            found[name] = row
    return found


def languages(snapshot: "Snapshot", code: str) -> "list[dict[str, object]]":
    """Return code, name_en and name_id of the languages of a country, the first the most widely understood."""
    return snapshot.rows(
        "SELECT l.language AS code, l.name_en, l.name_id FROM country_language c JOIN language l USING (language)"
        " WHERE c.country_code = ? ORDER BY c.rank",
        code,
    )
