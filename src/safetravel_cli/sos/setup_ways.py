"""The questions of `setup` about how an alert leaves: mail, SMS, a test, what goes on after a restart, a word before it all."""

from safetravel_cli import errors, settings
from safetravel_cli.services import asking
from safetravel_cli.sos import presets, setup_others, setup_secrets
from safetravel_cli.sos.setup import SKIPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.setup import Setup

TESTED = "setup.tested"
PASSWORD = "smtp.password"  # noqa: S105 - the name of a secret


def mail(setup: "Setup") -> None:
    """Ask for the mail account that the alert leaves by; where the provider is known, its server is."""
    known = setup.held().get("smtp.from", "")
    if setup.given.get("mail") or not known:
        _choose(setup)
    elif setup.given.get("server"):
        setup.save(_server(setup, known))
    for name in ("security", "user"):
        if setup.given.get(name):
            setup.save({"smtp." + name: setup_secrets.line(str(setup.given[name]))})
    now = setup.held().get("smtp.from", "")
    changed = now != known or setup.given.get("mail") or setup.given.get("server")
    setup.note("mail", "set" if changed else "known" if now else "skipped" if SKIPPED + "mail" in setup.held() else "open", now)


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
        key = "setup.preset_as_of" if preset.as_of else "setup.preset_unverified"
        setup.tell(key, date=setup.say.date(preset.as_of))
    if preset and preset.way == "token" and not setup.given.get("token_command"):
        token = setup.ask("token_command", "setup.ask_token", setup_secrets.line)
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


def password(setup: "Setup") -> None:
    """See to the password or the token. A password is typed unseen into a file of 0600 or a key ring; it stands in no setting."""
    if setup.given.get("token_command"):
        setup.save({"smtp.token_command": setup_secrets.line(str(setup.given["token_command"]))})
    held = setup.settings()
    if not held.get("smtp.user"):
        return
    known = bool(held.get("smtp.token_command"))
    if not known and not presets.advice(held):
        preset = presets.by_host(held.get("smtp.host"))
        known = setup_secrets.ask(setup, PASSWORD, True, grouped=bool(preset and preset.way == "app_password"))
    setup.note("password", "set" if known else "open")


def sms(setup: "Setup") -> None:
    """Offer SMS on Android, and take the list of channels that was given."""
    if setup.given.get("channels"):
        setup.save({"setting.channels": setup_secrets.line(str(setup.given["channels"]))})
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
        bad = done["status"] == "partial"
        setup.note("autosend", "failed" if bad else "set", setup.say("setup.autosend_inactive") if bad else "")
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


STEPS = (mail, setup_secrets.take, password, sms, setup_others.others, test, autosend)
