"""The media of an alert while it is made: files that were named, and what is recorded now.

Whatever is wrong with one of them, the text is stored already: it becomes a part with its problem, and a line.
"""

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from safetravel_cli.sos.alert import Alert
    from safetravel_cli.sos.record import Taken

# Order among the media: what is small and tells most goes first.
PRIORITIES = {"thumb": 20, "photo": 30, "audio": 40, "video": 50}
LOOK_SECONDS = 0.2


def named(given: "Mapping[str, Any]") -> "list[tuple[str, str]]":
    """Return kind and path of each file that was named."""
    found = [("photo", str(path)) for path in given.get("photo") or []]
    return found + [(kind, str(given[kind])) for kind in ("audio", "video") if given.get(kind)]


def make_room(alert: "Alert") -> None:
    """Set room aside for the next alert before photos may fill the disk, and clear what killed runs left."""
    from safetravel_cli.sos import media, outbox

    outbox.keep_ballast(alert.folder)
    media.sweep(alert.folder, alert.created)


def keep(alert: "Alert", kind: str, path: str, name: str = "") -> None:
    """Keep one file as a part of the alert; `name` of a recording, else that of the file."""
    from safetravel_cli.sos import locate, media, message

    part = _part(kind, name or message.line(os.path.basename(path))[:120], bool(name))
    try:
        from safetravel_cli.sos import outbox

        kept = {**media.keep(alert.folder, path, kind=kind), "name": part["name"]}
        mine = alert.data["alert"]["id"]
        # Stored first, or whoever sends would take the photo before it.
        part["small_bytes"] = _thumb(alert, kept) if kind == "photo" else None
        outbox.use(alert.folder, lambda box: box.add_media(mine, kind, PRIORITIES[kind], kept), may_set_aside=False)
        part.update(kept, stored=True)
        part["as_is"] = _goes_as_it_is(alert, kind, str(kept["path"]))
        if kind == "photo" and not alert.given.get("no_location"):
            part["place"] = locate.read(os.path.join(alert.folder, str(kept["path"])))
    except media.MediaError as problem:
        part["problem"] = alert.say(problem.key, **problem.values)
    except Exception as error:
        from safetravel_cli.sos.alert import reason

        part["problem"] = alert.say("sos.media_unreadable", reason=reason(error))
    _add(alert, part)


def _part(kind: str, name: str, recorded: bool) -> "dict[str, Any]":
    part: dict[str, Any] = {"kind": kind, "sha256": None, "bytes": None, "stored": False, "problem": None, "name": name}
    return {**part, "recorded": recorded, "as_is": False, "small_bytes": None}


def _thumb(alert: "Alert", photo: "dict[str, Any]") -> "int | None":
    """Keep a small picture of a large photo, which gets through where the photo has to wait for a better line; return its size.

    Without Pillow, with nobody to send it to, or where anything is wrong with it, there is none.
    """
    from safetravel_cli.sos import media, outbox, smaller

    if photo["bytes"] < smaller.LARGE_BYTES or not _carried(alert, "thumb"):
        return None
    try:
        octets = smaller.draw(os.path.join(alert.folder, photo["path"]), smaller.THUMB_PIXELS, smaller.THUMB_QUALITY)
        kept = media.keep_thumb(alert.folder, octets, photo["name"], photo["mtime_utc"])
        mine = alert.data["alert"]["id"]
        outbox.use(alert.folder, lambda box: box.add_media(mine, "thumb", PRIORITIES["thumb"], kept), may_set_aside=False)
    except Exception:
        return None
    return len(octets)


def _add(alert: "Alert", part: "dict[str, Any]") -> None:
    if part["problem"]:
        words = f"{part['name'] or '?'}: {part['problem']}"
        alert.problems.append({"stage": "part", "id": f"{part['kind']}_not_kept", "message": words, "hint": ""})
    alert.data["parts"].append(part)


def _goes_as_it_is(alert: "Alert", kind: str, path: str) -> bool:
    """Tell whether somebody of the person's own gets the file with all that the camera wrote into it."""
    from safetravel_cli.sos import family

    return _carried(alert, kind, ("mission",)) and not family.possible(path, kind, alert.env.environ)


def _carried(alert: "Alert", kind: str, but: "tuple[str, ...]" = ()) -> bool:
    """Tell whether somebody gets a file of this kind."""
    from safetravel_cli.sos import channels

    names = {one.channel for one in alert.recipients if one.kind not in but}
    return any((channel := channels.load(name)) and channel.carries(kind) for name in sorted(names))


class Recording:
    """What is recorded while the alert leaves and the position is looked for: a thread, so that neither waits for it."""

    __slots__ = ("_alert", "_done", "_over", "_taken", "_wanted")

    def __init__(self, alert: "Alert") -> None:
        self._alert = alert
        self._wanted: list[tuple[str, int]] = []
        self._taken: list[tuple[str, Taken, str]] = []
        # Set by Ctrl-C, and when all is recorded. The thread itself is not joined: CPython 3.11 takes a thread whose join was
        # interrupted for one that has ended.
        self._over: threading.Event | None = None
        self._done: threading.Event | None = None

    def announced(self, problem: "Callable[..., None]") -> "list[str]":
        """Return the kinds that will follow as far as can be known before; a length that cannot be is told. Raises nothing."""
        from safetravel_cli.sos.record import KINDS, LONGEST_SECONDS

        self._wanted = []
        for kind in KINDS:
            seconds = self._alert.given.get(f"record_{kind}")
            if seconds is None:
                continue
            if seconds > LONGEST_SECONDS:
                problem("record.too_long", option=f"--record-{kind}", seconds=LONGEST_SECONDS)
            elif seconds < 1:
                problem("record.too_short", option=f"--record-{kind}", seconds=LONGEST_SECONDS)
                continue
            self._wanted.append((kind, min(seconds, LONGEST_SECONDS)))
        return [kind for kind, _ in self._wanted if not self._lacks(kind)]

    def _held(self) -> "dict[str, str]":
        """Return the settings of the devices; a damaged state has none."""
        try:
            from safetravel_cli.store import state

            held = state.read(self._alert.env)
        except Exception:
            return {}
        return {name: value for name, value in held.items() if name.startswith("capture.")}

    def _lacks(self, kind: str) -> str:
        from safetravel_cli.sos import record

        try:
            return record.lacks(kind, self._held(), self._alert.env.environ)
        except Exception:
            return "failed"

    def begin(self) -> "Iterator[str]":
        """Begin to record; yield media for what cannot be, and recording when it has begun."""
        possible = []
        for kind, seconds in self._wanted:
            # Whoever is gone could not end it either.
            word = self._lacks(kind) if self._alert.watched else "stopped"
            if word:
                self._refuse(kind, word, "")
                yield "media"
            else:
                possible.append((kind, seconds))
        if not possible:
            return
        import threading

        self._over, self._done = threading.Event(), threading.Event()
        self._outlive_terminal()
        work = (possible, self._held(), dict(self._alert.env.environ), self._over, self._done)
        threading.Thread(target=self._work, args=work, daemon=True).start()
        self._alert.data["recording"] = [{"kind": kind, "seconds": seconds} for kind, seconds in possible]
        yield "recording"

    def _outlive_terminal(self) -> None:
        """Let a terminal that is closed end the recording, not this process: what there is so far is kept and sent."""
        import signal
        import threading

        hangup = getattr(signal, "SIGHUP", None)
        if hangup is None or threading.current_thread() is not threading.main_thread():
            return
        # Whoever started us with nohup has more in mind than this terminal.
        if signal.getsignal(hangup) is signal.SIG_DFL:
            signal.signal(hangup, lambda *_: self.stop())

    def _work(
        self,
        wanted: "list[tuple[str, int]]",
        held: "dict[str, str]",
        environ: "dict[str, str]",
        over: "threading.Event",
        done: "threading.Event",
    ) -> None:
        """Record one after another: a second program may not open the same microphone."""
        from safetravel_cli.sos import media, record

        folder = os.path.join(self._alert.folder, media.FOLDER)
        try:
            for kind, seconds in wanted:
                began = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(self._alert.env.now()))
                if over.is_set():
                    self._taken.append((kind, record.Taken(word="stopped"), began))
                else:
                    self._taken.append((kind, record.take(kind, seconds, folder, held, environ, over), began))
        finally:
            done.set()

    def stop(self) -> None:
        """End the recording now; what there is so far is kept."""
        if self._over:
            self._over.set()

    def end(self) -> "Iterator[str]":
        """Wait until all is recorded, or Ctrl-C; keep each file and yield media for it."""
        if not self._done:
            return
        self._carry()
        while not self._done.is_set():
            try:
                self._done.wait(LOOK_SECONDS)
            except KeyboardInterrupt:
                self.stop()
        from safetravel_cli.sos import record

        for kind, taken, began in self._taken:
            if taken.path:
                try:
                    keep(self._alert, kind, taken.path, f"{kind}-{began}{os.path.splitext(taken.path)[1]}")
                finally:
                    record.remove(taken.path)
            else:
                self._refuse(kind, taken.word, taken.said)
            yield "media"

    def _carry(self) -> None:
        """Let the text leave while it is recorded, where no process of its own can send it."""
        from safetravel_cli.sos import progress

        if self._alert.data["waiter"] != progress.IMPOSSIBLE or not self._alert.recipients:
            return
        try:
            progress.send_due(self._alert.folder, self._alert.env)
        except KeyboardInterrupt:
            self.stop()
        except Exception:
            # The last look, after the recording, tells what became of it.
            pass

    def _refuse(self, kind: str, word: str, said: str) -> None:
        part = _part(kind, "", True)
        part["problem"] = self._alert.say("record." + word, kind=kind, said=said)
        _add(self._alert, part)
