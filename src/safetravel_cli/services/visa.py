"""What the border asks of one passport or of several, and of where you come from."""

from safetravel_cli import settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import subject
from safetravel_cli.services.missions import days_old
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import danger, entry
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

HOME = "ID"
OLD_AFTER_DAYS = 365
# From the least trouble to the most.
EASE = ("visa_free", "eta", "visa_on_arrival", "e_visa", "visa_required", "no_admission")


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return what the border of the country named, else of where you are, asks.

    Data: passports[] {passport, name_en, name_id, own_passport, visa}, where `old` says that the visa was recorded more than a
    year, or --max-age days, ago; easiest (the passport with the least trouble, blank where
    that cannot be told), validity, cash[], health, origin {iso2, name_en, name_id, method}, yellow_fever (needed, maybe,
    not_needed, unknown), home_asks_yellow_fever, dual_nationality (the law on it, where there are several passports).

    Raises:
        NotFound, Ambiguous: the country, a passport or the country of departure.
    """
    snapshot = open_snapshot(env)
    held = subject.find(snapshot, arguments.get("name"), env, "visa")
    code, sources = str(held["iso2"]), Sources(snapshot, env.language)
    passports = [_passport(snapshot, code, one, sources, env) for one in _passports(snapshot, arguments.get("passport"), env)]
    origin = _origin(snapshot, arguments.get("origin"), code, env)
    health = entry.health(snapshot, code, sources)
    start = entry.health(snapshot, str(origin["iso2"]), sources)
    home = entry.health(snapshot, HOME, sources)
    laws = danger.laws(snapshot, code, env.language, sources) if len(passports) > 1 else []
    return Answer(
        {
            **held,
            "passports": passports,
            "easiest": _easiest(passports),
            "validity": entry.passport_validity(snapshot, code, sources),
            "cash": _cash(snapshot, code, sources),
            "health": health,
            "origin": {**origin, "polio": start["polio"] if start else None},
            "yellow_fever": yellow_fever(health, start, str(origin["iso2"])),
            "home_asks_yellow_fever": code != HOME and yellow_fever(home, health, code) == "needed",
            "dual_nationality": next((law for law in laws if law["topic"] == "dual_nationality"), None),
        }
    )


def yellow_fever(asks: "dict[str, Any] | None", start: "dict[str, Any] | None", origin: str) -> str:
    """Tell whether a border that asks so wants a certificate of who comes from a country: needed, maybe, not_needed, unknown.

    `asks` and `start` are the health rows of the country to enter and of the country of departure, `origin` the latter's code.
    """
    rule = asks and asks["yellow_fever_entry"]
    if rule in (None, "not_stated"):
        return "unknown"
    if rule == "all_travellers":
        return "needed"
    if rule == "not_required":
        return "not_needed"
    named = str((asks or {})["yellow_fever_country_codes"] or "").split()
    if named:
        return "needed" if origin in named else "not_needed"
    if not start:
        return "unknown"
    return {"risk": "needed", "low": "maybe"}.get(str(start["yellow_fever_risk"]), "not_needed")


def _passports(snapshot: "Snapshot", asked: object, env: "Env") -> "list[str]":
    words = [word for word in str(asked or "").split(",") if word.strip()]
    if not words:
        held = state.read(env)
        mine = [settings.value(held, name) for name in ("passport", "second_passport")]
        return list(dict.fromkeys(code for code in mine if code))
    from safetravel_cli.lookup import country

    return list(dict.fromkeys(_code(snapshot, word) or country.find(snapshot, word).code for word in words))


def _code(snapshot: "Snapshot", text: str) -> str:
    """Return a text that is a code of ISO 3166-1 alpha-2 in capitals: here AS is American Samoa, not what it is in speech."""
    code = text.strip()
    return code if code.isupper() and snapshot.row("SELECT 1 FROM country WHERE country_code = ?", code) else ""


def _passport(snapshot: "Snapshot", code: str, passport: str, sources: Sources, env: "Env") -> "dict[str, Any]":
    names = subject.named(snapshot, passport)
    visa = entry.visa(snapshot, code, passport, sources) if passport != code else None
    if visa:
        visa["old"] = days_old(str(visa["as_of"]), env.now()) > (env.max_age or OLD_AFTER_DAYS)
    return {
        "passport": passport,
        "name_en": names["name_en"],
        "name_id": names["name_id"],
        "own_passport": passport == code,
        "visa": visa,
    }


def _easiest(passports: "list[dict[str, Any]]") -> str:
    """Return the passport with the least trouble; blank where one is unknown, in doubt, or two are alike."""
    if len(passports) < 2 or any(not row["own_passport"] and not row["visa"] for row in passports):
        return ""

    def trouble(row: "dict[str, Any]") -> "tuple[int, int]":
        visa = row["visa"]
        return (-1, 0) if row["own_passport"] else (EASE.index(visa["requirement"]), -(visa["stay_days"] or 0))

    first, second = sorted(passports, key=trouble)[:2]
    doubt = any(row["visa"] and row["visa"].get("confidence") in ("conflict", "unverified") for row in (first, second))
    return "" if doubt or trouble(first) == trouble(second) else str(first["passport"])


def _origin(snapshot: "Snapshot", asked: object, code: str, env: "Env") -> "dict[str, Any]":
    """Return the country of departure: the one asked for, else where you are, else Indonesia; `method` tells which."""
    if asked:
        from safetravel_cli.lookup import country

        start, method = _code(snapshot, str(asked)) or country.find(snapshot, str(asked)).code, "given"
    else:
        start, method = subject.here(snapshot, env), "here"
        if start in ("", code):
            start, method = HOME, "assumed"
    names = subject.named(snapshot, start)
    return {"iso2": start, "name_en": names["name_en"], "name_id": names["name_id"], "method": method}


def _cash(snapshot: "Snapshot", code: str, sources: Sources) -> "list[dict[str, object]]":
    rows = snapshot.rows("SELECT * FROM cash_limit WHERE country_code = ? ORDER BY direction", code)
    return [sources.fact(row, "direction", "rule", "amount", "currency_code", "told_to_country_code") for row in rows]
