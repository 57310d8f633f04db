"""A LaunchAgent (macOS): at log-in, then every five minutes."""

import os

from safetravel_cli.sos import hooks

NAME = "launchd"
LABEL = "safetravel.sos"


def usable(plan: hooks.Plan) -> bool:
    """Tell whether this is a Mac with its launchctl."""
    return plan.platform == "darwin" and plan.has("launchctl")


def _path(plan: hooks.Plan) -> str:
    return plan.home("Library", "LaunchAgents", LABEL + ".plist")


def _domain() -> str:
    return f"gui/{os.getuid()}"


def agent(plan: hooks.Plan) -> str:
    """Return the property list of the agent."""
    import plistlib

    facts = {
        "Label": LABEL,
        "ProgramArguments": plan.command,
        "EnvironmentVariables": plan.variables,
        "RunAtLoad": True,
        "StartInterval": 300,
        "ProcessType": "Background",
    }
    return plistlib.dumps(facts).decode()


def install(plan: hooks.Plan) -> None:
    """Write the agent and load it, in place of an earlier one."""
    hooks.write(_path(plan), agent(plan), 0o644)
    plan.ask("launchctl", "bootout", f"{_domain()}/{LABEL}")
    plan.must("launchctl", "bootstrap", _domain(), _path(plan))


def status(plan: hooks.Plan) -> "dict[str, object]":
    """Ask launchd whether it knows the agent."""
    lies = hooks.read(_path(plan))
    active = plan.ask("launchctl", "print", f"{_domain()}/{LABEL}")[0] == 0
    return hooks.report(bool(lies), active, lies == agent(plan), _path(plan))


def remove(plan: hooks.Plan) -> bool:
    """Unload the agent and remove its file."""
    plan.ask("launchctl", "bootout", f"{_domain()}/{LABEL}")
    return hooks.unlink(_path(plan))
