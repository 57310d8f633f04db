"""The country card: all that a traveller asks of a country, by section."""

import time

from safetravel_cli import errors, settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.lookup.country import find
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import advice, call, clock, danger, entry, food, holiday, money, practical
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import Snapshot, open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

SECTIONS = ("advice", "call", "danger", "entry", "money", "time", "practical", "food", "holidays", "help", "sources")
# Sections that are shown only when asked for: on the card their dangers stand under `danger`.
MORE = ("laws", "safety")


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the facts of a country. `section` (a comma-separated list) narrows what the page shows, not the data.

    Raises:
        NotFound, Ambiguous: the name. UsageError: an unknown section.
    """
    snapshot = open_snapshot(env)
    words = arguments["name"]
    assert isinstance(words, list)
    sections = _sections(arguments.get("section"))
    found = find(snapshot, " ".join(map(str, words)))
    data = facts(snapshot, found.code, env)
    return Answer({**data, "read_as": found.read_as, "sections": sections})


def _sections(asked: object) -> "list[str]":
    if not asked:
        return list(SECTIONS)
    names = [name.strip().lower() for name in str(asked).split(",") if name.strip()]
    unknown = [name for name in names if name not in SECTIONS + MORE]
    if unknown:
        raise errors.UsageError("country.no_section", choices=list(SECTIONS + MORE), name=unknown[0])
    return names


def facts(snapshot: Snapshot, code: str, env: "Env") -> "dict[str, object]":
    """Return everything known of a country (docs/reference/schema/country.json)."""
    sources = Sources(snapshot, env.language)
    row = snapshot.row("SELECT * FROM country WHERE country_code = ?", code)
    assert row
    passport = settings.value(state.read(env), "passport")
    now = env.now()
    contacts = call.facts(snapshot, code, env, sources)
    things = practical.facts(snapshot, code, sources)
    local = clock.facts(snapshot, code, now, sources)
    today = str(local.get("local_time") or time.strftime("%Y-%m-%d", time.gmtime(now)))[:10]
    return {
        **identity(row, sources),
        "advice": advice.facts(snapshot, code, env, sources),
        "health_notices": advice.notices(code, env),
        "emergency": contacts["numbers"],
        "missions": contacts["missions"],
        "hotlines": contacts["hotlines"],
        "asean_help": _asean(snapshot, code, sources) if not _has_own(contacts) else [],
        "laws": danger.laws(snapshot, code, env.language, sources),
        "safety": danger.safety(snapshot, code, env.language, int(today[5:7]), sources),
        "entry": {
            "visa": entry.visa(snapshot, code, passport, sources) if passport != code else None,
            "own_passport": passport == code,
            "passport": passport,
            **_passport_name(snapshot, passport),
            "validity": entry.passport_validity(snapshot, code, sources),
            "health": entry.health(snapshot, code, sources),
        },
        "currencies": money.facts(snapshot, code, env, sources),
        "time": local,
        "driving_side": things.get("driving", {}).get("side") or "",
        "practical": things,
        "languages": practical.languages(snapshot, code),
        "food": {
            "dishes": food.dishes(snapshot, code, env.language, sources),
            "eating": food.eating(snapshot, code, env.language, sources),
            "halal": food.halal(snapshot, code, sources),
        },
        "holidays": holiday.coming(snapshot, code, today, 6, sources),
        "today": today,
    }


def identity(row: "dict[str, object]", sources: Sources) -> "dict[str, object]":
    """Return the names, codes and size of a country from its row."""
    native = [name.partition(":")[2] for name in str(row["native_names"] or "").split("|") if name]
    return {
        "iso2": row["country_code"],
        "iso3": row["alpha3_code"],
        "numeric": row["numeric_code"] or "",
        "flag": row["flag"] or "",
        "names": {"en": row["name_en"], "id": row["name_id"], "native": native},
        "official_names": {"en": row["official_name_en"] or "", "id": row["official_name_id"] or ""},
        "capital": {name: row["capital_" + name] or "" for name in ("en", "id", "note_en", "note_id")},
        "region_en": row["region_en"] or "",
        "region_id": row["region_id"] or "",
        "neighbours": str(row["land_neighbours"] or "").split(),
        "population": row["population"],
        "population_year": row["population_year"],
        "area_km2": row["area_km2"],
        "calling_codes": str(row["calling_codes"] or "").split(),
        "international_prefix": row["international_prefix"] or "",
        "source": sources(row["source"]),
        "as_of": row["as_of"] or "",
    }


def _passport_name(snapshot: Snapshot, code: str) -> "dict[str, object]":
    return (
        snapshot.row("SELECT name_en AS passport_name_en, name_id AS passport_name_id FROM country WHERE country_code = ?", code)
        or {}
    )


def _has_own(contacts: "dict[str, object]") -> bool:
    missions = contacts["missions"]
    assert isinstance(missions, list)
    return any(not mission["from_abroad"] for mission in missions)


def _asean(snapshot: Snapshot, code: str, sources: Sources) -> "list[dict[str, object]]":
    rows = snapshot.rows(
        "SELECT a.*, c.name_en, c.name_id FROM asean_help a JOIN country c ON c.country_code = a.asean_country_code"
        " WHERE a.country_code = ? ORDER BY c.name_en",
        code,
    )
    return [
        sources.fact(
            row, "asean_country_code", "name_en", "name_id", "kind", "city", "phone_e164", "website", "note_en", "note_id"
        )
        for row in rows
    ]
