"""Two lines in the person's crontab (Linux without systemd, the BSDs): at the start of the machine, and every five minutes."""

import os

from safetravel_cli.sos import hooks

NAME = "cron"
TAG = "# " + hooks.NAME
DAEMONS = ("cron", "crond", "fcron", "bcron-sched", "dcron", "busybox")


def usable(plan: hooks.Plan) -> bool:
    """Tell whether this person may have a crontab."""
    return plan.platform not in ("win32", "darwin") and plan.has("crontab") and _lines(plan) is not None


def _lines(plan: hooks.Plan) -> "list[str] | None":
    """Return the lines of the crontab, none where there is no crontab yet; None where it may not be read."""
    code, said = plan.ask("crontab", "-l")
    if code and "no crontab" not in said.lower():
        return None
    return [] if code else said.splitlines()


def lines(plan: hooks.Plan) -> "list[str]":
    """Return the lines of this program. In a crontab an unescaped % ends the command."""
    command = hooks.script(plan).replace("%", "\\%")
    return [f"{when} {command} >/dev/null 2>&1 {TAG}" for when in ("@reboot", "*/5 * * * *")]


def install(plan: hooks.Plan) -> None:
    """Add the lines, in place of those of an earlier version; the others are kept as they are."""
    if "\n" in "".join(plan.command):
        raise hooks.Failed(plan.folder)
    _put(plan, [*_others(plan), *lines(plan)])


def _others(plan: hooks.Plan) -> "list[str]":
    held = _lines(plan)
    if held is None:
        raise hooks.Failed("crontab -l")
    return [line for line in held if not line.endswith(TAG)]


def _put(plan: hooks.Plan, held: "list[str]") -> None:
    if held:
        plan.must("crontab", "-", give="".join(line + "\n" for line in held))
    else:
        plan.must("crontab", "-r")


def status(plan: hooks.Plan) -> "dict[str, object]":
    """Ask for the crontab, and whether a cron runs that reads it."""
    ours = [line for line in _lines(plan) or [] if line.endswith(TAG)]
    runs = _runs()
    active = bool(ours) and runs if runs is not None else None
    return hooks.report(bool(ours), active, ours == lines(plan), "crontab", daemon=runs)


def _runs() -> "bool | None":
    """Tell whether a cron runs; None where the system does not say."""
    try:
        processes = [name for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return None
    if not processes:
        return None
    return any(hooks.read(f"/proc/{process}/comm").strip() in DAEMONS for process in processes)


def remove(plan: hooks.Plan) -> bool:
    """Take our lines out of the crontab."""
    held = _lines(plan) or []
    there = any(line.endswith(TAG) for line in held)
    if there:
        _put(plan, _others(plan))
    return there
