"""Signature of `sos channels`, registered by `cli/sos.py`."""

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the group of `sos`."""

    @command(app, env, "sos channels")
    def channels() -> None: ...
