"""Asking the sources: all side by side by their first address, then those that gave nothing by their next one.

An answer is stored as soon as it is there, so that a source that hangs, or a run that is stopped, takes nothing from the others.
"""

from safetravel_cli import errors
from safetravel_cli.net import http
from safetravel_cli.sync.take import take

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.store.history import Change
    from safetravel_cli.sync.feeds.feed import Feed
    from safetravel_cli.sync.progress import Progress
    from safetravel_cli.sync.session import Session

    Row = dict[str, Any]
    Reply = http.Response | errors.NetworkNeeded

# Seconds for one round of sources; a source has its own, which are fewer.
ROUND_SECONDS = 25.0


class Outcome:
    """Collect what the sources gave: `results` by name, `problems` of those that gave nothing, `noted` in the history."""

    def __init__(self) -> None:
        self.noted: list[Change] | None = None
        self.results: dict[str, Row] = {}
        self.problems: dict[str, errors.SafeTravelError] = {}

    def take(self, feed: "Feed", url: str, reply: "Reply", session: "Session") -> None:
        """Store an answer, or note why it could not be."""
        try:
            if isinstance(reply, errors.NetworkNeeded):
                raise reply
            self.results[feed.name] = take(feed, url, reply, session)
            self.problems.pop(feed.name, None)
        except (errors.NetworkNeeded, errors.IntegrityError) as error:
            self.problems[feed.name] = error
        except OSError as error:
            self.problems[feed.name] = errors.UsageError("sync.not_kept", reason=error.strerror or str(error))


def ask(
    outcome: Outcome, feeds: "list[Feed]", addresses: "dict[str, tuple[str, ...]]", session: "Session", progress: "Progress"
) -> None:
    """Ask all sources and store what passes its checks."""
    for turn in range(max(map(len, addresses.values()))):
        due = [feed for feed in feeds if feed.name not in outcome.results and turn < len(addresses[feed.name])]
        asked = [(feed, addresses[feed.name][turn]) for feed in due]
        # Pages below an index are fetched when nothing else waits for the same line.
        last: list[tuple[Feed, str, Reply]] = []
        for place, reply in _replies(asked, session):
            feed, url = asked[place]
            if feed.paged:
                last.append((feed, url, reply))
            else:
                outcome.take(feed, url, reply, session)
            progress.done = len(outcome.results)
            progress.draw()
        for feed, url, reply in last:
            outcome.take(feed, url, reply, session)
            progress.done = len(outcome.results)


def _replies(asked: "list[tuple[Feed, str]]", session: "Session") -> "Any":
    requests = [request(feed, url, session) for feed, url in asked]
    seconds = min(ROUND_SECONDS, session.left())
    return http.fetch_each(requests, session.env.environ, seconds, len(requests), session.meter) if requests else ()


def request(feed: "Feed", url: str, session: "Session") -> http.Request:
    """Return the request for an address, conditional where the answer that is held came from it."""
    # After an update of the bundled facts the whole answer is compared with them anew.
    same = session.writer.feed(feed.name).get("snapshot_id") == session.snapshot_id
    etag, date = session.writer.validators(feed.name).get(url, ("", "")) if same else ("", "")
    return http.Request(url, feed.limit, etag, date, feed.seconds)
