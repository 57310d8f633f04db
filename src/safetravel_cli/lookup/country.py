"""A country by what people call it.

The rule, in this order:
1. a country's own name in English or Indonesian wins (`guinea`, `niger`, `china`), whatever else the word means;
2. another exact name, alias or code that means one country is that country;
3. a word that means several without being the own name of any (`korea`, `congo`, `AS`) is ambiguous: they are listed;
4. a word within the allowed number of typing errors of the names of one country is that country, and the answer says so;
5. else there is no such country; at most five names are suggested.
"""

from safetravel_cli import errors
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

SUGGESTIONS = 5
# Codes are too short to be misspelt into one another.
_NAMES = (
    "SELECT folded, country_code, kind FROM country_name WHERE length(folded) BETWEEN ? AND ?"
    " AND kind NOT IN ('alpha2', 'alpha3', 'numeric', 'tld', 'calling_code')"
)


class Found:
    """A country code, and the name that was understood where the word was misspelt."""

    __slots__ = ("code", "read_as")

    def __init__(self, code: str, read_as: str = "") -> None:
        self.code = code
        self.read_as = read_as


def exact(snapshot: "Snapshot", word: str) -> "list[str]":
    """Return the codes of the countries that a folded word means: one where an own name decides, else all."""
    rows = snapshot.rows("SELECT country_code, kind FROM country_name WHERE folded = ? ORDER BY country_code", word)
    # A top-level domain is the least of names: .us is also that of the outlying islands.
    rows = [row for row in rows if row["kind"] != "tld"] or rows
    own = {str(row["country_code"]) for row in rows if row["kind"] == "own_name"}
    return sorted(own or {str(row["country_code"]) for row in rows})


def find(snapshot: "Snapshot", text: str) -> Found:
    """Find the country that a text names.

    Raises:
        NotFound: no country, with up to five suggestions.
        Ambiguous: several countries, which are its choices.
    """
    word = fold(text)
    codes = exact(snapshot, word)
    if len(codes) == 1:
        return Found(codes[0])
    if codes:
        raise errors.Ambiguous("errors.ambiguous", choices=named(snapshot, codes), name=text)
    from safetravel_cli.lookup import typo

    near = suggest(snapshot, word)
    best = [code for mistakes, code, _ in near if mistakes == near[0][0] and mistakes <= typo.bound_for(word)]
    if len(set(best)) == 1 and word:
        return Found(best[0], near[0][2])
    choices = list(dict.fromkeys(code for _, code, _ in near))[:SUGGESTIONS]
    raise errors.NotFound("errors.not_found", choices=named(snapshot, choices), name=text)


def suggest(snapshot: "Snapshot", word: str) -> "list[tuple[int, str, str]]":
    """Return (typing errors, country code, name) of the names near a folded word, own names before aliases, nearest first."""
    from safetravel_cli.lookup import typo

    if len(word) < 2:
        return []
    bound = max(1, min(2, len(word) // 3))
    known: dict[str, list[tuple[int, str]]] = {}
    for row in snapshot.rows(_NAMES, len(word) - bound, len(word) + bound):
        known.setdefault(str(row["folded"]), []).append((row["kind"] != "own_name", str(row["country_code"])))
    found = []
    for mistakes, name in typo.near(word, list(known), bound):
        for rank, code in known[name]:
            found.append((mistakes, rank, name[:1] != word[:1], code, name))
    return [(mistakes, code, name) for mistakes, _, _, code, name in sorted(found)]


def named(snapshot: "Snapshot", codes: "list[str]") -> "list[dict[str, object]]":
    """Return code, name_en, name_id of countries, in the order given."""
    marks = ",".join("?" * len(codes))
    rows = snapshot.rows(f"SELECT country_code AS code, name_en, name_id FROM country WHERE country_code IN ({marks})", *codes)  # noqa: S608
    return sorted(rows, key=lambda row: codes.index(str(row["code"])))
