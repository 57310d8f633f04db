"""`sos list` and `sos show`: what lies in the outbox. Reading never changes it."""

import os
import sqlite3

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.sos import code, outbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

# The best that can be truly said of an alert, in this order; with no delivery planned it is only stored.
STATES = ("acknowledged", "accepted", "sending", "queued", "needs_you", "refused", "cancelled")
STORED = "stored"

_LIST = """SELECT *, (SELECT count(*) FROM part WHERE part.alert = alert.id AND kind = 'photo') AS photos,
    (SELECT group_concat(state, ' ') FROM delivery WHERE delivery.alert = alert.id) AS states FROM alert"""


class Reader:
    """Answer queries with rows as dicts; an outbox that is not there yet is empty. A context manager that closes it."""

    __slots__ = ("db", "path")

    def __init__(self, folder: str) -> None:
        """Open the outbox for reading.

        Raises:
            IntegrityError: it cannot be read.
        """
        self.path = outbox.file(folder)
        self.db: sqlite3.Connection | None = None
        if not os.path.lexists(self.path):
            return
        uri = "file:" + self.path.replace("\\", "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        failure: sqlite3.Error | None = None
        # For writing where that is possible: only so SQLite can undo what a killed run left half done.
        for mode in ("mode=rw", "mode=ro", "mode=ro&immutable=1"):
            try:
                self.db = sqlite3.connect(f"{uri}?{mode}", uri=True, timeout=outbox.BUSY_SECONDS, isolation_level=None)
                self.db.execute("PRAGMA trusted_schema=OFF")
                # A run that was killed before it made the tables leaves an empty file.
                if not self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    self.close()
                return
            except sqlite3.Error as error:
                self.close()
                failure = error
        raise self._damaged(failure)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self.db:
            self.db.close()
        self.db = None

    def _damaged(self, error: "sqlite3.Error | None") -> errors.IntegrityError:
        return errors.IntegrityError(
            "sos.outbox_damaged", path=self.path, reason=getattr(error, "sqlite_errorname", "") or "SQLITE_ERROR"
        )

    def rows(self, sql: str, *values: object) -> "list[dict[str, Any]]":
        """Return the rows of a query.

        Raises:
            IntegrityError: the file is damaged or not an outbox.
        """
        if not self.db:
            return []
        try:
            cursor = self.db.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except sqlite3.Error as error:
            raise self._damaged(error) from None


def answer_list(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return alerts[] (code, created_utc, message, country, position, photos, state), newest first, and set_aside[].

    Raises:
        IntegrityError: the outbox cannot be read.
    """
    folder = paths.outbox_dir(env.environ)
    alerts = []
    with Reader(folder) as reader:
        rows = reader.rows(_LIST + " ORDER BY seq DESC")
    for row in rows:
        facts = _facts(row)
        alert = {name: row[name] for name in ("code", "created_utc", "photos")} | {"state": _state(row)}
        alerts.append({**alert, **{name: facts.get(name) for name in ("message", "country", "position")}})
    return Answer({"alerts": alerts, "set_aside": _set_aside(folder)})


def answer_show(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return alert, facts, text, sms, parts[] (each compared with its bytes), deliveries[], folder of the alert with this code.

    Raises:
        NotFound: no alert has this code; the choices are those there are.
        IntegrityError: the outbox cannot be read.
    """
    folder = paths.outbox_dir(env.environ)
    asked = code.read(str(arguments.get("code") or ""))
    with Reader(folder) as reader:
        row = next(iter(reader.rows(_LIST + " WHERE code = ?", asked)), None)
        if not row:
            known = [one["code"] for one in reader.rows("SELECT code FROM alert ORDER BY seq DESC LIMIT 5")]
            raise errors.NotFound("sos.no_such_code" if known else "sos.no_alerts", choices=known, code=asked)
        parts = reader.rows("SELECT * FROM part WHERE alert = ? ORDER BY prio, rowid", row["id"])
        deliveries = reader.rows("SELECT * FROM delivery WHERE alert = ? ORDER BY rcpt, part", row["id"])
    facts = _facts(row)
    place = os.path.join(folder, str(row["code"]))
    return Answer(
        {
            "alert": {name: row[name] for name in ("code", "id", "created_utc", "cap_status")}
            | {"stored": True, "state": _state(row)},
            "text": _text(facts, str(row["code"]), [part for part in parts if part["kind"] == "photo"]),
            "sms": facts.pop("sms", ""),
            "facts": facts,
            "parts": [_part(folder, part) for part in parts],
            "deliveries": deliveries,
            "folder": place if os.path.isdir(place) else None,
        }
    )


def _part(folder: str, row: "dict[str, Any]") -> "dict[str, object]":
    from safetravel_cli.sos import media

    part: dict[str, object] = {name: row[name] for name in ("kind", "sha256", "bytes", "mime", "name")}
    part["path"] = os.path.join(folder, row["path"]) if row["path"] else None
    part["state"] = media.state_of(folder, row) if row["path"] else "whole"
    return part


def _text(facts: "dict[str, Any]", code: str, photos: "list[dict[str, Any]]") -> str:
    """Return the text with the photos that followed it; as it was stored where that cannot be laid out."""
    from safetravel_cli.sos import message

    stored = str(facts.pop("text", ""))
    if not photos:
        return stored
    try:
        return message.compose(facts, code, photos)
    except Exception:
        return stored


def _facts(row: "dict[str, Any]") -> "dict[str, Any]":
    import json

    try:
        facts = json.loads(row["body"])
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _state(row: "dict[str, Any]") -> str:
    found = str(row["states"] or "").split()
    return next((state for state in STATES if state in found), STORED)


def _set_aside(folder: str) -> "list[str]":
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".bad"))
    except OSError:
        return []
