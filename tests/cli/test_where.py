"""`where`, and look-ups without a PLACE, on a device that can be asked: stand-ins for Termux:API, a gpsd on loopback."""

import fcntl
import json
import os
import socket
import sys
import threading

import pytest

from running import NOW
from safetravel_cli import paths
from safetravel_cli.geo import rungs
from safetravel_cli.pages import fixline

SINGAPORE = {"latitude": 1.3521, "longitude": 103.8198, "accuracy": 12.5, "elapsedMs": 2000, "provider": "gps"}
JOHOR = (1.4655, 103.7578)


@pytest.fixture(autouse=True)
def nothing_of_this_machine(monkeypatch):
    """Leave only what a test provides: no daemon and no bus of the machine that runs it."""
    monkeypatch.setattr(rungs, "RUNGS", [rung._replace(files=()) for rung in rungs.RUNGS])


class Termux:
    """A folder with a `termux-location` that does as it is told, by provider; it writes down how it was called."""

    def __init__(self, folder):
        self.folder = folder
        self.calls = folder / "calls"
        self.program = folder / "termux-location"
        self.environ = {"PATH": f"{folder}", "SAFETRAVEL_LOCATION": "yes"}

    def set(self, gps="exit", network="exit", last="exit", settle=True):
        """Write the program, once the calls so far have ended: Python for each provider, with say, hold, meet and join."""
        if settle:
            self.settle()
        acts = {"gps": gps, "network": network, "passive": last}
        self.program.write_text(
            f"#!{sys.executable} -IS\n"
            "import os, sys\n"
            f"calls = os.open({str(self.calls)!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)\n"
            "os.write(calls, (' '.join(sys.argv[1:]) + '\\n').encode())\n"
            "def say(text): sys.stdout.write(text); sys.stdout.flush()\n"
            # Opening a named pipe waits until the other end is opened too.
            f"def hold(): open({str(self.folder / 'hold')!r}).read()\n"
            f"def meet(): open({str(self.folder / 'meet')!r}, 'w').close()\n"
            f"def join(): open({str(self.folder / 'meet')!r}).close()\n"
            "def exit(): sys.exit(1)\n"
            f"exec({acts!r}[sys.argv[2]].replace('exit', 'exit()'))\n"
        )
        self.program.chmod(0o755)
        for name in ("hold", "meet"):
            if not os.path.exists(self.folder / name):
                os.mkfifo(self.folder / name)

    def release(self):
        """Let a program that holds go on."""
        with open(self.folder / "hold", "w"):
            pass

    def settle(self):
        """Wait until no call that was left to itself is running any more."""
        for folder, _, names in os.walk(os.path.join(paths.data_dir(os.environ), "location")):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    fcntl.flock(file, fcntl.LOCK_EX)

    def called(self):
        """Return the calls so far."""
        return self.calls.read_text().splitlines() if self.calls.exists() else []


@pytest.fixture
def termux(tmp_path):
    folder = tmp_path / "termux"
    folder.mkdir()
    return Termux(folder)


def say(**values):
    """Return the act of printing an answer."""
    return f"say({json.dumps({**SINGAPORE, **values})!r})"


def outcomes(data):
    return {row["rung"]: row["outcome"] for row in data["rungs"]}


def test_a_good_fix_is_told_with_method_accuracy_age_and_country(cli, termux):
    termux.set(gps=say())
    data = cli("where", "--json", env=termux.environ).json()["data"]
    assert data["position"] == {"lat": 1.3521, "lon": 103.8198, "method": "termux_gps", "accuracy_m": 12.5, "age_s": 2}
    assert (data["country"], data["zone"], data["asked"]) == ("SG", "Asia/Singapore", True)
    assert "-p gps -r once" in termux.called()
    out = cli("where", env=termux.environ).out
    assert "1.35210,103.81980" in out
    assert "satellites (Android)" in out
    assert "within 10" in out
    out = cli("where", lang="id", env=termux.environ).out
    assert "Singapura" in out
    assert "satelit" in out


def test_a_rung_that_hangs_delays_nobody_and_is_not_killed(cli, termux):
    termux.set(gps="meet(); hold(); " + say(latitude=JOHOR[0], longitude=JOHOR[1]), network="join(); " + say(accuracy=40))
    data = cli("where", "--json", "--wait", "60", env=termux.environ).json()["data"]
    assert data["position"]["method"] == "termux_network"
    assert outcomes(data)["termux_gps"] == "not_waited"
    # The call is still there: it is not started twice, and what it says in the end is read by the next run.
    termux.set(settle=False)
    again = cli("where", "--json", "--wait", "60", env=termux.environ).json()["data"]
    assert outcomes(again)["termux_gps"] == "busy"
    assert sum("gps" in call for call in termux.called()) == 1
    assert "still busy with an earlier call" in cli("where", "--wait", "60", env=termux.environ).out
    termux.release()


def test_what_came_too_late_for_one_run_is_read_by_the_next(cli, termux):
    folder = os.path.join(paths.data_dir(os.environ), "location")
    os.makedirs(folder)
    late = os.path.join(folder, "gps.json")
    with open(late, "w", encoding="ascii") as file:
        json.dump({**SINGAPORE, "elapsedMs": 1000}, file)
    os.utime(late, (NOW - 120, NOW - 120))
    termux.set()
    data = cli("where", "--json", env=termux.environ).json()["data"]
    assert (data["position"]["method"], data["position"]["age_s"]) == ("termux_gps", 121)
    assert os.path.getsize(late) == 0
    assert cli("where", "--json", env=termux.environ).json()["data"]["position"]["method"] != "termux_gps"


@pytest.mark.parametrize("age", [-3600, 3600])
def test_a_late_answer_that_is_old_or_from_the_future_is_dropped(cli, termux, age):
    folder = os.path.join(paths.data_dir(os.environ), "location")
    os.makedirs(folder)
    late = os.path.join(folder, "gps.json")
    with open(late, "w", encoding="ascii") as file:
        json.dump(SINGAPORE, file)
    os.utime(late, (NOW - age, NOW - age))
    termux.set()
    assert cli("where", "--json", env=termux.environ).json()["data"]["position"]["lat"] is None


@pytest.mark.parametrize(
    ("act", "outcome"),
    [
        ("exit", "failed"),
        ("pass", "failed"),
        ("say('no permission')", "failed"),
        ("""say('{"API_ERROR": "Failed to get location"}')""", "failed"),
        (say(latitude=0.0, longitude=0.0), "zero"),
        (say(latitude=200.0), "range"),
        (say(accuracy=-1), "accuracy"),
        (say(accuracy=1e7), "coarse"),
        (say(elapsedMs=-(10**9)), "future"),
        (say(elapsedMs=10**12), "old"),
        ('say(\'{"latitude": NaN, "longitude": NaN}\')', "not_a_number"),
        ("import os; os.kill(os.getpid(), 9)", "failed"),
    ],
)
def test_errors_and_nonsense_are_told_and_stop_nothing(cli, termux, act, outcome):
    termux.set(gps=act, network="exit", last="exit")
    for lang in ("en", "id"):
        result = cli("where", lang=lang, env={**termux.environ, "TZ": "Asia/Tokyo"})
        assert result.code == 0
        assert "where." not in result.out
    data = cli("where", "--json", env={**termux.environ, "TZ": "Asia/Tokyo"}).json()["data"]
    assert outcomes(data)["termux_gps"] == outcome
    assert (data["position"]["method"], data["country"], data["position"]["lat"]) == ("time_zone", "JP", None)


def test_yesterdays_fix_says_its_age_and_loses_to_a_fresh_one(cli, termux):
    yesterday = say(elapsedMs=20 * 3_600_000)
    termux.set(last=yesterday)
    assert "20 hours ago" in cli("where", env=termux.environ).out
    termux.set(last=yesterday, network=say(latitude=JOHOR[0], longitude=JOHOR[1], accuracy=900))
    data = cli("where", "--json", env=termux.environ).json()["data"]
    assert (data["country"], data["position"]["method"]) == ("MY", "termux_network")


def test_a_saved_place_wins_over_a_rougher_or_older_fix_only(cli, termux):
    cli("here", "1.4655,103.7578")
    termux.set(gps=say())
    assert cli("where", "--json", env=termux.environ).json()["data"]["country"] == "SG"
    termux.set(last=say(elapsedMs=3_600_000))
    data = cli("where", "--json", env=termux.environ).json()["data"]
    assert (data["country"], data["position"]["method"]) == ("MY", "saved_place")
    assert outcomes(data)["termux_last"] == "fix"
    later = cli("where", "--json", env=termux.environ, now=NOW + 3 * 86_400).json()["data"]
    assert later["country"] == "SG"


def test_a_border_within_the_accuracy_is_said(cli, termux):
    termux.set(network=say(latitude=1.4468, longitude=103.7690, accuracy=2500, elapsedMs=0))
    data = cli("where", "--json", env=termux.environ).json()["data"]
    assert [one["country"] for one in data["near_border"]] == ["MY"]
    assert "you may be in Malaysia" in cli("where", env=termux.environ).out
    assert "1.447,103.769" in cli("where", env=termux.environ).out


def test_who_is_in_control_is_said(cli, termux):
    termux.set(gps=say(latitude=44.9521, longitude=34.1024))
    data = cli("where", "--json", env=termux.environ).json()["data"]
    assert (data["country"], data["control"]) == ("UA", "RU")
    assert "under the control of Russia" in cli("where", env=termux.environ).out


@pytest.mark.parametrize("how", ["setting", "variable", "wait"])
def test_a_device_that_may_not_be_asked_is_not(cli, termux, how):
    termux.set(gps=say())
    environ = dict(termux.environ)
    if how == "setting":
        del environ["SAFETRAVEL_LOCATION"]
        environ["SAFETRAVEL_LOCATION"] = ""
        cli("config", "set", "location", "no")
    elif how == "variable":
        environ["SAFETRAVEL_LOCATION"] = "no"
    data = cli("where", "--json", *(["--wait", "0"] if how == "wait" else []), env=environ).json()["data"]
    assert data["position"]["method"] == "unknown"
    assert not data["asked"]
    assert termux.called() == []
    for command in (["embassy", "--near"], ["emergency"]) if how != "wait" else ():
        assert cli(*command, env=environ).code == 0
    assert termux.called() == []


def test_receivers_alone_where_so_set(cli, termux):
    termux.set(gps=say(accuracy=20_000))
    cli("config", "set", "location", "gps")
    cli("where", env={**termux.environ, "SAFETRAVEL_LOCATION": ""})
    assert sorted(termux.called()) == ["-p gps -r once", "-p passive -r last"]


def test_embassy_near_uses_the_fix_and_says_so(cli, termux):
    termux.set(gps=say())
    for words in (["--near"], []):
        data = cli("embassy", *words, "--json", env=termux.environ).json()["data"]
        assert data["in_charge"]["short_name"] == "KBRI Singapura"
        assert data["position"]["method"] == "termux_gps"
    out = cli("embassy", "--near", env=termux.environ).out
    assert "Your device says 1.35210,103.81980: satellites (Android), within 10 m, just now." in out
    assert cli("embassy", "--near", "35.66,139.70", "--json", env=termux.environ).json()["data"]["country"] == "JP"


def test_a_rough_fix_gives_no_exact_distance(cli, termux):
    termux.set(network=say(accuracy=3000))
    assert "about" in cli("embassy", "--near", env=termux.environ).out


def test_emergency_speaks_first_and_asks_the_device_then(cli, termux):
    termux.set(gps=say())
    out = cli("emergency", env={**termux.environ, "TZ": "Asia/Tokyo"}).out
    assert out.index("Emergency: Japan") < out.index("Emergency: Singapore") < out.index("Your device says 1.35210")
    out = cli("emergency", env={**termux.environ, "TZ": "Asia/Singapore"}).out
    assert out.count("Emergency: Singapore") == 1
    assert out.count("Your device says") == 1
    data = cli("emergency", "--json", env={**termux.environ, "TZ": "Asia/Tokyo"}).json()["data"]
    assert (data["iso2"], data["step"], data["method"]) == ("SG", "elsewhere", "termux_gps")
    termux.set()
    out = cli("emergency", env=termux.environ).out
    assert out.count("+62 812 9007 0027".replace(" ", "\u00a0").replace("\u00a0", " ")) == 1
    assert "Your device" not in out


def test_numbers_are_there_before_the_device_has_answered(cli, termux, monkeypatch):
    """The first page is written while the only rung still hangs."""
    from safetravel_cli import run
    from safetravel_cli.geo import ladder

    pages = []
    real, climb = run.write, ladder.climb
    monkeypatch.setattr(run, "write", lambda env, text: (pages.append(text), real(env, text)))

    def asked(*arguments):
        assert "Emergency: Japan" in pages[0]
        return climb(*arguments)

    monkeypatch.setattr(ladder, "climb", asked)
    termux.set(gps=say())
    cli("emergency", env={**termux.environ, "TZ": "Asia/Tokyo"})
    assert len(pages) == 2


def test_a_home_that_cannot_be_written_is_no_hindrance(cli, termux):
    termux.set(gps=say())
    data = cli("where", "--json", env={**termux.environ, "SAFETRAVEL_HOME": "/proc/nowhere"}).json()["data"]
    assert data["position"]["method"] == "termux_gps"


class Daemon:
    """A gpsd of this test: it sends what it is given to whoever connects, then leaves or holds the line."""

    def __init__(self, *lines, hold=False):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.lines, self.hold, self.links, self.asked = lines, hold, [], b""
        self.environ = {"SAFETRAVEL_GPSD": f"127.0.0.1:{self.server.getsockname()[1]}", "SAFETRAVEL_LOCATION": "yes"}
        self.thread = threading.Thread(target=self._serve)

    def _serve(self):
        link, _ = self.server.accept()
        self.links.append(link)
        link.sendall(b'{"class":"VERSION","release":"3.22","proto_major":3,"proto_minor":14}\r\n')
        self.asked = link.recv(1000)
        for line in self.lines:
            link.sendall(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\r\n")
        if not self.hold:
            link.close()

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.thread.join()
        for link in self.links:
            link.close()
        self.server.close()


TPV = {"class": "TPV", "mode": 3, "lat": 1.3521, "lon": 103.8198, "eph": 6.5, "time": "2026-11-25T02:59:59.000Z"}


def test_gpsd_is_watched_until_it_has_a_fix(cli):
    with Daemon({"class": "DEVICES", "devices": []}, {"class": "TPV", "mode": 1}, b"rubbish\r\n", TPV, hold=True) as daemon:
        data = cli("where", "--json", env=daemon.environ).json()["data"]
    assert data["position"] == {"lat": 1.3521, "lon": 103.8198, "method": "gpsd", "accuracy_m": 6.5, "age_s": 1}
    assert b'"json":true' in daemon.asked


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ([], "nothing"),
        ([{"class": "TPV", "mode": 0}], "nothing"),
        ([{**TPV, "lat": 0.0, "lon": 0.0}], "zero"),
        ([{**TPV, "time": "2027-11-25T02:59:59.000Z"}], "future"),
        ([{**TPV, "time": "2007-04-11T02:59:59.000Z"}], "old"),
        ([b"x" * 300_000], "failed"),
        ([{"class": "ERROR", "message": "no"}], "failed"),
    ],
)
def test_a_gpsd_that_has_nothing_good_is_told(cli, lines, outcome):
    with Daemon(*lines) as daemon:
        data = cli("where", "--json", env=daemon.environ).json()["data"]
    assert outcomes(data)["gpsd"] == outcome
    assert data["position"]["lat"] is None


def test_nothing_is_asked_of_a_person_and_nothing_is_said_beside_the_answer(cli, termux):
    termux.set()
    result = cli("embassy", "--near", env=termux.environ, stdin="")
    assert result.code == 0
    assert result.err == ""


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Asia/Jakarta"])
def test_a_clock_that_says_nothing_of_the_place_stays_silent(cli, zone):
    result = cli("where", env={"TZ": zone})
    assert "It is not known where you are" in result.out
    assert "Indonesia" not in result.out


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3, "just now"),
        (42, "42 seconds ago"),
        (60, "a minute ago"),
        (7200, "2 hours ago"),
        (90_000, "a day ago"),
        (None, "time not told"),
    ],
)
def test_ages_in_words(seconds, text):
    from safetravel_cli.i18n import Say

    assert fixline.age(seconds, Say("en")) == text
