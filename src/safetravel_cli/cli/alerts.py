"""Signature of `alerts`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "alerts")
    def alerts(
        place: list[str] = typer.Argument(
            None, metavar=say("cli.place_optional"), help=say("cli.alerts_place"), autocompletion=completion.places
        ),
        radius: int = typer.Option(None, "--radius", metavar="KM", help=say("cli.alerts_radius")),
        days: int = typer.Option(None, "--days", metavar=say("cli.days"), help=say("cli.alerts_days")),
    ) -> None: ...
