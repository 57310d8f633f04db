"""Check data/ by every rule: `python tools/check_data.py [--data FOLDER] [--sort] [--raise-floor] [--all]`."""

import argparse
import os
import sys
from collections import Counter

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [folder for folder in (os.path.join(ROOT, "tools"), os.path.join(ROOT, "src")) if folder not in sys.path]

from snapshot.check import check  # noqa: E402
from snapshot.package import Package, PackageError, write_rows  # noqa: E402
from snapshot.problem import context  # noqa: E402

SHOWN = 5


def sort_tables(package: Package) -> None:
    """Write every table whose rows are out of order again, in order."""
    for table in package.tables.values():
        ordered = sorted(table.rows, key=table.order)
        if ordered != table.rows:
            write_rows(table, ordered)
            print(f"sorted {table.path}")


def raise_floor(package: Package) -> None:
    """Write the present row counts into coverage_floor.csv where they are higher; lowering is done by hand, with a reason."""
    floor = context(package).floor
    with open(os.path.join(package.root, "coverage_floor.csv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("table,row_count\n")
        for name in sorted(package.tables):
            file.write(f"{name},{max(floor.get(name, 0), len(package.tables[name].rows))}\n")


def main() -> int:
    """Print what is wrong, at most five rows a rule and table, and return 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", metavar="FOLDER", default=os.path.join(ROOT, "data"))
    parser.add_argument("--sort", action="store_true", help="first put rows in order")
    parser.add_argument("--raise-floor", action="store_true", help="first raise coverage_floor.csv to the present counts")
    parser.add_argument("--all", action="store_true", help="print every problem")
    arguments = parser.parse_args()
    try:
        if arguments.sort:
            sort_tables(Package(arguments.data))
        package = Package(arguments.data)
        if arguments.raise_floor:
            raise_floor(package)
        problems = check(package)
    except PackageError as error:
        print(f"check_data: {error}", file=sys.stderr)
        return 1
    seen: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        seen[problem.table, problem.rule] += 1
        if arguments.all or seen[problem.table, problem.rule] <= SHOWN:
            print(problem)
    for (table, rule), times in seen.items():
        if times > SHOWN and not arguments.all:
            print(f"{table} {rule}: {times} in all")
    rows = sum(len(table.rows) for table in package.tables.values())
    print(f"{len(package.tables)} tables, {rows} rows, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
