"""Currencies of a country and what they are worth in rupiah."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot


def rate(snapshot: "Snapshot", code: str, env: "Env", sources: "Sources") -> "dict[str, object] | None":
    """Return the newest rate of a currency: idr_per_unit, live, source, as_of; None where there is none."""
    from safetravel_cli.store import overlay

    held = snapshot.row("SELECT * FROM exchange_rate WHERE currency_code = ?", code)
    fresh = overlay.rate(env, code)
    if fresh and (not held or str(fresh["as_of"]) >= str(held["as_of"])):
        return {**fresh, "live": True}
    if not held:
        return None
    return {"idr_per_unit": held["idr_per_unit"], "live": False, "source": sources(held["source"]), "as_of": held["as_of"]}


def facts(snapshot: "Snapshot", code: str, env: "Env", sources: "Sources") -> "list[dict[str, object]]":
    """Return the currencies in use, the main one first: code, names, symbol, banknotes, rate, notes, source, as_of."""
    rows = snapshot.rows(
        "SELECT c.*, cc.rank, cc.note_en AS use_en, cc.note_id AS use_id FROM country_currency cc"
        " JOIN currency c USING (currency_code) WHERE cc.country_code = ? ORDER BY cc.rank, currency_code",
        code,
    )
    return [_currency(row, snapshot, env, sources) for row in rows]


def one(snapshot: "Snapshot", code: str, env: "Env", sources: "Sources") -> "dict[str, object]":
    """Return one currency by its code, as `facts` has it."""
    row = snapshot.row("SELECT *, '' AS use_en, '' AS use_id FROM currency WHERE currency_code = ?", code)
    assert row
    return _currency(row, snapshot, env, sources)


def _currency(row: "dict[str, object]", snapshot: "Snapshot", env: "Env", sources: "Sources") -> "dict[str, object]":
    return {
        "code": row["currency_code"],
        "name_en": row["name_en"],
        "name_id": row["name_id"] or row["name_en"],
        "symbol": row["symbol"] or "",
        "local_symbol": row["local_symbol"] or "",
        "banknotes": row["banknotes"] or "",
        "coins": row["coins"] or "",
        "denominations_as_of": row["denominations_as_of"] or "",
        "note_en": " ".join(str(note) for note in (row["use_en"], row["note_en"]) if note),
        "note_id": " ".join(str(note) for note in (row["use_id"], row["note_id"]) if note),
        "rate": rate(snapshot, str(row["currency_code"]), env, sources),
        "source": sources(row["source"]),
        "as_of": row.get("as_of") or "",
    }
