"""The hooks: what is written for each scheduler, and that the status is what the scheduler says, not what lies there.

The schedulers here are small scripts; tests/faults/test_sos_hooks.py has real ones.
"""

import os
import plistlib
import shlex
import subprocess
import sys

import pytest

from running import surroundings
from safetravel_cli.sos import hooks, waiter
from safetravel_cli.sos.hooks import cron, launchd, schtasks, systemd, termux

# What a path may hold and each scheduler reads in its own way.
ODD = "o d%d $HOME 'q' \"d\" \\b; é"


@pytest.fixture
def programs(tmp_path):
    """A folder for programs; `programs(name, script)` puts one there."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def put(name, script):
        path = folder / name
        path.write_text(f'#!/bin/sh\necho "$(basename "$0") $*" >> {tmp_path}/calls\n{script}\n')
        path.chmod(0o700)

    put.folder = folder
    put.calls = lambda: (tmp_path / "calls").read_text().splitlines() if (tmp_path / "calls").exists() else []
    return put


@pytest.fixture
def plan(tmp_path, programs):
    def make(platform="linux", folder="outbox", **variables):
        environ = {**surroundings(), "HOME": str(tmp_path / "person"), "PATH": f"{programs.folder}:/usr/bin:/bin", **variables}
        return hooks.Plan(str(tmp_path / folder / "outbox"), environ, platform)

    return make


CRONTAB = """
store={store}
case "$1" in
  -l) [ -e $store ] && cat $store || {{ echo "no crontab for person" >&2; exit 1; }} ;;
  -r) rm -f $store ;;
  -) cat > $store ;;
esac
"""


def test_cron_keeps_the_lines_of_others(plan, programs, tmp_path, monkeypatch):
    store = tmp_path / "store"
    store.write_text("MAILTO=person\n0 5 * * * backup # mine\n")
    programs("crontab", CRONTAB.format(store=store))
    one = plan()
    assert cron.usable(one)
    assert cron.status(one)["installed"] is False
    cron.install(one)
    cron.install(one)
    held = store.read_text().splitlines()
    assert held[:2] == ["MAILTO=person", "0 5 * * * backup # mine"]
    assert [line.split()[0] for line in held[2:]] == ["@reboot", "*/5"]
    monkeypatch.setattr(cron, "_runs", lambda: True)
    assert cron.status(one) == hooks.report(True, True, True, "crontab", daemon=True)
    monkeypatch.setattr(cron, "_runs", lambda: False)
    assert cron.status(one)["active"] is False
    assert cron.status(plan(folder="elsewhere"))["current"] is False
    assert cron.remove(one)
    assert not cron.remove(one)
    assert store.read_text() == "MAILTO=person\n0 5 * * * backup # mine\n"


def test_cron_leaves_no_empty_crontab(plan, programs, tmp_path):
    store = tmp_path / "store"
    programs("crontab", CRONTAB.format(store=store))
    cron.install(plan())
    assert cron.remove(plan())
    assert not store.exists()


def test_who_may_have_no_crontab_has_none(plan, programs):
    programs("crontab", "echo 'You (person) are not allowed to use this program' >&2; exit 1")
    assert not cron.usable(plan())


def test_a_line_of_cron_runs_what_it_says(plan, tmp_path):
    """The line as cron gives it to sh: up to the first bare %, with \\% as %."""
    one = plan(folder=ODD)
    os.makedirs(one.folder)
    one.command[:] = [
        sys.executable,
        "-c",
        "import os, sys; print(os.environ['SAFETRAVEL_HOME'], sys.argv[1:])",
        one.folder,
        "--late",
    ]
    for line in cron.lines(one):
        command = line.split(None, 1 if line[0] == "@" else 5)[-1]
        assert "%" not in command.replace("\\%", "")
        script = command.replace("\\%", "%").replace(" >/dev/null 2>&1", "")
        for there in (False, True):
            if there:
                open(one.mark, "w").close()
            done = subprocess.run(
                ["/bin/sh", "-c", script], capture_output=True, text=True, env={"HOME": "/", "LC_ALL": "C.UTF-8"}
            )
            home = os.path.dirname(one.folder)
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout == (f"{home} {[one.folder, '--late']}\n" if there else "")
        os.unlink(one.mark)


SYSTEMCTL = """
shift
case "$1" in
  show-environment) exit {answers} ;;
  show) printf 'ActiveState={state}\\nUnitFileState={file}\\nNeedDaemonReload=no\\n' ;;
esac
"""


def test_systemd_is_asked_and_not_believed_by_its_files(plan, programs, tmp_path):
    one = plan()
    programs("systemctl", SYSTEMCTL.format(answers=0, state="active", file="enabled"))
    programs("loginctl", "echo yes")
    assert systemd.usable(one)
    assert systemd.status(one)["installed"] is False
    systemd.install(one)
    assert systemd.status(one) == hooks.report(True, True, True, systemd._path(one, systemd.TIMER), lingers=True)
    assert "systemctl --user restart safetravel-sos.timer" in programs.calls()
    assert "loginctl enable-linger" in programs.calls()
    programs("systemctl", SYSTEMCTL.format(answers=0, state="inactive", file="enabled"))
    assert systemd.status(one)["active"] is False
    programs("systemctl", SYSTEMCTL.format(answers=0, state="active", file="disabled"))
    assert systemd.status(one)["active"] is False
    programs("loginctl", "echo no")
    assert systemd.status(one)["detail"] == {"lingers": False}
    with open(systemd._path(one, systemd.SERVICE), "a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert systemd.status(one)["current"] is False
    assert systemd.remove(one)
    assert not systemd.remove(one)
    assert not os.path.exists(systemd._path(one, systemd.TIMER))


def test_a_systemd_that_does_not_answer_is_not_used(plan, programs):
    programs("systemctl", "echo 'Failed to connect to bus' >&2; exit 1")
    assert not systemd.usable(plan())


def test_a_systemd_that_refuses_says_why(plan, programs):
    programs("systemctl", 'case "$2" in enable) echo "Access denied" >&2; exit 1;; esac')
    with pytest.raises(hooks.Failed, match="Access denied"):
        systemd.install(plan())


def test_the_units_go_where_the_person_keeps_them(plan, tmp_path):
    assert systemd._path(plan(XDG_CONFIG_HOME="/x"), "a") == "/x/systemd/user/a"
    assert systemd._path(plan(), "a") == str(tmp_path / "person" / ".config/systemd/user/a")


def test_a_launch_agent(plan, programs):
    one = plan("darwin", ODD)
    programs("launchctl", 'case "$1" in print) exit 0;; bootout) exit 3;; esac')
    assert launchd.usable(one)
    assert not launchd.usable(plan("linux"))
    launchd.install(one)
    with open(launchd._path(one), "rb") as file:
        facts = plistlib.load(file)
    assert facts["ProgramArguments"] == one.command
    assert facts["EnvironmentVariables"]["SAFETRAVEL_HOME"] == os.path.dirname(one.folder)
    assert launchd.status(one) == hooks.report(True, True, True, launchd._path(one))
    programs("launchctl", "exit 113")
    assert launchd.status(one)["active"] is False
    with pytest.raises(hooks.Failed):
        launchd.install(one)
    assert launchd.remove(one)


def test_a_windows_task(plan, programs):
    one = plan("win32", ODD)
    assert schtasks.usable(plan("win32")) is False
    programs("schtasks", f"cat <<'END'\n<Enabled>true</Enabled><Arguments>{schtasks._path(one)}</Arguments>\nEND")
    assert schtasks.usable(one)
    schtasks.install(one)
    create = next(line for line in programs.calls() if "/Create" in line)
    assert "/SC MINUTE /MO 5" in create
    assert schtasks.status(one) == hooks.report(True, True, True, schtasks._path(one))
    programs("schtasks", f"echo '<Enabled>false</Enabled>{os.path.dirname(schtasks._path(plan()))}'")
    assert schtasks.status(one)["active"] is False
    programs("schtasks", "exit 1")
    assert schtasks.status(one)["active"] is False
    assert schtasks.remove(one)
    assert not schtasks.remove(one)


def test_the_program_of_a_windows_task_starts_the_waiter_only_where_the_mark_lies(plan, tmp_path):
    one = plan("win32", ODD)
    os.makedirs(one.folder)
    at = one.command.index("-c") + 1
    one.command[at] = "import os; print(os.environ['SAFETRAVEL_HOME'], sys.argv[1:])"
    path = tmp_path / "autosend.py"
    path.write_text(schtasks.program(one), encoding="utf-8")
    for there in (False, True):
        if there:
            open(one.mark, "w").close()
        done = subprocess.run([sys.executable, "-I", path], capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"})
        assert done.stderr == ""
        home = os.path.dirname(one.folder)
        assert done.stdout == (f"{home} {[one.folder, waiter.LATE]}\n" if there else "")


def test_termux(plan, programs):
    one = plan(TERMUX_VERSION="0.118", folder=ODD)
    programs("termux-job-scheduler", 'case "$1" in --pending) echo "Pending Job 48762: (periodic: 900000ms)";; esac')
    assert termux.usable(one)
    assert not termux.usable(plan())
    termux.install(one)
    asked = next(line for line in programs.calls() if "--period-ms" in line)
    assert "--persisted true" in asked
    assert termux.status(one) == hooks.report(True, True, True, termux._paths(one)[0], boot_script=True)
    for path in termux._paths(one):
        assert subprocess.run([path], capture_output=True, check=False).returncode == 0
        assert shlex.quote(one.mark) in hooks.read(path)
    programs("termux-job-scheduler", "echo 'No jobs'")
    assert termux.status(one)["active"] is False
    assert termux.remove(one)
    assert not termux.remove(one)


def test_no_password_is_passed_on(plan):
    one = plan(SAFETRAVEL_SMTP_PASSWORD="hunter2", SAFETRAVEL_LANG="id")
    assert one.variables["SAFETRAVEL_LANG"] == "id"
    for text in (*systemd.units(one).values(), *cron.lines(one), launchd.agent(one), schtasks.program(one), termux._text(one)):
        assert "hunter2" not in text
        assert waiter.LATE in text or "Timer" in text


def test_a_proxy_is_passed_on_unless_it_has_a_password(plan):
    one = plan(
        HTTPS_PROXY="http://proxy.example.org:3128",
        NO_PROXY="intern.example.org",
        ALL_PROXY="http://siti:hunter2@proxy.example.org",
    )
    assert one.variables["HTTPS_PROXY"] == "http://proxy.example.org:3128"
    assert one.variables["NO_PROXY"] == "intern.example.org"
    for text in (*systemd.units(one).values(), *cron.lines(one), launchd.agent(one), schtasks.program(one), termux._text(one)):
        assert "hunter2" not in text


def test_a_scheduler_that_hangs_is_given_up(plan, programs, monkeypatch):
    monkeypatch.setattr(hooks, "SECONDS", 0.2)
    programs("crontab", "exec cat")
    one = plan()
    assert one.ask("crontab", "-l", give="")[0] == 0
    programs("crontab", "exec tail -f /dev/null")
    assert one.ask("crontab", "-l")[0] == 127
