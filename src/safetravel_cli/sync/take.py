"""Which part takes in which source."""

from safetravel_cli.sync import advice, levels, lists, rates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.net.http import Response
    from safetravel_cli.sync.feeds.feed import Feed
    from safetravel_cli.sync.session import Session

# Topic -> table of the overlay.
TABLES = {"rate": "rate", "advice": "advice", **{topic: table for topic, (table, _) in lists.TABLES.items()}}


def take(feed: "Feed", url: str, response: "Response", session: "Session") -> "dict[str, Any]":
    """Check an answer and store it; return status (updated, unchanged), rows, as_of, and what was not taken in.

    Raises:
        IntegrityError: it is not what it claims to be, and nothing was stored. OSError: it could not be stored.
    """
    if feed.topic == "rate":
        return rates.refresh(feed, url, response, session)
    if feed.topic == "advice":
        return advice.refresh(feed, url, response, session) if feed.paged else levels.refresh(feed, url, response, session)
    return lists.refresh(feed, url, response, session)
