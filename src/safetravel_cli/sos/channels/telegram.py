"""Telegram, by a bot of the person's own: the text, a pin on the map, photos, other files.

Telegram knows no key for a repeat: where an answer was lost, the message may stand there twice.

Methods and limits: https://core.telegram.org/bots/api (sendMessage, sendLocation, sendPhoto, sendDocument).
"""

import os

from safetravel_cli.sos import secret
from safetravel_cli.sos.channels import MEDIA, TEXTS, Job, Result, as_json, web

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.people import Contact, Settings

NAME = "telegram"
SERVER = "https://api.telegram.org"
TEXT_UNITS, CAPTION_UNITS = 4096, 1024
PHOTO_BYTES, FILE_BYTES = 10_000_000, 50_000_000
ACCURACY_M = 1500.0


def ready(settings: "Settings") -> str:
    """Return the setting that is missing, "" if none."""
    return "" if secret.home(settings, "telegram.token") else "telegram.token_file"


def addresses(contact: "Contact") -> "list[str]":
    """Return the chat of a contact."""
    return [contact.telegram] if contact.telegram else []


def carries(kind: str) -> bool:
    """Tell that texts and files are carried."""
    return kind in TEXTS or kind in MEDIA


def reserved(rcpt: str) -> bool:
    """Leave it to the server: no chat belongs to nobody, but web.call asks only servers that do."""
    return True


def send(job: Job) -> Result:
    """Send one part; a text is accepted when Telegram gives the number of the message."""
    try:
        token = web.token(job, "telegram.token", needed=True)
        if not _is_plain(token):
            return Result("needs_you", "token_refused", whole=True)
        return _file(job, token) if job.media else _text(job, token)
    except web.Failed as failure:
        return failure.result


def _is_plain(token: str) -> bool:
    """Tell whether a token can be part of an address."""
    return token.isascii() and all(char.isalnum() or char in ":-_" for char in token)


def _request(job: "Any", token: str, method: str, **request: "Any") -> "Any":
    base = job.settings.get("telegram.url", SERVER).rstrip("/")
    return web.call(job, f"{base}/bot{token}/{method}", token, **request)


def _call(job: Job, token: str, method: str, **request: "Any") -> Result:
    reply = _request(job, token, method, **request)
    held = web.table(reply)
    if held.get("ok") is True and isinstance(held.get("result"), dict):
        return Result("accepted", str(reply.status), "", str(held["result"].get("message_id") or "")[:40])
    return _refusal(reply, job, token)


def _refusal(reply: "Any", job: "Any", token: str) -> Result:
    held = web.table(reply)
    if "ok" not in held and 200 <= reply.status < 300:
        return Result("retry", "not_answer")
    said = web.words(str(held.get("description") or ""), job, token)
    if reply.status in (401, 404):
        # An unknown token is answered with either.
        return Result("needs_you", "token_refused", said, whole=True)
    if reply.status == 403 or (reply.status == 400 and "chat" in said.lower()):
        return Result("needs_you", "telegram_chat", said)
    return web.refusal(reply, job, token, said)


def ask(probe: "Any", token: str, method: str, **body: "Any") -> "Any":
    """Return what a method tells that sends nothing (getMe, getChat: an object; getUpdates: a list).

    Raises:
        web.Failed: it tells nothing.
    """
    if not _is_plain(token):
        raise web.Failed(Result("needs_you", "token_refused", whole=True))
    reply = _request(probe, token, method, json=body)
    held = web.table(reply)
    if held.get("ok") is True and isinstance(held.get("result"), (dict, list)):
        return held["result"]
    raise web.Failed(_refusal(reply, probe, token))


def _units(text: str) -> int:
    """Count as Telegram does: in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def chat(rcpt: str) -> "int | str":
    """Return a chat as the methods want it: `@channel`, or a number."""
    return rcpt if rcpt.startswith("@") else int(rcpt)


def _text(job: Job, token: str) -> Result:
    text = as_json.text(job)
    body = {
        "chat_id": chat(job.rcpt),
        "text": web.cut(text, TEXT_UNITS, _units),
        # No parse_mode: nothing that somebody wrote becomes a link or a command.
        "link_preview_options": {"is_disabled": True},
    }
    result = _call(job, token, "sendMessage", json=body)
    if result.state != "accepted":
        return result
    note = "cut" if _units(text) > TEXT_UNITS else ""
    spot = as_json.spot(job)
    if spot and job.kind in ("text", "update", "locupdate") and not _pin(job, token, spot):
        note = note or "without_location"
    return result._replace(note=note)


def _pin(job: Job, token: str, spot: "dict[str, Any]") -> bool:
    """Put a pin on the map after a text that was accepted; that one counts, whatever becomes of the pin."""
    body = {"chat_id": chat(job.rcpt), "latitude": spot["lat"], "longitude": spot["lon"]}
    if spot["accuracy_m"] is not None and 0 <= spot["accuracy_m"] <= ACCURACY_M:
        body["horizontal_accuracy"] = spot["accuracy_m"]
    try:
        return bool(_call(job, token, "sendLocation", json=body).state == "accepted")
    except web.Failed:
        return False


def _file(job: Job, token: str) -> Result:
    """Send a photo as one, or as a file where it does not pass as a photo; other media as files."""
    result = Result("refused", "too_big", str(FILE_BYTES))
    if job.kind in ("photo", "thumb") and job.part["bytes"] <= PHOTO_BYTES:
        result = _upload(job, token, "sendPhoto", "photo")
        if result.state != "refused":
            return result
    if job.part["bytes"] <= FILE_BYTES:
        result = _upload(job, token, "sendDocument", "document")
        return result._replace(note="document") if result.state == "accepted" else result
    return result


def _upload(job: Job, token: str, method: str, field: str) -> Result:
    data = {"chat_id": job.rcpt, "caption": web.cut(as_json.text(job), CAPTION_UNITS, _units)}
    # Not the person's own name of the file.
    name = f"{job.kind}-{job.part['sha256'][:8]}{os.path.splitext(job.media)[1]}"
    try:
        file = open(job.media, "rb")  # noqa: SIM115
    except OSError as error:
        return Result("refused", "file_gone", type(error).__name__)
    with file:
        return _call(job, token, method, data=data, files={field: (name, file, job.part.get("copy_mime") or job.part["mime"])})
