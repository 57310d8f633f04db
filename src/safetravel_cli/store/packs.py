"""The packs of places, bundled ones and those that the person fetched: opened read-only, searched together, never made one.

A pack that is missing or damaged is left out and named; what the others hold is still an answer.
"""

import os
import sqlite3
import struct
from heapq import merge

from safetravel_cli import errors, paths
from safetravel_cli.geo import nearest
from safetravel_cli.store.schema import PLACES
from safetravel_cli.store.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from safetravel_cli.env import Env

# Name of the pack -> what its tables are called: the copyleft one has its own notice.
BUNDLED = {"places": "", "places-copyleft": "_copyleft"}
# What reading a damaged file ends in.
_DAMAGED = (errors.SnapshotError, sqlite3.Error, struct.error, ArithmeticError, LookupError, AssertionError, RuntimeError)
# A fetched pack is OWN, area, "." and the topic that it has.
OWN, ENDING = "osm-", ".sqlite"

# Cities with most places first, then by name; what has a name first. Only ids: rows are long.
_IN_COUNTRY = """SELECT id FROM (
        SELECT p.id, p.city, p.name, count(*) OVER (PARTITION BY p.city) AS size
        FROM place_range r CROSS JOIN "{table}" p ON p.id BETWEEN r.first AND r.last AND p.country_code = r.country_code
        WHERE r.topic = ? AND r.country_code = ? {only})
    ORDER BY city IS NULL, size DESC, city, name IS NULL, name, id"""

_IDS = """SELECT p.place_id FROM place_range r CROSS JOIN "{table}" p
    ON p.id BETWEEN r.first AND r.last AND p.country_code = r.country_code
    WHERE r.topic = ? AND r.country_code = ? {only}"""


class Pack:
    """One file of places and its trees; `own`: fetched by the person."""

    __slots__ = ("facts", "forests", "name", "own", "suffix")

    def __init__(self, name: str, path: str, suffix: str, own: bool = False) -> None:
        """Open a pack.

        Raises:
            SnapshotError: missing, damaged, not ours, of another schema.
        """
        self.name = name
        self.suffix = suffix
        self.own = own
        self.facts = Snapshot(path, PLACES)
        self.forests: dict[str, list[nearest.Tree]] = {}

    def forest(self, topic: str) -> "list[nearest.Tree]":
        """Return the trees of a topic, none where the pack has no such places."""
        if topic not in self.forests:
            self.forests[topic] = nearest.trees(self.facts.db, topic)
        return self.forests[topic]

    def near(self, topic: str, only: "Collection[str]", latitude: float, longitude: float) -> "Iterator[dict[str, Any]]":
        """Yield the places of some categories (all where none is named), nearest first, as `row` with `chord_m`."""
        chosen = [tree for tree in self.forest(topic) if not only or tree.category in only]
        for chord, number, *position in nearest.search(chosen, latitude, longitude):
            yield {**self.row(topic, number), "latitude": position[0], "longitude": position[1], "chord_m": chord}

    def in_country(self, topic: str, only: "Collection[str]", code: str) -> "Iterator[dict[str, Any]]":
        """Yield the places of a country, by city."""
        if not self.forest(topic):
            return
        marks = f"AND r.category IN ({','.join('?' * len(only))})" if only else ""
        sql = _IN_COUNTRY.format(table=topic + self.suffix, only=marks)
        for number in list(self.facts.values(sql, topic, code, *only)):
            assert isinstance(number, int)
            tree = next(one for one in self.forest(topic) if one.first <= number < one.first + one.size)
            latitude, longitude = tree.position(number)
            yield {**self.row(topic, number), "latitude": latitude, "longitude": longitude}

    def row(self, topic: str, number: int) -> "dict[str, Any]":
        """Return a place by its id: the columns of its table, with `topic` and `pack`."""
        found = self.facts.row(f'SELECT * FROM "{topic}{self.suffix}" WHERE id = ?', number)  # noqa: S608
        assert found
        del found["id"]
        return {**found, "topic": topic, "pack": self.name}

    def count(self, topic: str, only: "Collection[str]", code: str) -> int:
        """Return how many places of some categories a country has here."""
        return sum(self.sizes(topic, only, code))

    def sizes(self, topic: str, only: "Collection[str]", code: str) -> "Iterator[int]":
        """Yield how many places of each category a country has here."""
        sql = "SELECT category, sum(size) AS size FROM place_range WHERE topic = ? AND country_code = ? GROUP BY category"
        for row in self.facts.rows(sql, topic, code) if self.forest(topic) else []:
            if not only or row["category"] in only:
                yield int(str(row["size"]))

    def ids(self, topic: str, only: "Collection[str]", code: str) -> "Iterator[object]":
        """Yield the ids of those places."""
        marks = f"AND r.category IN ({','.join('?' * len(only))})" if only else ""
        if self.forest(topic):
            yield from self.facts.values(_IDS.format(table=topic + self.suffix, only=marks), topic, code, *only)


class Packs:
    """All packs that are there, the fetched ones first; `missing` and `unreadable` name the others, bundled and fetched."""

    __slots__ = ("missing", "packs", "unreadable")

    def __init__(self, packs: "list[Pack]", missing: "list[str]", unreadable: "list[str]") -> None:
        self.packs = packs
        self.missing = missing
        self.unreadable = unreadable

    def near(self, topic: str, only: "Collection[str]", latitude: float, longitude: float) -> "Iterator[dict[str, Any]]":
        """Yield the places of all packs, nearest first."""
        found = [self._guarded(pack, pack.near(topic, only, latitude, longitude)) for pack in self.packs]
        yield from merge(*found, key=lambda row: row["chord_m"])

    def in_country(self, topic: str, only: "Collection[str]", code: str) -> "Iterator[dict[str, Any]]":
        """Yield the places of a country, pack after pack, each by city."""
        for pack in self.packs:
            yield from self._guarded(pack, pack.in_country(topic, only, code))

    def count(self, topic: str, only: "Collection[str]", code: str) -> int:
        """Return how many places of some categories a country has in the bundled packs."""
        return sum(pack.count(topic, only, code) for pack in self.packs if not pack.own)

    def fetched(self, topic: str, only: "Collection[str]", code: str) -> "tuple[int, str]":
        """Return how many such places the person has fetched, each counted once, and the date of the newest pack, or ''."""
        own = [pack for pack in self.packs if pack.own]
        sizes = {pack: sum(self._guarded(pack, pack.sizes(topic, only, code))) for pack in own}
        held = [pack for pack, size in sizes.items() if size]
        date = max((pack.facts.meta("date") for pack in held), default="")
        if len(held) < 2:
            return sum(sizes.values()), date
        return len({one for pack in held for one in self._guarded(pack, pack.ids(topic, only, code))}), date

    def _guarded(self, pack: Pack, rows: "Iterator[Any]") -> "Iterator[Any]":
        """Yield what a pack tells; a fetched one that turns out damaged is named, and the others go on."""
        try:
            yield from rows
        except _DAMAGED:
            if not pack.own:
                raise
            if pack.name not in self.unreadable:
                self.unreadable.append(pack.name)


def open_packs(env: "Env", topic: str = "") -> Packs:
    """Open the bundled packs beside the snapshot of this run, and what was fetched: all of it, or of one topic."""
    folder = os.path.dirname(paths.snapshot_file(env.environ))
    packs, unreadable = _own(env, topic)
    missing = []
    for name, suffix in BUNDLED.items():
        try:
            packs.append(Pack(name, os.path.join(folder, name + ".sqlite"), suffix))
        except errors.SnapshotError:
            missing.append(name)
    return Packs(packs, missing, unreadable)


def own_files(environ: "Mapping[str, str]") -> "list[str]":
    """Return the names of the files that were fetched, sorted; none where the folder is not there."""
    try:
        names = os.listdir(paths.places_dir(environ))
    except OSError:
        return []
    return sorted(name for name in names if name.startswith(OWN) and name.endswith(ENDING))


def remove_own(environ: "Mapping[str, str]") -> int:
    """Remove what was fetched, and return how many files that were.

    Raises:
        OSError: one cannot be removed.
    """
    folder, names = paths.places_dir(environ), own_files(environ)
    unfinished = [name for name in os.listdir(folder) if name.startswith(OWN) and name.endswith(".part")] if names else []
    for name in [*names, *unfinished]:
        os.remove(os.path.join(folder, name))
    return len(names)


def _own(env: "Env", topic: str) -> "tuple[list[Pack], list[str]]":
    """Open the fetched packs, newest first; return them and the names of those that cannot be read."""
    packs, unreadable = [], []
    for file in own_files(env.environ):
        name = file.removesuffix(ENDING)
        if topic and not name.endswith("." + topic):
            continue
        try:
            pack = Pack(name, os.path.join(paths.places_dir(env.environ), file), "", own=True)
            packs.append((pack.facts.meta("date"), pack))
        except (errors.SnapshotError, sqlite3.Error):
            unreadable.append(name)
    packs.sort(key=lambda pair: pair[0], reverse=True)
    return [pack for _, pack in packs], unreadable
