"""What the border asks: visa by passport, the passport itself, vaccinations, cash."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.pages import subject
from safetravel_cli.pages.sections import danger, entry
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the visa of each passport, that it is no promise, then passport, vaccinations and cash."""
    name = say.pick(data, "name")
    blocks = subject.top(say("visa.title", name=name), data, say)
    for row in data["passports"]:
        blocks += _passport(row, say)
    if any(row["visa"] for row in data["passports"]):
        blocks.append(Callout("caution", say("visa.not_a_promise", name=name)))
    blocks += _compared(data, say)
    return [*blocks, *_own_papers(data, say), *_health(data, name, say), *_cash(data, say)]


def _passport(row: "dict[str, Any]", say: "Say") -> "list[object]":
    holder = say.pick(row, "name") or row["passport"]
    if row["own_passport"]:
        return [Pairs([(say("entry.visa", passport=holder), say("visa.own"))])]
    visa = row["visa"]
    pairs = entry.requirement(visa, holder, say)
    if visa:
        dated = say.date(visa["as_of"]) if visa["as_of"] else say("common.undated")
        pairs.append((say("visa.recorded"), say("visa.old", date=dated) if visa["old"] else dated))
    return [Pairs(pairs), *source([visa] if visa else [], say)]


def _compared(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Tell which of several passports has the least trouble, and what the law there says on having two."""
    if len(data["passports"]) < 2:
        return []
    best = next((row for row in data["passports"] if row["passport"] == data["easiest"]), None)
    blocks: list[object] = [Heading(2, say("visa.compared"))]
    blocks.append(Text(say("visa.easiest", name=say.pick(best, "name")) if best else say("visa.no_easiest")))
    law = data["dual_nationality"]
    return [*blocks, *([danger.callout(law, say), *source([law], say)] if law else [])]


def _own_papers(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if all(row["own_passport"] for row in data["passports"]):
        return []
    validity = data["validity"]
    pairs = entry.passport(validity, say) or [(say("visa.passport"), say("visa.validity_unknown"))]
    if validity and validity["blank_pages"]:
        pairs.append((say("visa.blank_pages"), say.number(validity["blank_pages"])))
    return [Heading(2, say("visa.passport")), Pairs(pairs), *source([validity] if validity else [], say)]


def _health(data: "dict[str, Any]", name: str, say: "Say") -> "list[object]":
    origin, health = data["origin"], data["health"]
    start = say.pick(origin, "name")
    blocks: list[object] = [Heading(2, say("visa.health")), Text(say("visa.from_" + origin["method"], name=start))]
    if not health:
        return [*blocks, Text(say("visa.health_unknown"))]
    fever = say("visa.fever_" + data["yellow_fever"], name=start)
    if health["yellow_fever_entry"].startswith("from_risk_country") and data["yellow_fever"] != "needed":
        transit = health["yellow_fever_entry"].endswith("transit")
        fever += " " + say("visa.fever_elsewhere_transit" if transit else "visa.fever_elsewhere")
    rows = [(say("entry.yellow_fever_entry"), fever), (say("entry.polio"), _polio(data, start, say))]
    meningitis = say("entry.meningitis_" + health["meningitis"]) if health["meningitis"] else say("visa.no_rule")
    rows.append((say("entry.meningitis"), say.pick(health, "meningitis_note") or meningitis))
    if say.pick(health, "note"):
        rows.append((say("common.info"), say.pick(health, "note")))
    home = [Callout("note", say("visa.home_asks", name=name))] if data["home_asks_yellow_fever"] else []
    return [*blocks, Pairs(rows), *home, *source([health], say)]


def _polio(data: "dict[str, Any]", start: str, say: "Say") -> str:
    health = data["health"]
    there = say("entry.polio_" + health["polio"]) if health["polio"] else say("visa.no_rule")
    text = say.pick(health, "polio_note") or there
    if data["origin"]["polio"] == "circulating":
        text = f"{text.rstrip('.')}. {say('visa.polio_from', name=start)}"
    return text


def _cash(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if not data["cash"]:
        return []
    rows = [
        (
            say("visa.cash_" + row["direction"]),
            say("visa.cash_" + row["rule"], amount=f"{say.number(row['amount'])}\u00a0{row['currency_code']}"),
        )
        for row in data["cash"]
    ]
    return [Heading(2, say("visa.cash")), Pairs(rows), *source(data["cash"], say)]
