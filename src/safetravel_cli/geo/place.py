"""Understand a PLACE: a position, a country, a well-known word (Mina, Arafah), a city, an airport code."""

from collections import namedtuple

from safetravel_cli.geo import position
from safetravel_cli.geo.borders import Answer, Borders
from safetravel_cli.lookup import country
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

# kind is position, country, word, city or airport; precision is exact, approximate, city or country. Latitude and longitude
# are None for a country; country_code is None on the high sea. control and areas are those of geo.borders.Answer, and
# sea_km is how far a point lies off the territorial sea. read_as is the name understood where the text was misspelt.
Place = namedtuple(
    "Place",
    "kind name_en name_id country_code latitude longitude precision zone control areas sea_km accuracy_m geonames_id read_as",
    defaults=("", [], 0.0, None, None, ""),
)

# The cast makes ids of either type meet in the index of `city`.
CITY = """SELECT c.* FROM city_name n JOIN city c ON c.geonames_id = CAST(n.geonames_id AS TEXT)
    WHERE n.folded = ? ORDER BY c.population DESC, c.geonames_id"""


def resolve(snapshot: "Snapshot", text: str) -> Place:
    """Return the place that a text means.

    The order: position, exact name or code of a country, well-known word, city (the most populous of that name; `city,
    country` chooses), airport, misspelt country. So `singapore`, `panama` and `mexico` are the countries.

    Raises:
        UsageError: it is written as a position but is none.
        Ambiguous: several countries have that name.
        NotFound: nothing has that name.
    """
    spot = position.parse(text)
    if spot:
        return at(snapshot, spot.latitude, spot.longitude, spot.accuracy_m)
    word = fold(text)
    if country.exact(snapshot, word):
        return of_country(snapshot, country.find(snapshot, text).code)
    # Cities are also known by their airports' codes; in capitals the airport is meant.
    found = _airport(snapshot, text) if text.isupper() else None
    found = found or _word(snapshot, word) or _city(snapshot, word) or _city_of_country(snapshot, text) or _airport(snapshot, text)
    if found:
        return found
    near = country.find(snapshot, text)
    return of_country(snapshot, near.code, near.read_as)


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


def _point(snapshot: "Snapshot", kind: str, row: "dict[str, object]", precision: str, name_en: object, name_id: object) -> Place:
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
    number = row.get("geonames_id")
    return Place(kind, name_en, name_id, code, latitude, longitude, precision, zone, *held, geonames_id=number)


def _word(snapshot: "Snapshot", word: str) -> "Place | None":
    for row in snapshot.rows("SELECT * FROM place_word"):
        if fold(str(row["word"])) == word:
            precision = "exact" if row["precision"] == "exact" else "approximate"
            return _point(snapshot, "word", row, precision, row["name_en"], row["name_id"])
    return None


def _city(snapshot: "Snapshot", word: str, code: str = "") -> "Place | None":
    for row in snapshot.rows(CITY, word):
        if not code or row["country_code"] == code:
            return _point(snapshot, "city", row, "city", row["name"], row["name_id"] or row["name"])
    return None


def _city_of_country(snapshot: "Snapshot", text: str) -> "Place | None":
    """Read `city, country` and `city country`."""
    head, comma, tail = text.rpartition(",")
    if comma:
        return _city(snapshot, fold(head), _only(snapshot, tail))
    words = text.split()
    for size in range(len(words) - 1, 0, -1):
        code = _only(snapshot, " ".join(words[size:]))
        found = _city(snapshot, fold(" ".join(words[:size])), code) if code else None
        if found:
            return found
    return None


def _only(snapshot: "Snapshot", text: str) -> str:
    codes = country.exact(snapshot, fold(text))
    return codes[0] if len(codes) == 1 else ""


def _airport(snapshot: "Snapshot", text: str) -> "Place | None":
    code = text.strip().upper()
    row = snapshot.row("SELECT * FROM airport WHERE iata_code = ?", code) if len(code) == 3 else None
    return _point(snapshot, "airport", row, "exact", row["name"], row["name"]) if row else None
