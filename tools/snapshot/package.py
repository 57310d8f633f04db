"""The data package as Python values: descriptors, raw rows, typed rows (docs/explanation/data.md)."""

import base64
import binascii
import csv
import gzip
import hashlib
import io
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Value = str | int | float | bytes | None
DATABASES = ("snapshot", "places", "places-copyleft")
BOOLEANS = {"yes": 1, "no": 0}
# A tile of the border index is longer than the 128 KiB that csv allows a cell.
csv.field_size_limit(1 << 26)


class PackageError(Exception):
    """A table that cannot be read at all; the message names table and line."""


@dataclass(frozen=True)
class Field:
    """A column. `type` is string, integer, number, boolean or date; `binary` marks base64 text."""

    name: str
    type: str
    binary: bool
    constraints: dict[str, Any]
    one_language: bool

    def value(self, text: str) -> Value:
        """Turn the text of a cell into a value; blank is None, or no bytes in a binary column.

        Raises:
            ValueError: the text is not of the type.
        """
        if text == "":
            return b"" if self.binary else None
        if self.type == "integer":
            return int(text)
        if self.type == "number":
            return float(text)
        if self.type == "boolean":
            if text not in BOOLEANS:
                raise ValueError(f"{text!r} is neither yes nor no")
            return BOOLEANS[text]
        if self.binary:
            try:
                return base64.b64decode(text, validate=True)
            except binascii.Error as error:
                raise ValueError(f"not base64: {error}") from None
        return text


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values must stand in columns of another table ("" is the table itself)."""

    fields: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table: its descriptor, and its rows when asked for."""

    name: str
    path: str
    database: str
    schema: dict[str, Any]
    file: str

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Return the columns in order."""
        return tuple(_field(raw) for raw in self.schema["fields"])

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns in order."""
        return tuple(field.name for field in self.fields)

    @cached_property
    def primary_key(self) -> tuple[str, ...]:
        """Return the columns of the primary key."""
        return _names(self.schema.get("primaryKey", ()))

    @cached_property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """Return the foreign keys."""
        return tuple(
            ForeignKey(_names(key["fields"]), key["reference"]["resource"], _names(key["reference"]["fields"]))
            for key in self.schema.get("foreignKeys", ())
        )

    @cached_property
    def indexes(self) -> tuple[tuple[str, ...], ...]:
        """Return the column lists to index besides the primary key."""
        return tuple(_names(index) for index in self.schema.get("x-indexes", ()))

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """Return the rows as texts.

        Raises:
            PackageError: the file is not there, its header is not that of the schema, a row is too short or too long.
        """
        reader = csv.reader(io.StringIO(_text(self.file), newline=""))
        header = tuple(next(reader, ()))
        if header != self.columns:
            raise PackageError(f"{self.name}: the header is {','.join(header)}, the schema says {','.join(self.columns)}")
        rows = []
        for cells in reader:
            if len(cells) != len(header):
                raise PackageError(f"{self.name}, line {reader.line_num}: {len(cells)} cells, {len(header)} columns")
            rows.append(dict(zip(header, cells, strict=True)))
        return rows

    def key(self, row: dict[str, str]) -> str:
        """Return the primary key of a row as one text, to name the row in a message and in exceptions.csv."""
        return "/".join(row[name] for name in self.primary_key)

    def order(self, row: dict[str, str]) -> tuple[tuple[bool, Value], ...]:
        """Return what rows are sorted by: the primary key, integers by size, texts by code point, blanks first."""
        kinds = {field.name: field for field in self.fields}
        values = [kinds[name].value(row[name]) for name in self.primary_key]
        return tuple((value is not None, value) for value in values)

    def typed(self) -> Iterator[tuple[Value, ...]]:
        """Yield the rows as values, sorted by the primary key.

        Raises:
            PackageError: a cell is not of its type.
        """
        try:
            ordered = sorted(self.rows, key=self.order)
        except ValueError as error:
            raise PackageError(f"{self.name}: {error}") from None
        for row in ordered:
            try:
                yield tuple(field.value(row[field.name]) for field in self.fields)
            except ValueError as error:
                raise PackageError(f"{self.name}, {self.key(row)}: {error}") from None


class Package:
    """The tables of a folder with a datapackage.json."""

    def __init__(self, root: str) -> None:
        """Read the descriptors; rows are read when asked for.

        Raises:
            PackageError: a descriptor is missing or says what cannot be.
        """
        self.root = root
        descriptor = _json(os.path.join(root, "datapackage.json"))
        self.name = str(descriptor.get("name", ""))
        self.version = str(descriptor.get("version", ""))
        self.tables: dict[str, Table] = {}
        self._paths = {"datapackage.json"}
        for entry in descriptor.get("resources", ()):
            table = self._table(entry)
            if table.name in self.tables:
                raise PackageError(f"{table.name} stands twice in datapackage.json")
            self.tables[table.name] = table

    def _table(self, entry: dict[str, Any]) -> Table:
        missing = [key for key in ("name", "path", "schema", "x-database") if key not in entry]
        if missing:
            raise PackageError(f"datapackage.json, {entry.get('name', '?')}: no {', '.join(missing)}")
        if entry["x-database"] not in DATABASES:
            raise PackageError(f"datapackage.json, {entry['name']}: {entry['x-database']} is no database")
        self._paths |= {entry["path"], entry["schema"]}
        schema = _json(os.path.join(self.root, entry["schema"]))
        return Table(entry["name"], entry["path"], entry["x-database"], schema, os.path.join(self.root, entry["path"]))

    def of(self, database: str) -> list[Table]:
        """Return the tables of a database, sorted by name."""
        return sorted((table for table in self.tables.values() if table.database == database), key=lambda table: table.name)

    def content_sha256(self) -> str:
        """Return one hash over the descriptor, the schemas and the tables, in hexadecimal."""
        total = hashlib.sha256()
        for path in sorted(self._paths):
            with open(os.path.join(self.root, path), "rb") as file:
                total.update(f"{path} {hashlib.sha256(file.read()).hexdigest()}\n".encode())
        return total.hexdigest()


def write_rows(table: Table, rows: list[dict[str, str]]) -> None:
    """Write the rows of a table back, in the form that data.md asks for."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    data = text.getvalue().encode("utf-8")
    with open(table.file, "wb") as file:
        file.write(gzip.compress(data, 9, mtime=0) if table.file.endswith(".gz") else data)


def _field(raw: dict[str, Any]) -> Field:
    binary = raw.get("format") == "binary"
    return Field(raw["name"], raw.get("type", "string"), binary, raw.get("constraints", {}), bool(raw.get("x-one-language")))


def _names(given: object) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given) if isinstance(given, (list, tuple)) else ()


def _json(path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise PackageError(f"{path}: {error}") from None


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read()
        return (gzip.decompress(data) if path.endswith(".gz") else data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise PackageError(f"{path}: {error}") from None
