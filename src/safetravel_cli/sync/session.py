"""What one run of `sync` shares: facts, overlay, clock and the time that is left."""

import time

from safetravel_cli import errors
from safetravel_cli.net import http

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.net.http import Meter, Request, Response
    from safetravel_cli.store.overlay_writer import Writer
    from safetravel_cli.store.snapshot import Snapshot
    from safetravel_cli.sync.feeds.feed import Feed

DAY = 86400.0
# A source in a zone ahead of ours may already write the next day.
AHEAD = 2 * DAY


class Session:
    """Hold one run. `seconds` bounds all that is fetched in it.

    `pages`: where the pages below an index come from when they are not fetched; what it gives is as old as the files it reads.
    """

    def __init__(
        self,
        env: "Env",
        snapshot: "Snapshot",
        writer: "Writer",
        seconds: float,
        meter: "Meter | None" = None,
        pages: "Callable[[Request], Response | errors.NetworkNeeded] | None" = None,
    ) -> None:
        self.env = env
        self.snapshot = snapshot
        self.snapshot_id = snapshot.meta("content_sha256")[:12]
        self.writer = writer
        self.meter = meter or http.Meter()
        self._pages = pages
        self._ends = time.monotonic() + seconds
        self._countries: dict[str, dict[str, Any]] = {}

    def left(self) -> float:
        """Return the seconds that are left for fetching."""
        return max(0.0, self._ends - time.monotonic())

    def fetch(self, requests: "Sequence[Request]", at_once: int) -> "list[Response | errors.NetworkNeeded]":
        """Return the answers of pages, or why there is none, in the order of the requests."""
        if self._pages:
            return [self._pages(request) for request in requests]
        return http.fetch_all(requests, self.env.environ, self.left(), at_once, self.meter) if requests else []

    def seen(self, today: str, before: str) -> str:
        """Return the day on which something was last found to stand: a file from a stick may be older than what is held."""
        return max(today, before) if self._pages else today

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

    def countries(self) -> "dict[str, dict[str, Any]]":
        """Return country code -> alpha3_code, gec_code (blank where there is none)."""
        if not self._countries:
            rows = self.snapshot.rows("SELECT country_code, alpha3_code, gec_code FROM country")
            self._countries = {str(row["country_code"]): row for row in rows}
        return self._countries

    def record(self, feed: "Feed", as_of: str, checked_on: str) -> "dict[str, Any]":
        """Return the row of a source for the overlay."""
        return {
            "name": feed.name,
            **labels(feed, self.snapshot),
            "lead_days": feed.lead_days,
            "snapshot_id": self.snapshot_id,
            "checked_on": checked_on,
            "as_of": as_of,
        }


def labels(feed: "Feed", snapshot: "Snapshot") -> "dict[str, Any]":
    """Return the names of a source as the bundled facts have them: label_en, label_id."""
    sql = "SELECT coalesce(label_en, title) AS label_en, coalesce(label_id, title) AS label_id FROM source WHERE source_id = ?"
    return snapshot.row(sql, feed.source) or {"label_en": feed.title, "label_id": feed.title}


def _day(seconds: float) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))


def shift(date: str, seconds: float) -> str:
    """Return a date moved by seconds; YYYY-MM-DD in, the same out."""
    import calendar

    return _day(calendar.timegm(time.strptime(date[:10], "%Y-%m-%d")) + seconds)


def validator(feed: "Feed", url: str, response: "Response") -> "list[dict[str, Any]]":
    """Return the row by which the next run asks whether an address has changed; none where the server gave no means to ask."""
    if not (response.etag or response.last_modified):
        return []
    return [{"url": url, "feed": feed.name, "etag": response.etag, "last_modified": response.last_modified}]


def too_few(feed: "Feed", found: int) -> errors.IntegrityError:
    """Return the error for an answer that is well-formed and yet cannot be the whole."""
    return errors.IntegrityError("sync.too_few", feed=feed.name, found=found, minimum=feed.minimum)
