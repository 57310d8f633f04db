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

# What can be said of an alert for which no delivery was ever planned.
WAITING = "stored"


def answer_list(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return alerts[] (code, created_utc, message, country, position, photos, state), newest first, and set_aside[].

    Raises:
        IntegrityError: the outbox cannot be read.
    """
    folder = paths.outbox_dir(env.environ)
    rows = _rows(folder, "SELECT * FROM alert ORDER BY seq DESC")
    alerts = []
    for row in rows:
        facts = _facts(row)
        parts = _rows(folder, "SELECT kind FROM part WHERE alert = ?", row["id"])
        alerts.append(
            {
                "code": row["code"],
                "created_utc": row["created_utc"],
                "message": facts.get("message", ""),
                "country": facts.get("country", ""),
                "position": facts.get("position"),
                "photos": sum(part["kind"] == "photo" for part in parts),
                "state": _state(folder, row["id"]),
            }
        )
    return Answer({"alerts": alerts, "set_aside": _set_aside(folder)})


def answer_show(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return alert, facts, text, sms, parts[] (each compared with its bytes), deliveries[], folder of the alert with this code.

    Raises:
        NotFound: no alert has this code; the choices are those there are.
        IntegrityError: the outbox cannot be read.
    """
    folder = paths.outbox_dir(env.environ)
    asked = code.read(str(arguments.get("code") or ""))
    row = next(iter(_rows(folder, "SELECT * FROM alert WHERE code = ?", asked)), None)
    if not row:
        known = [one["code"] for one in _rows(folder, "SELECT code FROM alert ORDER BY seq DESC LIMIT 5")]
        raise errors.NotFound("sos.no_such_code" if known else "sos.no_alerts", choices=known, code=asked)
    facts = _facts(row)
    place = os.path.join(folder, str(row["code"]))
    return Answer(
        {
            "alert": {name: row[name] for name in ("code", "id", "created_utc", "cap_status")} | {"stored": True, "state": _state(folder, row["id"])},
            "text": facts.pop("text", ""),
            "sms": facts.pop("sms", ""),
            "facts": facts,
            "parts": [_part(folder, part) for part in _rows(folder, "SELECT * FROM part WHERE alert = ? ORDER BY prio, rowid", row["id"])]
            if False
            else [_part(folder, part) for part in _rows(folder, "SELECT * FROM part WHERE alert = ? ORDER BY prio, name", row["id"])],
            "deliveries": _rows(folder, "SELECT * FROM delivery WHERE alert = ? ORDER BY rcpt, part", row["id"]),
            "folder": place if os.path.isdir(place) else None,
        }
    )


def _part(folder: str, row: "dict[str, Any]") -> "dict[str, object]":
    from safetravel_cli.sos import media

    part: dict[str, object] = {name: row[name] for name in ("kind", "sha256", "bytes", "mime", "name")}
    part["path"] = os.path.join(folder, row["path"]) if row["path"] else None
    part["state"] = media.state_of(folder, row) if row["path"] else "whole"
    return part


def _facts(row: "dict[str, Any]") -> "dict[str, Any]":
    import json

    try:
        facts = json.loads(row["body"])
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _state(folder: str, alert: object) -> str:
    """Return the best that can be truly said: acknowledged, accepted, sending ... or only stored."""
    states = {row["state"] for row in _rows(folder, "SELECT state FROM delivery WHERE alert = ?", alert)}
    order = ("acknowledged", "accepted", "sending", "queued", "needs_you", "refused", "cancelled")
    return next((state for state in order if state in states), WAITING)


def _set_aside(folder: str) -> "list[str]":
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".bad"))
    except OSError:
        return []


def _rows(folder: str, sql: str, *values: object) -> "list[dict[str, Any]]":
    """Return the rows of a query; none where there is no outbox yet.

    Opened for writing where that is possible, because only so SQLite can undo what a killed run left half done.
    """
    path = outbox.file(folder)
    if not os.path.lexists(path):
        return []
    uri = "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    failure: sqlite3.Error | None = None
    for mode in ("mode=rw", "mode=ro", "mode=ro&immutable=1"):
        try:
            db = sqlite3.connect(f"{uri}?{mode}", uri=True, timeout=outbox.BUSY_SECONDS)
            try:
                db.execute("PRAGMA trusted_schema=OFF")
                cursor = db.execute(sql, values)
                names = [column[0] for column in cursor.description]
                return [dict(zip(names, row, strict=True)) for row in cursor]
            finally:
                db.close()
        except sqlite3.Error as error:
            failure = error
            if outbox.unusable(error):
                break
    raise errors.IntegrityError("sos.outbox_damaged", path=path, reason=getattr(failure, "sqlite_errorname", "") or "?")
