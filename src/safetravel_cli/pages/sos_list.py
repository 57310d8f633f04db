"""The stored alerts."""

from safetravel_cli.domain.blocks import Heading, Items, Table, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

MESSAGE = 60


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a line for each alert, the newest first, and what was set aside."""
    blocks: list[object] = [Heading(1, say("sos.list_title"))]
    if data["alerts"]:
        columns = [say("sos.column_" + name) for name in ("code", "time", "state", "where", "photos", "message")]
        blocks.append(Table(columns, [_row(alert, say) for alert in data["alerts"]]))
    else:
        blocks.append(Text(say("sos.list_empty")))
    if data["set_aside"]:
        blocks += [Heading(2, say("sos.list_aside")), Items(data["set_aside"])]
    return blocks


def state(alert: "dict[str, Any]", say: "Say") -> str:
    """Return the best that can be said of an alert, whether it is a drill, and whether it is closed."""
    parts = [say("sos.state_" + alert["state"])]
    parts += [say("sos.drill")] if alert["drill"] else []
    return "; ".join(parts + ([say("sos.closed_" + alert["closed"])] if alert["closed"] else []))


def _row(alert: "dict[str, Any]", say: "Say") -> "tuple[str, ...]":
    position = alert["position"] or {}
    where = f"{position['lat']:.5f},{position['lon']:.5f}" if position.get("lat") is not None else ""
    message = " ".join(str(alert["message"] or "").split())
    return (
        alert["code"],
        alert["created_utc"].replace("T", " ")[:16],
        state(alert, say),
        " ".join(filter(None, (where, alert["country"]))) or say("common.unknown"),
        str(alert["photos"]),
        message if len(message) <= MESSAGE else message[: MESSAGE - 1] + "…",
    )
