"""Signature of `country`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "country")
    def country(
        name: list[str] = typer.Argument(
            ..., metavar=say("cli.name"), help=say("cli.country_name"), autocompletion=completion.countries
        ),
        section: str = typer.Option(None, "--section", metavar="laws,money", help=say("cli.section")),
    ) -> None: ...
