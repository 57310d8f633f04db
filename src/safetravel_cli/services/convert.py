"""What an amount is worth in another currency: always about, always with the date of the rate."""

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.i18n.forms import date
from safetravel_cli.lookup import amount as amounts
from safetravel_cli.lookup import currency
from safetravel_cli.services import rate_chart, rates, subject
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import money
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# Words and signs between the two currencies.
TO = ("to", "into", "in", "ke", "dalam", "menjadi", "jadi", "=", "→", "sama", "dengan", "berapa")


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the worth of an amount: amount, amount_given, from, to, value, rate (of one `from` in `to`), age_days, state.

    `from` and `to` are {code, name_en, name_id, note_en, note_id, digits, method, place_en, place_id, idr_per_unit, live, source,
    as_of}; method is given, here (the currency of where you are) or assumed (rupiah). `as_of` is the older of the two dates.
    With `--table` table, with `--chart` chart (services.rate_chart).

    Raises:
        UsageError: the amount. NotFound, Ambiguous: a currency, or no rate is known.
        NetworkNeeded: the rate is too old to be used.
    """
    snapshot = open_snapshot(env)
    sources = Sources(snapshot, env.language)
    words = arguments["words"]
    assert isinstance(words, list)
    text = " ".join(" ".join(map(str, words)).split(" "))
    given = amounts.find(text)
    first, second, read_as = _currencies(snapshot, given, env)
    start, end = _side(snapshot, first, env, sources), _side(snapshot, second, env, sources)
    if start["code"] == end["code"]:
        raise errors.UsageError("convert.same", code=start["code"])
    age, as_of = _age(start, end, env)
    worth = [(side["code"], side["idr_per_unit"]) for side in (start, end)]
    rate = start["idr_per_unit"] / end["idr_per_unit"]
    value = given.value if given.value is not None else rates.handy(start["idr_per_unit"])
    data = {
        "amount": value,
        "amount_given": given.value is not None,
        "from": start,
        "to": end,
        "value": value * rate,
        "rate": rate,
        "read_as": read_as,
        **age,
        "as_of": as_of,
        "asked": {name: bool(arguments.get(name)) for name in ("table", "chart")},
        "table": rates.table(snapshot, *worth) if arguments.get("table") else None,
        "chart": rate_chart.chart(snapshot, start["code"], end["code"], env, sources) if arguments.get("chart") else None,
    }
    return Answer(data, warnings=[rates.warning(data, env.language)] if age["state"] == "old" else [])


def _age(start: "dict[str, Any]", end: "dict[str, Any]", env: "Env") -> "tuple[dict[str, object], str]":
    """Return age_days and state of the older of two rates, and its date; rupiah for rupiah has none.

    Raises:
        NetworkNeeded: it is too old.
    """
    foreign = [side for side in (start, end) if side["code"] != rates.HOME]
    oldest = min(foreign, key=lambda side: str(side["as_of"]))
    age = rates.age(oldest, env)
    if age["state"] == "too_old":
        limit = env.max_age or rates.REFUSE_AFTER_DAYS
        dated = date(str(oldest["as_of"]), env.language)
        raise errors.NetworkNeeded("convert.too_old", days=age["age_days"], date=dated, code=oldest["code"], limit=limit)
    return age, str(oldest["as_of"])


def _currencies(snapshot: "Snapshot", given: amounts.Amount, env: "Env") -> "tuple[dict[str, Any], dict[str, Any], list[str]]":
    """Return both sides as {code, method, place, read_as}, and the names as which misspelt ones were understood."""
    found = [_named(snapshot, text, env) for text in _texts(snapshot, given)]
    read_as = [str(side["read_as"]) for side in found if side and side["read_as"]]
    start, end = found
    if not start:
        # `1,5 juta ke yen` are rupiah; a bare amount is on a price tag of where you are.
        start = _rupiah() if end and end["code"] != rates.HOME else _here(snapshot, env)
    if not end and start:
        end = _rupiah() if start["code"] != rates.HOME else _here(snapshot, env)
    if not start or not end:
        raise errors.NotFound("convert.which")
    return start, end, read_as


def _named(snapshot: "Snapshot", text: str, env: "Env") -> "dict[str, Any] | None":
    """Return the currency that a text names; of several that share the word (`$`) the one of where you are."""
    if not text:
        return None
    try:
        found = currency.find(snapshot, text)
    except errors.Ambiguous as error:
        here = _here(snapshot, env)
        if here and here["code"] in [choice["code"] for choice in error.choices if isinstance(choice, dict)]:
            return here
        raise
    return {"code": found.code, "method": "given", "place": "", "read_as": found.read_as}


def _rupiah() -> "dict[str, Any]":
    return {"code": rates.HOME, "method": "assumed", "place": "", "read_as": ""}


def _here(snapshot: "Snapshot", env: "Env") -> "dict[str, Any] | None":
    """Return the main currency of where you are by what is known at once; None at home or where that is unknown."""
    place = subject.here(snapshot, env)
    row = (
        snapshot.row("SELECT currency_code FROM country_currency WHERE country_code = ? ORDER BY rank", place) if place else None
    )
    if not row or row["currency_code"] == rates.HOME:
        return None
    return {"code": str(row["currency_code"]), "method": "here", "place": place, "read_as": ""}


def _texts(snapshot: "Snapshot", given: amounts.Amount) -> "tuple[str, str]":
    """Return the texts that name the two currencies, blank where one is not named."""
    words = given.after.split()
    at = next(
        (at for at, word in enumerate(words) if word.lower() in TO and (at or given.before or given.value is not None)), None
    )
    if at is not None:
        rest = [word for word in words[at + 1 :] if word.lower() not in TO]
        return " ".join([given.before, *words[:at]]).strip(), " ".join(rest)
    if given.before:
        return given.before, given.after
    return _cut(snapshot, words)


def _cut(snapshot: "Snapshot", words: "list[str]") -> "tuple[str, str]":
    """Cut words without a `to` between them where both halves name a currency; all are one name where none do."""
    rows = snapshot.rows("SELECT currency_code AS code, name_en, name_id, symbol, local_symbol FROM currency ORDER BY 1")

    def means_one(text: str) -> bool:
        return bool(currency.code(snapshot, text)) or len(currency.exact(snapshot, rows, text)) == 1

    whole = " ".join(words)
    if len(words) < 2 or means_one(whole):
        return whole, ""
    for at in range(len(words) - 1, 0, -1):
        halves = " ".join(words[:at]), " ".join(words[at:])
        if all(map(means_one, halves)):
            return halves
    # Two words, one of them misspelt or shared: say of the first what is wrong.
    return (words[0], words[1]) if len(words) == 2 else (whole, "")


def _side(snapshot: "Snapshot", side: "dict[str, Any]", env: "Env", sources: Sources) -> "dict[str, Any]":
    code = side["code"]
    row: Any = money.one(snapshot, code, env, sources)
    rate = row["rate"]
    if not rate:
        raise errors.NotFound("convert.no_rate", code=code)
    place = subject.named(snapshot, side["place"]) if side["place"] else {}
    return {
        "code": code,
        "method": side["method"],
        "place_en": place.get("name_en") or "",
        "place_id": place.get("name_id") or "",
        "digits": rates.digits(snapshot, code),
        **{name: row[name] for name in ("name_en", "name_id", "note_en", "note_id")},
        **{name: rate[name] for name in ("idr_per_unit", "live", "source", "as_of")},
    }
