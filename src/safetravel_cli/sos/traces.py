"""`purge`: take every trace of the person off this device, as far as this program has left any.

Only files that this program makes are named and removed; anything else in the folder stays, and is told. The hook that
starts the waiter is taken away first, so that nothing comes back.
"""

import os

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env

FILES = ("state.sqlite", "overlay.sqlite", "history.sqlite", "smtp.password", "telegram.token", "ntfy.token", "webhook.key")
ENDINGS = ("", "-journal", "-wal", "-shm", ".bad", ".bad-journal", ".lock")
FOLDERS = ("outbox", "places", "location")
REPORTS = ("safetravel-report-", ".tmp-")
YES = ("yes", "y", "ya")


def answer(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Remove everything, in stages: ask (on a terminal), done.

    Data: stage, folder, files (how many are there), removed, bytes, left[] (names that are not ours, or would not go),
    hooks (how many were taken away), keyring (how many entries of the key ring went), done.

    Raises:
        UsageError: there is nobody to ask, and no --yes.
    """
    folder = os.path.abspath(paths.data_dir(env.environ))
    there = list(_ours(folder))
    data: dict[str, Any] = {
        "folder": folder,
        "files": len(there),
        "removed": 0,
        "bytes": 0,
        "left": [],
        "hooks": 0,
        "keyring": 0,
        "done": False,
    }
    if not arguments.get("yes"):
        if not env.interactive() or env.view == "json":
            raise errors.UsageError("purge.needs_yes")
        yield Answer({"stage": "ask", **data})
        if env.stdin.readline().strip().casefold() not in YES:
            yield Answer({"stage": "done", **data})
            return
    data["hooks"] = _unhook(env)
    data["keyring"] = _forget(env)
    env.state = None
    # Files first, then the folders from the inside out.
    for path in there:
        _remove(path, data)
    for name in FOLDERS:
        for inner, _, _ in sorted(os.walk(os.path.join(folder, name)), reverse=True):
            _remove_folder(inner)
    _remove_folder(folder)
    data["left"] = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    data["done"] = True
    yield Answer({"stage": "done", **data, "status": "partial" if data["left"] else "success"})


def _ours(folder: str) -> "Iterator[str]":
    """Yield the paths of the files that this program has made; a link is named, never followed."""
    for name in FILES:
        for ending in ENDINGS:
            if os.path.lexists(os.path.join(folder, name + ending)):
                yield os.path.join(folder, name + ending)
    for name in FOLDERS:
        if os.path.islink(os.path.join(folder, name)):
            yield os.path.join(folder, name)
            continue
        for inner, _, names in os.walk(os.path.join(folder, name)):
            yield from (os.path.join(inner, one) for one in names)
    try:
        yield from (os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.startswith(REPORTS))
    except OSError:
        return


def _unhook(env: "Env") -> int:
    """Take away what starts the waiter; a scheduler that refuses must not keep the rest here."""
    from safetravel_cli.sos import hooks, waiter

    folder = paths.outbox_dir(env.environ)
    gone = 0
    try:
        plan = hooks.Plan(folder, env.environ)
        for module in hooks.usable(plan):
            try:
                gone += bool(module.remove(plan))
            except hooks.Failed:
                continue
    except Exception:
        pass
    # A waiter that is at work ends when it finds its queue gone.
    waiter.wake(folder)
    return gone


def _forget(env: "Env") -> int:
    """Take what stands in the key ring under the name of this program, where it was in use."""
    from safetravel_cli.sos import secret
    from safetravel_cli.store import state

    return secret.forget_keyring() if state.read(env).get("setting.keyring") == "yes" else 0


def _remove(path: str, data: "dict[str, Any]") -> None:
    try:
        size = os.lstat(path).st_size
        os.unlink(path)
    except OSError:
        return
    data["removed"] += 1
    data["bytes"] += size


def _remove_folder(path: str) -> None:
    try:
        os.rmdir(path)
    except OSError:
        pass
