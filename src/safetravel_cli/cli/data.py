"""Signatures of `data` and `data report`."""

import typer

from safetravel_cli.cli import completion, helping
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    data_app = typer.Typer(cls=helping.DefaultGroup, rich_markup_mode=None, help=say("cli.help_data"))
    app.add_typer(data_app, name="data")

    @command(data_app, env, "data")
    def data(
        country: str = typer.Option(
            None, "--country", metavar=say("cli.name"), help=say("cli.data_country"), autocompletion=completion.countries
        ),
        licences: bool = typer.Option(False, "--licences", help=say("cli.data_licences")),
        omitted: bool = typer.Option(False, "--left-out", help=say("cli.data_omitted")),
    ) -> None: ...

    @command(data_app, env, "data report")
    def report(
        words: list[str] = typer.Argument(
            None, metavar=say("cli.name_optional"), help=say("cli.data_report_name"), autocompletion=completion.countries
        ),
        topic: str = typer.Option(None, "--topic", metavar=say("cli.topic"), help=say("cli.data_report_topic")),
        text: str = typer.Option(None, "--text", metavar=say("cli.text"), help=say("cli.data_report_text")),
    ) -> None: ...
