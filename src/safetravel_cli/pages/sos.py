"""The alert as it happens: each stage prints only what is new."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text, Verbatim
from safetravel_cli.i18n.forms import phone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the blocks of the newest stage: call, stored, media, hand."""
    stage = data["stage"]
    if stage == "call":
        return _call(data, say)
    if stage == "stored":
        return _stored(data, say)
    if stage == "media":
        return _media(data["parts"][-1], say)
    return _hand(data, say)


def _problems(data: "dict[str, Any]") -> "list[object]":
    return [Callout("caution", f"{problem['message']} {problem['hint']}".strip()) for problem in data.get("problems", [])]


def _call(data: "dict[str, Any]", say: "Say") -> "list[object]":
    call = data["call"]
    name = say.pick(call, "name")
    blocks: list[object] = [Heading(1, say("sos.title_country", name=name) if call["iso2"] else say("sos.title"))]
    try:
        blocks += _numbers(data, call, say)
    except Exception:
        # A fact in a form that nobody foresaw may spoil the list; it may not take the last number away.
        blocks += [Text(say("sos.numbers_missing")), *_bare(call, say)]
    blocks += [*_problems(data), Text(say("sos.call_first"))]
    return [*blocks, Text(say("sos.type_message"))] if data.get("asked") else blocks


def _numbers(data: "dict[str, Any]", call: "dict[str, Any]", say: "Say") -> "list[object]":
    from safetravel_cli.pages import emergency, phones
    from safetravel_cli.pages.sourceline import source

    if not call["iso2"]:
        unknown = [] if data["position"]["lat"] is not None else [Callout("caution", say("sos.where_unknown"))]
        return [
            Heading(2, say("emergency.central")),
            *phones.central(call["hotlines"], say),
            *source(call["hotlines"], say),
            *unknown,
        ]
    method = data["position"]["method"]
    blocks: list[object] = [Text(say("emergency.by_" + method))] if method in ("saved_place", "time_zone") else []
    if call["certainty"] == "open":
        blocks.append(Text(say("sos.several_missions")))
    return blocks + emergency.call(call, say, 2)


def _bare(call: "dict[str, Any]", say: "Say") -> "list[object]":
    rows = [(say("sos.ministry"), phone(str(row.get("number")))) for row in call["hotlines"]]
    return [Pairs([*rows, *[(str(row.get("service")), str(row.get("number"))) for row in call["numbers"]]])]


def _stored(data: "dict[str, Any]", say: "Say") -> "list[object]":
    alert = data["alert"]
    if not alert["stored"]:
        return [Heading(2, say("sos.not_stored_title")), *_problems(data)]
    return [Callout("good", say("sos.stored", code=alert["code"])), Text(say("sos.stored_means")), *_problems(data)]


def _media(part: "dict[str, Any]", say: "Say") -> "list[object]":
    if part["stored"]:
        facts = {"name": part["name"], "bytes": say.number(part["bytes"]), "sha256": part["sha256"][:12]}
        return [Text(say("sos.photo_stored", **facts))]
    return [Callout("caution", say("sos.photo_not_stored", name=part["name"], problem=part["problem"]))]


def _hand(data: "dict[str, Any]", say: "Say") -> "list[object]":
    hand, alert = data["hand"], data["alert"]
    to, links = hand["to"], hand["links"]
    blocks: list[object] = [Heading(2, say("sos.hand_title"))]
    if alert["stored"]:
        blocks.append(Callout("caution", say("sos.no_channel")))
    label = say("sos.hand_call_and_read", code=alert["code"]) if alert["stored"] else say("sos.hand_call")
    rows = [(label, f"{to['tel_name'] or say('sos.ministry')}, {phone(to['tel'])}")]
    rows.append((say("sos.hand_sms_to"), f"{to['mobile_name'] or say('sos.ministry')}, {phone(to['mobile'])}"))
    if to["email"]:
        rows.append((say("sos.hand_mail_to"), f"{to['email_name']}, {to['email']}"))
    if hand["folder"]:
        rows.append((say("sos.hand_folder"), hand["folder"]))
    blocks += [Pairs(rows), *_problems(data)]
    blocks += [Heading(2, say("sos.hand_sms", count=len(hand["sms"]))), Verbatim([hand["sms"]])]
    if hand.get("qr"):
        blocks += [Heading(2, say("sos.hand_qr")), Verbatim(hand["qr"])]
    blocks += [Heading(2, say("sos.hand_links")), Verbatim(list(links.values()))]
    return [*blocks, Text(say("sos.hand_again", code=alert["code"]))] if alert["stored"] else blocks
