"""Write src/safetravel_cli/_door.py from the Typer command tree; `--check` only says whether it has drifted."""

import os
import sys
from typing import Any

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.path.join(ROOT, "src", "safetravel_cli", "_door.py")
HEAD = '''"""Made by tools/make_door.py from the Typer signatures: do not edit.

COMMANDS: words -> (positional arguments ((name, "one" or "list", required), ...), options ((flag, name, kind, default), ...),
sub-commands). Tuples alone: Python reads them as constants, where it would build lists and dicts at each start.
REPEATED: the options of commands without positional arguments that can be repeated.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    Positional = tuple[tuple[str, str, bool], ...]
    Options = tuple[tuple[str, str, str, object], ...]

'''
SHARED = ("json", "plain", "lang", "no_color", "max_age", "debug")


def _kind(parameter: Any) -> str:
    from safetravel_cli.cli.parameter import choices, is_whole_number

    if getattr(parameter, "is_flag", False):
        return "flag"
    if getattr(parameter, "multiple", False):
        return "list"
    held = choices(parameter)
    return "choice:" + "|".join(held) if held else "int" if is_whole_number(parameter) else "text"


def _default(parameter: Any) -> object:
    default = getattr(parameter.default, "value", parameter.default)
    return default if isinstance(default, (str, int, bool)) else None


def collect(command: Any, words: str, found: dict[str, Any], shared: dict[object, None]) -> None:
    """Add a command and its sub-commands to `found`, the shared options to `shared`."""
    subcommands = getattr(command, "commands", None)
    if subcommands is not None:
        for name, child in subcommands.items():
            collect(child, words if name == words else f"{words} {name}".strip(), found, shared)
        if words in found:
            found[words] = (*found[words][:2], tuple(name for name in subcommands if name != words))
        return
    positional: list[object] = []
    options: list[object] = []
    for parameter in command.params:
        if parameter.name in ("help", "install_completion", "show_completion"):
            continue
        if parameter.param_type_name == "argument":
            positional.append((parameter.name, "list" if parameter.nargs == -1 else "one", bool(parameter.required)))
            continue
        specs = [(flag, parameter.name, _kind(parameter), _default(parameter)) for flag in parameter.opts]
        if parameter.name in SHARED:
            shared.update(dict.fromkeys(specs))
        else:
            options += specs
    found[words] = (tuple(positional), tuple(options), ())


def text() -> str:
    """Return the module as it should be."""
    sys.path.insert(0, os.path.join(ROOT, "src"))
    import typer

    from safetravel_cli.cli import app
    from safetravel_cli.env import Env

    found: dict[str, Any] = {}
    shared: dict[object, None] = {}
    collect(typer.main.get_command(app.build(Env(environ={"LANG": "C"}))), "", found, shared)
    repeated = {spec[0] for own in found.values() for spec in own[1] if spec[2] == "list" and not own[0]}
    lines = [
        HEAD,
        f"REPEATED = {tuple(sorted(repeated))!r}\n",
        'SHARED: "Options" = (\n',
        *[f"    {spec!r},\n" for spec in shared],
        ")\n",
        'COMMANDS: "dict[str, tuple[Positional, Options, tuple[str, ...]]]" = {\n',
    ]
    lines += [f"    {words!r}: {spec!r},\n" for words, spec in found.items()]
    return "".join([*lines, "}\n"])


if __name__ == "__main__":
    made = text()
    if "--check" in sys.argv:
        with open(TARGET, encoding="utf-8") as file:
            if file.read() != made:
                sys.exit("_door.py has drifted from the Typer signatures: python tools/make_door.py")
    else:
        with open(TARGET, "w", encoding="utf-8", newline="\n") as file:
            file.write(made)
