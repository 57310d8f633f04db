"""Wait for a person's answer to an alert: noted by `sos ack` in another terminal, or typed here. Always bounded."""

import os
import time

from safetravel_cli import errors
from safetravel_cli.services import asking
from safetravel_cli.sos import ledger, message, queue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

POLL_SECONDS = 0.5
WHO_LIMIT = 200


def wait(env: "Env", folder: str, alert: str, seconds: float) -> "dict[str, str] | None":
    """Return the first answer to an alert (by id): at_utc, who, text; None where none came in time, or it is not waited for.

    Raises:
        sqlite3.Error, OSError: what was typed cannot be noted.
    """
    deadline = time.monotonic() + seconds
    asks = os.name == "posix" and asking.possible(env)
    try:
        while True:
            found = _noted(folder, alert)
            left = deadline - time.monotonic()
            if found or left <= 0:
                return found
            typed = _typed(env, min(left, POLL_SECONDS)) if asks else None
            if not asks:
                time.sleep(min(left, POLL_SECONDS))
            if typed == "":
                return None
            if typed:
                queue.acknowledge(folder, alert, typed, "", now=env.now())
    except KeyboardInterrupt:
        return None


def _noted(folder: str, alert: str) -> "dict[str, str] | None":
    try:
        with ledger.Reader(folder) as reader:
            rows = [row for row in ledger.answers(reader) if row["alert"] == alert]
    except errors.IntegrityError:
        # Another process writes just now; it is looked at again.
        return None
    return {name: str(rows[0][name] or "") for name in ("at_utc", "who", "text")} if rows else None


def _typed(env: "Env", seconds: float) -> "str | None":
    """Return the line that was typed, None where none was."""
    import select

    if not select.select([env.stdin], [], [], seconds)[0]:
        return None
    return message.line(env.stdin.readline())[:WHO_LIMIT]
