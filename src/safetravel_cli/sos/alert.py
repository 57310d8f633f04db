"""`sos`: say whom to call, store the text, then the photos, then give what can be sent by hand.

The order is the promise. Numbers come with no wait; nothing is called stored before it is on the medium; the text is
stored before a photo is touched; what is broken on the way is a line, never an end. The sender of a later version
starts after the last step; until then the person sends, and the exit code says so.
"""

import os
import time

from safetravel_cli import exits, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.env import is_terminal
from safetravel_cli.i18n import Say
from safetravel_cli.sos import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env

BOOT_ID = "/proc/sys/kernel/random/boot_id"
STDIN_SECONDS = 15.0


def answer(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Answer `sos [--photo FILE]... [--message TEXT] [--at PLACE]` in stages: call, stored, media for each photo, hand.

    Each answer holds all that is known so far and `stage`, what is new; the last one is whole. Its exit code is 78,
    or 8 where not even the text could be stored.
    """
    alert = _Alert(arguments, env)
    steps = alert.steps()
    try:
        for stage in steps:
            yield alert.so_far(stage)
    finally:
        # A closed pipe or a view that broke must not stop what is still to be stored.
        for _ in steps:
            pass


class _Alert:
    """Hold one alert while it is made."""

    __slots__ = ("at", "created", "data", "env", "facts", "folder", "message", "photos", "problems", "say", "text")

    def __init__(self, arguments: "dict[str, Any]", env: "Env") -> None:
        self.env = env
        self.say = Say(env.language)
        self.created = env.now()
        self.folder = paths.outbox_dir(env.environ)
        self.photos: list[str] = list(arguments.get("photo") or [])
        self.message: str | None = arguments.get("message")
        self.at: str | None = arguments.get("at") or None
        self.problems: list[dict[str, object]] = []
        self.facts: dict[str, Any] = {}
        self.text = ""
        self.data: dict[str, Any] = {}

    def so_far(self, stage: str) -> Answer:
        """Return what is known now; the last stage is the answer for JSON."""
        data = {"stage": stage, **self.data}
        if self.env.view != "json":
            data["problems"] = [problem for problem in self.problems if problem["stage"] == stage]
            data["asked"] = self.message == "-" and is_terminal(self.env.stdin)
        warnings = [{name: problem[name] for name in ("id", "message", "hint")} for problem in self.problems]
        stored = self.data["alert"]["stored"] or stage == "call"
        data["status"] = "error" if not stored else "partial" if self.problems else "success"
        return Answer(data, exits.STORED_NO_CHANNEL if stored else exits.NOT_STORED, warnings)

    def steps(self) -> "Iterator[str]":
        """Do one step after another and yield the name of each when it is done."""
        self._call()
        yield "call"
        self._store_text()
        yield "stored"
        if self.data["alert"]["stored"]:
            self._keep_ballast()
            for path in self.photos:
                self._store_photo(path)
                yield "media"
        self._hand()
        yield "hand"

    def _problem(self, stage: str, key: str, **values: object) -> None:
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
        try:
            found = call.look(self.env, self.at)
        except Exception as error:
            found = call.nothing(self.at)
            self._problem("call", "sos.lookup_failed", reason=type(error).__name__)
        for problem in found.pop("problems"):
            self._problem("call", problem["message"], **problem["values"])
        created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.created))
        alert = {"code": None, "id": None, "created_utc": created, "stored": False}
        self.data = {**found, "alert": alert, "parts": [], "hand": None}

    def _store_text(self) -> None:
        message = self._read_message()
        try:
            from safetravel_cli.sos import outbox

            self._gather(message)
            zone = str(self.facts["time_zone"])
            (alert, code), aside = outbox.use(
                self.folder, lambda box: box.add_alert(self.data["alert"]["created_utc"], zone, _boot_id(), self._compose)
            )
        except Exception as error:
            self._problem("stored", "sos.not_stored", folder=self.folder, reason=_reason(error))
            return
        if aside:
            self._problem("stored", "sos.outbox_set_aside", path=aside)
        self.data["alert"].update(code=code, id=alert, stored=True)
        import hashlib

        octets = self.text.encode()
        part = {
            "kind": "text",
            "sha256": hashlib.sha256(octets).hexdigest(),
            "bytes": len(octets),
            "stored": True,
            "problem": None,
        }
        self.data["parts"].append(part)

    def _read_message(self) -> str:
        """Return the message without what could do harm; a broken standard input is a problem, not an end."""
        from safetravel_cli.sos import message

        text = self.message or ""
        try:
            if text == "-":
                text = _read(self.env, message.MESSAGE_LIMIT)
            text = message.clean(text)
        except Exception as error:
            self._problem("stored", "sos.message_unreadable", reason=type(error).__name__)
            return ""
        if len(text) > message.MESSAGE_LIMIT:
            self._problem("stored", "sos.message_cut", count=message.MESSAGE_LIMIT)
        return text[: message.MESSAGE_LIMIT]

    def _gather(self, text: str) -> None:
        """Collect the facts of the alert as they were at this moment; they are never changed afterwards."""
        from safetravel_cli.sos import message

        local = time.localtime(self.created)
        data = self.data
        self.facts = {
            "who": "",
            "message": text,
            "at": message.line(data["at"])[:500],
            "position": data["position"],
            "place": data["place"],
            "country": data["country"],
            "country_en": data["call"]["name_en"],
            "country_id": data["call"]["name_id"],
            "hint": message.line(data["hint"])[:500],
            "created": self.created,
            "utc_offset_s": local.tm_gmtoff or 0,
            "time_zone": local.tm_zone or "",
            "photos": len(self.photos),
            "language": self.env.language,
        }

    def _compose(self, code: str) -> "tuple[str, bytes]":
        """Return the body and the text of the alert; a text that cannot be laid out goes as it was typed."""
        from safetravel_cli.sos import body, message

        try:
            self.text = message.compose(self.facts, code, [])
            short = message.sms(self.facts, code)
        except Exception:
            self.text = f"SOS {code}\n\n{self.facts['message']}\n"
            short = f"SOS {code}"
        return body.dump({**self.facts, "text": self.text, "sms": short}), self.text.encode()

    def _keep_ballast(self) -> None:
        """Set room aside for the next alert before photos may fill the disk, and clear what killed runs left."""
        from safetravel_cli.sos import media, outbox

        outbox.keep_ballast(self.folder)
        media.sweep(self.folder, self.created)

    def _store_photo(self, path: str) -> None:
        """Keep one photo; whatever is wrong with it, the text is stored already."""
        from safetravel_cli.sos import media, message

        part: dict[str, Any] = {"kind": "photo", "sha256": None, "bytes": None, "stored": False, "problem": None}
        part["name"] = message.line(os.path.basename(path))[:120]
        try:
            from safetravel_cli.sos import outbox

            kept = {**media.keep(self.folder, path), "name": part["name"]}
            alert = self.data["alert"]["id"]
            outbox.use(self.folder, lambda box: box.add_media(alert, "photo", 30, kept), may_set_aside=False)
            part.update(kept, stored=True)
        except media.MediaError as problem:
            part["problem"] = self.say(problem.key, **problem.values)
        except Exception as error:
            part["problem"] = self.say("sos.media_unreadable", reason=_reason(error))
        if part["problem"]:
            part_name = part["name"] or "?"
            self.problems.append(
                {"stage": "part", "id": "photo_not_kept", "message": f"{part_name}: {part['problem']}", "hint": ""}
            )
        self.data["parts"].append(part)

    def _hand(self) -> None:
        """Make what the person can send: a short text, links, a QR code for a telephone, a folder."""
        from safetravel_cli.sos import hand, links, message, qr

        alert, code = self.data["alert"], str(self.data["alert"]["code"] or "")
        kept = [part for part in self.data["parts"] if part["kind"] == "photo" and part["stored"]]
        reach = call.numbers_to_reach(self.data["call"])
        short = f"SOS {code}".strip()
        held: dict[str, Any] = {"sms": short, "to": reach, "links": links.of(reach, short, short), "folder": None}
        self.data["hand"] = held
        try:
            if not self.facts:
                self._gather("")
            self.text = message.compose(self.facts, code, kept)
            held["sms"] = message.sms(self.facts, code)
            held["links"] = links.of(reach, held["sms"], message.subject(self.facts, code))
            if alert["stored"]:
                held["folder"] = hand.write(self.folder, {**alert, "created": self.created}, self.facts, kept, self.text)
        except Exception as error:
            self._problem("hand", "sos.folder_failed", reason=_reason(error))
            made = os.path.join(self.folder, code)
            if code and os.path.isfile(os.path.join(made, hand.TEXT)):
                held["folder"] = made
        if self.env.view == "rich" and is_terminal(self.env.stdout):
            held["qr"] = qr.lines(held["links"]["whatsapp"], self.env.columns)


def _reason(error: Exception) -> str:
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


def _read(env: "Env", limit: int) -> str:
    """Read standard input to its end, from a pipe for at most 15 seconds; `limit` is in characters."""
    stream = env.stdin
    try:
        handle = stream.fileno()
    except (AttributeError, OSError, ValueError):
        return stream.read(limit + 1)
    octets = b""
    deadline = time.monotonic() + STDIN_SECONDS
    while len(octets) <= limit * 4:
        if os.name == "posix" and not is_terminal(stream):
            import select

            if not select.select([handle], [], [], max(0.0, deadline - time.monotonic()))[0]:
                break
        chunk = os.read(handle, 65536)
        if not chunk:
            break
        octets += chunk
    return octets.decode("utf-8", "replace")
