"""What the person can carry away by hand: a folder with the text, the media and a mail ready to be sent.

Made after the alert is stored; what fails here is a line, the alert is safe.
"""

import os

from safetravel_cli.sos import durable, message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Base64 adds 37 percent, and many servers refuse mails beyond 10 MB.
MAIL_BYTES = 7 * 1024 * 1024
TEXT = "alert.txt"


def write(outbox: str, alert: "dict[str, Any]", facts: "dict[str, Any]", media: "list[dict[str, Any]]", text: str) -> str:
    """Write `CODE/alert.txt`, `KIND-N.EXT` for each of the media, and `alert.eml` below the outbox; return the folder.

    `alert` has code, id, created (seconds since 1970); `media` are photos, videos and recordings that were kept.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = os.path.join(outbox, str(alert["code"]))
    durable.make_folder(folder)
    _put(folder, TEXT, text.encode("utf-8", "replace"))
    photos = []
    for part, name in zip(media, names(media), strict=True):
        source = os.path.join(outbox, str(part["path"]))
        # A copy, not a link: a picture program may write into it, and the kept bytes are evidence.
        _copy(source, folder, name)
        photos.append((name, source, str(part["mime"]), int(part["bytes"])))
    _put(folder, "alert.eml", mail(alert, facts, photos, text))
    return folder


def names(media: "list[dict[str, Any]]") -> "list[str]":
    """Return a name for each of the media: `photo-1.jpg`, `photo-2.png`, `video-1.mp4`."""
    count: dict[str, int] = {}
    found = []
    for part in media:
        kind = str(part.get("kind") or "photo")
        count[kind] = count.get(kind, 0) + 1
        found.append(f"{kind}-{count[kind]}{os.path.splitext(str(part['path']))[1]}")
    return found


def _put(folder: str, name: str, data: bytes) -> None:
    def fill(handle: int) -> str:
        durable.write_all(handle, data)
        return name

    durable.write_new(folder, fill)


def _copy(source: str, folder: str, name: str) -> None:
    def fill(handle: int) -> str:
        with open(source, "rb") as file:
            while chunk := file.read(1024 * 1024):
                durable.write_all(handle, chunk)
        return name

    durable.write_new(folder, fill)


def mail(alert: "dict[str, Any]", facts: "dict[str, Any]", photos: "list[tuple[str, str, str, int]]", text: str) -> bytes:
    """Return a mail without sender and recipient, as mail programs open a draft; photos in it while they fit."""
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import formatdate

    made = EmailMessage(policy=SMTP)
    made["Subject"] = message.subject(facts, str(alert["code"]))
    made["Date"] = formatdate(float(alert["created"]))
    made["Message-ID"] = f"<{alert['id']}.text@safetravel.invalid>"
    made["Importance"] = "high"
    made["X-Unsent"] = "1"
    made.set_content(text)
    room = MAIL_BYTES
    for name, source, mime, size in photos:
        if size <= room:
            room -= size
            with open(source, "rb") as file:
                main, _, sub = mime.partition("/")
                made.add_attachment(file.read(), maintype=main, subtype=sub, filename=name)
    return made.as_bytes()
