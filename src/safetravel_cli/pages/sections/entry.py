"""What the border asks."""

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return visa, passport validity and vaccinations; a rule is not a promise of entry."""
    entry = data["entry"]
    rows: list[tuple[str, object]] = []
    visa = entry["visa"]
    if visa or not entry["own_passport"]:
        rows += requirement(visa, say.pick(entry, "passport_name") or entry["passport"], say)
    rows += passport(entry["validity"], say) if not entry["own_passport"] else []
    rows += _health(entry["health"], say)
    if not rows:
        return []
    facts = [row for row in (visa, None if entry["own_passport"] else entry["validity"], entry["health"]) if row]
    warning = [Text(say("entry.not_a_promise"))] if visa else []
    return [Pairs(rows), *warning, *source(facts, say)]


def requirement(visa: "dict[str, Any] | None", passport: str, say: "Say") -> "list[tuple[str, object]]":
    """Return what a passport needs as pairs: kind, days, doubts, note; that it is unknown where it is."""
    label = say("entry.visa", passport=passport)
    if not visa:
        return [(label, say("entry.no_visa_facts"))]
    text = say("entry.requirement_" + visa["requirement"])
    if visa["stay_days"]:
        text += ", " + say("entry.days", days=visa["stay_days"])
    if visa.get("confidence") in ("conflict", "unverified"):
        text += f" [{say('entry.conflict' if visa['confidence'] == 'conflict' else 'common.unverified')}]"
    note = say.pick(visa, "note")
    return [(label, text), (say("common.info"), note)] if note else [(label, text)]


def passport(row: "dict[str, Any] | None", say: "Say") -> "list[tuple[str, object]]":
    """Return how long a passport must be valid as pairs; none where that is not known."""
    if not row or not row["validity_rule"]:
        return []
    key = "entry.validity_" + row["validity_rule"]
    one = f"{key}_{row['validity_months']}"
    key = one if say.has(one) else key
    parts = [say(key, months=row["validity_months"] or "", days=row["validity_days"] or "")]
    if row["recommended_months"]:
        parts.append(say("entry.recommended", months=row["recommended_months"]))
    return [(say("entry.passport"), ", ".join(parts))]


def _health(row: "dict[str, Any] | None", say: "Say") -> "list[tuple[str, object]]":
    if not row:
        return []
    rows: list[tuple[str, object]] = []
    for column in ("yellow_fever_entry", "meningitis", "polio", "malaria"):
        value = row.get(column)
        if row.get(column + "_note_en"):
            rows.append((say("entry." + column), say.pick(row, column + "_note")))
        elif value and say.has(f"entry.{column}_{value}"):
            rows.append((say("entry." + column), say(f"entry.{column}_{value}")))
    if row.get("note_en"):
        rows.append((say("common.info"), say.pick(row, "note")))
    return rows
