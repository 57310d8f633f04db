"""Cities by name: the most populous of a name, within a country or division, and with typing errors."""

from safetravel_cli.geo.place import Place, of_row
from safetravel_cli.lookup import country
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.lookup.city import Near
    from safetravel_cli.store.snapshot import Snapshot

LARGE = 500_000
OTHERS = 9
# A city with less than this share of the people of the first is not what a stranger means by the name.
NAMESAKE = 0.02
# The cast makes ids of either type meet in the index of `city`.
NAMED = """SELECT c.* FROM city_name n JOIN city c USING (geonames_id)
    WHERE n.folded = ? ORDER BY c.population DESC, c.geonames_id"""
BEGINNINGS = ("kota ", "city of ")
ENDS = (" city", " shi")


def find(snapshot: "Snapshot", word: str) -> "Place | None":
    """Return the most populous city of a folded name, with the others of that name."""
    return _first(snapshot, snapshot.rows(NAMED, word))


def plain(word: str) -> str:
    """Return a folded name without `kota` before and `city` after it; "" where it has neither."""
    for beginning in BEGINNINGS:
        if word.startswith(beginning):
            return word[len(beginning) :]
    for end in ENDS:
        if word.endswith(end):
            return word[: -len(end)]
    return ""


def of_alias(snapshot: "Snapshot", word: str, code: str) -> "Place | None":
    """Return the city of a name that is also an alias of a country, where it lies in that country or is large."""
    rows = [row for row in snapshot.rows(NAMED, word) if row["country_code"] == code or _people(row) >= LARGE]
    return _first(snapshot, rows)


def of_country(snapshot: "Snapshot", text: str) -> "Place | None":
    """Read `city, country` and `city country`; a division stands as well as a country, and a misspelt one after a comma."""
    parts = [part for part in text.split(",") if part.strip()]
    if len(parts) > 1:
        return _of_parts(snapshot, parts)
    words = text.split()
    for size in range(len(words) - 1, max(0, len(words) - 6), -1):
        outer = fold(" ".join(words[size:]))
        found = within(snapshot, fold(" ".join(words[:size])), country.exact(snapshot, outer), outer)
        if found:
            return found
    return None


def _of_parts(snapshot: "Snapshot", parts: "list[str]") -> "Place | None":
    """Find the first part that is a city within the last, or the last but one (`Shibuya, Tokyo, Japan`)."""
    outer = fold(parts[-1])
    codes = country.exact(snapshot, outer) or _misspelt_country(snapshot, outer)
    for part in parts[:-1]:
        name = fold(part)
        for spelling in (name, plain(name)):
            found = within(snapshot, spelling, codes, outer) if spelling else None
            if found:
                return found if part is parts[0] else found._replace(read_as=found.name_en)
    guesses = near(snapshot, fold(parts[0]), codes) if codes else []
    return misspelt(snapshot, guesses[0]) if guesses else None


def within(snapshot: "Snapshot", word: str, codes: "list[str]", division: str = "") -> "Place | None":
    """Return the most populous city of a folded name in one of the countries, else in a division of that name or code."""
    rows = snapshot.rows(NAMED, word)
    inside = [row for row in rows if row["country_code"] in codes]
    return _first(snapshot, inside or [row for row in rows if division in _divisions(row)])


def _divisions(row: "dict[str, object]") -> "list[str]":
    """Return the folded name of a city's division, and its code where that is of letters (`IL`)."""
    code = str(row["admin1_code"] or "")
    return [fold(str(row["admin1_name"] or "")), code.lower() if code.isalpha() else ""]


def _misspelt_country(snapshot: "Snapshot", word: str) -> "list[str]":
    from safetravel_cli.lookup import typo

    found = country.suggest(snapshot, word)
    return sorted({code for mistakes, code, _ in found if mistakes == found[0][0] and mistakes <= typo.bound_for(word)})


def near(snapshot: "Snapshot", word: str, codes: "list[str]", most: int = 2) -> "list[Near]":
    """Return the cities whose names are near a folded word, as lookup.city does."""
    from safetravel_cli.lookup import city

    return city.near(snapshot, word, codes, most)


def misspelt(snapshot: "Snapshot", found: "Near") -> Place:
    """Return a city that was found under a misspelt name; `read_as` is the name that was understood."""
    return _of(snapshot, _by_id(snapshot, found.geonames_id))._replace(read_as=found.name)


def _by_id(snapshot: "Snapshot", number: int) -> "dict[str, object]":
    return snapshot.rows("SELECT * FROM city WHERE geonames_id = ?", number)[0]


def _first(snapshot: "Snapshot", rows: "list[dict[str, object]]") -> "Place | None":
    """Return the first of cities of one name; its division tells it from another in the same country."""
    if not rows:
        return None
    found = _of(snapshot, rows[0])
    rest = rows[1:]
    if any(row["country_code"] == rows[0]["country_code"] for row in rest) and rows[0]["admin1_name"] not in (
        None,
        "",
        rows[0]["name"],
    ):
        found = found._replace(
            name_en=f"{found.name_en}, {rows[0]['admin1_name']}", name_id=f"{found.name_id}, {rows[0]['admin1_name']}"
        )
    known = [row for row in rest if _people(row) >= NAMESAKE * _people(rows[0])]
    return found._replace(others=[_other(row) for row in known[:OTHERS]])


def _other(row: "dict[str, object]") -> "dict[str, object]":
    held = {key: row[key] for key in ("country_code", "latitude", "longitude", "population")}
    return {"name_en": row["name"], "name_id": row["name_id"] or row["name"], "division": row["admin1_name"] or "", **held}


def _of(snapshot: "Snapshot", row: "dict[str, object]") -> Place:
    return of_row(snapshot, "city", row, "city", row["name"], row["name_id"] or row["name"])


def _people(row: "dict[str, object]") -> int:
    return int(str(row["population"] or 0))
