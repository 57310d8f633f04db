"""The tables of the outbox, and the steps that lead from one form of them to the next.

Each step only adds: a program of an older version may still store into a newer outbox.

alert     what happened, once and for all; a trigger keeps its words as they were stored
part      the text, then each photo: what travels for itself, so that media never hold up text
delivery  one part to one recipient by one channel; the sender of a later version works through these
attempt   what was tried, never changed
"""

# The letters STOB, as SQLite keeps them.
APPLICATION_ID = 0x53544F42

_FIRST = (
    """CREATE TABLE alert (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL UNIQUE,
        created_utc TEXT NOT NULL,
        tz TEXT NOT NULL,
        boot_id TEXT NOT NULL,
        body TEXT NOT NULL,
        cap_status TEXT NOT NULL DEFAULT 'Actual' CHECK (cap_status IN ('Actual', 'Exercise')),
        supersedes TEXT REFERENCES alert (id))""",
    """CREATE TRIGGER alert_is_immutable BEFORE UPDATE OF id, code, created_utc, tz, boot_id, body, cap_status ON alert
        BEGIN SELECT RAISE(ABORT, 'an alert is not changed after it is stored'); END""",
    """CREATE TABLE part (
        id TEXT PRIMARY KEY,
        alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('text', 'locupdate', 'thumb', 'photo', 'video', 'audio')),
        prio INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        path TEXT,
        mime TEXT NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        mtime_utc TEXT NOT NULL DEFAULT '',
        UNIQUE (alert, kind, sha256))""",
    """CREATE TABLE delivery (
        alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        part TEXT NOT NULL REFERENCES part (id) ON DELETE CASCADE,
        channel TEXT NOT NULL,
        rcpt TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'queued'
            CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'needs_you', 'acknowledged', 'cancelled')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_at REAL NOT NULL DEFAULT 0,
        last_code TEXT NOT NULL DEFAULT '',
        last_text TEXT NOT NULL DEFAULT '',
        server_ref TEXT NOT NULL DEFAULT '',
        first_try TEXT NOT NULL DEFAULT '',
        accepted_at TEXT NOT NULL DEFAULT '',
        UNIQUE (alert, part, channel, rcpt))""",
    """CREATE TABLE attempt (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        alert TEXT NOT NULL,
        part TEXT NOT NULL,
        channel TEXT NOT NULL,
        rcpt TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        outcome TEXT NOT NULL,
        code TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT '')""",
    "CREATE TRIGGER attempt_is_immutable BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'a log is not rewritten'); END",
)

# STEPS[n] leads from user_version n to n + 1.
STEPS = (_FIRST,)
VERSION = len(STEPS)
