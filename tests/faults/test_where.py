"""Where am I, with real parts: gpsd behind gpsfake, and a private D-Bus on which GeoClue is there, silent, or not."""

import os
import socket
import subprocess
import time

import pytest

from safetravel_cli.geo import rungs

pytestmark = pytest.mark.faults

HERE = os.path.dirname(os.path.abspath(__file__))
# The interpreter of the system, for its bindings of D-Bus.
PYTHON = "/usr/bin/python3"


@pytest.fixture(autouse=True)
def nothing_of_this_machine(monkeypatch):
    """Ask only the daemon or the bus that a test starts."""
    monkeypatch.setattr(rungs, "RUNGS", [rung._replace(files=()) for rung in rungs.RUNGS])


class Running:
    """A program that is running, and stopped in the end; its first words say when it is ready."""

    def __init__(self, *command, ready, **environ):
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **environ}
        )
        self.said = b""
        while ready not in self.said:
            octets = os.read(self.process.stdout.fileno(), 4096)
            assert octets, self.said
            self.said += octets

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=20)


def sentence(body):
    """Return an NMEA 0183 sentence with its checksum."""
    total = 0
    for octet in body.encode():
        total ^= octet
    return f"${body}*{total:02X}\r\n"


def log(latitude, longitude, start, quality=1):
    """Return five seconds of a receiver: GGA, GSA and RMC; quality 0 is a receiver without satellites."""
    text = ""
    for second in range(5):
        clock = time.strftime("%H%M%S", time.gmtime(start + second))
        day = time.strftime("%d%m%y", time.gmtime(start + second))
        if not quality:
            text += sentence(f"GPGGA,{clock}.00,,,,,0,00,99.99,,,,,,")
            text += sentence("GPGSA,A,1,,,,,,,,,,,,,99.99,99.99,99.99")
            text += sentence(f"GPRMC,{clock}.00,V,,,,,,,{day},,,N")
            continue
        text += sentence(f"GPGGA,{clock}.00,{latitude},{longitude},1,08,1.0,20.0,M,0.0,M,,")
        text += sentence("GPGSA,A,3,04,05,09,12,24,25,29,31,,,,,1.8,1.0,1.5")
        text += sentence(f"GPRMC,{clock}.00,A,{latitude},{longitude},0.0,0.0,{day},,,A")
    return text


def gpsfake(folder, text):
    """Start gpsd behind gpsfake on a free port; return it with the variables that name it."""
    path = folder / "receiver.nmea"
    path.write_text(text, encoding="ascii")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    daemon = Running("gpsfake", "-c", "0.2", "-P", port, str(path), ready=b"begins")
    return daemon, {"SAFETRAVEL_GPSD": "127.0.0.1:" + port, "SAFETRAVEL_LOCATION": "yes"}


def test_a_real_gpsd_tells_where_it_is(cli, tmp_path):
    daemon, environ = gpsfake(tmp_path, log("0121.1260,N", "10349.1880,E", int(time.time()) - 5))
    with daemon:
        data = cli("where", "--json", env=environ, now=time.time).json()["data"]
        out = cli("embassy", "--near", env=environ, now=time.time).out
    position = data["position"]
    assert (position["method"], data["country"]) == ("gpsd", "SG")
    assert (position["lat"], position["lon"]) == (pytest.approx(1.3521), pytest.approx(103.8198))
    assert 1 < position["accuracy_m"] < 100
    assert 0 <= position["age_s"] < 60
    assert "satellite receiver (gpsd)" in out
    assert "KBRI Singapura" in out


def test_a_receiver_in_the_southern_and_western_half(cli, tmp_path):
    daemon, environ = gpsfake(tmp_path, log("3436.2000,S", "05822.8000,W", int(time.time()) - 5))
    with daemon:
        data = cli("where", "--json", env=environ, now=time.time).json()["data"]
    assert (data["country"], data["position"]["method"]) == ("AR", "gpsd")


def test_a_log_of_another_year_is_not_taken_for_now(cli, tmp_path):
    daemon, environ = gpsfake(tmp_path, log("0121.1260,N", "10349.1880,E", int(time.time()) - 400 * 86_400))
    with daemon:
        data = cli("where", "--json", "--wait", "3", env=environ, now=time.time).json()["data"]
    assert data["position"]["lat"] is None
    assert [row["outcome"] for row in data["rungs"] if row["rung"] == "gpsd"] == ["old"]


def test_a_receiver_without_satellites_is_waited_for_no_longer_than_asked(cli, tmp_path):
    daemon, environ = gpsfake(tmp_path, log("0121.1260,N", "10349.1880,E", int(time.time()) - 5, quality=0))
    with daemon:
        start = time.monotonic()
        data = cli("where", "--json", "--wait", "2", env={**environ, "TZ": "Asia/Tokyo"}, now=time.time).json()["data"]
        took = time.monotonic() - start
    assert took < 4
    assert (data["position"]["method"], data["country"]) == ("time_zone", "JP")
    assert [row["outcome"] for row in data["rungs"] if row["rung"] == "gpsd"] == ["late"]


@pytest.fixture
def bus(tmp_path):
    """A bus of our own; the value is its address."""
    path = tmp_path / "bus"
    settings = tmp_path / "bus.conf"
    settings.write_text(
        f"<busconfig><type>system</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>"
        '<policy context="default"><allow send_destination="*"/><allow eavesdrop="false"/><allow own="*"/></policy></busconfig>',
        encoding="ascii",
    )
    with Running("dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address", ready=b"\n"):
        yield f"unix:path={path}"


def ask_geoclue(cli, bus, mode, wait="8"):
    """Return the data of `where` beside a GeoClue of that mode, and what became of it."""
    environ = {"DBUS_SYSTEM_BUS_ADDRESS": bus, "SAFETRAVEL_LOCATION": "yes"}
    now = time.time()
    with Running(PYTHON, os.path.join(HERE, "geoclue_stand_in.py"), mode, str(now), ready=b"ready", DBUS_SYSTEM_BUS_ADDRESS=bus):
        data = cli("where", "--json", "--wait", wait, env=environ, now=now).json()["data"]
    (outcome,) = [row for row in data["rungs"] if row["rung"] == "geoclue"]
    return data, outcome


def test_geoclue_tells_where_it_is(cli, bus):
    data, outcome = ask_geoclue(cli, bus, "good")
    position = data["position"]
    assert 0 <= position.pop("age_s") < 30
    assert position == {"lat": 1.3521, "lon": 103.8198, "method": "geoclue", "accuracy_m": 35.0}
    assert (data["country"], outcome["outcome"]) == ("SG", "fix")


def test_geoclue_that_betters_itself_is_heard_out(cli, bus):
    assert ask_geoclue(cli, bus, "twice")[0]["position"]["accuracy_m"] == 20.0


@pytest.mark.parametrize(("mode", "word"), [("denied", "denied"), ("zero", "zero"), ("future", "future"), ("silent", "late")])
def test_geoclue_that_refuses_lies_or_is_silent(cli, bus, mode, word):
    data, outcome = ask_geoclue(cli, bus, mode, "1")
    assert data["position"]["lat"] is None
    assert outcome["outcome"] == word


def test_a_bus_without_geoclue_costs_nothing(cli, bus):
    environ = {"DBUS_SYSTEM_BUS_ADDRESS": bus, "SAFETRAVEL_LOCATION": "yes"}
    data = cli("where", "--json", "--wait", "60", env=environ).json()["data"]
    assert [row["outcome"] for row in data["rungs"] if row["rung"] == "geoclue"] == ["absent"]


def test_no_bus_at_all(cli, tmp_path):
    environ = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none", "SAFETRAVEL_LOCATION": "yes"}
    data = cli("where", "--json", "--wait", "60", env=environ).json()["data"]
    assert [row["outcome"] for row in data["rungs"] if row["rung"] == "geoclue"] == ["absent"]
