"""`sos list` and `sos show`: what lies in the outbox, and what became of it. Reading never changes it."""

import os
import sqlite3

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.sos import code, deliveries, outbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

_LIST = """SELECT *, (SELECT count(*) FROM part WHERE part.alert = alert.id AND kind IN ('photo', 'video', 'audio')) AS photos,
    (SELECT group_concat(state, ' ') FROM delivery JOIN part ON part.id = delivery.part
        WHERE delivery.alert = alert.id AND part.kind = 'text') AS states FROM alert"""
_DELIVERIES = """SELECT delivery.*, part.kind AS part_kind, alert.code AS code FROM delivery JOIN part ON part.id = delivery.part
    JOIN alert ON alert.id = delivery.alert WHERE delivery.alert = ? ORDER BY part.prio, part.rowid, delivery.rowid"""


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
    """Return alerts[], newest first, and set_aside[].

    Each alert: code, created_utc, message, country, position, photos (files kept), state (the best that can be said of its
    text), closed ("", cancelled, safe), drill.

    Raises:
        IntegrityError: the outbox cannot be read.
    """
    folder = paths.outbox_dir(env.environ)
    alerts = []
    with Reader(folder) as reader:
        rows = reader.rows(_LIST + " ORDER BY seq DESC")
        answered = {row["alert"] for row in answers(reader)}
    for row in rows:
        facts = facts_of(row)
        alert = {name: row[name] for name in ("code", "created_utc", "photos")} | _standing(row, answered)
        alerts.append({**alert, **{name: facts.get(name) for name in ("message", "country", "position")}})
    return Answer({"alerts": alerts, "set_aside": set_aside(folder)})


def answer_show(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return alert, facts, text, sms, parts[] (each compared with its bytes), deliveries[], answers[], folder of one alert.

    Raises:
        NotFound: no alert has this code; the choices are those there are.
        IntegrityError: the outbox cannot be read.
    """
    folder = paths.outbox_dir(env.environ)
    with Reader(folder) as reader:
        row = _find(reader, arguments.get("code"))
        parts = reader.rows("SELECT * FROM part WHERE alert = ? ORDER BY prio, rowid", row["id"])
        held = deliveries.rows(map(_delivery, reader.rows(_DELIVERIES, row["id"])), env.now())
        answered = [one for one in answers(reader) if one["alert"] == row["id"]]
    facts = facts_of(row)
    place = os.path.join(folder, str(row["code"]))
    return Answer(
        {
            "alert": {name: row[name] for name in ("code", "id", "created_utc", "cap_status")}
            | {"stored": True, **_standing(row, {one["alert"] for one in answered})},
            "text": text_of(facts, str(row["code"]), [part for part in parts if part["path"]]),
            "sms": facts.pop("sms", ""),
            "facts": facts,
            "parts": [_part(folder, part) for part in parts],
            "deliveries": held,
            "answers": [{name: one[name] for name in ("at_utc", "who", "text")} for one in answered],
            "folder": place if os.path.isdir(place) else None,
        }
    )


def find(folder: str, asked: object) -> "dict[str, Any]":
    """Return the row of the alert with this code.

    Raises:
        NotFound: no alert has it; the choices are those there are.
        IntegrityError: the outbox cannot be read.
    """
    with Reader(folder) as reader:
        return _find(reader, asked)


def _find(reader: Reader, asked: object) -> "dict[str, Any]":
    wanted = code.read(str(asked or ""))
    row = next(iter(reader.rows(_LIST + " WHERE code = ?", wanted)), None)
    if not row:
        known = [one["code"] for one in reader.rows("SELECT code FROM alert ORDER BY seq DESC LIMIT 5")]
        raise errors.NotFound("sos.no_such_code" if known else "sos.no_alerts", choices=known, code=wanted)
    return row


def answers(reader: Reader) -> "list[dict[str, Any]]":
    """Return the answers of persons that were noted; none in an outbox of an older form."""
    if not reader.rows("SELECT 1 FROM sqlite_master WHERE name = 'acknowledgement'"):
        return []
    return reader.rows("SELECT alert, at_utc, who, text FROM acknowledgement ORDER BY seq")


def _delivery(row: "dict[str, Any]") -> "dict[str, Any]":
    """Give a row of the table the form of sos.queue.status."""
    waits = row["state"] in deliveries.OPEN or row.get("again")
    return {**row, "role": row.get("kind", "own"), "kind": row["part_kind"], "next_at": row["next_at"] if waits else None}


def _standing(row: "dict[str, Any]", answered: "set[Any]") -> "dict[str, object]":
    state = "acknowledged" if row["id"] in answered else deliveries.best(str(row["states"] or "").split())
    return {"state": state, "closed": row.get("closed") or "", "drill": row["cap_status"] == "Exercise"}


def _part(folder: str, row: "dict[str, Any]") -> "dict[str, object]":
    from safetravel_cli.sos import media

    part: dict[str, object] = {name: row[name] for name in ("kind", "sha256", "bytes", "mime", "name")}
    part["path"] = os.path.join(folder, row["path"]) if row["path"] else None
    part["state"] = media.state_of(folder, row) if row["path"] else "whole"
    # The words of what followed the first text, which has its own place.
    part["text"] = row.get("text") or "" if row["kind"] != "text" else ""
    return part


def text_of(facts: "dict[str, Any]", code: str, photos: "list[dict[str, Any]]") -> str:
    """Return the text with the files that followed it; as it was stored where that cannot be laid out."""
    from safetravel_cli.sos import message

    stored = str(facts.pop("text", ""))
    if not photos:
        return stored
    try:
        return message.compose(facts, code, photos)
    except Exception:
        return stored


def facts_of(row: "dict[str, Any]") -> "dict[str, Any]":
    """Return the body of an alert as it was stored; empty where it cannot be read."""
    import json

    try:
        facts = json.loads(row["body"])
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def set_aside(folder: str) -> "list[str]":
    """Return the paths of damaged files that were set aside."""
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".bad"))
    except OSError:
        return []
