"""Help as a page of our own, so that it is one look, two languages and any width."""

import typer
import typer.core

from safetravel_cli import run
from safetravel_cli.cli.parameter import choices, metavar
from safetravel_cli.domain.blocks import Heading, Items, Pairs, Text
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BROUGHT = ("install_completion", "show_completion", "help")
ENV: Env | None = None
SHARED = (
    "json",
    "as_json",
    "plain",
    "lang",
    "no_color",
    "max_age",
    "debug",
    "help",
    "version",
    "install_completion",
    "show_completion",
)


def _option(parameter: "Any", say: Say) -> tuple[str, str]:
    names = ", ".join(parameter.opts)
    if not getattr(parameter, "is_flag", False):
        names += " " + ("|".join(choices(parameter)) or metavar(parameter))
    if getattr(parameter, "multiple", False):
        names += " ..."
    # The options that Typer brings along have English words of their own.
    own = "cli." + str(parameter.name)
    return names, say(own) if parameter.name in BROUGHT else str(getattr(parameter, "help", "") or "")


def page(command: "Any", context: "Any", say: Say) -> list[object]:
    """Return the help of a command as blocks."""
    default = getattr(command, "commands", {}).get(command.name)
    if default is not None:
        command, names = default, list(command.list_commands(context))
    else:
        names = list(command.list_commands(context)) if hasattr(command, "list_commands") else []
    ours = [p for p in command.params if p.param_type_name == "option" and p.name not in SHARED]
    shared = [p for p in command.params if p.param_type_name == "option" and p.name in SHARED and not p.hidden]
    words = [p for p in command.params if p.param_type_name == "argument"]
    usage = [context.command_path, *[metavar(p) for p in words]]
    blocks: list[object] = [Heading(1, context.command_path), *[Text(line) for line in (command.help or "").split("\n") if line]]
    blocks.append(Pairs([(say("cli.usage"), " ".join(usage) + (" " + say("cli.options_metavar") if command.params else ""))]))
    if names:
        path = context.command_path.split()[1:]
        rows = [(name, say("cli.help_" + "_".join([*path, name])).split("\n")[0]) for name in names]
        blocks += [Heading(2, say("cli.commands")), Pairs(rows)]
    if words:
        blocks += [
            Heading(2, say("cli.arguments")),
            Pairs([(metavar(p), getattr(p, "help", "") or "") for p in words]),
        ]
    if ours:
        blocks += [Heading(2, say("cli.options")), Pairs([_option(p, say) for p in ours])]
    if shared:
        blocks += [Heading(2, say("cli.shared_options")), Pairs([_option(p, say) for p in shared])]
    topic = "cli.examples_" + "_".join(context.command_path.split()[1:] or ["root"])
    if say.has(topic):
        blocks += [Heading(2, say("cli.examples")), Items(say(topic).split("\n"))]
    return blocks


def format_help(self: "Any", ctx: "Any", formatter: "Any") -> None:
    """Draw the help of a command on standard output through the views."""
    env = ENV or Env()
    if env.view == "json":
        env.view = "plain"
    try:
        run.show(page(self, ctx, Say(env.language)), env)
    except BrokenPipeError:
        # The parser would make of it an exit code of its own.
        raise SystemExit(run.closed_pipe()) from None


class Command(typer.core.TyperCommand):
    """A command whose help is drawn our way."""

    format_help = format_help


def root(app: typer.Typer, env: Env) -> None:
    """Add the options of the bare program: --version, and help when nothing was asked."""
    say = Say(env.language)

    @app.callback(invoke_without_command=True)
    def bare(
        context: typer.Context,
        version: bool = typer.Option(False, "--version", help=say("cli.version")),
        lang: str = typer.Option(None, "--lang", help=say("cli.lang"), metavar="id|en"),
        plain: bool = typer.Option(False, "--plain", help=say("cli.plain")),
        as_json: bool = typer.Option(False, "--json", help=say("cli.json")),
    ) -> None:
        if version:
            raise SystemExit(run.run("version", {}, env))
        if context.invoked_subcommand is None:
            format_help(context.command, context, None)


class DefaultGroup(typer.core.TyperGroup):
    """A group that is itself a command: words that name no sub-command go to the one that bears the group's name."""

    format_help = format_help

    def parse_args(self, ctx: "Any", args: list[str]) -> list[str]:
        """Put the default command before everything that is neither a sub-command nor a call for help."""
        bare = not args and not ctx.resilient_parsing
        if bare or (args and args[0] not in self.commands and args[0] not in ("--help", "-h")):
            args = [self.name or "", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: "Any") -> list[str]:
        """Name the sub-commands, the default one left out."""
        return [name for name in super().list_commands(ctx) if name != self.name]

    def shell_complete(self, ctx: "Any", incomplete: str) -> "list[Any]":
        """Offer the sub-commands, and what the default command takes."""
        # Without letters all its options would hide the sub-commands.
        bare = self.commands.get(self.name or "")
        default = bare.shell_complete(ctx, incomplete) if bare and incomplete else []
        return [item for item in super().shell_complete(ctx, incomplete) if item.value != self.name] + [
            item for item in default if item.value not in ("--help", "-h")
        ]
