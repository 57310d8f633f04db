"""Signature of `purge`."""

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "purge")
    def purge(yes: bool = typer.Option(False, "--yes", "-y", help=say("cli.purge_yes"))) -> None: ...
