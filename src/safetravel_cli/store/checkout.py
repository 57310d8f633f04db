"""Tell whether the snapshot of an editable checkout still fits the tables in data/.

A build in place writes `_data/checkout.txt`: one line a file of data/, `size mtime_ns sha256 path`, sorted by path.
A wheel holds no such file, so there is nothing to check. Times are compared first; only a file whose time differs is read.
"""

import os

from safetravel_cli import errors, paths

LIST = os.path.join(paths.PACKAGE, "_data", "checkout.txt")
DATA = os.path.join(os.path.dirname(os.path.dirname(paths.PACKAGE)), "data")


def check(listing: str = LIST, data: str = DATA) -> None:
    """Compare the tables of a checkout with those that its snapshot was built from.

    Raises:
        SnapshotError: a table changed, came or went since.
    """
    if os.path.isfile(listing) and os.path.isdir(data) and _changed(listing, data):
        raise errors.SnapshotError("errors.snapshot_stale", path=data)


def files(data: str) -> "list[tuple[str, int, int]]":
    """Return (path below `data` with slashes, size, mtime_ns) of each table, schema and descriptor, sorted by path."""
    found: list[tuple[str, int, int]] = []
    _scan(data, "", found)
    return sorted(found)


def digest(path: str) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    import hashlib

    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _scan(folder: str, prefix: str, found: "list[tuple[str, int, int]]") -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith((".csv", ".csv.gz", ".json")):
                facts = entry.stat()
                found.append((prefix + name, facts.st_size, facts.st_mtime_ns))
            elif "." not in name and entry.is_dir():
                _scan(entry.path, prefix + name + "/", found)


def _changed(listing: str, data: str) -> bool:
    with open(listing, encoding="utf-8") as file:
        built = [line.split(" ", 3) for line in file.read().splitlines()]
    now = files(data)
    if [(line[3], line[0]) for line in built] != [(path, str(size)) for path, size, _ in now]:
        return True
    touched = [(line[2], path) for line, (path, _, mtime) in zip(built, now, strict=True) if line[1] != str(mtime)]
    return any(digest(os.path.join(data, path)) != known for known, path in touched)
