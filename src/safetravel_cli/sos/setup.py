"""`setup`: everything before departure, asked once. Each answer is kept at once, so that it can be stopped and gone on with.

Every question has an option; where nobody can be asked, what is still missing is named with its option, and nothing waits.
"""

from safetravel_cli import errors, exits
from safetravel_cli.domain.answer import Answer
from safetravel_cli.i18n import Say
from safetravel_cli.services import asking
from safetravel_cli.services.config import save
from safetravel_cli.sos import people
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from safetravel_cli.env import Env

SKIPPED, ANSWER = "setup.skipped.", "setup.answer."
YES, NO = ("yes", "y", "ya", "iya"), ("no", "n", "tidak", "t")
# What an alert cannot do without, and the option that gives it.
FLAGS = {
    "name": "--name",
    "contact": "--contact",
    "smtp.from": "--mail",
    "smtp.host": "--server",
    "smtp.password_file": "--password-stdin",
    "smtp.token_command": "--token-command",
    "telegram.token_file": "--secret-stdin telegram",
    "sendmail.command": "--sendmail",
    "exec.command": "--exec",
    "address": "--contact",
}


def answer(arguments: "dict[str, Any]", env: "Env") -> Answer:
    """Answer `setup` with what is set up afterwards.

    steps[]: step, state (set, known, skipped, open, done, failed), detail. missing[]: step and option of what an alert needs
    and has not. ready: how many channels send by themselves; hand_only: none does. test: what became of the message to
    oneself, or null. stopped: the person went away. The exit code is 0, 2 where something is missing and nobody could be
    asked, or 130.

    Raises:
        UsageError, NotFound, Ambiguous: an option is not what it should be; what came before it is kept.
    """
    from safetravel_cli.sos import setup_people, setup_ways

    setup = Setup(arguments, env)
    try:
        if arguments.get("private") or arguments.get("no_private"):
            setup_ways.private(setup)
        else:
            setup.language()
            for step in (*setup_people.STEPS, *setup_ways.STEPS):
                step(setup)
    except (KeyboardInterrupt, asking.Stopped):
        asking.tell(env, "")
        setup.stopped = True
    return setup.end()


def _reaches(row: "dict[str, Any]", contact: people.Contact) -> bool:
    return row["state"] == "ready" and any(one["slug"] == contact.slug for one in row["contacts"])


class Setup:
    """Hold one run: what was given, who can be asked, what came of each step."""

    __slots__ = ("asks", "began", "env", "given", "say", "steps", "stopped", "test")

    def __init__(self, arguments: "dict[str, Any]", env: "Env") -> None:
        self.env = env
        self.given = arguments
        self.say = Say(env.language)
        self.asks = asking.possible(env)
        self.steps: list[dict[str, str]] = []
        self.test: dict[str, Any] | None = None
        self.stopped = False
        if arguments.get("again"):
            self.save({name: None for name in self.held() if name.startswith((SKIPPED, ANSWER))})
        self.began = self.ready()

    def held(self) -> "dict[str, str]":
        """Return what is stored now."""
        return state.read(self.env)

    def settings(self) -> people.Settings:
        """Return the settings of channels as they are stored now."""
        return people.settings(self.env)

    def ready(self) -> "list[str]":
        """Return the names of the channels that send by themselves as it is now."""
        from safetravel_cli.sos import overview

        shown: Any = overview.answer_channels({}, self.env).data
        return [str(row["name"]) for row in shown["channels"] if row["state"] == "ready"]

    def save(self, changes: "dict[str, str | None]") -> None:
        """Store at once."""
        if changes:
            save(self.env, changes)

    def note(self, step: str, what: str, detail: str = "") -> None:
        """Write down what came of a step."""
        self.steps.append({"step": step, "state": what, "detail": detail})

    def tell(self, key: str, **values: object) -> None:
        """Tell a person who is asked something; nothing is said where nobody is."""
        if self.asks:
            asking.tell(self.env, self.say(key, **values))

    def ask(self, step: str, key: str, check: "Callable[[str], Any]", **values: object) -> "Any":
        """Return what the option of this step, or else the person, says; None where neither does.

        Raises:
            UsageError, NotFound, Ambiguous: the option is not what it should be.
        """
        if self.given.get(step):
            return check(str(self.given[step]))
        if not self.asks or SKIPPED + step in self.held():
            return None
        while True:
            typed = asking.line(self.env, self.say(key, **values))
            if not typed:
                self.save({SKIPPED + step: "yes"})
                return None
            try:
                return check(typed)
            except errors.SafeTravelError as error:
                self.refuse(error)

    def refuse(self, error: errors.SafeTravelError) -> None:
        """Say why an answer is none."""
        parts = self.say(error.key, **error.values).split("|")
        near = [self.say.pick(one, "name") if isinstance(one, dict) else str(one) for one in error.choices]
        asking.tell(self.env, " ".join([parts[0], parts[-1] if parts[1:] else "", ", ".join(near[:5])]).strip())

    def yes(self, step: str, key: str, **values: object) -> "bool | None":
        """Return a yes or no as the option or the person gives it, None where neither does. A no is remembered."""
        given = self.given.get(step)
        if not given and self.held().get(ANSWER + step) == "no":
            return False
        if not given:
            if not self.asks:
                return None
            typed = ""
            while typed not in YES + NO:
                typed = asking.line(self.env, self.say(key, **values)).casefold() or "no"
            given = "yes" if typed in YES else "no"
        self.save({ANSWER + step: str(given)})
        return given == "yes"

    def language(self) -> None:
        """Ask for the language before anything else, in both; remember plain lines where they are asked for."""
        if self.given.get("plain"):
            self.save({"setting.plain": "yes"})
        chosen = self.given.get("lang")
        known = self.held().get("setting.language")
        if not chosen and not known and self.asks:
            typed = ""
            while typed not in ("1", "2", "id", "en"):
                typed = asking.line(self.env, self.say("setup.ask_language")).casefold()
            chosen = {"1": "id", "2": "en"}.get(typed, typed)
        if chosen:
            self.save({"setting.language": str(chosen)})
            self.env.language = str(chosen)
            self.say = Say(self.env.language)
        self.note("language", "set" if chosen else "known" if known else "open", self.env.language)
        self.tell("setup.welcome")

    def missing(self) -> "list[dict[str, str]]":
        """Return what an alert needs and has not, with the option that gives it."""
        from safetravel_cli.sos import overview

        found = [] if self.held().get("profile.name") else ["name"]
        found += [] if people.contacts(self.env) else ["contact"]
        shown: Any = overview.answer_channels({}, self.env).data
        rows = [row for row in shown["channels"] if row["in_use"] and row["name"] != overview.HAND]
        lacks = [str(row["missing"]) for row in rows if row["missing"]]
        if not shown["ready"]:
            # Of a mail account the address comes first: most servers follow from it.
            mail = ["smtp.from"] if lacks and "smtp.host" in lacks and not self.held().get("smtp.from") else []
            found += [*mail, *[one for one in lacks if not mail or one != "smtp.host"]]
            found += [] if lacks or "contact" in found else ["address"]
        found = list(dict.fromkeys(found))
        return [{"what": name, "option": FLAGS.get(name, "")} for name in found]

    def end(self) -> Answer:
        """Return what is set up now, and never more than that."""
        from safetravel_cli.services import private
        from safetravel_cli.sos import overview

        shown: Any = overview.answer_channels({}, self.env).data
        missing = self.missing()
        data = {
            "status": "success" if shown["ready"] and not missing and not self.stopped else "partial",
            "steps": self.steps,
            "missing": missing,
            "ready": shown["ready"],
            "hand_only": not shown["ready"],
            "contacts": [
                {
                    **{name: getattr(one, name) for name in ("name", "kind", "email", "phone", "language")},
                    "by": [str(row["name"]) for row in shown["channels"] if _reaches(row, one)],
                }
                for one in people.contacts(self.env)
            ],
            "test": self.test,
            "private": private.is_on(self.env),
            "stopped": self.stopped,
        }
        only_private = bool(self.given.get("private") or self.given.get("no_private"))
        data["missing"] = [] if only_private else missing
        if self.stopped:
            return Answer(data, exits.INTERRUPTED)
        return Answer(data, exits.USAGE if data["missing"] and not self.asks else exits.DONE)
