"""Real parts for the tests of faults: a mail server with TLS, a device with its own home, terminals that can be killed.

Addresses are of example.org, servers on loopback or in a namespace that the test made. Nothing waits for a clock: every
wait is for an event, with a deadline.
"""

import contextlib
import json
import os
import pty
import queue
import select
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import trustme

from pty_kit import heard
from running import SOURCE, Result, surroundings
from sos_kit import FACTS

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "faults")
ROOT = [] if os.getuid() == 0 else ["sudo", "-n"]
DEADLINE = 40.0


def until(condition, seconds=DEADLINE, what=""):
    """Return what `condition()` gives as soon as that is true; fail after so many seconds."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, what or condition
        # Give way to the processes that are waited for.
        select.select([], [], [], 0.005)
    return found


def free_port():
    """Return a port of loopback on which nobody listens now."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


class Certificates:
    """A certificate authority of this test, and one that nobody trusts."""

    def __init__(self, folder, *names):
        self.trusted = os.path.join(str(folder), "ca.pem")
        self.server = os.path.join(str(folder), "server.pem")
        self.foreign = os.path.join(str(folder), "foreign.pem")
        authority = trustme.CA()
        authority.cert_pem.write_to_path(self.trusted)
        authority.issue_cert(*(names or ("127.0.0.1",))).private_key_and_cert_chain_pem.write_to_path(self.server)
        trustme.CA().issue_cert(*(names or ("127.0.0.1",))).private_key_and_cert_chain_pem.write_to_path(self.foreign)


class Program:
    """A program that reports events as lines of JSON, and is ended with the block."""

    def __init__(self, *command, **options):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)
        self.events = queue.Queue()
        # All that was ever reported, for counting.
        self.seen, self.lock = [], threading.Lock()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            event = json.loads(line)
            with self.lock:
                self.seen.append(event)
            self.events.put(event)
        self.events.put(None)

    def next(self, *kinds, seconds=DEADLINE):
        """Return the next event of these kinds."""
        end = time.monotonic() + seconds
        while True:
            try:
                event = self.events.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no {kinds} within {seconds} s") from None
            assert event is not None, "the program has ended"
            if event["event"] in kinds:
                return event

    def left(self, kind):
        """Return the events of a kind that have come in and were not asked for."""
        found = []
        while not self.events.empty():
            event = self.events.get()
            if event and event["event"] == kind:
                found.append(event)
        return found

    def tell(self, line):
        """Write a line to the program."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(timeout=20)
        self.reader.join(timeout=20)
        self.process.stdin.close()
        self.process.stdout.close()


class MailServer(Program):
    """`faults/mail_server.py` on a host and port; `prefix` is put before the command (ip netns exec ...)."""

    def __init__(self, certificate, mode="accept", host="127.0.0.1", port=0, prefix=()):
        script = os.path.join(HERE, "mail_server.py")
        super().__init__(*prefix, sys.executable, script, certificate, host, str(port), *mode.split())
        self.host = host
        self.port = self.next("ready")["port"]

    def mode(self, mode):
        """Change what the server does from now on."""
        self.tell(mode)
        self.next("mode")


class Device:
    """A home with one contact and a mail server, and the real program on it."""

    def __init__(self, home, host, port, trusted, prefix=(), contacts=("ibu",)):
        self.home = str(home)
        self.folder = os.path.join(self.home, "outbox")
        self.prefix = list(prefix)
        self.started = []
        self.variables = {
            **surroundings(),
            "HOME": self.home,
            "SAFETRAVEL_HOME": self.home,
            "SAFETRAVEL_WAITER": "yes",
            "SAFETRAVEL_ONLY_RESERVED": "1",
            "SSL_CERT_FILE": trusted,
            "PYTHONPATH": SOURCE,
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
        }
        self.set({"smtp.host": host, "smtp.port": str(port), "smtp.security": "tls", "smtp.from": "siti@example.org"})
        for name in contacts:
            self.set({f"contact.{name}.name": name.title(), f"contact.{name}.email": name + "@example.org"})

    def set(self, values):
        """Write settings, as `config set` and `setup` would."""
        from safetravel_cli.env import Env
        from safetravel_cli.store import state

        state.write(Env(environ=self.variables), values)

    def command(self, *argv):
        """Return a command line of the program."""
        return [*self.prefix, sys.executable, "-m", "safetravel_cli", *argv]

    def run(self, *argv, timeout=90, **variables):
        """Run a command line of the program to its end."""
        done = subprocess.run(
            self.command(*argv),
            env={**self.variables, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def start(self, *argv, **variables):
        """Start a command line of the program whose output can be read."""
        environ = {**self.variables, **variables}
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        command = self.command(*argv)
        self.started.append(subprocess.Popen(command, env=environ, start_new_session=True, preexec_fn=heard, **pipes))
        return self.started[-1]

    def queue(self, count):
        """Store alerts for all contacts as `sos` does, without a run of the program for each."""
        from safetravel_cli.env import Env
        from safetravel_cli.sos import body, outbox, people

        env = Env(environ=self.variables)
        to = people.recipients(env)

        def compose(code):
            text = f"SOS {code}\n\nhold on"
            return body.dump({**FACTS, "text": text, "sms": text}), text.encode()

        def work(box):
            return [box.add_alert("2026-11-25T03:00:00Z", "JST", "boot", compose, deliveries=to) for _ in range(count)]

        return outbox.use(self.folder, work)[0]

    def rows(self):
        """Return the deliveries as the outbox holds them; none where there is no outbox yet."""
        path = os.path.join(self.folder, "outbox.sqlite")
        if not os.path.exists(path):
            return []
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
        db.row_factory = sqlite3.Row
        try:
            sql = "SELECT delivery.*, part.kind AS part_kind FROM delivery JOIN part ON part.id = part ORDER BY delivery.rowid"
            return [dict(row) for row in db.execute(sql)]
        except sqlite3.OperationalError:
            return []
        finally:
            db.close()

    def states(self):
        return [row["state"] for row in self.rows()]

    def tried(self):
        """Tell whether everything was tried once, and nothing is being sent at this moment."""
        rows = self.rows()
        return rows and all(row["attempts"] and row["state"] != "sending" for row in rows)

    def waiter(self):
        """Return the process id of the waiter that runs, 0 where none does."""
        from safetravel_cli.sos import mark, waiter

        if not waiter.running(self.folder):
            return 0
        process = (mark.read(self.folder, waiter.PID).split() or ["0"])[0]
        try:
            with open(f"/proc/{process}/cmdline", "rb") as file:
                # Not that of an earlier one, in the moment before this one has written down its own.
                return int(process) if b"sos.waiter" in file.read() else 0
        except OSError:
            return 0

    def kill_waiter(self):
        """Kill the waiter, with any that waits to take its place, and wait until the system has freed the lock."""
        until(self.waiter, what="no waiter")
        end_waiters(self.home)
        until(lambda: not self.waiter())

    def ended(self, seconds=DEADLINE):
        """Wait until the waiter has ended by itself and nothing waits any more."""
        until(lambda: not self.waiter() and not os.path.exists(os.path.join(self.folder, "waiting")), seconds)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.started:
            if process.poll() is None:
                process.kill()
                process.communicate()
        end_waiters(self.home)


def end_waiters(home, spare=0):
    """Kill the waiters of a home, but for one; those of other homes are not touched."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            with open(f"/proc/{name}/cmdline", "rb") as file:
                words = file.read().split(b"\0")
            if int(name) != spare and any(b"sos.waiter" in word for word in words) and any(_below(word, home) for word in words):
                os.kill(int(name), signal.SIGKILL)


def _below(word, home):
    return word == home.encode() or word.startswith(home.encode() + b"/")


class Terminal:
    """A terminal in which a program runs, and which can be killed with everything in it."""

    def __init__(self, command, variables):
        self.said = b""
        self.process, self.handle = pty.fork()
        if not self.process:
            # The child of a fork: nothing of the test may go on in it.
            try:
                os.execvpe(command[0], command, variables)
            finally:
                os._exit(127)

    def read(self, words, seconds=DEADLINE):
        """Read until the program has written these words."""
        end = time.monotonic() + seconds
        while words not in self.said:
            assert select.select([self.handle], [], [], max(0.0, end - time.monotonic()))[0], self.said.decode()
            try:
                chunk = os.read(self.handle, 65536)
            except OSError:
                chunk = b""
            assert chunk, self.said.decode()
            self.said += chunk
        return self.said.decode()

    def kill(self):
        """Take the terminal away: the line is cut (SIGHUP to all in front), then whatever is left of the session is killed."""
        os.close(self.handle)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
