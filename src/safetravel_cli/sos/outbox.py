"""The outbox: one SQLite file that keeps what it was given through kill, power cut and a full disk.

Rollback journal with synchronous=EXTRA, not WAL: after a power cut WAL loses what was committed since the last
checkpoint, or needs as many syncs and more files (docs/explanation/sos.md).
"""

import errno
import os
import sqlite3

from safetravel_cli.sos import code, durable, plan, schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, TypeVar

    Result = TypeVar("Result")

NAME = "outbox.sqlite"
BALLAST = "ballast"
BALLAST_BYTES = 256 * 1024
BUSY_SECONDS = 10
# What SQLite says (primary result codes) of a file that is no outbox of this program or can no longer be read:
# ERROR (a table or column that is not there), CORRUPT, SCHEMA, MISMATCH, FORMAT, NOTADB.
UNUSABLE = (1, 11, 17, 20, 24, 26)
FULL = 13
IOERR = 10


class NotAnOutbox(sqlite3.DatabaseError):
    """The file has another form than an outbox."""


class Outbox:
    """Hold one connection to the outbox, its pragmas set and read back. A context manager that closes it."""

    def __init__(self, path: str) -> None:
        """Open the outbox, making or migrating its tables.

        Raises:
            sqlite3.Error, OSError: it cannot be opened or written (see `unusable`, `full`).
        """
        self.path = path
        if os.path.lexists(path) and not os.path.isfile(path):
            raise NotAnOutbox("not a file")
        durable.restrict(path, 0o600)
        # SQLite gives the journal the rights of the file, so the file is made before SQLite makes it with others.
        # Never opened when it is there: closing it would free the locks that this process holds on it (POSIX).
        if not os.path.lexists(path):
            try:
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600))
            except FileExistsError:
                pass
        self.db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            self._set_up()
            self._migrate()
        except BaseException:
            self.db.close()
            raise

    def __enter__(self) -> "Outbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def _set_up(self) -> None:
        """Set what durability rests on and read it back: SQLite ignores a pragma that it does not know."""
        db = self.db
        db.execute("PRAGMA trusted_schema=OFF")
        if self._read("application_id") not in (0, schema.APPLICATION_ID):
            raise NotAnOutbox("made by another program")
        if self._read("journal_mode=DELETE") != "delete":
            raise sqlite3.OperationalError("the journal cannot be set")
        for pragma, value in (("synchronous", 3), ("fullfsync", 1), ("foreign_keys", 1)):
            self._set(pragma, value)
        if self._read("quick_check(1)") != "ok":
            raise NotAnOutbox("damaged")

    def _set(self, pragma: str, value: int) -> None:
        self.db.execute(f"PRAGMA {pragma}={value}")
        if self._read(pragma) != value:
            raise sqlite3.OperationalError(f"{pragma} cannot be set")

    def _read(self, pragma: str) -> object:
        row = self.db.execute("PRAGMA " + pragma).fetchone()
        return row[0] if row else None

    def _migrate(self) -> None:
        """Bring the tables to this version in one transaction. A newer version is left: its steps only add."""
        if int(str(self._read("user_version"))) >= schema.VERSION:
            return
        # A table that is made anew would take the deliveries of its rows with it.
        self._set("foreign_keys", 0)
        self.db.execute("BEGIN EXCLUSIVE")
        try:
            # Another run may have done it while this one waited for the lock.
            for step in schema.STEPS[int(str(self._read("user_version"))) :]:
                for statement in step:
                    self.db.execute(statement)
            if self.db.execute("PRAGMA foreign_key_check").fetchone():
                raise NotAnOutbox("rows without their alert")
            self.db.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            self.db.execute(f"PRAGMA user_version={schema.VERSION}")
            self.db.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        self._set("foreign_keys", 1)

    def _roll_back(self) -> None:
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    def transaction(self, work: "Callable[[], Result]") -> "Result":
        """Return what `work()` gives; all that it writes is on the medium then, or nothing of it is."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            result = work()
            self.db.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        return result

    def add_alert(
        self,
        created_utc: str,
        tz: str,
        boot_id: str,
        compose: "Callable[[str], tuple[str, bytes]]",
        *,
        exercise: bool = False,
        deliveries: "Iterable[Any]" = (),
        environ: "Mapping[str, str] | None" = None,
        after_s: float = 0.0,
    ) -> "tuple[str, str]":
        """Store an alert, its text and whom it is for in one transaction; return its id and code. It is on the medium then.

        `compose(code)` gives the body (JSON) and the text (UTF-8) once the code is chosen. `deliveries` are
        people.Recipient, or (channel, address). One that may not be written to is kept as `needs_you` with the reason;
        an exercise is for no mission. `after_s`: seconds until the first try, in which the person may still cancel.
        """

        def work() -> "tuple[str, str]":
            one = code.new()
            while self.db.execute("SELECT 1 FROM alert WHERE code = ?", (one,)).fetchone():
                one = code.new()
            alert = code.uuid4()
            body, text = compose(one)
            status = "Exercise" if exercise else "Actual"
            self.db.execute(
                "INSERT INTO alert (id, code, created_utc, tz, boot_id, body, cap_status) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (alert, one, created_utc, tz, boot_id, body, status),
            )
            part = self._add_text(alert, "text", 0, created_utc, "", text.decode("utf-8", "replace"))
            for delivery in deliveries:
                plan.add(self.db, alert, part, plan.row_of(delivery), exercise, environ)
            if after_s > 0:
                plan.hold(self.db, alert, after_s)
            return alert, one

        return self.transaction(work)

    def _add_text(self, alert: str, kind: str, prio: int, created_utc: str, body: str, text: str) -> str:
        """Insert a part that is a text; the same text of the same kind twice is one part. Return its id."""
        import hashlib

        octets = text.encode("utf-8", "replace")
        digest = hashlib.sha256(octets).hexdigest()
        self.db.execute(
            "INSERT INTO part (id, alert, kind, prio, sha256, bytes, mime, created_utc, text, body)"
            " VALUES (?, ?, ?, ?, ?, ?, 'text/plain', ?, ?, ?) ON CONFLICT (alert, kind, sha256) DO NOTHING",
            (code.uuid4(), alert, kind, prio, digest, len(octets), created_utc, octets.decode(), body),
        )
        return self._part(alert, kind, digest)

    def _part(self, alert: str, kind: str, digest: object) -> str:
        found = self.db.execute("SELECT id FROM part WHERE alert = ? AND kind = ? AND sha256 = ?", (alert, kind, digest))
        return str(found.fetchone()[0])

    def add_deliveries(self, alert: str, deliveries: "Iterable[Any]", environ: "Mapping[str, str] | None" = None) -> int:
        """Give an alert that is not over more recipients, for all its parts; return how many recipients are new."""
        return self.transaction(lambda: plan.enlist(self.db, alert, map(plan.row_of, deliveries), environ))

    def add_media(self, alert: str, kind: str, prio: int, media: "dict[str, object]") -> None:
        """Store the row of a file that lies synced in the media folder, for all who get the text by a channel that takes files.

        The same bytes twice in one alert are one part.
        """
        row = [media[key] for key in ("sha256", "bytes", "path", "mime", "name", "mtime_utc")]

        def work() -> None:
            self.db.execute(
                "INSERT INTO part (id, alert, kind, prio, sha256, bytes, path, mime, name, mtime_utc, created_utc)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (alert, kind, sha256) DO NOTHING",
                (code.uuid4(), alert, kind, prio, *row, media.get("created_utc", "")),
            )
            plan.follow(self.db, alert, self._part(alert, kind, media["sha256"]), kind)

        self.transaction(work)

    def add_follow_up(self, alert: str, kind: str, body: str, text: str, created_utc: str = "") -> str:
        """Store what follows the text: `update`, `locupdate`, `cancel` or `safe`; return the id of its part.

        It goes to those who have the text or may still get it. `cancel` and `safe` end the alert: what is not under way
        is not sent any more, and only those hear of it who may have the text.
        """
        import time

        created_utc = created_utc or time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())

        def work() -> str:
            part = self._add_text(alert, kind, 10, created_utc, body, text)
            if kind in ("cancel", "safe"):
                plan.close(self.db, alert, "cancelled" if kind == "cancel" else "safe")
            plan.follow(self.db, alert, part, kind)
            return part

        return self.transaction(work)


def file(folder: str) -> str:
    """Return the path of the outbox in its folder."""
    return os.path.join(folder, NAME)


def use(folder: str, work: "Callable[[Outbox], Result]", may_set_aside: bool = True) -> "tuple[Result, str]":
    """Open the outbox and return what `work(outbox)` gives, and where an unusable file was set aside ("" if none was).

    A full disk gets the ballast back; an unusable file is renamed `.bad` and a new one made. Each is tried once.
    Once an alert of this run was called stored, its file is not set aside any more.

    Raises:
        sqlite3.Error, OSError: it cannot be written all the same.
    """
    path, aside = file(folder), ""
    while True:
        durable.make_folder(folder)
        seen = _identity(path)
        try:
            with Outbox(path) as outbox:
                return work(outbox), aside
        except (sqlite3.Error, OSError) as error:
            if full(error) and free_ballast(folder):
                continue
            if unusable(error) and may_set_aside and not aside:
                aside = set_aside(folder, seen)
                continue
            raise


def unusable(error: Exception) -> bool:
    """Tell whether an error means that this file will never be an outbox again."""
    return isinstance(error, NotAnOutbox) or _primary(error) in UNUSABLE


def full(error: Exception) -> bool:
    """Tell whether an error may come from a full disk: SQLite reports a failed sync as an input/output error."""
    return _primary(error) in (FULL, IOERR) or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT))


def _primary(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _identity(path: str) -> "tuple[int, int] | None":
    try:
        facts = os.lstat(path)
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def set_aside(folder: str, seen: "tuple[int, int] | None") -> str:
    """Rename the outbox to `.bad` unless another run has already put a new one in its place; return the new path.

    Its journal goes with it: left behind, it would be played back into the new file.
    """
    path = file(folder)
    lock = _lock(folder)
    try:
        if _identity(path) != seen or seen is None:
            return path + ".bad"
        aside, count = path + ".bad", 1
        while os.path.lexists(aside):
            count += 1
            aside = f"{path}.{count}.bad"
        for suffix in ("-journal", "-wal", "-shm", ""):
            if os.path.lexists(path + suffix):
                os.replace(path + suffix, aside + suffix)
        durable.sync_folder(folder)
        return aside
    finally:
        if lock:
            lock.close()


def _lock(folder: str) -> "sqlite3.Connection | None":
    """Take a lock that the system frees when this process dies; None where there is none to be had."""
    path = os.path.join(folder, "aside.lock")
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        db.execute("BEGIN EXCLUSIVE")
    except (sqlite3.Error, OSError):
        return None
    return db


def keep_ballast(folder: str) -> None:
    """Put 256 KB on the disk that the next alert may have when the disk is full; left out where there is no room."""
    path = os.path.join(folder, BALLAST)
    try:
        if os.path.getsize(path) >= BALLAST_BYTES:
            return
    except OSError:
        pass

    def fill(handle: int) -> str:
        # Random bytes: a file system that compresses would keep nothing of zeros.
        durable.write_all(handle, os.urandom(BALLAST_BYTES))
        return BALLAST

    try:
        durable.write_new(folder, fill)
    except OSError:
        pass


def free_ballast(folder: str) -> bool:
    """Give the ballast back to the disk; tell whether there was any."""
    try:
        os.unlink(os.path.join(folder, BALLAST))
    except OSError:
        return False
    return True
