"""A terminal for tests: what is typed, when what is seen. POSIX alone."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time

from running import SOURCE, surroundings

STEP_SECONDS = 30.0


def heard():
    """Let signals of a terminal count: a shell in the background has Ctrl-C ignored, and nohup a terminal that is closed."""
    for one in (signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


def _of_a_person():
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    heard()


class Terminal:
    """Run the program on a terminal of its own; `seen` is all that stood there, `code` its exit code."""

    def __init__(self, *argv, lang="en", env=None):
        here, there = pty.openpty()
        variables = {**surroundings(lang, 80, env), "PYTHONPATH": SOURCE, "PATH": os.environ["PATH"], "TERM": "dumb"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "safetravel_cli", *argv], stdin=there, stdout=there, stderr=there, env=variables,
            start_new_session=True, preexec_fn=_of_a_person,
        )  # fmt: skip
        os.close(there)
        self.handle = here
        self.seen, self.at, self.code = "", 0, None

    def _read(self, seconds):
        if not select.select([self.handle], [], [], seconds)[0]:
            return True
        try:
            octets = os.read(self.handle, 65536)
        except OSError:
            return False
        self.seen += octets.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(octets)

    def expect(self, words):
        """Wait until the words stand on the terminal, after what was waited for before."""
        until = time.monotonic() + STEP_SECONDS
        form = re.compile(r"\s+".join(map(re.escape, words.split())))
        while True:
            found = form.search(self.seen, self.at)
            if found:
                self.at = found.end()
                return self
            if time.monotonic() > until or not self._read(0.2):
                self.process.kill()
                self.process.wait(10)
                os.close(self.handle)
                raise AssertionError(f"“{words}” was not seen in:\n{self.seen}")

    def type(self, text, end="\n"):
        os.write(self.handle, (text + end).encode())
        return self

    def talk(self, *steps):
        """Answer each question of `steps` (words, answer)."""
        for words, text in steps:
            self.expect(words).type(text)
        return self

    def interrupt(self):
        """Press Ctrl-C until the program ends: Python does not notice one that comes between a prompt and its read."""
        until = time.monotonic() + STEP_SECONDS
        there = True
        while there and self.process.poll() is None and time.monotonic() < until:
            os.write(self.handle, b"\x03")
            # A second one may only follow where the first was not noticed: it would end the program in the middle of its end.
            again = time.monotonic() + STEP_SECONDS / 10
            while there and self.process.poll() is None and time.monotonic() < again:
                there = self._read(0.2)
        return self.end()

    def end(self):
        """Wait for the end and return all that was seen."""
        until = time.monotonic() + STEP_SECONDS
        while self._read(0.2) and time.monotonic() < until:
            if self.process.poll() is not None:
                while self._read(0.05) and select.select([self.handle], [], [], 0.05)[0]:
                    pass
                break
        self.code = self.process.wait(10)
        os.close(self.handle)
        return self.seen
