"""Run as `python -m safetravel_cli`."""

from safetravel_cli.entry import script

script()
