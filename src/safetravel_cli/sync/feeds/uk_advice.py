"""Travel advice of the United Kingdom: an index of when each country changed, and a page a country with the level.

The government speaks in words only. The number beside them is the place of those words on the scale of four that
the bundled facts use: 1 no advice against travel, 2 against parts, 3 all but essential, 4 all travel.
"""

from collections import namedtuple

from safetravel_cli import errors
from safetravel_cli.sync.feeds.feed import Feed, changed, clean, load_json, moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = "uk_advice"
PAGE_LIMIT = 2_000_000

# `listed_at` is when the advice last changed, UTC; `change_en` the publisher's note of what changed.
Listed = namedtuple("Listed", "slug name listed_at change_en")
# `words` is the key of the words in i18n/sync.py.
Page = namedtuple("Page", "slug known_at level regional words")

# One page serves several countries, or its name is not one that the bundled names know.
SLUGS = {
    "antarctica-british-antarctic-territory": ("AQ",),
    "bonaire-st-eustatius-saba": ("BQ",),
    "congo": ("CG",),
    "cook-islands-tokelau-and-niue": ("CK", "TK", "NU"),
    "pitcairn-island": ("PN",),
    "st-helena-ascension-and-tristan-da-cunha": ("SH",),
    "st-maarten": ("SX",),
    "st-martin-and-st-barthelemy": ("MF", "BL"),
    "st-vincent-and-the-grenadines": ("VC",),
    "the-gambia": ("GM",),
}
ALL, ESSENTIAL = "avoid_all_travel_to_whole_country", "avoid_all_but_essential_travel_to_whole_country"
PARTS, PARTS_ESSENTIAL = "avoid_all_travel_to_parts", "avoid_all_but_essential_travel_to_parts"
# First match wins: (what must be among the statuses, level, key of the words).
LEVELS = (
    ({ALL}, 4, "uk_all"),
    ({ESSENTIAL, PARTS}, 3, "uk_essential_and_parts"),
    ({ESSENTIAL}, 3, "uk_essential"),
    ({PARTS, PARTS_ESSENTIAL}, 2, "uk_parts_both"),
    ({PARTS}, 2, "uk_parts"),
    ({PARTS_ESSENTIAL}, 2, "uk_parts_essential"),
)


def parse(body: bytes) -> "list[Listed]":
    """Return the countries of the index that are whole; rows that are not are left out, and the minimum judges the rest.

    Raises:
        IntegrityError: not the known shape.
    """
    links = load_json(body, NAME).get("links")
    children = links.get("children") if isinstance(links, dict) else None
    if not isinstance(children, list):
        raise changed(NAME, "no list of countries")
    found = {row.slug: row for child in children if (row := _listed(child))}
    return list(found.values())


def _listed(child: object) -> "Listed | None":
    details = child.get("details") if isinstance(child, dict) else None
    country = details.get("country") if isinstance(details, dict) else None
    if not isinstance(child, dict) or not isinstance(details, dict) or not isinstance(country, dict) or child.get("withdrawn"):
        return None
    slug, name, note = country.get("slug"), country.get("name"), details.get("change_description")
    if not is_slug(slug) or not isinstance(name, str):
        return None
    try:
        listed_at = moment(child.get("public_updated_at"), NAME)
    except errors.IntegrityError:
        return None
    return Listed(slug, clean(name), listed_at, clean(note))


def parse_page(body: bytes, slug: str) -> Page:
    """Return level and words of the page of one country.

    Raises:
        IntegrityError: not the known shape, a status that is not known, or the page of another country.
    """
    answer = load_json(body, NAME)
    details: Any = answer.get("details")
    country = details.get("country") if isinstance(details, dict) else None
    if not isinstance(country, dict) or country.get("slug") != slug:
        raise changed(NAME, "another country's page")
    status = details.get("alert_status")
    if not isinstance(status, list) or not all(isinstance(one, str) for one in status):
        raise changed(NAME, "no alert status")
    held = set(status)
    if held - {ALL, ESSENTIAL, PARTS, PARTS_ESSENTIAL}:
        raise changed(NAME, "an unknown alert status")
    level, words = next(((level, words) for needed, level, words in LEVELS if needed <= held), (1, "uk_none"))
    regional = bool(held & {PARTS, PARTS_ESSENTIAL})
    return Page(slug, moment(answer.get("public_updated_at"), NAME), level, regional, words)


def is_slug(slug: object) -> bool:
    """Tell whether a text may be the last part of an address of ours."""
    return (
        isinstance(slug, str)
        and 0 < len(slug) < 80
        and slug.isascii()
        and slug.replace("-", "").isalnum()
        and slug == slug.lower()
    )


FEED = Feed(
    name=NAME,
    topic="advice",
    urls=("https://www.gov.uk/api/content/foreign-travel-advice",),
    source="uk-fcdo",
    title="UK FCDO travel advice",
    licence="OGL-UK-3.0",
    parse=parse,
    minimum=180,
    limit=4_000_000,
    government="GB",
    paged=True,
)
