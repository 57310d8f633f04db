"""The all-clear: drawn as the calling off of an alert is."""

from safetravel_cli.pages.sos_cancel import page

__all__ = ["page"]
