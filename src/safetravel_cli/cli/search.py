"""Signature of `search`."""

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "search")
    def search(
        text: list[str] = typer.Argument(..., metavar=say("cli.text_many"), help=say("cli.search_text")),
        limit: int = typer.Option(None, "--limit", metavar="N", help=say("cli.places_limit")),
    ) -> None: ...
