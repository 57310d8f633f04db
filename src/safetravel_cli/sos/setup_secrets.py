"""The secrets that `setup` is given or asks for: from a command, a file, standard input, or typed unseen."""

import os

from safetravel_cli import errors, paths, settings
from safetravel_cli.services import asking
from safetravel_cli.sos import people, secret
from safetravel_cli.sos.setup import SKIPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.sos.setup import Setup

# How `--secret-file WAY=FILE` and its like call them.
OWNERS = {"mail": "smtp.password", "telegram": "telegram.token", "ntfy": "ntfy.token", "webhook": "webhook.key"}


def take(setup: "Setup") -> None:
    """Keep the secrets that options lead to; of standard input each takes one line, that of the mail account the first."""
    given = setup.given
    for way, command in _pairs(setup, "secret_command", "password_command"):
        setup.save({secret.HOMES[OWNERS[way]].command: line(command)})
    for way, file in _pairs(setup, "secret_file", "password_file"):
        path = os.path.abspath(os.path.expanduser(file))
        try:
            people.from_file(path)
        except people.NoPassword as error:
            raise errors.UsageError("setup.bad_secret", reason=setup.say("send." + error.code)) from None
        setup.save({secret.HOMES[OWNERS[way]].file: path})
    ways = ["mail"] if given.get("password_stdin") else []
    for way in [*ways, *map(str, given.get("secret_stdin") or [])]:
        name = OWNERS[_owner(way)]
        word = hidden(setup, name) if setup.asks else setup.env.stdin.readline().rstrip("\r\n")
        if not word:
            raise errors.UsageError("setup.empty_secret")
        put(setup, name, word)


def _pairs(setup: "Setup", option: str, of_mail: str) -> "list[tuple[str, str]]":
    found = [("mail", str(setup.given[of_mail]))] if setup.given.get(of_mail) else []
    for text in setup.given.get(option) or []:
        way, mark, rest = str(text).partition("=")
        if not mark or not rest.strip():
            raise errors.UsageError("setup.bad_way_value", taken=", ".join(OWNERS))
        found.append((_owner(way), rest.strip()))
    return found


def _owner(way: str) -> str:
    if way.strip().lower() not in OWNERS:
        raise errors.UsageError("setup.bad_way_value", taken=", ".join(OWNERS))
    return way.strip().lower()


def line(text: str) -> str:
    """Return a line of text.

    Raises:
        UsageError: it is none.
    """
    if len(text) > settings.LINE_LENGTH or not text.isprintable() or not text.strip():
        raise errors.UsageError("setup.bad_line")
    return text


def hidden(setup: "Setup", name: str) -> str:
    """Ask for a secret that nobody sees being typed."""
    return asking.hidden(setup.env, setup.say("setup.ask_" + name.replace(".", "_")))


def known(setup: "Setup", name: str) -> bool:
    """Tell whether a secret is there; of a key ring only what it gives counts."""
    held = setup.settings()
    where = secret.home(held, name)
    if where != "keyring":
        return bool(where)
    try:
        return bool(secret.find(held, name))
    except people.NoPassword:
        return False


def ask(setup: "Setup", name: str, needed: bool, grouped: bool = False) -> bool:
    """Ask for a secret that is not known, where there is somebody to ask; tell whether it is known then.

    `needed`: nothing goes without it, so that an empty line is no answer for the next time. `grouped`: it is shown to
    people in groups, and the blanks are none of its own.
    """
    if known(setup, name):
        return True
    if not setup.asks or SKIPPED + name in setup.held():
        return False
    word = hidden(setup, name).strip()
    word = "".join(word.split()) if grouped else word
    if word:
        put(setup, name, word)
    elif not needed:
        setup.save({SKIPPED + name: "yes"})
    return bool(word)


def put(setup: "Setup", name: str, word: str) -> None:
    """Keep a secret: in the key ring where the person wants that, else in a file of 0600.

    Raises:
        UsageError: the key ring was asked for by its option and does not take it, or nothing can be written.
    """
    file = secret.HOMES[name].file
    if _wants_keyring(setup):
        if secret.to_keyring(name, word):
            _unlink(setup, name)
            setup.save({"setting.keyring": "yes", file: None, SKIPPED + name: None})
            return
        if not setup.asks:
            raise errors.UsageError("setup.keyring_refuses")
        setup.tell("setup.keyring_failed")
    setup.save({file: keep(setup.env, name, word), SKIPPED + name: None})


def _wants_keyring(setup: "Setup") -> bool:
    if setup.given.get("keyring"):
        return bool(setup.given["keyring"] == "yes")
    if setup.held().get("setting.keyring") == "yes":
        return True
    return bool(setup.asks and secret.has_keyring() and setup.yes("keyring", "setup.ask_keyring"))


def _unlink(setup: "Setup", name: str) -> None:
    """Remove the file of this secret that stood here before; a file of the person's own stays."""
    try:
        os.unlink(os.path.join(paths.data_dir(setup.env.environ), name))
    except OSError:
        pass


def keep(env: "Env", name: str, word: str) -> str:
    """Write a secret to a file that its owner alone may read, and return its path.

    Raises:
        UsageError: it cannot be written.
    """
    from safetravel_cli.sos import durable

    folder = paths.data_dir(env.environ)

    def fill(handle: int) -> str:
        durable.write_all(handle, word.encode("utf-8", "surrogateescape") + b"\n")
        return name

    try:
        durable.make_folder(folder)
        return os.path.abspath(durable.write_new(folder, fill))
    except OSError as error:
        raise errors.UsageError("config.unwritable", path=folder, reason=error.strerror or "-") from None
