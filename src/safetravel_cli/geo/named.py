"""A place by its name.

The order, first match wins:
1. a country's own name or code (`singapore`, `panama`, `JP`, `PER`), and a word that means several countries (`korea`):
   they are listed;
2. an airport code in capitals, unless it is also another name of a country (`KSA`);
3. a well-known word (`mina`, `arafah`, `new york`);
4. another name of a country (`holland`), unless a city of that name lies in that country (`rome`) or is large (`gold coast`);
5. a city, the most populous of that name; `city, country` and `city country` choose;
6. an airport code;
7. whichever of a country, a well-known word and a city is nearest to what was misspelt; the answer says how it was read.
"""

from safetravel_cli import errors
from safetravel_cli.geo import city
from safetravel_cli.geo.place import Place, of_country, of_row
from safetravel_cli.lookup import country
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

SUGGESTIONS = 5
# A city of this size is meant rather than a country whose name is as near.
METROPOLIS = 3_000_000
SURE_LENGTH = 5


def resolve(snapshot: "Snapshot", text: str) -> Place:
    """Return the place that a name means.

    Raises:
        Ambiguous: several countries have that name.
        NotFound: nothing has that name; countries and cities near it are suggested.
    """
    word = fold(text)
    codes = country.exact(snapshot, word)
    if codes and not (len(codes) == 1 and _only_alias(snapshot, word)):
        return of_country(snapshot, country.find(snapshot, text).code)
    found = (_airport(snapshot, text) if text.isupper() and not codes else None) or _word(snapshot, word)
    if codes and not found:
        found = city.of_alias(snapshot, word, codes[0]) or of_country(snapshot, codes[0])
    found = found or city.find(snapshot, word) or city.of_country(snapshot, text) or _airport(snapshot, text)
    if not found and city.plain(word):
        found = city.find(snapshot, city.plain(word))
    return found or _misspelt(snapshot, text, word)


def of_address(snapshot: "Snapshot", text: str) -> "Place | None":
    """Return the first town that an address names: `Shibuya City, Tokyo, Japan`; None where there is none."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for at in range(len(parts)):
        for name in (", ".join(parts[at:]), parts[at]):
            try:
                return resolve(snapshot, name)
            except (errors.NotFound, errors.Ambiguous):
                continue
    return None


def _only_alias(snapshot: "Snapshot", word: str) -> bool:
    return all(kind == "alias" for kind in snapshot.values("SELECT kind FROM country_name WHERE folded = ?", word))


def _word(snapshot: "Snapshot", word: str) -> "Place | None":
    return next((_of_word(snapshot, row) for row in _words(snapshot) if fold(str(row["word"])) == word), None)


def _words(snapshot: "Snapshot") -> "list[dict[str, object]]":
    return snapshot.rows("SELECT * FROM place_word")


def _of_word(snapshot: "Snapshot", row: "dict[str, object]") -> Place:
    precision = {"exact": "exact", "city": "city"}.get(str(row["precision"]), "approximate")
    return of_row(snapshot, "word", row, precision, row["name_en"], row["name_id"])


def _airport(snapshot: "Snapshot", text: str) -> "Place | None":
    code = text.strip().upper()
    row = snapshot.row("SELECT * FROM airport WHERE iata_code = ?", code) if len(code) == 3 else None
    return of_row(snapshot, "airport", row, "exact", row["name"], row["name"]) if row else None


def _misspelt(snapshot: "Snapshot", text: str, word: str) -> Place:
    """Return what is nearest to a misspelt name: fewest errors, then a metropolis, a country, a word, a city.

    Raises:
        NotFound: nothing is near enough; up to five suggestions.
    """
    from safetravel_cli.lookup import typo

    bound = typo.bound_for(word)
    countries = country.suggest(snapshot, word) if word else []
    words = {fold(str(row["word"])): row for row in _words(snapshot)}
    known = typo.near(word, list(words), bound) if bound else []
    cities = city.near(snapshot, word, [], bound)
    ranked: list[tuple[int, int, Place]] = []
    nearest = _misspelt_country(snapshot, word, countries) if countries and countries[0][0] <= bound else None
    if nearest:
        ranked.append((countries[0][0], 1, nearest))
    if known:
        found = _of_word(snapshot, words[known[0][1]])
        ranked.append((known[0][0], 2, found._replace(read_as=known[0][1])))
    if cities:
        rank = 0 if cities[0].population >= METROPOLIS else 3
        ranked.append((cities[0].errors, rank, city.misspelt(snapshot, cities[0])))
    if not ranked:
        choices = country.named(snapshot, list(dict.fromkeys(code for _, code, _ in countries))[:SUGGESTIONS])
        raise errors.NotFound("errors.not_found", choices=choices, name=text)
    return min(ranked, key=lambda one: one[:2])[2]


def _misspelt_country(snapshot: "Snapshot", word: str, near: "list[tuple[int, str, str]]") -> "Place | None":
    """Return the country that is nearest, or its city where the name is that of one; None where several are as near."""
    best = {code: name for mistakes, code, name in reversed(near) if mistakes == near[0][0]}
    if len(best) != 1:
        return None
    code, name = best.popitem()
    if not _only_alias(snapshot, name):
        return of_country(snapshot, code, name)
    if len(word) < SURE_LENGTH and name[0] != word[0]:
        # `home` is not Rome.
        return None
    found = city.of_alias(snapshot, name, code)
    return found._replace(read_as=name) if found else of_country(snapshot, code, name)
