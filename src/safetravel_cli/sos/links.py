"""Links that hand the alert to the telephone, the SMS, WhatsApp or mail program of the person."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def quote(text: str) -> str:
    """Percent-encode a text as UTF-8 (RFC 3986): all but letters, digits and -._~."""
    return "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8", "replace"))


def digits(number: str) -> str:
    """Return the digits of a telephone number."""
    return "".join(char for char in number if char.isascii() and char.isdigit())


def tel(number: str) -> str:
    """Return a `tel:` link (RFC 3966) for E.164 or a short code."""
    return f"tel:{'+' if number.startswith('+') else ''}{digits(number)}"


def sms(number: str, text: str) -> str:
    """Return an `sms:` link (RFC 5724); with "" the person chooses the recipient."""
    plus = "+" if number.startswith("+") else ""
    return f"sms:{plus}{digits(number)}?body={quote(text)}"


def whatsapp(number: str, text: str) -> str:
    """Return a link that opens WhatsApp with a text: digits only, no plus, no 00; with "" the person chooses the recipient."""
    return f"https://wa.me/{digits(number)}?text={quote(text)}"


def mailto(recipients: "Sequence[str]", subject: str, text: str) -> str:
    """Return a `mailto:` link (RFC 6068); lines end with CR LF. Without recipients the person fills them in."""
    to = ",".join(quote(one).replace("%40", "@") for one in recipients)
    body = quote(text.replace("\n", "\r\n"))
    return f"mailto:{to}?subject={quote(subject)}&body={body}"


def of(reach: "dict[str, str]", short: str, subject: str) -> "dict[str, str]":
    """Return tel ("" without a number), sms, whatsapp, mailto. `reach` is that of sos.call.

    A mail goes to nobody until the person says to whom; where `reach` is blank, as in a drill, neither does anything else.

    All carry the short text: the whole one has a link of 3,000 characters, and lies in the folder as a mail.
    """
    return {
        "tel": tel(reach["tel"]) if reach["tel"] else "",
        "sms": sms(reach["mobile"], short),
        "whatsapp": whatsapp(reach["mobile"], short),
        "mailto": mailto((), subject, short),
    }
