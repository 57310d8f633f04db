"""Android's location through Termux:API: `termux-location -p PROVIDER -r REQUEST`.

A call that waits for satellites has no limit of its own, and one that is killed blocks every later call
(termux-api issue 365). So it is never killed: it runs in a session of its own, its answer goes to a file, and a call that
is still running is not started twice. What comes too late for one run is read by the next.
"""

import os

from safetravel_cli import paths
from safetravel_cli.geo import rungs
from safetravel_cli.geo.rungs import Fix, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.env import Env

# What is asked: a fresh fix of one provider, or the newest that any program of the telephone has had.
REQUESTS = {"gps": ("gps", "once"), "network": ("network", "once"), "last": ("passive", "last")}
# An answer to an earlier call is taken up to this age; a call that has run longer is given up, not killed.
LEFT_BEHIND_S = 600.0
LIMIT = 65536


def ask(env: "Env", detail: str) -> "Iterator[Fix]":
    """Yield what an earlier call left behind, then what this one finds.

    Raises:
        Refused: an earlier call is still running; no permission; an answer that is none.
    """
    import subprocess

    provider, request = REQUESTS[detail]
    command = [rungs.program("termux-location", env), "-p", provider, "-r", request]
    handle, written, earlier = _answer_file(env, detail)
    try:
        late = _late(earlier, written, env.now())
        if late:
            yield late
        started = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=handle, stderr=subprocess.DEVNULL, start_new_session=True
        )
        code = started.wait()
        answer = os.pread(handle, LIMIT, 0)
        os.ftruncate(handle, 0)
    finally:
        # Never unlocked by hand: the lock belongs to the call as long as it runs.
        os.close(handle)
    if code and not answer.strip():
        raise Refused("failed", f"exit {code}")
    yield read(answer, env.now())


def read(answer: bytes, now: float) -> Fix:
    """Return the fix of an answer, which tells no time but how old the fix is (`elapsedMs`).

    Raises:
        Refused: it is an error, or no JSON.
    """
    import json

    try:
        held = json.loads(answer)
    except (ValueError, RecursionError):
        raise Refused("failed", "no JSON") from None
    if not isinstance(held, dict):
        raise Refused("failed", "no JSON")
    if "API_ERROR" in held:
        raise Refused("failed", str(held["API_ERROR"]))
    elapsed = rungs.number(held.get("elapsedMs"))
    taken = None if elapsed is None else now - elapsed / 1000
    return rungs.fix(held.get("latitude"), held.get("longitude"), held.get("accuracy"), taken)


def _late(answer: bytes, written: float, now: float) -> "Fix | None":
    """Return the fix that an earlier call wrote after its run had ended, None where there is none worth having."""
    if not answer or not 0 <= now - written <= LEFT_BEHIND_S:
        return None
    try:
        return read(answer, written)
    except Refused:
        return None


def _answer_file(env: "Env", detail: str) -> "tuple[int, float, bytes]":
    """Return an empty file that this call alone writes to, with when the last call wrote what into it.

    Where no folder can be written the file has no name, and a call that is still running is not known of.
    """
    folder = os.path.join(paths.data_dir(env.environ), "location")
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        return _locked(os.path.join(folder, detail + ".json"), env.now())
    except OSError:
        import tempfile

        with tempfile.TemporaryFile() as file:
            return os.dup(file.fileno()), 0.0, b""


def _locked(path: str, now: float) -> "tuple[int, float, bytes]":
    import fcntl

    for again in (True, False):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            started = os.fstat(handle).st_mtime
            os.close(handle)
            if not again or 0 <= now - started <= LEFT_BEHIND_S:
                raise Refused("busy") from None
            os.unlink(path)
            continue
        held = os.fstat(handle).st_mtime, os.pread(handle, LIMIT, 0)
        os.ftruncate(handle, 0)
        # The time of the start, by the clock of the run.
        os.utime(handle, (now, now))
        return handle, *held
    raise Refused("busy")
