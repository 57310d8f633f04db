"""A timer of the person's own systemd (`systemctl --user`): half a minute after the start of the machine, then each minute.

systemd itself looks whether the mark lies there, so that no Python is started where nothing waits. Without lingering the
person's systemd starts at log-in; `loginctl enable-linger` needs no root by the default of polkit.
"""

import os

from safetravel_cli.sos import hooks

NAME = "systemd"
TIMER, SERVICE = hooks.NAME + ".timer", hooks.NAME + ".service"


def usable(plan: hooks.Plan) -> bool:
    """Tell whether the person's own systemd answers: its program is also there where nothing runs it (containers, WSL)."""
    return plan.has("systemctl") and plan.ask("systemctl", "--user", "show-environment")[0] == 0


def _path(plan: hooks.Plan, name: str) -> str:
    config = plan.environ.get("XDG_CONFIG_HOME", "")
    return os.path.join(config if config.startswith("/") else plan.home(".config"), "systemd", "user", name)


def _word(text: str) -> str:
    """Return a word as unit files quote it: specifiers (%) and variables ($) mean themselves."""
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("\n", "\\n")):
        text = text.replace(char, escape)
    return f'"{text}"'


def units(plan: hooks.Plan) -> "dict[str, str]":
    """Return the text of the unit files by name."""
    variables = [f"Environment={_word(f'{name}={value}')}" for name, value in plan.variables.items()]
    service = [
        "[Unit]",
        "Description=Send the alerts of safetravel that still wait",
        "ConditionPathExists=" + plan.mark.replace("%", "%%"),
        "",
        "[Service]",
        "Type=oneshot",
        *variables,
        "ExecStart=" + " ".join(_word(word).replace("$", "$$") for word in plan.command),
    ]
    timer = [
        "[Unit]",
        "Description=Look for alerts of safetravel that still wait",
        "",
        "[Timer]",
        "OnBootSec=30s",
        "OnUnitInactiveSec=60s",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return {SERVICE: "\n".join(service) + "\n", TIMER: "\n".join(timer) + "\n"}


def install(plan: hooks.Plan) -> None:
    """Write both units, start the timer, and ask that it runs before anybody logs in."""
    for name, text in units(plan).items():
        hooks.write(_path(plan, name), text, 0o644)
    plan.must("systemctl", "--user", "daemon-reload")
    plan.must("systemctl", "--user", "enable", TIMER)
    plan.must("systemctl", "--user", "restart", TIMER)
    # Without lingering the timer still runs from log-in on; the status says which it is.
    plan.ask("loginctl", "enable-linger")


def status(plan: hooks.Plan) -> "dict[str, object]":
    """Ask systemd about the timer: enabled, running, and from the files that this version would write."""
    code, said = plan.ask("systemctl", "--user", "show", TIMER, "--property=ActiveState,UnitFileState,NeedDaemonReload")
    facts = dict(line.split("=", 1) for line in said.splitlines() if "=" in line) if not code else {}
    lies = [hooks.read(_path(plan, name)) for name in units(plan)]
    installed = any(lies)
    active = facts.get("ActiveState") == "active" and facts.get("UnitFileState") == "enabled"
    current = lies == list(units(plan).values()) and facts.get("NeedDaemonReload") == "no"
    return hooks.report(installed, active, installed and current, _path(plan, TIMER), lingers=_lingers(plan))


def _lingers(plan: hooks.Plan) -> bool:
    # Without a name it would tell of the session; the number is a name here.
    return plan.ask("loginctl", "show-user", str(os.getuid()), "--property=Linger", "--value")[1].strip() == "yes"


def remove(plan: hooks.Plan) -> bool:
    """Stop the timer and remove both units; lingering stays, for others may rely on it."""
    there = any(os.path.lexists(_path(plan, name)) for name in (TIMER, SERVICE))
    if there:
        plan.ask("systemctl", "--user", "disable", "--now", TIMER)
        hooks.unlink(_path(plan, TIMER), _path(plan, SERVICE))
        plan.ask("systemctl", "--user", "daemon-reload")
    return there
