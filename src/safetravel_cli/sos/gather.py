"""The facts of an alert as they were when it was stored: plain values, never changed afterwards."""

import time

from safetravel_cli.sos import message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

# 1 November 2026: this program did not exist before, so a clock that says so is wrong.
FIRST_MOMENT = 1_793_491_200.0
PLACE_LIMIT = 500
MOST_PEOPLE = 9999
# Keys of state.sqlite under `profile.`, and how the text calls them.
PROFILE = (
    "name", "passport_last4", "phone", "language", "nationality", "blood_type", "allergies", "medicines", "hotel", "kloter",
    "employer", "insurer", "next_of_kin", "next_of_kin_phone",
)  # fmt: skip


def facts(env: "Env", data: "dict[str, Any]", given: "dict[str, Any]") -> "dict[str, Any]":
    """Return the body of an alert (docs/explanation/sos.md).

    `data` is what sos.call found; `given` has message, created (seconds since 1970), photos, videos, audios (how many were
    announced), kind, people, injured, drill, channels (names of the channels that carry it) and hidden: whether to say
    nothing of the place but what the person wrote.
    """
    local = time.localtime(given["created"])
    return {
        "who": _who(env),
        "message": given["message"],
        "kind": given["kind"] or "",
        "people": given["people"],
        # Not said is not no.
        "injured": True if given["injured"] else None,
        "drill": bool(given["drill"]),
        **place(data, bool(given["hidden"])),
        "created": given["created"],
        "utc_offset_s": local.tm_gmtoff or 0,
        "time_zone": local.tm_zone or "",
        "clock_doubt": given["created"] < FIRST_MOMENT,
        "battery": _battery(),
        **{name: given[name] for name in ("photos", "videos", "audios")},
        "reply_to": _reply_to(env, given["channels"]),
        "language": env.language,
    }


def place(data: "dict[str, Any]", hidden: bool = False) -> "dict[str, Any]":
    """Return what an alert says of where the person is; `hidden` leaves only what was written with the command."""
    known = data
    if hidden and data["position"]["method"] != "given":
        from safetravel_cli.sos import call

        known = {**data, **call.nothing(data["at"])}
    return {
        "at": message.line(known["at"])[:PLACE_LIMIT],
        "position": known["position"],
        "place": known["place"],
        "country": known["country"],
        "country_en": known["call"]["name_en"],
        "country_id": known["call"]["name_id"],
        "place_time_zone": known["zone"]["name"],
        "place_utc_offset_s": known["zone"]["utc_offset_s"],
        "hint": message.line(known["hint"])[:PLACE_LIMIT],
    }


def people(given: "object") -> "int | None":
    """Return how many people need help, None where the number cannot be one."""
    return given if isinstance(given, int) and 1 <= given <= MOST_PEOPLE else None


def _who(env: "Env") -> "dict[str, str]":
    """Return what the person has written of themselves with `profile`; a damaged state says nothing."""
    try:
        from safetravel_cli.store import state

        held = state.read(env)
    except Exception:
        return {}
    return {name: message.line(held["profile." + name])[:200] for name in PROFILE if held.get("profile." + name)}


def _battery() -> "dict[str, object] | None":
    """Return the charge where a file tells it: no program is waited for before the alert is stored."""
    try:
        from safetravel_cli.sos import battery

        return battery.quick()
    except Exception:
        return None


def _reply_to(env: "Env", channels: "list[str]") -> "list[dict[str, str]]":
    """Return the ways on which an answer comes back to the person: channel and address of each."""
    try:
        from safetravel_cli.store import state

        held = state.read(env)
    except Exception:
        return []
    ways = []
    phone = message.line(held.get("profile.phone", ""))[:40]
    if phone:
        ways.append({"channel": "telephone", "address": phone})
    by_mail = "smtp" in channels or "sendmail" in channels
    mail = message.line(held.get("smtp.from") or held.get("smtp.user") or "")[:200] if by_mail else ""
    if "@" in mail:
        ways.append({"channel": "email", "address": mail})
    return ways
