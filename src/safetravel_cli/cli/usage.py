"""Turn what Typer's parser complains of into our own errors, in the language of the run."""

from safetravel_cli import errors
from safetravel_cli.cli.parameter import choices, metavar
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def translate(error: Exception, env: Env) -> errors.UsageError | None:
    """Return our error for a complaint of the parser, None for anything else.

    Typer ships its parser inside itself, so the exceptions are told apart by name.
    """
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "Abort" in kinds:
        raise KeyboardInterrupt
    if "UsageError" not in kinds:
        return None
    say = Say(env.language)
    context = getattr(error, "ctx", None)
    # A group that is itself a command ("sos") stands twice in the path of the parser.
    path = " ".join(dict.fromkeys(context.command_path.split())) if context else "safetravel"
    near: list[str] = []
    if "NoSuchOption" in kinds:
        near = list(getattr(error, "possibilities", None) or [])
        message = say("cli.no_such_option", option=getattr(error, "option_name", ""))
    elif "MissingParameter" in kinds:
        parameter = getattr(error, "param", None)
        message = say("cli.missing", name=metavar(parameter) if parameter is not None else "")
    elif "BadParameter" in kinds:
        parameter = getattr(error, "param", None)
        name = parameter.opts[0] if parameter is not None else ""
        message = say("cli.bad_value", name=name, choices=_choices(parameter))
    else:
        message = say("cli.not_understood", words=_quoted(str(getattr(error, "message", error))))
        if context is not None:
            group = context.command if hasattr(context.command, "commands") else getattr(context.parent, "command", None)
            near = _near(_quoted(str(getattr(error, "message", ""))), list(getattr(group, "commands", {})))
    if near:
        message += " " + say("cli.suggest", words=", ".join(near))
    # Who mistypes an alert is told at once whom to call, and the shortest form that works.
    key = "errors.usage_sos" if path == "safetravel sos" else "errors.usage"
    return errors.UsageError(key, message=message, help=path + " --help")


def _choices(parameter: object) -> str:
    held = choices(parameter)
    return " (" + ", ".join(held) + ")" if held else ""


def _quoted(message: str) -> str:
    """Return what stands between the first quotes or brackets of the parser's message, else all of it."""
    # Words that were not expected stand in brackets to the end, and may hold brackets of their own.
    if " (" in message and message.endswith(")"):
        return message.partition(" (")[2][:-1]
    starts = [at for at in (message.find("'"), message.find('"')) if at >= 0]
    return message[min(starts) + 1 :].partition(message[min(starts)])[0] if starts else message


def _near(word: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(word, names, 3, 0.6)
