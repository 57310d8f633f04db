"""Travel warnings of Germany: one object by content id, with four flags a country and no level."""

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import Feed, Level, changed, clean, load_json, seconds_moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = "de_advice"
# First match wins: the flag, the key of the words, whether it speaks of parts of the country.
FLAGS = (
    ("warning", "de_warning", False),
    ("situationWarning", "de_situation", False),
    ("partialWarning", "de_parts", True),
    ("situationPartWarning", "de_situation_parts", True),
)


def parse(body: bytes) -> "list[Level]":
    """Return the countries that are whole. Beside them stand a time and a list of ids, which are passed over.

    Raises:
        IntegrityError: not the known shape; an interface that is switched off answers an empty object.
    """
    answer = load_json(body, NAME).get("response")
    if not isinstance(answer, dict) or not answer:
        raise changed(NAME, "no countries")
    rows = [_listed(row) for row in answer.values() if isinstance(row, dict)]
    return [row for row in rows if row]


def _listed(row: "dict[str, Any]") -> "Level | None":
    code = row.get("countryCode")
    flags = [row.get(name) for name, _, _ in FLAGS]
    if not isinstance(code, str) or len(code) != 2 or not (code.isascii() and code.isupper()):
        return None
    if not all(isinstance(flag, bool) for flag in flags):
        return None
    try:
        known_at = seconds_moment(row.get("lastModified"), NAME)
    except errors.IntegrityError:
        return None
    words, regional = next(((words, parts) for name, words, parts in FLAGS if row[name]), ("de_none", False))
    return Level(code, "", clean(row.get("countryName")), known_at, None, regional, words)


FEED = Feed(
    name=NAME,
    topic="advice",
    urls=("https://www.auswaertiges-amt.de/opendata/travelwarning",),
    source="de-aa",
    title="Auswärtiges Amt",
    licence="DL-DE-BY-2.0",
    parse=parse,
    minimum=150,
    limit=4_000_000,
    government="DE",
)
