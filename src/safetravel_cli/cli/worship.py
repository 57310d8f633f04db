"""Signature of `worship`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "worship")
    def worship(
        place: list[str] = typer.Argument(
            None, metavar=say("cli.place_optional"), help=say("cli.places_place"), autocompletion=completion.places
        ),
        near: bool = typer.Option(False, "--near", help=say("cli.places_near")),
        religion: str = typer.Option(None, "--religion", metavar=say("cli.religion"), help=say("cli.worship_religion")),
        limit: int = typer.Option(None, "--limit", metavar="N", help=say("cli.places_limit")),
        radius: int = typer.Option(None, "--radius", metavar="KM", help=say("cli.places_radius")),
        map: bool = typer.Option(False, "--map", help=say("cli.map")),
    ) -> None: ...
