"""How full the battery is, from what systems write."""

import io
import os
import time

import pytest

from safetravel_cli.env import Env
from safetravel_cli.sos import battery


def supply(folder, name, **words):
    os.makedirs(os.path.join(folder, name))
    for key, value in words.items():
        with open(os.path.join(folder, name, key), "w", encoding="ascii") as file:
            file.write(value + "\n")


@pytest.mark.parametrize(("status", "charging"), [("Charging", True), ("Discharging", False), ("Full", True), ("Unknown", None)])
def test_linux(tmp_path, status, charging):
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="87", status=status)
    assert battery.quick(str(tmp_path)) == {"percent": 87, "charging": charging}


def test_a_mouse_is_no_battery_of_this_device(tmp_path):
    supply(tmp_path, "hid", type="Battery", scope="Device", capacity="12", status="Discharging")
    assert battery.quick(str(tmp_path)) is None


@pytest.mark.parametrize("capacity", ["", "-1", "101", "9" * 20, "x", "²"])
def test_a_charge_that_cannot_be_is_unknown(tmp_path, capacity):
    supply(tmp_path, "BAT0", type="Battery", status="Charging")
    (tmp_path / "BAT0" / "capacity").write_text(capacity, encoding="utf-8")
    assert battery.quick(str(tmp_path)) is None


def test_no_folder():
    assert battery.quick("/there/is/none") is None


@pytest.mark.parametrize(("answer", "found"), [
    (b'{"percentage": 64, "plugged": "AC", "status": "DISCHARGING"}', {"percent": 64, "charging": False}),
    (b'{"percentage": 100, "status": "FULL"}', {"percent": 100, "charging": True}),
    (b'{"percentage": "many"}', None), (b'{"API_ERROR": "x"}', None),
])  # fmt: skip
def test_termux(answer, found):
    assert battery.termux(answer) == found


@pytest.mark.parametrize(("answer", "found"), [
    (b"Now drawing from 'Battery Power'\n -InternalBattery-0 (id=5)\t87%; discharging; 4:10 remaining present: true\n",
     {"percent": 87, "charging": False}),
    (b" -InternalBattery-0 (id=5)\t9%; charging; (no estimate) present: true\n", {"percent": 9, "charging": True}),
    (b"Now drawing from 'AC Power'\n", None), (b"", None),
])  # fmt: skip
def test_macos(answer, found):
    assert battery.pmset(answer) == found


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
@pytest.mark.parametrize(("script", "found"), [
    ("echo '{\"percentage\": 14, \"status\": \"DISCHARGING\"}'", {"percent": 14, "charging": False}),
    ("sleep 60", None), ("sleep 5 & exit 1", None), ("echo nonsense", None),
])  # fmt: skip
def test_a_program_is_never_waited_for(tmp_path, monkeypatch, script, found):
    monkeypatch.setattr(battery, "quick", lambda: None)
    path = tmp_path / "termux-battery-status"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    env = Env(environ={"PATH": f"{tmp_path}:/usr/bin:/bin"}, stdin=io.StringIO(), stdout=io.StringIO(), stderr=io.StringIO())
    start = time.monotonic()
    assert battery.read(env, 0.5) == found
    assert time.monotonic() - start < 5
