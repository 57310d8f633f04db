"""A program of the person's own: the alert as JSON on its standard input, its exit code as the answer.

It may do anything; what it may not is hold up other channels, or say more than its exit code.
"""

import json

from safetravel_cli import settings as forms
from safetravel_cli.sos import reserved as nobody
from safetravel_cli.sos.channels import MEDIA, TEXTS, Job, Result, as_json, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.sos.people import Contact, Settings

NAME = "exec"


def ready(settings: "Settings") -> str:
    """Return the setting that is missing, "" if none."""
    return "" if _command(settings) else "exec.command"


def _command(settings: "Settings") -> "list[str]":
    given = program.split(settings.get("exec.command"))
    found = program.find(given[0], settings.environ) if given else ""
    return [found, *given[1:]] if found else []


def addresses(contact: "Contact") -> "list[str]":
    """Return what the program is told as the recipient."""
    return [contact.exec] if contact.exec else []


def carries(kind: str) -> bool:
    """Tell that the program is given every kind of part; what it does not want it may leave with exit code 0."""
    return kind in TEXTS or kind in MEDIA


def reserved(rcpt: str) -> bool:
    """Tell whether a number, a mail address, a web address or an id of Matrix (`!room:example.org`) belongs to nobody."""
    if forms.host(rcpt):
        return nobody.is_reserved("x@" + forms.host(rcpt)) or forms.host(rcpt) in forms.LOOPBACK
    if rcpt[:1] in "!@#" and ":" in rcpt:
        return nobody.is_reserved("x@" + rcpt.partition(":")[2])
    return nobody.is_reserved(rcpt)


def send(job: Job) -> Result:
    """Run the program once and tell its exit code and its words."""
    argv = _command(job.settings)
    if not argv:
        return Result("needs_you", "setup", "exec.command", whole=True)
    given = json.dumps(as_json.build(job, path=True), ensure_ascii=True).encode() + b"\n"
    try:
        done = program.run(argv, given, job.deadline - program.MARGIN_SECONDS, job.settings.environ)
    except program.Failed as error:
        return program.failed(error)
    return program.result(done, job)
