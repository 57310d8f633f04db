"""What the facts were when they were last noted, and what has changed since: a small file of its own, bounded.

It can always be removed; the next `sync` begins it anew. Damaged, it is set aside as `.bad`.
"""

import os
import sqlite3
from collections import namedtuple

from safetravel_cli import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# The letters STHI. Raise SCHEMA when a table changes its meaning: a file of another number is begun anew.
APPLICATION_ID = 0x53544849
SCHEMA = 1
# Changes that are kept, the newest.
MOST = 5_000
BUSY_SECONDS = 10.0
TABLES = (
    "CREATE TABLE fact (topic TEXT, country_code TEXT, key TEXT, value TEXT, as_of TEXT, live INTEGER,"
    " PRIMARY KEY (topic, country_code, key)) WITHOUT ROWID",
    "CREATE TABLE change (id INTEGER PRIMARY KEY, noted_on TEXT, topic TEXT, country_code TEXT, key TEXT, before TEXT,"
    " after TEXT, as_of TEXT, live INTEGER)",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
)

# A fact is found by topic, country_code ('' for a currency) and key; `value` is what is compared, as JSON;
# `live` tells whether sync fetched it, 1, or it is bundled, 0.
Fact = namedtuple("Fact", "value as_of live")
# before and after are values, None where there was or is none; as_of and live are those of the fact after.
Change = namedtuple("Change", "noted_on topic country_code key before after as_of live")
# Key -> fact, and meta: begun_on, noted_on (days), snapshot_id.
Noted = namedtuple("Noted", "facts meta")


def noted(environ: "Mapping[str, str]") -> "Noted | None":
    """Return what was noted last; None where nothing was, or it cannot be read."""
    db = _open_to_read(paths.history_file(environ))
    try:
        return _noted(db) if db else None
    except sqlite3.Error:
        return None
    finally:
        if db:
            db.close()


def changes(environ: "Mapping[str, str]", since: str) -> "list[Change]":
    """Return the changes noted on or after a day, the newest first; none where nothing can be read."""
    sql = "SELECT noted_on, topic, country_code, key, before, after, as_of, live FROM change WHERE noted_on >= ? ORDER BY id DESC"
    db = _open_to_read(paths.history_file(environ))
    try:
        return [Change(*row) for row in db.execute(sql, (since,))] if db else []
    except sqlite3.Error:
        return []
    finally:
        if db:
            db.close()


def update(
    environ: "Mapping[str, str]",
    look: "Callable[[Noted | None], tuple[Mapping[tuple[str, str, str], Fact], Sequence[Change], Mapping[str, str]]]",
) -> None:
    """Replace what is noted by what `look` makes of it (facts, changes, meta), in one transaction.

    `look` runs inside it, so that of two runs at once the later one compares with what the earlier one noted.

    Raises:
        OSError: the file cannot be written.
    """
    path = paths.history_file(environ)
    os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
    try:
        db = _open_to_write(path)
        try:
            db.execute("BEGIN IMMEDIATE")
            before = _noted(db)
            facts, found, meta = look(before)
            _write(db, before.facts if before else {}, facts)
            sql = (
                "INSERT INTO change (noted_on, topic, country_code, key, before, after, as_of, live)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            )
            # The last one written is told first.
            db.executemany(sql, reversed(found))
            db.execute("DELETE FROM change WHERE id <= (SELECT max(id) FROM change) - ?", (MOST,))
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
            db.execute("COMMIT")
        finally:
            db.close()
        os.chmod(path, 0o600)
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def remove(environ: "Mapping[str, str]") -> int:
    """Remove the file, and return how many files that were.

    Raises:
        OSError: it cannot be removed.
    """
    path = paths.history_file(environ)
    found = [name for name in (path, path + "-journal", path + ".bad") if os.path.exists(name)]
    for name in found:
        os.remove(name)
    return 1 if path in found else 0


def _write(
    db: sqlite3.Connection,
    before: "Mapping[tuple[str, str, str], Fact]",
    after: "Mapping[tuple[str, str, str], Fact]",
) -> None:
    """Write only the rows that differ: a phone's storage wears out."""
    db.executemany(
        "DELETE FROM fact WHERE topic = ? AND country_code = ? AND key = ?", [place for place in before if place not in after]
    )
    rows = [(*place, *fact) for place, fact in after.items() if before.get(place) != fact]
    db.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?, ?, ?, ?, ?)", rows)


def _noted(db: sqlite3.Connection) -> "Noted | None":
    meta = dict(db.execute("SELECT name, value FROM meta"))
    if not meta:
        return None
    sql = "SELECT topic, country_code, key, value, as_of, live FROM fact"
    return Noted({(topic, code, key): Fact(*rest) for topic, code, key, *rest in db.execute(sql)}, meta)


def _open_to_read(path: str) -> "sqlite3.Connection | None":
    if not os.path.isfile(path):
        return None
    name = os.path.abspath(path).replace("\\", "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    # A writer that was killed leaves its journal, and only an opening that may write can take it back.
    for mode in ("ro", "rw") if os.path.exists(path + "-journal") else ("ro",):
        try:
            db = sqlite3.connect(f"file:{name}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
        except sqlite3.Error:
            continue
        try:
            db.execute("PRAGMA trusted_schema=OFF")
            if _is_ours(db):
                return db
        except sqlite3.Error:
            pass
        db.close()
    return None


def _open_to_write(path: str) -> sqlite3.Connection:
    from safetravel_cli.store import lock

    # Two runs that begin at once would set aside what the other one makes.
    with lock.held(path + ".lock", BUSY_SECONDS):
        if os.path.exists(path) and not _is_whole(path):
            os.replace(path, path + ".bad")
            if os.path.exists(path + "-journal"):
                os.remove(path + "-journal")
        db = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
        try:
            db.execute("PRAGMA trusted_schema=OFF")
            db.execute("BEGIN IMMEDIATE")
            if not _is_ours(db):
                for statement in TABLES:
                    db.execute(statement)
                db.execute(f"PRAGMA application_id={APPLICATION_ID}")
                db.execute(f"PRAGMA user_version={SCHEMA}")
            db.execute("COMMIT")
        except BaseException:
            db.close()
            raise
    return db


def _is_ours(db: sqlite3.Connection) -> bool:
    found = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found == [APPLICATION_ID, SCHEMA]


def _is_whole(path: str) -> bool:
    """Tell whether a file is ours and sound; an empty one, as a killed run leaves it, is."""
    try:
        db = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            blank = not db.execute("SELECT 1 FROM sqlite_master").fetchone()
            return (blank or _is_ours(db)) and db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        finally:
            db.close()
    except sqlite3.Error as error:
        # Another run is writing: what is busy is not damaged.
        return "locked" in str(error)
