"""Dangers and practice of a country by place and season, danger first."""

import time

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.i18n.forms import MONTHS
from safetravel_cli.lookup.fold import fold
from safetravel_cli.services import subject
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import chosen, clock, danger
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the dangers of the country named, else of where you are: month (1 to 12), month_asked, topics, safety, known.

    `now` of a row tells whether its season holds in `month`: the one asked for, else the one that it is there.

    Raises:
        UsageError: the month. NotFound, Ambiguous: the country, or a topic.
    """
    snapshot = open_snapshot(env)
    asked = month(str(arguments["month"])) if arguments.get("month") else 0
    topics = chosen.find(snapshot, "safety_topic", arguments.get("topic"))
    held = subject.find(snapshot, arguments.get("name"), env, "safety")
    code, sources = str(held["iso2"]), Sources(snapshot, env.language)
    at = asked or _month_there(snapshot, code, env, sources)
    every = danger.safety(snapshot, code, env.language, at, sources)
    wanted = {topic["topic"] for topic in topics}
    rows = [row for row in every if not wanted or row["topic"] in wanted]
    return Answer({**held, "month": at, "month_asked": bool(asked), "topics": topics, "safety": rows, "known": len(every)})


def month(text: str) -> int:
    """Return the number of a month written as 1 to 12, or as its name in English or Indonesian or the start of one.

    Raises:
        UsageError: it is none, or could be two (`ju`).
    """
    word = fold(text)
    if word.isascii() and word.isdigit() and 1 <= int(word) <= 12:
        return int(word)
    # Agt and Okt are what an Indonesian calendar prints.
    names = [(fold(name), number) for held in MONTHS.values() for number, name in enumerate(held, 1)] + [("agt", 8)]
    found = {number for name, number in names if len(word) >= 3 and name.startswith(word)}
    if len(found) != 1:
        raise errors.UsageError("subject.bad_month", text=text)
    return found.pop()


def _month_there(snapshot: "Snapshot", code: str, env: "Env", sources: Sources) -> int:
    now = env.now()
    local = clock.facts(snapshot, code, now, sources).get("local_time")
    return int(str(local or time.strftime("%Y-%m", time.gmtime(now)))[5:7])
