"""Signature of `embassy`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "embassy")
    def embassy(
        place: list[str] = typer.Argument(
            None, metavar=say("cli.place_optional"), help=say("cli.embassy_place"), autocompletion=completion.places
        ),
        near: bool = typer.Option(False, "--near", help=say("cli.embassy_near")),
        for_country: str = typer.Option(None, "--for", metavar="CC", help=say("cli.embassy_for")),
        map: bool = typer.Option(False, "--map", help=say("cli.map")),
    ) -> None: ...
