"""Where you are, and how that is known."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text
from safetravel_cli.pages import distances, embassy, fixline
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# What was not asked for want of the thing itself needs no line.
QUIET = ("absent", "nothing")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the place, by what it is known, what is special there, and what became of each thing that was asked."""
    blocks: list[object] = [Heading(1, say("where.title"))]
    if data["place"]:
        blocks.append(Pairs(_pairs(data, say)))
    else:
        blocks.append(Callout("caution", say("where.unknown")))
    return [*blocks, *_special(data, say), *_asked(data, say), *_next(data, say)]


def _pairs(data: "dict[str, Any]", say: "Say") -> "list[tuple[Any, ...]]":
    position, place = data["position"], data["place"]
    rows: list[tuple[Any, ...]] = []
    if place["kind"] not in ("position", "country"):
        rows.append((say("where.place"), say.pick(place, "name")))
    country = f"{data['names'][say.language]} ({data['country']})" if data["country"] else say("where.high_sea")
    rows.append((say("where.country"), country))
    if position["lat"] is not None:
        rows.append((say("where.position"), fixline.spot(position)))
        # How exact a saved place is stands in its precision, which is no measurement.
        exact = fixline.accuracy(position["accuracy_m"], say) if fixline.measured(position) else _precision(place, say)
        rows.append((say("where.exact"), exact))
    rows.append((say("where.method"), say("where.method_" + position["method"], hint=data["hint"])))
    if position["method"] != "time_zone":
        rows.append((say("where.age"), fixline.age(position["age_s"], say)))
    if data["zone"]:
        rows.append((say("where.zone"), data["zone"]))
    if data["control"]:
        rows.append((say("where.control"), data["control_names"][say.language]))
    return rows


def _precision(place: "dict[str, Any]", say: "Say") -> str:
    return say("where.precision_" + ("exact" if place["precision"] == "exact" else "city"))


def _special(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return what a person there must know: a border nearby, who is in control, the sea."""
    blocks: list[object] = []
    country = data["names"] and data["names"][say.language]
    if data["sea_km"]:
        blocks.append(Text(say("embassy.off_coast", distance=distances.length(data["sea_km"] * 1000, say), country=country)))
    if data["control"]:
        key = "embassy.controlled_party"
        blocks.append(Callout("caution", say(key, country=country, control=data["control_names"][say.language])))
    blocks += [Text(embassy.area(area, say)) for area in data["areas"]]
    if data["near_border"]:
        names = say.join([one["names"][say.language] for one in data["near_border"]])
        blocks.append(Callout("caution", say("where.near_border", names=names)))
    if data["candidates"]:
        names = say.join([one["names"][say.language] for one in data["candidates"]])
        blocks.append(Text(say("embassy.candidates", hint=data["hint"], names=names)))
    return [*blocks, *source(data["areas"], say)]


def _asked(data: "dict[str, Any]", say: "Say") -> "list[object]":
    items = [outcome(row, say) for row in data["rungs"] if row["outcome"] not in QUIET]
    return [Heading(2, say("where.asked")), Items(items)] if items else []


def outcome(row: "dict[str, Any]", say: "Say") -> str:
    """Return what became of one rung, in one line."""
    name = say("where.method_" + row["rung"], hint=row["detail"])
    if row["outcome"] == "fix" and row["rung"] != "saved_place":
        what = say(
            "where.outcome_fix",
            position=fixline.spot(row),
            accuracy=fixline.accuracy(row["accuracy_m"], say),
            age=fixline.age(row["age_s"], say),
        )
    elif row["outcome"] == "fix":
        what = fixline.age(row["age_s"], say)
    else:
        what = say("where.outcome_" + row["outcome"], age=fixline.age(row["age_s"], say))
        # A zone and a saved text stand in the name already.
        if row["detail"] and row["rung"] not in ("saved_place", "time_zone"):
            what = say("where.outcome_detail", outcome=what, detail=row["detail"])
    return say("where.outcome", name=name, what=what)


def _next(data: "dict[str, Any]", say: "Say") -> "list[object]":
    blocks: list[object] = []
    if not fixline.measured(data["position"]):
        blocks.append(Text(say("where.none_waited" if data["asked"] else "where.none_here")))
        blocks.append(Text(say("where.save")))
    blocks.append(Text(say("where.sent")))
    return blocks
