"""The alert as it happens: each stage prints only what is new."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text, Verbatim
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages import deliveries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the blocks of the newest stage: call, stored, pause, stopped, media, recording, location, sending, sent, hand."""
    stage = data["stage"]
    if stage == "call":
        return _call(data, say)
    if stage == "stored":
        return _stored(data, say)
    if stage == "media":
        return _media(data["parts"][-1], say)
    if stage == "recording":
        return [Callout("note", say("record.running", what=_recording(data["recording"], say)))]
    if stage == "location":
        return _location(data, say)
    return _hand(data, say) if stage == "hand" else _progress(data, say)


def _problems(data: "dict[str, Any]") -> "list[object]":
    return [Callout("caution", f"{problem['message']} {problem['hint']}".strip()) for problem in data.get("problems", [])]


def _call(data: "dict[str, Any]", say: "Say") -> "list[object]":
    call = data["call"]
    name = say.pick(call, "name")
    blocks: list[object] = [Heading(1, say("sos.title_country", name=name) if call["iso2"] else say("sos.title"))]
    if data["alert"]["drill"]:
        blocks.append(Callout("caution", say("sos.drill_call")))
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
    names = [deliveries.who(one) for one in data["recipients"]]
    means = say("sos.stored_goes_to", names="; ".join(names)) if names else say("sos.stored_means")
    blocks: list[object] = [Callout("good", say("sos.stored", code=alert["code"])), Text(means)]
    return [*blocks, *([Callout("note", say("sos.stored_drill"))] if alert["drill"] else []), *_problems(data)]


def _media(part: "dict[str, Any]", say: "Say") -> "list[object]":
    kind = part["kind"]
    if part["stored"]:
        facts = {"name": part["name"], "bytes": say.number(part["bytes"]), "sha256": part["sha256"][:12]}
        as_it_is = [Callout("caution", say("record.as_is", name=part["name"]))] if part.get("as_is") else []
        small = [Text(say("record.small", bytes=say.number(part["small_bytes"])))] if part["small_bytes"] else []
        return [Text(say(f"sos.{kind}_stored", **facts)), *small, *as_it_is]
    if part.get("recorded") and not part["name"]:
        return [Callout("caution", say("record.no_" + kind, problem=part["problem"]))]
    return [Callout("caution", say(f"sos.{kind}_not_stored", name=part["name"], problem=part["problem"]))]


def _recording(rows: "list[dict[str, Any]]", say: "Say") -> str:
    """Return what is recorded, in its order."""
    parts = [say("record.for_" + row["kind"], seconds=say.number(row["seconds"])) for row in rows]
    return parts[0] if len(parts) == 1 else say("record.then", first=parts[0], second=parts[1])


def _location(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return where the person is by the newest fix, and whom to call there where that is not what was shown first."""
    from safetravel_cli.pages import fixline, phones

    if not data["located"]:
        return _problems(data)
    position = data["position"]
    if position["method"] == "photo":
        told = {"accuracy": fixline.accuracy(position["accuracy_m"], say), "age": fixline.age(position["age_s"], say)}
        sentence = say("sos.location_photo", position=fixline.spot(position), **told)
    else:
        sentence = fixline.sentence(position, say)
    blocks: list[object] = [Heading(2, say("sos.location_title")), Text(sentence)]
    try:
        call = data["call"]
        if data["located"] == "elsewhere":
            blocks += _numbers(data, call, say)
        else:
            blocks += [
                Pairs([(say("emergency.mission"), one["short_name"]), *phones.mission(one, say)]) for one in call["missions"][:1]
            ]
    except Exception:
        blocks += _bare(data["call"], say)
    return [*blocks, Text(say("sos.location_added")), *_problems(data)]


def _progress(data: "dict[str, Any]", say: "Say") -> "list[object]":
    stage = data["stage"]
    if stage == "pause":
        return [Text(say("sos.pause", seconds=say.number(data["pause_s"])))]
    if stage == "stopped":
        return _stopped(data, say)
    if stage == "sending":
        return [Text(line) for line in deliveries.changes(data["changed"], say)]
    if stage == "waiting":
        seconds = data["wait_s"]
        if seconds < 60:
            return [Text(say("sos.watching", seconds=say.number(seconds)))]
        return [Text(say("sos.send_waiting", minutes=say.number(seconds / 60)))]
    if stage == "listening":
        return [Callout("note", say("sos.listening", code=data["alert"]["code"], minutes=say.number(round(data["wait_s"] / 60))))]
    if stage == "answered":
        who = data["answer"] and (data["answer"]["who"] or say("sos.somebody"))
        answered = Callout("good", say("sos.drill_answered", who=who)) if who else Callout("caution", say("sos.drill_silent"))
        return [answered, *_problems(data)]
    rows, alone = data["deliveries"], data["waiter"] == "impossible"
    blocks: list[object] = [Heading(2, say("sos.sent_title")), *deliveries.table(rows, say)]
    return [*blocks, *deliveries.end(rows, ("text",), alone, say), *_problems(data)]


def _stopped(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if not data["alert"]["stopped"]:
        return _problems(data)
    gone = [row for row in data["deliveries"] if row["state"] != "cancelled" or row["uncertain"]]
    if gone:
        return [Callout("caution", say("sos.stopped_late")), *deliveries.table(gone, say)]
    return [Callout("good", say("sos.stopped"))]


def _hand(data: "dict[str, Any]", say: "Say") -> "list[object]":
    hand, alert = data["hand"], data["alert"]
    to, links = hand["to"], hand["links"]
    blocks: list[object] = [Heading(2, say("sos.hand_title"))]
    if alert["stored"]:
        blocks.append(Callout("caution", say("sos.hand_meanwhile" if data["recipients"] else "sos.no_channel")))
    label = say("sos.hand_call_and_read", code=alert["code"]) if alert["stored"] else say("sos.hand_call")
    rows = [(label, f"{to['tel_name'] or say('sos.ministry')}, {phone(to['tel'])}")] if to["tel"] else []
    if to["mobile"]:
        rows.append((say("sos.hand_sms_to"), f"{to['mobile_name'] or say('sos.ministry')}, {phone(to['mobile'])}"))
    if to["email"]:
        rows.append((say("sos.hand_mail_to"), f"{to['email_name']}, {to['email']}"))
    if hand["folder"]:
        rows.append((say("sos.hand_folder"), hand["folder"]))
    blocks += [Pairs(rows), *_problems(data)]
    blocks += [Heading(2, say("sos.hand_sms", count=len(hand["sms"]))), Verbatim([hand["sms"]])]
    if hand.get("qr"):
        blocks += [Heading(2, say("sos.hand_qr")), Verbatim(hand["qr"])]
    blocks += [Heading(2, say("sos.hand_links")), Verbatim([link for link in links.values() if link])]
    if alert["stored"]:
        blocks.append(Text(say("sos.hand_again", code=alert["code"])))
    if alert["stored"] and not data["recipients"]:
        blocks += [Text(say("sos.hand_next_time")), Items(say("sos.send_setup").split("\n"))]
    return blocks
