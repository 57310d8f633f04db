"""A currency: worth, notes and coins, where it is used."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.pages import rates, subject
from safetravel_cli.pages.sections.money import amounts, worth
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

MOST = 12


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return each currency in use, the main one first."""
    rows = data["currencies"]
    name = say.pick(data, "name") if data["iso2"] else f"{say.pick(rows[0], 'name')} ({rows[0]['code']})"
    blocks = subject.top(say("currency.title", name=name), {**data, **_named(data)}, say)
    if not rows:
        return [*blocks, Text(say("country.no_currency"))]
    for row in rows:
        if len(rows) > 1:
            blocks.append(Heading(2, f"{say.pick(row, 'name')} ({row['code']})"))
        blocks += _currency(row, data, say)
    if data["used_in"]:
        names = [say.pick(one, "name") for one in data["used_in"]]
        more = say("currency.more", count=len(names) - MOST) if len(names) > MOST else ""
        blocks.append(Pairs([(say("currency.used_in"), ", ".join(names[:MOST]) + more)]))
    return [*blocks, Text(say("currency.convert", code=rows[0]["code"]))]


def _named(data: "dict[str, Any]") -> "dict[str, Any]":
    """Return the names of the currency where it was named itself, for the line that says how a word was understood."""
    return {} if data["iso2"] else {name: data["currencies"][0][name] for name in ("name_en", "name_id")}


def _currency(row: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> "list[object]":
    symbol = f", {row['local_symbol']}" if row["local_symbol"] not in ("", row["code"]) else ""
    pairs: list[tuple[str, object]] = [(say("country.currency"), f"{say.pick(row, 'name')} ({row['code']}{symbol})")]
    rate = row["rate"]
    if rate:
        pairs.append((say("country.rate"), worth(rate["idr_per_unit"], row["code"], say)))
        pairs.append((say("convert.date"), rates.dated(rate["as_of"], row["age_days"], rate["live"], say)))
    elif row["state"] == "none" and row["code"] != "IDR":
        pairs.append((say("country.rate"), say("common.unknown")))
    pairs += [(say("country." + kind), amounts(row[kind], say)) for kind in ("banknotes", "coins") if row[kind]]
    if row["denominations_as_of"] and (row["banknotes"] or row["coins"]):
        pairs.append((say("country.denominations"), say("common.as_of", date=say.date(row["denominations_as_of"]))))
    elif not row["banknotes"]:
        pairs.append((say("country.denominations"), say("common.unknown")))
    blocks: list[object] = [Pairs(pairs)]
    if row["state"] == "old":
        blocks.append(rates.old(row["age_days"], rate["as_of"], say))
    if row["state"] == "too_old":
        days, date = say.number(row["age_days"]), say.date(row["rate_as_of"])
        blocks.append(Callout("caution", say("currency.too_old", days=days, date=date, limit=say.number(data["limit_days"]))))
    if say.pick(row, "note"):
        blocks.append(Callout("note", say.pick(row, "note")))
    blocks += source([row] + ([rate] if rate else []), say)
    if row["table"]:
        blocks += rates.table(row["table"], row["code"], "IDR", rate["as_of"], say)
    if data["asked"]["chart"] and row["code"] != "IDR":
        blocks += rates.chart(row["chart"], row["code"], "IDR", say)
    return blocks
