"""Rules that look across rows and tables: keys, order, references, sources and licences, coverage, places."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from safetravel_cli.geo.borders import Borders
from snapshot.compile import write_tables
from snapshot.package import PackageError, Table
from snapshot.problem import Context, Problem, sources

# Tables about the tables carry no source of their own.
WITHOUT_SOURCE = {"licence", "source", "omission"}
# Points of larger tables are sampled evenly; these are looked at one by one.
EVERY_POINT = {"mission", "capital", "country", "airport", "foreign_mission"}
SAMPLE = 2_000
# A point may lie a little outside its border: 1 km for coasts, bridges and what stands on the line.
STEPS = [(0.0, 0.0), (0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)]
STEPS += [(north, east) for north in (-0.007, 0.007) for east in (-0.007, 0.007)]


def duplicate_key(context: Context) -> Iterator[Problem]:
    """No two rows have one primary key."""
    for table in context.tables:
        for key, times in Counter(map(table.key, table.rows)).items():
            if times > 1:
                yield Problem(table.name, key, "duplicate_key", f"{times} rows")


def sorted_rows(context: Context) -> Iterator[Problem]:
    """Rows stand in the order of the primary key, so that a change reads well."""
    for table in context.tables:
        try:
            keys = [table.order(row) for row in table.rows]
        except ValueError:
            continue
        wrong = next((number for number in range(1, len(keys)) if keys[number] < keys[number - 1]), 0)
        if wrong:
            yield Problem(table.name, table.key(table.rows[wrong]), "sorted_rows", "stands too late; check_data.py --sort")


def foreign_key(context: Context) -> Iterator[Problem]:
    """A reference to another table finds its row there."""
    for table in context.tables:
        for key in table.foreign_keys:
            target = context.package.tables.get(key.table or table.name)
            if target is None or not set(key.reference) <= set(target.columns):
                yield Problem(table.name, "", "foreign_key", f"there is no {key.table}.{'/'.join(key.reference)}")
                continue
            known = {tuple(row[name] for name in key.reference) for row in target.rows}
            for row in table.rows:
                value = tuple(row[name] for name in key.fields)
                if all(value) and value not in known:
                    yield Problem(table.name, table.key(row), "foreign_key", f"{'/'.join(value)} is not in {target.name}")


def country_code(context: Context) -> Iterator[Problem]:
    """A country code is one of the table country; columns ending _country_code and _country_codes too."""
    for table in context.tables:
        names = [name for name in table.columns if name.endswith(("country_code", "country_codes"))]
        for row in table.rows if names else ():
            unknown = [code for name in names for code in row[name].split() if code not in context.countries]
            if unknown:
                yield Problem(table.name, table.key(row), "country_code", f"{' '.join(unknown)} is no country")


def source_known(context: Context) -> Iterator[Problem]:
    """Every row names sources that source.csv lists."""
    for table in context.tables:
        if table.name in WITHOUT_SOURCE:
            continue
        if not {"source", "as_of"} <= set(table.columns):
            yield Problem(table.name, "", "source_known", "no columns source and as_of")
            continue
        for row in table.rows:
            unknown = [source for source in sources(row) if source not in context.source_licence]
            if unknown or not sources(row):
                yield Problem(table.name, table.key(row), "source_known", f"not in source.csv: {';'.join(unknown) or 'blank'}")


def licence_allowed(context: Context) -> Iterator[Problem]:
    """Every source in use has a licence that the list allows; what is not on the list is refused."""
    for table in context.tables:
        for row in table.rows if table.name not in WITHOUT_SOURCE else ():
            for source in sources(row):
                licence = context.source_licence.get(source, "")
                if context.licences.get(licence, {}).get("allowed") != "yes":
                    yield Problem(table.name, table.key(row), "licence_allowed", f"{source} is under {licence or 'no licence'}")
    for source, licence in context.source_licence.items():
        if context.licences.get(licence, {}).get("allowed") != "yes":
            yield Problem("source", source, "licence_allowed", f"{licence or 'no licence'} is not allowed")


def copyleft_apart(context: Context) -> Iterator[Problem]:
    """Rows under LGPL 3 or GPL stand in the place pack of their own, and nowhere else."""
    for table in context.tables:
        if table.database == "places-copyleft":
            continue
        for row in table.rows if table.name not in WITHOUT_SOURCE else ():
            licences = [context.licences.get(context.source_licence.get(source, ""), {}) for source in sources(row)]
            if any(licence.get("family") == "copyleft" for licence in licences):
                yield Problem(table.name, table.key(row), "copyleft_apart", f"may not stand in {table.database}")


def coverage(context: Context) -> Iterator[Problem]:
    """No table holds fewer rows than coverage_floor.csv says, and each has a line there."""
    for table in context.tables:
        floor = context.floor.get(table.name)
        if floor is None:
            yield Problem(table.name, "", "coverage", "has no line in coverage_floor.csv; check_data.py --raise-floor")
        elif len(table.rows) < floor:
            yield Problem(table.name, "", "coverage", f"{len(table.rows)} rows, {floor} are the floor")
    for name in sorted(set(context.floor) - set(context.package.tables)):
        yield Problem(name, "", "coverage", "is gone, coverage_floor.csv still lists it")


def inside_country(context: Context) -> Iterator[Problem]:
    """A point lies in the country that its row names, within a kilometre or so; exceptions.csv lists those that do not."""
    tables = context.package.tables
    if not {"border_tile", "border_region", "border_area"} <= set(tables):
        yield Problem("border_tile", "", "inside_country", "no border tables")
        return
    db = sqlite3.connect(":memory:")
    try:
        write_tables(db, [tables["border_area"], tables["border_region"], tables["border_tile"]])
        borders = Borders(db)
        for table in context.tables:
            if {"country_code", "latitude", "longitude"} <= set(table.columns):
                yield from _outside(table, borders)
    except PackageError as error:
        yield Problem("border_tile", "", "inside_country", f"the borders cannot be read: {error}")
    finally:
        db.close()


def _outside(table: Table, borders: Borders) -> Iterator[Problem]:
    step = 1 if table.name in EVERY_POINT else max(1, len(table.rows) // SAMPLE)
    for row in table.rows[::step]:
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        except ValueError:
            continue
        found = _countries(borders, latitude, longitude, row["country_code"]) if row["country_code"] else []
        if found:
            yield Problem(table.name, table.key(row), "inside_country", f"the point is in {' '.join(found)}")


def _countries(borders: Borders, latitude: float, longitude: float, wanted: str) -> list[str]:
    found: dict[str, None] = {}
    for north, east in STEPS:
        answer = borders.lookup(max(-90.0, min(90.0, latitude + north)), longitude + east)
        claims = " ".join(area.claimed_by for area in answer.areas).split()
        if wanted in (answer.country_code, answer.control, *claims):
            return []
        found[answer.country_code or "the high sea"] = None
    return list(found)
