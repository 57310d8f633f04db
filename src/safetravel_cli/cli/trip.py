"""Signatures of `trip` and `trip check`."""

import typer

from safetravel_cli.cli import helping
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


class Group(helping.DefaultGroup):
    """`trip FILE` itself is the brief."""


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    trip_app = typer.Typer(
        cls=Group, rich_markup_mode=None, help=say("cli.help_trip"), context_settings={"help_option_names": ["--help", "-h"]}
    )
    app.add_typer(trip_app, name="trip")
    file_argument = typer.Argument(..., metavar=say("cli.file_name"), help=say("cli.trip_file"))

    @command(trip_app, env, "trip")
    def brief(
        file: str = file_argument,
        html: str = typer.Option(None, "--html", metavar=say("cli.file_name"), help=say("cli.trip_html")),
    ) -> None: ...

    @command(trip_app, env, "trip check")
    def check(file: str = file_argument) -> None: ...
