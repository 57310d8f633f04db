"""Food, halal as a hint."""

from safetravel_cli.domain.blocks import Items, Pairs, Text
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

TOPICS = ("finding_halal", "words_to_watch")


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return how common halal food is, how it is found, a few dishes with their hints."""
    food = data["food"]
    held = food["halal"] or {}
    rows = halal(held, say) if held else []
    eating = [row for row in food["eating"] if row["topic"] in TOPICS]
    for row in eating:
        rows.append((say("country.eating_" + row["topic"]), row["text"] + mark(row["confidence"], say)))
    out: list[object] = [Pairs(rows)] if rows else []
    dishes = food["dishes"][:4]
    if dishes:
        out.append(Items([_dish(row, say) for row in dishes]))
        out.append(Text(say("country.halal_hint")))
    return [*out, *source([*([held] if held else []), *eating, *dishes], say)] if out else []


def halal(held: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    """Return how common halal food is and who certifies, as pairs."""
    rows: list[tuple[str, object]] = []
    availability = held.get("availability")
    if availability and availability != "unknown":
        rows.append((say("country.halal"), say("country.halal_" + availability) + mark(held.get("availability_confidence"), say)))
    if held.get("certifier"):
        rows.append((say("country.certifier"), held["certifier"].replace("|", ", ") + mark(held["certifier_confidence"], say)))
    elif say.pick(held, "certifier_note"):
        rows.append((say("country.certifier"), say.pick(held, "certifier_note")))
    return rows


def mark(confidence: object, say: "Say") -> str:
    """Return the mark of what nobody looked up, blank for anything else."""
    return f" [{say('common.unverified')}]" if confidence == "unverified" else ""


def name(row: "dict[str, Any]") -> str:
    """Return the name of a dish, with the one written there."""
    return f"{row['dish']} ({row['local_name']})" if row["local_name"] and row["local_name"] != row["dish"] else str(row["dish"])


def _dish(row: "dict[str, Any]", say: "Say") -> str:
    note = f" {say('country.note_' + row['halal_note'])}." if row["halal_note"] and row["halal_note"] != "not_applicable" else ""
    return f"{name(row)}: {row['text'].rstrip('.')}.{note}{mark(row['confidence'], say)}"
