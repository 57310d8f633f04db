"""Plugs, driving, water, dialling, languages, week."""

from safetravel_cli.domain.blocks import Pairs
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def blocks(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the practical facts as pairs."""
    things = data["practical"]
    rows: list[tuple[str, object]] = []
    power = things.get("electricity")
    if power and power["plug_types"]:
        rows.append((say("country.plugs"), say("country.plug_types", types=", ".join(power["plug_types"].split()))))
    if power and power["voltage"]:
        volts = f"{str(power['voltage']).replace(' ', '/')}\u00a0V"
        rows.append(
            (
                say("country.voltage"),
                volts + (f", {str(power['frequency_hz']).replace(' ', '/')}\u00a0Hz" if power["frequency_hz"] else ""),
            )
        )
    if power and say.pick(power, "note"):
        rows.append((say("common.info"), say.pick(power, "note")))
    if data["driving_side"]:
        rows.append((say("country.driving"), say("country.side_" + data["driving_side"])))
    tap = water(things.get("water"), say)
    if tap:
        rows.append((say("country.water"), tap))
    if data["calling_codes"]:
        rows.append((say("country.calling"), ", ".join("+" + code for code in data["calling_codes"][:3])))
    if data["languages"]:
        rows.append((say("country.languages"), ", ".join(say.pick(language, "name") for language in data["languages"][:5])))
    capital = data["capital"]["id" if say.language == "id" else "en"] or data["capital"]["en"]
    if capital:
        capital = say.join(capital.split("|"))
        note = say.pick(data["capital"], "note")
        rows.append((say("country.capital"), capital + (f" ({note})" if note else "")))
    share = (data["food"]["halal"] or {}).get("muslim_share_pct")
    if share not in (None, ""):
        rows.append((say("country.muslims"), say("country.percent", share=say.number(float(share)))))
    week = things.get("week")
    if week and week["weekend_days"]:
        text = say.join([say("country.day_" + day) for day in week["weekend_days"].split()])
        rows.append(
            (say("country.weekend"), text + (f" ({say.pick(week, 'weekend_note')})" if say.pick(week, "weekend_note") else ""))
        )
    return [Pairs(rows), *source([*things.values(), data], say)] if rows else []


def water(row: "dict[str, Any] | None", say: "Say") -> str:
    """Return what is known of tap water, blank for nothing."""
    if not row:
        return ""
    parts = [say("country.water_" + row["tap_water"])] if row["tap_water"] not in (None, "unknown") else []
    parts += [say.pick(row, "note")] if say.pick(row, "note") else []
    text = ". ".join(parts)
    return f"{text} [{say('common.unverified')}]" if text and row.get("confidence") == "unverified" else text
