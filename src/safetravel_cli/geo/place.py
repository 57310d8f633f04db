"""Understand a PLACE: a position, a country, a well-known word (Mina, Arafah), a city, an airport code."""

from collections import namedtuple

from safetravel_cli.geo import position
from safetravel_cli.geo.borders import Borders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.geo.borders import Answer
    from safetravel_cli.store.snapshot import Snapshot

# kind is position, country, word, city or airport; precision is exact, approximate, city or country. Latitude and longitude
# are None for a country; country_code is None on the high sea. control and areas are those of geo.borders.Answer, and
# sea_km is how far a point lies off the territorial sea. read_as is the name understood where the text was misspelt.
Place = namedtuple(
    "Place",
    "kind name_en name_id country_code latitude longitude precision zone control areas sea_km accuracy_m geonames_id read_as",
    defaults=("", [], 0.0, None, None, ""),
)


def resolve(snapshot: "Snapshot", text: str) -> Place:
    """Return the place that a text means: a position, else what `geo.named` makes of it.

    Raises:
        UsageError: it is written as a position but is none.
        Ambiguous: several countries have that name.
        NotFound: nothing has that name.
    """
    spot = position.parse(text)
    if spot:
        return at(snapshot, spot.latitude, spot.longitude, spot.accuracy_m)
    from safetravel_cli.geo import named

    return named.resolve(snapshot, text)


def at(snapshot: "Snapshot", latitude: float, longitude: float, accuracy_m: "float | None" = None) -> Place:
    """Return the place of a position: its country, zone and control by the borders."""
    answer = Borders(snapshot.db).lookup(latitude, longitude)
    name = position.write(latitude, longitude)
    return Place(
        "position", name, name, answer.country_code, latitude, longitude, "exact",
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
