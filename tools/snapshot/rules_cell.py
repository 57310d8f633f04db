"""Rules that look at one cell or one row: types, constraints, texts, numbers, dates, pairs of languages."""

import re
from collections.abc import Iterator
from datetime import date

from snapshot.package import Field
from snapshot.problem import Context, Problem, sources

E164 = re.compile(r"\+[1-9]\d{6,14}")
# As dialled locally: two to six digits; seven where a country has only a subscriber number for its police.
SHORT_CODE = re.compile(r"[*#]?\d{2,6}#?")
AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TYPES = {"string", "integer", "number", "boolean", "date"}
# Controls, and the marks that turn the direction of what follows on a terminal.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
HOLIDAYS_AHEAD = 2


def schema(context: Context) -> Iterator[Problem]:
    """A descriptor names known types, describes every column, and has a key made of its own columns."""
    for table in context.tables:
        for field in table.fields:
            if field.type not in TYPES:
                yield Problem(table.name, "", "schema", f"{field.name}: no such type as {field.type}")
        described = {raw["name"] for raw in table.schema["fields"] if raw.get("description")}
        for name in sorted(set(table.columns) - described):
            yield Problem(table.name, "", "schema", f"{name} has no description")
        if not table.primary_key or not set(table.primary_key) <= set(table.columns):
            yield Problem(table.name, "", "schema", "no primary key")
        for index in table.indexes:
            if not set(index) <= set(table.columns):
                yield Problem(table.name, "", "schema", f"index of unknown columns {index}")


def cell_type(context: Context) -> Iterator[Problem]:
    """A cell is of the type of its column."""
    for table in context.tables:
        for field in table.fields:
            if field.type == "string" and not field.binary:
                continue
            for row in table.rows:
                try:
                    field.value(row[field.name])
                except ValueError as error:
                    yield Problem(table.name, table.key(row), "cell_type", f"{field.name}: {error}")


def constraint(context: Context) -> Iterator[Problem]:
    """A cell keeps the constraints of its column: required, enum, pattern, minimum, maximum."""
    for table in context.tables:
        for field in table.fields:
            if not field.constraints:
                continue
            pattern = re.compile(field.constraints["pattern"]) if "pattern" in field.constraints else None
            for row in table.rows:
                broken = _broken(field, row[field.name], pattern)
                if broken:
                    yield Problem(table.name, table.key(row), "constraint", f"{field.name}: {row[field.name][:60]!r} {broken}")


def _broken(field: Field, text: str, pattern: "re.Pattern[str] | None") -> str:
    rules = field.constraints
    if text == "":
        return "is required" if rules.get("required") else ""
    if "enum" in rules and text not in rules["enum"]:
        return f"is none of {', '.join(map(str, rules['enum']))}"
    if pattern and not pattern.fullmatch(text):
        return f"does not match {pattern.pattern}"
    try:
        if "minimum" in rules and float(text) < rules["minimum"]:
            return f"is below {rules['minimum']}"
        if "maximum" in rules and float(text) > rules["maximum"]:
            return f"is above {rules['maximum']}"
    except ValueError:
        return "is no number"
    return ""


def clean_text(context: Context) -> Iterator[Problem]:
    """A text has no blanks around it, no controls and no marks that turn its direction."""
    for table in context.tables:
        for row in table.rows:
            for name, text in row.items():
                if text.isascii() and text.isprintable() and text[:1] != " " and text[-1:] != " ":
                    continue
                if text != text.strip() or UNSAFE.search(text):
                    yield Problem(table.name, table.key(row), "clean_text", f"{name}: {text[:60]!r}")


def phone_number(context: Context) -> Iterator[Problem]:
    """A number is E.164 in columns ending _e164 and a short code in short_code; several are separated by a blank."""
    for table in context.tables:
        for name in table.columns:
            wanted = E164 if name.endswith("_e164") else SHORT_CODE if name == "short_code" else None
            if wanted is None:
                continue
            for row in table.rows:
                if row[name] and not all(wanted.fullmatch(number) for number in row[name].split(" ")):
                    yield Problem(table.name, table.key(row), "phone_number", f"{name}: {row[name]!r}")


def phone_confidence(context: Context) -> Iterator[Problem]:
    """A telephone number that rests on general knowledge alone says so: confidence is unverified."""
    own = {source for source, licence in context.source_licence.items() if licence == "own-work"}
    for table in context.tables:
        numbers = [name for name in table.columns if name.endswith("_e164") or name == "short_code"]
        for row in table.rows if numbers else ():
            rests_on = sources(row)
            unverified = bool(rests_on) and set(rests_on) <= own
            if unverified and row.get("confidence") != "unverified" and any(row[name] for name in numbers):
                yield Problem(table.name, table.key(row), "phone_confidence", "general knowledge that is not marked unverified")


def dates(context: Context) -> Iterator[Problem]:
    """A date exists; `as_of` does not lie after the data package, a holiday at most two years after it."""
    version = _day(context.package.version)
    if version is None:
        yield Problem("datapackage", "", "dates", f"version {context.package.version!r} is no date")
        return
    latest = version.replace(year=version.year + HOLIDAYS_AHEAD, month=12, day=31)
    for table in context.tables:
        for field in table.fields:
            if field.name != "as_of" and field.type != "date":
                continue
            for row in table.rows:
                text = row[field.name]
                day = _day(text)
                if text and day is None:
                    yield Problem(table.name, table.key(row), "dates", f"{field.name}: {text!r} is no date")
                elif day and day > (version if field.name == "as_of" else latest):
                    yield Problem(table.name, table.key(row), "dates", f"{field.name}: {text} lies in the future")


def _day(text: str) -> date | None:
    if not AS_OF.fullmatch(text):
        return None
    try:
        return date.fromisoformat((text + "-01-01")[:10]) if len(text) < 10 else date.fromisoformat(text)
    except ValueError:
        return None


def both_languages(context: Context) -> Iterator[Problem]:
    """A text of our own stands in English and in Indonesian, or in neither."""
    for table in context.tables:
        for field in table.fields:
            if field.one_language or not field.name.endswith("_en"):
                continue
            other = field.name.removesuffix("_en") + "_id"
            if other not in table.columns:
                yield Problem(table.name, "", "both_languages", f"{field.name} without {other}")
                continue
            for row in table.rows:
                if bool(row[field.name]) != bool(row[other]):
                    yield Problem(table.name, table.key(row), "both_languages", f"only one of {field.name} and {other} is filled")
