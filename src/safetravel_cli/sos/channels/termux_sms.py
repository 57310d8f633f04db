"""SMS through the telephone, by the programs of Termux:API.

`termux-sms-send` says nothing of what became of an SMS: Android is asked for no receipt. So the list of the telephone is
read, and what is claimed is what stands there: `sent` means that the radio took it. A repeat is never sent blindly
where that list can be read: what stands there as sent is not sent again.

Kinds of the list: https://developer.android.com/reference/android/provider/Telephony.TextBasedSmsColumns
"""

import json
import time

from safetravel_cli import settings as forms
from safetravel_cli.domain import gsm7
from safetravel_cli.sos.channels import TEXTS, Job, Result, as_json, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.people import Contact, Settings

NAME = "termux_sms"
SEND, LIST = "termux-sms-send", "termux-sms-list"
# How long one program may take, and how long the list is looked at for the SMS to leave.
PROGRAM_SECONDS = 20.0
WATCH_SECONDS = 25.0
LOOK_SECONDS = 1.5
# The newest messages of all kinds.
LISTED = 40
# The last digits by which two ways of writing a number are compared.
DIGITS = 8


def ready(settings: "Settings") -> str:
    """Return the program that is missing, "" if none."""
    return "" if program.find(SEND, settings.environ) else SEND


def addresses(contact: "Contact") -> "list[str]":
    """Return the number of a contact, where it is an international one."""
    return [contact.phone] if forms.accepts(_PHONE, contact.phone) else []


_PHONE = forms.Setting("phone", "", (), "", "phone")


def carries(kind: str) -> bool:
    """Tell that an SMS carries texts alone."""
    return kind in TEXTS


def send(job: Job) -> Result:
    """Hand one SMS to the telephone and tell what its list says of it."""
    if not forms.accepts(_PHONE, job.rcpt):
        return Result("refused", "bad_number", "")
    path = program.find(SEND, job.settings.environ)
    if not path:
        return Result("needs_you", "setup", SEND, whole=True)
    text = as_json.sms(job)
    text = text if gsm7.fits(text) else gsm7.cut(gsm7.ascii_line(text), gsm7.SEGMENT)
    if job.uncertain or job.attempt > 1:
        # What was tried before may have gone after all, or still lie there.
        before = _find(job, text)
        if before in ("sent", "outbox", "queued"):
            return _meaning(before)
    try:
        done = program.run([path, "-n", job.rcpt], text.encode("ascii"), _until(job), job.settings.environ)
    except program.Failed as error:
        return program.failed(error)
    said = program.words(done.out, job) or program.words(done.err, job)
    if _denied(done.out):
        return Result("needs_you", "sms_permission", said, whole=True)
    if done.code != 0:
        return Result("retry", "program_failed", said)
    return _watch(job, text)


def _until(job: Job) -> float:
    latest: float = job.deadline - program.MARGIN_SECONDS
    return min(time.monotonic() + PROGRAM_SECONDS, latest)


def _denied(out: bytes) -> bool:
    """Tell whether the answer is an error of Termux:API: a permission that is missing."""
    try:
        held = json.loads(out or b"null")
    except ValueError:
        return False
    return isinstance(held, dict) and bool(held.get("error") or held.get("API_ERROR"))


def _watch(job: Job, text: str) -> Result:
    """Look at the list until the SMS has left or failed, or it is time to go on."""
    until = min(time.monotonic() + WATCH_SECONDS, job.deadline - program.MARGIN_SECONDS)
    while True:
        found = _find(job, text)
        if found in ("sent", "failed", "unreadable") or time.monotonic() + LOOK_SECONDS >= until:
            return _meaning(found)
        time.sleep(LOOK_SECONDS)


def _meaning(found: str) -> Result:
    if found == "sent":
        return Result("accepted", "sms_sent", note="sms")
    if found == "failed":
        return Result("retry", "sms_failed")
    if found == "unreadable":
        # A repeat would cost money each time, and nobody could tell when to stop.
        return Result("needs_you", "sms_unconfirmed")
    return Result("uncertain", "sms_outbox" if found in ("outbox", "queued") else "sms_not_listed")


def _find(job: Job, text: str) -> str:
    """Return the kind under which the telephone lists this SMS: sent, failed, outbox, queued; "" not at all; or "unreadable"."""
    path = program.find(LIST, job.settings.environ)
    if not path:
        return "unreadable"
    try:
        done = program.run([path, "-t", "all", "-l", str(LISTED)], b"", _until(job), job.settings.environ)
        rows: Any = json.loads(done.out.decode("utf-8", "replace"))
    except (program.Failed, ValueError):
        return "unreadable"
    if done.code != 0 or not isinstance(rows, list):
        return "unreadable"
    kinds = [str(row.get("type") or "queued") for row in rows if isinstance(row, dict) and _is_it(row, job.rcpt, text)]
    # One that has gone counts, whatever became of others.
    order = ("sent", "outbox", "queued", "failed")
    return next((kind for kind in order if kind in kinds), "")


def _is_it(row: "dict[str, Any]", rcpt: str, text: str) -> bool:
    digits = "".join(char for char in str(row.get("address") or row.get("number") or "") if char.isdigit())
    return str(row.get("body") or "").strip() == text.strip() and digits[-DIGITS:] == rcpt[-DIGITS:]
