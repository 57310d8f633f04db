"""Signatures of `sync` and `sync reset`."""

import typer

from safetravel_cli.cli import helping
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the commands to the application."""
    say = Say(env.language)
    sync_app = typer.Typer(cls=helping.DefaultGroup, rich_markup_mode=None, help=say("cli.help_sync"))
    app.add_typer(sync_app, name="sync")

    @command(sync_app, env, "sync")
    def sync(
        only: list[str] = typer.Option(None, "--only", metavar="SOURCE", help=say("cli.sync_only")),
        check: bool = typer.Option(False, "--check", help=say("cli.sync_check")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say("cli.sync_dry_run")),
        max_size: str = typer.Option(None, "--max-size", metavar=say("cli.size"), help=say("cli.sync_max_size")),
        from_path: str = typer.Option(None, "--from", metavar=say("cli.folder"), help=say("cli.sync_from")),
        places: str = typer.Option(None, "--places", metavar=say("cli.place"), help=say("cli.sync_places")),
        kind: str = typer.Option(None, "--kind", metavar=say("cli.kinds"), help=say("cli.sync_kind")),
        radius: int = typer.Option(None, "--radius", metavar="KM", help=say("cli.sync_radius")),
    ) -> None: ...

    @command(sync_app, env, "sync reset")
    def reset() -> None: ...
