"""A scheduled task (Windows), every five minutes: a task at log-on would need an administrator."""

import os

from safetravel_cli.sos import hooks

NAME = "schtasks"


def usable(plan: hooks.Plan) -> bool:
    """Tell whether this is Windows with its schtasks."""
    return plan.platform == "win32" and plan.has("schtasks")


def _path(plan: hooks.Plan) -> str:
    return os.path.join(os.path.dirname(plan.folder), hooks.NAME + ".py")


def program(plan: hooks.Plan) -> str:
    """Return the small program that the task runs: the command of a task holds 261 characters, a waiter needs more."""
    at = plan.command.index("-c")
    start, given = plan.command[at + 1], plan.command[at + 2 :]
    return (
        "import os, sys\n"
        f"if os.path.exists({plan.mark!r}):\n"
        f"    os.environ.update({plan.variables!r})\n"
        f"    sys.argv[1:] = {given!r}\n"
        f"    {start}\n"
    )


def _python(plan: hooks.Plan) -> str:
    # The one without a window, where it is there.
    quiet = os.path.join(os.path.dirname(plan.command[0]), "pythonw.exe")
    return quiet if os.path.exists(quiet) else plan.command[0]


def install(plan: hooks.Plan) -> None:
    """Write the program and create the task, in place of an earlier one."""
    hooks.write(_path(plan), program(plan))
    task = f'"{_python(plan)}" "{_path(plan)}"'
    plan.must("schtasks", "/Create", "/F", "/TN", hooks.NAME, "/SC", "MINUTE", "/MO", "5", "/TR", task)


def status(plan: hooks.Plan) -> "dict[str, object]":
    """Ask for the task; one that was switched off is listed, and not active."""
    code, said = plan.ask("schtasks", "/Query", "/TN", hooks.NAME, "/XML")
    lies = hooks.read(_path(plan))
    active = not code and "<Enabled>false</Enabled>" not in said
    return hooks.report(not code or bool(lies), active, lies == program(plan) and _path(plan) in said, _path(plan))


def remove(plan: hooks.Plan) -> bool:
    """Delete the task and its program."""
    there = plan.ask("schtasks", "/Delete", "/F", "/TN", hooks.NAME)[0] == 0
    return hooks.unlink(_path(plan)) or there
