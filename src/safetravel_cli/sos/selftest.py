"""One exercise to the person alone: the first message that a channel ever carries shows that it works."""

import time

from safetravel_cli.sos import call, channels, code, gather, message, people, queue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

# The ways on which an address of the person is known.
WAYS = ("smtp", "sendmail", "termux_sms")
SECONDS = 45.0


def way(env: "Env") -> "tuple[str, str] | None":
    """Return the channel that is set up and reaches the person, and the address; None where there is none."""
    from safetravel_cli.store import state

    held = people.settings(env)
    for name in channels.names(held):
        channel = channels.load(name) if name in WAYS else None
        address = held.get("smtp.from") if name != "termux_sms" else state.read(env).get("profile.phone", "")
        if channel and address and not channel.ready(held):
            return name, address
    return None


def send(env: "Env", name: str, address: str) -> "dict[str, Any]":
    """Send it and tell what was said: channel, rcpt, state, last_code, last_text, at_utc."""
    found = {"channel": name, "rcpt": address, "at_utc": queue.stamp(env.now())}
    channel = channels.load(name)
    if not channels.allowed(name, address, env.environ):
        return {**found, "state": "needs_you", "last_code": "reserved", "last_text": ""}
    job = _job(env, name, address)
    try:
        result = channels.Result(*channel.send(job))
    except Exception as error:
        result = channels.Result("retry", "defect", type(error).__name__)
    finally:
        close = getattr(channel, "close", None)
        if close:
            close(job.session)
    return {**found, "state": result.state, "last_code": result.code, "last_text": result.text}


def _job(env: "Env", name: str, address: str) -> channels.Job:
    from safetravel_cli.i18n import Say

    now, short = env.now(), code.new()
    given = {
        "message": Say(env.language)("setup.test_message"), "created": now, "photos": 0, "videos": 0, "audios": 0, "kind": None,
        "people": None, "injured": False, "drill": True, "channels": [name], "hidden": True,
    }  # fmt: skip
    facts = gather.facts(env, call.nothing(None), given)
    text = message.compose(facts, short, [])
    part = {"id": code.uuid4(), "kind": "text", "sha256": "", "bytes": len(text), "mime": "text/plain", "name": "", "text": text}
    alert = {
        "id": code.uuid4(),
        "code": short,
        "created_utc": queue.stamp(now),
        "tz": "UTC",
        "cap_status": "Exercise",
        "closed": "",
    }
    domain = people.settings(env).get("smtp.from").rpartition("@")[2] or "localhost"
    return channels.Job(
        alert=alert,
        facts=facts,
        code=short,
        part={**part, "body": {}, "created_utc": alert["created_utc"]},
        kind="text",
        media="",
        rcpt=address,
        name=str(facts["who"].get("name") or ""),
        message_id=f"<{alert['id']}.{part['id']}@{domain}>",
        date=now,
        references=[],
        attempt=1,
        uncertain=False,
        now=now,
        deadline=time.monotonic() + SECONDS,
        settings=people.settings(env),
        session={},
        media_parts=[],
    )
