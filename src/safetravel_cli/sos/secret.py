"""Tokens and secrets of channels: from the environment, else a command, else a file of 0600, else the key ring.

None is ever kept in the state, put on a command line, or said in an error (sos/people.py has the password of mail).
"""

import os
from collections import namedtuple

from safetravel_cli.sos import people

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetravel_cli.sos.people import Settings

# Variable, and the settings of command and file.
Home = namedtuple("Home", "variable command file")
HOMES = {
    "smtp.password": Home("SAFETRAVEL_SMTP_PASSWORD", "smtp.password_command", "smtp.password_file"),
    "ntfy.token": Home("SAFETRAVEL_NTFY_TOKEN", "ntfy.token_command", "ntfy.token_file"),
    "telegram.token": Home("SAFETRAVEL_TELEGRAM_TOKEN", "telegram.token_command", "telegram.token_file"),
    "webhook.key": Home("SAFETRAVEL_WEBHOOK_KEY", "webhook.key_command", "webhook.key_file"),
}
VARIABLES = (*[home.variable for home in HOMES.values()], "SAFETRAVEL_WORD")
# Under which the key ring keeps them: `keyring set safetravel telegram.token`.
SERVICE = "safetravel"
# No module of the folder that somebody happens to be in may stand in for the key ring.
ALONE = ("-P",)
_PUT = """
import sys, keyring
keyring.set_password(*sys.argv[1:3], sys.stdin.buffer.read().decode("utf-8", "surrogateescape"))
print("done")
"""
_FORGET = """
import sys, keyring
gone = 0
for name in sys.argv[2:]:
    try:
        keyring.delete_password(sys.argv[1], name)
        gone += 1
    except Exception:
        pass
print(gone)
"""
_WORDS = {"password_command": "token_command", "password_file": "token_file", "password_file_open": "token_file_open"}


def home(settings: "Settings", name: str) -> str:
    """Return where a secret is looked for, nothing being opened: environment, command, file, keyring or ""."""
    held = HOMES[name]
    if settings.environ.get(held.variable):
        return "environment"
    if settings.get(held.command):
        return "command"
    if settings.get(held.file):
        return "file"
    return "keyring" if settings.get("keyring") == "yes" else ""


def find(settings: "Settings", name: str) -> str:
    """Return a secret, "" where none is set up.

    Raises:
        NoPassword: what is set up gives none.
    """
    held, where = HOMES[name], home(settings, name)
    if where == "environment":
        return settings.environ[held.variable]
    if where == "keyring":
        return from_keyring(name)
    try:
        if where:
            return (people.from_command if where == "command" else people.from_file)(settings.get(getattr(held, where)))
    except people.NoPassword as error:
        raise people.NoPassword(_WORDS.get(error.code, error.code)) from None
    return ""


def optional(settings: "Settings", name: str) -> str:
    """Return a secret that a channel can do without; a key ring that has none is no fault.

    Raises:
        NoPassword: a command or a file is set and gives none.
    """
    try:
        return find(settings, name)
    except people.NoPassword:
        if home(settings, name) == "keyring":
            return ""
        raise


def from_keyring(name: str) -> str:
    """Return what the key ring of the system holds.

    In a process of its own: a key ring that is locked may ask somebody who is not there.

    Raises:
        NoPassword: it gives nothing.
    """
    import shlex
    import sys

    try:
        return people.from_command(shlex.join([sys.executable, *ALONE, "-m", "keyring", "get", SERVICE, name]))
    except people.NoPassword:
        raise people.NoPassword("keyring") from None


def has_keyring() -> bool:
    """Tell whether the package keyring is installed; whether a key ring answers only a try shows."""
    import importlib.util

    return importlib.util.find_spec("keyring") is not None


def to_keyring(name: str, word: str) -> bool:
    """Put a secret into the key ring of the system, and tell whether it gives it back. The word goes in on standard input."""
    if not _in_keyring(_PUT, word, SERVICE, name):
        return False
    try:
        return from_keyring(name) == word
    except people.NoPassword:
        return False


def forget_keyring() -> int:
    """Take what stands there under the name of this program out of the key ring; return how many entries went."""
    done = _in_keyring(_FORGET, "", SERVICE, *HOMES)
    return int(done) if done.isdigit() else 0


def _in_keyring(script: str, given: str, *words: str) -> str:
    """Run a piece of Python that says on standard output that it was done; "" where it was not."""
    import subprocess
    import sys

    try:
        done = subprocess.run(
            [sys.executable, *ALONE, "-c", script, *words], input=given.encode("utf-8", "surrogateescape"),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=people.COMMAND_SECONDS, check=True,
        )  # fmt: skip
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def without(environ: "Mapping[str, str]") -> "dict[str, str]":
    """Return the variables that a program may see: no secret of another channel."""
    return {name: value for name, value in {**os.environ, **environ}.items() if name not in VARIABLES}


def blotted(text: str, settings: "Settings", *secrets: str) -> str:
    """Return a text without any secret that is known without looking: those given, and those of the environment."""
    for one in (*secrets, *(settings.environ.get(name, "") for name in VARIABLES)):
        if len(one) >= 4:
            text = text.replace(one, "***")
    return text
