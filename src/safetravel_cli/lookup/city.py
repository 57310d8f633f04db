"""Cities whose names are near a word that was mistyped, without an index of their own.

Nearly every folded name of a city is written in 26 letters and the blank, so the words one typing error away are
few enough (600 for ten letters) to be asked for by key. Two errors are looked for among the names that begin with the
same two letters. Both together take some 10 ms; a scan of the 100,000 names takes 100.
"""

from collections import namedtuple

from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.store.snapshot import Snapshot

# errors is the number of typing errors (optimal string alignment); weight is the population, less for a name that is not
# the city's first and for one that begins with another letter than was typed.
Near = namedtuple("Near", "errors weight geonames_id name population country_code")

LETTERS = "abcdefghijklmnopqrstuvwxyz "
BATCH = 900
SHORTEST, TWO_ERRORS_FROM, LONGEST = 4, 8, 60
# A word that is one error from a village is more likely to be no city at all.
SMALLEST, SMALLEST_OF_TWO = 50_000, 200_000
# Four letters are near too many things (`home`, Rome) for any but a great city.
SMALLEST_OF_FOUR = 1_000_000
OTHER_NAME, OTHER_LETTER = 0.1, 0.2
_BY_NAMES = """SELECT n.folded, c.geonames_id, c.population, c.country_code, c.name, c.name_id
    FROM city_name n JOIN city c USING (geonames_id)
    WHERE n.folded IN ({marks}) AND c.population >= ?"""
_BEGINNING = "SELECT DISTINCT folded FROM city_name WHERE folded >= ? AND folded < ? AND length(folded) BETWEEN ? AND ?"


def near(snapshot: "Snapshot", word: str, codes: "list[str]", most: int = 2) -> "list[Near]":
    """Return the cities near a folded word: the fewest typing errors first, then the most populous.

    Words under 4 letters have no errors, under 8 one, else up to two, and never more than `most`. `codes` keeps to
    those countries, where smaller cities count too; an empty list means every country.
    """
    if not (SHORTEST <= len(word) <= LONGEST) or not word.isascii():
        return []
    found = _cities(snapshot, word, sorted(_one_error(word)), 1, codes)
    if not found and most > 1 and len(word) >= TWO_ERRORS_FROM:
        from safetravel_cli.lookup import typo

        start = word[:2]
        rows = snapshot.values(_BEGINNING, start, start + "{", len(word) - 2, len(word) + 2)
        names = [name for _, name in typo.near(word, [str(name) for name in rows], 2)]
        found = _cities(snapshot, word, names, 2, codes)
    if len(word) == SHORTEST and not codes:
        found = [one for one in found if one.weight >= SMALLEST_OF_FOUR]
    return sorted(found, key=lambda one: (one.errors, -one.weight, one.geonames_id))


def _one_error(word: str) -> "Iterator[str]":
    """Yield the words one insertion, deletion, change or swap of neighbours away, each once."""
    found = set()
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        found.add(head + tail[1:])
        found.add(head + tail[1:2] + tail[:1] + tail[2:])
        for letter in LETTERS:
            found.add(head + letter + tail)
            found.add(head + letter + tail[1:])
    found.discard(word)
    yield from found


def _cities(snapshot: "Snapshot", word: str, names: "list[str]", errors: int, codes: "list[str]") -> "list[Near]":
    found: dict[int, Near] = {}
    smallest = 0 if codes else SMALLEST if errors == 1 else SMALLEST_OF_TWO
    for start in range(0, len(names), BATCH):
        part = names[start : start + BATCH]
        for row in snapshot.rows(_BY_NAMES.format(marks=",".join("?" * len(part))), *part, smallest):
            if codes and row["country_code"] not in codes:
                continue
            number, people, name = int(str(row["geonames_id"])), int(str(row["population"] or 0)), str(row["folded"])
            own = name in (fold(str(row["name"])), fold(str(row["name_id"] or "")))
            weight = people * (1 if own else OTHER_NAME) * (1 if name[0] == word[0] else OTHER_LETTER)
            if number not in found or found[number].weight < weight:
                found[number] = Near(errors, weight, number, name, people, str(row["country_code"]))
    return list(found.values())
