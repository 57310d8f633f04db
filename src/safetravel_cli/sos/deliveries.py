"""What became of an alert, recipient by recipient, in words that are proved: rows for pages and JSON, and the exit code.

Accepted means that a server took it, acknowledged that a person answered. No other state says that it arrived.
"""

from safetravel_cli import exits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

OPEN = ("queued", "sending")
GOOD = ("accepted", "acknowledged")
# What is said of several at once is the best that is true of any.
STATES = ("acknowledged", "accepted", "sending", "queued", "needs_you", "refused", "cancelled")
KEYS = ("code", "part", "kind", "channel", "rcpt", "name", "role", "state", "attempts")
TEXTS = ("first_try", "last_try", "accepted_at", "last_code", "last_text", "note")


def read(folder: str, alert: "str | None", now: float) -> "list[dict[str, Any]]":
    """Return the deliveries of an alert (by id), or of all: texts first.

    Raises:
        sqlite3.Error, OSError: the outbox cannot be read.
    """
    from safetravel_cli.sos import queue

    return rows(queue.status(folder, alert), now)


def rows(held: "Iterable[dict[str, Any]]", now: float) -> "list[dict[str, Any]]":
    """Return deliveries in the form of pages and JSON.

    `next_in_s`: seconds until the next try, 0 where it is due, None where none comes by itself (also of a photo whose text
    was not taken). `uncertain`: an earlier try may have arrived.
    """
    held = list(held)
    texts = {(row["code"], row["channel"], row["rcpt"]): row for row in held if row["kind"] == "text"}
    found = []
    for one in held:
        row = {key: one.get(key) for key in KEYS}
        row.update({key: str(one.get(key) or "") for key in TEXTS})
        row["uncertain"] = bool(one.get("uncertain"))
        text = texts.get((one["code"], one["channel"], one["rcpt"]), one)
        if one["kind"] in ("cancel", "safe"):
            text = one
        leaves = one["state"] in OPEN and (text["state"] in OPEN + GOOD or bool(text.get("uncertain")))
        # What follows a text goes no sooner than the text itself.
        times = [each.get("next_at") for each in (one, text) if each["state"] in OPEN]
        row["next_in_s"] = max(0, *[round(float(time or 0) - now) for time in times]) if leaves else None
        found.append(row)
    return found


def best(states: "Iterable[str]") -> str:
    """Return the best that can be said of an alert with deliveries in these states; with none it is only stored."""
    held = set(states)
    return next((state for state in STATES if state in held), "stored")


def verdict(found: "Iterable[dict[str, Any]]", kinds: "tuple[str, ...]" = ("text",)) -> int:
    """Return the exit code of what is stored: 0 accepted somewhere, 75 it leaves by itself, 78 the person must act."""
    state = best(row["state"] for row in found if row["kind"] in kinds)
    return exits.DONE if state in GOOD else exits.STORED_WAITING if state in OPEN else exits.STORED_NO_CHANNEL
