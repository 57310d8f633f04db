"""Signature of `time`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "time")
    def time(
        name: list[str] = typer.Argument(
            None, metavar=say("cli.name_optional"), help=say("cli.time_name"), autocompletion=completion.places
        ),
    ) -> None: ...
