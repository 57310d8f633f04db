"""The text of an alert, for a duty officer who has never heard of this program: Indonesian, then English.

What is not known is said to be unknown. `facts` is the body of an alert (docs/explanation/sos.md).
"""

import time

from safetravel_cli.domain import gsm7
from safetravel_cli.i18n import Say
from safetravel_cli.views import wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MESSAGE_LIMIT = 20_000
BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")


def clean(text: str) -> str:
    """Return a text without what breaks mail, databases or terminals: lone surrogates, control and bidi characters.

    Any kind of line end becomes a line feed; a tab becomes a blank.
    """
    text = text.replace("\r\n", "\n").translate(BREAKS).replace("\t", " ")
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not text.isascii() else text
    return wrap.clean(text).strip()


def line(text: str) -> str:
    """Return a text as one clean line."""
    return " ".join(clean(text).split())


def stamp(seconds: float, offset: int = 0) -> str:
    """Write seconds since 1970 as `2026-11-25 03:00`, `offset` seconds east of UTC."""
    return time.strftime("%Y-%m-%d %H:%M", time.gmtime(seconds + offset))


def compose(facts: "dict[str, Any]", code: str, media: "list[dict[str, Any]]") -> str:
    """Return the whole text; `media` are the photos kept so far, each with mime, bytes, sha256."""
    both = ["\n".join(_half(facts, code, media, Say(language))) for language in ("id", "en")]
    return both[0] + "\n\n----- English -----\n\n" + both[1] + "\n"


def _half(facts: "dict[str, Any]", code: str, media: "list[dict[str, Any]]", say: Say) -> "list[str]":
    title = say("sos.text_title", code=code) if code else say("sos.text_title_bare")
    lines = [title, say("sos.text_what_this_is"), ""]
    lines.append(say("sos.text_who", who=facts["who"] or say("sos.text_who_unknown")))
    lines.append(say("sos.text_what", what=facts["message"] or say("sos.text_what_unknown")))
    lines += where(facts, say)
    lines.append(when(facts, say))
    lines += [
        say("sos.text_photo", number=number, mime=part["mime"], bytes=say.number(part["bytes"]), sha256=part["sha256"])
        for number, part in enumerate(media, 1)
    ]
    if not media:
        announced = facts["photos"]
        lines.append(say("sos.text_photos_follow", count=announced) if announced else say("sos.text_photos_none"))
    lines.append("")
    if code:
        lines.append(say("sos.text_code", code=code))
    return [*lines, say("sos.text_reply", code=code) if code else say("sos.text_reply_bare")]


def when(facts: "dict[str, Any]", say: Say) -> str:
    """Return the line of the time: UTC, and as the device shows it."""
    created, offset = facts["created"], facts["utc_offset_s"]
    zone = f"UTC{'-' if offset < 0 else '+'}{abs(offset) // 3600:02d}:{abs(offset) // 60 % 60:02d}"
    return say("sos.text_when", utc=stamp(created), local=stamp(created, offset), zone=zone)


def where(facts: "dict[str, Any]", say: Say) -> "list[str]":
    """Return the lines of the place: position, how exact, from where, how old; or that it is not known."""
    position, place = facts["position"], facts["place"]
    country = say.pick(facts, "country")
    lines = []
    if position["lat"] is None:
        lines.append(say("sos.text_where_unknown"))
    else:
        spot = coordinates(position)
        lines.append(say("sos.text_where", position=spot, how=how(facts, say)))
        if place and place["kind"] != "position":
            lines.append(
                say("sos.text_near" if place["precision"] != "exact" else "sos.text_place", name=say.pick(place, "name"))
            )
        accuracy = f";u={position['accuracy_m']:g}" if position["accuracy_m"] is not None else ""
        lines.append(f"  geo:{spot}{accuracy}")
        lat, _, lon = spot.partition(",")
        lines.append(say("sos.text_map", url=f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=16/{lat}/{lon}"))
    if country:
        named = say("sos.text_country", name=country, code=facts["country"])
        lines.append(named if position["lat"] is not None else f"{named}, {how(facts, say)}")
    if facts["at"] and (position["lat"] is None or not place or place["kind"] != "position"):
        lines.append(say("sos.text_at", text=facts["at"]))
    return lines


def coordinates(position: "dict[str, Any]") -> str:
    """Write a position with five decimals, about a metre."""
    return f"{position['lat']:.5f},{position['lon']:.5f}"


def how(facts: "dict[str, Any]", say: Say) -> str:
    """Tell from where the place is known, how exact and how old it is."""
    position, place = facts["position"], facts["place"]
    parts = [say("sos.text_by_" + position["method"], hint=facts["hint"])]
    if position["accuracy_m"] is not None:
        parts.append(say("sos.text_accuracy", metres=say.number(position["accuracy_m"])))
    elif position["lat"] is not None and place and place["precision"] != "exact":
        parts.append(say("sos.text_rough"))
    elif position["lat"] is not None:
        parts.append(say("sos.text_accuracy_unknown"))
    if position["age_s"] is not None:
        parts.append(say("sos.text_age", age=age(position["age_s"], say)))
    return ", ".join(parts)


def age(seconds: float, say: Say) -> str:
    """Write an age in whole days, hours or minutes."""
    for size, word in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size or word == "minutes":
            return say("sos.age_" + word, count=say.number(int(seconds // size)))
    raise AssertionError(seconds)


def subject(facts: "dict[str, Any]", code: str) -> str:
    """Return the subject of a mail: one line of at most 120 characters."""
    text = (
        f"SOS {code}".strip()
        + (f" {facts['country']}" if facts["country"] else "")
        + (": " + line(facts["message"]) if facts["message"] else "")
    )
    return text if len(text) <= 120 else text[:118].rstrip() + ".."


def sms(facts: "dict[str, Any]", code: str) -> str:
    """Return one SMS of at most 160 characters that every network counts once: code, place, time, what happened.

    The fields follow those of Advanced Mobile Location (ETSI TS 103 625): position, radius, method, time.
    """
    say = Say("id")
    position = facts["position"]
    head = ["SOS", code] if code else ["SOS"]
    if position["lat"] is not None:
        rough = position["accuracy_m"] is None and facts["place"] and facts["place"]["precision"] != "exact"
        head += [say("sos.sms_about"), coordinates(position)] if rough else [coordinates(position)]
        if position["accuracy_m"] is not None:
            head.append(f"+-{position['accuracy_m']:.0f}m")
        if position["method"] == "saved_place" and position["age_s"] is not None:
            head.append(say("sos.sms_age", hours=int(position["age_s"] // 3600)))
    else:
        head.append(gsm7.cut(gsm7.ascii_line(facts["at"]), 40) or say("sos.sms_nowhere"))
    if facts["country"]:
        head.append(facts["country"])
    head.append(time.strftime("%d/%m %H:%MUTC", time.gmtime(facts["created"])))
    start = gsm7.ascii_line(" ".join(head))
    message = _readable(facts["message"]) or say("sos.sms_help")
    room = gsm7.SEGMENT - len(start) - 2
    return f"{start}. {gsm7.cut(message, room)}" if room > 8 else gsm7.cut(start, gsm7.SEGMENT)


def _readable(message: str) -> str:
    """Return a message in the letters of an SMS; nothing where most of it would be question marks."""
    text = gsm7.ascii_line(line(message))
    letters = sum(char.isalpha() for char in message)
    return text if sum(char.isalpha() for char in text) * 2 > letters or (not letters and text.strip("? ")) else ""
