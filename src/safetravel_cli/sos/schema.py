"""The tables of the outbox, and the steps that lead from one form of them to the next.

Each step only adds: a program of an older version may still store into a newer outbox.

alert            what happened, once and for all; a trigger keeps its words as they were stored
part             the text, what follows it, each photo: what travels for itself, so that media never hold up text
delivery         one part to one recipient by one channel; the sender works through these
attempt          what was tried, never changed
acknowledgement  which person answered, as the traveller noted it
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

# The table of parts is made anew because its CHECK names the kinds; rows keep their rowid, which is their order.
_PART = "id, alert, kind, prio, sha256, bytes, path, mime, name, mtime_utc"
_SECOND = (
    """CREATE TABLE part_new (
        id TEXT PRIMARY KEY,
        alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        kind TEXT NOT NULL
            CHECK (kind IN ('text', 'update', 'locupdate', 'cancel', 'safe', 'thumb', 'photo', 'video', 'audio')),
        prio INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        path TEXT,
        mime TEXT NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        mtime_utc TEXT NOT NULL DEFAULT '',
        created_utc TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        UNIQUE (alert, kind, sha256))""",
    f"INSERT INTO part_new (rowid, {_PART}) SELECT rowid, {_PART} FROM part",  # noqa: S608 - a constant of this module
    "DROP TABLE part",
    "ALTER TABLE part_new RENAME TO part",
    # '', 'cancelled' or 'safe': what is over is not begun any more. mail_domain: fixed at the first mail.
    "ALTER TABLE alert ADD COLUMN closed TEXT NOT NULL DEFAULT '' CHECK (closed IN ('', 'cancelled', 'safe'))",
    "ALTER TABLE alert ADD COLUMN mail_domain TEXT NOT NULL DEFAULT ''",
    # The name of the contact, and more addresses of it, a blank between, for when this one is refused.
    "ALTER TABLE delivery ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE delivery ADD COLUMN kind TEXT NOT NULL DEFAULT 'own' CHECK (kind IN ('own', 'mission'))",
    "ALTER TABLE delivery ADD COLUMN others TEXT NOT NULL DEFAULT ''",
    # next_at is on the wall clock, steady on the steady clock of that name (backoff.py); step: failures since a reset.
    "ALTER TABLE delivery ADD COLUMN steady REAL NOT NULL DEFAULT 0",
    "ALTER TABLE delivery ADD COLUMN clock TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE delivery ADD COLUMN step INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE delivery ADD COLUMN last_try TEXT NOT NULL DEFAULT ''",
    # uncertain: a try may have arrived. again: a needs_you that is tried later all the same. blocked: the whole channel failed.
    "ALTER TABLE delivery ADD COLUMN uncertain INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE delivery ADD COLUMN again INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE delivery ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE delivery ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX delivery_state ON delivery (state)",
    """CREATE TRIGGER delivery_stays_accepted BEFORE UPDATE OF state ON delivery
        WHEN OLD.state IN ('accepted', 'acknowledged') AND NEW.state NOT IN ('accepted', 'acknowledged')
        BEGIN SELECT RAISE(ABORT, 'what was accepted is not sent again'); END""",
    """CREATE TABLE acknowledgement (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        at_utc TEXT NOT NULL,
        who TEXT NOT NULL,
        text TEXT NOT NULL)""",
    """CREATE TRIGGER acknowledgement_is_immutable BEFORE UPDATE ON acknowledgement
        BEGIN SELECT RAISE(ABORT, 'a log is not rewritten'); END""",
)

# STEPS[n] leads from user_version n to n + 1.
STEPS = (_FIRST, _SECOND)
VERSION = len(STEPS)
