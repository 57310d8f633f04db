"""The Typer application: built in the language of the run, so that its help speaks it too."""

import typer
from typer.core import TyperGroup

from safetravel_cli import exits, run
from safetravel_cli.cli import completion, helping, usage
from safetravel_cli.env import Env, language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = (
    "country",
    "countries",
    "emergency",
    "embassy",
    "law",
    "safety",
    "visa",
    "currency",
    "convert",
    "food",
    "compare",
    "worship",
    "sights",
    "hospitals",
    "airports",
    "eat",
    "prayer",
    "time",
    "holidays",
    "guide",
    "card",
    "search",
    "trip",
    "alerts",
    "sos",
    "sync",
    "changes",
    "where",
    "here",
    "setup",
    "profile",
    "doctor",
    "config",
    "data",
    "purge",
)


class Group(TyperGroup):
    """Keep the commands in the order in which a traveller needs them, and draw help our way."""

    def list_commands(self, ctx: object) -> list[str]:
        """Name all commands, also those that this run does not need and has not built."""
        return list(COMMANDS)

    format_help = helping.format_help


def build(env: Env, names: "Sequence[str]" = COMMANDS) -> typer.Typer:
    """Return the application whose commands (all, or those named) end in `run` with this environment."""
    from safetravel_cli.i18n import Say

    app = typer.Typer(
        name="safetravel",
        cls=Group,
        help=Say(env.language)("cli.app"),
        add_completion=True,
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    helping.root(app, env)
    for name in names:
        module = __import__("safetravel_cli.cli." + name, None, None, ["register"])
        register: Callable[[typer.Typer, Env], None] = module.register
        register(app, env)
    return app


def needed(argv: list[str]) -> "Sequence[str]":
    """Return the commands that a command line can reach: to build all costs more than twice the start of Python.

    Help of the whole needs none. All are there where a shell completes, and where a word is none of them: one may be near.
    """
    if completion.asked():
        return COMMANDS
    if argv[:1] and argv[0] in COMMANDS:
        return argv[:1]
    return () if set(argv) <= {"--help", "-h", "--plain", "--version"} else COMMANDS


def main(argv: list[str], env: Env) -> int:
    """Run a command line through Typer and return its exit code; its errors become ours."""
    if argv[:1] == ["sos"] and "--silent" in argv:
        # Also a command line that is not understood: then the exit code alone tells.
        env.silence()
    run.prefer(env)
    # Help is drawn before any option is read, so the language must be known first.
    for at, word in enumerate(argv):
        value = (
            word.partition("=")[2] if word.startswith("--lang=") else argv[at + 1] if word == "--lang" and argv[at + 1 :] else ""
        )
        if value in ("id", "en"):
            env.language = value
        if word == "--plain":
            env.view = "plain"
        if word == "--json":
            env.view = "json"
        if word == "--no-color":
            env.color = False
    completion.prepare(argv)
    group = typer.main.get_command(build(env, needed(argv)))
    helping.ENV = env
    try:
        code = group.main(argv, prog_name="safetravel", standalone_mode=False)
        return code if isinstance(code, int) else exits.DONE
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else exits.DONE
    except Exception as error:
        failure = usage.translate(error, env)
        if failure is None:
            raise
        return run.fail(" ".join(argv[:1]), failure, env)


__all__ = ["build", "language", "main"]
