"""The mail of one part: what the officer's mail program shows. It says everything in its text; what is attached is for programs.

Variants, from whole to least: `full`; `reduced` (a smaller copy of a photo) or `beginning` (of a video or a recording); `bare`
(a text with nothing attached); `without_media` (a file is not attached, and the mail says why). All bear the same Message-ID and
Date.
"""

import os
import time

from safetravel_cli import settings
from safetravel_cli.i18n import Say
from safetravel_cli.sos import channels, message, shorter, smaller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import EmailMessage
    from typing import Any

    from safetravel_cli.sos.channels import Job

# A mail that leaves later than this says so at its top.
LATE_SECONDS = 600.0
SPECIALS = frozenset('()<>[]:;@\\,."')
# What is sent in the place of a whole file.
LESSER = ("reduced", "beginning")
CAP_TYPES = {"text": "Alert", "cancel": "Cancel"}


def build(job: "Job", variant: str = "full", limit: int = 0) -> "EmailMessage":
    """Return the mail of a job; `limit`: the bytes that the server takes, 0 where that is not known.

    Raises:
        OSError: the file of the part cannot be read.
        ValueError: an address is none.
    """
    import datetime
    from email.headerregistry import HeaderRegistry, MessageIDHeader
    from email.message import EmailMessage
    from email.policy import SMTP

    registry = HeaderRegistry()
    for name in ("in-reply-to", "references"):
        # As a plain text an id of this length would be encoded (RFC 2047), and no mail program would find its thread.
        registry.map_to_type(name, MessageIDHeader)  # type: ignore[arg-type]  # typeshed has it as no header
    # 7 bit: a server without 8BITMIME takes it as it is.
    mail = EmailMessage(policy=SMTP.clone(cte_type="7bit", header_factory=registry))
    _people(mail, job)
    mail["Subject"] = message.header(_subject(job))
    mail["Date"] = datetime.datetime.fromtimestamp(int(job.date), datetime.UTC)
    mail["Message-ID"] = job.message_id
    if job.references:
        mail["In-Reply-To"] = job.references[0]
        mail["References"] = job.references[0]
    mail["Importance"] = "high"
    mail["X-Priority"] = "1"
    mail.set_content(_late(job) + _text(job, variant, limit), charset="utf-8", cte="quoted-printable")
    if variant == "full" or variant in LESSER:
        if job.media:
            _attach_media(mail, job, variant)
        else:
            _attach_facts(mail, job)
    return mail


def _people(mail: "EmailMessage", job: "Job") -> None:
    from email.headerregistry import Address

    who = job.facts.get("who")
    name = _display(str(who.get("name") or "")) if isinstance(who, dict) else ""
    sender = job.settings.get("smtp.from")
    if not settings.is_address(sender) or not settings.is_address(job.rcpt):
        raise ValueError("no address")
    mail["From"] = Address(name, addr_spec=sender)
    mail["To"] = Address(_display(job.name), addr_spec=job.rcpt)
    ways = job.facts.get("reply_to")
    for way in ways if isinstance(ways, list) else []:
        address = str(way.get("address") or "") if isinstance(way, dict) and way.get("channel") == "email" else ""
        # What is no address cannot be answered to; the text shows it as it was typed.
        if settings.is_address(address) and address.lower() != sender.lower() and "Reply-To" not in mail:
            mail["Reply-To"] = Address(name, addr_spec=address)


def _display(name: str) -> str:
    """Return a name as it may stand before an address: without what RFC 5322 makes quoted.

    Python loses the quotes when it folds a long name, and what was quoted would be read as further addresses.
    """
    return " ".join("".join(" " if char in SPECIALS else char for char in message.header(name)).split())[:100]


def _kind(job: "Job") -> str:
    """Return the word by which message.py knows this part: "" for the first text, "media" for files."""
    return "" if job.kind == "text" else job.kind if job.kind in channels.TEXTS else "media"


def _subject(job: "Job") -> str:
    try:
        return message.subject(job.facts, job.code, _kind(job), job.part["body"] or None)
    except Exception:
        # An alert of another version, or one that cannot be laid out, still has its code.
        return f"SOS {job.code}"


def _late(job: "Job") -> str:
    """Return the line that says how long the mail was under way; nothing for one that left at once."""
    late = job.now - job.date
    if late < LATE_SECONDS:
        return ""
    lines = []
    for language in ("id", "en"):
        say = Say(language)
        number = say.number(int(late // 3600)) if late >= 7200 else say.number(int(late // 60))
        word = "send.late_hours" if late >= 7200 else "send.late_minutes"
        lines.append(say(word, count=number, made=_stamp(job.date), sent=_stamp(job.now)))
    return "\n".join(lines) + "\n\n"


def _stamp(seconds: float) -> str:
    from safetravel_cli.sos.queue import stamp

    return stamp(seconds)[:16].replace("T", " ") + " UTC"


def _text(job: "Job", variant: str, limit: int) -> str:
    if not job.media:
        return str(job.part["text"] or job.facts.get("text") or f"SOS {job.code}\n")
    notes = []
    if variant != "full":
        for language in ("id", "en"):
            say = Say(language)
            values = {"bytes": say.number(job.part["bytes"]), "limit": say.number(limit) if limit else say("send.limit_unknown")}
            values["seconds"] = say.number(shorter.SECONDS.get(job.kind, 0))
            notes.append(say("send.mail_" + variant, **values))
    if variant == "full":
        notes += metadata(job)
    try:
        text = message.follow_up(job.facts, job.code, "media", None, [_described(job)])
    except Exception:
        text = f"SOS {job.code}\n{job.part['mime']}, {job.part['bytes']} byte, SHA-256 {job.part['sha256']}\n"
    return "\n".join([*notes, ""] if notes else []) + "\n" * bool(notes) + text


def metadata(job: "Job") -> "list[str]":
    """Return what the recipient must know of the metadata of a file, in both languages: nothing for a mission."""
    said, mime = job.part.get("metadata"), job.part.get("copy_mime")
    if mime:
        return [Say(language)("send.mail_redrawn", mime=mime) for language in ("id", "en")]
    return [Say(language)("send.mail_" + said) for language in ("id", "en")] if said in ("stripped", "held") else []


def _described(job: "Job") -> "dict[str, Any]":
    """Return the part as message.py takes it, with the place that a photo tells of itself."""
    part = {name: job.part[name] for name in ("kind", "mime", "bytes", "sha256", "name")}
    part["number"] = _number(job)
    if job.kind == "photo":
        try:
            from safetravel_cli.geo.rungs import exif

            part["place"] = exif.read(job.media)
        except Exception:
            part["place"] = None
    return part


def _number(job: "Job") -> int:
    """Return the number of a file among those of its kind in the alert, as its texts count them."""
    same = [one["sha256"] for one in job.media_parts if one["kind"] == job.kind]
    return same.index(job.part["sha256"]) + 1 if job.part["sha256"] in same else 1


def _attach_facts(mail: "EmailMessage", job: "Job") -> None:
    """Attach CAP and GeoJSON; what cannot be made is left out, because the text says it all."""
    kind, new = _kind(job), job.part["body"] or None
    drill = "Exercise" if job.alert["cap_status"] == "Exercise" else "Actual"
    try:
        from safetravel_cli.sos import cap

        follows = cap.reference(job.facts, job.code) if kind else ""
        octets = cap.build(
            job.facts, job.code, drill, CAP_TYPES.get(job.kind, "Update"), follows, job.media_parts,
            kind=kind, new=new, addresses=[job.rcpt],
        )  # fmt: skip
        mail.add_attachment(octets, maintype="application", subtype="xml", filename="alert.cap.xml")
    except Exception:
        pass
    try:
        from safetravel_cli.sos import geojson

        octets = geojson.build(job.facts, job.code, job.media_parts, kind=kind, new=new)
        mail.add_attachment(octets, maintype="application", subtype="geo+json", filename="alert.geojson")
    except Exception:
        pass


def _attach_media(mail: "EmailMessage", job: "Job", variant: str) -> None:
    name = f"{job.kind}-{_number(job)}"
    if variant == "reduced":
        octets = smaller.draw(job.media, smaller.REDUCED_PIXELS, smaller.REDUCED_QUALITY)
        mail.add_attachment(octets, maintype="image", subtype="jpeg", filename=f"{name}-small.jpg")
        return
    if variant == "beginning":
        # What is left of the time of the try is for the sending.
        seconds = max(0.0, job.deadline - time.monotonic()) / 2
        octets = shorter.make(job.media, job.kind, job.settings.environ, seconds)
        ending, mime = shorter.ENDINGS[job.kind]
        mail.add_attachment(octets, *mime.split("/"), filename=f"{name}-beginning{ending}")
        return
    with open(job.media, "rb") as file:
        main, _, sub = str(job.part.get("copy_mime") or job.part["mime"]).partition("/")
        octets = file.read()
    mail.add_attachment(octets, maintype=main, subtype=sub, filename=name + os.path.splitext(job.media)[1])


def lesser(job: "Job") -> str:
    """Return the variant that is less than the whole file, as far as it can be made here; "" for none."""
    if job.kind == "photo" and smaller.possible():
        return "reduced"
    return "beginning" if shorter.possible(job.kind, job.settings.environ) else ""
