"""Whom to tell, and by what: contacts and the settings of channels, out of the state. No password is ever kept there."""

import os
from collections import namedtuple

from safetravel_cli.sos import channels, reserved
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from safetravel_cli.env import Env

# `language` is "id", "en" or ""; `kind` is "own" or "mission"; `phone` is E.164.
# `ntfy`, `telegram`, `webhook`, `exec` are the addresses of the channels of these names.
Contact = namedtuple("Contact", "slug name email phone language kind ntfy telegram webhook exec", defaults=("", "", "", ""))
# `contact` is the slug; `others` are addresses for when the first is refused; `missing` is the setting that the channel
# lacks ("" when it is ready). Goes into Outbox.add_alert as it is.
Recipient = namedtuple("Recipient", "contact channel rcpt name kind language others missing")

PASSWORD = "SAFETRAVEL_SMTP_PASSWORD"  # noqa: S105 - the name of the variable
PASSWORD_BYTES = 4096
COMMAND_SECONDS = 30.0


class NoPassword(Exception):
    """Say by a word of i18n/send.py why there is no password."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Settings:
    """What channels are set up with: `get("smtp.host")`, and the password, which is looked up only when it is needed."""

    __slots__ = ("_values", "environ")

    def __init__(self, values: "Mapping[str, str]", environ: "Mapping[str, str]") -> None:
        self._values = values
        self.environ = environ

    def get(self, name: str, default: str = "") -> str:
        """Return a setting by its name, `smtp.host`."""
        return self._values.get(name) or default

    def after_restart(self) -> "Settings":
        """Return them as whoever is started by the system has them: without what only stands in the environment."""
        return Settings(self._values, {})

    def password(self) -> str:
        """Return the password of the mail server: from the environment, else a command, else a file, else the key ring.

        Raises:
            NoPassword: none is set, or what is set gives none.
        """
        given = self.environ.get(PASSWORD)
        if given:
            return given
        if self.get("smtp.password_command"):
            return from_command(self.get("smtp.password_command"))
        if self.get("smtp.password_file"):
            return from_file(self.get("smtp.password_file"))
        if self.get("keyring") == "yes":
            from safetravel_cli.sos import secret

            return secret.from_keyring("smtp.password")
        raise NoPassword("password_missing")


def settings(env: "Env") -> Settings:
    """Return the settings as they are stored now."""
    held = state.read(env)
    values = {name: value for name, value in held.items() if not name.startswith("contact.")}
    values["channels"] = held.get("setting.channels", "")
    values["keyring"] = held.get("setting.keyring", "")
    # Which fields some contact has: that tells which channels are set up.
    values["contacts.fields"] = " ".join(sorted({name.rpartition(".")[2] for name in held if name.startswith("contact.")}))
    return Settings(values, env.environ)


def contacts(env: "Env") -> "list[Contact]":
    """Return the contacts, by slug."""
    found: dict[str, dict[str, str]] = {}
    for name, value in state.read(env).items():
        head, _, rest = name.partition(".")
        slug, _, field = rest.partition(".")
        if head == "contact" and field in Contact._fields:
            found.setdefault(slug, {})[field] = value
    official = _of_missions(env, " ".join(one.get("email", "") for one in found.values()))
    return [
        Contact(slug, one.get("name") or slug, one.get("email", ""), one.get("phone", ""), one.get("language", ""),
                "mission" if one.get("kind") == "mission" or official & _addresses(one.get("email", "")) else "own",
                *[one.get(field, "") for field in ("ntfy", "telegram", "webhook", "exec")])
        for slug, one in sorted(found.items())
    ]  # fmt: skip


def _addresses(text: str) -> "set[str]":
    return set(text.lower().replace(",", " ").split())


def _of_missions(env: "Env", text: str) -> "set[str]":
    """Return those of the addresses that are a mission's: whatever a contact is called, no drill may reach one."""
    given = sorted(_addresses(text))
    if not given:
        return set()
    try:
        from safetravel_cli.store.snapshot import open_snapshot

        marks = ", ".join("?" * len(given))
        # Only marks stand in the text of the query.
        sql = f"SELECT lower(email) FROM mission WHERE lower(email) IN ({marks})"  # noqa: S608
        return set(map(str, open_snapshot(env).values(sql, *given)))
    except Exception:
        return set()


def recipients(env: "Env", *, drill: bool = False, only: "list[str] | None" = None) -> "list[Recipient]":
    """Return who is told by which channel; a channel that is not ready is named with what it lacks.

    `only`: slugs or names of contacts, or "mission" for those of that kind. A drill goes to no mission.
    """
    chosen = [contact for contact in contacts(env) if not only or _is_named(contact, only)]
    held = settings(env)
    found = []
    for name in channels.names(held):
        channel = channels.load(name)
        if channel is None:
            continue
        try:
            missing = str(channel.ready(held))
            for contact in chosen:
                places = [] if drill and contact.kind == "mission" else channel.addresses(contact)
                if places:
                    mine = (contact.name, contact.kind, contact.language, tuple(places[1:]), missing)
                    found.append(Recipient(contact.slug, name, places[0], *mine))
        except Exception:  # noqa: S112 - a channel of others that is broken must not stop the alert
            continue
    return found


def _is_named(contact: Contact, names: "list[str]") -> bool:
    mine = {contact.slug.casefold(), contact.name.casefold(), "mission" if contact.kind == "mission" else contact.slug.casefold()}
    return any(name.strip().casefold() in mine for name in names)


def allowed(recipient: "Any", environ: "Mapping[str, str]") -> bool:
    """Tell whether a recipient may be written to in this process (sos/reserved.py)."""
    return reserved.allowed(recipient.rcpt, environ)


def from_command(command: str) -> str:
    """Run a command without a shell and return the first line that it prints."""
    import shlex
    import subprocess

    try:
        done = subprocess.run(
            shlex.split(command, posix=os.name == "posix"),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=COMMAND_SECONDS, check=True,
        )  # fmt: skip
        line = done.stdout[:PASSWORD_BYTES].decode().split("\n")[0].rstrip("\r")
    except (OSError, ValueError, subprocess.SubprocessError):
        # Not chained: the words of such an error name the command, and may hold what it printed.
        raise NoPassword("password_command") from None
    if not line:
        raise NoPassword("password_command")
    return line


def from_file(path: str) -> str:
    """Return the first line of a file that only its owner may read."""
    import stat

    path = os.path.expanduser(path)
    try:
        # Not waited for: a FIFO in the place of the file must not stop the sender.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        try:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise NoPassword("password_file")
            if os.name == "posix" and facts.st_mode & 0o077:
                raise NoPassword("password_file_open")
            line = os.read(handle, PASSWORD_BYTES).decode().split("\n")[0].rstrip("\r")
        finally:
            os.close(handle)
    except (OSError, ValueError):
        raise NoPassword("password_file") from None
    if not line:
        raise NoPassword("password_file")
    return line
