"""The message as a person types it or a pipe brings it, without what could do harm."""

import os
import time

from safetravel_cli.env import is_terminal
from safetravel_cli.sos import message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from safetravel_cli.env import Env

STDIN_SECONDS = 15.0


def text(env: "Env", given: "str | None", problem: "Callable[..., None]") -> str:
    """Return the message, `-` read from standard input; what is wrong with it goes to `problem(key, **values)`."""
    try:
        words = message.clean(read(env, message.MESSAGE_LIMIT) if given == "-" else given or "")
    except Exception as error:
        problem("sos.message_unreadable", reason=type(error).__name__)
        return ""
    if len(words) > message.MESSAGE_LIMIT:
        problem("sos.message_cut", count=message.MESSAGE_LIMIT)
    return words[: message.MESSAGE_LIMIT]


def read(env: "Env", limit: int) -> str:
    """Read standard input to its end, from a pipe for at most 15 seconds; `limit` is in characters."""
    stream = env.stdin
    try:
        handle = stream.fileno()
    except (AttributeError, OSError, ValueError):
        return stream.read(limit + 1)
    octets = b""
    deadline = time.monotonic() + STDIN_SECONDS
    while len(octets) <= limit * 4:
        if os.name == "posix" and not is_terminal(stream):
            import select

            if not select.select([handle], [], [], max(0.0, deadline - time.monotonic()))[0]:
                break
        chunk = os.read(handle, 65536)
        if not chunk:
            break
        octets += chunk
    return octets.decode("utf-8", "replace")
