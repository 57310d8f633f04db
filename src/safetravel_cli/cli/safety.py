"""Signature of `safety`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "safety")
    def safety(
        name: list[str] = typer.Argument(
            None, metavar=say("cli.name_optional"), help=say("cli.look_name"), autocompletion=completion.countries
        ),
        month: str = typer.Option(None, "--month", metavar=say("cli.month"), help=say("cli.safety_month")),
        topic: str = typer.Option(
            None, "--topic", metavar=say("cli.topic"), help=say("cli.safety_topic"), autocompletion=completion.safety_topics
        ),
    ) -> None: ...
