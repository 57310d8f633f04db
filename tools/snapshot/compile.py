"""Compile the data package into SQLite files: the same bytes from the same tables, whatever the day or the machine."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from safetravel_cli.lookup import fulltext
from safetravel_cli.store.schema import APPLICATION_ID, PLACES, SCHEMA
from snapshot import index, names, words
from snapshot.package import DATABASES, Package, Table, Value

AFFINITY = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
# SQLite advises WITHOUT ROWID for rows under a twentieth of a page.
SMALL_ROW = 4096 // 20
# Kept for the indexes that are made of them, not for the reader: city_name holds these spellings, folded.
NOT_COMPILED = {("city", "other_names")}
# Nothing is found by this: names are found by city_name.
NOT_INDEXED = {("name",)}
# In whole degrees: the eight bytes of a number with decimals do not compress.
DEGREES = 'CAST("latitude" AS INTEGER)'
# Where the header names the release of SQLite that wrote the file; a number of our own keeps the bytes the same for all.
RELEASE_OFFSET, RELEASE = 96, 3_040_000


def compile_all(package: Package, folder: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Write each database of the package into a folder and return the paths; a database without tables is not written."""
    os.makedirs(folder, exist_ok=True)
    written = []
    for database in DATABASES:
        tables = package.of(database)
        if tables or database == "snapshot":
            path = os.path.join(folder, f"{database}.sqlite")
            _compile(package, tables, database, path, environ)
            written.append(path)
    return written


def write_tables(db: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Create tables and indexes in a database and fill them, in the order given."""
    for table in tables:
        if index.is_place(table):
            index.write_places(db, table, {field.name: AFFINITY[field.type] for field in table.fields})
            continue
        kept = [place for place, name in enumerate(table.columns) if (table.name, name) not in NOT_COMPILED]
        names = [table.columns[place] for place in kept]
        rows = [tuple(row[place] for place in kept) for row in table.typed()]
        db.execute(create_statement(table, names, rows))
        db.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({','.join('?' * len(names))})", rows)
        for number, columns in enumerate(table.indexes, 1):
            if columns not in NOT_INDEXED:
                db.execute(f"CREATE INDEX {_quoted(f'{table.name}_{number}')} ON {_quoted(table.name)} ({_indexed(columns)})")


def create_statement(table: Table, names: list[str], rows: list[tuple[Value, ...]]) -> str:
    """Return the CREATE TABLE for some columns of a table; how its rows are kept depends on their key and size."""
    key = table.primary_key
    kinds = {field.name: field for field in table.fields}
    columns = [f"{_quoted(name)} {'BLOB' if kinds[name].binary else AFFINITY[kinds[name].type]}" for name in names]
    ending = ""
    if len(key) == 1 and kinds[key[0]].type == "integer":
        columns[names.index(key[0])] += " PRIMARY KEY"
    elif key:
        columns.append(f"PRIMARY KEY ({_listed(key)})")
        # The index of words names a fact by its rowid.
        ending = (
            " WITHOUT ROWID" if table.name not in fulltext.TABLES and _fits_key([names.index(name) for name in key], rows) else ""
        )
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(columns)}){ending}"


def _fits_key(places: list[int], rows: list[tuple[Value, ...]]) -> bool:
    if any(row[place] is None for row in rows for place in places):
        return False
    size = sum(len(value) if isinstance(value, (str, bytes)) else 4 for row in rows for value in row)
    return size <= SMALL_ROW * len(rows)


def _compile(package: Package, tables: list[Table], database: str, path: str, environ: Mapping[str, str]) -> None:
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in ("page_size=4096", "encoding='UTF-8'", "journal_mode=OFF", "synchronous=OFF", "auto_vacuum=NONE"):
            db.execute(f"PRAGMA {pragma}")
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={_schema(database)}")
        db.execute("BEGIN")
        _write_meta(db, package, database, environ)
        write_tables(db, tables)
        if database == "snapshot":
            _write_coverage(db, package)
        names.write_indexes(db, {table.name: table for table in tables})
        words.write_index(db, [table.name for table in tables])
        db.execute("COMMIT")
        db.execute("VACUUM")
    finally:
        db.close()
    with open(path, "r+b") as file:
        file.seek(RELEASE_OFFSET)
        file.write(RELEASE.to_bytes(4, "big"))


def _schema(database: str) -> int:
    return SCHEMA if database == "snapshot" else PLACES


def _write_meta(db: sqlite3.Connection, package: Package, database: str, environ: Mapping[str, str]) -> None:
    meta = {
        "built_from": f"{package.name} {package.version}",
        "content_sha256": package.content_sha256(),
        "database": database,
        "date": package.version,
        "schema": str(_schema(database)),
    }
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        meta["build_date"] = datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))


def _write_coverage(db: sqlite3.Connection, package: Package) -> None:
    columns = "topic TEXT, country_code TEXT, row_count INTEGER, PRIMARY KEY (topic, country_code)"
    db.execute(f"CREATE TABLE coverage ({columns}) WITHOUT ROWID")
    for table in sorted(package.tables.values(), key=lambda table: table.name):
        if "country_code" not in table.columns:
            continue
        counts: dict[str, int] = {}
        for row in table.rows:
            if row["country_code"]:
                counts[row["country_code"]] = counts.get(row["country_code"], 0) + 1
        db.executemany("INSERT INTO coverage VALUES (?, ?, ?)", [(table.name, code, counts[code]) for code in sorted(counts)])


def _indexed(columns: Iterable[str]) -> str:
    return ", ".join(DEGREES if name == "latitude" else _quoted(name) for name in columns)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
