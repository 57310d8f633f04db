"""What follows an alert: a position found later, an all-clear, a withdrawal. Each is a part of its own."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env


def of_place(env: "Env", data: "dict[str, Any]", hidden: bool = False) -> "dict[str, Any]":
    """Return what is newer of the place, under the names of the facts, with `created`, the time of the follow-up."""
    from safetravel_cli.sos import battery, gather

    new = {**gather.place(data, hidden), "created": env.now()}
    held = battery.quick()
    return {**new, "battery": held} if held else new


def add(folder: str, alert: str, code: str, facts: "dict[str, Any]", kind: str, new: "dict[str, Any]") -> None:
    """Store an update or locupdate with its deliveries.

    Raises:
        sqlite3.Error, OSError: it cannot be stored.
    """
    from safetravel_cli.sos import body, message, outbox

    text = message.follow_up(facts, code, kind, new)
    outbox.use(folder, lambda box: box.add_follow_up(alert, kind, body.dump(new), text), may_set_aside=False)


def end(folder: str, alert: str, code: str, facts: "dict[str, Any]", kind: str, now: float, words: str = "") -> "dict[str, Any]":
    """End an alert: what waits is cancelled, and those who may have the text are told, by `cancel` or `safe`.

    Return code, cancelled (deliveries that will not go any more) and told (deliveries of the news).

    Raises:
        sqlite3.Error, OSError: it cannot be stored.
    """
    from safetravel_cli.sos import body, message, queue

    new: dict[str, Any] = {"created": now, "message": words}
    try:
        text = message.follow_up(facts, code, kind, new)
    except Exception:
        # Facts in a form that was not foreseen must not keep the news back.
        text = f"SOS {code}: {kind.upper()}\n\n{words}\n"
    done = queue.cancel(folder, alert, body.dump(new), text, kind)
    return {"code": code, "cancelled": done["cancelled"], "told": done["told"]}
