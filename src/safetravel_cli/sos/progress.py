"""Start the waiter, which sends, and watch what becomes of it for a while; the sending itself goes on without this process.

Where no waiter can be started, this process sends, for as long as it watches.
"""

import time

from safetravel_cli.sos import deliveries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from safetravel_cli.env import Env

WATCH_SECONDS = 20.0
WAIT_SECONDS = 600.0
POLL_SECONDS = 0.2
STARTED, RUNNING, IMPOSSIBLE = "started", "running", "impossible"


def start(folder: str, env: "Env") -> str:
    """Start the waiter, or wake the one that runs; return started, running or impossible. Raises nothing."""
    try:
        from safetravel_cli.sos import waiter

        return str(waiter.ensure(folder, env))
    except Exception:
        return IMPOSSIBLE


def watch(
    folder: str,
    env: "Env",
    alert: "str | None",
    seconds: float,
    carry: bool = False,
    mine: "Callable[[dict[str, Any]], bool]" = lambda _: True,
) -> "Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]":
    """Yield all deliveries and those that changed, each time any did, until nothing more can come within `seconds`.

    Of one alert (by id) or of all; only those for which `mine(row)` holds. With `carry` this process sends. An outbox that
    cannot be read for a moment is asked again; Ctrl-C ends the watching.
    """
    seen: dict[tuple[object, ...], tuple[object, ...]] = {}
    deadline = time.monotonic() + seconds
    try:
        while True:
            pause = POLL_SECONDS
            for step in ("look", "carry") if carry else ("look",):
                if step == "carry":
                    pause = send_due(folder, env)
                found = _look(folder, env, alert)
                if found is None:
                    continue
                found = [row for row in found if mine(row)]
                changed = [row for row in found if seen.get(_key(row)) != _stamp(row)]
                seen.update({_key(row): _stamp(row) for row in changed})
                if changed:
                    yield found, changed
                if not _worth_waiting(found, deadline - time.monotonic()):
                    return
            left = deadline - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, pause))
    except KeyboardInterrupt:
        return


def _look(folder: str, env: "Env", alert: "str | None") -> "list[dict[str, Any]] | None":
    try:
        return deliveries.read(folder, alert, env.now())
    except Exception:
        return None


def _key(row: "dict[str, Any]") -> "tuple[object, ...]":
    return row["part"], row["channel"], row["rcpt"]


def _stamp(row: "dict[str, Any]") -> "tuple[object, ...]":
    return row["state"], row["attempts"], row["last_try"], row["last_code"]


def _worth_waiting(found: "list[dict[str, Any]]", left: float) -> bool:
    """Tell whether any delivery may still change in the time that is left."""
    return any(row["next_in_s"] is not None and (row["state"] == "sending" or row["next_in_s"] <= left) for row in found)


def send_due(folder: str, env: "Env") -> float:
    """Send what is due; return in how many seconds to look again."""
    from safetravel_cli.sos import sender

    try:
        outcome = sender.work(folder, env)
    except sender.Busy:
        return POLL_SECONDS
    return max(POLL_SECONDS, float(outcome.next_in or 0.0))
