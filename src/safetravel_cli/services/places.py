"""Places near by, or of a country: one service for worship, sights, hospitals, airports and eat."""

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.geo import nearest, position, whereami
from safetravel_cli.geo.distance import geodesic
from safetravel_cli.services.embassy import described
from safetravel_cli.services.sources import Sources
from safetravel_cli.store import duplicates
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, Protocol

    from safetravel_cli.env import Env
    from safetravel_cli.store.packs import Packs
    from safetravel_cli.store.snapshot import Snapshot

    Row = dict[str, Any]

    class Listing(Protocol):
        """Where places come from; rows have the columns of their table, position, topic, pack, chord_m where near."""

        missing: list[str]
        unreadable: list[str]

        def near(self, latitude: float, longitude: float) -> Iterator[Row]: ...
        def in_country(self, code: str) -> Iterator[Row]: ...
        def count(self, code: str) -> int: ...
        def fetched(self, code: str) -> tuple[int, str]: ...


# Command -> what of its places `sync --places --kind` fetches.
FETCHED_BY = {"worship": "worship", "eat": "halal", "hospitals": "hospital", "sights": "sights"}
NEAR, LISTED = 10, 30
# Where no limit is given, what is farther than this is told only if there is nothing else, and then but a few: a day's way.
REACH_M, FEW, DAY_M = 200_000.0, 3, 1_000_000.0
# What is farther is no answer to "near".
FAR_M = 50_000.0
# A twin of the last place shown may lie a little beyond it.
TWIN_M = 2 * duplicates.WITHIN_M
TEXTS = (
    "name", "name_local", "name_en", "kind", "precision", "country_code", "city", "address", "website", "opening_hours", "pack",
)  # fmt: skip


class Chosen:
    """The places of one topic and of some categories (all where none is named) in the packs."""

    __slots__ = ("categories", "missing", "packs", "topic", "unreadable")

    def __init__(self, packs: "Packs", topic: str, categories: "tuple[str, ...]" = ()) -> None:
        self.packs = packs
        self.missing = packs.missing
        self.unreadable = packs.unreadable
        self.topic = topic
        self.categories = categories

    def near(self, latitude: float, longitude: float) -> "Iterator[Row]":
        """Yield them nearest first."""
        return self.packs.near(self.topic, self.categories, latitude, longitude)

    def in_country(self, code: str) -> "Iterator[Row]":
        """Yield those of a country, by city."""
        return self.packs.in_country(self.topic, self.categories, code)

    def count(self, code: str) -> int:
        """Return how many a country has in the bundled packs."""
        return self.packs.count(self.topic, self.categories, code)

    def fetched(self, code: str) -> "tuple[int, str]":
        """Return how many of a country the person has fetched, and when last."""
        return self.packs.fetched(self.topic, self.categories, code)


def answer(
    command: str,
    arguments: "dict[str, object]",
    env: "Env",
    listing: "Callable[[Snapshot], Listing]",
    what: str,
    more: "Callable[[Row], Row]",
) -> Answer:
    """Answer `COMMAND [PLACE] [--near] [--limit N] [--radius KM] [--map]`; without PLACE from where the traveller is.

    `what` is the key of what is listed (i18n/places.py), `more` gives of a row what only this kind of place has.
    Data: docs/reference/schema/worship.json and its sisters. From a position the places are those nearest, each with
    distance and bearing on WGS84; of a country as a whole they come by city.

    Raises:
        UsageError: the place is no position, or a number is not above zero.
        NotFound, Ambiguous: the place cannot be understood.
    """
    limit, radius = (_positive(arguments, name) for name in ("limit", "radius"))
    snapshot = open_snapshot(env)
    words = arguments.get("place") or []
    assert isinstance(words, list)
    spot = whereami.where(env, " ".join(map(str, words)), snapshot, whereami.LOOK_UP_S)
    sources = Sources(snapshot, env.language)
    place, code = spot["place"], str(spot["country_code"] or "")
    here = (place.latitude, place.longitude) if place and place.latitude is not None else None
    held = listing(snapshot)
    if here:
        rows = _near(held.near(*here), here, limit or NEAR, radius)
        if not limit and not radius:
            near = [row for row in rows if row["distance_m"] <= REACH_M]
            rows = near or [row for row in rows[:FEW] if row["distance_m"] <= DAY_M]
    else:
        rows = _listed(held.in_country(code), limit or LISTED) if code else []
    known: dict[str, Row | None] = {}
    items = [{**_fact(row, code, sources), **_distance(row, here), **more(row)} for row in rows]
    for item in items:
        known.setdefault(item["country_code"], _names(snapshot, item["country_code"]))
        item["country_names"] = known[item["country_code"]]
    drawn = {"map": _map(snapshot, env, here, items, sources)} if arguments.get("map") else {}
    return Answer(
        {
            **described(snapshot, spot, sources),
            "topic": command,
            "what": what,
            "order": "distance" if here else "city" if code else "",
            "radius_km": radius,
            "far": bool(here) and all(map(is_far, items)),
            "items": items,
            "coverage": _coverage(held, code) if code else None,
            "more": _more(command, spot),
            "missing_packs": held.missing,
            "unreadable_packs": held.unreadable,
            **drawn,
        }
    )


def _coverage(held: "Listing", code: str) -> "Row":
    count, date = held.fetched(code)
    return {"country": code, "count": held.count(code), "fetched": count, "fetched_on": date}


def _more(command: str, spot: "Row") -> "Row | None":
    """Return what `sync --places` would fetch here: place as it is typed there, and kind; None where it has no such places."""
    place, kind = spot["place"], FETCHED_BY.get(command)
    if not place or not kind:
        return None
    text = spot["hint"] if spot["position"]["method"] in ("given", "saved_place") and not place.read_as else ""
    if not text:
        text = (
            place.name_en
            if place.latitude is None or place.kind != "position"
            else position.write(place.latitude, place.longitude)
        )
    return {"place": text, "kind": kind}


def _map(
    snapshot: "Snapshot", env: "Env", here: "tuple[float, float] | None", items: "list[Row]", sources: Sources
) -> "Row | None":
    """Return what services.maps draws, with the number of the place that each mark stands for; None without a position."""
    if not here:
        return None
    from safetravel_cli.geo.chart import MARKS
    from safetravel_cli.services import maps

    shown = [(number, row) for number, row in enumerate(items, 1) if row["about_km"] is None]
    points = [(row["latitude"], row["longitude"]) for _, row in shown]
    marks = [{"mark": sign, "number": number} for sign, (number, _) in zip(MARKS, shown, strict=False)]
    return {**maps.draw(snapshot, env, here, points, sources), "marks": marks}


def _positive(arguments: "dict[str, object]", name: str) -> "int | None":
    value = arguments.get(name)
    if value is None:
        return None
    if int(str(value)) < 1:
        raise errors.UsageError("places.bad_number", option="--" + name)
    return int(str(value))


def _near(rows: "Iterable[Row]", here: "tuple[float, float]", limit: int, radius_km: "int | None") -> "list[Row]":
    """Return the nearest that are not told twice, with distance and bearing."""
    folder = duplicates.Folder()
    farthest = None if radius_km is None else radius_km * 1000.0
    for row in rows:
        if farthest is not None and row["chord_m"] > farthest:
            break
        if len(folder.kept) >= limit and row["chord_m"] > nearest.reach(folder.kept[limit - 1]["chord_m"]) + TWIN_M:
            break
        folder.take(row)
    for row in folder.kept:
        row["distance_m"], row["bearing_deg"] = geodesic(*here, row["latitude"], row["longitude"])
    kept = sorted(folder.kept, key=lambda row: row["distance_m"])[:limit]
    return [row for row in kept if farthest is None or row["distance_m"] <= farthest]


def _listed(rows: "Iterable[Row]", limit: int) -> "list[Row]":
    folder = duplicates.Folder()
    for row in rows:
        folder.take(row)
        if len(folder.kept) >= limit:
            break
    return folder.kept


def is_far(item: "Row") -> bool:
    """Tell whether a place of an answer is too far to be near by."""
    metres = item["distance_m"] if item["about_km"] is None else item["about_km"] * 1000
    return bool(metres > FAR_M)


def _fact(row: "Row", code: str, sources: Sources) -> "Row":
    """Return what every place has: texts (blank where unknown), position, whether it has a name, source and age."""
    return {
        "id": row.get("place_id") or "",
        **{name: str(row.get(name) or "") for name in TEXTS},
        "named": not duplicates.is_generic(row),
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "phone": row.get("phone_e164") or "",
        "across_border": bool(code) and row["country_code"] != code,
        "folded": row.get("folded", 0),
        "confidence": row.get("confidence") or "one_source",
        "source": sources(row["source"]),
        "as_of": row["as_of"] or "",
    }


def _distance(row: "Row", here: "tuple[float, float] | None") -> "Row":
    """Return distance and bearing; of a place known only to its city neither, but about how many km its centre is away."""
    if not here:
        return {"distance_m": None, "bearing_deg": None, "about_km": None}
    if row["precision"] == "city":
        return {"distance_m": None, "bearing_deg": round(row["bearing_deg"], 1), "about_km": round(row["distance_m"] / 1000)}
    return {"distance_m": round(row["distance_m"], 1), "bearing_deg": round(row["bearing_deg"], 1), "about_km": None}


def _names(snapshot: "Snapshot", code: str) -> "Row | None":
    row = snapshot.row("SELECT name_en, name_id FROM country WHERE country_code = ?", code)
    return {"en": row["name_en"], "id": row["name_id"]} if row else None
