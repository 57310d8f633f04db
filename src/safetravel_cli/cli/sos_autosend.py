"""Signature of `sos autosend`, registered by `cli/sos.py`."""

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the group of `sos`."""
    say = Say(env.language)

    @command(app, env, "sos autosend")
    def autosend(
        action: str = typer.Argument(None, metavar="[status|install|remove]", help=say("cli.sos_autosend_action")),
    ) -> None: ...
