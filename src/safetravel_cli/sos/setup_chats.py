"""The number of a chat of Telegram, which people cannot see: `?` has the bot tell who has written to it."""

import time

from safetravel_cli import errors
from safetravel_cli.sos import message, setup_people

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.setup import Setup

SECONDS = 15.0
KINDS = ("message", "my_chat_member", "channel_post", "edited_message")
MOST = 8


def value(setup: "Setup", text: str) -> str:
    """Return a chat as a person types it; `?` is answered with the chats that there are, and asked again.

    Raises:
        UsageError: it is none, or it was `?`.
    """
    if text.strip() != "?":
        return setup_people.value("telegram", text)
    from safetravel_cli.sos.channels import web

    try:
        found = _chats(setup)
    except web.Failed as failure:
        from safetravel_cli.pages import deliveries

        bad = failure.result
        said = "; ".join(deliveries.reasons({"last_code": bad.code, "last_text": bad.text}, setup.say)) or bad.code
        raise errors.UsageError("setup.chats_unknown", reason=said) from None
    if not found:
        raise errors.UsageError("setup.chats_none")
    raise errors.UsageError("setup.chats", found="; ".join(f"{number} = {name}" for number, name in found.items()))


def _chats(setup: "Setup") -> "dict[str, str]":
    """Return number and name of each chat of the newest updates; nothing is confirmed, so that they stay."""
    from safetravel_cli.sos.channels import telegram, web
    from safetravel_cli.sos.doctor_channels import Probe

    probe: Any = Probe(setup.settings(), {}, time.monotonic() + SECONDS)
    updates: Any = telegram.ask(probe, web.token(probe, "telegram.token", needed=True), "getUpdates", timeout=0)
    found: dict[str, str] = {}
    for update in reversed(updates if isinstance(updates, list) else []):
        for kind in KINDS:
            chat = (update.get(kind) or {}).get("chat") if isinstance(update, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int) and len(found) < MOST:
                found.setdefault(str(chat["id"]), called(chat))
    return found


def called(chat: "dict[str, Any]") -> str:
    """Return what a chat is called there, as one clean line."""
    words = [chat.get("title"), chat.get("first_name"), chat.get("last_name")]
    names = [message.line(str(word))[:60] for word in words if word]
    return " ".join(names) or message.line(str(chat.get("username") or chat.get("id") or "?"))[:60]
