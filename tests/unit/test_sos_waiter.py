"""The waiter: what it does between its first try and its last, and how it is started. The sender here is a stand-in."""

import os
import struct
import subprocess
import sys
import threading
import time

import pytest

from running import SOURCE, surroundings
from safetravel_cli import __version__
from safetravel_cli.env import Env
from safetravel_cli.sos import mark, netlink, sender, vigil, waiter


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "home" / "outbox"
    path.mkdir(parents=True)
    return str(path)


def env(**variables):
    return Env(environ={**surroundings(), "SAFETRAVEL_WAITER": "yes", **variables})


class Sender:
    """A sender that answers one outcome after another, and says when it was called."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes)
        self.called = threading.Semaphore(0)
        self.calls = 0

    def work(self, folder, env):
        self.calls += 1
        self.called.release()
        outcome = self.outcomes.pop(0) if self.outcomes else sender.Outcome(1, 0, None, 0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


WAITS = sender.Outcome(0, 1, 600.0, 0)
DONE = sender.Outcome(1, 0, None, 0)


@pytest.fixture
def acting(monkeypatch):
    """Put stand-ins for sender and queue in place; `acting(*outcomes)` returns the sender."""
    resets = []

    def act(*outcomes):
        one = Sender(*outcomes)
        one.resets = resets
        monkeypatch.setattr(sender, "work", one.work)
        return one

    from safetravel_cli.sos import queue

    monkeypatch.setattr(queue, "reset", lambda folder, needs_you=True: resets.append(needs_you))
    monkeypatch.setattr(queue, "status", lambda folder, alert=None: [{"state": "queued", "last_code": "unreachable"}])
    return act


class Background:
    """A waiter in a thread."""

    def __init__(self, folder, **options):
        self.thread = threading.Thread(target=waiter.serve, args=(folder, env()), kwargs=options, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.thread.join(timeout=20)
        assert not self.thread.is_alive()


def test_the_mark_is_lifted_only_where_nothing_new_came(folder):
    mark.put(folder)
    seen = mark.read(folder)
    assert mark.version(seen) == __version__
    mark.put(folder)
    assert not mark.lift(folder, seen)
    assert mark.read(folder) not in ("", seen)
    assert mark.lift(folder, mark.read(folder))
    assert os.listdir(folder) == []
    assert mark.lift(folder, "whatever")


def test_the_mark_is_for_its_owner_alone(folder):
    mark.put(folder)
    assert os.stat(os.path.join(folder, mark.NAME)).st_mode & 0o777 == 0o600


def test_it_ends_when_the_queue_is_empty(folder, acting):
    one = acting(DONE)
    mark.put(folder)
    waiter.serve(folder, env())
    assert one.calls == 1
    assert not mark.read(folder)
    assert not waiter.running(folder)


def test_it_ends_when_only_what_needs_the_person_is_left(folder, acting):
    acting(sender.Outcome(0, 0, None, 3))
    mark.put(folder)
    waiter.serve(folder, env())
    assert not mark.read(folder)


def test_what_is_queued_while_it_sends_is_not_left_behind(folder, acting):
    one = acting(DONE, DONE)
    real = one.work

    def work(folder, env):
        if one.calls == 0:
            mark.put(folder)
        return real(folder, env)

    sender.work = work
    mark.put(folder)
    waiter.serve(folder, env())
    assert one.calls == 2
    assert not mark.read(folder)


def test_it_is_woken_by_what_is_queued_while_it_sleeps(folder, acting):
    one = acting(WAITS, DONE)
    mark.put(folder)
    with Background(folder):
        assert one.called.acquire(timeout=20)
        assert waiter.running(folder) == __version__
        assert waiter.ensure(folder, env()) == waiter.RUNNING
        assert one.called.acquire(timeout=20)


def test_it_is_woken_without_a_pipe_too(folder, acting, monkeypatch):
    monkeypatch.setattr(vigil, "_pipe", lambda folder: None)
    monkeypatch.setattr(vigil, "LOOK", 0.02)
    one = acting(WAITS, DONE)
    mark.put(folder)
    with Background(folder):
        assert one.called.acquire(timeout=20)
        assert not waiter.wake(folder)
        assert waiter.ensure(folder, env()) == waiter.RUNNING
        assert one.called.acquire(timeout=20)


def test_there_is_one_waiter(folder, acting, monkeypatch):
    monkeypatch.setattr(waiter, "START_SECONDS", 0.05)
    one = acting(WAITS, DONE)
    mark.put(folder)
    with Background(folder):
        assert one.called.acquire(timeout=20)
        waiter.serve(folder, env())
        assert one.calls == 1
        waiter.ensure(folder, env())


def test_another_sender_is_waited_for(folder, acting, monkeypatch):
    monkeypatch.setattr(vigil, "BUSY_SECONDS", 0.0)
    one = acting(sender.Busy(), sender.Busy(), DONE)
    mark.put(folder)
    waiter.serve(folder, env())
    assert one.calls == 3


def test_a_defect_does_not_end_it_and_is_noted_without_words_of_the_alert(folder, acting, monkeypatch):
    monkeypatch.setattr(vigil, "FAULT_SECONDS", (0.0,))
    one = acting(ValueError("a secret"), DONE)
    mark.put(folder)
    waiter.serve(folder, env())
    assert one.calls == 2
    note = mark.read(folder, waiter.FAULT)
    assert "ValueError" in note
    assert "secret" not in note


def test_another_version_takes_over(folder, acting):
    one = acting(WAITS)

    def overtaken(*_):
        with open(os.path.join(folder, mark.NAME), "w", encoding="ascii") as file:
            file.write("99.0 abc\n")
        return Sender.work(one, *_)

    sender.work = overtaken
    mark.put(folder)
    waiter.serve(folder, env())
    assert one.calls == 1
    assert mark.version(mark.read(folder)) == "99.0"
    assert not waiter.running(folder)


def test_a_program_that_was_replaced_starts_its_successor(folder, acting, monkeypatch):
    acting(WAITS)
    started = []
    monkeypatch.setattr(waiter, "spawn", lambda *given: started.append(given) or True)
    programs = iter([(1, 1), (2, 2)])
    monkeypatch.setattr(vigil, "_program", lambda: next(programs))
    mark.put(folder)
    waiter.serve(folder, env())
    assert len(started) == 1
    assert mark.read(folder)


def test_a_folder_that_is_gone_ends_it(folder, acting):
    one = acting()
    os.rmdir(folder)
    waiter.serve(folder, env())
    assert one.calls == 0


def test_a_late_one_tries_all_at_once_but_not_what_needs_the_person(folder, acting):
    one = acting(DONE)
    waiter.serve(folder, env(), late=True)
    assert one.resets == [False]


class Links:
    """A kernel that reports a link when the test says so."""

    def __init__(self):
        self.read, self.write = os.pipe()
        os.set_blocking(self.read, False)
        self.file = os.fdopen(self.read, "rb", buffering=0)

    def news(self):
        try:
            return bool(os.read(self.read, 100))
        except BlockingIOError:
            return False

    def close(self):
        self.file.close()
        os.close(self.write)


@pytest.fixture
def kernel(monkeypatch):
    one = Links()
    monkeypatch.setattr(netlink, "Links", lambda: one)
    return one


def test_a_link_that_comes_up_makes_all_due_at_once(folder, acting, kernel):
    one = acting(WAITS, DONE)
    mark.put(folder)
    with Background(folder):
        assert one.called.acquire(timeout=20)
        os.write(kernel.write, b"1")
        assert one.called.acquire(timeout=20)
    assert one.resets == [False]


def test_a_link_that_is_not_usable_yet_is_tried_again_soon(folder, acting, kernel, monkeypatch):
    monkeypatch.setattr(vigil, "BURST", (0.0, 0.0, 0.0))
    one = acting(WAITS, WAITS, WAITS, DONE)
    mark.put(folder)
    with Background(folder):
        assert one.called.acquire(timeout=20)
        os.write(kernel.write, b"1")
        for _ in range(3):
            assert one.called.acquire(timeout=20)
    assert one.resets == [False, False, False]


def test_a_server_that_answered_is_not_asked_again_in_haste(folder, acting, kernel, monkeypatch):
    from safetravel_cli.sos import queue

    monkeypatch.setattr(queue, "status", lambda folder, alert=None: [{"state": "queued", "last_code": "451"}])
    monkeypatch.setattr(vigil, "BURST", (0.0, 0.0, 0.0))
    one = acting(WAITS, WAITS, WAITS, DONE)
    mark.put(folder)
    with Background(folder):
        assert one.called.acquire(timeout=20)
        os.write(kernel.write, b"1")
        # The try at the link, and the one that learns that the server has spoken.
        assert one.called.acquire(timeout=20)
        assert one.called.acquire(timeout=20)
        assert one.resets == [False]
        waiter.ensure(folder, env())


def test_a_link_that_flaps_does_not_call_the_sender_each_time(folder, acting):
    one = vigil.Vigil(folder, env())
    allowed = sum(one._may() for _ in range(100))
    assert allowed == vigil.LINK_TOKENS
    one.tokens_at -= vigil.LINK_SECONDS
    assert one._may()
    assert not one._may()
    one.links.close()
    os.close(one.pipe)


def message(kind, body):
    return struct.pack("=IHHII", 16 + len(body), kind, 0, 0, 0) + body


def link(index, flags):
    return message(16, struct.pack("=BxHiII", 0, 1, index, flags, 0xFFFFFFFF))


def test_the_kernel_is_understood():
    one = netlink.Links()
    try:
        assert not one.read(link(7, 0))
        assert one.read(link(7, 0x40))
        # A wireless link is reported again and again while it stays up.
        assert not one.read(link(7, 0x40))
        assert not one.read(link(7, 0))
        assert one.read(link(7, 0x40))
        assert one.read(message(20, b"\0" * 8))
        assert one.read(message(24, b"\0" * 12))
        assert not one.read(message(21, b"\0" * 8) + message(25, b"\0" * 12))
        assert one.read(message(21, b"\0" * 7) + b"\0" + message(24, b"\0" * 12))
    finally:
        one.close()


@pytest.mark.parametrize("octets", [b"", b"\0", b"\0" * 16, b"\xff" * 64, link(7, 0x40)[:20], struct.pack("=I", 1) + b"\0" * 40])
def test_a_broken_message_of_the_kernel_is_survived(octets):
    one = netlink.Links()
    try:
        one.read(octets)
    finally:
        one.close()


def test_elsewhere_the_routes_are_compared(monkeypatch):
    monkeypatch.setattr(netlink, "_listen", lambda: None)
    ways = iter([("", ""), ("", ""), ("192.0.2.7", ""), ("192.0.2.7", ""), ("", ""), ("192.0.2.7", "")])
    monkeypatch.setattr(netlink, "_routes", lambda: next(ways))
    one = netlink.Links()
    assert one.file is None
    assert [one.news() for _ in range(5)] == [False, True, False, False, True]


def test_a_machine_without_a_way_out_has_no_routes(offline):
    assert netlink._routes() == ("", "")


def test_switched_off_it_leaves_the_mark_and_starts_nothing(folder):
    assert waiter.ensure(folder, env(SAFETRAVEL_WAITER="no")) == waiter.IMPOSSIBLE
    assert mark.read(folder)
    assert not os.path.exists(os.path.join(folder, waiter.LOCK))


def test_a_system_that_starts_nothing_more(folder, monkeypatch):
    def refuse(*_, **__):
        raise OSError(11, "no more processes")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert waiter.ensure(folder, env()) == waiter.IMPOSSIBLE
    assert mark.read(folder)


def test_paths_hold_from_any_folder(folder, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    given = waiter.surroundings(folder, env(PYTHONPATH="src:/a", SSL_CERT_FILE="ca.pem"))
    assert given["PYTHONPATH"] == f"{tmp_path}/src:/a"
    assert given["SSL_CERT_FILE"] == f"{tmp_path}/ca.pem"
    assert given["SAFETRAVEL_HOME"] == os.path.dirname(folder)


def test_telephones_are_kept_awake_as_long_as_an_alert_waits(folder, acting, tmp_path):
    for name in ("termux-wake-lock", "termux-wake-unlock"):
        script = tmp_path / name
        script.write_text(f"#!/bin/sh\necho {name} >> {tmp_path}/calls\n")
        script.chmod(0o700)
    acting(DONE)
    mark.put(folder)
    waiter.serve(folder, env(PATH=f"{tmp_path}:/bin"))
    assert (tmp_path / "calls").read_text().split() == ["termux-wake-lock", "termux-wake-unlock"]


def test_nothing_waits_and_a_command_looks_no_further(cli, monkeypatch):
    monkeypatch.setattr(mark, "check", lambda env: pytest.fail("looked"))
    assert cli("config", env={"SAFETRAVEL_WAITER": "yes"}).code == 0


LOOK = """
import os, sys
sys.path.insert(0, {source!r})
from safetravel_cli.env import Env
from safetravel_cli.sos import waiter
spare = os.open({spare!r}, os.O_RDONLY)
os.set_inheritable(spare, True)
print(waiter.ensure({folder!r}, Env()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_real_process_shares_nothing_with_its_caller(folder, tmp_path):
    """A stand-in for the package holds the waiter at its first step, so that it can be looked at."""
    package = tmp_path / "package" / "safetravel_cli"
    hold = tmp_path / "hold"
    os.mkfifo(hold)
    # The real package, but for a sender that waits for the test.
    import shutil

    shutil.copytree(os.path.join(SOURCE, "safetravel_cli"), package, ignore=shutil.ignore_patterns("_data", "__pycache__"))
    (package / "sos" / "sender.py").write_text(
        "from collections import namedtuple\n"
        "Outcome = namedtuple('Outcome', 'accepted left next_in needs_you')\n"
        "class Busy(Exception): pass\n"
        f"def work(folder, env):\n    open({str(hold)!r}).read()\n    return Outcome(0, 0, None, 0)\n"
    )
    script = LOOK.format(source=str(package.parent), spare=str(tmp_path / "package"), folder=folder)
    variables = {**surroundings(), "SAFETRAVEL_WAITER": "yes", "PATH": os.environ["PATH"]}
    # Ends only when nobody holds the pipe any more.
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], env=variables, stdin=subprocess.PIPE, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("started\n", "")
    with open(hold, "w"):
        process = mark.read(folder, waiter.PID).split()[0]
        files = {os.readlink(f"/proc/{process}/fd/{name}") for name in os.listdir(f"/proc/{process}/fd")}
        assert os.readlink(f"/proc/{process}/cwd") == "/"
        with open(f"/proc/{process}/stat", encoding="ascii") as file:
            facts = file.read().rpartition(") ")[2].split()
        # Session and group of its own, and no terminal.
        assert (facts[2], facts[3], facts[4]) == (process, process, "0")
        assert {os.readlink(f"/proc/{process}/fd/{name}") for name in "012"} == {"/dev/null"}
        strange = {name for name in files if not name.startswith(("/dev/null", "socket:", folder, str(hold)))}
        assert not strange
        with open(f"/proc/{process}/environ", encoding="utf-8") as file:
            assert f"SAFETRAVEL_HOME={os.path.dirname(folder)}\0" in file.read()
    end = time.monotonic() + 20
    while waiter.running(folder) and time.monotonic() < end:
        os.sched_yield()
    assert not waiter.running(folder)
    assert not mark.read(folder)
