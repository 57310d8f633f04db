"""The alert leaves by itself when a connection comes: namespaces of the kernel for networks, terminals that are killed."""

import os
import statistics
import subprocess
import time

import pytest

from fault_kit import ROOT, Certificates, Device, MailServer, Terminal, free_port, until

pytestmark = pytest.mark.faults

LINKS = int(os.environ.get("SAFETRAVEL_LINKS", "8"))
MEDIAN_SECONDS, WORST_SECONDS = 2.0, 5.0
SERVER, PORT = "10.77.0.2", 465
SOS = ("sos", "--message", "hold on", "--at", "japan", "--plain", "--yes")


def ip(*words):
    subprocess.run([*ROOT, "ip", *words], check=True, timeout=20)


class Wire:
    """How to run a program at each end of a wire, and how to pull it out at the end of the device."""

    def __init__(self, here, there):
        self.here = here
        self.device = [*ROOT, "ip", "netns", "exec", here]
        self.world = [*ROOT, "ip", "netns", "exec", there]

    def up(self):
        ip("-n", self.here, "link", "set", "ua", "up")

    def down(self):
        ip("-n", self.here, "link", "set", "ua", "down")


@pytest.fixture
def wire():
    """Two namespaces and a wire between them; the end of the device is down."""
    name = f"st{os.getpid()}"
    here, there = name + "a", name + "b"
    ip("netns", "add", here)
    ip("netns", "add", there)
    try:
        ip("link", "add", "ua", "netns", here, "type", "veth", "peer", "name", "ub", "netns", there)
        for space, end, address in ((here, "ua", "10.77.0.1/24"), (there, "ub", SERVER + "/24")):
            ip("-n", space, "addr", "add", address, "dev", end)
            ip("-n", space, "link", "set", "lo", "up")
        ip("-n", there, "link", "set", "ub", "up")

        yield Wire(here, there)
    finally:
        for space in (here, there):
            subprocess.run([*ROOT, "ip", "netns", "delete", space], check=False, timeout=20)


def test_the_terminal_is_killed_and_the_link_comes_up(snapshot_file, tmp_path, wire):
    """Link down at `sos`; the terminal is killed; the link comes up: how long until the server has taken the alert."""
    held = Certificates(tmp_path, SERVER)
    took = []
    with (
        MailServer(held.server, host=SERVER, port=PORT, prefix=wire.world) as server,
        Device(tmp_path / "home", SERVER, PORT, held.trusted, wire.device) as device,
    ):
        for number in range(LINKS):
            terminal = Terminal(device.command(*SOS), device.variables)
            terminal.read(b"STORED")
            process = until(device.waiter)
            until(device.tried)
            assert len(device.rows()) == number + 1
            terminal.kill()
            assert os.path.exists(f"/proc/{process}"), "the waiter died with its terminal"
            assert device.states()[-1] == "queued"
            start = time.monotonic()
            wire.up()
            mail = server.next("mail")
            took.append(mail["at"] - start)
            assert mail["tls"]
            device.ended()
            assert device.states() == ["accepted"] * (number + 1)
            wire.down()
        assert not server.left("mail")
    print(f"\n{LINKS} links up: median {statistics.median(took):.3f} s, worst {max(took):.3f} s")
    assert len(took) == LINKS
    assert statistics.median(took) <= MEDIAN_SECONDS
    assert max(took) <= WORST_SECONDS


def test_an_address_that_comes_late_wakes_it_too(snapshot_file, tmp_path, wire):
    """A link without an address, as before DHCP has answered; then the address."""
    held = Certificates(tmp_path, SERVER)
    ip("-n", wire.here, "addr", "flush", "dev", "ua")
    with (
        MailServer(held.server, host=SERVER, port=PORT, prefix=wire.world) as server,
        Device(tmp_path / "home", SERVER, PORT, held.trusted, wire.device) as device,
    ):
        run = device.start(*SOS)
        until(device.tried)
        wire.up()
        until(lambda: device.rows()[0]["attempts"] >= 2)
        start = time.monotonic()
        ip("-n", wire.here, "addr", "add", "10.77.0.1/24", "dev", "ua")
        assert server.next("mail")["at"] - start < WORST_SECONDS
        device.ended()
        assert "accepted" in run.communicate(timeout=60)[0].decode()
        assert run.returncode == 0


def test_the_caller_does_not_hang_on_the_waiter(snapshot_file, tmp_path):
    """Nobody listens; `sos` ends after its time of watching and its pipes with it, while the waiter stays."""
    held = Certificates(tmp_path)
    with Device(tmp_path / "home", "127.0.0.1", free_port(), held.trusted) as device:
        start = time.monotonic()
        run = device.run(*SOS)
        assert run.code == 75
        assert time.monotonic() - start < 40
        process = device.waiter()
        assert process
        for name in ("0", "1", "2"):
            assert os.readlink(f"/proc/{process}/fd/{name}") == "/dev/null"


def test_a_dead_waiter_is_started_by_any_command(snapshot_file, tmp_path):
    held, port = Certificates(tmp_path), free_port()
    with Device(tmp_path / "home", "127.0.0.1", port, held.trusted) as device:
        run = device.start(*SOS)
        until(device.tried)
        device.kill_waiter()
        run.kill()
        run.communicate()
        assert device.states() == ["queued"]
        with MailServer(held.server, port=port) as server:
            said = device.run("country", "japan", "--lang", "en")
            assert said.code == 0
            assert said.err.count("An alert was still waiting") == 1
            assert server.next("mail")["rcpt"] == ["ibu@example.org"]
            device.ended()
            # Then there is nothing more to say.
            assert device.run("country", "japan").err == ""
            assert not server.left("mail")
        assert device.states() == ["accepted"]


def test_a_living_waiter_is_not_spoken_of(snapshot_file, tmp_path):
    held = Certificates(tmp_path)
    with Device(tmp_path / "home", "127.0.0.1", free_port(), held.trusted) as device:
        run = device.start(*SOS)
        until(device.tried)
        process = until(device.waiter)
        assert device.run("country", "japan").err == ""
        assert device.waiter() == process
        run.kill()
        run.communicate()


def test_a_waiter_is_woken_by_the_next_alert(snapshot_file, tmp_path):
    """The waiter sleeps between its tries; what is queued meanwhile goes at once, and by the same process."""
    held = Certificates(tmp_path)
    with (
        MailServer(held.server, mode="answer 451 4.7.1 later") as server,
        Device(tmp_path / "home", "127.0.0.1", server.port, held.trusted) as device,
    ):
        run = device.start(*SOS)
        server.next("answered")
        process = until(device.waiter)
        until(device.tried)
        server.mode("accept")
        second = device.run(*SOS)
        assert second.code == 0
        server.next("mail")
        server.next("mail")
        device.ended()
        assert device.states() == ["accepted", "accepted"]
        assert not os.path.exists(f"/proc/{process}") or device.waiter() == 0
        run.communicate(timeout=60)


@pytest.mark.parametrize(("security", "mode"), [("tls", "portal"), ("tls", "page"), ("starttls", "portal")])
def test_a_captive_portal_gets_nothing_and_is_told(snapshot_file, tmp_path, mode, security):
    """A login page in place of the mail server, without TLS or with a certificate that nobody vouches for."""
    held, port = Certificates(tmp_path), free_port()
    with Device(tmp_path / "home", "127.0.0.1", port, held.trusted) as device:
        device.set({"smtp.security": security, "smtp.user": "siti"})
        with MailServer(held.foreign, mode=mode, port=port) as portal:
            run = device.run(*SOS, SAFETRAVEL_SMTP_PASSWORD="hunter2")
            assert run.code in (75, 78), run
            (row,) = device.rows()
            # A page that waits for a question is silent to STARTTLS: the try is still on.
            assert row["state"] in (("queued", "needs_you") if security == "tls" else ("queued", "needs_you", "sending"))
            assert row["accepted_at"] == ""
            assert "hunter2" not in run.out + run.err
            portal.left("page")
        if security == "tls":
            # The person logs in, and the network is what it should be.
            with MailServer(held.server, port=port) as server:
                assert device.run("sos", "send", "--wait", SAFETRAVEL_SMTP_PASSWORD="hunter2").code == 0
                server.next("mail")
            assert device.states() == ["accepted"]
