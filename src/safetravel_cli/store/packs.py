"""The bundled packs of places: opened read-only beside the snapshot, searched together, never made into one table.

A pack that is missing or damaged is left out and named; what the others hold is still an answer.
"""

import os
from heapq import merge

from safetravel_cli import errors, paths
from safetravel_cli.geo import nearest
from safetravel_cli.store.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from safetravel_cli.env import Env

# Name of the pack -> what its tables are called: the copyleft one has its own notice.
BUNDLED = {"places": "", "places-copyleft": "_copyleft"}

# Cities with most places first, then by name; what has a name first. Only ids: rows are long.
_IN_COUNTRY = """SELECT id FROM (
        SELECT p.id, p.city, p.name, count(*) OVER (PARTITION BY p.city) AS size
        FROM place_range r CROSS JOIN "{table}" p ON p.id BETWEEN r.first AND r.last AND p.country_code = r.country_code
        WHERE r.topic = ? AND r.country_code = ? {only})
    ORDER BY city IS NULL, size DESC, city, name IS NULL, name, id"""


class Pack:
    """One file of places and its trees."""

    __slots__ = ("facts", "forests", "name", "suffix")

    def __init__(self, name: str, path: str, suffix: str) -> None:
        """Open a pack.

        Raises:
            SnapshotError: missing, damaged, not ours, of another schema.
        """
        self.name = name
        self.suffix = suffix
        self.facts = Snapshot(path)
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
        sql = "SELECT category, sum(size) AS size FROM place_range WHERE topic = ? AND country_code = ? GROUP BY category"
        rows = self.facts.rows(sql, topic, code) if self.forest(topic) else []
        return sum(int(str(row["size"])) for row in rows if not only or row["category"] in only)


class Packs:
    """All packs that are there; `missing` names the others."""

    __slots__ = ("missing", "packs")

    def __init__(self, packs: "list[Pack]", missing: "list[str]") -> None:
        self.packs = packs
        self.missing = missing

    def near(self, topic: str, only: "Collection[str]", latitude: float, longitude: float) -> "Iterator[dict[str, Any]]":
        """Yield the places of all packs, nearest first."""
        found = [pack.near(topic, only, latitude, longitude) for pack in self.packs]
        yield from merge(*found, key=lambda row: row["chord_m"])

    def in_country(self, topic: str, only: "Collection[str]", code: str) -> "Iterator[dict[str, Any]]":
        """Yield the places of a country, pack after pack, each by city."""
        for pack in self.packs:
            yield from pack.in_country(topic, only, code)

    def count(self, topic: str, only: "Collection[str]", code: str) -> int:
        """Return how many places of some categories a country has in all packs."""
        return sum(pack.count(topic, only, code) for pack in self.packs)


def open_packs(env: "Env") -> Packs:
    """Open the bundled packs beside the snapshot of this run."""
    folder = os.path.dirname(paths.snapshot_file(env.environ))
    packs, missing = [], []
    for name, suffix in BUNDLED.items():
        try:
            packs.append(Pack(name, os.path.join(folder, name + ".sqlite"), suffix))
        except errors.SnapshotError:
            missing.append(name)
    return Packs(packs, missing)
