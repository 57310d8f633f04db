"""Travel advisories of Canada: one index by country code, with the level as a number from 0 to 3."""

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import Feed, Level, changed, clean, load_json, moment, seconds_moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = "ca_advice"
# Keys of two letters that are parts of a country: the Canary Islands.
PARTS = ("IC",)


def parse(body: bytes) -> "list[Level]":
    """Return the countries of the index that are whole; keys that are no country (PT-20, IC) are left out.

    Raises:
        IntegrityError: not the known shape.
    """
    data = load_json(body, NAME).get("data")
    if not isinstance(data, dict):
        raise changed(NAME, "no countries")
    rows = [_listed(key, row) for key, row in data.items() if isinstance(row, dict)]
    return [row for row in rows if row]


def _listed(key: str, row: "dict[str, Any]") -> "Level | None":
    state, code = row.get("advisory-state"), row.get("country-iso", key)
    if code != key or key in PARTS or len(key) != 2 or not (key.isascii() and key.isupper() and key.isalpha()):
        return None
    if isinstance(state, bool) or state not in (0, 1, 2, 3):
        return None
    try:
        known_at = _published(row.get("date-published"))
    except errors.IntegrityError:
        return None
    level = int(state) + 1
    name = row.get("country-eng") or (row["eng"].get("name") if isinstance(row.get("eng"), dict) else "")
    return Level(key, "", clean(name), known_at, level, row.get("has-regional-advisory") in (1, True), f"ca_{level}")


def _published(date: object) -> str:
    """Return the time of publication: the seconds need no zone, the text beside them has one only now and then."""
    if not isinstance(date, dict):
        raise changed(NAME, "no time")
    try:
        return seconds_moment(date.get("timestamp"), NAME)
    except errors.IntegrityError:
        return moment(date.get("asp"), NAME)


FEED = Feed(
    name=NAME,
    topic="advice",
    urls=("https://data.international.gc.ca/travel-voyage/index-alpha-eng.json",),
    source="ca-gac",
    title="Global Affairs Canada",
    licence="OGL-Canada-2.0",
    parse=parse,
    minimum=180,
    limit=4_000_000,
    government="CA",
)
