"""Taking in travel advice that comes as an index of dates and a page a country with the level.

A page is read only where the index gives a newer date than the overlay or the bundled facts know. Until it has been
read, what was known before stays in use under its own date: a level is never shown under a date it was not read for.
"""

from safetravel_cli import errors
from safetravel_cli.i18n import topic
from safetravel_cli.net import http
from safetravel_cli.sync.feeds import uk_advice
from safetravel_cli.sync.session import Session, too_few, validator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.net.http import Response
    from safetravel_cli.sync.feeds.feed import Feed

    Row = dict[str, Any]

AT_ONCE = 6
UNREAD = {"known_at": None, "level": None, "words_en": "", "words_id": "", "regional": 0, "as_of": ""}


def refresh(feed: "Feed", url: str, response: "Response", session: Session) -> "Row":
    """Store dates and levels; return status, rows, as_of, levels_read, pending (country codes), unknown (names).

    Raises:
        IntegrityError: not the known shape, or too few countries.
    """
    writer, today = session.writer, session.today(response)
    stored = writer.advice(feed.name)
    unknown: list[str] = []
    if response.status == 304:
        rows = {code: dict(row) for code, row in stored.items()}
        kept = [{"url": url, "feed": feed.name, "etag": response.etag, "last_modified": response.last_modified}]
    else:
        rows, unknown = _listed(feed, response, session, stored)
        kept = validator(feed, url, response)
    bundled = _bundled(session, feed)
    wanted = [row for row in rows.values() if not _is_known(row, bundled.get(row["country_code"]), today)]
    pages, page_validators = _pages(feed, url, wanted, session)
    read = [_take(row, pages[row["slug"]], today) for row in wanted if row["slug"] in pages]
    pending = sorted(row["country_code"] for row in wanted if not _is_current(row))
    newest = max(row["listed_at"] for row in rows.values())[:10]
    writer.save(session.record(feed, newest, today), "advice", rows.values(), [*kept, *page_validators])
    return {
        "status": "updated" if read or _dates(rows) != _dates(stored) else "unchanged",
        "rows": len(rows),
        "as_of": newest,
        "levels_read": len(read),
        "pending": pending,
        "unknown": unknown,
    }


def _listed(feed: "Feed", response: "Response", session: Session, stored: "dict[str, Row]") -> "tuple[dict[str, Row], list[str]]":
    """Return country code -> row with the date of the index, and the names that are no country of ours."""
    rows: dict[str, Row] = {}
    unknown: list[str] = []
    for listed in feed.parse(response.body):
        session.check_date(feed, listed.listed_at[:10], response)
        codes = _codes(listed, session)
        if not codes:
            unknown.append(listed.name)
        for code in codes:
            row = stored.get(code) or {"country_code": code, "government": feed.government, "feed": feed.name, **UNREAD}
            # A copy of the index from before the one that is held never takes a date back.
            if listed.listed_at >= str(row.get("listed_at") or ""):
                row = {**row, "slug": listed.slug, "listed_at": listed.listed_at, "change_en": listed.change_en}
            rows.setdefault(code, row)
    if len(rows) < feed.minimum:
        raise too_few(feed, len(rows))
    return rows, unknown


def _codes(listed: uk_advice.Listed, session: Session) -> "list[str]":
    from safetravel_cli.lookup.country import exact
    from safetravel_cli.lookup.fold import fold

    if listed.slug in uk_advice.SLUGS:
        return list(uk_advice.SLUGS[listed.slug])
    for text in (listed.name, listed.slug.replace("-", " ")):
        codes = exact(session.snapshot, fold(text))
        if len(codes) == 1:
            return codes
    return []


def _bundled(session: Session, feed: "Feed") -> "dict[str, Row]":
    sql = "SELECT country_code, updated_on, as_of FROM advice_level WHERE government = ?"
    return {str(row["country_code"]): row for row in session.snapshot.rows(sql, feed.government)}


def _is_current(row: "Row") -> bool:
    return str(row["known_at"] or "") >= str(row["listed_at"])


def _is_known(row: "Row", bundled: "Row | None", today: str) -> bool:
    """Tell whether the level for the date of the index is known; where it is, note that it still stood today."""
    if _is_current(row):
        row["as_of"] = today
        return True
    if not bundled or not bundled["updated_on"]:
        return False
    listed, updated = str(row["listed_at"])[:10], str(bundled["updated_on"])
    if listed == updated < str(bundled["as_of"] or ""):
        row.update(UNREAD, known_at=row["listed_at"], as_of=today)
        return True
    # An index older than the bundled level says nothing new.
    return listed < updated


def _pages(feed: "Feed", url: str, wanted: "list[Row]", session: Session) -> "tuple[dict[str, uk_advice.Page], list[Row]]":
    """Fetch the pages of countries, the newest changes first; return slug -> page, and all validators of pages to keep."""
    held = {address: pair for address, pair in session.writer.validators(feed.name).items() if address.startswith(url + "/")}
    slugs = list(dict.fromkeys(row["slug"] for row in sorted(wanted, key=lambda row: row["listed_at"], reverse=True)))
    asked = [http.Request(f"{url}/{slug}", uk_advice.PAGE_LIMIT, *held.get(f"{url}/{slug}", ())) for slug in slugs]
    replies = session.fetch(asked, AT_ONCE)
    pages: dict[str, uk_advice.Page] = {}
    listed = {row["slug"]: row["listed_at"] for row in wanted}
    for slug, request, reply in zip(slugs, asked, replies, strict=True):
        if isinstance(reply, errors.NetworkNeeded) or reply.status != 200:
            continue
        try:
            page = uk_advice.parse_page(reply.body, slug)
        except errors.IntegrityError:
            continue
        # A page from before the change that the index tells of is a copy on the way that lags behind.
        if page.known_at >= listed[slug]:
            pages[slug] = page
            held[request.url] = (reply.etag, reply.last_modified)
    kept = [{"url": one, "feed": feed.name, "etag": etag, "last_modified": date} for one, (etag, date) in held.items()]
    return pages, kept


def _take(row: "Row", page: uk_advice.Page, today: str) -> "Row":
    english, indonesian = topic("sync")[page.words]
    row.update(known_at=page.known_at, level=page.level, regional=int(page.regional), as_of=today)
    row.update(words_en=english, words_id=indonesian)
    return row


def _dates(rows: "dict[str, Row]") -> "dict[str, str]":
    return {code: row["listed_at"] for code, row in rows.items()}
