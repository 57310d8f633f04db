"""`sos autosend`: have the system start the waiter after the device was off, and tell what is really in place."""

import os

from safetravel_cli import __version__, errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.sos import hooks, mark, waiter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

NONE_LOST: "dict[str, object]" = {"password": "", "lost": [], "locked": []}
ACTIONS = ("status", "install", "remove")


def answer_autosend(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `sos autosend [status|install|remove]` with the status as it is afterwards.

    `hooks`: one row for each scheduler that answers, the one that `install` uses first: name, installed, active (null
    where it cannot be asked), current (made by this version for this folder), path, detail. `waiter`: running, other
    (of another version) or none. `waiting`: deliveries that are still to leave. `password`: "lost" where the password
    of the mail server is only in the environment, which no scheduler passes on. `lost`: all secrets of channels in use of
    which this is so (smtp.password, telegram.token ...); `locked`: those that only the key ring has, which may be locked
    until somebody logs in.

    Raises:
        UsageError: there is no such action.
        NotFound: no scheduler answers, or it refused; its words are in the values.
    """
    action = str(arguments.get("action") or "status")
    if action not in ACTIONS:
        raise errors.UsageError("autosend.no_such", action=action, taken=", ".join(ACTIONS))
    folder = paths.outbox_dir(env.environ)
    plan = hooks.Plan(folder, env.environ)
    found = hooks.usable(plan)
    removed = False
    try:
        if action == "install":
            if not found:
                raise errors.NotFound("autosend.no_scheduler")
            found[0].install(plan)
        if action == "remove":
            for module in found:
                removed = module.remove(plan) or removed
    except hooks.Failed as error:
        raise errors.NotFound("autosend.refused", reason=str(error)) from None
    rows = [{"name": module.NAME, **module.status(plan)} for module in found]
    data = {
        "action": action,
        "removed": removed,
        "hooks": rows,
        "waiter": _waiter(folder),
        "waiting": _waiting(folder),
        "fault": mark.read(folder, waiter.FAULT),
        **(_secrets(env) if any(row["installed"] for row in rows) else NONE_LOST),
        "android": bool(env.environ.get("TERMUX_VERSION")),
    }
    half = action == "install" and rows[0]["active"] is False
    return Answer({**data, "status": "partial" if half else "success"})


def _waiter(folder: str) -> str:
    version = waiter.running(folder)
    return "none" if not version else "running" if version == __version__ else "other"


def _waiting(folder: str) -> int:
    from safetravel_cli.sos import outbox, queue

    if not os.path.exists(outbox.file(folder)):
        return 0
    return queue.open_count(folder)


def _secrets(env: "Env") -> "dict[str, object]":
    """Return what is not there for whoever sends after a restart, as far as it can be told without opening anything."""
    from safetravel_cli.sos import channels, overview, people, secret

    now = people.settings(env)
    later = now.after_restart()
    lost, locked = [], []
    for channel in channels.names(now):
        name = overview.SECRETS.get(channel, "")
        if not name or (channel == "smtp" and (now.get("smtp.token_command") or not now.get("smtp.user"))):
            continue
        where = secret.home(later, name)
        if secret.home(now, name) == "environment" and where in ("", "keyring"):
            lost.append(name)
        elif where == "keyring":
            locked.append(name)
    return {"password": "lost" if "smtp.password" in lost else "", "lost": lost, "locked": locked}
