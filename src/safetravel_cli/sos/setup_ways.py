"""The questions of `setup` about how an alert leaves: mail, SMS, a test, what goes on after a restart, a word before it all."""

import os

from safetravel_cli import errors, paths, settings
from safetravel_cli.services import asking
from safetravel_cli.sos import people, presets, secret
from safetravel_cli.sos.setup import SKIPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.sos.setup import Setup

TESTED = "setup.tested"
PASSWORD = "smtp.password"  # noqa: S105 - the name of a secret and of its file


def mail(setup: "Setup") -> None:
    """Ask for the mail account that the alert leaves by; where the provider is known, its server is."""
    known = setup.held().get("smtp.from", "")
    if setup.given.get("mail") or not known:
        _choose(setup)
    elif setup.given.get("server"):
        setup.save(_server(setup, known))
    for name in ("security", "user"):
        if setup.given.get(name):
            setup.save({"smtp." + name: _line(str(setup.given[name]))})
    now = setup.held().get("smtp.from", "")
    changed = now != known or setup.given.get("mail") or setup.given.get("server")
    setup.note("mail", "set" if changed else "known" if now else "skipped" if SKIPPED + "mail" in setup.held() else "open", now)
    _let_in(setup)


def _choose(setup: "Setup") -> None:
    while True:
        address = setup.ask("mail", "setup.ask_mail", _address)
        account = _account(setup, address) if address else {}
        if account:
            setup.save({**account, SKIPPED + "mail": None})
        # It takes no program without a token: another address is better than an account that never works.
        if account or not address or setup.given.get("mail"):
            return


def _address(text: str) -> str:
    if not settings.is_address(text):
        raise errors.UsageError("setup.bad_email")
    return text


def _account(setup: "Setup", address: str) -> "dict[str, str | None]":
    """Return the settings of an account; empty where the person has to take another."""
    preset = presets.find(address)
    if preset:
        setup.tell("setup.way_" + preset.way, name=preset.name, where=preset.where)
    if preset and preset.way == "token" and not setup.given.get("token_command"):
        token = setup.ask("token_command", "setup.ask_token", _line)
        setup.save({SKIPPED + "token_command": None})
        if not token and setup.asks and not setup.given.get("mail"):
            return {}
        return {**presets.settings(preset, address), **({"smtp.token_command": token} if token else {})}
    if preset and preset.host and not setup.given.get("server"):
        return dict(presets.settings(preset, address))
    return _server(setup, address)


def _server(setup: "Setup", address: str) -> "dict[str, str | None]":
    """Return the settings of a server that the person names."""
    found: dict[str, str] | None = setup.ask("server", "setup.ask_server", _host)
    account: dict[str, str | None] = {"smtp.from": address, **(found or {})}
    if found:
        account["smtp.security"] = str(setup.given.get("security") or ("starttls" if found["smtp.port"] == "587" else "tls"))
        account["smtp.user"] = str(setup.given.get("user") or address)
    return account


def _host(text: str) -> "dict[str, str]":
    host, _, port = text.partition(":")
    given = {"smtp.host": host.strip(), "smtp.port": port.strip() or "465"}
    for name, value in given.items():
        setting = settings.find(name)
        if not setting or not value or not settings.accepts(setting, value):
            raise errors.UsageError("setup.bad_server")
    return given


def _line(text: str) -> str:
    if len(text) > settings.LINE_LENGTH or not text.isprintable():
        raise errors.UsageError("setup.bad_line")
    return text


def _let_in(setup: "Setup") -> None:
    """See to the password or the token. A password is typed unseen into a file of 0600; it stands in no setting."""
    given, env = setup.given, setup.env
    for name in ("password_command", "token_command"):
        if given.get(name):
            setup.save({"smtp." + name: _line(str(given[name]))})
    if given.get("password_file"):
        path = os.path.abspath(os.path.expanduser(str(given["password_file"])))
        try:
            people.from_file(path)
        except people.NoPassword as error:
            raise errors.UsageError("setup.bad_secret", reason=setup.say("send." + error.code)) from None
        setup.save({"smtp.password_file": path})
    elif given.get("password_stdin"):
        word = asking.hidden(env, setup.say("setup.ask_password")) if setup.asks else env.stdin.readline().rstrip("\r\n")
        setup.save({"smtp.password_file": keep(env, PASSWORD, word)})
    held = setup.settings()
    if not held.get("smtp.user"):
        return
    known = bool(held.get("smtp.token_command")) or (bool(secret.home(held, PASSWORD)) and not presets.advice(held))
    if not known and setup.asks and not presets.advice(held):
        word = asking.hidden(env, setup.say("setup.ask_password"))
        preset = presets.by_host(held.get("smtp.host"))
        # Providers show it in groups; the blanks are none of its own.
        word = "".join(word.split()) if preset and preset.way == "app_password" else word
        if word:
            setup.save({"smtp.password_file": keep(env, PASSWORD, word)})
            known = True
    setup.note("password", "set" if known else "open")


def keep(env: "Env", name: str, word: str) -> str:
    """Write a secret to a file that its owner alone may read, and return its path.

    Raises:
        UsageError: it is empty, or cannot be written.
    """
    from safetravel_cli.sos import durable

    if not word:
        raise errors.UsageError("setup.empty_secret")
    folder = paths.data_dir(env.environ)

    def fill(handle: int) -> str:
        durable.write_all(handle, word.encode("utf-8", "surrogateescape") + b"\n")
        return name

    try:
        durable.make_folder(folder)
        return os.path.abspath(durable.write_new(folder, fill))
    except OSError as error:
        raise errors.UsageError("config.unwritable", path=folder, reason=error.strerror or "-") from None


def sms(setup: "Setup") -> None:
    """Offer SMS on Android, and take the list of channels that was given."""
    if setup.given.get("channels"):
        setup.save({"setting.channels": _line(str(setup.given["channels"]))})
        setup.note("channels", "set", str(setup.given["channels"]))
    from safetravel_cli.sos.channels import program, termux_sms

    named = setup.held().get("setting.channels", "")
    if not program.find(termux_sms.SEND, setup.env.environ):
        return
    if termux_sms.NAME in named.replace(",", " ").split():
        setup.note("sms", "known")
    elif setup.yes("sms", "setup.ask_sms"):
        setup.save({"setting.channels": f"{named} {termux_sms.NAME}".strip()})
        setup.note("sms", "set")
    else:
        setup.note("sms", "skipped")


def test(setup: "Setup") -> None:
    """Send one exercise to the person, where a channel is set up that reaches them."""
    from safetravel_cli.sos import selftest

    way = selftest.way(setup.env)
    if not way:
        setup.note("test", "open")
        return
    if TESTED in setup.held() and not setup.given.get("test"):
        setup.note("test", "known")
        return
    wanted = setup.yes("test", "setup.ask_test", address=way[1])
    if not wanted:
        setup.note("test", "open" if wanted is None else "skipped")
        return
    setup.test = found = selftest.send(setup.env, *way)
    if found["state"] == "accepted":
        setup.save({TESTED: found["at_utc"]})
    setup.note("test", "done" if found["state"] == "accepted" else "failed", found["rcpt"])


def autosend(setup: "Setup") -> None:
    """Offer that alerts go on leaving after a restart."""
    from safetravel_cli.sos import autosend as hook

    status: dict[str, Any] = hook.answer_autosend({"action": "status"}, setup.env).data
    if any(row["installed"] for row in status["hooks"]):
        setup.note("autosend", "known")
        return
    if not status["hooks"]:
        setup.note("autosend", "failed", setup.say("autosend.none_there"))
        return
    wanted = setup.yes("autosend", "setup.ask_autosend")
    if not wanted:
        setup.note("autosend", "open" if wanted is None else "skipped")
        return
    try:
        done = hook.answer_autosend({"action": "install"}, setup.env).data
        setup.note("autosend", "failed" if done["status"] == "partial" else "set")
    except errors.SafeTravelError as error:
        setup.note("autosend", "failed", setup.say(error.key, **error.values).partition("|")[0])


def private(setup: "Setup") -> None:
    """Put a word before what is private, or take it away; whoever got here has said the old one."""
    from safetravel_cli.services import private as hiding

    if setup.given.get("no_private"):
        setup.save({hiding.SALT: None, hiding.MARK: None})
        setup.note("private", "done")
        return
    word = "" if setup.asks else setup.env.environ.get(hiding.VARIABLE, "")
    if setup.asks:
        word = asking.hidden(setup.env, setup.say("private.new"))
        hiding.marks(word)
        if asking.hidden(setup.env, setup.say("private.again")) != word:
            raise errors.UsageError("private.differ")
    if not word:
        raise errors.UsageError("private.needed")
    setup.save(hiding.marks(word))
    setup.note("private", "set")


STEPS = (mail, sms, test, autosend)
