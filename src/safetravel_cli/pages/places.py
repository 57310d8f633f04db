"""Places near by, or of a country: one page for all commands that list them."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Text
from safetravel_cli.geo import position
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages import distances, fixline, namesakes
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from safetravel_cli.i18n import Say

    Row = dict[str, Any]
    # What only this kind of place has, as lines of its own.
    More = Callable[[Row, Say], list[str]]

# As services.places has it: what is farther is no answer to "near".
FAR_M = 50_000
# The middle of another city, not of the one you are in.
OTHER_CITY_KM = 20


def page(data: "Row", say: "Say", more: "More", first: "list[object] | None" = None) -> "list[object]":
    """Return title, how the place was found, `first`, the places, coverage and sources."""
    items = data["items"]
    return [
        Heading(1, _title(data, say)),
        *_found_by(data, say),
        *(first or []),
        *_before(data, say),
        *(_by_city(data, say, more) if data["order"] == "city" else _rows(items, 1, data, say, more)),
        *_chart(data, say),
        *_after(data, say),
        *source(items, say),
    ]


def _chart(data: "Row", say: "Say") -> "list[object]":
    """Return the map with its legend, or why there is none; nothing where none was asked for."""
    if "map" not in data:
        return []
    if not data["map"]:
        return [Text(say("places.map_no_place", command=data["topic"]))]
    from safetravel_cli.pages import charts

    rows = [(mark["mark"], data["items"][mark["number"] - 1]) for mark in data["map"]["marks"]]
    return charts.blocks(data["map"], [(sign, f"{name(row, say)}: {_distance(row, say)[0]}") for sign, row in rows], say)


def name(row: "Row", say: "Say") -> str:
    """Return what a place is called: by its kind where it has no name."""
    kind = kind_of(row, say)
    own = row["name"] or row["name_en"] or row["name_local"]
    if not own:
        text = say("places.no_name", kind=kind)
        return text[:1].upper() + text[1:]
    if not row["named"]:
        return say("places.no_own_name", name=own, kind=kind)
    others = [one for one in (row["name_en"], row["name_local"]) if one and one != own]
    return say("places.also_named", name=own, other=others[0]) if others else str(own)


def kind_of(row: "Row", say: "Say") -> str:
    """Return the word for the kind of a place, with its religion where that tells it from others."""
    key = f"places.kind_{row['kind']}_{row.get('religion')}"
    return say(key if say.has(key) else f"places.kind_{row['kind']}")


def _title(data: "Row", say: "Say") -> str:
    what = say("places.what_" + data["what"])
    place = data["place"]
    if not place:
        return say("places.anywhere", what=what)
    label = say.pick(place, "name")
    if place["kind"] == "country":
        return say("places.in_country", what=what, place=label)
    if data["names"]:
        label = say("places.place_in", place=label, country=data["names"][say.language])
    return say("places.near", what=what, place=label)


def _found_by(data: "Row", say: "Say") -> "list[object]":
    """Tell how the place was found, and how exactly."""
    method, hint, command = data["position"]["method"], data["hint"], data["topic"]
    blocks: list[object] = []
    if data["missing_packs"]:
        blocks.append(Callout("caution", say("places.missing", names=say.join(data["missing_packs"]))))
    if data["unreadable_packs"]:
        blocks.append(Callout("caution", say("places.unreadable", names=say.join(data["unreadable_packs"]))))
    if data["read_as"]:
        blocks.append(Text(say("embassy.read_as", name=say.pick(data["place"], "name"))))
    if data["others"]:
        blocks += namesakes.blocks(data["place"], data["others"], say)
    if method == "saved_place":
        age = fixline.age(data["position"]["age_s"], say)
        blocks.append(Text(say("places.by_saved_place", hint=hint, age=age, command=command)))
    elif method == "time_zone":
        blocks.append(Text(say("places.by_time_zone", hint=hint, command=command)))
    elif method == "unknown":
        blocks += [Callout("caution", say("places.unknown", command=command)), Text(say("places.save"))]
        if data["candidates"]:
            names = say.join([one["names"][say.language] for one in data["candidates"]])
            blocks.append(Text(say("places.candidates", hint=hint, names=names)))
    elif method != "given":
        blocks.append(Text(fixline.sentence(data["position"], say)))
    if data["order"] == "distance" and data["place"]["precision"] != "exact":
        rough = data["place"]["precision"] == "city"
        blocks.append(
            Text(say("places.from_middle", place=say.pick(data["place"], "name")) if rough else say("places.from_about"))
        )
    return blocks


def _before(data: "Row", say: "Say") -> "list[object]":
    """Tell what of the list must be known before it is read: that it is far, or empty, or by city."""
    items, radius = data["items"], data["radius_km"]
    blocks: list[object] = []
    if data["order"] == "city":
        key = "places.by_city_name" if data["topic"] == "airports" else "places.by_city"
        blocks += [Text(say("places.no_radius"))] if radius else []
        return [*blocks, Text(say(key, command=data["topic"]))] if items else blocks
    if data["order"] != "distance":
        return blocks
    if not items:
        key = "places.none_within" if radius else "places.none"
        return [Text(say(key, distance=distances.length((radius or 0) * 1000, say)))]
    if not radius and data["far"]:
        blocks.append(Text(say("places.far", distance=distances.length(FAR_M, say))))
    return blocks


def _by_city(data: "Row", say: "Say", more: "More") -> "list[object]":
    blocks: list[object] = []
    cities: dict[str, list[Row]] = {}
    for row in data["items"]:
        cities.setdefault(row["city"], []).append(row)
    number = 1
    for city, rows in cities.items():
        blocks += [Heading(2, city or say("places.no_city")), *_rows(rows, number, data, say, more)]
        number += len(rows)
    return blocks


def _rows(rows: "list[Row]", first: int, data: "Row", say: "Say", more: "More") -> "list[object]":
    if not rows:
        return []
    pairs = []
    for number, row in enumerate(rows, first):
        lines = [*_distance(row, say), *more(row, say), *_address(row, data, say), *_reach(row, say), *_source(row, data, say)]
        pairs.append((say("places.number", number=number, name=name(row, say)), lines))
    return [Pairs(pairs)]


def _source(row: "Row", data: "Row", say: "Say") -> "list[str]":
    """Return what one line of sources under all places would not say of this one."""
    if row["confidence"] == "unverified":
        return [say("places.unverified")]
    if len({one["source"] for one in data["items"]}) > 1:
        key = "places.from_dated" if row["as_of"] else "places.from"
        return [say(key, source=row["source"], date=say.date(row["as_of"]))]
    if len({one["as_of"][:4] for one in data["items"]}) > 1 and row["as_of"]:
        return [say("common.as_of", date=say.date(row["as_of"]))]
    return []


def _distance(row: "Row", say: "Say") -> "list[str]":
    lines = []
    if row["precision"] == "city":
        lines.append(_in_city(row, say))
    elif row["distance_m"] is not None:
        lines.append(distances.straight(row, say, row["precision"] != "exact"))
    if row["across_border"] and row["country_names"]:
        lines.append(say("places.across", country=row["country_names"][say.language]))
    return lines


def _address(row: "Row", data: "Row", say: "Say") -> "list[str]":
    lines = [say("places.address", address=row["address"])] if row["address"] else []
    known = (row["address"], data["place"]["name_en"], data["place"]["name_id"])
    if (
        data["order"] == "distance"
        and row["precision"] != "city"
        and row["city"]
        and not any(row["city"] in one for one in known)
    ):
        lines.append(say("places.city", city=row["city"]))
    return lines


def _in_city(row: "Row", say: "Say") -> str:
    place = say("places.in_city", city=row["city"]) if row["city"] else say("places.in_some_city")
    if row["about_km"] is None or row["about_km"] < OTHER_CITY_KM:
        return place
    way = distances.straight({**row, "distance_m": row["about_km"] * 1000.0}, say, True)
    return say("places.in_city_far", place=place, way=way)


def _reach(row: "Row", say: "Say") -> "list[str]":
    """Return how to call and find a place."""
    lines = [say("places.phone", number=phone(row["phone"]))] if row["phone"] else []
    if row["opening_hours"]:
        lines.append(say("places.hours", hours=row["opening_hours"]))
    if row["website"]:
        lines.append(say("places.website", website=row["website"]))
    if row["precision"] != "city":
        lines.append(say("places.position", position=position.write(row["latitude"], row["longitude"])))
    return lines


def _after(data: "Row", say: "Say") -> "list[object]":
    """Tell how much is listed, that there is more, and what this kind of list lacks."""
    blocks: list[object] = []
    held, items = data["coverage"], data["items"]
    if held:
        key = "places.coverage" if held["count"] else "places.coverage_none"
        country = data["names"][say.language]
        blocks.append(Text(say(key, what=say("places.what_" + data["what"]), country=country, count=say.number(held["count"]))))
        if held["fetched"]:
            blocks.append(Text(say("places.fetched", count=say.number(held["fetched"]), date=say.date(held["fetched_on"]))))
        if data["order"] == "city" and held["count"] > len(items) > 0:
            blocks.append(Text(say("places.shown", shown=say.number(len(items)), more=3 * len(items))))
    if data["more"]:
        place = data["more"]["place"]
        quoted = f'"{place}"' if any(not (letter.isalnum() or letter in "-.,+") for letter in place) else place
        blocks.append(Text(say("places.more", place=quoted, kind=data["more"]["kind"])))
    note = "places.note_" + ("halal" if data["what"] == "eat" else data["what"])
    if say.has(note):
        blocks.append(Text(say(note)))
    return blocks
