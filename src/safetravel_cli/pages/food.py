"""Food: how halal food is found, words to watch, dishes by their hint, water."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text
from safetravel_cli.pages import subject
from safetravel_cli.pages.sections import food, practical
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# What a reader of packages needs stands with how halal food is found; the rest is manners.
HALAL = ("finding_halal", "words_to_watch", "alcohol_in_sauces", "certifier", "vegetarian_fallback", "prayer_room_near_food")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return halal first, then the dishes from those with pork on, water, manners."""
    name = say.pick(data, "name")
    blocks = subject.top(say("food.title", name=name), data, say)
    eating = data["eating"]
    blocks += _halal(data, [row for row in eating if row["topic"] in HALAL], say)
    blocks += _dishes(data["dishes"], name, say)
    water = practical.water(data["water"], say)
    said = [row for row in eating if row["topic"] == "water"]
    rows: list[tuple[str, object]] = [(say("country.water"), water)] if water else []
    rows += _told(said, say)
    blocks.append(Heading(2, say("food.water")))
    facts = ([data["water"]] if water else []) + said
    blocks += [Pairs(rows), *source(facts, say)] if rows else [Text(say("food.no_water"))]
    rest = [row for row in eating if row["topic"] not in (*HALAL, "water")]
    if rest:
        blocks += [Heading(2, say("food.table")), Pairs(_told(rest, say)), *source(rest, say)]
    return [*blocks, Text(say("food.more", code=data["iso2"]))]


def _halal(data: "dict[str, Any]", eating: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    halal = data["halal"]
    rows = food.halal(halal, say) if halal else []
    if halal and halal["muslim_share_pct"] is not None:
        rows.append((say("country.muslims"), say("country.percent", share=say.number(float(halal["muslim_share_pct"])))))
    elif halal and say.pick(halal, "muslim_note"):
        rows.append((say("country.muslims"), say.pick(halal, "muslim_note")))
    rows += _told(eating, say)
    blocks: list[object] = [Heading(2, say("food.halal"))]
    facts = ([halal] if halal else []) + eating
    return [*blocks, Pairs(rows), *source(facts, say)] if rows else [*blocks, Text(say("food.no_halal"))]


def _told(rows: "list[dict[str, Any]]", say: "Say") -> "list[tuple[str, object]]":
    return [(say("food.topic_" + row["topic"]), row["text"] + food.mark(row["confidence"], say)) for row in rows]


def _dishes(dishes: "list[dict[str, Any]]", name: str, say: "Say") -> "list[object]":
    blocks: list[object] = [Heading(2, say("food.dishes"))]
    if not dishes:
        return [*blocks, Text(say("food.no_dishes", name=name))]
    blocks.append(Callout("caution", say("food.hint")))
    for hint in dict.fromkeys(row["halal_note"] or "not_applicable" for row in dishes):
        rows = [row for row in dishes if (row["halal_note"] or "not_applicable") == hint]
        heading = say("country.note_" + hint) if hint != "not_applicable" else say("food.no_hint")
        blocks += [Heading(2, heading), Items([_dish(row, say) for row in rows])]
    return [*blocks, *source(dishes, say)]


def _dish(row: "dict[str, Any]", say: "Say") -> str:
    parts = [f"{food.name(row)}: {row['text'].rstrip('.')}."]
    if row["contains"]:
        parts.append(say("food.contains", things=", ".join(say("food.has_" + one) for one in row["contains"].split())))
    if row["vegetarian"] in ("yes", "possible"):
        parts.append(say("food.vegetarian_" + row["vegetarian"]))
    return " ".join(parts) + food.mark(row["confidence"], say)
