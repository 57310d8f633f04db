"""What a waiter does between its first try and its last: send, sleep until something comes up, send again."""

import os
import time

from safetravel_cli import __version__
from safetravel_cli.sos import mark, waiter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.env import Env

LONGEST = 900.0
# How often to look where the kernel does not tell of links, or no pipe can be made: seconds, then slower with time.
LOOK, LOOK_SLOWEST, LOOK_SLOWER = 5.0, 60.0, 60
# After a link came up: a connection is often usable only a moment later (DHCP, name server, neighbour discovery).
BURST = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
# A link that flaps may not call the sender more often than this, after the first few times.
LINK_TOKENS, LINK_SECONDS = 8, 15.0
BUSY_SECONDS = 1.0
FAULT_SECONDS = (5.0, 15.0, 60.0, 300.0, 900.0)


class Vigil:
    """Hold what one waiter waits on."""

    __slots__ = ("burst", "env", "faults", "folder", "linked", "links", "looks", "pipe", "program", "tokens", "tokens_at")

    def __init__(self, folder: str, env: "Env") -> None:
        from safetravel_cli.sos import netlink

        self.folder = folder
        self.env = env
        self.links = netlink.Links()
        self.pipe = _pipe(folder)
        self.burst: Iterator[float] = iter(())
        self.faults = self.looks = 0
        self.linked = False
        self.program = _program()
        self.tokens, self.tokens_at = float(LINK_TOKENS), time.monotonic()

    def work(self, late: bool) -> bool:
        """Send and wait until nothing is left; tell whether this waiter is done (False: a successor takes over)."""
        try:
            if not mark.read(self.folder):
                mark.put(self.folder)
            if late:
                self._all_due()
            while os.path.isdir(self.folder):
                seen = mark.read(self.folder)
                left, seconds = self._pass()
                if not left and mark.lift(self.folder, seen):
                    return True
                if self._outdated():
                    return False
                self._wait(seconds if left else 0.0, seen)
            return True
        finally:
            self.links.close()
            if self.pipe is not None:
                os.close(self.pipe)

    def _pass(self) -> "tuple[bool, float]":
        """Let the sender work once; return whether anything is left that leaves by itself, and in how many seconds to go on."""
        from safetravel_cli.sos import sender

        # Contacts and settings may have been changed while this one slept.
        self.env.state = None
        try:
            outcome = sender.work(self.folder, self.env)
        except sender.Busy:
            return True, BUSY_SECONDS
        except Exception as error:
            # A defect may be gone tomorrow (a full disk, an upgrade in the middle); the alert must not wait for a person.
            self._note(error)
            self.faults += 1
            return True, FAULT_SECONDS[min(self.faults, len(FAULT_SECONDS)) - 1]
        self.faults = 0
        if not outcome.left:
            return False, 0.0
        seconds = LONGEST if outcome.next_in is None else max(0.0, outcome.next_in)
        return True, seconds

    def _note(self, error: Exception) -> None:
        """Leave the kind and the place of a defect beside the outbox, and none of the words of the alert."""
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
        try:
            with open(os.path.join(self.folder, waiter.FAULT), "w", encoding="utf-8") as file:
                file.write(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {type(error).__name__} {place} {__version__}\n")
        except OSError:
            pass

    def _outdated(self) -> bool:
        """Tell whether another version has taken over; one that nobody has started yet is started, and waits for the lock."""
        if mark.version(mark.read(self.folder)) not in ("", __version__):
            return True
        program = _program()
        if not program or program == self.program:
            return False
        try:
            return waiter.spawn(self.folder, self.env)
        except (OSError, ValueError):
            return False

    def _wait(self, seconds: float, seen: str) -> None:
        """Sleep until the time is over, something comes up, or more is queued."""
        end = time.monotonic() + min(seconds, LONGEST)
        step = next(self.burst, None)
        if step is not None:
            end = min(end, time.monotonic() + step)
        while (left := end - time.monotonic()) > 0:
            files = self._sleep(left)
            if self.pipe is not None and self.pipe in files:
                _drain(self.pipe)
                return
            if mark.read(self.folder) != seen:
                return
            self.linked = self.links.news() or self.linked
            if self.linked and self._may():
                self.linked = False
                self.burst = iter(BURST)
                self._all_due()
                return
        if step is not None:
            self._again()

    def _sleep(self, seconds: float) -> "list[object]":
        """Wait on the kernel and on the pipe, no longer than the next look where one of them is missing."""
        files = [file for file in (self.links.file, self.pipe) if file is not None]
        if self.linked:
            seconds = min(seconds, (1 - self.tokens) * LINK_SECONDS)
        if self.links.file is None or self.pipe is None:
            self.looks += 1
            seconds = min(seconds, LOOK * (1 + self.looks // LOOK_SLOWER), LOOK_SLOWEST)
        if not files:
            time.sleep(seconds)
            return []
        import select

        return list(select.select(files, [], [], seconds)[0])

    def _may(self) -> bool:
        """Tell whether a link that came up may call the sender: a few times at once, then now and then."""
        now = time.monotonic()
        self.tokens = min(float(LINK_TOKENS), self.tokens + (now - self.tokens_at) / LINK_SECONDS)
        self.tokens_at = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True

    def _all_due(self) -> None:
        """Make all that waits for a connection due now."""
        from safetravel_cli.sos import queue

        try:
            queue.reset(self.folder, needs_you=False)
        except Exception as error:
            self._note(error)

    def _again(self) -> None:
        """Go on with the quick tries after a link came up, as long as something did not even reach its server."""
        from safetravel_cli.sos import queue

        try:
            waits = [row for row in queue.status(self.folder) if row["state"] == "queued" and not row["last_code"].isdigit()]
        except Exception as error:
            self._note(error)
            waits = []
        if waits:
            self._all_due()
        else:
            self.burst = iter(())


def _program() -> "tuple[int, int] | None":
    """Return what tells this program from the one that replaces it; None while it is being replaced."""
    import safetravel_cli

    try:
        facts = os.stat(str(safetravel_cli.__file__))
    except OSError:
        return None
    return facts.st_ino, facts.st_mtime_ns


def _pipe(folder: str) -> "int | None":
    """Open the named pipe that ends the sleep; None where there is none to be had."""
    path = os.path.join(folder, waiter.WAKE)
    try:
        if not os.path.exists(path):
            os.mkfifo(path, 0o600)
        import stat

        # Open for writing too: a pipe that its last writer closed would be readable for ever.
        handle = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        if stat.S_ISFIFO(os.fstat(handle).st_mode):
            return handle
        os.close(handle)
    except (OSError, AttributeError):
        pass
    return None


def _drain(handle: int) -> None:
    try:
        while os.read(handle, 4096):
            pass
    except OSError:
        pass
