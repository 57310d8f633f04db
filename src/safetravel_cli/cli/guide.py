"""Signature of `guide`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "guide")
    def guide(
        topic: list[str] = typer.Argument(
            None, metavar=say("cli.topic_optional"), help=say("cli.guide_topic"), autocompletion=completion.guides
        ),
        country: str = typer.Option(None, "--country", metavar=say("cli.code"), help=say("cli.guide_country")),
        done: list[str] = typer.Option(None, "--done", metavar="N", help=say("cli.guide_done")),
        reset: bool = typer.Option(False, "--reset", help=say("cli.guide_reset")),
    ) -> None: ...
