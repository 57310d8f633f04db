"""The lines of an alert, each in one language; what is not known is said to be unknown (docs/reference/alert.md).

`facts` is the body of an alert. Whatever a value holds, no line of another kind can be made of it: every value is one
clean line.
"""

import time

from safetravel_cli.i18n import forms
from safetravel_cli.views import wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from safetravel_cli.i18n import Say

    Facts = Mapping[str, Any]

BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
WIB_S = 7 * 3600
# A longer message stands at the end, so that place and time are seen without scrolling.
WHAT_LIMIT = 280
KINDS = "lost accident medical crime arrest disaster unrest trafficking employer other".split()
WAYS = ("telephone", "whatsapp", "sms", "email")
# The years that calendars and CAP can write, as seconds since 1970.
LAST_SECOND = 253_402_300_799 - 2 * 86400


def clean(text: str) -> str:
    """Return a text without what breaks mail, databases or terminals: lone surrogates, control and bidi characters.

    Any kind of line end becomes a line feed; a tab becomes a blank.
    """
    text = text.replace("\r\n", "\n").translate(BREAKS).replace("\t", " ")
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not text.isascii() else text
    return wrap.clean(text).strip()


def line(text: object) -> str:
    """Return a value as one clean line, None as "" ."""
    return "" if text is None else " ".join(clean(str(text)).split())


def header(text: object) -> str:
    """Return a value as one clean line for a header of a mail: a subject, a name beside an address.

    The email package decodes what looks like an encoded word (RFC 2047), and a line end in it would begin a new header.
    """
    return line(text).replace("=?", "= ?")


def number(value: object) -> "float | None":
    """Return a finite number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        value = float(value)
    except OverflowError:
        return None
    return value if value - value == 0 else None


def three(value: object, yes: str, no: str, unknown: str) -> str:
    """Return one of three words for True, False and anything else."""
    return yes if value is True else no if value is False else unknown


def seconds_of(facts: "Facts") -> float:
    """Return when an alert was made, in seconds since 1970, within the years that calendars can write."""
    return min(max(number(facts.get("created")) or 0.0, 0.0), LAST_SECOND)


def stamp(seconds: float, offset: int = 0) -> str:
    """Write seconds since 1970 as `2026-11-25 03:00`, `offset` seconds east of UTC."""
    return time.strftime("%Y-%m-%d %H:%M", time.gmtime(seconds + offset))


def spot(facts: "Facts") -> "tuple[float, float] | None":
    """Return latitude and longitude, None where they are unknown or no place on Earth."""
    position = facts.get("position") or {}
    lat, lon = number(position.get("lat")), number(position.get("lon"))
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    return lat, lon


def coordinates(lat: float, lon: float) -> str:
    """Write a position with five decimals, about a metre."""
    return f"{lat + 0.0:.5f},{lon + 0.0:.5f}".replace("-0.00000", "0.00000")


def accuracy(facts: "Facts") -> "float | None":
    """Return the accuracy of the position as a radius in metres, None where it is not told."""
    found = number((facts.get("position") or {}).get("accuracy_m"))
    return found if found is not None and found > 0 else None


def is_rough(facts: "Facts") -> bool:
    """Tell whether the position is only the centre of a place."""
    place = facts.get("place") or {}
    return accuracy(facts) is None and bool(place) and place.get("precision") != "exact"


def title(facts: "Facts", code: str, say: "Say", follow_up: str = "") -> "list[str]":
    """Return the line that marks a drill, where it is one, and the title: code, and the alert in few words."""
    head = f"SOS {code}".strip()
    if facts.get("drill"):
        head = f"{say('sos_text.drill_mark')} {head}"
    words = [say("sos_text.is_" + follow_up)] if follow_up else []
    if not follow_up:
        if facts.get("kind") in KINDS:
            words.append(say(f"sos_text.kind_{facts['kind']}"))
        if facts.get("injured"):
            words.append(say("sos_text.injured_yes"))
        people = number(facts.get("people"))
        if people is not None and people > 1:
            words.append(say("sos_text.people_short", count=say.number(people)))
    country = line(say.pick(facts, "country"))
    words += [country] if country else []
    full = say("sos_text.title", head=head, what=", ".join(words)) if words else head
    return [say("sos_text.drill"), full] if facts.get("drill") else [full]


def follows(facts: "Facts", code: str, say: "Say", kind: str) -> "list[str]":
    """Return which alert a follow-up belongs to, and what must be done before a case is closed."""
    first = seconds_of(facts)
    wib = _local(first, WIB_S)
    lines = [say("sos_text.follows", code=code, utc=stamp(first), wib=wib)]
    return [*lines, say("sos_text.about_" + kind)] if kind in ("cancel", "safe") else lines


def who(facts: "Facts", say: "Say") -> str:
    """Return the line of the person; of a passport never more than the last four signs."""
    held = facts.get("who") or {}
    if isinstance(held, str):
        held = {"name": held}
    name, phone = line(held.get("name")), line(held.get("phone"))
    passport = "".join(char for char in line(held.get("passport_last4")) if char.isalnum())[-4:]
    if not (name or phone or passport):
        return say("sos_text.who", who=say("sos_text.who_unknown"))
    parts = [name[:120] or say("sos_text.who_no_name")]
    nationality = line(held.get("nationality"))[:60]
    if nationality:
        parts.append(say("sos_text.who_nationality", country=nationality))
    parts.append(say("sos_text.who_passport", digits=passport) if passport else say("sos_text.who_no_passport"))
    parts.append(say("sos_text.who_phone", phone=spaced(phone)) if phone else say("sos_text.who_no_phone"))
    language = line(held.get("language"))[:40]
    if language:
        known = "sos_text.language_" + language
        parts.append(say("sos_text.who_language", language=say(known) if say.has(known) else language))
    return say("sos_text.who", who="; ".join(parts))


HEALTH = ("blood_type", "allergies", "medicines")
ABOUT = ("hotel", "kloter", "employer", "insurer", "next_of_kin", "next_of_kin_phone")


def about(facts: "Facts", say: "Say") -> "list[str]":
    """Return the lines of health and of where and with whom the sender is, as `profile` has them; nothing where it is blank."""
    held = facts.get("who") or {}
    if isinstance(held, str):
        return []
    found = []
    for row, names in (("health", HEALTH), ("about", ABOUT)):
        values = [(name, line(held.get(name))[:120]) for name in names]
        told = [
            say("sos_text.of_" + name, value=spaced(value) if name.endswith("_phone") else value)
            for name, value in values
            if value
        ]
        found += [say("sos_text." + row, facts="; ".join(told))] if told else []
    return found


def spaced(phone: str) -> str:
    """Write a telephone number as it is read aloud, with plain blanks; what is none stays as it is."""
    phone = phone[:60]
    plain = phone[:1] == "+" and 6 < len(phone) < 17 and phone[1:].isascii() and phone[1:].isdigit()
    return wrap.release(forms.phone(phone)) if plain else phone


def what(facts: "Facts", say: "Say", rest: str = "what_more") -> str:
    """Return the line of what happened: the category, and the message as far as it fits; `rest` says where all of it stands."""
    known, text = facts.get("kind") in KINDS, _short(facts, say, rest)
    if known:
        kind = say(f"sos_text.kind_{facts['kind']}").upper()
        text = say("sos_text.what_kind", kind=kind, what=text or say("sos_text.what_unknown"))
    elif text:
        text = say("sos_text.what_no_kind", what=text)
    return say("sos_text.what", what=text or say("sos_text.what_unknown"))


def says(facts: "Facts", say: "Say") -> "list[str]":
    """Return what the sender writes in a follow-up, [] where nothing."""
    text = _short(facts, say, "what_more")
    return [say("sos_text.says", what=text)] if text else []


def _short(facts: "Facts", say: "Say", rest: str) -> str:
    text = line(facts.get("message"))
    return say("sos_text." + rest, what=shorten(text, WHAT_LIMIT)) if is_long(facts) else text


def is_long(facts: "Facts") -> bool:
    """Tell whether the message needs more room than the line of what happened has."""
    text = clean(str(facts.get("message") or ""))
    return "\n" in text or len(text) > WHAT_LIMIT


def shorten(text: str, room: int) -> str:
    """Shorten a line at a blank where one is near."""
    if len(text) <= room:
        return text
    kept = text[:room]
    blank = kept.rfind(" ")
    return (kept[:blank] if blank > room * 2 // 3 else kept).rstrip() + " …"


def quoted(text: str) -> "list[str]":
    """Return a text line by line behind `> `, so that nothing in it can pass for a line of the alert."""
    return [("> " + one).rstrip() for one in clean(text).split("\n")]


def where(facts: "Facts", say: "Say", unknown: str = "where_unknown") -> "list[str]":
    """Return the lines of the place: position, how exact, from where, how old; or that it is not known."""
    found, place = spot(facts), facts.get("place") or {}
    named = bool(place) and place.get("kind") != "position"
    lines = []
    if not found:
        lines.append(say("sos_text." + unknown))
    else:
        text = coordinates(*found)
        lines.append(say("sos_text.where", position=text, how=how(facts, say)))
        name = line(say.pick(place, "name"))[:200] if named else ""
        if name:
            lines.append(say("sos_text.near" if place.get("precision") != "exact" else "sos_text.place", name=name))
    country = line(say.pick(facts, "country"))[:80]
    if country:
        one = say("sos_text.country", name=country, code=line(facts.get("country")))
        lines.append(one if found else f"{one}, {how(facts, say)}")
    elif unknown == "where_unknown":
        lines.append(say("sos_text.country_unknown"))
    at = line(facts.get("at"))
    if at and not (found and place.get("kind") == "position"):
        lines.append(say("sos_text.at", text=at[:500]))
    return lines + (_maps(*found, accuracy(facts), say) if found else [])


def _maps(lat: float, lon: float, metres: "float | None", say: "Say") -> "list[str]":
    """Return the position for programs (RFC 5870), and two maps: not every country reaches both."""
    text = coordinates(lat, lon)
    north, _, east = text.partition(",")
    uncertainty = "" if metres is None else f";u={metres:.0f}" if metres >= 10 else f";u={metres:.1f}"
    return [
        f"  geo:{text}{uncertainty}",
        say("sos_text.map", url=f"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=16/{north}/{east}"),
        say("sos_text.map", url=f"https://www.google.com/maps/search/?api=1&query={north}%2C{east}"),
    ]


def how(facts: "Facts", say: "Say") -> str:
    """Tell from where the place is known, how exact and how old it is."""
    position = facts.get("position") or {}
    method, metres, old = line(position.get("method")) or "unknown", accuracy(facts), number(position.get("age_s"))
    known = "sos_text.by_" + method
    parts = [say(known, hint=line(facts.get("hint"))) if say.has(known) else say("sos_text.by_other", name=method[:40])]
    if metres is not None:
        parts.append(say("sos_text.accuracy", metres=say.number(metres if metres < 10 else round(metres))))
    elif spot(facts):
        parts.append(say("sos_text.rough" if is_rough(facts) else "sos_text.accuracy_unknown"))
    if old is not None:
        parts.append(say("sos_text.age", age=age(old, say)))
    elif spot(facts) and method != "given":
        parts.append(say("sos_text.age_unknown"))
    return ", ".join(parts)


def age(seconds: float, say: "Say") -> str:
    """Write an age in whole days, hours, minutes or seconds."""
    for size, word in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return say("sos_text.age_" + word, count=say.number(int(seconds // size)))
    return say("sos_text.age_seconds", count=say.number(max(0, int(seconds))))


def when(facts: "Facts", say: "Say") -> "list[str]":
    """Return the line of the time: UTC, where the sender is (else as the device shows it), western Indonesia."""
    created = seconds_of(facts)
    offset, clock = number(facts.get("place_utc_offset_s")), "when_there"
    zone = line(facts.get("place_time_zone"))[:40]
    if offset is None or abs(offset) > 86400:
        offset, clock, zone = number(facts.get("utc_offset_s")) or 0.0, "when_device", ""
    east = int(max(-86400, min(86400, offset)))
    sign = f"UTC{'-' if east < 0 else '+'}{abs(east) // 3600:02d}:{abs(east) // 60 % 60:02d}"
    zone = f"{zone}, {sign}" if zone else sign
    local, wib = _local(created, east), _local(created, WIB_S)
    text = say("sos_text.when", utc=stamp(created), local=local, clock=say("sos_text." + clock, zone=zone), wib=wib)
    return [text, say("sos_text.clock_doubt")] if facts.get("clock_doubt") else [text]


def _local(seconds: float, offset: int) -> str:
    """Write a time of day, with the date only where it differs from that of UTC."""
    text = stamp(seconds, offset)
    return text if text[:10] != stamp(seconds)[:10] else text[11:]


def condition(facts: "Facts", say: "Say") -> str:
    """Return the line of who is injured and how many there are."""
    injured = three(facts.get("injured"), "injured_yes", "injured_no", "injured_unknown")
    people = number(facts.get("people"))
    count = say("sos_text.people", count=say.number(people)) if people and people > 0 else say("sos_text.people_unknown")
    return say("sos_text.condition", injured=say("sos_text." + injured), people=count)


def ways(facts: "Facts") -> "list[tuple[str, str]]":
    """Return (channel, address) of each way that reaches the sender, the telephone first."""
    held = facts.get("who")
    phone = line(held.get("phone")) if isinstance(held, dict) else ""
    found = [("telephone", phone)] if phone else []
    told = facts.get("reply_to") or []
    for one in [told] if isinstance(told, (dict, str)) else told:
        if isinstance(one, str):
            one = {"channel": "email" if "@" in one else "other", "address": one}
        pair = line(one.get("channel")).lower() or "other", line(one.get("address"))[:200]
        if pair[1] and pair not in found:
            found.append(pair)
    return found


def back(facts: "Facts", say: "Say") -> str:
    """Return the line of how the sender is reached."""
    parts = []
    for channel, address in ways(facts):
        if channel in WAYS:
            parts.append(say("sos_text.back_" + channel, address=address if channel == "email" else spaced(address)))
        else:
            parts.append(say("sos_text.back_other", channel=channel[:40], address=address))
    return say("sos_text.back", ways="; ".join(parts) or say("sos_text.back_unknown"))


def battery(facts: "Facts", say: "Say") -> str:
    """Return the line of the battery: how long the sender can be reached."""
    held = facts.get("battery") or {}
    percent = number(held.get("percent"))
    if percent is None or not 0 <= percent <= 100:
        return say("sos_text.battery_unknown")
    charging = three(held.get("charging"), "charging", "draining", "charging_unknown")
    return say("sos_text.battery", percent=say.number(round(percent)), charging=say("sos_text.battery_" + charging))


def media(facts: "Facts", kept: "Sequence[Facts]", say: "Say") -> "list[str]":
    """Return a line for each file that is kept, with its SHA-256, and what is still to follow."""
    lines, counts = [], dict.fromkeys(("photo", "video", "audio", "thumb"), 0)
    for part in kept:
        kind = str(part.get("kind"))
        kind = kind if kind in counts else "photo"
        counts[kind] += 1
        size = say.number(number(part.get("bytes")) or 0)
        values = {"number": part.get("number") or counts[kind], "mime": line(part.get("mime")), "bytes": size}
        lines.append(say(f"sos_text.{kind}", sha256=line(part.get("sha256")), **values))
        found = spot({"position": part.get("place")})
        if found:
            taken = number((part.get("place") or {}).get("taken"))
            told = "" if taken is None else say("sos_text.media_when", utc=stamp(seconds_of({"created": taken})))
            lines.append(say("sos_text.media_place", position=coordinates(*found), when=told))
    if not kept:
        announced = [(name, int(number(facts.get(name)) or 0)) for name in ("photos", "videos", "audios")]
        words = [
            say("sos_text.follow_" + (name if count > 1 else name[:-1]), count=say.number(count))
            for name, count in announced
            if count > 0
        ]
        follow = say("sos_text.follow", what=say.join(words)) if words else ""
        lines.append(say("sos_text.media", what=follow) if words else say("sos_text.media_none"))
    return lines


def answer(facts: "Facts", code: str, say: "Say") -> str:
    """Return the rule of how to answer."""
    mail = next((address for channel, address in ways(facts) if channel == "email"), "")
    rule = say("sos_text.answer_mail", address=mail) if mail else say("sos_text.answer_reply")
    return say("sos_text.answer", how=rule, code=code) if code else say("sos_text.answer_bare", how=rule)
