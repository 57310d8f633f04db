"""ntfy: a notification on every telephone that follows a topic. Texts alone: whoever knows the topic reads along.

Each part has its own sequence id, the same at every try: a server of version 2.16 or later shows a repeat as one notification.

Publishing as JSON: https://docs.ntfy.sh/publish/#publish-as-json
"""

from safetravel_cli.sos.channels import TEXTS, Job, Result, as_json, web

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.people import Contact, Settings

NAME = "ntfy"
# What the server takes as a message; a longer one would become a file.
TEXT_BYTES = 4096
HIGHEST, HIGH = 5, 4
reserved = web.is_reserved


def ready(settings: "Settings") -> str:
    """Tell that nothing is missing: a topic needs no account."""
    return ""


def addresses(contact: "Contact") -> "list[str]":
    """Return the topic of a contact."""
    return [contact.ntfy] if contact.ntfy else []


def carries(kind: str) -> bool:
    """Tell that texts are carried."""
    return kind in TEXTS


def send(job: Job) -> Result:
    """Publish one notification; it is accepted when the server gives it back as a message of this topic."""
    base, _, topic = job.rcpt.rpartition("/")
    try:
        token = web.token(job, "ntfy.token")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        reply = web.call(job, base + "/", token, json=_body(job, topic), headers=headers)
    except web.Failed as failure:
        return failure.result
    held = web.table(reply)
    if reply.status == 200:
        if held.get("event") == "message" and held.get("topic") == topic and held.get("id"):
            note = "cut" if _size(as_json.text(job)) > TEXT_BYTES else ""
            return Result("accepted", "200", "", web.words(str(held["id"]), job, token)[:120], note)
        return Result("retry", "not_answer")
    return web.refusal(reply, job, token, str(held.get("error") or ""))


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _body(job: Job, topic: str) -> "dict[str, Any]":
    body: dict[str, Any] = {
        "topic": topic,
        "title": as_json.subject(job),
        "message": web.cut(as_json.text(job), TEXT_BYTES, _size),
        "priority": HIGHEST if job.kind == "text" else HIGH,
        "tags": ["white_check_mark" if job.kind in ("safe", "cancel") else "sos"],
        "sequence_id": "".join(char for char in job.part["id"] if char.isalnum() or char in "-_")[:64],
    }
    spot = as_json.spot(job)
    if spot:
        body["click"] = f"geo:{spot['lat']:.5f},{spot['lon']:.5f}"
    return body
