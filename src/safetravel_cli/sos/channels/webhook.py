"""A web address that takes the alert as JSON, by POST. A repeat bears the same Idempotency-Key.

With a secret it is signed as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com): HMAC-SHA256 over
`id.timestamp.body`, in the headers webhook-id, webhook-timestamp, webhook-signature.
"""

import base64
import hashlib
import hmac
import json

from safetravel_cli.sos.channels import TEXTS, Job, Result, as_json, web

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.sos.people import Contact, Settings

NAME = "webhook"
PREFIX = "whsec_"
reserved = web.is_reserved


def ready(settings: "Settings") -> str:
    """Tell that nothing is missing: the secret is the receiver's wish."""
    return ""


def addresses(contact: "Contact") -> "list[str]":
    """Return the address of a contact."""
    return [contact.webhook] if contact.webhook else []


def carries(kind: str) -> bool:
    """Tell that texts are carried; files are named in them with their SHA-256."""
    return kind in TEXTS


def send(job: Job) -> Result:
    """Post one part; any answer of 200 to 299 but a web page says that it was taken."""
    body = json.dumps(as_json.build(job, path=False), ensure_ascii=True).encode()
    key = as_json.key(job)
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    try:
        secret = web.token(job, "webhook.key")
        if secret:
            headers.update(signed(secret, key, int(job.now), body))
        reply = web.call(job, job.rcpt, secret, content=body, headers=headers)
    except web.Failed as failure:
        return failure.result
    if 200 <= reply.status < 300:
        return Result("accepted", str(reply.status), web.words(reply.body.decode("utf-8", "replace"), job, secret))
    return web.refusal(reply, job, secret, whole=False)


def signed(secret: str, key: str, now: int, body: bytes) -> "dict[str, str]":
    """Return the headers by which the receiver checks that the body is the sender's; a secret may be `whsec_` and base64."""
    octets = secret.encode()
    if secret.startswith(PREFIX):
        try:
            octets = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
        except ValueError:
            pass
    digest = hmac.new(octets, f"{key}.{now}.".encode() + body, hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(digest).decode()
    return {"webhook-id": key, "webhook-timestamp": str(now), "webhook-signature": signature}
