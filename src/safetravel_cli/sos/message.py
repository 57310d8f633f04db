"""The text of an alert, for a duty officer who has never heard of this program: Indonesian, then English.

What is needed in ten seconds stands at the top. What is not known is said to be unknown. `facts` is the body of an alert
(docs/reference/alert.md); `new` of a follow-up holds what is newer than the facts of the first alert, under the same names.
"""

import time

from safetravel_cli.domain import gsm7
from safetravel_cli.i18n import Say
from safetravel_cli.sos import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    Facts = Mapping[str, Any]

MESSAGE_LIMIT = 20_000
SUBJECT_LIMIT = 120
RULE = "-" * 20
FOLLOW_UPS = ("update", "locupdate", "cancel", "safe", "media")
clean = lines.clean
line = lines.line
header = lines.header


def compose(facts: "Facts", code: str, media: "Sequence[Facts]" = ()) -> str:
    """Return the whole text; `media` are the files kept so far, each with kind, mime, bytes, sha256."""
    return _both([_half(facts, code, media, Say(language)) for language in ("id", "en")], facts)


def _both(halves: "list[list[str]]", facts: "Facts") -> str:
    """Join both languages, and the whole of a long message once, at the end."""
    english = f"{RULE} {Say('en')('sos_text.english')} {RULE}"
    text = [*halves[0], "", english, "", *halves[1]]
    if lines.is_long(facts):
        both = " / ".join(Say(language)("sos_text.whole") for language in ("id", "en"))
        text += ["", f"{RULE} {both} {RULE}", "", *lines.quoted(str(facts["message"]))]
    return "\n".join(text) + "\n"


def _half(facts: "Facts", code: str, media: "Sequence[Facts]", say: Say) -> "list[str]":
    return [
        *lines.title(facts, code, say),
        "",
        lines.who(facts, say),
        lines.what(facts, say),
        *lines.where(facts, say),
        *lines.when(facts, say),
        lines.condition(facts, say),
        lines.back(facts, say),
        lines.battery(facts, say),
        *lines.about(facts, say),
        *lines.media(facts, media, say),
        "",
        *_end(facts, code, say),
    ]


def _end(facts: "Facts", code: str, say: Say) -> "list[str]":
    named = [say("sos_text.code", code=code)] if code else []
    return [*named, lines.answer(facts, code, say), say("sos_text.what_this_is")]


def merged(facts: "Facts", new: "Facts | None" = None) -> "dict[str, Any]":
    """Return the facts of a follow-up: the first alert's, and over them what is newer.

    Where the sender is and what the sender writes are said only if they are new: "safe" at a place of an hour ago is no place.
    """
    stale = {"position": None, "place": None, "battery": None, "message": "", "at": "", "hint": ""}
    return {**facts, **stale, **(new or {})}


def follow_up(facts: "Facts", code: str, kind: str, new: "Facts | None" = None, media: "Sequence[Facts]" = ()) -> str:
    """Return the text that follows an alert: update, locupdate, cancel, safe, or media, which brings files.

    It names the code and the time of the first alert, and can be understood where that one was never seen. `new` holds
    what is newer (position, place, message, battery) and `created`, the time of the follow-up.
    """
    held = merged(facts, new)
    return _both([_half_after(facts, held, code, kind, media, Say(language)) for language in ("id", "en")], held)


def _half_after(facts: "Facts", held: "dict[str, Any]", code: str, kind: str, media: "Sequence[Facts]", say: Say) -> "list[str]":
    place = lines.where(held, say, "where_unknown" if kind == "locupdate" else "where_first")
    clock = lines.when(held, say)
    text = [*lines.title(held, code, say, kind), *lines.follows(facts, code, say, kind), ""]
    # What is new comes first.
    text += [*place, *clock] if kind == "locupdate" else lines.media(held, media, say) if media else []
    text += [*lines.says(held, say), lines.who(held, say), lines.what(facts, say, "what_first")]
    if kind != "locupdate":
        text += [*(place if lines.spot(held) else []), *clock]
    text.append(lines.back(held, say))
    if held.get("battery"):
        text.append(lines.battery(held, say))
    return [*text, "", *_end(held, code, say)]


def subject(facts: "Facts", code: str, kind: str = "", new: "Facts | None" = None) -> str:
    """Return the subject of a mail, one line of at most 120 characters that is enough in a list of mails.

    Drill, code, what a follow-up is, category, injured, how many, country, who, and as much of the message as there is room for.
    """
    say = Say("id")
    held = merged(facts, new) if kind else facts
    head = f"SOS {code}".strip()
    if held.get("drill"):
        head = "[LATIHAN/EXERCISE] " + head
    if kind:
        head = f"{head} {say('sos_text.is_' + kind)}"
    words = []
    if held.get("kind") in lines.KINDS:
        words.append(say(f"sos_text.kind_{held['kind']}"))
    if held.get("injured") and kind not in ("cancel", "safe"):
        words.append(say("sos_text.injured_yes"))
    people = lines.number(held.get("people"))
    if people is not None and people > 1:
        words.append(say("sos_text.people_short", count=say.number(people)))
    person = held.get("who") or ""
    name = person.get("name") if isinstance(person, dict) else person
    words += [word for word in (line(say.pick(held, "country"))[:40] or line(held.get("country")), line(name)[:40]) if word]
    text = f"{head}: {', '.join(words)}" if words else head
    message = line(held.get("message")) or ("" if kind in ("cancel", "safe") else line(facts.get("message")))
    text = f"{text}: {message}" if message else text
    text = header(text)
    return text if len(text) <= SUBJECT_LIMIT else text[: SUBJECT_LIMIT - 2].rstrip() + ".."


def sms(facts: "Facts", code: str, kind: str = "", new: "Facts | None" = None) -> str:
    """Return one SMS of at most 160 characters that every network counts once: code, what, place, time, message.

    The fields follow those of Advanced Mobile Location (ETSI TS 103 625): position, radius, method, time.
    """
    say = Say("id")
    held = merged(facts, new) if kind else facts
    head = [say("sos_text.drill_mark")] if held.get("drill") else []
    head += ["SOS", code] if code else ["SOS"]
    head += [say("sos_text.sms_is_" + kind)] if kind else _sms_what(held, say)
    if not kind or lines.spot(held):
        head += _sms_where(held, say)
    if facts.get("country"):
        head.append(line(facts["country"])[:3])
    head.append(_sms_time(held))
    if kind:
        head.append(say("sos_text.sms_of", time=_sms_time(facts)))
    start = gsm7.ascii_line(" ".join(head))
    message = _readable(clean(str(held.get("message") or ""))) or ("" if kind else say("sos_text.sms_help"))
    room = gsm7.SEGMENT - len(start) - 2
    return f"{start}. {gsm7.cut(message, room)}" if room > 8 and message else gsm7.cut(start, gsm7.SEGMENT)


def _sms_what(facts: "Facts", say: Say) -> "list[str]":
    kind, people = "sos_text.sms_" + str(facts.get("kind")), lines.number(facts.get("people"))
    words = [say(kind)] if facts.get("kind") in lines.KINDS and say.has(kind) else []
    words += [say("sos_text.sms_injured")] if facts.get("injured") else []
    return words + ([say("sos_text.sms_people", count=f"{people:.0f}"[:6])] if people is not None and people > 1 else [])


def _sms_where(facts: "Facts", say: Say) -> "list[str]":
    found = lines.spot(facts)
    if not found:
        return [gsm7.cut(gsm7.ascii_line(line(facts.get("at"))), 40) or say("sos_text.sms_nowhere")]
    position = facts["position"]
    metres, old = lines.accuracy(facts), lines.number(position.get("age_s"))
    words = [say("sos_text.sms_about")] if lines.is_rough(facts) else []
    words.append(lines.coordinates(*found))
    if metres is not None:
        words.append(f"+-{min(metres, 9_999_999):.0f}m")
    if old is not None and old >= 3600:
        words.append(say("sos_text.sms_age", hours=int(old // 3600)))
    return words


def _sms_time(facts: "Facts") -> str:
    return time.strftime("%d/%m %H:%MUTC", time.gmtime(lines.seconds_of(facts)))


def _readable(message: str) -> str:
    """Return a message in the letters of an SMS; nothing where most of it would be question marks."""
    text = gsm7.ascii_line(line(message))
    letters = sum(char.isalpha() for char in message)
    return text if sum(char.isalpha() for char in text) * 2 > letters or (not letters and text.strip("? ")) else ""
