"""An alert as JSON, for programs: what `exec` gives on standard input and `webhook` posts (docs/how-to/channels.md)."""

from safetravel_cli.sos import message
from safetravel_cli.sos.channels import MEDIA, Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SCHEMA = 1


def follow_up(job: Job) -> str:
    """Return the word by which message.py knows this part: "" for the first text, "media" for files."""
    return "media" if job.kind in MEDIA else "" if job.kind == "text" else job.kind


def subject(job: Job) -> str:
    """Return one line that names the alert; of one that cannot be laid out, its code."""
    try:
        return message.subject(job.facts, job.code, follow_up(job), job.part["body"] or None)
    except Exception:
        return f"SOS {job.code}"


def sms(job: Job) -> str:
    """Return one SMS in the letters that every network counts once; of what cannot be laid out, its code."""
    kind = follow_up(job)
    try:
        return message.sms(job.facts, job.code, "update" if kind == "media" else kind, job.part["body"] or None)
    except Exception:
        return f"SOS {job.code}"


def text(job: Job) -> str:
    """Return the whole text of a part; of a file, its subject, and what it may hold beside picture and sound."""
    if job.media:
        from safetravel_cli.sos import mail

        return "\n".join([subject(job), *(mail.metadata(job) if job.part.get("metadata") == "held" else [])])
    return str(job.part["text"] or job.facts.get("text") or f"SOS {job.code}\n")


def spot(job: Job) -> "dict[str, Any] | None":
    """Return lat, lon and accuracy_m (None: not known) of where the sender is by this part; None where it does not say."""
    from safetravel_cli.sos import lines

    held = message.merged(job.facts, job.part["body"]) if follow_up(job) else job.facts
    found = lines.spot(held)
    return {"lat": found[0], "lon": found[1], "accuracy_m": lines.accuracy(held)} if found else None


def key(job: Job) -> str:
    """Return what stays the same at every try of a part to a recipient, so that a repeat is known as one."""
    return str(job.message_id).strip("<>").partition("@")[0]


def build(job: Job, path: bool) -> "dict[str, Any]":
    """Return the alert with this part; `path`: say where the file lies, for whoever can read it."""
    part = job.part
    media = None
    if job.media:
        media = {name: part[name] for name in ("kind", "mime", "bytes", "sha256")}
        if path:
            media["path"] = job.media
        if part.get("metadata"):
            # Of a mission neither: it gets the file as it is because it asked for evidence.
            media["stripped"] = part["metadata"] == "stripped"
        if part.get("copy_mime"):
            media["copy_mime"] = part["copy_mime"]
    return {
        "schema": SCHEMA,
        "key": key(job),
        "code": job.code,
        "kind": job.kind,
        "exercise": job.alert["cap_status"] == "Exercise",
        "recipient": {"address": job.rcpt, "name": job.name},
        "created_utc": part["created_utc"] or job.alert["created_utc"],
        "alert": {name: job.alert[name] for name in ("id", "created_utc", "tz", "closed")},
        "attempt": job.attempt,
        "may_have_arrived": job.uncertain,
        "subject": subject(job),
        "text": text(job),
        "sms": sms(job),
        "position": spot(job),
        "media": media,
        "media_parts": [{name: one[name] for name in ("kind", "mime", "bytes", "sha256")} for one in job.media_parts],
        "facts": {name: value for name, value in job.facts.items() if name != "text"},
        "update": part["body"] or None,
    }
