"""The question of `setup` about ways beside mail and SMS, and what each of them needs: one table, no code for any way alone."""

import functools
from collections import namedtuple

from safetravel_cli import errors
from safetravel_cli.sos import channels, people, setup_chats, setup_people, setup_secrets
from safetravel_cli.sos.setup import ANSWER, SKIPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.sos.setup import Setup

# `program`: the setting that names one; `secret`, and whether it must be there; `field`: where it reaches a contact.
Way = namedtuple("Way", "name program secret needed field")
WAYS = (
    Way("sendmail", "sendmail.command", "", False, ""),
    Way("ntfy", "", "ntfy.token", False, "ntfy"),
    Way("telegram", "", "telegram.token", True, "telegram"),
    Way("webhook", "", "webhook.key", False, "webhook"),
    Way("exec", "exec.command", "", False, "exec"),
)


def others(setup: "Setup") -> None:
    """Ask once for other ways, and set up those that are wanted; what each has is not asked again."""
    wanted = _wanted(setup)
    for way in WAYS:
        if way.name in wanted:
            _set_up(setup, way)
    if not wanted:
        setup.note("ways", "skipped" if SKIPPED + "ways" in setup.held() else "open")


def _wanted(setup: "Setup") -> "list[str]":
    """Return the ways that are in use, were chosen, or that an option or the person names now."""
    given = [way.name for way in WAYS if way.program and setup.given.get(_option(way))]
    used = [*channels.names(setup.settings()), *setup.held().get(ANSWER + "ways", "").split(), *given]
    used = [way.name for way in WAYS if way.name in used]
    if used and not setup.given.get("ways"):
        return used
    offered = {way.name: _offer(setup, way) for way in WAYS}
    offered = {name: words for name, words in offered.items() if words}
    listed = "; ".join(f"{number} {words}" for number, words in enumerate(offered.values(), 1))
    chosen = setup.ask("ways", "setup.ask_ways", functools.partial(_choose, list(offered)), ways=listed)
    if chosen:
        chosen = [way.name for way in WAYS if way.name in (*used, *chosen)]
        setup.save({ANSWER + "ways": " ".join(chosen), SKIPPED + "ways": None})
    return chosen or used


def _option(way: Way) -> str:
    return str(way.program).replace(".", "_")


def _offer(setup: "Setup", way: Way) -> str:
    """Return how a way is called; a mail program only where there is one, by its path."""
    from safetravel_cli.sos.channels import sendmail

    if way.name != sendmail.NAME:
        return setup.say("setup.other_" + way.name)
    found = sendmail.command(people.Settings({}, setup.env.environ))
    return setup.say("setup.other_sendmail", path=found[0]) if found else ""


def _choose(offered: "list[str]", text: str) -> "list[str]":
    words = text.lower().replace(",", " ").split()
    numbers = {str(number): name for number, name in enumerate(offered, 1)}
    chosen = [numbers.get(word, word) for word in words]
    if not chosen or any(word not in offered for word in chosen):
        raise errors.UsageError("setup.bad_ways", taken=", ".join(offered))
    return chosen


def _set_up(setup: "Setup", way: Way) -> None:
    if way.program:
        _program(setup, way)
    usable = not way.needed or setup_secrets.ask(setup, way.secret, True)
    for one in people.contacts(setup.env):
        if way.field and usable and one.kind == "own" and not getattr(one, way.field):
            _address(setup, way, one)
    reached = [one.name for one in people.contacts(setup.env) if way.field and getattr(one, way.field)]
    if way.secret and not way.needed and reached:
        setup_secrets.ask(setup, way.secret, False)
    done = "known" if way.name in setup.began else "set"
    setup.note(way.name, done if way.name in setup.ready() else "open", ", ".join(reached))


def _program(setup: "Setup", way: Way) -> None:
    from safetravel_cli.sos.channels import program, sendmail

    def check(text: str) -> str:
        words = program.split(setup_secrets.line(text))
        if not words or not program.find(words[0], setup.env.environ, sendmail.FOLDERS):
            raise errors.UsageError("setup.no_program", name=text)
        return text

    if setup.given.get(_option(way)):
        setup.save({way.program: check(str(setup.given[_option(way)]))})
    elif not setup.held().get(way.program) and way.name == sendmail.NAME:
        # It stood in the question with its path.
        setup.save({way.program: " ".join(sendmail.command(setup.settings())) or None})
    elif not setup.held().get(way.program):
        setup.save({way.program: setup.ask(way.name, "setup.ask_" + way.name, check)})
    if way.name == sendmail.NAME and not setup.held().get("smtp.from"):
        setup.save({SKIPPED + "mail": None})
        setup.save({"smtp.from": setup.ask("mail", "setup.ask_mail", functools.partial(setup_people.value, "email"))})


def _address(setup: "Setup", way: Way, contact: people.Contact) -> None:
    """Ask where a way reaches a contact."""
    step = f"{way.name}.{contact.slug}"
    check = functools.partial(setup_people.value, way.field)
    if way.name == "telegram":
        check = functools.partial(setup_chats.value, setup)
    found: str | None = setup.ask(step, f"setup.ask_way_{way.name}", check, name=contact.name)
    if found:
        setup.save({f"contact.{contact.slug}.{way.field}": found})
        if way.name == "ntfy":
            setup.tell("setup.ntfy_follow", name=contact.name, topic=found)
