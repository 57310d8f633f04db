"""Travel health notices of the US Centers for Disease Control: an outbreak, where, and how grave from 1 to 4."""

import re
from collections import namedtuple

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import Feed, clean, inner, items, mail_moment

NAME = "cdc"
# `Level 2 - Dengue in Mali`, `Level 1 - Global Measles`.
TITLE = re.compile(r"Level\s+(?P<level>[1-4])\s*[-–:]\s*(?P<what>.{3,200})", re.IGNORECASE)
PLACE = re.compile(r"(?P<what>.+)\s+in\s+(?P<place>.+)")
PAGES = "https://wwwnc.cdc.gov/"

# `place` is as the publisher writes it, blank where the notice is for everywhere.
Notice = namedtuple("Notice", "notice_id level title place published_at url")


def parse(body: bytes) -> "list[Notice]":
    """Return the notices that are whole.

    Raises:
        IntegrityError: no RSS.
    """
    found: dict[str, Notice] = {}
    for item in items(body, NAME):
        read = TITLE.match(inner(item, "title"))
        if not read:
            continue
        try:
            published = mail_moment(inner(item, "pubDate"), NAME)
        except errors.IntegrityError:
            continue
        title, link = clean(read["what"], 200), inner(item, "link").replace("http://", "https://")
        place = PLACE.fullmatch(title)
        key = clean(inner(item, "guid") or link or title, 200)
        url = link if link.startswith(PAGES) else ""
        found[key] = Notice(key, int(read["level"]), title, place["place"] if place else "", published, url)
    return list(found.values())


FEED = Feed(
    name=NAME,
    topic="notice",
    urls=("https://wwwnc.cdc.gov/travel/rss/notices.xml",),
    source="cdc",
    title="US Centers for Disease Control and Prevention",
    licence="public-domain",
    parse=parse,
    minimum=5,
    limit=2_000_000,
)
