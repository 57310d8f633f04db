"""Crisis manuals and checklists, with the contacts of where you are."""

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import call, chosen
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# The first steps of every guide are what to do in the next ten minutes.
FIRST = 3


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `guide [TOPIC] [--country C] [--done N]... [--reset]`.

    Data: `topic` (blank: the list alone), titles, `audience`, `steps` (`first` for the first ten minutes, `done`), `next_step`,
    the country of the contacts (iso2 and names blank where unknown), `method` by which it was found, `contacts`; `topics` with
    how many steps of each are done.

    Raises:
        NotFound, Ambiguous: the topic or the country. UsageError: a step that the guide does not have; nothing can be written.
    """
    snapshot = open_snapshot(env)
    words = arguments.get("topic") or []
    assert isinstance(words, list)
    topic = _topic(snapshot, " ".join(map(str, words)))
    marks = _marks(arguments.get("done"))
    if (marks or arguments.get("reset")) and not topic:
        raise errors.UsageError("guide.which")
    sources = Sources(snapshot, env.language)
    if not topic:
        return Answer({**_NONE, "topics": _topics(snapshot, env)})
    steps = snapshot.rows("SELECT * FROM guide_step WHERE topic = ? ORDER BY step", topic["topic"])
    done = _remember(env, str(topic["topic"]), marks, bool(arguments.get("reset")), len(steps))
    country = _country(snapshot, arguments.get("country"), env)
    facts = [_step(row, done, sources) for row in steps]
    return Answer(
        {
            **{name: topic[name] for name in ("topic", "title_en", "title_id")},
            "audience": topic["audience"] or "",
            "steps": facts,
            "next_step": next((step["step"] for step in facts if not step["done"]), None),
            **country,
            "contacts": call.facts(snapshot, country["iso2"], env, sources),
            "topics": [],
        }
    )


_NONE: "dict[str, object]" = {
    "topic": "",
    "title_en": "",
    "title_id": "",
    "audience": "",
    "steps": [],
    "next_step": None,
    "iso2": "",
    "name_en": "",
    "name_id": "",
    "method": "",
    "contacts": None,
}


def _topic(snapshot: "Snapshot", text: str) -> "dict[str, Any] | None":
    if not text.strip():
        return None
    try:
        # A comma would part it into several topics.
        found = chosen.find(snapshot, "guide_topic", text.replace(",", " "))
    except errors.NotFound as error:
        raise errors.NotFound("guide.no_topic", choices=error.choices, name=text) from None
    if len(found) != 1:
        choices = [{"code": row["topic"], "name_en": row["title_en"], "name_id": row["title_id"]} for row in found]
        raise errors.Ambiguous("guide.several", choices=choices, name=text)
    return snapshot.row("SELECT * FROM guide_topic WHERE topic = ?", found[0]["topic"])


def _marks(given: object) -> "list[int]":
    """Return the numbers of `--done 1 --done 2,3`.

    Raises:
        UsageError: one is no number.
    """
    assert given is None or isinstance(given, list)
    words = [word for text in given or [] for word in str(text).replace(",", " ").split()]
    for word in words:
        if not (word.isascii() and word.isdigit()):
            raise errors.UsageError("guide.no_number", text=word)
    return [int(word) for word in words]


def _held(env: "Env", topic: str) -> "set[int]":
    return {int(one) for one in state.read(env).get("guide." + topic, "").split(",") if one.isdigit()}


def _remember(env: "Env", topic: str, marks: "list[int]", reset: bool, count: int) -> "set[int]":
    held = _held(env, topic)
    if not marks and not reset:
        return held
    wrong = [number for number in marks if not 1 <= number <= count]
    if wrong:
        raise errors.UsageError("guide.no_step", number=wrong[0], count=count)
    held = (set() if reset else held) | set(marks)
    from safetravel_cli.services.config import save

    save(env, {"guide." + topic: ",".join(map(str, sorted(held))) or None})
    return held


def _country(snapshot: "Snapshot", given: object, env: "Env") -> "dict[str, Any]":
    """Return the country of the contacts: the one given, else what is known at once, else what the device says."""
    from safetravel_cli.services import subject

    if given:
        found = subject.find(snapshot, str(given), env, "guide")
        return {name: found[name] for name in ("iso2", "name_en", "name_id", "method")}
    from safetravel_cli.geo import whereami

    spot = whereami.where(env, None, snapshot)
    # Who knows nothing yet may wait; who knows something wants to read.
    if not spot["country_code"]:
        spot = whereami.where(env, None, snapshot, whereami.LOOK_UP_S)
    code = str(spot["country_code"] or "")
    named = subject.named(snapshot, code) if code else {"iso2": "", "name_en": "", "name_id": ""}
    return {name: named[name] for name in ("iso2", "name_en", "name_id")} | {"method": spot["position"]["method"]}


def _step(row: "dict[str, Any]", done: "set[int]", sources: Sources) -> "dict[str, object]":
    fact = sources.fact(row, "step", "kind", "text_en", "text_id")
    return {**fact, "audience": row["audience"] or "", "first": row["step"] <= FIRST, "done": row["step"] in done}


def _topics(snapshot: "Snapshot", env: "Env") -> "list[dict[str, object]]":
    rows = snapshot.rows(
        "SELECT t.topic, t.title_en, t.title_id, t.audience, count(*) AS steps FROM guide_topic t JOIN guide_step USING (topic)"
        " GROUP BY t.topic ORDER BY t.rank"
    )
    return [{**row, "audience": row["audience"] or "", "done": len(_held(env, str(row["topic"])))} for row in rows]
