"""The waiter: a process of its own that stays after `sos` and its terminal are gone, until the queue is empty.

It tries at once, backs off as the sender says, and wakes when a link, an address or a route comes up, or when more is
queued. It ends when nothing is left but what needs the person. It never sleeps longer than vigil.LONGEST, so that is what it
costs while nothing happens: one look at the queue in that time (docs/explanation/reliability.md has the figures).
What it does all that time stands in vigil.py; here is how it starts and ends.

Three files beside the outbox: `waiting` (mark.py), `waiter.lock` (held as long as it runs, freed by the system when it
dies), `wake` (a pipe: what is written to it ends its sleep). `waiter.pid` tells which process and version holds the lock.
"""

import os
import sys

from safetravel_cli import __version__
from safetravel_cli.sos import mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

STARTED, RUNNING, IMPOSSIBLE = "started", "running", "impossible"
SUCCESSOR_SECONDS = 600.0
START_SECONDS = 1.0
LOCK, PID, WAKE, FAULT = "waiter.lock", "waiter.pid", "wake", "waiter.fault"
# The option of a waiter that the hook or a later command starts.
LATE = "--late"


def ensure(folder: str, env: "Env", late: bool = False) -> str:
    """See to it that a waiter works through the queue of an outbox; return "started", "running" or "impossible".

    The mark is written in any case, so that a later command or the hook goes on. A running waiter is woken and tries at
    once; one of another version gets a successor. `late`: a new one tries all at once, whatever pause was left.
    Raises nothing.
    """
    try:
        mark.put(folder)
    except OSError:
        # What is queued is queued; only nobody will look after a waiter that dies.
        pass
    if env.environ.get(mark.SWITCH) == "no":
        return IMPOSSIBLE
    held = running(folder)
    if held:
        wake(folder)
        if held == __version__:
            return RUNNING
    try:
        return STARTED if spawn(folder, env, *([LATE] if late else [])) else IMPOSSIBLE
    except (OSError, ValueError, ImportError):
        return IMPOSSIBLE


def running(folder: str) -> str:
    """Return the version of the waiter that runs for an outbox, "" where none does."""
    if not os.path.exists(os.path.join(folder, LOCK)):
        return ""
    import sqlite3

    try:
        db = sqlite3.connect(os.path.join(folder, LOCK), timeout=0, isolation_level=None)
    except sqlite3.Error:
        return ""
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return ""
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            return ""
        # Between taking the lock and saying so it is taken for one of this version.
        return (mark.read(folder, PID).split() or [__version__])[-1]
    except sqlite3.Error:
        return ""
    finally:
        db.close()


def wake(folder: str) -> bool:
    """End the sleep of the waiter; tell whether it could be told. One without a pipe looks at the mark now and then."""
    try:
        handle = os.open(os.path.join(folder, WAKE), os.O_WRONLY | os.O_NONBLOCK)
    except (OSError, AttributeError):
        return False
    try:
        os.write(handle, b"1")
    except OSError:
        # Full: it has been told often enough.
        pass
    finally:
        os.close(handle)
    return True


def spawn(folder: str, env: "Env", *options: str) -> bool:
    """Start a waiter that shares nothing with this process: session, terminal, streams, descriptors, current folder."""
    import subprocess

    if not sys.executable:
        return False
    folder = os.path.abspath(folder)
    apart: dict[str, Any] = {}
    if os.name == "nt":
        # DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP, and CREATE_BREAKAWAY_FROM_JOB where the job allows it.
        apart["creationflags"] = 0x8 | 0x200 | 0x01000000
    else:
        apart["start_new_session"] = True
    for attempt in (0, 1):
        try:
            process = subprocess.Popen(
                command(folder, *options),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=os.path.abspath(os.sep),
                env=surroundings(folder, env),
                close_fds=True,
                **apart,
            )
            break
        except OSError:
            if attempt or os.name != "nt":
                raise
            apart["creationflags"] = 0x8 | 0x200
    # It outlives this process and is nobody's to wait for.
    process.returncode = 0
    return True


def command(folder: str, *options: str) -> "list[str]":
    """Return the command line of a waiter in the foreground: what `ensure` detaches and the hooks of the system run."""
    from safetravel_cli import paths

    # The program need not be on the path of a process that starts in another folder.
    start = (
        f"import sys; sys.path.insert(0, {os.path.dirname(paths.PACKAGE)!r}); from safetravel_cli.sos.waiter import main; main()"
    )
    return [sys.executable, "-P", "-c", start, folder, *options]


def surroundings(folder: str, env: "Env") -> "dict[str, str]":
    """Return the variables of a waiter: those of this run, with paths that hold from any folder."""
    given = dict(env.environ)
    given["SAFETRAVEL_HOME"] = os.path.dirname(folder)
    for name in ("PYTHONPATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "SAFETRAVEL_SNAPSHOT"):
        if given.get(name):
            given[name] = os.pathsep.join(os.path.abspath(one) if one else one for one in given[name].split(os.pathsep))
    return given


def main() -> None:
    """Run as a waiter for the outbox that is named on the command line, until there is nothing more to do."""
    from safetravel_cli.env import Env

    os.umask(0o077)
    folder = sys.argv[1]
    with open(os.devnull, "r+", encoding="utf-8") as nothing:
        serve(folder, Env(stdin=nothing, stdout=nothing, stderr=nothing), LATE in sys.argv[2:])


def serve(folder: str, env: "Env", late: bool = False) -> None:
    """Work through the queue until it is empty, or another waiter of this version does so already.

    `late`: nobody has looked after the queue for a while, so all pauses are over.
    """
    from safetravel_cli.sos import vigil

    patience = START_SECONDS if running(folder) in ("", __version__) else SUCCESSOR_SECONDS
    while os.path.isdir(folder):
        lock = _lock(folder, patience)
        if lock is None:
            return
        try:
            with _WakeLock(env):
                ended = vigil.Vigil(folder, env).work(late)
        finally:
            lock.close()
        # Whatever was queued between the last look and the end of the lock has left a new mark.
        if not ended or not mark.read(folder):
            return
        patience = START_SECONDS


def _lock(folder: str, seconds: float) -> "Any":
    """Take the lock of the waiter, which dies with this process; None where another has it."""
    import sqlite3

    path = os.path.join(folder, LOCK)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db = sqlite3.connect(path, timeout=seconds, isolation_level=None)
        try:
            db.execute("BEGIN EXCLUSIVE")
        except BaseException:
            db.close()
            raise
    except (sqlite3.Error, OSError):
        return None
    try:
        passing = os.path.join(folder, f".tmp-{os.getpid()}-pid")
        with open(passing, "w", encoding="ascii") as file:
            file.write(f"{os.getpid()} {__version__}\n")
        os.replace(passing, os.path.join(folder, PID))
    except OSError:
        pass
    return db


class _WakeLock:
    """Keep an Android telephone from sleeping while an alert waits (Termux); elsewhere nothing."""

    __slots__ = ("path",)

    def __init__(self, env: "Env") -> None:
        self.path = env.environ.get("PATH")

    def __enter__(self) -> None:
        self._run("termux-wake-lock")

    def __exit__(self, *_: object) -> None:
        self._run("termux-wake-unlock")

    def _run(self, name: str) -> None:
        import shutil

        program = shutil.which(name, path=self.path)
        if program:
            import subprocess

            try:
                subprocess.run([program], stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False)
            except (OSError, subprocess.SubprocessError):
                pass
