"""Signature of `food`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "food")
    def food(
        name: list[str] = typer.Argument(
            None, metavar=say("cli.name_optional"), help=say("cli.look_name"), autocompletion=completion.countries
        ),
    ) -> None: ...
