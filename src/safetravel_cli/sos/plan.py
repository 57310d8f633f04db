"""Which part of an alert goes to whom: the rows of the table delivery. Each function runs inside the caller's transaction."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from typing import Any

# Whoever has the text, or may still get it.
_MAY_HAVE = "(state IN ('queued', 'sending', 'needs_you', 'accepted', 'acknowledged') OR (state = 'cancelled' AND uncertain))"
ENDS = ("cancel", "safe")
_ROW = ("channel", "rcpt", "name", "kind", "others")


def row_of(given: "Any") -> "dict[str, str]":
    """Return a recipient in the form of its row: from a people.Recipient, or from (channel, address)."""
    channel, rcpt = (given.channel, given.rcpt) if hasattr(given, "channel") else given[:2]
    kind = "mission" if getattr(given, "kind", "own") == "mission" else "own"
    others = " ".join(getattr(given, "others", ()))
    return {"channel": channel, "rcpt": rcpt, "name": getattr(given, "name", ""), "kind": kind, "others": others}


def add(
    db: "sqlite3.Connection",
    alert: str,
    part: str,
    row: "dict[str, str]",
    exercise: bool = False,
    environ: "Mapping[str, str] | None" = None,
) -> None:
    """Insert a delivery that is not there yet; one to an address that this process may not write to waits for the person.

    An exercise is for no mission.
    """
    if exercise and row["kind"] == "mission":
        return
    from safetravel_cli.sos import channels

    may = channels.allowed(row["channel"], row["rcpt"], environ or os.environ)
    state, why = ("queued", "") if may else ("needs_you", "reserved")
    db.execute(
        "INSERT INTO delivery (alert, part, channel, rcpt, name, kind, others, state, last_code)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (alert, part, channel, rcpt) DO NOTHING",
        (alert, part, *[row[name] for name in _ROW], state, why),
    )


def hold(db: "sqlite3.Connection", alert: str, seconds: float) -> None:
    """Put off the first try of an alert."""
    import time

    from safetravel_cli.sos import backoff

    moment = backoff.now(time.time())
    db.execute(
        "UPDATE delivery SET next_at = ?, steady = ?, clock = ? WHERE alert = ? AND state = 'queued'",
        (moment.wall + seconds, moment.steady + seconds, moment.clock, alert),
    )


def follow(db: "sqlite3.Connection", alert: str, part: str, kind: str) -> None:
    """Insert the deliveries of a part of this kind to those who have, or may get, the text.

    Of an alert that is over only the word of its end still goes: a position or a photo that comes late stays here.
    """
    closed = db.execute("SELECT closed FROM alert WHERE id = ?", (alert,)).fetchone()
    if closed and closed[0] and kind not in ENDS:
        return
    rows = db.execute(
        "SELECT channel, rcpt, delivery.name, delivery.kind, others FROM delivery JOIN part ON part.id = delivery.part"  # noqa: S608
        f" WHERE delivery.alert = ? AND part.kind = 'text' AND {_MAY_HAVE} ORDER BY delivery.rowid",
        (alert,),
    ).fetchall()
    for row in rows:
        if carries(row[0], kind):
            add(db, alert, part, dict(zip(_ROW, row, strict=True)))


def enlist(
    db: "sqlite3.Connection", alert: str, rows: "Iterable[dict[str, str]]", environ: "Mapping[str, str] | None" = None
) -> int:
    """Insert deliveries of all parts of an alert that is not over to recipients that it has not yet; return how many are new."""
    held = db.execute("SELECT cap_status, closed FROM alert WHERE id = ?", (alert,)).fetchone()
    parts = db.execute("SELECT id, kind FROM part WHERE alert = ? ORDER BY prio, rowid", (alert,)).fetchall()
    count = 0
    for row in rows:
        known = "SELECT 1 FROM delivery WHERE alert = ? AND channel = ? AND rcpt = ?"
        if not held or held[1] or db.execute(known, (alert, row["channel"], row["rcpt"])).fetchone():
            continue
        before = db.total_changes
        for part, kind in parts:
            if carries(row["channel"], kind):
                add(db, alert, part, row, held[0] == "Exercise", environ)
        count += db.total_changes > before
    return count


def close(db: "sqlite3.Connection", alert: str, how: str) -> None:
    """End an alert (`cancelled` or `safe`): what waits is cancelled, but for the word of an end. A try goes on to its end."""
    db.execute("UPDATE alert SET closed = ? WHERE id = ?", (how, alert))
    db.execute(
        "UPDATE delivery SET state = 'cancelled', again = 0 WHERE alert = ? AND state IN ('queued', 'needs_you')"
        " AND part NOT IN (SELECT id FROM part WHERE kind IN ('cancel', 'safe'))",
        (alert,),
    )


def carries(channel: str, kind: str) -> bool:
    """Tell whether a channel takes parts of this kind; one that cannot be asked is given texts alone."""
    from safetravel_cli.sos import channels

    try:
        return bool(channels.load(channel).carries(kind))
    except Exception:
        return kind in channels.TEXTS
