"""Telephone numbers on a page: whole, spaced, with what is known of their age and certainty."""

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.i18n.forms import held, phone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def emergency(numbers: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    """Return the local numbers as pairs, each with its alternatives and doubts, then what must be known, each once."""
    if not numbers:
        return [Text(say("emergency.none"))]
    rows = []
    remarks: dict[str, list[str]] = {}
    for row in numbers:
        service = say("emergency." + row["service"])
        notes = []
        if row["alternatives"]:
            notes.append(say("emergency.or", numbers=", ".join(map(phone, row["alternatives"]))))
        if row["confidence"] in ("conflict", "one_source", "unverified"):
            notes.append(say("emergency." + row["confidence"]))
        rows.append((service, phone(row["number"]) + bracket(notes)))
        note = say.pick(row, "note")
        if note:
            remarks.setdefault(held(note), []).append(service)
    everywhere = len(numbers)
    lines = [note if len(services) == everywhere else f"{', '.join(services)}: {note}" for note, services in remarks.items()]
    return [Pairs(rows), *[Text(line[:1].upper() + line[1:] + ("" if line.endswith(".") else ".")) for line in lines]]


def mission(mission: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    """Return hotlines, then telephones of a mission, each with its label, and its date where it is old."""
    rows: list[tuple[str, object]] = []
    for kind, known in (("hotline", mission["hotlines"]), ("telephone", mission["phones"])):
        numbers = [number(row, say) for row in known]
        if numbers:
            rows.append((say("emergency." + kind), numbers if len(numbers) > 1 else numbers[0]))
    return rows


def without_hotline(missions: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    """Return what to do where missions have no known hotline, once for all of them."""
    names = [mission["short_name"] for mission in missions if not mission["hotlines"]]
    return [Text(say("emergency.hotline_none", names=say.join(names)))] if names else []


def number(row: "dict[str, Any]", say: "Say") -> str:
    """Return a number with what must be known beside it."""
    notes = []
    label = say.pick(row, "label")
    if label and label not in (say("emergency.office"), say("emergency.hotline")):
        notes.append(label)
    if row.get("extension"):
        notes.append(say("emergency.extension", number=row["extension"]))
    if row["kind"] == "hotline" and row["as_of"]:
        notes.append(say("emergency.hotline_old" if row["old"] else "common.as_of", date=say.date(row["as_of"][:7])))
    elif row["old"]:
        notes.append(say("common.old_number", date=say.date(row["as_of"][:7])))
    return phone(row["number"]) + bracket(notes)


def central(hotlines: "list[dict[str, Any]]", say: "Say", limit: int = 9) -> "list[object]":
    """Return the contacts of the ministry as pairs."""
    rows = [
        (
            say.pick(row, "title"),
            phone(row["number"]) + bracket([say("common.as_of", date=say.date(row["as_of"][:7]))] if row["as_of"] else []),
        )
        for row in hotlines[:limit]
    ]
    return [Pairs(rows)]


def bracket(notes: "list[str]") -> str:
    """Return notes in brackets behind a number."""
    return " (" + "; ".join(notes) + ")" if notes else ""
