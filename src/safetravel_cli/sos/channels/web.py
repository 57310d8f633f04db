"""What the channels over HTTPS share: one request, and what an answer or its absence means for the outbox."""

import json

from safetravel_cli import settings as forms
from safetravel_cli.sos import message, people, reserved, secret
from safetravel_cli.sos.channels import Job, Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WORDS_LENGTH = 300
# What is left of the time of a try when the answer must be there.
MARGIN_SECONDS = 1.0
TOO_BIG, THROTTLED = 413, (408, 425, 429, 503)
# Behind these an earlier server may have taken it.
MAY_BE_TAKEN = (500, 502, 504)


class Failed(Exception):
    """Carry the result of a try that brought no answer."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.code)
        self.result = result


def is_reserved(url: str) -> bool:
    """Tell whether a web address belongs to nobody, or is on this machine."""
    host = forms.host(url)
    return bool(host) and (host in forms.LOOPBACK or reserved.is_reserved("x@" + host))


def token(job: Job, name: str, needed: bool = False) -> str:
    """Return the secret of a channel.

    Raises:
        Failed: it is set up and gives none, or none is set up that is needed.
    """
    try:
        found = secret.find(job.settings, name) if needed else secret.optional(job.settings, name)
    except people.NoPassword as error:
        raise Failed(Result("needs_you", error.code, name, whole=True)) from None
    if needed and not found:
        raise Failed(Result("needs_you", "setup", name, whole=True))
    return found


def call(job: Job, url: str, hidden: str = "", **request: "Any") -> "Any":
    """Post once and return the reply (status, body, page); `hidden` is the secret that nothing may repeat.

    Raises:
        Failed: there is no answer.
    """
    if reserved.only(job.settings.environ) and not is_reserved(url):
        raise Failed(Result("needs_you", "reserved"))
    try:
        from safetravel_cli.net import post
    except ImportError:
        raise Failed(Result("needs_you", "no_httpx", whole=True)) from None
    try:
        reply = post.post(url, job.settings.environ, job.deadline - MARGIN_SECONDS, **request)
    except post.Failed as error:
        raise Failed(_unanswered(error.word, error.begun)) from None
    if reply.status == 511 or 300 <= reply.status < 400 or (reply.page and 200 <= reply.status < 300):
        raise Failed(Result("retry", "portal", str(reply.status)))
    return reply


def _unanswered(word: str, begun: bool) -> Result:
    if word.startswith("tls") or word in ("web_settings", "proxy_login"):
        return Result("needs_you", word, again=True)
    return Result("uncertain" if begun else "retry", word)


def refusal(reply: "Any", job: Job, hidden: str = "", said: str = "", whole: bool = True) -> Result:
    """Return what an answer means that is no success; `whole`: a refused token stops the whole channel."""
    said = words(said or ("" if reply.page else reply.body.decode("utf-8", "replace")), job, hidden)
    status = reply.status
    if status in (401, 403, 407):
        return Result("needs_you", str(status), said, whole=whole)
    if status in THROTTLED:
        return Result("retry", str(status), said)
    if status == TOO_BIG:
        return Result("refused", "too_big", said)
    if 400 <= status < 500:
        return Result("refused", str(status), said)
    return Result("uncertain" if status in MAY_BE_TAKEN else "retry", str(status), said)


def words(text: str, job: Job, hidden: str = "") -> str:
    """Return what a server said as one clean line without any secret."""
    return message.line(secret.blotted(text, job.settings, hidden))[:WORDS_LENGTH]


def table(reply: "Any") -> "dict[str, Any]":
    """Return the JSON object of an answer, an empty one where it is none."""
    try:
        held = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def cut(text: str, room: int, size: "Any") -> str:
    """Return the beginning of a text, in whole lines where they are not too long; `size` measures a text."""
    if size(text) <= room:
        return text
    room -= size("\n[...]")
    kept: list[str] = []
    for line in text.split("\n"):
        if size("\n".join([*kept, line])) > room:
            break
        kept.append(line)
    if not kept:
        line = text[:room]
        while size(line) > room:
            line = line[:-1]
        kept = [line]
    return "\n".join([*kept, "[...]"])
