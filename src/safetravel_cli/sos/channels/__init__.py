"""Channels: what carries one part of an alert to one recipient. Each is a module (or object) of this form:

NAME: str                       the name in the outbox and in `config set channels`
ready(settings) -> str          "" or the setting that is missing ("smtp.host"); quick, no network
addresses(contact) -> list[str] where this channel reaches a contact; the others serve where the first is refused
carries(kind) -> bool           whether it takes a part of this kind (one of TEXTS or MEDIA)
send(job) -> Result             try once, and be back by `job.deadline` (time.monotonic); never prints, asks or raises on purpose
close(session)                  optional: let go of what `send` kept in `job.session` (a dict that lives for one pass)

`smtp` and those of OPTIONAL are built in. Others are found by the entry point group `safetravel.channels`, once the setting
`channels` names them: a package that is merely installed sends nothing. An optional channel is loaded only when it is
named there, or set up.

`settings` and `contact` are those of sos/people.py. An address outside the reserved ranges is refused before `send` where
SAFETRAVEL_ONLY_RESERVED is set (sos/reserved.py); `reserved(rcpt) -> bool` of a channel, where it has one, decides instead.
"""

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

GROUP = "safetravel.channels"
BUILT_IN = ("smtp",)
# In the order in which they stand where the setting `channels` does not say otherwise.
OPTIONAL = ("sendmail", "termux_sms", "ntfy", "telegram", "webhook", "exec")
# What sets an optional channel up: a setting, or a field that some contact has. An SMS costs money: it must be named.
SET_UP = {"sendmail": "sendmail.command", "ntfy": "", "telegram": "", "webhook": "", "exec": ""}
TEXTS = ("text", "update", "locupdate", "cancel", "safe")
STATES = ("accepted", "retry", "uncertain", "refused", "needs_you")
MEDIA = ("thumb", "photo", "video", "audio")

# What came of one try. `code` is the number that the server said, else a word of i18n/send.py; `text` the server's own
# words, one clean line without any password; `ref` its reference where it gave one.
#
#   accepted   the server has taken it; no more is known
#   retry      not taken, worth another try later
#   uncertain  as retry, but it may have been taken: the repeat must bear the same identity
#   refused    not taken and never will be, for this recipient
#   needs_you  the person must act (password, certificate, address); `again`: it is tried again later all the same
#
# `note` says what was accepted instead ("reduced", "bare"), or that a refused file was told of ("without_media").
# `whole`: nothing to do with this recipient; the other deliveries of the channel need not try now.
Result = namedtuple("Result", "state code text ref note again whole", defaults=("", "", "", "", False, False))

# What a channel needs to know.
#
#   alert        id, code, created_utc, tz, cap_status, closed
#   facts        the body of the alert (docs/explanation/sos.md); with `drill` true for an exercise
#   code         the short code
#   part         id, kind, sha256, bytes, mime, name, text (of texts), body (facts of a follow-up or {}), created_utc
#   kind         kind of the part
#   media        path of the file, "" for a text
#   rcpt, name   the address, and the name of the contact
#   message_id   one per (alert, part), the same at every try: `<ALERT.PART@DOMAIN>`
#   date         seconds UTC, fixed when the part was made
#   references   message ids of what this follows: the first text
#   attempt      1 for the first try
#   uncertain    an earlier try may have arrived
#   now          seconds UTC of this try
#   deadline     time.monotonic() at which the try must be over
#   settings     people.Settings
#   session      a dict of the channel's own, for one pass
#   media_parts  the media of the alert so far: kind, sha256, bytes, mime, name
#   role         "mission", or "own": then `media` is a copy without metadata where one can be made (sos/family.py), and
#                part["metadata"] says stripped or held, part["copy_mime"] the form of a copy that has another; the sha256
#                and the mime of the part are those of the original
Job = namedtuple(
    "Job",
    "alert facts code part kind media rcpt name message_id date references attempt uncertain now deadline settings session"
    " media_parts role",
    defaults=("own",),
)


def load(name: str) -> "Any":
    """Return a channel by its name; None where there is none, or it cannot be imported."""
    try:
        if name in BUILT_IN or name in OPTIONAL:
            return __import__(f"{__name__}.{name}", None, None, ["NAME"])
        from importlib.metadata import entry_points

        return next((point.load() for point in entry_points(group=GROUP, name=name)), None)
    except Exception:
        return None


def names(settings: "Any") -> "list[str]":
    """Return the names of the channels in use, in order: those that the setting `channels` names, then others that are set up.

    `smtp` comes first where it is not named; it is left out where another built-in channel is in use and it has no server.
    """
    wanted = str(settings.get("channels") or "").replace(",", " ").split()
    fields = str(settings.get("contacts.fields") or "").split()
    others = [name for name, setting in SET_UP.items() if (settings.get(setting) if setting else name in fields)]
    held = list(dict.fromkeys([*wanted, *others]))
    needless = any(name in OPTIONAL for name in held) and not settings.get("smtp.host")
    return held if "smtp" in held or needless else ["smtp", *held]


def allowed(name: str, rcpt: str, environ: "Any") -> bool:
    """Tell whether this process may write to an address by this channel (sos/reserved.py)."""
    from safetravel_cli.sos import reserved

    if not reserved.only(environ):
        return True
    own = getattr(load(name), "reserved", reserved.is_reserved)
    try:
        return bool(own(rcpt))
    except Exception:
        return False
