"""How old a rate is, and tables of round amounts."""

from safetravel_cli.services.missions import days_old

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

HOME = "IDR"
BASE = "EUR"
WARN_AFTER_DAYS, REFUSE_AFTER_DAYS = 60, 365
# Round amounts worth less than the first or more than the last, in rupiah, stand in no shop.
LEAST, MOST = 1_000, 10_000_000
STEPS = (1, 2, 5)


def age(rate: "dict[str, Any]", env: "Env") -> "dict[str, object]":
    """Return age_days of a rate, and state: fresh, old (over 60 days), too_old (over --max-age days, 365 by default)."""
    days = max(0, days_old(str(rate["as_of"]), env.now()))
    limit = env.max_age or REFUSE_AFTER_DAYS
    state = "too_old" if days > limit else "old" if days > WARN_AFTER_DAYS else "fresh"
    return {"age_days": days, "state": state}


def warning(name_date: "dict[str, object]", language: str) -> "dict[str, object]":
    """Return the warning of the envelope on an old rate."""
    from safetravel_cli.i18n import Say

    say = Say(language)
    message, _, hint = say("convert.rate_old", days=name_date["age_days"], date=say.date(str(name_date["as_of"]))).partition("|")
    return {"id": "rate_old", "message": message, "hint": hint}


def ladder(idr_per_unit: float) -> "list[float]":
    """Return 1, 2, 5, 10, 20, 50 ... of a currency, as far as they are worth a thousand to ten million rupiah."""
    amounts = [step * 10.0**power for power in range(-3, 12) for step in STEPS]
    return [
        round(amount, 3) for amount in amounts if amount * idr_per_unit * 1.0000001 >= LEAST and amount * idr_per_unit <= MOST
    ]


def handy(idr_per_unit: float) -> float:
    """Return a round amount, not below one, that is worth a thousand rupiah and more: for who names a currency and no amount."""
    amounts = ladder(idr_per_unit)
    return next((amount for amount in amounts if amount >= 1), amounts[-1] if amounts else 1.0)


def table(snapshot: "Snapshot", start: "tuple[str, float]", end: "tuple[str, float]") -> "dict[str, object]":
    """Return round amounts of both currencies with their worth in the other: there[], back[] of {amount, value}, digits by code.

    `start` and `end` are (code, rupiah for one unit).
    """

    def rows(first: float, second: float) -> "list[dict[str, float]]":
        return [{"amount": amount, "value": amount * first / second} for amount in ladder(first)]

    return {
        "there": rows(start[1], end[1]),
        "back": rows(end[1], start[1]),
        "digits": {code: digits(snapshot, code) for code, _ in (start, end)},
    }


def digits(snapshot: "Snapshot", code: str) -> int:
    """Return how many decimals the amounts of a currency have by ISO 4217."""
    row = snapshot.row("SELECT minor_unit_digits FROM currency WHERE currency_code = ?", code)
    return int(str(row["minor_unit_digits"] or 0)) if row else 0
