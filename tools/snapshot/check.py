"""All rules over a data package (DESIGN of the tables: docs/explanation/data.md)."""

from collections.abc import Callable, Iterator

from snapshot import rules_cell, rules_table
from snapshot.package import Package
from snapshot.problem import Context, Problem, context

RULES: tuple[Callable[[Context], Iterator[Problem]], ...] = (
    rules_cell.schema,
    rules_cell.cell_type,
    rules_cell.constraint,
    rules_cell.clean_text,
    rules_cell.phone_number,
    rules_cell.phone_confidence,
    rules_cell.dates,
    rules_cell.both_languages,
    rules_table.duplicate_key,
    rules_table.sorted_rows,
    rules_table.foreign_key,
    rules_table.country_code,
    rules_table.source_known,
    rules_table.licence_allowed,
    rules_table.copyleft_apart,
    rules_table.coverage,
    rules_table.inside_country,
)


def check(package: Package) -> list[Problem]:
    """Return what is wrong, without what exceptions.csv excuses.

    Raises:
        PackageError: a table cannot be read.
    """
    known = context(package)
    found = [problem for rule in RULES for problem in rule(known)]
    return sorted(problem for problem in found if (problem.table, problem.row, problem.rule) not in known.exceptions)
