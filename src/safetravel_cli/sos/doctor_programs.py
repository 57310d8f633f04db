"""The channels that are programs of this device. A strange program is never run: nobody knows what it would send."""

import os

from safetravel_cli.sos.channels import program
from safetravel_cli.sos.channels import sendmail as channel
from safetravel_cli.sos.doctor_channels import Found, not_run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.doctor import Doctor

MSMTP = "msmtp"
CHOSEN = "using account "
ACCOUNT = ("-a", "--account")
LINE_BYTES = 256


def sendmail(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    """Have msmtp show its settings and connect, sending nothing; another mail program can only be seen to be there."""
    argv = channel.command(probe.settings)
    # Where msmtp stands for sendmail, that is a link to it.
    if not argv or not os.path.basename(os.path.realpath(argv[0])).startswith(MSMTP):
        return Found("amber", "doctor.sendmail_there", {"path": argv[0] if argv else ""})
    sender = probe.settings.get("smtp.from")
    try:
        shown = program.run([*argv, "--pretend", "-f", sender, "--", sender], b"", probe.deadline, probe.settings.environ)
        if shown.code:
            return _refused(doctor, shown, probe, "doctor.msmtp_settings")
        told = shown.out.decode("utf-8", "replace").splitlines()
        host = next((line.partition("= ")[2] for line in told if line.startswith("host = ")), "")
        if doctor.offline:
            return Found("amber", "doctor.msmtp_offline", {"host": host})
        account = next((line[len(CHOSEN) :].partition(" from ")[0] for line in told if line.startswith(CHOSEN)), "")
        named = any(one.partition("=")[0] in ACCOUNT for one in argv)
        chosen = ["--account=" + account] if account and not named else []
        met = program.run([*argv, *chosen, "--serverinfo"], b"", probe.deadline, probe.settings.environ)
    except program.Failed as error:
        return not_run(error)
    if met.code:
        return _refused(doctor, met, probe, "doctor.msmtp_server")
    return Found("green", "doctor.msmtp_good", {"host": host})


def _refused(doctor: "Doctor", done: program.Done, probe: "Any", key: str) -> Found:
    said = program.words(done.err, probe) or str(done.code)
    # A server that is not reached now may be reached later; settings that are none stay so.
    later = done.code in (os.EX_TEMPFAIL, os.EX_NOHOST, os.EX_UNAVAILABLE) if hasattr(os, "EX_TEMPFAIL") else False
    return Found("amber" if later else "red", key, {"reason": said})


def own(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    """Look whether the program of the setting can be started: it, and what its first line asks for."""
    given = program.split(probe.settings.get("exec.command"))
    path = program.find(given[0], probe.settings.environ) if given else ""
    lacks = _interpreter(path, probe.settings.environ)
    if lacks:
        return Found("red", "doctor.exec_interpreter", {"path": path, "lacks": lacks})
    return Found("amber", "doctor.exec_there", {"path": path})


def _interpreter(path: str, environ: "Any") -> str:
    """Return the program that the first line of a script asks for and that is not there; "" where nothing is lacking."""
    try:
        with open(path, "rb") as file:
            first = file.read(LINE_BYTES).split(b"\n")[0].decode("utf-8", "replace")
    except OSError:
        return ""
    if not first.startswith("#!"):
        return ""
    words = first[2:].split()
    if words and os.path.basename(words[0]) == "env" and program.find(words[0], environ):
        words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
    return words[0] if words and not program.find(words[0], environ) else ""
