"""Signatures of `sos`, `sos list`, `sos show`."""

import typer

from safetravel_cli.cli import helping
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


class Group(helping.DefaultGroup):
    """`sos` itself stores an alert; its sub-commands look at what is stored."""


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    sos_app = typer.Typer(
        cls=Group, rich_markup_mode=None, help=say("cli.help_sos"), context_settings={"help_option_names": ["--help", "-h"]}
    )
    app.add_typer(sos_app, name="sos")

    @command(sos_app, env, "sos")
    def alert(
        photo: list[str] = typer.Option(None, "--photo", metavar="FILE", help=say("cli.sos_photo")),
        message: str = typer.Option(None, "--message", "-m", metavar=say("cli.text"), help=say("cli.sos_message")),
        at: str = typer.Option(None, "--at", metavar=say("cli.place"), help=say("cli.sos_at")),
    ) -> None: ...

    @command(sos_app, env, "sos list")
    def listing() -> None: ...

    @command(sos_app, env, "sos show")
    def show(code: str = typer.Argument(..., metavar=say("cli.code"), help=say("cli.sos_code"))) -> None: ...
