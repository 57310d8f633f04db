"""The recipes of docs/how-to/channels.md, as they stand there, with real gammu, real mmcli and real msmtp."""

import os
import re
import shutil
import subprocess
import sys
import time

import pytest

import smtp_kit
from channel_kit import NUMBER, job
from safetravel_cli.sos import channels, people
from safetravel_cli.sos.channels import sendmail
from sos_kit import photo

pytestmark = pytest.mark.faults
PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "how-to", "channels.md")
exec_channel = channels.load("exec")


def recipe(name, folder):
    """Write a recipe of the page to a folder; return its path."""
    with open(PAGE, encoding="utf-8") as file:
        found = re.search(rf"### {name}\n.*?```python\n(.*?)```", file.read(), re.DOTALL)
    path = os.path.join(str(folder), "recipe")
    with open(path, "w", encoding="utf-8") as file:
        file.write(found[1].replace("#!/usr/bin/env python3", "#!" + sys.executable))
    os.chmod(path, 0o700)
    return path


def test_gammu_with_its_dummy_driver(tmp_path):
    modem = tmp_path / "modem"
    for number in range(1, 6):
        (modem / "sms" / str(number)).mkdir(parents=True)
    (tmp_path / ".gammurc").write_text(f"[gammu]\nmodel = dummy\nconnection = none\nport = {modem}\n")
    held = {"exec.command": recipe("gammu", tmp_path)}
    environ = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    result = exec_channel.send(job(NUMBER, held, environ=environ))
    assert result.state == "accepted" and "reference" in result.ref
    media = photo(tmp_path)
    assert exec_channel.send(job(NUMBER, held, environ=environ, kind="photo", media=media))[:2] == ("refused", "65")
    (tmp_path / ".gammurc").write_text("[gammu]\nmodel = dummy\nconnection = none\nport = /nowhere\n")
    result = exec_channel.send(job(NUMBER, held, environ=environ))
    assert result[:2] == ("retry", "75") and result.text


def test_msmtp_hands_the_mail_to_a_server_of_verified_tls(tmp_path):
    authority = smtp_kit.Authority(tmp_path)
    stranger_folder = tmp_path / "stranger"
    stranger_folder.mkdir()
    stranger = smtp_kit.Authority(stranger_folder)
    rc = tmp_path / "msmtprc"
    with smtp_kit.Server(authority.server()) as server:
        command = f"msmtp -C {rc}"
        held = {"smtp.from": "siti@example.org", "sendmail.command": command}
        for trusted, state in ((authority, "accepted"), (stranger, "retry")):
            rc.write_text(
                f"defaults\nhost localhost\nport {server.port}\ntls on\ntls_starttls off\ntls_trust_file {trusted.file}\n"
                "from siti@example.org\naccount default\n"
            )
            rc.chmod(0o600)
            result = sendmail.send(job("ibu@example.org", held, environ={"PATH": os.environ["PATH"]}))
            assert (result.state, bool(result.text)) == (state, state != "accepted"), result
    (got,) = server.got
    assert got.rcpt == "ibu@example.org" and got.message_id == "<aaaaaaaa.bbbbbbbb@example.org>"


def test_doctor_has_the_real_msmtp_connect_and_give_nothing_to_send(tmp_path):
    from safetravel_cli.i18n import Say
    from safetravel_cli.sos import doctor_channels, doctor_programs

    class Doctor:
        say, offline = Say("en"), False

    authority = smtp_kit.Authority(tmp_path)
    (tmp_path / "stranger").mkdir()
    stranger = smtp_kit.Authority(tmp_path / "stranger")
    rc = tmp_path / "msmtprc"
    # Debian lets msmtp stand for sendmail by such a link.
    os.symlink(shutil.which("msmtp"), tmp_path / "sendmail")
    with smtp_kit.Server(authority.server()) as server:
        held = people.Settings(
            {"smtp.from": "siti@example.org", "sendmail.command": f"{tmp_path}/sendmail -C {rc}"}, {"PATH": os.environ["PATH"]}
        )
        for trusted, port, level, words in (
            (authority, server.port, "green", "localhost"),
            # A network that asks for a log-in does this too.
            (stranger, server.port, "amber", "certificate"),
            (authority, 2, "amber", "cannot connect"),
        ):
            rc.write_text(
                f"defaults\nhost localhost\nport {port}\ntls on\ntls_starttls off\ntls_trust_file {trusted.file}\n"
                "account other\nhost other.example.org\nfrom other@example.org\naccount mine\nfrom siti@example.org\n"
            )
            rc.chmod(0o600)
            probe = doctor_channels.Probe(held, {}, time.monotonic() + 20)
            found = doctor_programs.sendmail(Doctor, probe, {})
            assert (found.level, words in str(found.values)) == (level, True), found
        rc.write_text("account broken\nhost\n")
        assert doctor_programs.sendmail(Doctor, probe, {}).level == "red"
    assert server.got == server.tried == [] and not any("MAIL" in line for line in server.commands)


MANAGER, MODEM = "org.freedesktop.ModemManager1", "/org/freedesktop/ModemManager1/Modem/0"
# Run by the Python of the system, which has python-dbusmock; `sys.argv[1]`: what sending does.
SETUP = """
import sys
import time
import dbus
bus = dbus.SystemBus()
manager, mock, root = "org.freedesktop.ModemManager1", "org.freedesktop.DBus.Mock", "/org/freedesktop/ModemManager1"
top = dbus.Interface(bus.get_object(manager, root), mock)
name, path, sms = manager + ".Modem", root + "/Modem/0", root + "/SMS/3"
top.AddProperties("org.freedesktop.ModemManager1", {"Version": "1.20.4"})
top.AddObject(path, name, {"State": dbus.Int32(8)}, [])
modem = dbus.Interface(bus.get_object(manager, path), mock)
modem.AddProperties(name + ".Messaging", {"Messages": dbus.Array([sms], signature="o")})
made, listed = "ret = dbus.ObjectPath('%s')" % sms, "ret = ['%s']" % sms
modem.AddMethods(name + ".Messaging", [("Create", "a{sv}", "o", made), ("List", "", "ao", listed)])
top.AddObject(sms, "org.freedesktop.ModemManager1.Sms", {"Number": "+12025550143", "Text": "x"}, [("Send", "", "", sys.argv[1])])
"""
FAILS = "raise dbus.exceptions.DBusException('no signal', name='org.freedesktop.ModemManager1.Error.Core.Failed')"


@pytest.fixture
def bus(tmp_path):
    """Return the variables of a private system bus on which a mocked ModemManager runs, and what it was asked."""
    daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True)
    environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": daemon.stdout.readline().strip()}
    log = tmp_path / "mock.log"
    words = [
        "/usr/bin/python3",
        "-m",
        "dbusmock",
        "--system",
        "-m",
        "-l",
        str(log),
        MANAGER,
        "/org/freedesktop/ModemManager1",
        MANAGER,
    ]
    mock = subprocess.Popen(words, env=environ)
    ask = ["gdbus", "wait", "--system", "--timeout", "20", MANAGER]
    subprocess.run(ask, env=environ, check=True, stdout=subprocess.DEVNULL)
    yield environ, log
    for process in (mock, daemon):
        process.terminate()
        process.wait(10)
    daemon.stdout.close()


@pytest.mark.parametrize("sends", [True, False])
def test_modem_manager_with_a_mocked_modem(tmp_path, bus, sends):
    environ, log = bus
    subprocess.run(["/usr/bin/python3", "-c", SETUP, "" if sends else FAILS], env=environ, check=True)
    held = {"exec.command": recipe("ModemManager", tmp_path)}
    result = exec_channel.send(job(NUMBER, held, environ=environ, message='it\'s "here", now'))
    if sends:
        assert (result.state, result.ref) == ("accepted", "/org/freedesktop/ModemManager1/SMS/3"), result
    else:
        assert result[:2] == ("retry", "75") and "no signal" in result.text, result
    asked = log.read_text()
    assert "Create" in asked and NUMBER in asked and "ACDEF3" in asked and "Send" in asked
