"""One stored alert, whole."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Verbatim
from safetravel_cli.pages import deliveries
from safetravel_cli.pages.sos_list import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the state, what became of it, answers, the SMS, the text as it was stored, the files compared with their SHA-256."""
    alert = data["alert"]
    rows = [
        (say("sos.column_time"), alert["created_utc"].replace("T", " ")[:16]),
        (say("sos.column_state"), state(alert, say)),
    ]
    if data["folder"]:
        rows.append((say("sos.hand_folder"), data["folder"]))
    blocks: list[object] = [Heading(1, say("sos.show_title", code=alert["code"])), Pairs(rows)]
    if data["deliveries"]:
        blocks += [Heading(2, say("sos.show_deliveries")), *deliveries.table(data["deliveries"], say)]
    if data["answers"]:
        blocks += [Heading(2, say("sos.show_answers")), Items([_answer(one, say) for one in data["answers"]])]
    blocks += [Heading(2, say("sos.hand_sms", count=len(data["sms"]))), Verbatim([data["sms"]])]
    blocks += [Heading(2, say("sos.show_text")), Verbatim(data["text"].rstrip("\n").split("\n"))]
    for part in data["parts"]:
        if part["text"]:
            title = Heading(2, say("sos.show_text") + ": " + say("sos.kind_" + part["kind"]))
            blocks += [title, Verbatim(part["text"].rstrip("\n").split("\n"))]
    photos = [part for part in data["parts"] if part["path"]]
    if photos:
        broken = [part for part in photos if part["state"] != "whole"]
        blocks += [Heading(2, say("sos.show_parts")), Items([_photo(part, say) for part in photos])]
        blocks += [Callout("caution", f"{part['name']}: {say('sos.part_' + part['state'])}") for part in broken]
    return blocks


def _answer(one: "dict[str, Any]", say: "Say") -> str:
    who, time = one["who"] or say("sos.somebody"), deliveries.moment(one["at_utc"], say)
    return say("sos.show_answer", time=time, who=who, text=one["text"]).strip()


def _photo(part: "dict[str, Any]", say: "Say") -> str:
    facts = {"name": part["name"], "bytes": say.number(part["bytes"]), "sha256": part["sha256"]}
    return say("sos.show_photo", state=say("sos.part_" + part["state"]), **facts)
