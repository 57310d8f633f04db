"""Programs: run from an argument list, never through a shell, with what they read on standard input, bounded in time and output.

No secret of this program is among their variables, and none of an alert on their command line but the address.
"""

import os
import subprocess
import threading
import time
from collections import namedtuple

from safetravel_cli.sos import message, secret
from safetravel_cli.sos.channels import Job, Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import IO

# Exit code (negative: the signal that ended it), the end of what it printed, the end of what it complained of.
Done = namedtuple("Done", "code out err")

KEPT_BYTES = 262_144
WORDS_LENGTH = 300
END_SECONDS = 2.0
# What is left of the time of a try when the program must be over.
MARGIN_SECONDS = 1.0
# sysexits.h: what lies in the address or the message; what the person must put right.
REFUSED = (65, 67, 68)
NEEDS_YOU = (64, 77, 78, 126, 127)


class Failed(Exception):
    """Say by a word of i18n/send.py why there is no exit code."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def split(command: str) -> "list[str]":
    """Return the argument list of a setting; empty where its quotes do not close."""
    import shlex

    try:
        return shlex.split(command, posix=os.name == "posix")
    except ValueError:
        return []


def find(name: str, environ: "Mapping[str, str]", folders: "tuple[str, ...]" = ()) -> str:
    """Return the path of a program, "" where there is none; `folders` are looked into after PATH."""
    import shutil

    path = os.pathsep.join([environ.get("PATH") or os.environ.get("PATH") or os.defpath, *folders])
    return shutil.which(os.path.expanduser(name), path=path) or ""


def run(argv: "list[str]", given: bytes, deadline: float, environ: "Mapping[str, str]") -> Done:
    """Run a program with `given` on its standard input, until `deadline` (time.monotonic()).

    Raises:
        Failed: it cannot be started, or was not done in time and was ended with all that it had started.
    """
    try:
        process = subprocess.Popen(
            argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=secret.without(environ), start_new_session=True,
        )  # fmt: skip
    except (OSError, ValueError):
        raise Failed("program_missing") from None
    assert process.stdin and process.stdout and process.stderr
    held: list[bytearray] = [bytearray(), bytearray()]
    threads = [
        threading.Thread(target=_give, args=(process.stdin, given), daemon=True),
        threading.Thread(target=keep, args=(process.stdout, held[0]), daemon=True),
        threading.Thread(target=keep, args=(process.stderr, held[1]), daemon=True),
    ]
    for thread in threads:
        thread.start()
    late = False
    try:
        process.wait(max(deadline - time.monotonic(), 0.0))
    except subprocess.TimeoutExpired:
        late = True
        end(process)
    for thread in threads:
        # Something that the program left behind may hold its streams open.
        thread.join(END_SECONDS)
    if late:
        raise Failed("program_timeout")
    return Done(process.returncode, bytes(held[0]), bytes(held[1]))


def _give(stream: "IO[bytes]", given: bytes) -> None:
    try:
        with stream:
            stream.write(given)
    except OSError:
        # A program need not read what it is given; its exit code counts.
        pass


def keep(stream: "IO[bytes]", held: bytearray) -> None:
    """Read all that is printed and keep the end of it: nobody's memory is filled by a program that does not stop."""
    try:
        with stream:
            while piece := os.read(stream.fileno(), 8192):
                held += piece
                del held[:-KEPT_BYTES]
    except (OSError, ValueError):
        pass


def end(process: "subprocess.Popen[bytes]") -> None:
    import signal

    try:
        if os.name == "posix":
            # The group is its own: start_new_session.
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait(END_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        pass


def words(octets: bytes, job: Job, first: bool = False) -> str:
    """Return the last line (or the first) that says something, clean, without a secret that is known here."""
    lines = [one for one in map(message.line, octets.decode("utf-8", "replace").splitlines()) if one]
    line = (lines[0] if first else lines[-1]) if lines else ""
    return secret.blotted(line, job.settings)[:WORDS_LENGTH]


def result(done: Done, job: Job) -> Result:
    """Return what an exit code means (sysexits.h): 0 accepted, 65 67 68 refused, 64 77 78 126 127 the person must act."""
    if done.code == 0:
        return Result("accepted", "0", "", words(done.out, job, first=True)[:120])
    said = words(done.err, job) or words(done.out, job)
    if done.code < 0:
        return Result("uncertain", "program_stopped", said)
    if done.code in REFUSED:
        return Result("refused", str(done.code), said)
    if done.code in NEEDS_YOU:
        return Result("needs_you", "program_missing" if done.code in (126, 127) else str(done.code), said, whole=True)
    return Result("retry", str(done.code), said)


def failed(error: Failed) -> Result:
    """Return the result of a program that gave no exit code."""
    if error.word == "program_missing":
        return Result("needs_you", error.word, whole=True)
    return Result("uncertain", error.word)
