"""Levels of travel advice, each in the words of its own government. No level of our own, no average."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

# What a row has where a government was asked for the first time and its page was not read yet.
BLANK = {"level": None, "words_en": "", "words_id": "", "regional": False}
ORDER = ("GB", "US", "CA", "AU", "DE")


def facts(snapshot: "Snapshot", code: str, env: "Env", sources: "Sources") -> "list[dict[str, object]]":
    """Return one row a government: level (1 to 4, None for Germany, whose flags are not a level), words, dates.

    What `sync` fetched stands in place of the bundled row of the same government, with its own source and date.
    """
    from safetravel_cli.store import overlay

    rows = snapshot.rows("SELECT * FROM advice_level WHERE country_code = ?", code)
    found: dict[str, dict[str, object]] = {}
    for row in rows:
        found[str(row["government"])] = {
            "government": row["government"],
            "level": row["level"],
            "words_en": row["words_en"] or "",
            "words_id": row["words_id"] or "",
            "regional": bool(row["regional"]),
            "updated_on": row["updated_on"] or "",
            "live": False,
            "source": sources(row["source"]),
            "as_of": row["as_of"] or "",
        }
    for fresh in overlay.advice(env, code):
        held = found.get(str(fresh["government"]), {})
        if str(fresh["as_of"]) >= str(held.get("as_of", "")):
            found[str(fresh["government"])] = {**BLANK, **held, **fresh, "live": True}
    for row in found.values():
        row["words"] = row["words_id"] if env.language == "id" else row["words_en"]
    return sorted(found.values(), key=lambda row: ORDER.index(str(row["government"])) if row["government"] in ORDER else 9)


def notices(code: str, env: "Env") -> "list[dict[str, object]]":
    """Return the health notices that `sync` fetched for a country, the gravest first; none is no sign of safety."""
    from safetravel_cli.store import overlay

    return overlay.notices(env, code)
