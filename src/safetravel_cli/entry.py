"""The two doors. A command line that the generated table explains exactly goes straight to `run`; all else goes to Typer.

The table `_door.py` is made from the Typer signatures, and both doors arrive at the same `run(command, arguments)`.
"""

import gc
import os
import sys

from safetravel_cli._door import COMMANDS, REPEATED, SHARED
from safetravel_cli.env import Env
from safetravel_cli.run import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli._door import Positional


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and text.isascii()


def _is_negative_position(text: str) -> bool:
    """Tell whether an argument that looks like an option is the start of a southern position."""
    latitude, comma, rest = text[1:].partition("," if "," in text else " ")
    return text[:1] == "-" and bool(comma) and _is_number(latitude) and (not rest or _is_number(rest.lstrip(" -+")))


def _is_pair(word: str, rest: "list[str]") -> bool:
    """Tell whether a word and the one after it are a southern position without a comma, both with decimals."""
    return word[:1] == "-" and bool(rest) and all("." in one and _is_number(one.lstrip("-")) for one in (word, rest[0]))


def normalise(argv: "list[str]") -> "list[str]":
    """Rewrite what people type but no parser takes.

    A position that starts with a minus becomes a `geo:` URI, also when a blank split it in two
    (`-33.87,151.21`, `-6.2, 106.8`, `-6.2 106.8`); a list of files after an option that can be repeated repeats the option
    (`--photo a.jpg b.jpg`).
    """
    out: list[str] = []
    repeat = ""
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*out, word, *rest]
        if _is_pair(word, rest):
            word += ","
        if _is_negative_position(word):
            if word.endswith(",") and rest and _is_number(rest[0].lstrip("-+")):
                word += rest.pop(0)
            word = "geo:" + ",".join(word.replace(",", " ").split())
        elif word in REPEATED and out:
            repeat = word
        elif word.startswith("-"):
            repeat = ""
        elif repeat and out[-1] != repeat:
            out.append(repeat)
        out.append(word)
    return out


def match(argv: "list[str]") -> "tuple[str, dict[str, object]] | None":
    """Explain a command line by the generated table alone; None where anything is not exactly understood."""
    words = 2 if " ".join(argv[:2]) in COMMANDS else 1
    command = " ".join(argv[:words])
    if command not in COMMANDS:
        return None
    positional, own, groups = COMMANDS[command]
    options = {flag: (name, kind) for flag, name, kind, _ in SHARED + own}
    arguments: dict[str, object] = {name: [] if kind == "list" else default for _, name, kind, default in SHARED + own}
    free: list[str] = []
    rest = argv[words:]
    if rest and rest[0] in groups:
        return None
    while rest:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-":
            free.append(word)
            continue
        if word not in options:
            return None
        name, kind = options[word]
        if kind == "flag":
            arguments[name] = True
            continue
        if not rest or (rest[0].startswith("-") and rest[0] != "-"):
            return None
        value = _value(kind, rest.pop(0))
        if value is None:
            return None
        if kind == "list":
            held = arguments[name]
            assert isinstance(held, list)
            held.append(value)
        else:
            arguments[name] = value
    if not _place(positional, free, arguments):
        return None
    return command, arguments


def _value(kind: str, text: str) -> "str | int | None":
    """Return the value of an option as Typer would make it, None where Typer should look."""
    if kind == "int":
        return int(text) if text.isascii() and text.isdigit() else None
    if kind.startswith("choice:") and text not in kind[7:].split("|"):
        return None
    return text


def _place(positional: "Positional", free: "list[str]", arguments: "dict[str, object]") -> bool:
    """Give the free words to the positional arguments: a list takes all that are left."""
    for name, kind, required in positional:
        if required and not free:
            return False
        if kind == "list":
            arguments[name], free = free, []
        else:
            arguments[name] = free.pop(0) if free else None
    return not free


def main(argv: "list[str] | None" = None, env: "Env | None" = None) -> int:
    """Run one command line and return its exit code."""
    env = env or Env()
    argv = normalise(sys.argv[1:] if argv is None else list(argv))
    found = match(argv)
    if found:
        return run(*found, env)
    from safetravel_cli.cli import app

    return app.main(argv, env)


def script() -> None:
    """Start from the console script. Files made from here on are for their owner alone."""
    # One short run makes no cycles worth looking for.
    gc.disable()
    os.umask(0o077)
    code = main()
    try:
        if sys.stdout:
            sys.stdout.flush()
    except (OSError, ValueError):
        code = code or 141
    # Nothing is left to tidy up, and a full interpreter shutdown costs several milliseconds.
    os._exit(code)
