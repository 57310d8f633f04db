"""Laws and rules of a country, danger first."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import subject
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import chosen, danger
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the laws of the country named, else of where you are: topics asked for, laws, how many there are in all.

    Raises:
        NotFound, Ambiguous: the country, or a topic.
    """
    snapshot = open_snapshot(env)
    topics = chosen.find(snapshot, "law_topic", arguments.get("topic"))
    held = subject.find(snapshot, arguments.get("name"), env, "law")
    laws = both(snapshot, str(held["iso2"]), env.language)
    wanted = {topic["topic"] for topic in topics}
    rows = [row for row in laws if not wanted or row["topic"] in wanted]
    return Answer({**held, "topics": topics, "laws": rows, "known": len(laws)})


def both(snapshot: "Snapshot", code: str, language: str) -> "list[dict[str, object]]":
    """Return the laws of a country with text and penalty in the language of the run, and in both."""
    sources = Sources(snapshot, language)
    spoken = {one: danger.laws(snapshot, code, one, sources) for one in ("en", "id")}
    return [
        {
            **row,
            **{f"{name}_{one}": held[name] for name in ("title", "text", "penalty") for one, held in (("en", en), ("id", id_))},
        }
        for row, en, id_ in zip(spoken[language], spoken["en"], spoken["id"], strict=True)
    ]
