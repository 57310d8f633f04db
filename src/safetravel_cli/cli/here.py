"""Signature of `here`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "here")
    def here(
        place: list[str] = typer.Argument(
            None, metavar=say("cli.place_optional"), help=say("cli.here_place"), autocompletion=completion.places
        ),
        forget: bool = typer.Option(False, "--forget", help=say("cli.here_forget")),
    ) -> None: ...
