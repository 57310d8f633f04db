"""Signature of `holidays`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "holidays")
    def holidays(
        name: list[str] = typer.Argument(
            None, metavar=say("cli.name_optional"), help=say("cli.holidays_name"), autocompletion=completion.countries
        ),
        year: int = typer.Option(None, "--year", metavar=say("cli.year"), help=say("cli.holidays_year")),
    ) -> None: ...
