"""`sos`: say whom to call, store the text, then the media, look where the person is, and watch the alert leave.

The order is the promise. Numbers come with no wait; nothing is called stored before it is on the medium; the text is
stored, and on its way, before a photo is touched, anything recorded or the position looked for; what is broken on the way
is a line, never an end. A process of its own sends (sos.progress), so that nothing hangs on this one.
"""

import os
import time

from safetravel_cli import exits, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.env import is_terminal
from safetravel_cli.i18n import Say
from safetravel_cli.sos import call, shots

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.sos.people import Recipient

BOOT_ID = "/proc/sys/kernel/random/boot_id"
# How long a person at a terminal can still stop the first send.
PAUSE_SECONDS = 3.0


def answer(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Answer `sos` in stages: call, stored, pause, media for each file, recording, location, sending, hand.

    Each answer holds all that is known so far and `stage`, what is new; the last one is whole. Its exit code is 0 (accepted
    by at least one channel), 75 (stored, leaves by itself), 78 (stored, the person must act) or 8 (not stored).
    """
    alert = Alert(arguments, env)
    steps = alert.steps()
    try:
        for stage in steps:
            yield alert.so_far(stage)
    finally:
        # A view that broke must not stop what is still to be stored; but nobody watches any more.
        alert.watched = False
        alert.recording.stop()
        for _ in steps:
            pass


class Alert:
    """Hold one alert while it is made."""

    __slots__ = (
        "created",
        "data",
        "env",
        "facts",
        "folder",
        "given",
        "problems",
        "recipients",
        "recording",
        "say",
        "text",
        "watched",
    )

    def __init__(self, arguments: "dict[str, Any]", env: "Env") -> None:
        self.env = env
        self.say = Say(env.language)
        self.created = env.now()
        self.folder = paths.outbox_dir(env.environ)
        self.given = arguments
        self.problems: list[dict[str, object]] = []
        self.facts: dict[str, Any] = {}
        self.recipients: list[Recipient] = []
        self.text = ""
        self.data: dict[str, Any] = {}
        self.watched = True
        self.recording = shots.Recording(self)

    def so_far(self, stage: str) -> Answer:
        """Return what is known now; the last stage is the answer for JSON."""
        from safetravel_cli.sos import deliveries

        data = {"stage": stage, **self.data}
        if self.env.view != "json":
            data["problems"] = [problem for problem in self.problems if problem["stage"] == stage]
            data["asked"] = self.given.get("message") == "-" and is_terminal(self.env.stdin)
        for name in ("changed", "pause_s", "wait_s", "recording") if self.env.view == "json" else ():
            del data[name]
        warnings = [{name: problem[name] for name in ("id", "message", "hint")} for problem in self.problems]
        alert = self.data["alert"]
        stored = alert["stored"] or stage == "call"
        data["status"] = "error" if not stored else "partial" if self.problems else "success"
        code = deliveries.verdict(self.data["deliveries"]) if stored else exits.NOT_STORED
        return Answer(data, exits.INTERRUPTED if alert["stopped"] else code, warnings)

    def steps(self) -> "Iterator[str]":
        """Do one step after another and yield the name of each when it is done."""
        self._call()
        yield "call"
        self._store_text()
        yield "stored"
        if self.data["alert"]["stored"]:
            yield from self._pause()
        if self.data["alert"]["stored"] and not self.data["alert"]["stopped"]:
            shots.make_room(self)
            for kind, path in shots.named(self.given):
                shots.keep(self, kind, path)
                yield "media"
            yield from self.recording.begin()
            if self._locate():
                yield "location"
            yield from self.recording.end()
            yield from self._send()
            yield from self._listen()
        if not self._accepted() and not self.data["alert"]["stopped"]:
            self._hand()
            yield "hand"

    def problem(self, stage: str, key: str, **values: object) -> None:
        """Note what went wrong, in words: what happened, and what it means for the alert where that is not plain."""
        try:
            # A value may itself be a key of the errors (why a position is none).
            from safetravel_cli.sos import message

            values = {one: message.line(str(value)) if one in ("name", "text") else value for one, value in values.items()}
            inner = {one: self.say(text) for one, text in values.items() if isinstance(text, str) and text.startswith("errors.")}
            what = self.say(key, **{**values, **inner}).partition("|")[0]
        except Exception:
            what = key
        name = key.partition(".")[2]
        hint = self.say("sos.hint_" + name) if self.say.has("sos.hint_" + name) else ""
        self.problems.append({"stage": stage, "id": name, "message": what, "hint": hint})

    def _call(self) -> None:
        at = self.given.get("at") or None
        try:
            found = call.look(self.env, at)
        except Exception as error:
            found = call.nothing(at)
            self.problem("call", "sos.lookup_failed", reason=type(error).__name__)
        for problem in found.pop("problems"):
            self.problem("call", problem["message"], **problem["values"])
        created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.created))
        drill = bool(self.given.get("drill"))
        alert = {"code": None, "id": None, "created_utc": created, "stored": False, "drill": drill, "stopped": False}
        empty: dict[str, Any] = {
            "parts": [],
            "recipients": [],
            "deliveries": [],
            "waiter": None,
            "hand": None,
            "located": "",
            "answer": None,
        }
        self.data = {**found, "alert": alert, **empty, "pause_s": None, "wait_s": None, "changed": [], "recording": []}

    def _store_text(self) -> None:
        from safetravel_cli.sos import typed

        words = typed.text(self.env, self.given.get("message"), lambda key, **values: self.problem("stored", key, **values))
        try:
            from safetravel_cli.sos import outbox

            self._gather(words)
            pause = PAUSE_SECONDS if self._may_stop() and self.recipients else 0.0
            facts = (self.data["alert"]["created_utc"], str(self.facts["time_zone"]), _boot_id(), self._compose)
            more: dict[str, Any] = {"exercise": self.facts["drill"], "deliveries": self.recipients, "after_s": pause}
            more["environ"] = self.env.environ
            (alert, code), aside = outbox.use(self.folder, lambda box: box.add_alert(*facts, **more))
        except Exception as error:
            self.problem("stored", "sos.not_stored", folder=self.folder, reason=reason(error))
            return
        if aside:
            self.problem("stored", "sos.outbox_set_aside", path=aside)
        self.data["alert"].update(code=code, id=alert, stored=True)
        self.data["pause_s"] = pause or None
        import hashlib

        octets = self.text.encode()
        part = {"kind": "text", "sha256": hashlib.sha256(octets).hexdigest(), "bytes": len(octets)}
        self.data["parts"].append({**part, "stored": True, "problem": None})

    def _may_stop(self) -> bool:
        """Tell whether a person sits there who could stop the first send."""
        return self.env.interactive() and self.env.view != "json" and not self.given.get("yes") and not self.env.silent

    def _gather(self, words: str) -> None:
        """Collect the facts of the alert as they were at this moment, and who gets it."""
        from safetravel_cli.sos import gather, whom

        def problem(key: str, **values: object) -> None:
            self.problem("stored", key, **values)

        to, drill = [str(name) for name in self.given.get("to") or []], bool(self.given.get("drill"))
        self.recipients = whom.choose(self.env, to, drill, self.data["call"]["missions"], problem)
        self.data["recipients"] = [
            {name: getattr(one, name) for name in ("name", "channel", "rcpt", "kind")} for one in self.recipients
        ]
        asked = self.given.get("people")
        if asked is not None and gather.people(asked) is None:
            problem("sos.people_odd", count=asked)
        kinds = [kind for kind, _ in shots.named(self.given)] + self.recording.announced(problem)
        given = {
            "message": words,
            "created": self.created,
            **{kind + "s": kinds.count(kind) for kind in ("photo", "video", "audio")},
            "kind": self.given.get("kind"),
            "people": gather.people(asked),
            "injured": self.given.get("injured"),
            "drill": drill,
            "channels": [one.channel for one in self.recipients if not one.missing],
            "hidden": self.given.get("no_location"),
        }
        self.facts = gather.facts(self.env, self.data, given)

    def _compose(self, code: str) -> "tuple[str, bytes]":
        """Return the body and the text of the alert; a text that cannot be laid out goes as it was typed."""
        from safetravel_cli.sos import body, message

        try:
            self.text = message.compose(self.facts, code, [])
            short = message.sms(self.facts, code)
        except Exception:
            drill = "LATIHAN / EXERCISE " if self.facts["drill"] else ""
            self.text = f"{drill}SOS {code}\n\n{self.facts['message']}\n"
            short = f"{drill}SOS {code}"
        return body.dump({**self.facts, "text": self.text, "sms": short}), self.text.encode()

    def _pause(self) -> "Iterator[str]":
        """Start what sends, and let a person at a terminal stop the first send for a moment."""
        from safetravel_cli.sos import progress

        if not self.recipients:
            return
        self.data["waiter"] = progress.start(self.folder, self.env)
        if not self.data["pause_s"]:
            return
        yield "pause"
        try:
            if self.watched:
                time.sleep(self.data["pause_s"])
        except KeyboardInterrupt:
            self._stop()
            yield "stopped"

    def _stop(self) -> None:
        """Take back what has not left; what has left cannot be taken back, and is told."""
        from safetravel_cli.sos import deliveries, news

        try:
            news.end(self.folder, self.data["alert"]["id"], self.data["alert"]["code"], self.facts, "cancel", self.env.now())
            self.data["alert"]["stopped"] = True
            self.data["deliveries"] = deliveries.read(self.folder, self.data["alert"]["id"], self.env.now())
        except Exception as error:
            self.problem("stopped", "sos.not_stopped", reason=reason(error))

    def _locate(self) -> bool:
        """Look where the device is, and add that to the alert; tell whether anything new was found."""
        known = self.data["position"]
        if self.given.get("no_location") or not self.watched or (known["method"] == "given" and known["lat"] is not None):
            return False
        from safetravel_cli.sos import locate, news

        try:
            shots = [part["place"] for part in self.data["parts"] if part.get("place")]
            found = locate.look(self.env, shots, [])
            if not found:
                return False
            self.data["located"] = "confirmed" if found["call"]["iso2"] == self.data["call"]["iso2"] else "elsewhere"
            self.data.update({name: found[name] for name in ("call", "position", "place", "country", "zone", "hint")})
            alert, code = self.data["alert"]["id"], self.data["alert"]["code"]
            news.add(self.folder, alert, code, self.facts, "locupdate", news.of_place(self.env, self.data))
        except KeyboardInterrupt:
            # Who is tired of waiting for a satellite still wants the rest.
            self.recording.stop()
            return False
        except Exception as error:
            self.problem("location", "sos.location_failed", reason=reason(error))
        return True

    def _send(self) -> "Iterator[str]":
        """Watch the alert leave, for a while; the last look decides what is said."""
        if not self.recipients:
            return
        from safetravel_cli.sos import deliveries, progress

        alert, wait = self.data["alert"]["id"], bool(self.given.get("wait"))
        self.data["waiter"] = progress.start(self.folder, self.env)
        carry = self.data["waiter"] == progress.IMPOSSIBLE
        seconds = progress.WAIT_SECONDS if wait else progress.WATCH_SECONDS
        if self.watched:
            self.data["wait_s"] = seconds
            yield "waiting"
        if not self.watched and not carry:
            seconds = 0.0
        for found, changed in progress.watch(self.folder, self.env, alert, seconds, carry):
            self.data.update(deliveries=found, changed=changed)
            yield "sending"
        try:
            self.data.update(deliveries=deliveries.read(self.folder, alert, self.env.now()), changed=[])
        except Exception as error:
            self.problem("sent", "sos.progress_unreadable", reason=reason(error))
        yield "sent"

    def _listen(self) -> "Iterator[str]":
        """Wait for an answer to a drill, as long as it was waited for the sending; what is accepted is not yet read."""
        if not (self.given.get("drill") and self.given.get("wait") and self.watched and self._accepted()):
            return
        from safetravel_cli.sos import deliveries, listen, progress

        alert = self.data["alert"]["id"]
        self.data["wait_s"] = progress.WAIT_SECONDS
        yield "listening"
        try:
            self.data["answer"] = listen.wait(self.env, self.folder, alert, progress.WAIT_SECONDS)
            self.data["deliveries"] = deliveries.read(self.folder, alert, self.env.now())
        except Exception as error:
            self.problem("answered", "sos.progress_unreadable", reason=reason(error))
        yield "answered"

    def _accepted(self) -> bool:
        from safetravel_cli.sos import deliveries

        return deliveries.verdict(self.data["deliveries"]) == exits.DONE

    def _hand(self) -> None:
        """Make what the person can send: a short text, links, a QR code for a telephone, a folder."""
        from safetravel_cli.sos import hand, links, message, news
        from safetravel_cli.views import qr

        alert, code = self.data["alert"], str(self.data["alert"]["code"] or "")
        kept = [part for part in self.data["parts"] if part["kind"] != "text" and part["stored"]]
        reach = call.numbers_to_reach(self.data["call"])
        if alert["drill"]:
            # Nobody is to be called for a drill.
            reach = dict.fromkeys(reach, "")
        short = f"SOS {code}".strip()
        held: dict[str, Any] = {"sms": short, "to": reach, "links": links.of(reach, short, short), "folder": None}
        self.data["hand"] = held
        try:
            if not self.facts:
                self._gather("")
            facts = {**self.facts, **news.of_place(self.env, self.data, bool(self.given.get("no_location")))}
            facts["created"] = self.created
            self.text = message.compose(facts, code, kept)
            held["sms"] = message.sms(facts, code)
            held["links"] = links.of(reach, held["sms"], message.subject(facts, code))
            if alert["stored"]:
                held["folder"] = hand.write(self.folder, {**alert, "created": self.created}, facts, kept, self.text)
        except Exception as error:
            self.problem("hand", "sos.folder_failed", reason=reason(error))
            made = os.path.join(self.folder, code)
            if code and os.path.isfile(os.path.join(made, hand.TEXT)):
                held["folder"] = made
        if self.env.view == "rich" and is_terminal(self.env.stdout):
            held["qr"] = qr.lines(held["links"]["whatsapp"], self.env.columns)


def reason(error: Exception) -> str:
    """Name an error by what the system or SQLite calls it, in no language."""
    import errno

    number = getattr(error, "errno", None)
    return errno.errorcode.get(number or 0) or str(getattr(error, "sqlite_errorname", "") or type(error).__name__)


def _boot_id() -> str:
    """Return the name of this boot where the system has one: with it a clock that jumped can be told from a restart."""
    try:
        with open(BOOT_ID, encoding="ascii") as file:
            return file.read(64).strip()
    except (OSError, ValueError):
        return ""
