"""Countries side by side: the facts that differ, then those that are the same."""

from safetravel_cli import errors, settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.lookup import countries
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import advice, clock, danger, emergency, entry, food, money, practical
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

    Fact = dict[str, Any]

MOST = 4
GOVERNMENTS = ("GB", "US", "CA", "AU", "DE")
NUMBERS = ("general", "police", "ambulance", "fire")
# A rate without its day is none.
RATE = ("idr_per_unit", "as_of")


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return countries[] {iso2, name_en, name_id, flag, read_as} and facts[] {fact, same, values[]}, in their order.

    A value, one a country, is {iso2, value, source, as_of}; `value` is plain data by fact, None where it is not known.
    Two unknown are not the same. The facts are some of those of services.country, from the same topics.

    Raises:
        UsageError: fewer than two countries, or more than four. NotFound, Ambiguous: a name.
    """
    snapshot = open_snapshot(env)
    names = arguments["names"]
    assert isinstance(names, list)
    found = countries.find(snapshot, [str(name) for name in names])
    if not 2 <= len(found) <= MOST:
        raise errors.UsageError("compare.count", count=len(found))
    passport = settings.value(state.read(env), "passport")
    sources = Sources(snapshot, env.language)
    cards = [_card(snapshot, one.code, passport, env, sources) for one in found]
    told = [_facts(card) for card in cards]
    facts: list[Fact] = []
    for fact in told[0]:
        values: list[Fact] = [{"iso2": card["iso2"], **held[fact]} for card, held in zip(cards, told, strict=True)]
        first = values[0]["value"]
        facts.append({"fact": fact, "same": first is not None and all(one["value"] == first for one in values), "values": values})
    return Answer(
        {
            "countries": [
                {
                    "iso2": one.code,
                    **{name: card[name] for name in ("name_en", "name_id", "flag")},
                    "read_as": one.read_as,
                }
                for one, card in zip(found, cards, strict=True)
            ],
            "passport": passport,
            "facts": [row for row in facts if any(one["value"] is not None for one in row["values"])],
        }
    )


def _card(snapshot: "Snapshot", code: str, passport: str, env: "Env", sources: Sources) -> "dict[str, Any]":
    """Return what is compared of a country."""
    row = snapshot.row("SELECT country_code, name_en, name_id, flag, source, as_of FROM country WHERE country_code = ?", code)
    assert row
    return {
        "iso2": code,
        **{name: row[name] or "" for name in ("name_en", "name_id", "flag", "as_of")},
        "source": sources(row["source"]),
        "advice": advice.facts(snapshot, code, env, sources),
        "emergency": emergency.facts(snapshot, code, sources),
        "laws": danger.gravest(snapshot, "law", code, env.language, sources),
        "safety": danger.gravest(snapshot, "safety", code, env.language, sources),
        "visa": entry.visa(snapshot, code, passport, sources) if passport != code else None,
        "own_passport": passport == code,
        "validity": entry.passport_validity(snapshot, code, sources),
        "health": entry.health(snapshot, code, sources),
        "currencies": money.facts(snapshot, code, env, sources),
        "time": clock.facts(snapshot, code, env.now(), sources),
        "practical": practical.facts(snapshot, code, sources),
        "languages": practical.languages(snapshot, code),
        "halal": food.halal(snapshot, code, sources),
    }


def _facts(card: "dict[str, Any]") -> "dict[str, Fact]":
    """Return the facts of a card that can be set beside those of another, in the order of the card."""
    return {**_safety(card), **_entry(card), **_money_and_time(card), **_practical(card)}


def _fact(value: object, *rows: "dict[str, Any] | None") -> "Fact":
    held = [row for row in rows if row]
    titles = dict.fromkeys(title for row in held for title in str(row.get("source") or "").split("; ") if title)
    dates = [str(row["as_of"]) for row in held if row.get("as_of")]
    known = value not in (None, "", [], {})
    return {
        "value": value if known else None,
        "source": "; ".join(titles) if known else "",
        "as_of": max(dates, default="") if known else "",
    }


def _safety(card: "dict[str, Any]") -> "dict[str, Fact]":
    advice = {row["government"]: row for row in card["advice"]}
    facts = {
        f"advice_{government}": _fact(
            {name: advice[government][name] for name in ("level", "words_en", "words_id")} if government in advice else None,
            advice.get(government),
        )
        for government in GOVERNMENTS
    }
    numbers = {row["service"]: row for row in card["emergency"]}
    for service in NUMBERS:
        row = numbers.get(service)
        facts["call_" + service] = _fact(row and row["number"], row)
    for kind in ("laws", "safety"):
        facts[kind] = _fact(sorted({row["title"] for row in card[kind]}), *card[kind])
    return facts


def _entry(card: "dict[str, Any]") -> "dict[str, Fact]":
    visa, health, validity = card["visa"], card["health"], card["validity"]
    rule = validity and {
        name: validity[name] for name in ("validity_rule", "validity_months", "validity_days", "recommended_months")
    }
    needed = {name: visa[name] for name in ("requirement", "stay_days")} if visa else None
    return {
        "visa": _fact({"requirement": "own", "stay_days": None} if card["own_passport"] else needed, visa),
        "passport": _fact(rule if rule and rule["validity_rule"] else None, validity),
        "yellow_fever": _fact(_known(health, "yellow_fever_entry"), health),
        "malaria": _fact(_known(health, "malaria"), health),
    }


def _known(row: "dict[str, Any] | None", column: str) -> "str | None":
    """Return the value of a column that is no word for nothing."""
    value = row and row[column]
    return None if value in (None, "", "not_stated", "not_listed", "unknown") else str(value)


def _money_and_time(card: "dict[str, Any]") -> "dict[str, Fact]":
    main = card["currencies"][0] if card["currencies"] else None
    rate = main and main["rate"]
    time = card["time"] or None
    return {
        "currency": _fact([row["code"] for row in card["currencies"]], *card["currencies"]),
        "rate": _fact({"code": main["code"], **{name: rate[name] for name in RATE}} if main and rate else None, rate),
        "time": _fact({"wib_difference_hours": time["wib_difference_hours"], "zones": _clocks(time)} if time else None, time),
    }


def _clocks(time: "dict[str, Any]") -> int:
    return len({zone["wib_difference_hours"] for zone in time["zones"]})


def _practical(card: "dict[str, Any]") -> "dict[str, Fact]":
    things = card["practical"]
    power, week, halal = things.get("electricity"), things.get("week"), card["halal"]
    return {
        "plugs": _fact(power and power["plug_types"], power),
        "voltage": _fact(power and power["voltage"] and str(power["voltage"]), power),
        "driving": _fact((things.get("driving") or {}).get("side"), things.get("driving")),
        "water": _fact(_known(things.get("water"), "tap_water"), things.get("water")),
        "languages": _fact([{name: row[name] for name in ("code", "name_en", "name_id")} for row in card["languages"]], card),
        "weekend": _fact(week and week["weekend_days"], week),
        "halal": _fact(_known(halal, "availability"), halal),
    }
