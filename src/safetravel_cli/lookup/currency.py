"""A currency by code, symbol, name in either language, its unit alone (`yen`), or its country (`won korsel`, `dolar singapura`).

A word that several currencies share (`dollar`, `peso`) is ambiguous: they are listed, never guessed.
"""

from safetravel_cli import errors
from safetravel_cli.lookup import country
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

    Row = dict[str, object]

SUGGESTIONS = 8
# What people say and no list of currencies has.
SAID = {
    "rmb": "CNY", "renminbi": "CNY", "won": "KRW", "sterling": "GBP", "pound sterling": "GBP", "poundsterling": "GBP",
    "rand": "ZAR", "ntd": "TWD", "real": "BRL", "reais": "BRL", "riyal saudi": "SAR", "dirham uae": "AED",
}  # fmt: skip


class Found:
    """A currency code, and the name that was understood where the word was misspelt."""

    __slots__ = ("code", "read_as")

    def __init__(self, code: str, read_as: str = "") -> None:
        self.code = code
        self.read_as = read_as


def code(snapshot: "Snapshot", text: str) -> str:
    """Return a text that is itself a code of ISO 4217 (in any case) in capitals; else blank."""
    word = text.strip().upper()
    known = len(word) == 3 and word.isascii() and snapshot.row("SELECT 1 FROM currency WHERE currency_code = ?", word)
    return word if known else ""


def find(snapshot: "Snapshot", text: str) -> Found:
    """Find the currency that a text names.

    Raises:
        NotFound: none, with suggestions. Ambiguous: several, which are its choices.
    """
    held = code(snapshot, text)
    if held:
        return Found(held)
    rows = snapshot.rows("SELECT currency_code AS code, name_en, name_id, symbol, local_symbol FROM currency ORDER BY 1")
    codes = exact(snapshot, rows, text)
    if len(codes) == 1:
        return Found(codes[0])
    if codes:
        raise errors.Ambiguous("convert.ambiguous", choices=_named(rows, codes), name=text)
    return _misspelt(rows, text)


def exact(snapshot: "Snapshot", rows: "list[Row]", text: str) -> "list[str]":
    """Return the codes of all currencies that a text means without a typing error, none where it means none."""
    return _by_symbol(rows, text.strip()) or _by_name(rows, fold(text)) or _by_country(snapshot, rows, fold(text))


def _by_symbol(rows: "list[Row]", text: str) -> "list[str]":
    word = text.rstrip(".").casefold()
    for column in ("symbol", "local_symbol"):
        # A single Latin letter (L, D, K) says nothing.
        if len(word) > 1 or not word.isascii() or not word.isalpha():
            found = [str(row["code"]) for row in rows if word and str(row[column] or "").rstrip(".").casefold() == word]
            if found:
                return found
    return []


def _by_name(rows: "list[Row]", word: str) -> "list[str]":
    if word in SAID:
        return [SAID[word]]
    singular = word[:-1] if word.endswith("s") else word
    for form in dict.fromkeys((word, singular)):
        found = [str(row["code"]) for row in rows if form and form in names(row)]
        found = found or [str(row["code"]) for row in rows if form and form in units(row)]
        if found:
            return found
    return []


def names(row: "Row") -> "list[str]":
    """Return the folded names of a currency."""
    return [fold(str(row["name_en"])), fold(str(row["name_id"]))]


def units(row: "Row") -> "list[str]":
    """Return the folded units of a currency: English names end with it, Indonesian ones begin with it."""
    english, indonesian = names(row)
    return [english.rpartition(" ")[2], indonesian.partition(" ")[0]]


def _by_country(snapshot: "Snapshot", rows: "list[Row]", word: str) -> "list[str]":
    """Read `won korsel`, `singapore dollars` or `jepang`: the main currencies of the country that have that unit."""
    parts = word.split(" ")
    forms = [(parts[0], parts[1:]), (parts[-1], parts[:-1]), ("", parts)]
    for unit, rest in forms:
        single = unit[:-1] if unit.endswith("s") else unit
        fitting = {str(row["code"]) for row in rows if not unit or {unit, single} & set(units(row))}
        places = country.exact(snapshot, " ".join(rest)) if rest and fitting else []
        found: dict[str, None] = {}
        for place in places:
            held = snapshot.rows("SELECT currency_code FROM country_currency WHERE country_code = ? ORDER BY rank", place)
            found.update(dict.fromkeys([str(row["currency_code"]) for row in held if row["currency_code"] in fitting][:1]))
        if found:
            return list(found)
    return []


def _misspelt(rows: "list[Row]", text: str) -> Found:
    from safetravel_cli.lookup import typo

    word = fold(text)
    known: dict[str, set[str]] = {}
    for row in rows:
        for name in {*names(row), *units(row)}:
            known.setdefault(name, set()).add(str(row["code"]))
    near = typo.near(word, list(known), max(1, min(2, len(word) // 3))) if len(word) > 1 else []
    best = [name for mistakes, name in near if mistakes == near[0][0] and mistakes <= typo.bound_for(word)]
    codes = sorted(set().union(*[known[name] for name in best])) if best else []
    if len(codes) == 1:
        return Found(codes[0], best[0])
    if codes:
        raise errors.Ambiguous("convert.ambiguous", choices=_named(rows, codes), name=text)
    choices = list(dict.fromkeys(held for _, name in near for held in sorted(known[name])))[:SUGGESTIONS]
    raise errors.NotFound("convert.no_currency", choices=_named(rows, choices), name=text)


def _named(rows: "list[Row]", codes: "list[str]") -> "list[Row]":
    held = {str(row["code"]): row for row in rows}
    return [{"code": one, "name_en": held[one]["name_en"], "name_id": held[one]["name_id"]} for one in codes]
