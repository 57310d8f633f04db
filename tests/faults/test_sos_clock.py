"""Clocks that are ten years off, or jump while an alert waits: libfaketime stands between the program and its clock."""

import os
import subprocess
import time

import pytest

from fault_kit import Certificates, Device, MailServer, free_port, until

pytestmark = pytest.mark.faults

SOS = ("sos", "--message", "hold on", "--at", "japan", "--plain", "--yes")
YEARS = 10 * 365 * 86_400


@pytest.fixture(scope="session")
def library():
    """The library that faketime preloads."""
    done = subprocess.run(["faketime", "2020-01-01", "sh", "-c", "echo $LD_PRELOAD"], capture_output=True, text=True, check=True)
    path = done.stdout.strip().replace("$LIB", "lib/x86_64-linux-gnu")
    return path.split()[0]


class Clock:
    """A clock that this test sets; the steady clock is left alone, as when somebody sets the time of a device.

    `whole`: the steady clock goes along. This libfaketime takes the sleep of a Python on the steady clock for one on the
    wall clock, so that only a program that starts before the jump, or does not sleep, can be given a wall clock alone.
    """

    def __init__(self, path, library):
        self.path = path
        self.variables = {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(path),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_DONT_RESET": "1",
        }
        self.set(0)

    def whole(self):
        return {name: value for name, value in self.variables.items() if name != "FAKETIME_DONT_FAKE_MONOTONIC"}

    def set(self, seconds):
        with open(str(self.path) + ".new", "w", encoding="ascii") as file:
            file.write(f"{seconds:+d}\n")
        os.replace(str(self.path) + ".new", self.path)


@pytest.fixture
def clock(tmp_path, library):
    return Clock(tmp_path / "clock", library)


@pytest.fixture
def held(tmp_path):
    return Certificates(tmp_path)


def year(mail):
    return int(mail["date"].split()[3])


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_that_is_ten_years_off(snapshot_file, tmp_path, held, clock, years):
    clock.set(years * 365 * 86_400)
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as device:
        device.variables.update(clock.whole())
        run = device.run(*SOS)
        assert run.code == 0, run
        mail = server.next("mail")
        # The clock of the device is what the mail bears; the server adds its own.
        assert abs(year(mail) - time.gmtime().tm_year - years) <= 1
        device.ended()
        assert device.states() == ["accepted"]


@pytest.mark.parametrize("jump", [YEARS, -YEARS, 3600, -3600])
def test_the_clock_jumps_while_the_alert_waits(snapshot_file, tmp_path, held, clock, jump):
    """The pause of a delivery was written down before the jump; it must neither last for years nor be taken for over at once."""
    port = free_port()
    with Device(tmp_path / "home", "127.0.0.1", port, held.trusted) as device:
        device.variables.update(clock.variables)
        run = device.start(*SOS)
        until(device.tried)
        process = until(device.waiter)
        clock.set(jump)
        start = time.monotonic()
        with MailServer(held.server, port=port) as server:
            mail = server.next("mail", seconds=40)
            took = time.monotonic() - start
            device.ended()
        # By the same process, by its own pause and no link event: the first ones are 5 and 15 s, some tries may have been made.
        assert took < 40
        assert not os.path.exists(f"/proc/{process}") or not device.waiter()
        assert device.states() == ["accepted"]
        assert abs(year(mail) - time.gmtime().tm_year) <= 1, "the date of the mail is that of the alert, not of the try"
        run.communicate(timeout=60)


@pytest.mark.parametrize("jump", [YEARS, -YEARS])
def test_the_clock_jumps_and_the_waiter_dies(snapshot_file, tmp_path, held, clock, jump):
    """A dead battery: the next command runs in another year, and the alert leaves at once."""
    port = free_port()
    with Device(tmp_path / "home", "127.0.0.1", port, held.trusted) as device:
        device.variables.update(clock.variables)
        run = device.start(*SOS)
        until(device.tried)
        device.kill_waiter()
        run.kill()
        run.communicate()
        clock.set(jump)
        with MailServer(held.server, port=port) as server:
            start = time.monotonic()
            assert device.run("country", "japan").code == 0
            server.next("mail")
            assert time.monotonic() - start < 10
            device.ended()
        assert device.states() == ["accepted"]


def test_what_waited_says_since_when(snapshot_file, tmp_path, held, clock):
    """Queued, then two days pass: the mail bears the time of the alert, and a line that says how late it is."""
    port = free_port()
    with Device(tmp_path / "home", "127.0.0.1", port, held.trusted) as device:
        device.variables.update(clock.variables)
        run = device.start(*SOS)
        until(device.tried)
        device.kill_waiter()
        run.kill()
        run.communicate()
        clock.set(2 * 86_400)
        del device.variables["FAKETIME_DONT_FAKE_MONOTONIC"]
        with MailServer(held.server, port=port) as server:
            assert device.run("sos", "send").code in (0, 75)
            mail = server.next("mail")
            device.ended()
    import email
    from email import policy

    body = email.message_from_string(mail["body"], policy=policy.default).get_body(("plain",)).get_content()
    assert "48 jam" in body or "2 hari" in body, body
