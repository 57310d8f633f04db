"""The currency of a country, or one by code or name: notes and coins, worth in rupiah with its date."""

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.lookup import country
from safetravel_cli.lookup import currency as names
from safetravel_cli.lookup.fold import fold
from safetravel_cli.services import rate_chart, rates, subject
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import money
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

NOWHERE = {"iso2": "", "name_en": "", "name_id": "", "flag": "", "read_as": "", "method": "", "position": None, "hint": ""}


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the currencies of the country named, else of where you are; or the one that is named, with where it is used.

    A currency has what services.topics.money gives, age_days and state of its rate (services.rates.age), and with `--table`
    table, with `--chart` chart. A rate that is too old is left out: `rate` is None then.

    Raises:
        NotFound, Ambiguous: neither a country nor a currency is meant, or several.
    """
    snapshot = open_snapshot(env)
    sources = Sources(snapshot, env.language)
    words = arguments.get("name") or []
    assert isinstance(words, list)
    held, code = _meant(snapshot, " ".join(map(str, words)), env)
    rows = [money.one(snapshot, code, env, sources)] if code else money.facts(snapshot, held["iso2"], env, sources)
    warnings: list[dict[str, object]] = []
    for row in rows:
        rate: Any = row["rate"] if row["code"] != rates.HOME else None
        row.update(rates.age(rate, env) if rate else {"age_days": None, "state": "none"})
        row["rate_as_of"] = rate["as_of"] if rate else ""
        row["rate"] = rate if row["state"] != "too_old" else None
        if row["state"] == "old":
            warnings.append(rates.warning({"age_days": row["age_days"], "as_of": rate["as_of"]}, env.language))
        usable: Any = row["rate"]
        pair = (str(row["code"]), usable["idr_per_unit"]) if usable else None
        row["table"] = rates.table(snapshot, pair, (rates.HOME, 1.0)) if arguments.get("table") and pair else None
        row["chart"] = rate_chart.chart(snapshot, str(row["code"]), rates.HOME, env, sources) if arguments.get("chart") else None
    asked = {name: bool(arguments.get(name)) for name in ("table", "chart")}
    return Answer(
        {
            **held,
            "asked_code": code,
            "used_in": _users(snapshot, code) if code else [],
            "currencies": rows,
            "asked": asked,
            "limit_days": env.max_age or rates.REFUSE_AFTER_DAYS,
        },
        warnings=warnings,
    )


def _meant(snapshot: "Snapshot", text: str, env: "Env") -> "tuple[dict[str, Any], str]":
    """Return the country, or blanks and the code of the currency, that a text names: codes, then countries, then the rest."""
    code = names.code(snapshot, text)
    if not text.strip() or (not code and country.exact(snapshot, fold(text))):
        return subject.find(snapshot, [text] if text.strip() else [], env, "currency"), ""
    if code:
        return NOWHERE, code
    try:
        found = names.find(snapshot, text)
    except errors.NotFound:
        return subject.find(snapshot, [text], env, "currency"), ""
    if found.read_as:
        # `pero` is as near to peso as to Peru: a country is what this command mostly gets.
        try:
            return subject.find(snapshot, [text], env, "currency"), ""
        except errors.SafeTravelError:
            pass
    return {**NOWHERE, "read_as": found.read_as}, found.code


def _users(snapshot: "Snapshot", code: str) -> "list[dict[str, object]]":
    return snapshot.rows(
        "SELECT c.country_code AS iso2, c.name_en, c.name_id FROM country_currency cc JOIN country c USING (country_code)"
        " WHERE cc.currency_code = ? ORDER BY c.name_en",
        code,
    )
