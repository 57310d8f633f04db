"""Full text over all facts, each with the command that shows more."""

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.lookup import fulltext
from safetravel_cli.services import search_more
from safetravel_cli.services.sources import Sources
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

SHOWN = 10
SUGGESTIONS = 5
# What shows more of a fact: {code} is its country, {key} its topic or currency. A contact is shown whole.
COMMANDS = {
    "law": "law {code} --topic {key}",
    "safety": "safety {code} --topic {key}",
    "guide": "guide {words}",
    "dish": "food {code}",
    "eating": "food {code}",
    "certifier": "food {code}",
    "contact": "",
    "sight": "sights {code}",
    "holiday": "holidays {code}",
    "emergency": "emergency {code}",
    "area": "country {code}",
    "currency": "currency {key}",
    "mission": "embassy {code}",
    "country": "country {code}",
    "water": "country {code} --section practical",
    "health": "visa {code}",
    **search_more.COMMANDS,
}


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `search TEXT [--limit N]`.

    Data: `text`, `words` (folded), `count` of the facts found, `partial` (no fact has all of the words), `hits`: kind, country,
    names, titles and texts in both languages, `words` of the search that it has, severity, command, source, as_of.

    Raises:
        UsageError: no word is in the text. NotFound: no fact has any; the choices are words near it.
    """
    text = arguments["text"]
    assert isinstance(text, list)
    asked = fulltext.words(" ".join(map(str, text)))
    limit = arguments.get("limit")
    if not asked or (limit is not None and int(str(limit)) < 1):
        raise errors.UsageError("search.no_word" if not asked else "search.bad_limit")
    snapshot = open_snapshot(env)
    found = _once(_with_more(fulltext.search(snapshot, asked), search_more.search(snapshot, asked, env)))
    if not found:
        raise errors.NotFound("search.nothing", choices=_near(snapshot, asked), text=" ".join(map(str, text)))
    sources = Sources(snapshot, env.language)
    names = {str(row["country_code"]): row for row in snapshot.rows("SELECT country_code, name_en, name_id FROM country")}
    return Answer(
        {
            "text": " ".join(map(str, text)),
            "words": asked,
            "count": len(found),
            "partial": len(found[0].words) < len(asked),
            "hits": [_hit(snapshot, hit, names, sources) for hit in found[: int(str(limit or SHOWN))]],
        }
    )


def _with_more(hits: "list[fulltext.Hit]", more: "list[fulltext.Hit]") -> "list[fulltext.Hit]":
    """Return those of two lists that have the most words, best first."""
    most = max((len(hit.words) for hit in (*hits, *more)), default=0)
    held = [hit for hit in (*hits, *more) if len(hit.words) == most]
    return sorted(held, key=lambda hit: -hit.score) if more else held


def _once(hits: "list[fulltext.Hit]") -> "list[fulltext.Hit]":
    """Return the hits without those that say the same again: a feast of four days, a number of two services."""
    held: dict[tuple[str, ...], fulltext.Hit] = {}
    for hit in hits:
        fact = hit.fact
        held.setdefault((fact.kind, fact.code, fact.title_en, fact.text_en), hit)
    return list(held.values())


def _step(snapshot: "Snapshot", hit: "fulltext.Hit") -> "fulltext.Fact":
    """Return a guide with the step that says most of what its title does not; the first, where the title says it all."""
    fact = hit.fact
    rows = snapshot.rows(
        "SELECT text_en, text_id, confidence, source, as_of FROM guide_step WHERE topic = ? ORDER BY step", fact.key
    )
    title = " " + fulltext.spelled(f"{fact.title_en} {fact.title_id}")
    missing = [word for word in hit.words if " " + word not in title]

    def says(row: "dict[str, object]") -> int:
        text = " " + fulltext.spelled(f"{row['text_en']} {row['text_id']}")
        return sum(" " + word in text for word in missing)

    best = max(rows, key=says)
    step: fulltext.Fact = fact._replace(**{name: str(value or "") for name, value in best.items()})
    return step


def _hit(
    snapshot: "Snapshot", hit: "fulltext.Hit", names: "dict[str, dict[str, object]]", sources: Sources
) -> "dict[str, object]":
    fact = _step(snapshot, hit) if hit.fact.kind == "guide" else hit.fact
    country = names.get(fact.code, {})
    command = COMMANDS[fact.kind].format(code=fact.code, key=fact.key, words=fact.key.replace("_", " "))
    return {
        **{
            name: getattr(fact, name) for name in ("kind", "title_en", "title_id", "text_en", "text_id", "severity", "confidence")
        },
        "country": fact.code,
        "name_en": country.get("name_en") or "",
        "name_id": country.get("name_id") or "",
        "detail": fact.extra if fact.kind in ("contact", "dish") else "",
        "words": hit.words,
        "command": "safetravel " + command if command else "",
        "source": sources(fact.source),
        "as_of": fact.as_of,
    }


def _near(snapshot: "Snapshot", asked: "list[str]") -> "list[str]":
    from safetravel_cli.lookup import typo

    known = fulltext.vocabulary(snapshot)
    near = [found for word in asked for found in typo.near(word, known, max(1, typo.bound_for(word))) if len(word) > 2]
    return list(dict.fromkeys(word for _, word in sorted(near)))[:SUGGESTIONS]
