"""Phrases of the cards: which are for whom, and how one is told."""

from safetravel_cli import settings
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.services.sources import Sources

HOME = "ID"
# Phrases that name Indonesia.
NATIONAL = ("citizen", "call_embassy", "consular_contact", "consular_notify", "to_embassy")


def indonesian(env: "Env") -> bool:
    """Tell whether the traveller has an Indonesian passport, so that Indonesia's missions are theirs."""
    held = state.read(env)
    return HOME in (settings.value(held, "passport"), settings.value(held, "second_passport"))


def told(row: "dict[str, Any]", number: int, language: "dict[str, Any]", grave: bool, sources: "Sources") -> "dict[str, Any]":
    """Return one phrase with its text; English stands for a translation that is missing or, on a grave card, doubtful."""
    withheld = "missing" if not row["text"] else "low" if grave and row["confidence"] == "low" else ""
    shown = row["text_en"] if withheld else row["text"]
    pieces = [] if withheld else [piece for piece in map(bare, str(row["pieces"] or "").split("|")) if piece]
    return {
        "number": number,
        "phrase_id": row["phrase_id"],
        "text": bare(shown).rstrip(),
        "language": "en" if withheld else language["language"],
        "right_to_left": False if withheld else language["right_to_left"],
        "line_break": "space" if withheld else language["line_break"],
        "pieces": pieces,
        "romanisation": "" if withheld else bare(row["romanisation"] or "").rstrip(),
        "text_en": bare(row["text_en"]).rstrip(),
        "text_id": bare(row["text_id"]).rstrip(),
        "confidence": "high" if withheld else row["confidence"],
        "withheld": withheld,
        "blank": row["placeholder"] or "",
        "value": "",
        "value_kind": "",
        "value_of": "",
        "value_confidence": "",
        "source": sources(row["source"]),
        "as_of": row["as_of"] or "",
    }


def bare(text: str) -> str:
    """Return a text without the name in braces at its end."""
    return text[: text.rindex("{")] if text.endswith("}") else text
