"""What is on its way, and what a person may do about it: see it, cancel it, note an answer, hurry it, clear it away.

Reading makes no outbox where there is none. Nothing here sends.
"""

import os
import time

from safetravel_cli.sos import outbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.outbox import Outbox

OVER = ("accepted", "acknowledged", "refused", "cancelled")
# The text of the same alert to the same address has come through, or may have: what follows it may go.
GATE = (
    "(part.kind = 'text' OR EXISTS (SELECT 1 FROM delivery AS t JOIN part AS tp ON tp.id = t.part WHERE tp.kind = 'text'"
    " AND t.alert = delivery.alert AND t.channel = delivery.channel AND t.rcpt = delivery.rcpt"
    " AND (t.state IN ('accepted', 'acknowledged') OR (t.state = 'cancelled' AND t.uncertain))))"
)
# The row will be tried again without anybody's doing.
OPEN = "(delivery.state IN ('queued', 'sending') OR (delivery.state = 'needs_you' AND delivery.again))"
# ... and so will the text before it, where it has not gone yet.
LEAVES = (
    f"({OPEN} AND ({GATE} OR EXISTS (SELECT 1 FROM delivery AS t JOIN part AS tp ON tp.id = t.part WHERE tp.kind = 'text'"  # noqa: S608
    " AND t.alert = delivery.alert AND t.channel = delivery.channel AND t.rcpt = delivery.rcpt"
    " AND (t.state IN ('queued', 'sending') OR (t.state = 'needs_you' AND t.again)))))"
)
JOINED = "delivery JOIN part ON part.id = delivery.part JOIN alert ON alert.id = delivery.alert"


def _rows(box: "Outbox", sql: str, values: "Any" = ()) -> "list[dict[str, Any]]":
    cursor = box.db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _there(folder: str) -> bool:
    return os.path.lexists(outbox.file(folder))


def status(folder: str, alert: "str | None" = None) -> "list[dict[str, Any]]":
    """Return the deliveries of one alert (by id or code) or of all, oldest alert first, texts before media.

    Each: code, alert, part, kind (of the part), channel, rcpt, name, role (own | mission), state, attempts, first_try,
    last_try and accepted_at (ISO 8601 UTC, "" for never), next_at (seconds UTC; None where it is not tried again by itself),
    last_code (the number of the server, else a word of i18n/send.py), last_text (the server's own words), server_ref,
    note ("reduced", "bare", "without_media"), uncertain (an earlier try may have arrived).

    Raises:
        sqlite3.Error, OSError: the outbox cannot be read.
    """
    if not _there(folder):
        return []
    sql = (
        "SELECT alert.code, delivery.alert, delivery.part, part.kind, channel, rcpt, delivery.name, delivery.kind AS role, state,"  # noqa: S608
        " attempts, first_try, last_try, next_at, accepted_at, last_code, last_text, server_ref, note, uncertain, again"
        f" FROM {JOINED} WHERE :alert IS NULL OR alert.id = :alert OR alert.code = :alert"
        " ORDER BY alert.seq, part.prio, part.rowid, delivery.rowid"
    )
    rows, _ = outbox.use(folder, lambda box: _rows(box, sql, {"alert": alert}), may_set_aside=False)
    for row in rows:
        row["uncertain"] = bool(row["uncertain"])
        if row["state"] not in ("queued", "sending") and not row["again"]:
            row["next_at"] = None
        del row["again"]
    return rows


def open_count(folder: str) -> int:
    """Return how many deliveries will be tried again without anybody's doing.

    Raises:
        sqlite3.Error, OSError: the outbox cannot be read.
    """
    if not _there(folder):
        return 0
    sql = f"SELECT count(*) FROM {JOINED} WHERE {LEAVES}"  # noqa: S608
    return int(outbox.use(folder, lambda box: box.db.execute(sql).fetchone()[0], may_set_aside=False)[0])


def reset(folder: str, needs_you: bool = True) -> int:
    """Make all that waits due now, with short pauses again; return how many deliveries that are.

    `needs_you`: also what waits for the person, who has acted then.
    """
    if not _there(folder):
        return 0

    def work(box: "Outbox") -> int:
        return box.db.execute(
            "UPDATE delivery SET state = 'queued', next_at = 0, steady = 0, clock = '', step = 0, blocked = 0, again = 0"
            " WHERE state = 'queued' OR (state = 'needs_you' AND (again OR ?))",
            (needs_you,),
        ).rowcount

    return outbox.use(folder, work, may_set_aside=False)[0]


def enlist(folder: str, recipients: "list[Any]", alert: "str | None" = None) -> int:
    """Give every alert that is not over, or one of them (by id), these recipients too; return how many are new.

    For what was stored before there was a contact or a channel.
    """
    if not _there(folder):
        return 0

    def work(box: "Outbox") -> int:
        sql = "SELECT id FROM alert WHERE closed = '' AND (:alert IS NULL OR id = :alert) ORDER BY seq"
        found = box.db.execute(sql, {"alert": alert})
        return sum(box.add_deliveries(row[0], recipients) for row in found.fetchall())

    return outbox.use(folder, work, may_set_aside=False)[0]


def cancel(folder: str, alert: str, body: str, text: str, kind: str = "cancel") -> "dict[str, Any]":
    """End an alert (by id): what waits is cancelled, and those who may have the text are sent `text`.

    `kind` is "cancel" or "safe". Return cancelled (how many deliveries will not go any more), told (to how many the end is
    sent) and part (its id).
    """

    def work(box: "Outbox") -> "dict[str, Any]":
        count = "SELECT count(*) FROM delivery WHERE alert = ? AND state = 'cancelled'"
        before = box.db.execute(count, (alert,)).fetchone()[0]
        part = box.add_follow_up(alert, kind, body, text)
        told = box.db.execute("SELECT count(*) FROM delivery WHERE part = ?", (part,)).fetchone()[0]
        return {"cancelled": box.db.execute(count, (alert,)).fetchone()[0] - before, "told": told, "part": part}

    return outbox.use(folder, work, may_set_aside=False)[0]


def acknowledge(folder: str, alert: str, who: str, text: str, now: "float | None" = None) -> int:
    """Note that a person answered (alert by id); return how many deliveries are theirs, by address or name of the contact.

    Their text is not sent again. Where nobody matches, the answer is kept for the alert alone.
    """
    at = stamp(time.time() if now is None else now)

    def work(box: "Outbox") -> int:
        def note() -> int:
            box.db.execute("INSERT INTO acknowledgement (alert, at_utc, who, text) VALUES (?, ?, ?, ?)", (alert, at, who, text))
            theirs = [
                row
                for row in box.db.execute(
                    "SELECT delivery.rowid, rcpt, delivery.name FROM delivery JOIN part ON part.id = delivery.part"
                    " WHERE delivery.alert = ? AND part.kind = 'text'",
                    (alert,),
                ).fetchall()
                if who.strip().casefold() in (row[1].casefold(), row[2].casefold())
            ]
            for row in theirs:
                box.db.execute("UPDATE delivery SET state = 'acknowledged', again = 0 WHERE rowid = ?", (row[0],))
            return len(theirs)

        return box.transaction(note)

    return outbox.use(folder, work, may_set_aside=False)[0]


def acknowledgements(folder: str, alert: "str | None" = None) -> "list[dict[str, Any]]":
    """Return the answers noted: alert, at_utc, who, text, oldest first."""
    if not _there(folder):
        return []
    sql = "SELECT alert, at_utc, who, text FROM acknowledgement WHERE :alert IS NULL OR alert = :alert ORDER BY seq"
    return outbox.use(folder, lambda box: _rows(box, sql, {"alert": alert}), may_set_aside=False)[0]


def purge(
    folder: str, before: float, *, alert: "str | None" = None, media_only: bool = False, unsent: bool = False
) -> "dict[str, Any]":
    """Remove alerts created before a time (seconds UTC), or one by its id, with files and folder; see sos/purge.py.

    An alert of which something is not over, or that was never for anybody, stays unless `unsent`.
    Return alerts[] (codes removed), kept[] (codes that stay), files and bytes (removed).
    """
    from safetravel_cli.sos import purge as purging

    return purging.purge(folder, before, alert=alert, media_only=media_only, unsent=unsent)


def stamp(seconds: float) -> str:
    """Write seconds since 1970 as ISO 8601 in UTC; a clock beyond the calendar gives its start."""
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
    except (OverflowError, ValueError, OSError):
        return "1970-01-01T00:00:00Z"
