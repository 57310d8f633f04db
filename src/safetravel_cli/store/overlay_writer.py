"""Writing the overlay: one transaction a feed, so that a reader sees the old rows of a source or the new ones, never a mixture.

The tables are made by migrations, in order, each once; a file that is damaged or of another version is set aside as
`.bad` and made anew: all that it held can be fetched again.
"""

import errno
import os
import sqlite3

from safetravel_cli.store import lock, overlay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    Row = dict[str, Any]

BUSY_SECONDS = 10.0


class Writer:
    """Hold the overlay open for one run of `sync`. Every method raises OSError where the file cannot be read or written."""

    def __init__(self, path: str) -> None:
        """Open or make the file, for its owner alone, and bring its tables up to date."""
        self.path = path
        self.set_aside = False
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        # Two runs that begin at once would set aside what the other one makes.
        with lock.held(path + ".lock", BUSY_SECONDS):
            if os.path.isdir(path):
                raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
            if os.path.exists(path) and not _is_whole(path):
                os.replace(path, path + ".bad")
                self.set_aside = True
            if not os.path.exists(path) and os.path.exists(path + "-journal"):
                # A journal would be taken back into a file that it does not belong to.
                os.remove(path + "-journal")
            try:
                self.db = _open(path)
                os.chmod(path, 0o600)
            except sqlite3.Error as error:
                raise OSError(str(error)) from None

    def close(self) -> None:
        """Let go of the file, and let readers in this process look again."""
        self.db.close()
        overlay.forget()

    def feed(self, name: str) -> "Row":
        """Return what is known of a source, empty where it was never fetched."""
        return next(iter(self._rows("SELECT * FROM feed WHERE name = ?", name)), {})

    def validators(self, name: str) -> "dict[str, tuple[str, str]]":
        """Return address -> (ETag, Last-Modified) of the answers that the rows of a source came from."""
        rows = self._rows("SELECT url, etag, last_modified FROM validator WHERE feed = ?", name)
        return {str(row["url"]): (str(row["etag"]), str(row["last_modified"])) for row in rows}

    def rates(self, name: str) -> "dict[str, Row]":
        """Return currency code -> row of a source."""
        return {str(row["currency_code"]): row for row in self._rows("SELECT * FROM rate WHERE feed = ?", name)}

    def advice(self, name: str) -> "dict[str, Row]":
        """Return country code -> row of a source."""
        return {str(row["country_code"]): row for row in self._rows("SELECT * FROM advice WHERE feed = ?", name)}

    def rows(self, table: str, name: str) -> "list[Row]":
        """Return the rows of a source in one of the other tables."""
        return self._rows(f"SELECT * FROM {table} WHERE feed = ?", name)  # noqa: S608

    def save(self, feed: "Row", table: str = "", rows: "Iterable[Row]" = (), validators: "Iterable[Row] | None" = ()) -> None:
        """Write a source, all of its rows in `table` and its validators, in one transaction.

        With a table, its rows of this source are replaced by `rows`; without, rows and validators stay as they are. None for
        `validators` keeps those that are held.
        """
        name = feed["name"]
        try:
            self.db.conn.execute("BEGIN IMMEDIATE")
            with self.db.conn:
                self.db.table("feed").upsert(feed, pk="name")
                if table:
                    self.db.table(table).delete_where("feed = ?", [name])
                    self.db.table(table).insert_all(rows)
                if table and validators is not None:
                    self.db.table("validator").delete_where("feed = ?", [name])
                    self.db.table("validator").insert_all(validators)
        except sqlite3.Error as error:
            raise OSError(str(error)) from None

    def _rows(self, sql: str, *values: object) -> "list[Row]":
        try:
            return list(self.db.query(sql, values))
        except sqlite3.Error as error:
            raise OSError(str(error)) from None


def _is_whole(path: str) -> bool:
    try:
        db = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            return overlay.is_ours(db) and db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        finally:
            db.close()
    except sqlite3.Error as error:
        # Another run is writing: what is busy is not damaged.
        return "locked" in str(error)


def _open(path: str) -> "Database":
    import sqlite_utils

    db = sqlite_utils.Database(sqlite3.connect(path, timeout=BUSY_SECONDS))
    db.execute("PRAGMA trusted_schema=OFF")
    db.execute(f"PRAGMA application_id={overlay.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={overlay.SCHEMA}")
    _migrations().apply(db)
    return db


def _migrations() -> "Migrations":
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("overlay")

    @migrations()
    def feeds_and_validators(db: "Database") -> None:
        feed = {
            "name": str,
            "label_en": str,
            "label_id": str,
            "lead_days": int,
            "snapshot_id": str,
            "checked_on": str,
            "as_of": str,
        }
        db.table("feed").create(feed, pk="name")
        db.table("validator").create({"url": str, "feed": str, "etag": str, "last_modified": str}, pk="url")

    @migrations()
    def rates(db: "Database") -> None:
        columns = {"currency_code": str, "feed": str, "idr_per_unit": float, "as_of": str}
        db.table("rate").create(columns, pk=("currency_code", "feed"))

    @migrations()
    def advice(db: "Database") -> None:
        columns = {
            "country_code": str,
            "government": str,
            "feed": str,
            "slug": str,
            "listed_at": str,
            "change_en": str,
            "known_at": str,
            "level": int,
            "words_en": str,
            "words_id": str,
            "regional": int,
            "as_of": str,
        }
        db.table("advice").create(columns, pk=("country_code", "government"))

    @migrations()
    def lists(db: "Database") -> None:
        event = {
            "event_id": str,
            "feed": str,
            "kind": str,
            "level": str,
            "name": str,
            "country_codes": str,
            "latitude": float,
            "longitude": float,
            "starts_at": str,
            "ends_at": str,
            "changed_at": str,
            "is_current": int,
            "severity": float,
            "severity_unit": str,
            "severity_text": str,
            "url": str,
            "as_of": str,
        }
        db.table("disaster").create(event, pk="event_id")
        notice = dict.fromkeys(("notice_id", "country_code", "feed", "title", "published_at", "url", "as_of"), str)
        db.table("notice").create({**notice, "level": int}, pk=("notice_id", "country_code"))
        rate = {"date": str, "currency_code": str, "feed": str, "units_per_eur": float}
        db.table("reference_rate").create(rate, pk=("date", "currency_code", "feed"))

    return migrations
