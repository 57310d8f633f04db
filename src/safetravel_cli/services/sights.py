"""Sights, with what is worth knowing of some."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import places
from safetravel_cli.services.sources import Sources
from safetravel_cli.store import duplicates
from safetravel_cli.store.packs import open_packs
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

# A story belongs to the place of its name within this; where it is told of a whole city, within that city.
STORY_M = 2_000.0


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `sights [PLACE] [--near] [--limit N] [--radius KM]` (services.places.answer).

    Each place has `unesco` (number, kind, year, in_danger) and `story` (why_en, why_id, good_to_know_en, good_to_know_id,
    muslim_interest, confidence, source, as_of), or null.
    """
    snapshot = open_snapshot(env)
    sources = Sources(snapshot, env.language)
    told: set[object] = set()
    stories: dict[object, list[dict[str, Any]]] = {}

    def more(row: "dict[str, Any]") -> "dict[str, object]":
        code = row["country_code"]
        if code not in stories:
            stories[code] = snapshot.rows("SELECT * FROM sight_story WHERE country_code = ? ORDER BY sight_id", code)
        story = next((one for one in stories[code] if one["sight_id"] not in told and _tells_of(one, row)), None)
        if story:
            told.add(story["sight_id"])
        return {"unesco": _unesco(row), "story": _story(story, sources) if story else None}

    return places.answer("sights", arguments, env, lambda _: places.Chosen(open_packs(env, "sight"), "sight"), "sights", more)


def _tells_of(story: "dict[str, Any]", row: "dict[str, Any]") -> bool:
    if story["latitude"] is None:
        return False
    names = {"name": story["name_id"], "name_en": story["name_en"], "name_local": story["name_local"]}
    known = {key: story[key] for key in ("latitude", "longitude", "precision")}
    return duplicates.called_alike({**names, **known}, row, STORY_M)


def _story(row: "dict[str, Any]", sources: Sources) -> "dict[str, object]":
    texts = {key: row[key] or "" for key in ("why_en", "why_id", "good_to_know_en", "good_to_know_id")}
    return {**texts, "muslim_interest": bool(row["muslim_interest"]), **sources.fact(row)}


def _unesco(row: "dict[str, Any]") -> "dict[str, object] | None":
    if not row["unesco_number"]:
        return None
    danger = bool(row["unesco_in_danger"])
    return {"number": row["unesco_number"], "kind": row["unesco_type"] or "", "year": row["unesco_year"], "in_danger": danger}
