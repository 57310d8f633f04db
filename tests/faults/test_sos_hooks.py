"""The hooks on real schedulers: a systemd of a person of this test, the crontab of a namespace of this test."""

import os
import pwd
import shlex
import subprocess

import pytest

from fault_kit import ROOT, Certificates, Device, MailServer, free_port, until
from running import surroundings
from safetravel_cli.sos import hooks
from safetravel_cli.sos.hooks import systemd

pytestmark = pytest.mark.faults

SOS = ("sos", "--message", "hold on", "--at", "japan", "--plain", "--yes")


def verify(folder, *names):
    """Return what systemd finds wrong with units; it says so on standard error alone, and ends with 0."""
    variables = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", *[os.path.join(folder, name) for name in names]],
        capture_output=True,
        text=True,
        env=variables,
        timeout=60,
        check=False,
    )
    return done.stderr


@pytest.mark.parametrize("home", ["home", "o d%d $HOME 'q' \"d\" \\b; é"])
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path, home):
    plan = hooks.Plan(str(tmp_path / home / "outbox"), {**surroundings(), "HOME": str(tmp_path)})
    folder = tmp_path / "units"
    folder.mkdir()
    for name, text in systemd.units(plan).items():
        (folder / name).write_text(text, encoding="utf-8")
    assert verify(folder, systemd.TIMER, systemd.SERVICE) == ""


def test_systemd_would_have_found_a_misspelt_key(tmp_path):
    plan = hooks.Plan(str(tmp_path / "outbox"), {**surroundings(), "HOME": str(tmp_path)})
    for name, text in systemd.units(plan).items():
        (tmp_path / name).write_text(text.replace("OnBootSec", "OnBotSec"), encoding="utf-8")
    assert "OnBotSec" in verify(tmp_path, systemd.TIMER)


# A systemd of one person needs a machine that looks as if systemd had started it, and a folder for its sockets: both in a
# namespace of mounts, which ends with this shell. It reads lines of sh and says what they ended with.
MACHINE = """
mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system /run/user/test && chmod 700 /run/user/test
export XDG_RUNTIME_DIR=/run/user/test
/lib/systemd/systemd --user >/dev/null 2>&1 &
manager=$!
until [ -S /run/user/test/systemd/private ]; do kill -0 $manager || exit 9; done
echo ready
while read -r line; do sh -c "$line"; echo "ended $?"; done
kill $manager; wait $manager
"""


class Machine:
    """A shell in a namespace of mounts, with a script that prepares it."""

    def __init__(self, script, variables):
        command = [*ROOT, "unshare", "--mount", "--propagation", "private", "sh", "-c", script]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(command, env=variables, text=True, **pipes)
        assert self.process.stdout.readline() == "ready\n"

    def run(self, *argv):
        """Run a command line there; return its exit code and what it said."""
        self.process.stdin.write(shlex.join(argv).replace("\\", "\\\\") + "\n")
        self.process.stdin.flush()
        said = ""
        while not (line := self.process.stdout.readline()).startswith("ended "):
            assert line, said
            said += line
        return int(line.split()[1]), said

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()


def queued(device):
    """Leave an alert behind whose waiter is dead, as after a restart."""
    run = device.start(*SOS)
    until(device.tried)
    device.kill_waiter()
    run.kill()
    run.communicate()
    assert device.states() == ["queued"]


def test_a_real_systemd_sends_what_waited(snapshot_file, tmp_path):
    held, port = Certificates(tmp_path), free_port()
    home = tmp_path / "a home"
    with Device(home, "127.0.0.1", port, held.trusted) as device:
        queued(device)
        with Machine(MACHINE, device.variables) as machine, MailServer(held.server, port=port) as server:
            code, said = machine.run(*device.command("sos", "autosend", "status"))
            assert (code, "systemd timer: not installed" in said) == (0, True), said
            code, said = machine.run(*device.command("sos", "autosend", "install"))
            assert code == 0, said
            assert "systemd timer: installed and active" in said
            # The machine has been up for longer than half a minute, so the timer fires at once.
            assert server.next("mail", seconds=120)["rcpt"] == ["ibu@example.org"]
            device.ended()
            assert device.states() == ["accepted"]
            assert "accepted" not in said
            # Nothing waits: systemd does not even start the program.
            machine.run("systemctl", "--user", "start", systemd.SERVICE)
            code, said = machine.run("systemctl", "--user", "show", systemd.SERVICE, "--property=ConditionResult,Result")
            assert "ConditionResult=no" in said
            # Who stops the timer by hand is told so, though the files still lie there.
            machine.run("systemctl", "--user", "stop", systemd.TIMER)
            code, said = machine.run(*device.command("sos", "autosend", "status"))
            assert "installed, but not active" in said
            code, said = machine.run(*device.command("sos", "autosend", "remove"))
            assert "Removed." in said
            code, said = machine.run(*device.command("sos", "autosend", "status"))
            assert "systemd timer: not installed" in said
            assert not server.left("mail")
        assert not list((home / ".config" / "systemd" / "user").glob("safetravel*"))


CRON = """
mount -t tmpfs tmpfs /var/spool/cron/crontabs && chown root:crontab /var/spool/cron/crontabs
chmod 1730 /var/spool/cron/crontabs && mount -t tmpfs tmpfs /run
echo ready
while read -r line; do sh -c "$line"; echo "ended $?"; done
[ ! -e /run/crond.pid ] || kill "$(cat /run/crond.pid)"
"""


def test_a_real_cron_sends_what_waited(snapshot_file, tmp_path):
    held, port = Certificates(tmp_path), free_port()
    person = pwd.getpwuid(os.getuid()).pw_name
    with Device(tmp_path / "a home", "127.0.0.1", port, held.trusted) as device:
        queued(device)
        with Machine(CRON, device.variables) as machine, MailServer(held.server, port=port) as server:
            code, said = machine.run(*device.command("sos", "autosend", "install"))
            assert code == 0, said
            assert "no cron is running" in said
            code, said = machine.run("crontab", "-u", person, "-l")
            assert said.count("# safetravel-sos") == 2
            # At its start cron runs what is marked @reboot.
            code, said = machine.run("cron")
            assert code == 0, said
            assert server.next("mail", seconds=120)["rcpt"] == ["ibu@example.org"]
            device.ended()
            code, said = machine.run(*device.command("sos", "autosend", "status"))
            assert "crontab: installed and active" in said
            code, said = machine.run(*device.command("sos", "autosend", "remove"))
            assert "Removed." in said
            assert machine.run("crontab", "-u", person, "-l")[0] == 1
            assert not server.left("mail")
