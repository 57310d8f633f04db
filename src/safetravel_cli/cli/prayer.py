"""Signature of `prayer`."""

from enum import StrEnum

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.domain.prayer import METHODS
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say

Method = StrEnum("Method", list(METHODS))  # type: ignore[misc]


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "prayer")
    def prayer(
        place: list[str] = typer.Argument(
            None, metavar=say("cli.place_optional"), help=say("cli.prayer_place"), autocompletion=completion.places
        ),
        date: str = typer.Option(None, "--date", metavar=say("cli.date"), help=say("cli.prayer_date")),
        month: bool = typer.Option(False, "--month", help=say("cli.prayer_month")),
        method: Method = typer.Option(None, "--method", help=say("cli.prayer_method")),
    ) -> None: ...
