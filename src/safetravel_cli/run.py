"""Carry out one command: service -> page -> view -> exit code. The one place where an error becomes words and a code."""

import os
import sys

from safetravel_cli import errors, exits, paths
from safetravel_cli.domain.answer import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import TextIO

    from safetravel_cli.env import Env

# Where the service of a command lives when it is not services/COMMAND.py.
HOMES = {
    "setup": "sos.setup",
    "doctor": "sos.doctor",
    "purge": "sos.traces",
    "sos": "sos.alert",
    "sos autosend": "sos.autosend",
    "sos channels": "sos.overview",
    "sos list": "sos.ledger",
    "sos show": "sos.ledger",
    "sos send": "sos.follow",
    "sos cancel": "sos.follow",
    "sos safe": "sos.follow",
    "sos ack": "sos.follow",
    "sos export": "sos.carry",
    "sos purge": "sos.carry",
    "sync": "sync.command",
    "sync reset": "sync.reset",
}
# Sub-commands of these share one service and one page.
FAMILIES = ("config", "data", "profile", "trip")


def run(command: str, arguments: "dict[str, object]", env: "Env") -> int:
    """Run a command with its arguments (the shared options among them) and return the exit code.

    `command` is the words of the command ("country", "sos show"). Whatever is raised below ends here.
    """
    try:
        if arguments.get("silent"):
            env.silence()
        try:
            prefer(env)
            env.apply(arguments)
            if env.state and "private.mark" in env.state:
                from safetravel_cli.services import private

                private.check(command, arguments, env)
            code = _run(command, arguments, env)
        except errors.SafeTravelError as error:
            code = fail(command, error, env)
        look_after(env)
        return code
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        return closed_pipe()
    except Exception as error:
        if env.debug:
            raise
        from safetravel_cli import report

        place = report.keep(command, error, env)
        return fail(command, errors.SafeTravelError("errors.defect", reason=type(error).__name__, report=place or "-"), env)


def look_after(env: "Env") -> None:
    """Start the waiter anew where an alert waits and it has died; where nothing waits, that costs one `stat`."""
    try:
        os.stat(paths.mark_file(env.environ))
    except OSError:
        return
    from safetravel_cli.sos import mark

    mark.check(env)


def prefer(env: "Env") -> None:
    """Take the language and the view that the person has set, where no variable says otherwise."""
    if not os.path.isfile(paths.state_file(env.environ)):
        return
    from safetravel_cli.store import state

    held = state.read(env)
    language = held.get("setting.language")
    if language in ("id", "en") and not env.environ.get("SAFETRAVEL_LANG"):
        env.language = language
    if held.get("setting.plain") == "yes" and env.view == "rich":
        env.view = "plain"
    if "damaged" in held:
        from safetravel_cli.i18n import Say

        env.stderr.write(Say(env.language)("config.damaged", path=held["damaged"]) + "\n")


def closed_pipe() -> int:
    """Let go of a standard output that nobody reads any more, and return the exit code that says so."""
    # Python would complain once more when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exits.CLOSED_PIPE


def _run(command: str, arguments: "dict[str, object]", env: "Env") -> int:
    family = command.partition(" ")[0]
    name = family if family in FAMILIES else command.replace(" ", "_")
    service = _module(HOMES.get(command) or "services." + name)
    page = None
    answer = Answer({})
    broken: OSError | None = None
    for answer in _answers(service, command, arguments, env):
        if env.view != "json" and not env.silent and not broken:
            from safetravel_cli.i18n import Say

            page = page or _module("pages." + name)
            try:
                show(page.page(answer.data, Say(env.language)), env)
            except OSError as error:
                # An alert is stored all the same, though nobody reads the numbers that come before it.
                broken = error
    if broken and not answer.exit_code:
        raise broken
    if env.view == "json":
        show_json(command, answer, [], env)
    return answer.exit_code


def _answers(service: "ModuleType", command: str, arguments: "dict[str, object]", env: "Env") -> "Iterator[Answer]":
    result = getattr(service, "answer_" + command.partition(" ")[2] if " " in command else "answer")(arguments, env)
    if isinstance(result, Answer):
        yield result
    else:
        yield from result


def _module(name: str) -> "ModuleType":
    return __import__("safetravel_cli." + name, None, None, ["answer"])


def show(blocks: "list[object]", env: "Env") -> None:
    """Draw a page on standard output in the view of this run; one that has nothing to say draws nothing."""
    if not blocks:
        return
    if env.view == "rich":
        # A broken third-party package must not hide a telephone number or the code of an alert.
        try:
            from safetravel_cli.views import hyperlink, rich_view
        except ImportError:
            env.view = "plain"
    if env.view == "rich":
        text = rich_view.render(blocks, env.columns, env.color, hyperlink.supported(env))
    else:
        from safetravel_cli.views import plain_view

        text = plain_view.render(blocks, env.columns)
    write(env, text)


def show_json(command: str, answer: Answer, failures: "list[object]", env: "Env") -> None:
    """Print the envelope on standard output."""
    from safetravel_cli.views import json_view

    status = "error" if failures else str(answer.data.get("status") or "success")
    snapshot: dict[str, str] | None = None
    try:
        from safetravel_cli.store.snapshot import open_snapshot

        facts = open_snapshot(env)
        snapshot = {"date": facts.meta("date"), "id": facts.meta("content_sha256")[:12]}
    except errors.SafeTravelError:
        pass
    write(env, json_view.render(command, status, answer.exit_code, answer.data, answer.warnings, failures, snapshot))


def write(env: "Env", text: str) -> None:
    """Write to standard output; a character that the code page lacks is replaced."""
    _put(env.stdout, text)


def _put(stream: "TextIO", text: str) -> None:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()


def words(error: errors.SafeTravelError, env: "Env") -> "tuple[str, str, list[str]]":
    """Return what happened, what it means with what to do next, and the choices, in the language of the run."""
    from safetravel_cli.i18n import Say

    say = Say(env.language)
    values = {key: say(value) if isinstance(value, str) and say_key(value) else value for key, value in error.values.items()}
    what, _, rest = say(error.key, **values).partition("|")
    choices = [say.pick(choice, "name") + suffix(choice) if isinstance(choice, dict) else str(choice) for choice in error.choices]
    return what, rest.replace("|", " "), choices


def say_key(value: str) -> bool:
    """Tell whether a value of an error is itself a key of the catalogue."""
    return value.startswith("errors.")


def suffix(choice: "dict[str, object]") -> str:
    """Return the code of a choice in brackets, so that it can be typed."""
    return f" ({choice['code']})" if choice.get("code") else ""


def fail(command: str, error: errors.SafeTravelError, env: "Env") -> int:
    """Say an error on standard error, or in the JSON envelope, and return its exit code."""
    from safetravel_cli.i18n import Say

    what, hint, choices = words(error, env)
    if env.view == "json":
        failure: dict[str, object] = {"id": error.key.partition(".")[2], "message": what, "hint": hint}
        if error.choices:
            failure["choices"] = error.choices
        show_json(command, Answer({}, error.exit_code), [failure], env)
        return error.exit_code
    from safetravel_cli.views.wrap import clean, release, wrap

    lines = wrap(what, env.columns) + (wrap(hint, env.columns) if hint else [])
    if choices and isinstance(error, errors.NotFound):
        lines += wrap(Say(env.language)("errors.did_you_mean"), env.columns)
    lines += ["  " + clean(choice) for choice in choices]
    try:
        _put(env.stderr, release("\n".join(lines)) + "\n")
    except OSError:
        # Nobody reads; the exit code still tells.
        pass
    return error.exit_code
