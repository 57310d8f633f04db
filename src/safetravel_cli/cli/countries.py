"""Signature of `countries`."""

from enum import StrEnum

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


class Order(StrEnum):
    """Orders of the list."""

    name = "name"
    code = "code"
    level = "level"
    population = "population"


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "countries")
    def countries(
        region: str = typer.Option(None, "--region", metavar=say("cli.region"), help=say("cli.countries_region")),
        visa_free: bool = typer.Option(False, "--visa-free", help=say("cli.countries_visa_free")),
        max_level: int = typer.Option(None, "--max-level", metavar="1-4", help=say("cli.countries_max_level")),
        sort: Order = typer.Option("name", "--sort", help=say("cli.countries_sort")),
    ) -> None: ...
