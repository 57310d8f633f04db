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
    halal = food["halal"] or {}
    rows: list[tuple[str, object]] = []
    availability = halal.get("availability")
    if availability and availability != "unknown":
        text = say("country.halal_" + availability)
        rows.append(
            (
                say("country.halal"),
                text + (f" [{say('common.unverified')}]" if halal.get("availability_confidence") == "unverified" else ""),
            )
        )
    if halal.get("certifier"):
        mark = f" [{say('common.unverified')}]" if halal["certifier_confidence"] == "unverified" else ""
        rows.append((say("country.certifier"), halal["certifier"].replace("|", ", ") + mark))
    elif halal and say.pick(halal, "certifier_note"):
        rows.append((say("country.certifier"), say.pick(halal, "certifier_note")))
    eating = [row for row in food["eating"] if row["topic"] in TOPICS]
    for row in eating:
        mark = f" [{say('common.unverified')}]" if row["confidence"] == "unverified" else ""
        rows.append((say("country.eating_" + row["topic"]), row["text"] + mark))
    out: list[object] = [Pairs(rows)] if rows else []
    dishes = food["dishes"][:4]
    if dishes:
        out.append(Items([_dish(row, say) for row in dishes]))
        out.append(Text(say("country.halal_hint")))
    return [*out, *source([*([halal] if halal else []), *eating, *dishes], say)] if out else []


def _dish(row: "dict[str, Any]", say: "Say") -> str:
    local = f" ({row['local_name']})" if row["local_name"] and row["local_name"] != row["dish"] else ""
    note = f" {say('country.note_' + row['halal_note'])}." if row["halal_note"] and row["halal_note"] != "not_applicable" else ""
    mark = f" [{say('common.unverified')}]" if row["confidence"] == "unverified" else ""
    return f"{row['dish']}{local}: {row['text'].rstrip('.')}.{note}{mark}"
