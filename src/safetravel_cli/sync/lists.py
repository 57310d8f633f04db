"""Taking in sources that come whole in one answer and replace what they gave before: disasters, health notices, older rates."""

from safetravel_cli.sync.session import Session, too_few, validator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from safetravel_cli.net.http import Response
    from safetravel_cli.sync.feeds.feed import Feed

    Row = dict[str, Any]
    # How many the answer had, the newest date of it, the rows to store.
    Read = tuple[int, str, list[Row]]

# By what a row of a list is the same one as before.
KEYS = {"disaster": "event_id", "notice": "notice_id"}


def refresh(feed: "Feed", url: str, response: "Response", session: Session) -> "Row":
    """Store the rows of an answer; return status, rows, as_of.

    Raises:
        IntegrityError: not the known shape, a date that has not come, or fewer rows than the least.
    """
    table, read = TABLES[feed.topic]
    writer, today = session.writer, session.today(response)
    held, stored = writer.feed(feed.name), writer.rows(table, feed.name)
    if response.status == 304:
        writer.save({**held, "checked_on": today}, table, [_seen(row, today) for row in stored], None)
        return {"status": "unchanged", "rows": len(stored), "as_of": str(held["as_of"])}
    found, as_of, rows = read(feed, feed.parse(response.body), session)
    if found < feed.minimum:
        raise too_few(feed, found)
    session.check_date(feed, as_of, response)
    if stored and as_of < str(held.get("as_of") or ""):
        # A copy from before the one that is held never takes anything back.
        writer.save({**held, "checked_on": today})
        return {"status": "unchanged", "rows": len(stored), "as_of": str(held["as_of"])}
    fresh = [_seen(row, today) for row in rows]
    writer.save(session.record(feed, as_of, today), table, fresh, validator(feed, url, response))
    same = _lines(fresh) == _lines(stored)
    result = {"status": "unchanged" if same else "updated", "rows": len(fresh), "as_of": as_of}
    # Of a first list all is new, which its length says.
    return {**result, "new_rows": len(_keys(table, fresh) - _keys(table, stored))} if stored and table in KEYS else result


def _keys(table: str, rows: "list[Row]") -> "set[str]":
    return {str(row[KEYS[table]]) for row in rows}


def _seen(row: "Row", today: str) -> "Row":
    return {**row, "as_of": today} if "as_of" in row else row


def _lines(rows: "list[Row]") -> "list[list[tuple[str, object]]]":
    return sorted(sorted((name, value) for name, value in row.items() if name != "as_of") for row in map(_plain, rows))


def _plain(row: "Row") -> "Row":
    return {name: "" if value is None else str(value) for name, value in row.items()}


def _disasters(feed: "Feed", parsed: "list[Any]", session: Session) -> "Read":
    by_alpha3 = {facts["alpha3_code"]: code for code, facts in session.countries().items()}
    rows = []
    for event in parsed:
        codes = [code for code in event.iso2 if code in session.countries()]
        codes += [by_alpha3[code] for code in event.iso3 if code in by_alpha3]
        row = {name: value for name, value in event._asdict().items() if name not in ("iso2", "iso3")}
        row.update(is_current=int(event.is_current), country_codes=" ".join(sorted(set(codes))), feed=feed.name, as_of="")
        rows.append(row)
    return len(parsed), max((event.changed_at[:10] for event in parsed), default=""), rows


def _notices(feed: "Feed", parsed: "list[Any]", session: Session) -> "Read":
    rows = []
    for notice in parsed:
        for code in _places(notice.place, session):
            row = {name: value for name, value in notice._asdict().items() if name != "place"}
            rows.append({**row, "country_code": code, "feed": feed.name, "as_of": ""})
    return len(parsed), max((notice.published_at[:10] for notice in parsed), default=""), rows


def _places(text: str, session: Session) -> "list[str]":
    """Return the countries that a notice names; none for the whole world, or a region that is no country."""
    from safetravel_cli.lookup.country import exact
    from safetravel_cli.lookup.fold import fold

    whole = exact(session.snapshot, fold(text)) if text else []
    if len(whole) == 1:
        return whole
    names = text.replace(", and ", ", ").replace(" and ", ", ").split(", ") if text else []
    codes = [exact(session.snapshot, fold(name)) for name in names]
    return sorted({found[0] for found in codes if len(found) == 1})


def _reference(feed: "Feed", parsed: "dict[str, dict[str, float]]", session: Session) -> "Read":
    known = set(session.snapshot.values("SELECT currency_code FROM currency"))
    rows = [
        {"date": date, "currency_code": code, "feed": feed.name, "units_per_eur": rate}
        for date, rates in sorted(parsed.items())
        for code, rate in sorted(rates.items())
        if code in known
    ]
    return len(rows), max(parsed, default=""), rows


TABLES: "dict[str, tuple[str, Callable[[Feed, Any, Session], Read]]]" = {
    "disaster": ("disaster", _disasters),
    "notice": ("notice", _notices),
    "rate_history": ("reference_rate", _reference),
}
