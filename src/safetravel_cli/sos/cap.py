"""An alert as a message of the Common Alerting Protocol 1.2 (OASIS), for a desk that has a program for it.

docs/reference/alert.md has the mapping. Scope is Private: who gets it was chosen. Certainty stays Unknown, and severity
too unless the sender says that someone is injured: nobody has checked what the alert says.
"""

import time

from safetravel_cli.i18n import Say
from safetravel_cli.sos import lines, message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from safetravel_cli.sos.lines import Facts

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
SENDER = "safetravel.invalid"
STATUSES = ("Actual", "Exercise")
TYPES = ("Alert", "Update", "Cancel")
HEADLINE_LIMIT = 160
CATEGORIES = {
    "lost": ("Safety",), "accident": ("Rescue", "Health"), "medical": ("Health",), "crime": ("Security",),
    "arrest": ("Security",), "disaster": ("Rescue", "Safety"), "unrest": ("Security",), "trafficking": ("Security", "Rescue"),
    "employer": ("Security",),
}  # fmt: skip


def build(
    facts: "Facts",
    code: str,
    status: str = "Actual",
    msg_type: str = "Alert",
    references: str = "",
    media: "Sequence[Facts]" = (),
    *,
    kind: str = "",
    new: "Facts | None" = None,
    addresses: "Sequence[str]" = (),
) -> bytes:
    """Return the XML (UTF-8) of an alert or of one that follows it; `kind`, `new`, `media` are those of message.follow_up.

    `references` is `reference(facts, code)` of the first alert in all that follow it. A drill is always an Exercise.

    Raises:
        ValueError: no status or type of CAP; one that follows names no first alert.
    """
    if status not in STATUSES or msg_type not in TYPES or (msg_type != "Alert" and not references):
        raise ValueError(f"{status}, {msg_type}, {references}")
    from xml.etree import ElementTree

    held = message.merged(facts, new) if kind else {**facts}
    held["drill"] = bool(held.get("drill")) or status == "Exercise"
    root = ElementTree.Element("alert", xmlns=NAMESPACE)
    _add(root, "identifier", identifier(held, code, kind, media))
    _add(root, "sender", sender(facts))
    _add(root, "sent", sent(held))
    _add(root, "status", "Exercise" if held["drill"] else "Actual")
    _add(root, "msgType", msg_type)
    _add(root, "source", "SafeTravel")
    _add(root, "scope", "Private")
    _add(root, "addresses", " ".join(_quoted(one) for one in addresses if lines.line(one)) or "recipients-of-this-message")
    if held["drill"]:
        _add(root, "note", Say("id")("sos_text.drill") + " " + Say("en")("sos_text.drill"))
    if references:
        _add(root, "references", references)
    if code:
        _add(root, "incidents", code)
    for language in ("id", "en"):
        _info(ElementTree.SubElement(root, "info"), facts, held, code, kind, media, Say(language))
    xml: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return xml + b"\n"


def identifier(facts: "Facts", code: str, kind: str = "", media: "Sequence[Facts]" = ()) -> str:
    """Return the identifier: code, what it is, time, and which file it brings, without the signs that CAP forbids."""
    made = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(lines.seconds_of(facts)))
    file = str(media[0].get("sha256") or "")[:12] if kind == "media" and media else ""
    return "-".join(_token(part) for part in ("safetravel", code, kind or "alert", made, file) if _token(part))


def sender(facts: "Facts") -> str:
    """Return who sends: the address that answers, where it is known."""
    mail = next((address for channel, address in lines.ways(facts) if channel == "email"), "")
    return _token(mail) or SENDER


def reference(facts: "Facts", code: str) -> str:
    """Return how messages that follow name the first alert: sender,identifier,sent."""
    return f"{sender(facts)},{identifier(facts, code)},{sent(facts)}"


def sent(facts: "Facts") -> str:
    """Return the time in the form of CAP, `2026-11-25T12:00:00+09:00`; UTC is written -00:00, never Z."""
    offset = lines.number(facts.get("place_utc_offset_s"))
    offset = lines.number(facts.get("utc_offset_s")) if offset is None else offset
    minutes = round((offset or 0) / 60)
    if abs(minutes) > 14 * 60:
        minutes = 0
    text = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(lines.seconds_of(facts) + minutes * 60))
    return f"{text}{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def legal(text: object) -> str:
    """Return a text with nothing that XML 1.0 cannot hold."""
    cleaned = lines.clean(str(text))
    return "".join(
        char for char in cleaned if char == "\n" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
    )


def _token(text: object) -> str:
    """Return a text without blanks, commas, < and &, which CAP forbids in names."""
    return "".join(char for char in legal(lines.line(text)) if char not in " ,<&\u00a0")


def _quoted(text: object) -> str:
    one = legal(lines.line(text)).replace('"', "")
    return f'"{one}"' if " " in one else one


def _add(parent: "Element", name: str, text: object) -> None:
    from xml.etree import ElementTree

    ElementTree.SubElement(parent, name).text = legal(text)


def _pairs(parent: "Element", name: str, pairs: "Iterable[tuple[str, object]]") -> None:
    from xml.etree import ElementTree

    for key, value in pairs:
        if value not in (None, ""):
            one = ElementTree.SubElement(parent, name)
            _add(one, "valueName", key)
            _add(one, "value", value)


def _info(info: "Element", facts: "Facts", held: "Facts", code: str, kind: str, media: "Sequence[Facts]", say: Say) -> None:
    from xml.etree import ElementTree

    known = held.get("kind") in lines.KINDS
    _add(info, "language", say.language)
    for category in CATEGORIES.get(str(held.get("kind")), ("Other",)):
        _add(info, "category", category)
    _add(info, "event", "SOS: " + say(f"sos_text.kind_{held['kind']}") if known else "SOS")
    over = kind in ("cancel", "safe")
    _add(info, "responseType", "AllClear" if kind == "safe" else "Assess")
    _add(info, "urgency", "Past" if over else "Immediate")
    _add(info, "severity", "Severe" if held.get("injured") is True and not over else "Unknown")
    _add(info, "certainty", "Unknown")
    _add(info, "senderName", lines.who(held, say).partition(": ")[2])
    _add(info, "headline", lines.shorten(lines.title(held, code, say, kind)[-1], HEADLINE_LIMIT - 2))
    _add(info, "description", "\n".join(_description(facts, held, code, kind, media, say)))
    _add(info, "instruction", lines.answer(held, code, say))
    _add(info, "contact", lines.back(held, say).partition(": ")[2])
    _pairs(info, "parameter", _parameters(held, media))
    for number, part in enumerate(media, 1):
        one = ElementTree.SubElement(info, "resource")
        _add(one, "resourceDesc", f"{part.get('kind') or 'photo'} {number}")
        _add(one, "mimeType", lines.line(part.get("mime")) or "application/octet-stream")
        _add(one, "size", int(lines.number(part.get("bytes")) or 0))
    _area(ElementTree.SubElement(info, "area"), held, say)


def _description(facts: "Facts", held: "Facts", code: str, kind: str, media: "Sequence[Facts]", say: Say) -> "list[str]":
    text = [*lines.follows(facts, code, say, kind), *lines.says(held, say)] if kind else []
    text += [
        lines.what(facts, say, "what_first" if kind else "what_more"),
        *lines.where(held, say, "where_first" if kind else "where_unknown"),
        *lines.when(held, say),
    ]
    text += [lines.condition(held, say), lines.battery(held, say), *lines.media(held, media, say)]
    return text + (lines.quoted(str(held["message"])) if lines.is_long(held) else [])


def _parameters(held: "Facts", media: "Sequence[Facts]") -> "list[tuple[str, object]]":
    """Return what CAP has no element for; the digest of a resource is SHA-1 there, so SHA-256 stands here."""
    position, battery = held.get("position") or {}, held.get("battery") or {}
    people, percent, old = (lines.number(one) for one in (held.get("people"), battery.get("percent"), position.get("age_s")))
    metres = lines.accuracy(held)
    return [
        ("position.method", lines.line(position.get("method"))),
        ("position.accuracy_m", None if metres is None else f"{metres:.0f}"),
        ("position.age_s", None if old is None else f"{old:.0f}"),
        ("people", None if people is None else f"{people:.0f}"),
        ("injured", lines.three(held.get("injured"), "true", "false", "")),
        ("battery.percent", None if percent is None else f"{percent:.0f}"),
        *[(f"resource.{number}.sha256", lines.line(part.get("sha256"))) for number, part in enumerate(media, 1)],
    ]


def _area(area: "Element", held: "Facts", say: Say) -> None:
    """Fill in the place: a circle of the accuracy in kilometres; one that is not known is 0, and the parameter is missing."""
    found, place = lines.spot(held), held.get("place") or {}
    named = lines.line(say.pick(place, "name")) if place and place.get("kind") != "position" else ""
    words = [word for word in (named, lines.line(say.pick(held, "country"))) if word]
    if found:
        words.append(lines.how(held, say))
    _add(area, "areaDesc", ", ".join(words) or say("sos_text.cap_unknown_area"))
    if found:
        kilometres = f"{(lines.accuracy(held) or 0.0) / 1000:.3f}".rstrip("0").rstrip(".")
        _add(area, "circle", f"{lines.coordinates(*found)} {kilometres}")
    if held.get("country"):
        _pairs(area, "geocode", [("ISO3166-1", lines.line(held["country"]))])
