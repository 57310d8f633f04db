"""Signature of `doctor`."""

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "doctor")
    def doctor(
        wait: int = typer.Option(8, "--wait", metavar=say("cli.seconds"), min=0, help=say("cli.doctor_wait")),
    ) -> None: ...
