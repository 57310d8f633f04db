"""One small database for settings and the saved place: written by slow commands, read by all with one query."""

import os
import sqlite3

from safetravel_cli import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def read(env: "Env") -> "dict[str, str]":
    """Return all that is stored, by name; empty where there is nothing.

    A damaged file gives only `damaged`, its path: no setting is worth an unanswered question.
    """
    if env.state is None:
        env.state = _read(paths.state_file(env.environ))
    return env.state


def _read(path: str) -> "dict[str, str]":
    if not os.path.isfile(path):
        return {}
    try:
        db = sqlite3.connect(f"file:{path.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?mode=ro", uri=True)
        try:
            return {str(name): str(value) for name, value in db.execute("SELECT name, value FROM state")}
        finally:
            db.close()
    except sqlite3.Error:
        return {"damaged": path}


def write(env: "Env", changes: "dict[str, str | None]") -> None:
    """Set the named values; None removes one. A damaged file is set aside as `.bad` first.

    Raises:
        OSError: the folder cannot be written.
    """
    path = paths.state_file(env.environ)
    env.state = None
    os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
    if "damaged" in _read(path):
        os.replace(path, path + ".bad")
    try:
        db = sqlite3.connect(path, isolation_level=None)
        try:
            db.execute("BEGIN IMMEDIATE")
            db.execute("CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
            for name, value in changes.items():
                if value is None:
                    db.execute("DELETE FROM state WHERE name = ?", (name,))
                else:
                    db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))
            db.execute("COMMIT")
        finally:
            db.close()
        os.chmod(path, 0o600)
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def saved_place(env: "Env") -> "dict[str, object] | None":
    """Return the place saved by `here`: text, latitude, longitude, country_code, saved_at (seconds UTC); None if none."""
    state = read(env)
    if not state.get("place.country_code"):
        return None

    def number(name: str) -> "float | None":
        try:
            return float(state[name])
        except (KeyError, ValueError):
            return None

    return {
        "text": state.get("place.text", ""),
        "latitude": number("place.latitude"),
        "longitude": number("place.longitude"),
        "precision": state.get("place.precision", ""),
        "country_code": state["place.country_code"],
        "saved_at": number("place.saved_at") or 0.0,
    }
