"""What one run of `sync` shares: facts, overlay, clock and the time that is left."""

import time

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.net.http import Response
    from safetravel_cli.store.overlay_writer import Writer
    from safetravel_cli.store.snapshot import Snapshot
    from safetravel_cli.sync.feeds.feed import Feed

DAY = 86400.0
# A source in a zone ahead of ours may already write the next day.
AHEAD = 2 * DAY


class Session:
    """Hold one run. `seconds` bounds all that is fetched in it."""

    def __init__(self, env: "Env", snapshot: "Snapshot", writer: "Writer", seconds: float) -> None:
        self.env = env
        self.snapshot = snapshot
        self.snapshot_id = snapshot.meta("content_sha256")[:12]
        self.writer = writer
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left for fetching."""
        return max(0.0, self._ends - time.monotonic())

    def today(self, response: "Response") -> str:
        """Return the day by the clock of the server that answered, else of this device: YYYY-MM-DD."""
        return _day(response.date or self.env.now())

    def check_date(self, feed: "Feed", date: str, response: "Response") -> None:
        """Refuse a date that has not come yet by any clock that is known here.

        Raises:
            IntegrityError: it lies ahead.
        """
        newest = max(_day(max(self.env.now(), response.date) + AHEAD), self.snapshot.meta("date")[:10])
        if date > newest:
            raise errors.IntegrityError("sync.date_ahead", feed=feed.name, date=date)

    def record(self, feed: "Feed", as_of: str, checked_on: str) -> "dict[str, Any]":
        """Return the row of a source for the overlay."""
        labels = self.labels(feed)
        return {
            "name": feed.name,
            **labels,
            "lead_days": feed.lead_days,
            "snapshot_id": self.snapshot_id,
            "checked_on": checked_on,
            "as_of": as_of,
        }

    def labels(self, feed: "Feed") -> "dict[str, Any]":
        """Return the names of a source as the bundled facts have them, in both languages."""
        sql = (
            "SELECT coalesce(label_en, title) AS label_en, coalesce(label_id, title) AS label_id FROM source WHERE source_id = ?"
        )
        return self.snapshot.row(sql, feed.source) or {"label_en": feed.title, "label_id": feed.title}


def _day(seconds: float) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))


def validator(feed: "Feed", url: str, response: "Response") -> "list[dict[str, Any]]":
    """Return the row by which the next run asks whether an address has changed; none where the server gave no means to ask."""
    if not (response.etag or response.last_modified):
        return []
    return [{"url": url, "feed": feed.name, "etag": response.etag, "last_modified": response.last_modified}]


def too_few(feed: "Feed", found: int) -> errors.IntegrityError:
    """Return the error for an answer that is well-formed and yet cannot be the whole."""
    return errors.IntegrityError("sync.too_few", feed=feed.name, found=found, minimum=feed.minimum)
