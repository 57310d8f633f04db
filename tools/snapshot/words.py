"""The index of the words of all facts, made with the queries and the folding of the reader."""

import sqlite3
from collections.abc import Iterable

from safetravel_cli.lookup import fulltext, word_index
from snapshot.package import PackageError


def write_index(db: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Write `search_word`, and the order of its kinds into `meta`, where all tables are that facts are searched in."""
    if not set(tables) >= fulltext.TABLES:
        return
    found: dict[str, list[int]] = {}
    for place, (kind, part) in enumerate(fulltext.PARTS.items()):
        for rowid, *row in db.execute(f"SELECT * FROM ({part}) ORDER BY 1"):
            if rowid > word_index.MOST:
                raise PackageError(f"search: more than {word_index.MOST} rows of {kind}")
            fact = fulltext.Fact(kind, *[value or "" for value in row])
            for word in sorted(set(fulltext.whole(fact).split())):
                found.setdefault(word, []).append(place << word_index.SHIFT | rowid)
    db.execute("INSERT INTO meta VALUES ('search_kinds', ?)", (" ".join(fulltext.PARTS),))
    db.execute("CREATE TABLE search_word (word TEXT PRIMARY KEY, facts BLOB) WITHOUT ROWID")
    db.executemany("INSERT INTO search_word VALUES (?, ?)", [(word, word_index.pack(found[word])) for word in sorted(found)])
