"""What became of an alert, recipient by recipient. No word here says more than is proved."""

from safetravel_cli.domain.blocks import Callout, Pairs
from safetravel_cli.i18n.forms import phone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from safetravel_cli.i18n import Say

# Channels in which no server speaks to this program.
PROGRAMS = ("sendmail", "termux_sms", "exec")
GOOD = ("accepted", "acknowledged")


def moment(text: str, say: "Say") -> str:
    """Write a time of ISO 8601 in UTC as `2026-11-25 03:00:00 UTC`."""
    return say("sos.utc", time=text.replace("T", " ").removesuffix("Z"))


def who(row: "dict[str, Any]") -> str:
    """Name a recipient with the address, so that a wrong one is seen."""
    name, address = str(row["name"] or ""), phone(str(row["rcpt"]))
    return f"{name}, {address}" if name and name != address else address


def state(row: "dict[str, Any]", say: "Say") -> str:
    """Return what is known of one delivery: state, times, the server's own words."""
    held = row["state"]
    waits = held == "queued" and (row["attempts"] or row["last_code"])
    key = "waiting" if waits else held
    if held == "queued" and row["next_in_s"] is None:
        key = "behind"
    parts = [say("sos.now_" + key, next=_span(row["next_in_s"] or 0, say)) if key == "waiting" else say("sos.now_" + key)]
    if held in GOOD and row["accepted_at"]:
        parts.append(moment(row["accepted_at"], say))
    elif row["last_try"] and held != "sending":
        parts.append(say("sos.tried", time=moment(row["last_try"], say)))
    if row["note"] and say.has("send.note_" + row["note"]):
        parts.append(say("send.note_" + row["note"]))
    if held not in GOOD:
        parts += reasons(row, say)
        if row["uncertain"]:
            parts.append(say("sos.uncertain"))
    return "; ".join(parts)


def _short(row: "dict[str, Any]", say: "Say") -> str:
    """Return the state alone, and why where it is none to be glad of: the whole stands in the table at the end."""
    waits = row["state"] == "queued"
    words = say("sos.now_waiting", next=_span(row["next_in_s"] or 0, say)) if waits else say("sos.now_" + row["state"])
    return "; ".join([words, *([] if row["state"] in GOOD else reasons(row, say))])


def reasons(row: "dict[str, Any]", say: "Say") -> "list[str]":
    """Return why a try did not succeed: our own word for it, and those of the server."""
    code, words = str(row["last_code"]), str(row["last_text"])
    found = [say("send." + code).replace("|", " ")] if code and say.has("send." + code) else []
    said = " ".join(filter(None, (code if code.isdigit() else "", words)))
    key = "sos.words_program" if row.get("channel") in PROGRAMS else "sos.words"
    return found + ([say(key, words=said)] if said else [])


def _span(seconds: float, say: "Say") -> str:
    if seconds < 90:
        return say("sos.seconds", count=say.number(round(seconds)))
    return say("sos.minutes", count=say.number(round(seconds / 60)))


def table(rows: "Sequence[dict[str, Any]]", say: "Say") -> "list[object]":
    """Return one row a recipient, with each part that is for them."""
    held: dict[str, list[str]] = {}
    for row in rows:
        held.setdefault(who(row), []).append(f"{say('sos.kind_' + row['kind'])}: {state(row, say)}")
    return [Pairs([(name, lines[0] if len(lines) == 1 else lines) for name, lines in held.items()])] if held else []


def changes(rows: "Sequence[dict[str, Any]]", say: "Say") -> "list[str]":
    """Return a sentence for each delivery that has moved; what was only stored says nothing new."""
    return [
        say("sos.row_of", name=row["name"] or row["rcpt"], kind=say("sos.kind_" + row["kind"]), state=_short(row, say))
        for row in rows
        if row["state"] != "queued" or row["attempts"] or row["last_code"]
    ]


def end(rows: "Sequence[dict[str, Any]]", kinds: "tuple[str, ...]", alone: bool, say: "Say") -> "list[object]":
    """Return the sentence that sums up; `alone`: nothing goes on when this program has ended."""
    told = [row for row in rows if row["kind"] in kinds]
    states = {row["state"] for row in told}
    names = list(dict.fromkeys(str(row["name"] or row["rcpt"]) for row in told if row["state"] in GOOD))
    rest = any(row["next_in_s"] is not None for row in rows)
    here = "_here" if alone else ""
    if names:
        more = " " + say("sos.end_rest" + here) if rest else ""
        return [Callout("good", say("sos.end_accepted", names=say.join(names)) + more)]
    if "queued" in states or "sending" in states:
        return [Callout("caution", say("sos.end_waiting" + here))]
    return [Callout("caution", say("sos.end_needs_you" if "needs_you" in states else "sos.end_refused"))] if told else []
