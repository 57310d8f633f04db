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

    def __init__(self, path: str) -> None:
        """Open a snapshot file.

        Raises:
            SnapshotError: missing, truncated, not ours, of another schema.
        """
        self.path = path
        if not os.path.isfile(path):
            raise errors.SnapshotError("errors.snapshot_missing", path=path)
        try:
            self.db = sqlite3.connect(f"file:{_uri(path)}?mode=ro&immutable=1", uri=True)
            self.db.execute("PRAGMA trusted_schema=OFF")
            found = self.db.execute("PRAGMA application_id").fetchone()[0]
            schema = self.db.execute("PRAGMA user_version").fetchone()[0]
            pages = self.db.execute("PRAGMA page_count").fetchone()[0] * self.db.execute("PRAGMA page_size").fetchone()[0]
        except sqlite3.Error:
            raise errors.SnapshotError("errors.snapshot_damaged", path=path) from None
        if found != APPLICATION_ID:
            raise errors.SnapshotError("errors.snapshot_foreign", path=path)
        if schema != SCHEMA:
            key = "errors.snapshot_too_new" if schema > SCHEMA else "errors.snapshot_old"
            raise errors.SnapshotError(key, found=schema, known=SCHEMA)
        if os.path.getsize(path) < pages:
            raise errors.SnapshotError("errors.snapshot_damaged", path=path)

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
