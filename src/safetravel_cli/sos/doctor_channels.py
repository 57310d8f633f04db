"""The channels, each connected to and let go again, side by side. Nothing is sent: no mail, no message, no SMS."""

import json
import time
from collections import namedtuple

from safetravel_cli.sos import channels, overview, people, presets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say
    from safetravel_cli.sos.doctor import Doctor

SECONDS = 15.0
NOOP_GOOD = 250
# What the channels ask of a job before they send.
Probe = namedtuple("Probe", "settings session deadline")
# What was found of a channel: level, key of i18n/doctor.py, its values, details.
Found = namedtuple("Found", "level key values details", defaults=({}, ()))
# These ask nothing of the network, but for what a mail program does itself.
LOCAL = ("exec", "termux_sms", "sendmail")


def check(doctor: "Doctor") -> None:
    """Try each channel in use; where none is ready, say that the person would have to send by hand."""
    from concurrent.futures import ThreadPoolExecutor

    data: Any = overview.answer_channels({}, doctor.env).data
    rows = [row for row in data["channels"] if row["in_use"] and row["state"] != "hand"]
    held = people.settings(doctor.env)
    with ThreadPoolExecutor(max(len(rows), 1)) as pool:
        found = list(pool.map(lambda row: _look(doctor, row, held, data["ready"]), rows))
    for row, one in zip(rows, found, strict=True):
        doctor.found("channel " + row["name"], one.level, one.key, list(one.details), **{"name": row["name"], **one.values})
    if not data["ready"]:
        doctor.found("channels", "red", "doctor.channels_none")


def _look(doctor: "Doctor", row: "dict[str, Any]", held: people.Settings, ready: int) -> Found:
    name = str(row["name"])
    if row["state"] == "absent":
        return Found("amber", "doctor.channel_absent")
    if row["state"] == "missing":
        return _not_ready(doctor.say, row, ready)
    if doctor.offline and name not in LOCAL:
        return Found("amber", "doctor.channel_offline")
    works = _works()
    if name not in works:
        return Found("amber", "doctor.channel_foreign")
    try:
        found: Found = works[name](doctor, Probe(held, {}, time.monotonic() + SECONDS), row)
    except Exception as error:
        # One that breaks must not hide the others.
        return Found("red", "doctor.broken", {"reason": type(error).__name__})
    return found


def _works() -> "dict[str, Any]":
    from safetravel_cli.sos import doctor_programs as programs
    from safetravel_cli.sos import doctor_web as web

    return {
        "smtp": _smtp, "termux_sms": _sms, "sendmail": programs.sendmail, "exec": programs.own,
        "ntfy": web.ntfy, "telegram": web.telegram, "webhook": web.webhook,
    }  # fmt: skip


def _not_ready(say: "Say", row: "dict[str, Any]", ready: int) -> Found:
    word = "channels.missing_" + str(row["missing"]).replace(".", "_").replace("-", "_")
    missing = say(word) if say.has(word) else str(row["missing"])
    advice = [say("channels.advice_" + row["advice"])] if row["advice"] else []
    return Found("amber" if ready else "red", "doctor.channel_missing", {"missing": missing}, advice)


def failed(say: "Say", bad: "Any", details: "list[str] | None" = None) -> Found:
    """Return what a try means that failed: red where the person must act, else amber."""
    from safetravel_cli.pages import deliveries

    said = "; ".join(deliveries.reasons({"last_code": bad.code, "last_text": bad.text}, say)) or bad.code
    if bad.state == "needs_you":
        return Found("red", "doctor.channel_failed", {"reason": said}, details or [])
    return Found("amber", "doctor.channel_failed_now", {"reason": said}, details or [])


def not_run(error: "Any") -> Found:
    """Return what it means that a program gave no exit code; nothing that it was asked for is ever sent."""
    late = error.word == "program_timeout"
    return Found("amber" if late else "red", "doctor.program_late" if late else "doctor.program_gone")


def _smtp(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    from safetravel_cli.sos.channels import smtp, smtp_link

    say = doctor.say
    try:
        link, secret = smtp_link.get(probe)
        with smtp_link.faults(secret):
            code, text = link.noop()
        if code != NOOP_GOOD:
            return failed(say, channels.Result("retry", str(code), smtp_link.words(text, secret)))
    except smtp_link.Failed as failure:
        return failed(say, failure.result, _hint(say, probe.settings))
    finally:
        smtp.close(probe.session)
    return Found("green", "doctor.smtp_logged_in" if probe.settings.get("smtp.user") else "doctor.smtp_connected")


def _hint(say: "Say", held: people.Settings) -> "list[str]":
    """Return what is known of the provider, with its date: what it takes may have changed since."""
    preset = presets.of(held)
    if not preset:
        return []
    way = say("channels.way_" + preset.way, name=preset.name)
    return [say("channels.as_of" if preset.as_of else "channels.unverified", way=way, date=say.date(preset.as_of)), preset.where]


def _sms(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    """Look at the newest SMS alone: whether Android allows it is seen, and none is sent."""
    from safetravel_cli.sos.channels import program, termux_sms

    path = program.find(termux_sms.LIST, probe.settings.environ)
    if not path:
        return failed(doctor.say, channels.Result("needs_you", "setup", termux_sms.LIST))
    try:
        done = program.run([path, "-t", "all", "-l", "1"], b"", probe.deadline, probe.settings.environ)
        held = json.loads(done.out.decode("utf-8", "replace") or "null")
    except program.Failed as error:
        return not_run(error)
    except ValueError:
        held = None
    if isinstance(held, list):
        return Found("green", "doctor.sms_allowed")
    return failed(doctor.say, channels.Result("needs_you", "sms_permission"))
