"""Whether the system starts the waiter by itself, and what is still to leave."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return what was done, then each scheduler, then the waiter and its queue."""
    blocks: list[object] = [Heading(1, say("autosend.title")), *_done(data, say)]
    rows = [(say("autosend.hook_" + row["name"]), _line(row, say)) for row in data["hooks"]]
    rows.append((say("autosend.waiter"), say("autosend.waiter_" + data["waiter"])))
    rows.append((say("autosend.waiting"), say.number(data["waiting"])))
    if data["fault"]:
        rows.append((say("autosend.fault"), data["fault"]))
    blocks.append(Pairs(rows))
    if not data["hooks"]:
        blocks.append(Text(say("autosend.none_there")))
    installed = [row for row in data["hooks"] if row["installed"]]
    if any(row["detail"].get("lingers") is False for row in installed):
        blocks.append(Callout("note", say("autosend.no_linger")))
    if any("boot_script" in row["detail"] for row in installed):
        blocks.append(Callout("note", say("autosend.boot_app")))
    blocks += [Callout("caution", say("autosend.lost", **_home(name, say))) for name in data["lost"]]
    if data["locked"]:
        names = [say("autosend.secret_" + name.replace(".", "_")) for name in data["locked"]]
        blocks.append(Callout("caution", say("autosend.locked", names=say.join(names))))
    if data["android"]:
        blocks.append(Callout("caution", say("autosend.android")))
    return blocks


def _home(name: str, say: "Say") -> "dict[str, str]":
    """Return what a secret is called, its variable, and the settings in which it would last (sos/secret.py)."""
    plain = name.replace(".", "_")
    return {
        "what": say("autosend.secret_" + plain),
        "variable": "SAFETRAVEL_" + plain.upper(),
        "command": name + "_command",
        "file": name + "_file",
    }


def _done(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if data["action"] == "remove":
        return [Callout("good", say("autosend.removed" if data["removed"] else "autosend.nothing_removed"))]
    if data["action"] == "status":
        return []
    first = data["hooks"][0]
    good = first["installed"] and first["active"] is not False
    return [Callout("good" if good else "caution", say("autosend.installed" if good else "autosend.installed_inactive"))]


def _line(row: "dict[str, Any]", say: "Say") -> str:
    if not row["installed"]:
        return say("autosend.state_absent")
    if row["detail"].get("daemon") is False:
        return say("autosend.state_no_daemon")
    words = {True: "autosend.state_active", False: "autosend.state_inactive", None: "autosend.state_unknown"}
    return say(words[row["active"]]) + ("" if row["current"] else "; " + say("autosend.state_old"))
