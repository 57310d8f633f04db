"""The command line as Typer sees it: signatures and help only, one module a command."""
