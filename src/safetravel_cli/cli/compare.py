"""Signature of `compare`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "compare")
    def compare(
        names: list[str] = typer.Argument(
            ..., metavar=say("cli.name"), help=say("cli.compare_names"), autocompletion=completion.countries
        ),
    ) -> None: ...
