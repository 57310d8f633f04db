"""Signature of `where`."""

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "where")
    def where(
        wait: int = typer.Option(8, "--wait", metavar=say("cli.seconds"), help=say("cli.where_wait"), min=0),
    ) -> None: ...
