"""The bundled facts, opened read-only."""

import os
import sqlite3

from safetravel_cli import errors, paths
from safetravel_cli.store.schema import APPLICATION_ID, SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.env import Env


class Snapshot:
    """Answer queries with rows as dicts. Nothing is ever written: the file is opened `mode=ro&immutable=1`."""

    def __init__(self, path: str, schema: int = SCHEMA) -> None:
        """Open a snapshot file, or with another `schema` a pack of places.

        Raises:
            SnapshotError: missing, truncated, not ours, of another schema.
        """
        self.path = path
        if not os.path.isfile(path):
            raise errors.SnapshotError("errors.snapshot_missing", path=path)
        _check_header(path, schema)
        try:
            self.db = sqlite3.connect(f"file:{_uri(path)}?mode=ro&immutable=1", uri=True)
            self.db.execute("PRAGMA trusted_schema=OFF")
        except sqlite3.Error:
            raise errors.SnapshotError("errors.snapshot_damaged", path=path) from None

    def rows(self, sql: str, *values: object) -> "list[dict[str, object]]":
        """Return all rows of a query."""
        try:
            cursor = self.db.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except sqlite3.DatabaseError as error:
            if isinstance(error, (sqlite3.OperationalError, sqlite3.ProgrammingError)) and "disk image" not in str(error):
                raise
            raise errors.SnapshotError("errors.snapshot_damaged", path=self.path) from None

    def row(self, sql: str, *values: object) -> "dict[str, object] | None":
        """Return the first row of a query, or None."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def values(self, sql: str, *values: object) -> "Iterator[object]":
        """Yield the first column of a query."""
        for row in self.rows(sql, *values):
            yield next(iter(row.values()))

    def meta(self, key: str) -> str:
        """Return an entry of the meta table, or ''."""
        row = self.row("SELECT value FROM meta WHERE key = ?", key)
        return str(row["value"]) if row else ""


def _check_header(path: str, schema: int) -> None:
    """Refuse a file that is not ours, or is cut off, by its first hundred bytes (https://www.sqlite.org/fileformat.html, 1.3)."""
    try:
        with open(path, "rb", buffering=0) as file:
            head = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except OSError:
        raise errors.SnapshotError("errors.snapshot_damaged", path=path) from None
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise errors.SnapshotError("errors.snapshot_damaged", path=path)
    page = int.from_bytes(head[16:18], "big")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise errors.SnapshotError("errors.snapshot_foreign", path=path)
    found = int.from_bytes(head[60:64], "big")
    if found != schema:
        raise errors.SnapshotError(
            "errors.snapshot_too_new" if found > schema else "errors.snapshot_old", found=found, known=schema
        )
    if size < page * int.from_bytes(head[28:32], "big"):
        raise errors.SnapshotError("errors.snapshot_damaged", path=path)


def _uri(path: str) -> str:
    return os.path.abspath(path).replace("\\", "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def open_snapshot(env: "Env") -> Snapshot:
    """Open the snapshot of this installation, or the file that SAFETRAVEL_SNAPSHOT names."""
    path = paths.snapshot_file(env.environ)
    # Only a checkout that was built in place has this list; a wheel has nothing to compare with.
    if path == paths.SNAPSHOT and os.path.exists(os.path.join(os.path.dirname(path), "checkout.txt")):
        from safetravel_cli.store import checkout

        checkout.check()
    return Snapshot(path)
