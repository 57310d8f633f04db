"""The name indexes of the compiled file: every spelling folded by the function that folds what people type."""

import sqlite3
from collections.abc import Iterator, Mapping

from safetravel_cli.lookup.fold import fold
from snapshot.package import Table

# The kind of a name in `country_name`, by column of the table country. Codes are kept out of the search for typing errors.
COUNTRY_COLUMNS = {
    "name_en": "own_name",
    "name_id": "own_name",
    "official_name_en": "official_name",
    "official_name_id": "official_name",
    "native_names": "alias",
    "country_code": "alpha2",
    "alpha3_code": "alpha3",
    "numeric_code": "numeric",
    "top_level_domain": "tld",
    "calling_codes": "calling_code",
}
# A name of several kinds is kept once, as the first of these.
RANK = ("own_name", "official_name", "alias", "alpha2", "alpha3", "numeric", "tld", "calling_code")
# Cities under this size are known by their own two names; the spellings of all would double the file.
OTHER_NAMES_FROM = 100_000


def write_indexes(db: sqlite3.Connection, tables: Mapping[str, Table]) -> None:
    """Write country_name and city_name beside the tables they are made from, where those are."""
    if "country" in tables:
        _write_country_names(db, tables)
    if "city" in tables:
        _write_city_names(db, tables["city"])


def country_names(tables: Mapping[str, Table]) -> dict[tuple[str, str], str]:
    """Return (folded name, country code) -> kind, from countries, aliases, codes and calling codes."""
    found: dict[tuple[str, str], str] = {}
    for code, kind, text in _country_spellings(tables):
        folded = fold(text)
        known = found.get((folded, code))
        if folded and (known is None or RANK.index(kind) < RANK.index(known)):
            found[folded, code] = kind
    return found


def city_names(city: Table) -> set[tuple[str, str]]:
    """Return (folded name, geonames id) for every city, with other spellings for the large ones."""
    found = set()
    for row in city.rows:
        spellings = [row["name"], row["name_id"]]
        if int(row["population"] or 0) >= OTHER_NAMES_FROM:
            spellings += row["other_names"].split("|")
        found |= {(folded, row["geonames_id"]) for folded in map(fold, spellings) if folded}
    return found


def _country_spellings(tables: Mapping[str, Table]) -> Iterator[tuple[str, str, str]]:
    for row in tables["country"].rows:
        for column, kind in COUNTRY_COLUMNS.items():
            for text in _spellings(kind, row.get(column, "")):
                yield row["country_code"], kind, text
    if "country_alias" in tables:
        for row in tables["country_alias"].rows:
            yield row["country_code"], "alias", row["alias"]


def _spellings(kind: str, cell: str) -> list[str]:
    if kind == "alias":
        # Written `language:name`.
        return [name.partition(":")[2] for name in cell.split("|")]
    if kind == "calling_code":
        bare = ["".join(letter for letter in code if letter.isdigit()) for code in cell.split()]
        return [sign + code for code in bare for sign in ("", "+") if code]
    if kind == "tld":
        return [code.lstrip(".") for code in cell.split()]
    return [cell] if cell else []


def _write_country_names(db: sqlite3.Connection, tables: Mapping[str, Table]) -> None:
    found = country_names(tables)
    countries: dict[str, set[str]] = {}
    for folded, code in found:
        countries.setdefault(folded, set()).add(code)
    rows = [(folded, code, kind, int(len(countries[folded]) > 1)) for (folded, code), kind in sorted(found.items())]
    columns = "folded TEXT, country_code TEXT, kind TEXT, shared INTEGER, PRIMARY KEY (folded, country_code)"
    db.execute(f"CREATE TABLE country_name ({columns}) WITHOUT ROWID")
    db.executemany("INSERT INTO country_name VALUES (?, ?, ?, ?)", rows)


def _write_city_names(db: sqlite3.Connection, city: Table) -> None:
    rows = sorted((folded, int(number)) for folded, number in city_names(city))
    db.execute("CREATE TABLE city_name (folded TEXT, geonames_id INTEGER, PRIMARY KEY (folded, geonames_id)) WITHOUT ROWID")
    db.executemany("INSERT INTO city_name VALUES (?, ?)", rows)
