"""Signature of `changes`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "changes")
    def changes(
        country: list[str] = typer.Argument(
            None, metavar=say("cli.name_optional"), help=say("cli.changes_country"), autocompletion=completion.countries
        ),
        since: str = typer.Option(None, "--since", metavar=say("cli.date"), help=say("cli.changes_since")),
    ) -> None: ...
