"""What the border asks: visa for a passport, health papers."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot


def visa(snapshot: "Snapshot", code: str, passport: str, sources: "Sources") -> "dict[str, object] | None":
    """Return what a passport needs: requirement, stay_days, notes, source, as_of; None where nothing is known."""
    row = snapshot.row("SELECT * FROM entry_requirement WHERE passport_code = ? AND country_code = ?", passport, code)
    if not row or not row["requirement"]:
        return None
    return {"passport": passport, **sources.fact(row, "requirement", "stay_days", "note_en", "note_id")}


def health(snapshot: "Snapshot", code: str, sources: "Sources") -> "dict[str, object] | None":
    """Return the row on vaccinations and disease of a country, None where nothing is known."""
    return _row(snapshot, "health", code, sources)


def passport_validity(snapshot: "Snapshot", code: str, sources: "Sources") -> "dict[str, object] | None":
    """Return the passport rules as told to citizens of the United States, None where unknown."""
    return _row(snapshot, "passport_validity", code, sources)


def _row(snapshot: "Snapshot", table: str, code: str, sources: "Sources") -> "dict[str, object] | None":
    row = snapshot.row(f"SELECT * FROM {table} WHERE country_code = ?", code)  # noqa: S608
    if row:
        row["source"] = sources(row["source"])
        row.pop("country_code")
    return row
