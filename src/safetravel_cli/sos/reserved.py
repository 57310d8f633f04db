"""Addresses that belong to nobody: the only recipients where SAFETRAVEL_ONLY_RESERVED is set, as in every test and example.

Domains of RFC 2606 and RFC 6761; telephone numbers that the plans of the USA and Canada (555-0100 to 555-0199), the
United Kingdom (Ofcom, numbers for drama use) and Australia (ACMA, fictitious numbers) keep for fiction and documentation.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

SWITCH = "SAFETRAVEL_ONLY_RESERVED"
DOMAINS = ("example.com", "example.net", "example.org", "example", "test", "invalid", "localhost")
# Prefix in E.164 and the count of digits that follow it.
NUMBERS = (
    ("+447700900", 3), ("+442079460", 3), ("+441134960", 3), ("+441144960", 3), ("+441154960", 3), ("+441164960", 3),
    ("+441174960", 3), ("+441184960", 3), ("+441214960", 3), ("+441314960", 3), ("+441414960", 3), ("+441514960", 3),
    ("+441614960", 3), ("+441914980", 3), ("+441632960", 3), ("+448081570", 3), ("+61491570", 3), ("+61255501", 4),
    ("+61355501", 4), ("+61755501", 4), ("+61855501", 4),
)  # fmt: skip


def only(environ: "Mapping[str, str]") -> bool:
    """Tell whether nobody real may be written to."""
    return environ.get(SWITCH, "") not in ("", "0")


def is_reserved(rcpt: str) -> bool:
    """Tell whether a mail address or a number in E.164 belongs to nobody; anything else counts as somebody's."""
    if "@" in rcpt:
        domain = rcpt.rpartition("@")[2].rstrip(".").lower()
        return any(domain == name or domain.endswith("." + name) for name in DOMAINS)
    digits = rcpt[1:]
    if not rcpt.startswith("+") or not (digits.isascii() and digits.isdigit()):
        return False
    if rcpt.startswith("+1"):
        return len(digits) == 11 and digits[4:9] == "55501"
    return any(rcpt.startswith(prefix) and len(rcpt) == len(prefix) + count for prefix, count in NUMBERS)


def allowed(rcpt: str, environ: "Mapping[str, str]") -> bool:
    """Tell whether this recipient may be written to in this process."""
    return not only(environ) or is_reserved(rcpt)
