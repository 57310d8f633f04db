"""Currency, its worth in rupiah with the date, notes and coins."""

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

ROUND = (1, 5, 10, 50, 100, 500, 1000, 5000, 10000, 50000, 100000)


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a list of pairs a currency."""
    out: list[object] = []
    rates = []
    for row in data["currencies"]:
        symbol = f", {row['local_symbol']}" if row["local_symbol"] not in ("", row["code"]) else ""
        pairs: list[tuple[str, object]] = [(say("country.currency"), f"{say.pick(row, 'name')} ({row['code']}{symbol})")]
        rate = row["rate"]
        if rate and row["code"] != "IDR":
            rates.append(rate)
            dated = say("common.as_of", date=say.date(rate["as_of"])) + (", " + say("country.live") if rate["live"] else "")
            pairs.append((say("country.rate"), f"{worth(rate['idr_per_unit'], row['code'], say)} ({dated})"))
        if row["banknotes"]:
            pairs.append((say("country.banknotes"), amounts(row["banknotes"], say)))
        if row["coins"]:
            pairs.append((say("country.coins"), amounts(row["coins"], say)))
        if row["denominations_as_of"] and (row["banknotes"] or row["coins"]):
            pairs.append((say("country.denominations"), say("common.as_of", date=say.date(row["denominations_as_of"]))))
        if say.pick(row, "note"):
            pairs.append((say("common.info"), say.pick(row, "note")))
        out.append(Pairs(pairs))
    if not out:
        return [Text(say("country.no_currency"))]
    return [*out, *source(data["currencies"] + rates, say)]


def amounts(text: str, say: "Say") -> str:
    """Write the face values of notes or coins, blank-separated plain numbers, in the style of the language."""
    return " · ".join(say.number(float(value)) for value in text.split())


def worth(idr_per_unit: float, code: str, say: "Say") -> str:
    """Say what a round amount of a currency is worth in whole rupiah: the smallest that is worth a thousand and more."""
    amount = next((size for size in ROUND if size * idr_per_unit >= 1000), ROUND[-1])
    rupiah = amount * idr_per_unit
    digits = 0 if rupiah >= 100 else 2
    return say("country.worth", amount=say.number(amount), code=code, rupiah=say.number(rupiah, digits))
