"""What each rung makes of what its program, daemon or bus says."""

import json
import math
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.env import Env
from safetravel_cli.geo import dbus, ladder, rungs
from safetravel_cli.geo.rungs import Fix, Refused, corelocation, geoclue, gpsd, termux, windows

NOW = 1_795_575_600.0
GOOD = {"latitude": 35.66, "longitude": 139.7, "accuracy": 12.5, "elapsedMs": 4000, "provider": "gps"}


def test_termux_tells_the_age_by_elapsed_milliseconds():
    assert termux.read(json.dumps(GOOD).encode(), NOW) == Fix(35.66, 139.7, 12.5, NOW - 4)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"latitude": 0.0, "longitude": 0.0}, "zero"),
        ({"latitude": 135.0}, "range"),
        ({"accuracy": -1}, "accuracy"),
        ({"accuracy": 1e9}, "coarse"),
        ({"elapsedMs": -7_200_000}, "future"),
        ({"elapsedMs": 3 * 365 * 86_400_000}, "old"),
        ({"latitude": "NaN"}, "not_a_number"),
        ({"accuracy": 0.0}, ""),
        ({"elapsedMs": None}, ""),
    ],
)
def test_nonsense_of_termux_is_known_as_such(change, word):
    assert ladder.doubt(termux.read(json.dumps({**GOOD, **change}).encode(), NOW), NOW) == word


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"null", b"{}", b'{"API_ERROR": "no permission"}', b'{"latitude": true}', b"\xff\x00", b"[" * 9999]
)
def test_what_is_no_answer_of_termux_is_refused(text):
    with pytest.raises(Refused):
        termux.read(text, NOW)


def tpv(**values):
    return json.dumps({"class": "TPV", "mode": 3, "lat": 35.66, "lon": 139.7, **values}).encode()


def test_gpsd_tells_position_radius_and_time():
    assert gpsd.read(tpv(eph=8.5, time="2026-11-25T02:59:58.500Z"), NOW) == Fix(35.66, 139.7, 8.5, NOW - 1.5)
    assert gpsd.read(tpv(epx=3.0, epy=4.0), NOW) == Fix(35.66, 139.7, 5.0, NOW)
    assert gpsd.read(tpv(), NOW) == Fix(35.66, 139.7, None, NOW)
    assert gpsd.read(tpv(time="yesterday"), NOW).taken is None


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b'{"class":"VERSION"}', tpv(mode=1), tpv(mode=None), tpv(lat=None), tpv(lon="east"), b"\xff" * 9]
)
def test_a_report_without_a_fix_is_passed_over(line):
    assert gpsd.read(line, NOW) is None


def test_an_error_of_gpsd_is_told():
    with pytest.raises(Refused, match="failed"):
        gpsd.read(b'{"class":"ERROR","message":"Unrecognized request"}', NOW)


@given(st.binary(max_size=200))
def test_no_bytes_break_a_parser(octets):
    for read in (lambda: termux.read(octets, NOW), lambda: gpsd.read(octets, NOW)):
        try:
            read()
        except Refused:
            pass


@given(st.text(max_size=100))
def test_no_text_breaks_a_parser(text):
    for read in (corelocation.read, windows.read):
        try:
            read(text)
        except Refused:
            pass


def test_corelocation_of_today_and_of_before_version_4():
    now = "35.660000 139.700000 12 %h_accuracy 2026-11-25 03:00:00 +0000"
    before = "35.660000 139.700000 %horizontalAccuracy 12.50 2026-11-25 03:00:00 +0000stamp"
    assert corelocation.read(now) == Fix(35.66, 139.7, 12.0, NOW)
    assert corelocation.read(before) == Fix(35.66, 139.7, 12.5, NOW)
    assert corelocation.read("35.66 139.70 12 12 ?").taken is None
    with pytest.raises(Refused, match="denied"):
        corelocation.read("CoreLocationCLI: ❌ Location services are disabled or location access denied.")


def test_corelocation_is_never_asked_for_what_needs_the_network():
    names = corelocation.FORMAT.replace("%", "").split()
    assert set(names) == {"latitude", "longitude", "horizontalAccuracy", "h_accuracy", "timestamp"}


def test_windows():
    assert windows.read("35.66 139.7 12.5 2026-11-25T03:00:00.1234567Z\r\n") == Fix(35.66, 139.7, 12.5, NOW)
    unknown = windows.read("NaN NaN NaN 0001-01-01T00:00:00.0000000Z")
    assert ladder.doubt(unknown, NOW) == "not_a_number"
    with pytest.raises(Refused, match="denied"):
        windows.read("denied\r\n")


def test_geoclue():
    held = {"Latitude": 35.66, "Longitude": 139.7, "Accuracy": 25.0, "Timestamp": (int(NOW), 250_000)}
    assert geoclue.read(held) == Fix(35.66, 139.7, 25.0, NOW)
    assert geoclue.read({**held, "Timestamp": (0, 0)}).taken is None
    with pytest.raises(Refused):
        geoclue.read({})


def test_only_what_is_there_is_asked(tmp_path, monkeypatch):
    none = [rung._replace(files=()) for rung in rungs.RUNGS]
    monkeypatch.setattr(rungs, "RUNGS", none)
    assert rungs.possible(Env({"PATH": str(tmp_path)}), "yes") == []
    (tmp_path / "termux-location").write_text("")
    assert rungs.possible(Env({"PATH": str(tmp_path)}), "yes") == []
    (tmp_path / "termux-location").chmod(0o755)
    env = Env({"PATH": f"/nowhere::{tmp_path}", "SAFETRAVEL_GPSD": "127.0.0.1:1"})

    def names(setting):
        return [rung.name for rung in rungs.possible(env, setting)]

    assert names("yes") == ["termux_gps", "termux_network", "termux_last", "gpsd"]
    assert names("gps") == ["termux_gps", "termux_last", "gpsd"]
    assert names("no") == []


def test_nobody_behind_gpsd_is_absence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        env = Env({"SAFETRAVEL_GPSD": f"127.0.0.1:{taken.getsockname()[1]}"})
        with pytest.raises(Refused, match="absent"):
            next(gpsd.ask(env, ""))


BASIC = st.one_of(
    st.tuples(st.just("s"), st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)),
    st.tuples(st.just("u"), st.integers(0, 2**32 - 1)),
    st.tuples(st.just("b"), st.booleans()),
    st.tuples(st.just("d"), st.floats(allow_nan=False)),
    st.tuples(st.just("t"), st.integers(0, 2**64 - 1)),
    st.tuples(st.just("o"), st.just("/org/freedesktop/GeoClue2")),
)


def exchange(octets):
    """Return what a Bus makes of bytes that come from the other side."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(octets)
        theirs.close()
        bus = dbus.Bus.__new__(dbus.Bus)
        bus._link, bus._held, bus._deadline = ours, b"", math.inf
        bus._left = lambda: 10.0
        return bus._message()


@given(st.lists(BASIC, max_size=6))
def test_what_is_written_to_the_bus_can_be_read_again(values):
    signature = "".join(kind for kind, _ in values) + "v" * len(values)
    given_values = (*[value for _, value in values], *values)
    fields = [(dbus.PATH, "o", "/a"), *([(dbus.SIGNATURE, "g", signature)] if signature else [])]
    kind, head, body = exchange(dbus.message(dbus.CALL, 7, fields, signature, given_values))
    assert (kind, head.get(dbus.PATH)) == (dbus.CALL, "/a")
    assert body == [value for _, value in values] * 2


@given(st.binary(max_size=120))
def test_rubbish_from_the_bus_is_an_error_never_a_hang(octets):
    with pytest.raises(Exception):  # noqa: B017
        exchange(b"l\x02\0\1" + octets)
        raise EOFError


def test_signatures_are_split_into_whole_types():
    assert dbus.split("sa{sv}(ia(uu))aas") == ["s", "a{sv}", "(ia(uu))", "aas"]


def test_a_bus_that_does_not_know_us_refuses():
    server = socket.socket(socket.AF_UNIX)
    server.bind("\0safetravel-test-" + str(id(server)))
    server.listen()

    def refuse():
        link, _ = server.accept()
        with link:
            link.recv(100)
            link.sendall(b"REJECTED EXTERNAL\r\n")

    thread = threading.Thread(target=refuse)
    thread.start()
    address = "unix:abstract=" + server.getsockname()[1:].decode()
    with server, pytest.raises(Refused, match="denied"):
        next(geoclue.ask(Env({"DBUS_SYSTEM_BUS_ADDRESS": address}), ""))
    thread.join()
