"""The options that every command takes."""

import functools
import inspect
from enum import Enum, StrEnum

import typer

from safetravel_cli.cli import helping
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say
from safetravel_cli.run import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Language(StrEnum):
    """Languages to answer in."""

    id = "id"
    en = "en"


def parameters(say: Say) -> list[inspect.Parameter]:
    """Return the shared options as parameters of a signature."""
    options = {
        "json": (bool, typer.Option(False, "--json", help=say("cli.json"))),
        "plain": (bool, typer.Option(False, "--plain", help=say("cli.plain"))),
        "lang": (Language | None, typer.Option(None, "--lang", help=say("cli.lang"), metavar="id|en")),
        "no_color": (bool, typer.Option(False, "--no-color", help=say("cli.no_color"))),
        "max_age": (int, typer.Option(0, "--max-age", help=say("cli.max_age"), metavar=say("cli.days"), min=0)),
        "debug": (bool, typer.Option(False, "--debug", help=say("cli.debug"), hidden=True)),
    }
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in options.items()
    ]


def command(app: typer.Typer, env: Env, words: str) -> "Callable[[Callable[..., None]], None]":
    """Register a signature as the command `words` ("country", "sos show"); its body is `run`.

    The decorated function is never called: its parameters are the arguments that `run` gets.
    """
    say = Say(env.language)

    def register(signature: "Callable[..., None]") -> None:
        own = list(inspect.signature(signature).parameters.values())
        own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
        lists = {parameter.name for parameter in own if parameter.annotation == list[str]}

        @functools.wraps(signature)
        def body(**arguments: object) -> int:
            return run(words, {name: _plain(value, name in lists) for name, value in arguments.items()}, env)

        everything = own + parameters(say)
        body.__signature__ = inspect.Signature(everything)  # type: ignore[attr-defined]
        body.__annotations__ = {parameter.name: parameter.annotation for parameter in everything}
        del body.__wrapped__
        app.command(words.rpartition(" ")[2], cls=helping.Command, help=say("cli.help_" + words.replace(" ", "_")))(body)

    return register


def _plain(value: object, many: bool) -> object:
    if many:
        return list(value) if isinstance(value, (list, tuple)) else []
    return value.value if isinstance(value, Enum) else value
