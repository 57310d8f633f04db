"""Taking in travel advice that comes whole in one answer: a level or words for each country, with the day they last changed.

What the answer says is stored under its own date. A country that is no longer in it keeps what was known, under the day on which
that was last seen: not to be listed does not mean to be safe.
"""

from safetravel_cli.i18n import topic
from safetravel_cli.sync.session import DAY, Session, shift, too_few, validator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.net.http import Response
    from safetravel_cli.sync.feeds.feed import Feed, Level

    Row = dict[str, Any]


def refresh(feed: "Feed", url: str, response: "Response", session: Session) -> "Row":
    """Store words and levels; return status, rows, as_of, missing (country codes), unknown (names), older.

    Raises:
        IntegrityError: not the known shape, a date that has not come, or too few countries.
    """
    writer, today = session.writer, session.today(response)
    held, stored = writer.feed(feed.name), writer.advice(feed.name)
    if response.status == 304:
        # Rows that the last answer did not have were not confirmed by it.
        rows = [{**row, "as_of": today} if row["as_of"] == held["checked_on"] else row for row in stored.values()]
        writer.save({**held, "checked_on": today}, "advice", rows, None)
        return _result("unchanged", len(rows), str(held["as_of"]))
    listed, unknown = _by_country(feed, response, session)
    if len(listed) < feed.minimum:
        raise too_few(feed, len(listed))
    bundled = _bundled(feed, session)
    fresh = {code: row for code, row in listed.items() if not _is_older(row, bundled.get(code, ""))}
    rows_by_code = dict(stored)
    for code, row in fresh.items():
        # A copy from before the one that is held never takes a level back.
        before = stored.get(code) or {"known_at": "", "as_of": ""}
        if row.known_at >= str(before["known_at"]):
            rows_by_code[code] = _row(feed, code, row, session.seen(today, str(before["as_of"])))
    missing = sorted(set(stored) - set(listed))
    newest = max(row.known_at for row in listed.values())[:10]
    writer.save(
        session.record(feed, newest, session.seen(today, str(held.get("checked_on") or ""))),
        "advice",
        rows_by_code.values(),
        validator(feed, url, response),
    )
    status = "unchanged" if _said(rows_by_code) == _said(stored) else "updated"
    return _result(status, len(rows_by_code), newest, missing, unknown, not fresh)


def _result(
    status: str,
    rows: int,
    as_of: str,
    missing: "list[str] | None" = None,
    unknown: "list[str] | None" = None,
    older: bool = False,
) -> "Row":
    return {
        "status": status,
        "rows": rows,
        "as_of": as_of,
        "missing": missing or [],
        "unknown": unknown or [],
        "older": older,
    }


def _by_country(feed: "Feed", response: "Response", session: Session) -> "tuple[dict[str, Level], list[str]]":
    """Return country code -> what holds there, and the names that are no country of ours.

    Of two lines under one name the newer holds; of two parts of a country (West Bank, Gaza) the graver, and parts differ.
    """
    newest: dict[tuple[str, str], Level] = {}
    unknown: list[str] = []
    for row in feed.parse(response.body):
        session.check_date(feed, row.known_at[:10], response)
        codes = _codes(feed, row, session)
        if not codes:
            unknown.append(row.name or row.code)
        for code in codes:
            held = newest.get((code, row.name))
            if not held or (row.known_at, row.level or 0) > (held.known_at, held.level or 0):
                newest[code, row.name] = row
    parts: dict[str, list[Level]] = {}
    for (code, _), row in newest.items():
        parts.setdefault(code, []).append(row)
    found = {}
    for code, rows in parts.items():
        top = max(rows, key=lambda row: (row.level or 0, row.known_at))
        differ = len({row.level for row in rows}) > 1
        found[code] = top._replace(regional=top.regional or differ)
    return found, sorted(set(unknown))


def _codes(feed: "Feed", row: "Level", session: Session) -> "list[str]":
    from safetravel_cli.lookup.country import exact
    from safetravel_cli.lookup.fold import fold

    if row.code:
        return [row.code] if row.code in session.countries() else []
    if row.name.lower() in feed.names:
        return list(feed.names[row.name.lower()])
    codes = exact(session.snapshot, fold(row.name))
    if len(codes) == 1:
        return codes
    return [code for code, facts in session.countries().items() if row.gec and facts["gec_code"] == row.gec]


def _bundled(feed: "Feed", session: Session) -> "dict[str, str]":
    sql = "SELECT country_code, updated_on FROM advice_level WHERE government = ?"
    return {str(row["country_code"]): str(row["updated_on"] or "") for row in session.snapshot.rows(sql, feed.government)}


def _is_older(row: "Level", updated_on: str) -> bool:
    """Tell whether a line is from before the bundled level; a day is left for the zone that either was dated in."""
    return bool(updated_on) and row.known_at[:10] < shift(updated_on, -DAY)


def _row(feed: "Feed", code: str, row: "Level", today: str) -> "Row":
    english, indonesian = topic("sync")[row.words]
    return {
        "country_code": code,
        "government": feed.government,
        "feed": feed.name,
        "slug": "",
        "listed_at": row.known_at,
        "change_en": "",
        "known_at": row.known_at,
        "level": row.level,
        "words_en": english,
        "words_id": indonesian,
        "regional": int(row.regional),
        "as_of": today,
    }


def _said(rows: "dict[str, Row]") -> "dict[str, tuple[object, ...]]":
    return {code: tuple(row[name] for name in ("known_at", "level", "words_en", "regional")) for code, row in rows.items()}
