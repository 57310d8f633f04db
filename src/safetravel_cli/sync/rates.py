"""Taking in exchange rates."""

from safetravel_cli.sync.session import Session, too_few, validator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.net.http import Response
    from safetravel_cli.sync.feeds.feed import Feed

# A rate this many times above or below the bundled one is a changed unit, an old banknote or a slip: the bundled one stays.
FACTOR = 20.0


def refresh(feed: "Feed", url: str, response: "Response", session: Session) -> "dict[str, Any]":
    """Store the rates of an answer; return status, rows, as_of, held_back, older.

    `older`: every rate is older than the bundled one, which then stays in use.

    Raises:
        IntegrityError: not the known shape, a date that has not come, or too few currencies.
    """
    writer = session.writer
    held = writer.feed(feed.name)
    stored = writer.rates(feed.name)
    if response.status == 304:
        writer.save({**held, "checked_on": session.today(response)})
        return _result("unchanged", len(stored), held["as_of"])
    date, rates = feed.parse(response.body)
    session.check_date(feed, date, response)
    bundled = _bundled(session)
    known = {code: rate for code, rate in rates.items() if code in bundled and code != "IDR"}
    held_back = sorted(code for code, rate in known.items() if not _plausible(rate, bundled[code][0]))
    rows = [
        {"currency_code": code, "feed": feed.name, "idr_per_unit": float(f"{rate:.8g}"), "as_of": date}
        for code, rate in sorted(known.items())
        if code not in held_back
    ]
    if len(rows) < feed.minimum:
        raise too_few(feed, len(rows))
    if stored and date < str(held["as_of"]):
        writer.save({**held, "checked_on": session.today(response)})
        return _result("unchanged", len(stored), held["as_of"])
    same = {row["currency_code"]: row for row in rows} == stored
    writer.save(session.record(feed, date, session.today(response)), "rate", rows, validator(feed, url, response))
    older = all(date < bundled[row["currency_code"]][1] for row in rows)
    return _result("unchanged" if same else "updated", len(rows), date, held_back, older)


def _bundled(session: Session) -> "dict[str, tuple[float, str]]":
    """Return currency code -> (bundled rupiah for one unit or 0.0, its date or '') of all currencies in use."""
    sql = (
        "SELECT c.currency_code AS code, r.idr_per_unit, r.as_of FROM currency c LEFT JOIN exchange_rate r USING (currency_code)"
    )
    rows: list[Any] = session.snapshot.rows(sql)
    return {row["code"]: (float(row["idr_per_unit"] or 0), row["as_of"] or "") for row in rows}


def _plausible(rate: float, bundled: float) -> bool:
    return not bundled or bundled / FACTOR < rate < bundled * FACTOR


def _result(status: str, rows: int, as_of: object, held_back: "list[str] | None" = None, older: bool = False) -> "dict[str, Any]":
    return {"status": status, "rows": rows, "as_of": str(as_of), "held_back": held_back or [], "older": older}
