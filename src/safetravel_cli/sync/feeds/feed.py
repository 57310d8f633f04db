"""What a live source is, and the checks that all of them share."""

import json
import time
from dataclasses import dataclass

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


@dataclass(frozen=True)
class Feed:
    """Describe one source.

    `urls` are tried in order until one gives an answer that is accepted. `parse` makes values of an answer, or raises
    IntegrityError where its shape is not the known one. Fewer rows than `minimum` never replace what is held.
    `limit` is in bytes. `lead_days`: its rows win over another source's that are newer by up to so many days.
    """

    name: str
    topic: str
    urls: tuple[str, ...]
    source: str
    title: str
    licence: str
    parse: "Callable[[bytes], Any]"
    minimum: int
    limit: int
    lead_days: int = 0
    government: str = ""


def changed(feed: str, detail: str) -> errors.IntegrityError:
    """Return the error for an answer whose shape is not the known one; `detail` is for whoever mends the parser."""
    return errors.IntegrityError("sync.shape_changed", feed=feed, detail=detail)


def load_json(body: bytes, feed: str) -> "dict[str, Any]":
    """Read a JSON object.

    Raises:
        IntegrityError: it is not one, or an empty one.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise changed(feed, "not JSON") from None
    if not isinstance(value, dict) or not value:
        raise changed(feed, "not an object with members")
    return value


def positive(value: object) -> float:
    """Return a number above zero that a rate may be, else 0.0."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return 0.0
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return 0.0
    return number if 1e-12 < number < 1e12 else 0.0


def day(text: object, feed: str) -> str:
    """Return a date as it stands, YYYY-MM-DD.

    Raises:
        IntegrityError: it is none.
    """
    try:
        parsed = time.strptime(str(text), "%Y-%m-%d")
    except ValueError:
        raise changed(feed, "no date") from None
    return time.strftime("%Y-%m-%d", parsed)


def moment(text: object, feed: str) -> str:
    """Return an ISO 8601 time with an offset as UTC: YYYY-MM-DDThh:mm:ssZ, whatever offset it was written in.

    Raises:
        IntegrityError: it is none.
    """
    from datetime import UTC, datetime

    try:
        read = datetime.fromisoformat(str(text))
        if read.tzinfo is None:
            raise ValueError(text)
        return read.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        raise changed(feed, "no time") from None
