"""Write a pack of places that a person fetched: one file an area and kind, whole or not at all.

It is written beside its place and moved there, so that a reader sees the old file or the new one. It has the form of
the bundled packs, but no telephone numbers (docs/explanation/sync.md says why).
"""

import os
import sqlite3
import time

from safetravel_cli.store import place_table
from safetravel_cli.store.schema import APPLICATION_ID, PLACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    Row = dict[str, Any]

# An unfinished file of this age belongs to no run that is still going.
LEFT_OVER_S = 3600.0
FIRST = ("place_id", "name", "name_local", "name_en")
LAST = ("precision", "country_code", "city", "address", "phone_e164", "website", "opening_hours")
END = ("confidence", "source", "as_of")
# Topic -> the columns of its own, before and after LAST; all in the order of data/schema.
OWN = {
    "worship": (("religion", "denomination", "kind"), ()),
    "hospital": (("kind", "emergency"), ()),
    "restaurant": (("kind", "halal", "cuisine"), ()),
    "sight": (
        ("kind",),
        (
            "other_country_codes", "wikidata_id", "unesco_number", "unesco_type", "unesco_year", "unesco_in_danger",
            "unesco_parts",
        ),
    ),
}  # fmt: skip
INTEGERS = ("emergency", "unesco_year", "unesco_in_danger", "unesco_parts")


def columns(topic: str) -> "tuple[str, ...]":
    """Return the columns of a place of a topic, those of its position left out."""
    before, after = OWN[topic]
    return (*FIRST, *before, *LAST, *after, *END)


def write(path: str, topic: str, rows: "Iterable[Row]", meta: "Mapping[str, str]") -> None:
    """Write rows (latitude and longitude in degrees; a column that is not given is blank) as the pack at `path`.

    Raises:
        OSError: the folder cannot be written.
    """
    os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
    _sweep(path)
    part = f"{path}.{os.getpid()}.part"
    names = columns(topic)
    whole = [{**dict.fromkeys(names), **row} for row in rows]
    whole.sort(key=lambda row: str(row["place_id"]))
    try:
        _fill(part, topic, {name: "INTEGER" if name in INTEGERS else "TEXT" for name in names}, whole, meta)
        os.chmod(part, 0o600)
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from None
    finally:
        if os.path.exists(part):
            os.remove(part)


def _sweep(path: str) -> None:
    """Remove what runs that were killed long ago left unfinished."""
    folder, name = os.path.split(path)
    for other in os.listdir(folder):
        part = os.path.join(folder, other)
        if other.startswith(name + ".") and other.endswith(".part") and time.time() - os.path.getmtime(part) > LEFT_OVER_S:
            os.remove(part)


def _fill(path: str, topic: str, kinds: "Mapping[str, str]", rows: "list[Row]", meta: "Mapping[str, str]") -> None:
    db = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody reads it before it is whole.
        for pragma in ("page_size=4096", "journal_mode=OFF", "synchronous=OFF"):
            db.execute(f"PRAGMA {pragma}")
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={PLACES}")
        db.execute("BEGIN")
        db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        place_table.write(db, topic, topic, kinds, rows)
        db.execute("COMMIT")
    finally:
        db.close()
