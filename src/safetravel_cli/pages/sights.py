"""Sights, with what is worth knowing of some."""

from safetravel_cli.pages import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the places with kind, World Heritage, why to go and what to know."""
    return places.page(data, say, _more)


def _more(row: "dict[str, Any]", say: "Say") -> "list[str]":
    held, story = row["unesco"], row["story"]
    lines = [] if held and row["kind"] == "world_heritage" else [places.kind_of(row, say)]
    if held:
        lines.append(say("places.unesco", year=held["year"]) if held["year"] else say("places.unesco_undated"))
        lines += [say("places.unesco_in_danger")] if held["in_danger"] else []
    if story:
        texts = [say.pick(story, "why"), say.pick(story, "good_to_know")]
        lines += [say("places.story", text=text) for text in texts if text]
        lines += [say("places.muslim_interest")] if story["muslim_interest"] else []
    return lines
