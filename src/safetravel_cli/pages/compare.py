"""Countries side by side."""

from safetravel_cli.domain.blocks import Heading, Pairs, Table, Text
from safetravel_cli.pages.sections import entry
from safetravel_cli.pages.sections.advice import NUMBERED
from safetravel_cli.pages.sections.money import worth
from safetravel_cli.pages.sections.time import difference
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from safetravel_cli.i18n import Say

LANGUAGES = 4


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a table of the facts that differ, then those that are the same in all."""
    names = [say.pick(row, "name") for row in data["countries"]]
    blocks: list[object] = [Heading(1, say("compare.title", names=" · ".join(names)))]
    blocks += [Text(say("subject.read_as", name=say.pick(row, "name"))) for row in data["countries"] if row["read_as"]]
    differ = [row for row in data["facts"] if not row["same"]]
    alike = [row for row in data["facts"] if row["same"]]
    if differ:
        rows = [(label(row["fact"], data, say), *[cell(row["fact"], one, say) for one in row["values"]]) for row in differ]
        blocks += [Heading(2, say("compare.differ")), Table([say("compare.fact"), *names], rows)]
    blocks += source([one for row in differ for one in row["values"]], say)
    if alike:
        pairs = [(label(row["fact"], data, say), cell(row["fact"], row["values"][0], say)) for row in alike]
        blocks += [Heading(2, say("compare.same")), Pairs(pairs)]
        blocks += source([one for row in alike for one in row["values"]], say)
    return [*blocks, Text(say("compare.unknown")), Text(say("country.not_kemlu"))]


def label(fact: str, data: "dict[str, Any]", say: "Say") -> str:
    """Return the name of a fact."""
    kind, _, rest = fact.partition("_")
    if kind == "advice":
        return say("compare.advice", government=say("country.government_" + rest))
    if kind == "call":
        return say("emergency." + rest)
    if fact == "visa":
        return say("compare.visa", passport=data["passport"])
    return say("compare." + fact)


def cell(fact: str, held: "dict[str, Any]", say: "Say") -> str:
    """Return the value of a fact in words; that it is unknown where it is."""
    value: Any = held["value"]
    if value is None:
        return say("common.unknown")
    kind, _, rest = fact.partition("_")
    if kind == "advice":
        number = say("country.level", level=value["level"]) if rest in NUMBERED and value["level"] else ""
        return ": ".join(filter(None, (number, say.pick(value, "words"))))
    if fact in WORDS:
        return say(WORDS[fact] + value)
    return TEXTS[fact](value, say) if fact in TEXTS else str(value)


# Facts whose value is the end of a key of the catalogue.
WORDS = {
    "water": "country.water_",
    "halal": "country.halal_",
    "malaria": "entry.malaria_",
    "yellow_fever": "entry.yellow_fever_entry_",
    "driving": "compare.side_",
}


def _visa(value: "dict[str, Any]", say: "Say") -> str:
    if value["requirement"] == "own":
        return say("visa.own")
    days = ", " + say("entry.days", days=value["stay_days"]) if value["stay_days"] else ""
    return say("entry.requirement_" + value["requirement"]) + days


def _passport(value: "dict[str, Any]", say: "Say") -> str:
    return str(entry.passport(value, say)[0][1])


def _time(value: "dict[str, Any]", say: "Say") -> str:
    text = difference(value["wib_difference_hours"], say)
    return text if value["zones"] < 2 else say("compare.clocks", time=text, count=value["zones"])


def _rate(value: "dict[str, Any]", say: "Say") -> str:
    if value["code"] == "IDR":
        return "IDR"
    return f"{worth(value['idr_per_unit'], value['code'], say)} ({say('common.as_of', date=say.date(value['as_of']))})"


def _languages(value: "list[dict[str, Any]]", say: "Say") -> str:
    return ", ".join(say.pick(row, "name") for row in value[:LANGUAGES])


TEXTS: "dict[str, Callable[[Any, Say], str]]" = {
    "visa": _visa,
    "passport": _passport,
    "time": _time,
    "languages": _languages,
    "laws": lambda value, say: "; ".join(value),
    "safety": lambda value, say: "; ".join(value),
    "currency": lambda value, say: "; ".join(value),
    "rate": _rate,
    "plugs": lambda value, say: ", ".join(value.split()),
    "voltage": lambda value, say: f"{value.replace(' ', '/')}\u00a0V",
    "weekend": lambda value, say: say.join([say("country.day_" + day) for day in value.split()]),
}
