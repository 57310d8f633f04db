"""Compile data/ into src/safetravel_cli/_data/: `python tools/build_snapshot.py [--into FOLDER] [--data FOLDER]`."""

import argparse
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# A checkout is compiled before the product is installed, and by the build hook in an environment of its own.
sys.path[:0] = [folder for folder in (os.path.join(ROOT, "tools"), os.path.join(ROOT, "src")) if folder not in sys.path]

from safetravel_cli.store import checkout  # noqa: E402
from snapshot.compile import compile_all  # noqa: E402
from snapshot.package import Package, PackageError  # noqa: E402

DATA = os.path.join(ROOT, "data")
IN_PLACE = os.path.join(ROOT, "src", "safetravel_cli", "_data")


def build(folder: str, data: str = DATA) -> list[str]:
    """Compile the tables into a folder and return the paths of the files.

    Raises:
        PackageError: a table cannot be read.
    """
    return compile_all(Package(data), folder)


def build_in_place() -> list[str]:
    """Compile into the checkout, and note what it was compiled from (store/checkout.py)."""
    facts = checkout.files(DATA)
    listing = os.path.join(IN_PLACE, "checkout.txt")
    # Gone while the files are being written: an interrupted build leaves no list that would vouch for them.
    os.makedirs(IN_PLACE, exist_ok=True)
    with open(listing, "w", encoding="utf-8", newline="\n") as file:
        file.write("0 0 - unfinished\n")
    written = build(IN_PLACE)
    for name in os.listdir(IN_PLACE):
        path = os.path.join(IN_PLACE, name)
        if name.endswith(".sqlite") and path not in written:
            os.remove(path)
    with open(listing, "w", encoding="utf-8", newline="\n") as file:
        for path, size, mtime in facts:
            file.write(f"{size} {mtime} {checkout.digest(os.path.join(DATA, path))} {path}\n")
    return written


def main() -> int:
    """Build, and say how large the files are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", metavar="FOLDER", help="write there instead of into the checkout")
    parser.add_argument("--data", metavar="FOLDER", default=DATA, help="the data package to compile (with --into)")
    arguments = parser.parse_args()
    try:
        written = build(arguments.into, arguments.data) if arguments.into else build_in_place()
    except PackageError as error:
        print(f"build_snapshot: {error}", file=sys.stderr)
        return 1
    for path in written:
        print(f"{os.path.getsize(path) / 1e6:6.1f} MB  {os.path.relpath(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
