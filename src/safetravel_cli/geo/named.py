"""A place by its name.

The order, first match wins:
1. a country's own name or code (`singapore`, `panama`, `JP`), and a word that means several countries (`korea`): they are listed;
2. an airport code in capitals;
3. a well-known word (`mina`, `arafah`);
4. another name of a country (`holland`), unless a city of that name lies in that country (`rome`) or is large (`gold coast`);
5. a city, the most populous of that name; `city, country` and `city country` choose;
6. an airport code;
7. a misspelt country.
"""

from safetravel_cli.geo.place import Place, of_country, of_row
from safetravel_cli.lookup import country
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

LARGE_CITY = 500_000
# The cast makes ids of either type meet in the index of `city`.
CITY = """SELECT c.* FROM city_name n JOIN city c USING (geonames_id)
    WHERE n.folded = ? ORDER BY c.population DESC, c.geonames_id"""


def resolve(snapshot: "Snapshot", text: str) -> Place:
    """Return the place that a name means.

    Raises:
        Ambiguous: several countries have that name.
        NotFound: nothing has that name.
    """
    word = fold(text)
    codes = country.exact(snapshot, word)
    if codes and not (len(codes) == 1 and _only_alias(snapshot, word)):
        return of_country(snapshot, country.find(snapshot, text).code)
    found = (_airport(snapshot, text) if text.isupper() else None) or _word(snapshot, word)
    if codes and not found:
        found = _city_for_alias(snapshot, word, codes[0]) or of_country(snapshot, codes[0])
    found = found or _city(snapshot, word) or _city_of_country(snapshot, text) or _airport(snapshot, text)
    if found:
        return found
    near = country.find(snapshot, text)
    return of_country(snapshot, near.code, near.read_as)


def _only_alias(snapshot: "Snapshot", word: str) -> bool:
    return all(kind == "alias" for kind in snapshot.values("SELECT kind FROM country_name WHERE folded = ?", word))


def _city_for_alias(snapshot: "Snapshot", word: str, code: str) -> "Place | None":
    for row in snapshot.rows(CITY, word):
        if row["country_code"] == code or int(str(row["population"] or 0)) >= LARGE_CITY:
            return _of_city(snapshot, row)
    return None


def _word(snapshot: "Snapshot", word: str) -> "Place | None":
    for row in snapshot.rows("SELECT * FROM place_word"):
        if fold(str(row["word"])) == word:
            precision = "exact" if row["precision"] == "exact" else "approximate"
            return of_row(snapshot, "word", row, precision, row["name_en"], row["name_id"])
    return None


def _city(snapshot: "Snapshot", word: str) -> "Place | None":
    row = snapshot.row(CITY + " LIMIT 1", word)
    return _of_city(snapshot, row) if row else None


def _of_city(snapshot: "Snapshot", row: "dict[str, object]") -> Place:
    return of_row(snapshot, "city", row, "city", row["name"], row["name_id"] or row["name"])


def _city_of_country(snapshot: "Snapshot", text: str) -> "Place | None":
    """Read `city, country` and `city country`; a division stands as well as a country."""
    head, comma, tail = text.rpartition(",")
    if comma:
        return _city_within(snapshot, head, tail)
    words = text.split()
    for size in range(len(words) - 1, 0, -1):
        found = _city_within(snapshot, " ".join(words[:size]), " ".join(words[size:]))
        if found:
            return found
    return None


def _city_within(snapshot: "Snapshot", name: str, outer: str) -> "Place | None":
    """Find a city within a country or a division (`paris texas`)."""
    codes = country.exact(snapshot, fold(outer))
    for row in snapshot.rows(CITY, fold(name)):
        if row["country_code"] in codes or fold(str(row["admin1_name"] or "")) == fold(outer):
            return _of_city(snapshot, row)
    return None


def _airport(snapshot: "Snapshot", text: str) -> "Place | None":
    code = text.strip().upper()
    row = snapshot.row("SELECT * FROM airport WHERE iata_code = ?", code) if len(code) == 3 else None
    return of_row(snapshot, "airport", row, "exact", row["name"], row["name"]) if row else None
