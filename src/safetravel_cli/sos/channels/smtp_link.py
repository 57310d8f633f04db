"""One connection to the mail server: opened, secured, logged in; and what each failure of it means."""

import contextlib
import smtplib
import socket
import ssl

from safetravel_cli.sos import message, people
from safetravel_cli.sos.channels import Job, Result, smtp, wire, xoauth2

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# The name that is told to the server: neither that of the machine, nor one that must be looked up.
HELLO = "[127.0.0.1]"
# How long the server may take for its answer to the whole mail, within the deadline of the job.
FINAL_SECONDS = 600.0
# OpenSSL: the certificate is not valid yet, or not any more.
CERTIFICATE_DATES = (9, 10)
# OpenSSL: it is for another name or address.
CERTIFICATE_NAMES = (62, 64)


class Failed(Exception):
    """Carry the result of a try that got no further."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.code)
        self.result = result


class Link(smtplib.SMTP):
    """Speak SMTP on sockets that share one deadline."""

    def __init__(self, host: str, limit: wire.Limit, tls: bool) -> None:
        self.limit = limit
        self.tls = tls
        super().__init__(local_hostname=HELLO)
        # smtplib checks the certificate against this name.
        self._host = host

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        link = wire.connect(host, port, self.limit)
        if not self.tls:
            return link
        try:
            return wire.context(self.limit).wrap_socket(link, server_hostname=host)
        except BaseException:
            link.close()
            raise

    def give(self, octets: bytes) -> "tuple[int, bytes]":
        """Send the mail after the 354, and return what the server says to it."""
        body = octets.replace(b"\r\n.", b"\r\n..")
        if body.startswith(b"."):
            body = b"." + body
        self.send(body if body.endswith(b"\r\n") else body + b"\r\n")
        # A server may look into the mail before it answers: to give up early would only bring the mail twice.
        self.limit.quiet = FINAL_SECONDS
        try:
            self.send(b".\r\n")
            return self.getreply()
        finally:
            self.limit.quiet = wire.QUIET_SECONDS


def get(job: Job) -> "tuple[Link, str]":
    """Return a connection that is logged in, and the password: that of an earlier job of this pass where it still works.

    Raises:
        Failed: there is none to be had.
    """
    secret = job.session.get("secret", "")
    link = job.session.get("link")
    if link:
        link.limit.at = job.deadline
        try:
            if link.rset()[0] == 250:
                return link, secret
        except (OSError, smtplib.SMTPException):
            pass
        job.session.pop("link")
        link.close()
    if job.settings.get("smtp.user") and not secret:
        try:
            by_token = xoauth2.wanted(job.settings)
            secret = job.session["secret"] = xoauth2.token(job.settings) if by_token else job.settings.password()
        except people.NoPassword as error:
            raise Failed(Result("needs_you", error.code, whole=True)) from None
    with faults(secret, whole=True):
        link = job.session["link"] = _open(job, wire.Limit(job.deadline), secret)
    return link, secret


def _open(job: Job, limit: wire.Limit, secret: str) -> Link:
    settings = job.settings
    security = settings.get("smtp.security", "tls")
    port = settings.get("smtp.port")
    host = settings.get("smtp.host")
    link = Link(host, limit, security == "tls")
    try:
        code, text = link.connect(host, int(port) if port.isdigit() else smtp.PORTS.get(security, smtp.PORTS["starttls"]))
        if code != 220:
            raise smtplib.SMTPConnectError(code, text)
        link.ehlo_or_helo_if_needed()
        if security != "tls":
            _secure(link, limit, secret)
        if settings.get("smtp.user"):
            _log_in(link, settings.get("smtp.user"), secret, xoauth2.wanted(settings))
    except BaseException:
        link.close()
        raise
    return link


def _secure(link: Link, limit: wire.Limit, secret: str) -> None:
    """Go over to TLS, or fail: nothing is ever said in the clear but EHLO."""
    if not link.has_extn("starttls"):
        raise Failed(Result("needs_you", "no_starttls", again=True, whole=True))
    try:
        code, text = link.starttls(context=wire.context(limit))
    except smtplib.SMTPResponseException as error:
        code, text = error.smtp_code, error.smtp_error if isinstance(error.smtp_error, bytes) else b""
    if code != 220:
        state = "retry" if 400 <= code < 500 else "needs_you"
        raise Failed(Result(state, str(code), words(text, secret), again=True, whole=True))
    link.ehlo_or_helo_if_needed()


def _log_in(link: Link, user: str, secret: str, by_token: bool = False) -> None:
    if not link.has_extn("auth"):
        raise Failed(Result("needs_you", "no_auth", whole=True))
    try:
        if by_token:
            xoauth2.log_in(link, user, secret)
        else:
            link.login(user, secret)
    except smtplib.SMTPAuthenticationError as error:
        text = error.smtp_error if isinstance(error.smtp_error, bytes) else str(error.smtp_error).encode()
        state = "retry" if 400 <= error.smtp_code < 500 else "needs_you"
        raise Failed(Result(state, str(error.smtp_code), words(text, secret), whole=True)) from None
    except (smtplib.SMTPNotSupportedError, UnicodeEncodeError):
        raise Failed(Result("needs_you", "no_auth", whole=True)) from None
    except smtplib.SMTPException as error:
        if isinstance(error, smtplib.SMTPServerDisconnected):
            raise
        raise Failed(Result("needs_you", "no_auth", whole=True)) from None


@contextlib.contextmanager
def faults(secret: str, uncertain: bool = False, whole: bool = False) -> "Iterator[None]":
    """Turn whatever a connection can raise into Failed; `uncertain`: the mail may have been taken by then.

    Not chained: such an error may hold what was on the wire.
    """
    try:
        yield
    except (OSError, smtplib.SMTPException, ValueError) as error:
        result = _meaning(error, secret)
        if uncertain:
            result = Result("uncertain", result.code, result.text)
        raise Failed(result._replace(whole=whole and not uncertain)) from None


def _meaning(error: Exception, secret: str) -> Result:
    if isinstance(error, ssl.SSLCertVerificationError):
        word = "tls_date" if error.verify_code in CERTIFICATE_DATES else "tls_certificate"
        word = "tls_name" if error.verify_code in CERTIFICATE_NAMES else word
        return Result("needs_you", word, words(str(error.verify_message).encode(), secret), again=True)
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError)):
        word = "refused_connection" if isinstance(error, ConnectionRefusedError) else "dropped"
        return Result("retry", word)
    if isinstance(error, ssl.SSLError):
        return Result("needs_you", "tls", words(str(error.reason or "").encode(), secret), again=True)
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error if isinstance(error.smtp_error, bytes) else str(error.smtp_error).encode()
        return Result("retry", str(error.smtp_code) if error.smtp_code > 0 else "not_mail", words(text, secret))
    if isinstance(error, smtplib.SMTPServerDisconnected):
        # smtplib says so of a time-out too, and keeps the cause.
        slow = isinstance(error.__context__, TimeoutError)
        return Result("retry", "timeout" if slow else "dropped")
    if isinstance(error, socket.gaierror):
        return Result("retry", "no_name")
    if isinstance(error, TimeoutError):
        return Result("retry", "timeout")
    if isinstance(error, OSError):
        return Result("retry", "unreachable")
    return Result("retry", "not_mail")


def words(text: "bytes | str", secret: str) -> str:
    """Return what a server said as one clean line of at most 300 characters; a password that it repeats is blotted out."""
    import base64

    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    if secret:
        octets = secret.encode("utf-8", "replace")
        for shift in range(3):
            # However it lies in what was encoded, all but the first and the last sign or two of it look the same.
            inner = base64.b64encode(bytes(shift) + octets).decode().rstrip("=")[4 if shift else 0 : -1]
            if len(inner) >= 4:
                said = said.replace(inner, "***")
        said = said.replace(secret, "***")
    return message.line(said)[: smtp.WORDS_LENGTH]
