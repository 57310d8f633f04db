"""What the sender reads of the outbox and writes into it: what is due next, the job of a row, what came of a try."""

import os
import time

from safetravel_cli.sos import backoff, channels, plan, queue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.channels import Job, Result
    from safetravel_cli.sos.outbox import Outbox
    from safetravel_cli.sos.people import Settings

# Seconds for one try, and the bytes a second below which a link is too slow for a file.
TRY_SECONDS = 90.0
SLOWEST = 8_000
LONGEST_SECONDS = 1800.0
NO_DOMAIN = "safetravel.invalid"

_TEXTS = "('text', 'update', 'locupdate', 'cancel', 'safe')"
# Texts to everybody, then what follows them, then media from the smallest kind to the largest.
_ORDER = (
    f"CASE WHEN part.kind = 'text' THEN 0 WHEN part.kind IN {_TEXTS} THEN 1 ELSE 2 END,"
    " part.prio, alert.seq, part.rowid, delivery.rowid"
)
_MAY_GO = f"(delivery.state = 'queued' OR (delivery.state = 'needs_you' AND again)) AND {backoff.DUE} AND {queue.GATE}"


def channels_due(box: "Outbox", moment: backoff.Moment) -> "list[str]":
    """Return the channels for which something is due, by name."""
    sql = f"SELECT DISTINCT channel FROM {queue.JOINED} WHERE {_MAY_GO} ORDER BY channel"  # noqa: S608 - constants
    return [row[0] for row in box.db.execute(sql, backoff.values(moment))]


def next_due(box: "Outbox", channel: str, media: bool, moment: backoff.Moment) -> "dict[str, Any] | None":
    """Return the row of the next try of a channel, a text or a file; None where nothing is due."""
    cursor = box.db.execute(
        "SELECT delivery.rowid AS rowid, delivery.*, part.kind AS part_kind, part.bytes AS bytes"  # noqa: S608 - constants
        f" FROM {queue.JOINED} WHERE channel = :channel AND (part.kind IN {_TEXTS}) <> :media AND {_MAY_GO}"
        f" ORDER BY {_ORDER} LIMIT 1",
        {**backoff.values(moment), "channel": channel, "media": media},
    )
    row = cursor.fetchone()
    return dict(zip([column[0] for column in cursor.description], row, strict=True)) if row else None


def domain(given: str) -> str:
    """Return the domain for message ids: that of the sender's address, where it is a plain one."""
    plain = given.isascii() and "." in given and all(char.isalnum() or char in ".-" for char in given)
    return given.lower() if plain else NO_DOMAIN


def make(box: "Outbox", folder: str, row: "dict[str, Any]", settings: "Settings", session: "dict[str, Any]", now: float) -> "Job":
    """Return the job of a row."""
    alert = _one(box, "SELECT * FROM alert WHERE id = ?", row["alert"])
    part = _one(box, "SELECT * FROM part WHERE id = ?", row["part"])
    first = _one(box, "SELECT id FROM part WHERE alert = ? AND kind = 'text'", row["alert"])
    media = [
        {name: one[name] for name in ("kind", "sha256", "bytes", "mime", "name")}
        for one in _all(box, "SELECT * FROM part WHERE alert = ? AND path IS NOT NULL ORDER BY prio, rowid", row["alert"])
    ]
    facts = _facts(alert["body"])
    if alert["cap_status"] == "Exercise":
        facts["drill"] = True
    named = alert["mail_domain"] or NO_DOMAIN
    created = float(facts["created"]) if row["part_kind"] == "text" and _is_time(facts.get("created")) else 0.0
    seconds = min(TRY_SECONDS + part["bytes"] / SLOWEST, LONGEST_SECONDS)
    return channels.Job(
        alert={name: alert[name] for name in ("id", "code", "created_utc", "tz", "cap_status", "closed")},
        facts=facts,
        code=alert["code"],
        part={**part, "body": _facts(part["body"]) if part["body"] else {}},
        kind=part["kind"],
        media=os.path.join(folder, part["path"] or "") if part["kind"] in channels.MEDIA else "",
        rcpt=row["rcpt"],
        name=row["name"],
        message_id=f"<{alert['id']}.{part['id']}@{named}>",
        date=created or _seconds(part["created_utc"] or alert["created_utc"]),
        references=[] if part["id"] == first.get("id") or not first else [f"<{alert['id']}.{first['id']}@{named}>"],
        attempt=row["attempts"] + 1,
        uncertain=bool(row["uncertain"]),
        now=now,
        deadline=time.monotonic() + seconds,
        settings=settings,
        session=session,
        media_parts=media,
        role=row["kind"],
    )


def record(box: "Outbox", row: "dict[str, Any]", result: "Result", moment: backoff.Moment, cap: float) -> None:
    """Write down what came of a try, and what follows from it for others; inside the caller's transaction."""
    stamp = queue.stamp(moment.wall)
    box.db.execute(
        "INSERT INTO attempt (alert, part, channel, rcpt, at_utc, outcome, code, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (row["alert"], row["part"], row["channel"], row["rcpt"], stamp, result.state, result.code, result.text),
    )
    said = {"code": result.code, "text": result.text, "note": result.note, "id": row["rowid"], "stamp": stamp, "ref": result.ref}
    if result.state == "accepted":
        box.db.execute(
            "UPDATE delivery SET state = 'accepted', accepted_at = :stamp, server_ref = :ref, last_code = :code,"
            " last_text = :text, note = :note, again = 0, blocked = 0 WHERE rowid = :id AND state = 'sending'",
            said,
        )
        # The way is open: what waited for nothing else need not wait longer.
        box.db.execute(
            "UPDATE delivery SET state = 'queued', next_at = 0, clock = '', step = 0, blocked = 0, again = 0"
            " WHERE channel = ? AND blocked AND (state = 'queued' OR (state = 'needs_you' AND again))",
            (row["channel"],),
        )
    elif result.state == "refused":
        box.db.execute(
            "UPDATE delivery SET state = 'refused', last_code = :code, last_text = :text, note = :note, server_ref = :ref,"
            " again = 0 WHERE rowid = :id AND state = 'sending'",
            said,
        )
        if row["part_kind"] == "text":
            _after_refusal(box, row, result)
    else:
        _put_off(box, row, result, moment, cap, said)


def _put_off(
    box: "Outbox", row: "dict[str, Any]", result: "Result", moment: backoff.Moment, cap: float, said: "dict[str, Any]"
) -> None:
    """Let a row wait for its next try or for the person; and with it, where the channel failed as a whole, all that are due."""
    again = result.state != "needs_you" or result.again
    pause = backoff.pause(row["step"] + 1, cap) if again else 0.0
    values = {
        **said,
        **backoff.values(moment),
        "state": "needs_you" if result.state == "needs_you" else "queued",
        "again": int(result.state == "needs_you" and result.again),
        "next": moment.wall + pause,
        "later": moment.steady + pause,
        "uncertain": int(result.state == "uncertain"),
        "blocked": int(result.whole),
        "channel": row["channel"],
    }
    change = (
        "last_code = :code, last_text = :text, note = '', next_at = :next, steady = :later, clock = :clock, step = step + 1,"
        " again = :again, blocked = :blocked"
    )
    # Cancelled while it was tried: not tried again. Where it may have arrived, the end of the alert follows it.
    over = (
        "CASE WHEN (SELECT closed FROM alert WHERE alert.id = delivery.alert) <> ''"
        " AND (SELECT kind FROM part WHERE part.id = delivery.part) NOT IN ('cancel', 'safe') THEN 'cancelled' ELSE :state END"
    )
    box.db.execute(
        f"UPDATE delivery SET {change}, state = {over}, uncertain = max(uncertain, :uncertain)"  # noqa: S608 - constants
        " WHERE rowid = :id AND state = 'sending'",
        values,
    )
    if result.whole:
        box.db.execute(
            f"UPDATE delivery SET {change}, state = :state WHERE channel = :channel AND rowid <> :id"  # noqa: S608 - constants
            f" AND (state = 'queued' OR (state = 'needs_you' AND again)) AND {backoff.DUE}",
            values,
        )


def _after_refusal(box: "Outbox", row: "dict[str, Any]", result: "Result") -> None:
    """Try the next address of a recipient whose text was refused; nothing more goes to this one."""
    mine = (row["alert"], row["channel"], row["rcpt"])
    first, _, rest = str(row["others"]).partition(" ")
    if first:
        drill = _one(box, "SELECT cap_status FROM alert WHERE id = ?", row["alert"])["cap_status"] == "Exercise"
        sql = "SELECT part, kind FROM delivery WHERE alert = ? AND channel = ? AND rcpt = ? ORDER BY rowid"
        for part, kind in box.db.execute(sql, mine).fetchall():
            other = {"channel": row["channel"], "rcpt": first, "name": row["name"], "kind": kind, "others": rest}
            plan.add(box.db, row["alert"], part, other, drill)
    box.db.execute(
        "UPDATE delivery SET state = 'refused', last_code = ?, last_text = ?, again = 0"
        " WHERE alert = ? AND channel = ? AND rcpt = ? AND state IN ('queued', 'needs_you')",
        ("text_refused", result.text, *mine),
    )


def waiting(box: "Outbox", moment: backoff.Moment) -> "tuple[int, float | None]":
    """Return how many deliveries will be tried again by themselves, and in how many seconds the first of them."""
    count = box.db.execute(f"SELECT count(*) FROM {queue.JOINED} WHERE {queue.LEAVES}").fetchone()[0]  # noqa: S608 - constants
    rows = box.db.execute(
        f"SELECT next_at, steady, clock FROM {queue.JOINED} WHERE {queue.OPEN} AND {queue.GATE}"  # noqa: S608 - constants
    ).fetchall()
    return count, min((backoff.remaining(row[0], row[1], row[2], moment) for row in rows), default=None)


def _one(box: "Outbox", sql: str, value: str) -> "dict[str, Any]":
    return next(iter(_all(box, sql, value)), {})


def _all(box: "Outbox", sql: str, value: str) -> "list[dict[str, Any]]":
    cursor = box.db.execute(sql, (value,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _facts(body: str) -> "dict[str, Any]":
    import json

    try:
        facts = json.loads(body)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _is_time(value: object) -> bool:
    return isinstance(value, (int, float)) and 0 <= value < 253402300800


def _seconds(stamp: str) -> float:
    """Return seconds UTC of a time in ISO 8601; of what is none, 0."""
    import calendar

    try:
        return float(calendar.timegm(time.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ")))
    except ValueError:
        return 0.0
