"""Signatures of `sos` and its sub-commands."""

from enum import StrEnum

import typer

from safetravel_cli.cli import helping, sos_autosend, sos_channels
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


class Group(helping.DefaultGroup):
    """`sos` itself stores an alert; its sub-commands look after what is stored."""


# What may have happened: the words of `sos.kind_...` and of the text that the officer reads.
Kind = StrEnum("Kind", "lost accident medical crime arrest disaster unrest trafficking employer other")


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    sos_app = typer.Typer(
        cls=Group, rich_markup_mode=None, help=say("cli.help_sos"), context_settings={"help_option_names": ["--help", "-h"]}
    )
    app.add_typer(sos_app, name="sos")
    code = typer.Argument(..., metavar=say("cli.code"), help=say("cli.sos_code"))

    @command(sos_app, env, "sos")
    def alert(
        photo: list[str] = typer.Option(None, "--photo", metavar="FILE", help=say("cli.sos_photo")),
        video: str = typer.Option(None, "--video", metavar="FILE", help=say("cli.sos_video")),
        audio: str = typer.Option(None, "--audio", metavar="FILE", help=say("cli.sos_audio")),
        record_video: int = typer.Option(None, "--record-video", metavar="S", help=say("cli.sos_record_video")),
        record_audio: int = typer.Option(None, "--record-audio", metavar="S", help=say("cli.sos_record_audio")),
        message: str = typer.Option(None, "--message", "-m", help=say("cli.sos_message"), metavar=say("cli.text")),
        kind: Kind = typer.Option(None, "--kind", help=say("cli.sos_kind")),
        people: int = typer.Option(None, "--people", metavar="N", help=say("cli.sos_people")),
        injured: bool = typer.Option(False, "--injured", help=say("cli.sos_injured")),
        at: str = typer.Option(None, "--at", metavar=say("cli.place"), help=say("cli.sos_at")),
        no_location: bool = typer.Option(False, "--no-location", help=say("cli.sos_no_location")),
        to: list[str] = typer.Option(None, "--to", metavar=say("cli.contact"), help=say("cli.sos_to")),
        silent: bool = typer.Option(False, "--silent", help=say("cli.sos_silent")),
        drill: bool = typer.Option(False, "--drill", help=say("cli.sos_drill")),
        wait: bool = typer.Option(False, "--wait", help=say("cli.sos_wait")),
        yes: bool = typer.Option(False, "--yes", "-y", help=say("cli.sos_yes")),
    ) -> None: ...

    @command(sos_app, env, "sos list")
    def listing() -> None: ...

    @command(sos_app, env, "sos show")
    def show(code: str = code) -> None: ...

    @command(sos_app, env, "sos send")
    def send(wait: bool = typer.Option(False, "--wait", help=say("cli.sos_wait"))) -> None: ...

    @command(sos_app, env, "sos cancel")
    def cancel(code: str = code) -> None: ...

    @command(sos_app, env, "sos safe")
    def safe(
        code: str = typer.Argument(None, metavar=f"[{say('cli.code')}]", help=say("cli.sos_safe_code")),
        message: str = typer.Option(None, "--message", "-m", help=say("cli.sos_safe_message"), metavar=say("cli.text")),
    ) -> None: ...

    @command(sos_app, env, "sos ack")
    def acknowledge(
        code: str = code,
        by: str = typer.Option(None, "--by", metavar=say("cli.contact"), help=say("cli.sos_by")),
        message: str = typer.Option(None, "--message", "-m", help=say("cli.sos_ack_message"), metavar=say("cli.text")),
    ) -> None: ...

    @command(sos_app, env, "sos export")
    def export(
        code: str = code,
        target: str = typer.Argument(..., metavar=say("cli.folder_or_file"), help=say("cli.sos_target")),
    ) -> None: ...

    @command(sos_app, env, "sos purge")
    def purge(
        everything: bool = typer.Option(False, "--all", help=say("cli.sos_purge_all")),
        yes: bool = typer.Option(False, "--yes", "-y", help=say("cli.sos_purge_yes")),
    ) -> None: ...

    sos_autosend.register(sos_app, env)
    sos_channels.register(sos_app, env)
