"""Logging in to a mail server with an access token (XOAUTH2), where it takes no password any more.

The token comes from a command of the person's own, which renews it: https://developers.google.com/gmail/imap/xoauth2-protocol
"""

import smtplib

from safetravel_cli.sos import people

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.sos.people import Settings


def wanted(settings: "Settings") -> bool:
    """Tell whether the account logs in by token."""
    return bool(settings.get("smtp.token_command"))


def token(settings: "Settings") -> str:
    """Return a token that is valid now.

    Raises:
        NoPassword: the command gives none.
    """
    try:
        return people.from_command(settings.get("smtp.token_command"))
    except people.NoPassword:
        raise people.NoPassword("token_command") from None


def log_in(link: smtplib.SMTP, user: str, secret: str) -> None:
    """Log in.

    Raises:
        SMTPAuthenticationError: the server refuses; SMTPNotSupportedError: it knows no XOAUTH2.
    """
    link.ehlo_or_helo_if_needed()
    if "XOAUTH2" not in str(link.esmtp_features.get("auth") or "").upper().split():
        raise smtplib.SMTPNotSupportedError("XOAUTH2")

    def answer(challenge: "bytes | None" = None) -> str:
        # To the error that the server sends as a challenge the answer is an empty line; then it says its code.
        return "" if challenge else f"user={user}\x01auth=Bearer {secret}\x01\x01"

    link.auth("XOAUTH2", answer)
