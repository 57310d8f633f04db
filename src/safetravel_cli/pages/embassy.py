"""Missions for a place."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Link, Pairs, Text
from safetravel_cli.i18n.forms import DAYS, phone
from safetravel_cli.pages import distances, phones
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

DIVISIONS = 12


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the mission in charge, the nearest of the country, those across a border, the ministry."""
    if data.get("sender") and "central" not in data:
        from safetravel_cli.pages import foreign

        return foreign.page(data, say)
    title = say("embassy.title", place=place(data, say)) if data["place"] else say("embassy.title_unknown")
    return [
        Heading(1, title),
        *found_by(data, say),
        *_in_charge(data, say),
        *_near(data, say),
        *_hours(data, say),
        *_others(data, say),
        *chart(data, say),
        *_last(data, say),
    ]


def place(data: "dict[str, Any]", say: "Say") -> str:
    """Return the name of the place, with its country where it is not the country itself."""
    name = say.pick(data["place"], "name")
    if data["place"]["kind"] == "country":
        return name
    if not data["country"]:
        return say("embassy.high_sea", place=name)
    return say("embassy.in_country", place=name, country=data["names"][say.language])


def found_by(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Tell how the place was found, and what is special about it."""
    method, hint = data["position"]["method"], data["hint"]
    country = data["names"] and data["names"][say.language]
    blocks: list[object] = []
    if data["read_as"]:
        blocks.append(Text(say("embassy.read_as", name=say.pick(data["place"], "name"))))
    if data["others"]:
        from safetravel_cli.pages import namesakes

        blocks += namesakes.blocks(data["place"], data["others"], say)
    if method == "saved_place":
        days = data["position"]["age_s"] // 86400
        key = "embassy.saved_today" if not days else "embassy.saved_day" if days == 1 else "embassy.saved_days"
        blocks.append(Text(say("embassy.by_saved_place", hint=hint, age=say(key, days=say.number(days)))))
    elif method == "time_zone":
        blocks.append(Text(say("embassy.by_time_zone", hint=hint)))
    elif method != "given" and method != "unknown":
        from safetravel_cli.pages import fixline

        blocks.append(Text(fixline.sentence(data["position"], say)))
    elif method == "unknown":
        blocks += [Callout("caution", say("embassy.unknown")), Text(say("embassy.unknown_save"))]
        if data["candidates"]:
            names = say.join([one["names"][say.language] for one in data["candidates"]])
            blocks.append(Text(say("embassy.candidates", hint=hint, names=names)))
    if data["sea_km"]:
        blocks.append(Text(say("embassy.off_coast", distance=distances.length(data["sea_km"] * 1000, say), country=country)))
    if data["control"]:
        key = "embassy.controlled" if data.get("in_charge_by_control") else "embassy.controlled_party"
        blocks.append(Callout("caution", say(key, country=country, control=data["control_names"][say.language])))
    blocks += [Text(area(one, say)) for one in data["areas"]]
    return [*blocks, *source(data["areas"], say)]


def area(row: "dict[str, Any]", say: "Say") -> str:
    """Tell what is special about an area of disputed or special status."""
    key = "embassy.area_box" if row["precision"] == "box" else "embassy.area"
    mark = f" ({say('common.unverified')})" if row["confidence"] == "unverified" else ""
    return say(key, name=say.pick(row, "name"), police=say.pick(row, "police") + mark)


def _rough(data: "dict[str, Any]") -> bool:
    return bool(data["place"]) and data["place"]["precision"] != "exact"


def _in_charge(data: "dict[str, Any]", say: "Say") -> "list[object]":
    if data["country"] == "ID":
        return [Text(say("embassy.in_indonesia"))]
    charge = data["in_charge"]
    if not charge:
        return [Text(say("embassy.no_mission"))] if data["place"] else []
    blocks: list[object] = [Heading(2, say("embassy.embassy_open" if charge["basis"] == "embassy" else "embassy.in_charge"))]
    if charge["basis"] == "embassy":
        blocks.append(Text(say("embassy.open", country=data["names"][say.language], count=len(data["missions"]))))
    blocks += mission(charge, say, _rough(data))
    notes = [_basis(charge, data, say), say.pick(charge, "note")]
    if data["nearest"] and data["nearest"][0]["mission_id"] == charge["mission_id"]:
        notes.append(say("embassy.also_nearest"))
    blocks += [Text(note) for note in dict.fromkeys(notes) if note]
    blocks += source([charge], say)
    other = data["in_charge_by_control"]
    if other:
        heading = say("embassy.in_charge_by_control", control=data["control_names"][say.language])
        blocks += [Heading(2, heading), *mission(other, say, _rough(data)), *source([other], say)]
    return blocks


def _basis(charge: "dict[str, Any]", data: "dict[str, Any]", say: "Say") -> str:
    """Tell why this mission is in charge, where that is not plain."""
    basis = charge["basis"]
    if basis == "division" and charge["division"]:
        inferred = "_rest" if charge["kind"] == "embassy" else "_inferred"
        return say("embassy.basis_division" + ("" if charge["certainty"] == "named" else inferred), division=charge["division"])
    if basis in ("accredited", "also_covers") and charge["country_code"] != data["country"]:
        return say("embassy.basis_" + basis, country=data["names"][say.language], city=charge["city"])
    if basis == "territory":
        return say("embassy.basis_territory", reason=say.pick(charge, "reason"))
    return ""


def mission(row: "dict[str, Any]", say: "Say", rough: bool = False) -> "list[object]":
    """Return the name, numbers, distance and address of a mission."""
    pairs: list[tuple[str, object]] = [(say("embassy.name"), row["short_name"]), *phones.mission(row, say)]
    if row.get("opening"):
        pairs.append((say("embassy.opening"), opening(row["opening"], say("embassy.indonesia"), bool(row["hotlines"]), say)))
    if "distance_m" in row:
        pairs.append((say("embassy.distance"), distances.way(row, say, rough)))
    if row.get("divisions"):
        pairs.append((say("embassy.covers"), _divisions(row["divisions"], say)))
    pairs += [(say("embassy." + key), row[key]) for key in ("address", "email") if row[key]]
    pairs += ways(row, say)
    blocks: list[object] = [Pairs(pairs)]
    if not row["hotlines"]:
        blocks.append(Text(say("embassy.hotline_none")))
    return blocks


def opening(held: "dict[str, Any]", home: str, hotline: bool, say: "Say") -> str:
    """Say whether an office of `home` is likely open, why not, and what the clock there shows; never as a fact."""
    holiday = held["holiday"]
    reason = held["reason"] and say(
        "embassy.reason_" + held["reason"], name=say.pick(holiday, "name") if holiday else "", country=home
    )
    if holiday and holiday["estimated"]:
        reason += say("embassy.by_moon")
    there = say("embassy.clock", day=DAYS[say.language][held["weekday"]], time=held["local_time"][11:])
    words = say("embassy.likely_" + held["likelihood"], reason=reason, clock=there)
    if held["likelihood"] != "open":
        words += say("embassy.hotline_instead" if hotline else "embassy.call_first")
    elif not held["holidays_known"]:
        words += say("embassy.holidays_unknown")
    note = say.pick(held, "weekend_note")
    return f"{words}. {note}" if note else words


def ways(row: "dict[str, Any]", say: "Say") -> "list[tuple[str, object]]":
    """Return the links of a mission: website, route, map, position for a map app; of a city the map alone."""
    site = [(say("embassy.website"), Link(row["website"], row["website"]))] if row["website"] else []
    links = row.get("links") or {}
    kinds = [(kind, links[kind]) for kind in ("route", "map", "geo") if links.get(kind)]
    if row.get("approximate"):
        kinds = [("map_city", url) for _, url in kinds]
    return [*site, *[(say("embassy." + kind), Link(say(f"embassy.{kind}_text"), url)) for kind, url in kinds]]


def _hours(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return once what the likelihoods rest on."""
    held = [row["opening"] for row in (data["in_charge"], *data["nearest"]) if row and row.get("opening")]
    if not held or data["country"] == "ID":
        return []
    return [Text(say("embassy.hours_assumed", hours=held[0]["assumed_hours"])), *source(held[:1], say)]


def chart(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the map with its legend, or why there is none; nothing where none was asked for."""
    if "map" not in data:
        return []
    held = data["map"]
    if not held:
        return [Text(say("embassy.map_no_place"))]
    from safetravel_cli.pages import charts

    known = [data["in_charge"], data.get("in_charge_by_control"), *data["nearest"], *data.get("foreign", [])]
    rows = {row["mission_id"]: row for row in known if row}
    legend = []
    for mark in held["marks"]:
        row = rows[mark["mission_id"]]
        name = row.get("short_name") or kind_in(row, say)
        legend.append((mark["mark"], f"{name}: {distances.way(row, say, _rough(data))}"))
    return charts.blocks(held, legend, say)


def kind_in(row: "dict[str, Any]", say: "Say") -> str:
    """Return the kind of a mission, with its city where that is known."""
    kind = say("embassy.kind_" + row["kind"])
    return say("embassy.kind_in", kind=kind, city=row["city"]) if row["city"] else kind


def _divisions(names: "list[str]", say: "Say") -> str:
    if len(names) <= DIVISIONS:
        return ", ".join(names)
    return say("embassy.more_divisions", names=", ".join(names[:DIVISIONS]), count=len(names) - DIVISIONS)


def _near(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the nearest mission of the country, then those across a border that are nearer than the one in charge."""
    if data["country"] == "ID":
        return []
    charge = data["in_charge"]
    shown = charge and charge["mission_id"]
    blocks: list[object] = []
    home = next((row for row in data["nearest"] if not row["across_border"]), None)
    if home and home["mission_id"] != shown:
        blocks += [Heading(2, say("embassy.nearest")), *mission(home, say, _rough(data)), *source([home], say)]
    limit = home or charge
    across = [
        row
        for row in data["nearest"]
        if row["across_border"] and row["mission_id"] != shown and (not limit or row["distance_m"] < limit["distance_m"])
    ][:2]
    if across:
        heading = "across" if home else "across_only" if data["country"] else "across_sea"
        blocks.append(Heading(2, say("embassy." + heading)))
        if data["country"]:
            blocks.append(Callout("caution", say("embassy.across_warning")))
        for row in across:
            blocks += mission(row, say, _rough(data))
        blocks += source(across, say)
    return [*blocks, Text(say("embassy.any_helps"))] if blocks else []


def _others(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the other missions of the country: whole where only the country is known, else a line each."""
    charge = data["in_charge"]
    home = next((row for row in data["nearest"] if not row["across_border"]), None)
    shown = {row["mission_id"] for row in (charge, home, data["in_charge_by_control"]) if row}
    rest = [row for row in data["missions"] if row["mission_id"] not in shown]
    if not rest:
        return []
    heading = "others_covering" if rest[0]["across_border"] else "others"
    blocks: list[object] = [Heading(2, say("embassy." + heading))]
    if data["nearest"]:
        items = [f"{row['short_name']}: {phones.number((row['hotlines'] or row['phones'])[0], say)}" for row in rest]
        return [*blocks, Items(items), *source(rest, say)]
    for row in rest:
        blocks += mission(row, say)
    return [*blocks, *source(rest, say)]


def _last(data: "dict[str, Any]", say: "Say") -> "list[object]":
    blocks: list[object] = []
    if data["asean_help"]:
        items = [_asean(row, say) for row in data["asean_help"]]
        blocks += [Heading(2, say("embassy.asean_title")), Text(say("embassy.asean")), Items(items)]
        blocks += source(data["asean_help"], say)
    blocks += [Heading(2, say("embassy.central")), *phones.central(data["central"], say), *source(data["central"], say)]
    if data["country"]:
        blocks.append(Text(say("embassy.local_numbers", country=data["country"])))
    return blocks


def _asean(row: "dict[str, Any]", say: "Say") -> str:
    parts = [row["names"][say.language], kind_in(row, say)]
    if row["phone_e164"]:
        parts.append(phone(row["phone_e164"]))
    parts += [row["website"]] if row["website"] else []
    return "; ".join(parts)
