"""Clearing away: alerts that are over, with their rows, files and folder. Rows go first: a file without a row is only litter."""

import os

from safetravel_cli.sos import durable, family, outbox, shorter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.outbox import Outbox

# Alerts with the count of their deliveries, and of those that are not over.
_ALERTS = (
    "SELECT id, code, (SELECT count(*) FROM delivery WHERE alert = alert.id) AS planned,"
    " (SELECT count(*) FROM delivery WHERE alert = alert.id AND state IN ('queued', 'sending', 'needs_you')) AS open"
    " FROM alert WHERE (:alert IS NULL AND created_utc < :before) OR id = :alert ORDER BY seq"
)


def purge(folder: str, before: float, *, alert: "str | None", media_only: bool, unsent: bool) -> "dict[str, Any]":
    """Do what queue.purge says.

    Raises:
        sqlite3.Error, OSError: the outbox cannot be read or written. A file that cannot be removed is left.
    """
    from safetravel_cli.sos import queue

    done: dict[str, Any] = {"alerts": [], "kept": [], "files": 0, "bytes": 0}
    if not os.path.lexists(outbox.file(folder)):
        return done
    wanted = {"alert": alert, "before": queue.stamp(before)}

    def work(box: "Outbox") -> "set[str]":
        # What is removed is overwritten: it told where somebody was, and to whom it mattered.
        box.db.execute("PRAGMA secure_delete=ON")
        return box.transaction(lambda: _rows(box, wanted, done, media_only, unsent))

    paths = outbox.use(folder, work, may_set_aside=False)[0]
    for path in sorted(paths):
        for made in _with_copies(os.path.join(folder, path)):
            _unlink(made, done)
    for code in done["alerts"]:
        _remove_folder(os.path.join(folder, code), done)
    if paths:
        durable.sync_folder(os.path.dirname(os.path.join(folder, min(paths))))
    return done


def _rows(box: "Outbox", wanted: "dict[str, Any]", done: "dict[str, Any]", media_only: bool, unsent: bool) -> "set[str]":
    """Remove the rows; return the paths that no row names any more."""
    paths: set[str] = set()
    for alert, code, planned, waiting in box.db.execute(_ALERTS, wanted).fetchall():
        if not unsent and (waiting or not planned):
            done["kept"].append(code)
            continue
        done["alerts"].append(code)
        held = box.db.execute("SELECT path FROM part WHERE alert = ? AND path IS NOT NULL", (alert,))
        paths |= {row[0] for row in held.fetchall()}
        if media_only:
            box.db.execute("UPDATE part SET path = NULL WHERE alert = ?", (alert,))
            continue
        box.db.execute("DELETE FROM attempt WHERE alert = ?", (alert,))
        box.db.execute("UPDATE alert SET supersedes = NULL WHERE supersedes = ?", (alert,))
        box.db.execute("DELETE FROM alert WHERE id = ?", (alert,))
    # The same photo may belong to an alert that stays.
    return {path for path in paths if not box.db.execute("SELECT 1 FROM part WHERE path = ?", (path,)).fetchone()}


def _unlink(path: str, done: "dict[str, Any]") -> None:
    try:
        size = os.lstat(path).st_size
        os.unlink(path)
    except OSError:
        return
    done["files"] += 1
    done["bytes"] += size


def _remove_folder(path: str, done: "dict[str, Any]") -> None:
    """Remove the folder that was made for sending by hand, with its files; anything else in it stays."""
    try:
        names = os.listdir(path)
    except OSError:
        return
    for name in names:
        _unlink(os.path.join(path, name), done)
    try:
        os.rmdir(path)
    except OSError:
        pass


def _with_copies(path: str) -> "list[str]":
    """Return the path of a file and of all that may have been made of it."""
    copies = [path, family.twin(path)]
    return copies + [shorter.twin(one, kind) for one in copies for kind in shorter.FORMS]
