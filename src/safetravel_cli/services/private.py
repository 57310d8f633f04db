"""A word before profile, contacts and stored alerts, on a device that others use too.

It keeps from whoever looks, not from whoever takes the disk: nothing is encrypted, because an alert must be able to leave
without the word. An alert itself never asks for it.
"""

import os

from safetravel_cli import errors
from safetravel_cli.services import asking
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

VARIABLE = "SAFETRAVEL_WORD"
SALT, MARK = "private.salt", "private.mark"
ROUNDS = 300_000
SHORTEST = 4
# What shows the person, the contacts or what was stored.
GUARDED = (
    "profile",
    "config",
    "setup",
    "doctor",
    "sos list",
    "sos show",
    "sos export",
    "sos channels",
    "card pocket",
    "card saku",
)
HIDDEN = ("profile.", "contact.", "smtp.")


def is_on(env: "Env") -> bool:
    """Tell whether there is a word."""
    return MARK in state.read(env)


def marks(word: str) -> "dict[str, str | None]":
    """Return what is stored of a word: a salt, and what can be compared.

    Raises:
        UsageError: it is too short to be one.
    """
    if len(word) < SHORTEST:
        raise errors.UsageError("private.short", count=SHORTEST)
    salt = os.urandom(16).hex()
    return {SALT: salt, MARK: _mark(word, salt)}


def _mark(word: str, salt: str) -> str:
    import hashlib

    return hashlib.pbkdf2_hmac("sha256", word.encode("utf-8", "surrogatepass"), bytes.fromhex(salt), ROUNDS).hex()


def check(command: str, arguments: "dict[str, object]", env: "Env") -> None:
    """Ask for the word before a command that shows what is private; hide that from every other but `sos`.

    Raises:
        UsageError: there is nobody to ask, or the word is another one.
    """
    family = command.partition(" ")[0]
    topic = arguments.get("topic")
    named = f"{command} {topic[0]}".lower() if isinstance(topic, list) and topic else command
    if not {family, command, named} & set(GUARDED):
        if family != "sos":
            env.state = {name: value for name, value in state.read(env).items() if not name.startswith(HIDDEN)}
        return
    held = state.read(env)
    word = env.environ.get(VARIABLE, "")
    if not word and asking.possible(env):
        from safetravel_cli.i18n import Say

        try:
            word = asking.hidden(env, Say(env.language)("private.ask"))
        except asking.Stopped:
            word = ""
    if not word:
        raise errors.UsageError("private.needed")
    import hmac

    if not hmac.compare_digest(_mark(word, held.get(SALT, "")), held[MARK]):
        raise errors.UsageError("private.wrong")
