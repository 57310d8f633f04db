"""Understand a PLACE: a position, a country, a well-known word (Mina, Arafah), a city, an airport code, a short plus code."""

from collections import namedtuple

from safetravel_cli import errors
from safetravel_cli.geo import position
from safetravel_cli.geo.borders import Borders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.geo.borders import Answer
    from safetravel_cli.store.snapshot import Snapshot

# kind is position, country, word, city or airport; precision is exact, approximate, city or country. Latitude and longitude
# are None for a country; country_code is None on the high sea. control and areas are those of geo.borders.Answer, and
# sea_km is how far a point lies off the territorial sea. read_as is the name understood where the text was misspelt.
# others are the other cities of that name, the most populous first: name_en, name_id, division, country_code, latitude,
# longitude, population.
Place = namedtuple(
    "Place",
    "kind name_en name_id country_code latitude longitude precision"
    " zone control areas sea_km accuracy_m geonames_id read_as others",
    defaults=("", [], 0.0, None, None, "", []),
)
# A position less certain than this many metres is only about right.
EXACT_M = 500


def resolve(snapshot: "Snapshot", text: str) -> Place:
    """Return the place that a text means: a position, else what `geo.named` makes of it.

    Raises:
        UsageError: it is written as a position but is none; a link or shortened plus code does not tell one.
        Ambiguous: several countries have that name.
        NotFound: nothing has that name.
    """
    # What a terminal could not decode reaches no query.
    text = text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
    spot = position.parse(text)
    if spot:
        return at(snapshot, spot.latitude, spot.longitude, spot.accuracy_m)
    from safetravel_cli.geo import named

    return (_short_code(snapshot, text) if "+" in text else None) or named.resolve(snapshot, text)


def _short_code(snapshot: "Snapshot", text: str) -> "Place | None":
    """Read `7MX2+F5 Tokyo`: the place of that code which is nearest to the town."""
    from safetravel_cli.geo import named, pluscode

    code, words = pluscode.split(text)
    if not code:
        return None
    try:
        town = named.of_address(snapshot, words)
    except (errors.NotFound, errors.Ambiguous):
        town = None
    if not town or town.latitude is None:
        raise errors.UsageError("errors.plus_code_town", text=code)
    spot = pluscode.recover(text, code, town.latitude, town.longitude)
    return at(snapshot, spot.latitude, spot.longitude, spot.accuracy_m)


def at(snapshot: "Snapshot", latitude: float, longitude: float, accuracy_m: "float | None" = None) -> Place:
    """Return the place of a position: its country, zone and control by the borders."""
    answer = Borders(snapshot.db).lookup(latitude, longitude)
    name = position.write(latitude, longitude)
    precision = "approximate" if (accuracy_m or 0) > EXACT_M else "exact"
    return Place(
        "position", name, name, answer.country_code, latitude, longitude, precision,
        answer.zone, answer.control, answer.areas, answer.distance_km, accuracy_m,
    )  # fmt: skip


def of_country(snapshot: "Snapshot", code: str, read_as: str = "") -> Place:
    """Return the place that is a whole country: no position."""
    row = snapshot.row("SELECT name_en, name_id FROM country WHERE country_code = ?", code) or {}
    return Place("country", row.get("name_en"), row.get("name_id"), code, None, None, "country", None, read_as=read_as)


def of_row(snapshot: "Snapshot", kind: str, row: "dict[str, object]", precision: str, name_en: object, name_id: object) -> Place:
    """Make a place of a row that has a position and the country under which its source files it.

    Where the status of the area is special the borders decide (a source files Laayoune under MA, Ariel under IL); elsewhere
    the source does, for a border town's point may lie on the other bank.
    """
    latitude, longitude = float(str(row["latitude"])), float(str(row["longitude"]))
    answer: Answer = Borders(snapshot.db).lookup(latitude, longitude)
    special = bool(answer.areas or answer.control)
    code = answer.country_code if special else row["country_code"]
    zone = row.get("zone") or answer.zone
    held = (answer.control, answer.areas) if special else ("", [])
    found = Place(kind, name_en, name_id, code, latitude, longitude, precision, zone, *held)
    return found._replace(geonames_id=row.get("geonames_id"))
