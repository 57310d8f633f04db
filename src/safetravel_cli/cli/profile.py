"""Signatures of `profile` and its sub-commands."""

import typer

from safetravel_cli.cli import helping
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    profile_app = typer.Typer(
        cls=helping.DefaultGroup,
        rich_markup_mode=None,
        help=say("cli.help_profile"),
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.add_typer(profile_app, name="profile")
    entry = typer.Argument(..., metavar=say("cli.entry"), help=say("cli.profile_entry"))

    @command(profile_app, env, "profile")
    def default() -> None: ...

    @command(profile_app, env, "profile show")
    def show() -> None: ...

    @command(profile_app, env, "profile set")
    def put(
        name: str = entry,
        value: list[str] = typer.Argument(..., metavar=say("cli.value"), help=say("cli.profile_value")),
    ) -> None: ...

    @command(profile_app, env, "profile unset")
    def unset(name: str = entry) -> None: ...
