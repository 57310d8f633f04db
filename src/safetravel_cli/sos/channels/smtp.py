"""Mail by SMTP: TLS that is always verified, one transaction a recipient, every step bounded by the deadline of the job.

Until the final dot nothing can have been taken; from it on, a lost answer is `uncertain` (RFC 1047) and the repeat
bears the same Message-ID and Date.
"""

from safetravel_cli.sos.channels import Job, Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.people import Contact, Settings

NAME = "smtp"
PORTS = {"tls": 465, "starttls": 587}
# Where a server does not say what it takes: with base64 this stays below the 10 MB of many.
PLAIN_BYTES = 7 * 1024 * 1024
WORDS_LENGTH = 300
QUIT_SECONDS = 2.0
TOO_BIG = 552


def ready(settings: "Settings") -> str:
    """Return the setting that is missing, "" if none."""
    return next((name for name in ("smtp.host", "smtp.from") if not settings.get(name)), "")


def addresses(contact: "Contact") -> "list[str]":
    """Return the mail addresses of a contact."""
    return [address for address in contact.email.replace(",", " ").split() if "@" in address]


def carries(kind: str) -> bool:
    """Tell that a mail carries every kind of part."""
    return True


def close(session: "dict[str, Any]") -> None:
    """Say goodbye to the server, without waiting for long."""
    import time

    link = session.pop("link", None)
    if link:
        link.limit.at = time.monotonic() + QUIT_SECONDS
        try:
            link.quit()
        except Exception:
            link.close()


def send(job: Job) -> Result:
    """Hand one mail to the server and tell what it said."""
    from safetravel_cli.sos.channels import smtp_link

    missing = ready(job.settings)
    if missing:
        return Result("needs_you", "setup", missing, whole=True)
    try:
        link, secret = smtp_link.get(job)
    except smtp_link.Failed as failure:
        return failure.result
    try:
        return _variants(job, link, secret)
    except smtp_link.Failed as failure:
        # What is left of a transaction that broke must not meet the next one.
        job.session.pop("link", None)
        link.close()
        return failure.result


def variants(job: Job, limit: int) -> "list[str]":
    """Return the forms in which a part may go, from whole to least, for a server that takes `limit` bytes (0: not said)."""
    from safetravel_cli.sos import mail

    if not job.media:
        return ["full", "bare"]
    forms = ["full"] if limit or job.part["bytes"] <= PLAIN_BYTES else []
    return [*forms, *filter(None, [mail.lesser(job)]), "without_media"]


def _variants(job: Job, link: "Any", secret: str) -> Result:
    """Try one form after another until the server takes one; a refusal that has nothing to do with size ends it."""
    from safetravel_cli.sos import mail

    size = str(link.esmtp_features.get("size") or "")
    limit = int(size) if size.isascii() and size.isdigit() else 0
    reason = Result("refused", "too_big", str(limit or PLAIN_BYTES))
    for form in variants(job, limit):
        try:
            octets = mail.build(job, form, limit).as_bytes()
        except OSError as error:
            if form == "without_media":
                raise
            reason = Result("refused", "file_gone", type(error).__name__)
            continue
        except ValueError:
            if form in mail.LESSER:
                continue
            return Result("needs_you", "bad_address", "")
        if limit and len(octets) > limit:
            reason = Result("refused", "too_big", str(limit))
            continue
        result = _transaction(job, link, octets, bool(size), secret)
        if result.state == "accepted":
            return _said(result, form, reason)
        # Refused with something attached: what is attached may be the reason.
        smaller = result.state == "refused" and (result.code == str(TOO_BIG) or result.note == "data")
        if not smaller or form in ("bare", "without_media"):
            return result._replace(note="")
        reason = result._replace(note="")
    return reason


def _said(result: Result, form: str, reason: Result) -> Result:
    """Name what was accepted in the place of the whole. A file that was left out is not accepted, though the mail was."""
    if form == "full":
        return result
    if form == "without_media":
        return reason._replace(state="refused", note=form, ref=result.ref)
    return result._replace(note=form)


def _transaction(job: Job, link: "Any", octets: bytes, sized: bool, secret: str) -> Result:
    """Do one transaction for one recipient; `note` of a refusal is "data" where the server had seen the mail."""
    from safetravel_cli.sos.channels import smtp_link

    def answer(code: int, text: bytes, state: str, note: str = "") -> Result:
        return Result(state, str(code), smtp_link.words(text, secret), note=note)

    with smtp_link.faults(secret):
        code, text = link.mail(job.settings.get("smtp.from"), [f"SIZE={len(octets)}"] if sized else [])
    if code != 250:
        # The sender is not liked (or not logged in): no recipient of this server will be.
        told = code != TOO_BIG and 500 <= code < 600
        state = "needs_you" if told else "refused" if code == TOO_BIG else "retry"
        _reset(job, link)
        return answer(code, text, state)._replace(whole=told)
    with smtp_link.faults(secret):
        code, text = link.rcpt(job.rcpt)
    if code not in (250, 251):
        _reset(job, link)
        state = "needs_you" if code in (530, 535) else "refused" if 500 <= code < 600 else "retry"
        return answer(code, text, state)
    with smtp_link.faults(secret):
        link.putcmd("data")
        code, text = link.getreply()
    if code != 354:
        _reset(job, link)
        return answer(code, text, "refused" if 500 <= code < 600 else "retry")
    with smtp_link.faults(secret, uncertain=True):
        code, text = link.give(octets)
    if code == 250:
        return answer(code, text, "accepted")._replace(ref=smtp_link.words(text, secret)[:120])
    return answer(code, text, "refused" if 500 <= code < 600 else "retry", "data")


def _reset(job: Job, link: "Any") -> None:
    """End a transaction that came to nothing; what the server said before counts, even where it hangs up now."""
    try:
        link.rset()
    except Exception:
        job.session.pop("link", None)
        link.close()
