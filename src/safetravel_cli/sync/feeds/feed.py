"""What a live source is, and the checks that all of them share."""

import json
import time
from collections import namedtuple
from dataclasses import dataclass, field

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any
    from xml.etree.ElementTree import Element

# One line of a list of advice. `code` is ISO 3166-1 alpha-2 or blank, `gec` the code of the US government or blank; `known_at` is
# when the advice last changed, UTC; `words` is a key of i18n/sync.py; `level` is None where a government has words and no number.
Level = namedtuple("Level", "code gec name known_at level regional words")

# Nothing that a source says is older.
FIRST_YEAR = 1990


@dataclass(frozen=True)
class Feed:
    """Describe one source.

    `urls` are tried in order until one gives an answer that is accepted. `parse` makes values of an answer, or raises
    IntegrityError where its shape is not the known one. Fewer rows than `minimum` never replace what is held.
    `limit` is in bytes, `seconds` bounds one request. `lead_days`: its rows win over another source's that are newer by up to
    so many days. `paged`: the first answer is an index, the facts stand on pages below it.
    `names`: what the publisher calls a place, in lower case, where the bundled names do not know it or it is several countries.
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
    paged: bool = False
    names: "Mapping[str, tuple[str, ...]]" = field(default_factory=dict)
    seconds: float = 20.0


def changed(feed: str, detail: str) -> errors.IntegrityError:
    """Return the error for an answer whose shape is not the known one; `detail` is for whoever mends the parser."""
    return errors.IntegrityError("sync.shape_changed", feed=feed, detail=detail)


def load_json(body: bytes, feed: str) -> "dict[str, Any]":
    """Read a JSON object.

    Raises:
        IntegrityError: it is not one, or an empty one.
    """
    value = load_value(body, feed)
    if not isinstance(value, dict) or not value:
        raise changed(feed, "not an object with members")
    return value


def load_value(body: bytes, feed: str) -> "Any":
    """Read any JSON value.

    Raises:
        IntegrityError: it is none.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise changed(feed, "not JSON") from None


def load_xml(body: bytes, feed: str) -> "Element":
    """Read an XML document and return its root.

    Raises:
        IntegrityError: it is none, or declares a document type: one could declare entities that swell, and no source has any.
    """
    from xml.etree import ElementTree

    if b"<!DOCTYPE" in body or b"<!ENTITY" in body or b"\0" in body:
        raise changed(feed, "not plain XML")
    try:
        return ElementTree.fromstring(body)  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError):
        raise changed(feed, "not XML") from None


def items(body: bytes, feed: str) -> "list[Element]":
    """Return the items of an RSS channel.

    Raises:
        IntegrityError: it is no RSS.
    """
    root = load_xml(body, feed)
    if root.tag != "rss" or root.find("channel") is None:
        raise changed(feed, "not RSS")
    return list(root.iterfind("channel/item"))


def inner(item: "Element", tag: str) -> str:
    """Return the cleaned text of a child, blank where there is none."""
    return clean(item.findtext(tag) or "")


def clean(text: object, longest: int = 500) -> str:
    """Return a text that any database takes: lone surrogates and control characters out, cut to a length; blank for no text."""
    if not isinstance(text, str):
        return ""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in whole).split())[:longest]


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
        if read.tzinfo is None or read.year < FIRST_YEAR:
            raise ValueError(text)
        return read.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        raise changed(feed, "no time") from None


def mail_moment(text: object, feed: str) -> str:
    """Return the date of a mail header (`Thu, 15 May 2025`, also with a time and a zone) as UTC, YYYY-MM-DDThh:mm:ssZ.

    Raises:
        IntegrityError: it is none.
    """
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    words = str(text).split()
    try:
        if len(words) == 4:
            words += ["00:00:00", "+0000"]
        read: datetime = parsedate_to_datetime(" ".join(words))
        if read.tzinfo is None:
            read = read.replace(tzinfo=UTC)
        if read.year < FIRST_YEAR:
            raise ValueError(text)
        return read.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, TypeError, OverflowError, IndexError):
        raise changed(feed, "no time") from None


def seconds_moment(value: object, feed: str) -> str:
    """Return seconds since 1970 as UTC, YYYY-MM-DDThh:mm:ssZ.

    Raises:
        IntegrityError: no number, or a time before 2000 or after 9999.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 946_684_800 <= value < 253_402_300_800:
        raise changed(feed, "no time")
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(value))
