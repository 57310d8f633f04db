"""Travel advisories of the United States: one list with the level in the title of each.

The codes beside the titles are those of the US government (GEC, once FIPS 10-4), where JA is Japan and KN North Korea: never
ISO codes, and sometimes wrong. So the name decides, and the code only where a title names several countries.
"""

import re

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import Feed, Level, changed, clean, inner, items, load_value, mail_moment, moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = "us_advice"
# `Japan - Level 1: Exercise Normal Precautions`, `Mexico Travel Advisory - Level 2: ...`, `Switzerland  - Level 1`.
TITLE = re.compile(r"(?P<name>.{2,120}?)\s+-\s+Level\s+(?P<level>[1-4])\b", re.IGNORECASE)
PHRASES = re.compile(r"\s+-\s+See Summaries$|\s+Travel Advisory$|^The\s+", re.IGNORECASE)

NAMES = {
    "bonaire": ("BQ",),
    "cote d ivoire": ("CI",),
    "french west indies": ("BL", "GP", "MF", "MQ"),
    "israel, the west bank and gaza": ("IL", "PS"),
    "kyrgyz republic": ("KG",),
    "saba and sint eustatius": ("BQ",),
}


def parse(body: bytes) -> "list[Level]":
    """Return the advisories that are whole: from the array of the interface, or from the RSS feed that says the same.

    Raises:
        IntegrityError: not one of the known shapes.
    """
    found = _feed(body) if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _array(body)
    return [row for row in found if row]


def _array(body: bytes) -> "list[Level | None]":
    answer = load_value(body, NAME)
    if not isinstance(answer, list) or not answer:
        raise changed(NAME, "no list of advisories")
    return [_listed(row) for row in answer if isinstance(row, dict)]


def _listed(row: "dict[str, Any]") -> "Level | None":
    codes = row.get("Category")
    gec = codes[0] if isinstance(codes, list) and len(codes) == 1 else ""
    try:
        return _level(row.get("Title"), gec, moment(row.get("Updated"), NAME))
    except errors.IntegrityError:
        return None


def _feed(body: bytes) -> "list[Level | None]":
    found: list[Level | None] = []
    for item in items(body, NAME):
        tags = [one.text for one in item.iterfind("category") if one.get("domain") == "Country-Tag"]
        try:
            found.append(
                _level(inner(item, "title"), tags[0] if len(tags) == 1 else "", mail_moment(inner(item, "pubDate"), NAME))
            )
        except errors.IntegrityError:
            continue
    return found


def _level(title: object, gec: object, known_at: str) -> "Level | None":
    read = TITLE.match(clean(title))
    if not read:
        return None
    name = read["name"].strip()
    for _ in range(2):
        name = PHRASES.sub("", name)
    level = int(read["level"])
    code = gec.strip().upper() if isinstance(gec, str) and len(gec.strip()) == 2 and gec.strip().isascii() else ""
    return Level("", code, name, known_at, level, False, f"us_{level}")


FEED = Feed(
    name=NAME,
    topic="advice",
    urls=("https://cadataapi.state.gov/api/TravelAdvisories", "https://travel.state.gov/_res/rss/TAsTWs.xml"),
    source="us-state",
    title="US Department of State",
    licence="public-domain",
    parse=parse,
    minimum=150,
    limit=12_000_000,
    government="US",
    names=NAMES,
)
