"""Mail through a program of this device: sendmail of Postfix, Exim or OpenSMTPD, msmtp, nullmailer.

It is run from an argument list; the mail goes in on standard input. What an exit code of 0 proves is up to the program:
msmtp has handed the mail to a server, the others have put it into a queue of this device.
"""

from safetravel_cli.sos.channels import Job, Result, program, smtp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.sos.people import Settings

NAME = "sendmail"
FOLDERS = ("/usr/sbin", "/usr/lib", "/usr/local/sbin")
addresses = smtp.addresses
carries = smtp.carries


def command(settings: "Settings") -> "list[str]":
    """Return the program with its options: that of the setting, else what is found; empty where there is none."""
    given = program.split(settings.get("sendmail.command"))
    if settings.get("sendmail.command"):
        found = program.find(given[0], settings.environ, FOLDERS) if given else ""
        return [found, *given[1:]] if found else []
    found = program.find("sendmail", settings.environ, FOLDERS) or program.find("msmtp", settings.environ)
    return [found] if found else []


def ready(settings: "Settings") -> str:
    """Return the setting that is missing, "" if none."""
    if not settings.get("smtp.from"):
        return "smtp.from"
    return "" if command(settings) else "sendmail.command"


def send(job: Job) -> Result:
    """Hand one mail to the program and tell its exit code and its words."""
    from safetravel_cli.sos import mail

    missing = ready(job.settings)
    if missing:
        return Result("needs_you", "setup", missing, whole=True)
    # Where the program says nothing of sizes, what a mail with a file may hold is what SMTP takes for granted too.
    forms = smtp.variants(job, 0)
    reason = Result("refused", "too_big", str(smtp.PLAIN_BYTES))
    for form in [one for one in forms if one != "bare"]:
        try:
            made = mail.build(job, form)
            # A program of this device expects the line ends of this device.
            octets = made.as_bytes(policy=made.policy.clone(linesep="\n"))
        except OSError as error:
            if form == "without_media":
                raise
            reason = Result("refused", "file_gone", type(error).__name__)
            continue
        except ValueError:
            if form in mail.LESSER:
                continue
            return Result("needs_you", "bad_address", "")
        result = _hand_over(job, octets)
        if result.state != "accepted" or form == "full":
            return result
        if form == "without_media":
            return reason._replace(note=form, ref=result.ref)
        return result._replace(note=form)
    return reason


def _hand_over(job: Job, octets: bytes) -> Result:
    # After `--` an address that begins with a hyphen is no option.
    argv = [*command(job.settings), "-i", "-f", job.settings.get("smtp.from"), "--", job.rcpt]
    try:
        done = program.run(argv, octets, job.deadline - program.MARGIN_SECONDS, job.settings.environ)
    except program.Failed as error:
        return program.failed(error)
    return program.result(done, job)
