"""Signatures of `config` and its sub-commands."""

import typer

from safetravel_cli.cli import completion, helping
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    config_app = typer.Typer(cls=helping.DefaultGroup, rich_markup_mode=None, help=say("cli.help_config"))
    app.add_typer(config_app, name="config")
    setting = typer.Argument(..., metavar=say("cli.setting"), help=say("cli.config_setting"), autocompletion=completion.settings)

    @command(config_app, env, "config")
    def default() -> None: ...

    @command(config_app, env, "config list")
    def listing() -> None: ...

    @command(config_app, env, "config get")
    def get(name: str = setting) -> None: ...

    @command(config_app, env, "config set")
    def put(
        name: str = setting,
        value: str = typer.Argument(..., metavar=say("cli.value"), help=say("cli.config_value")),
    ) -> None: ...

    @command(config_app, env, "config unset")
    def unset(name: str = setting) -> None: ...

    @command(config_app, env, "config path")
    def path() -> None: ...

    @command(config_app, env, "config export")
    def export() -> None: ...

    @command(config_app, env, "config import")
    def load(file: str = typer.Argument(..., metavar="FILE", help=say("cli.config_file"))) -> None: ...
