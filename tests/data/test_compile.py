"""The compiled files: the same bytes from the same tables, values of their types, names that are found."""

import gzip
import os
import sqlite3
import time

import pytest

from safetravel_cli.errors import SnapshotError
from safetravel_cli.lookup.fold import fold
from safetravel_cli.store import checkout
from safetravel_cli.store.schema import APPLICATION_ID, PLACES, SCHEMA
from safetravel_cli.store.snapshot import Snapshot
from snapshot.compile import compile_all
from snapshot.package import Package, PackageError


def built(tiny, tmp_path, name="out", **environ):
    """Compile and return {file name: path}."""
    return {os.path.basename(path): path for path in compile_all(Package(tiny.root), str(tmp_path / name), environ)}


def query(path, sql, *values):
    db = sqlite3.connect(path)
    try:
        return db.execute(sql, values).fetchall()
    finally:
        db.close()


def test_two_builds_are_the_same_bytes(tiny, tmp_path):
    first, second = built(tiny, tmp_path, "one"), built(tiny, tmp_path, "two")
    assert sorted(first) == ["places-copyleft.sqlite", "places.sqlite", "snapshot.sqlite"]
    for name in first:
        with open(first[name], "rb") as one, open(second[name], "rb") as two:
            assert one.read() == two.read()


def test_the_order_of_the_rows_in_the_tables_does_not_matter(tiny, tmp_path):
    first = built(tiny, tmp_path, "one")["snapshot.sqlite"]
    rows = query(first, "SELECT * FROM helpline")
    tiny.put("helpline", tiny.rows("helpline")[::-1])
    assert query(built(tiny, tmp_path, "two")["snapshot.sqlite"], "SELECT * FROM helpline") == rows
    assert [row[1] for row in rows] == [1, 2, 10]


def test_the_header_marks_the_file_as_ours(tiny, tmp_path):
    for name, path in built(tiny, tmp_path).items():
        assert query(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
        assert query(path, "PRAGMA user_version") == [(SCHEMA if name == "snapshot.sqlite" else PLACES,)]
        assert query(path, "PRAGMA page_size") == [(4096,)]
        assert query(path, "PRAGMA integrity_check") == [("ok",)]
        assert query(path, "PRAGMA journal_mode") != [("wal",)]


def test_the_product_opens_the_file(tiny, tmp_path):
    snapshot = Snapshot(built(tiny, tmp_path)["snapshot.sqlite"])
    assert snapshot.meta("date") == "2026-11-25"
    assert snapshot.meta("built_from") == "tiny 2026-11-25"
    assert len(snapshot.meta("content_sha256")) == 64
    snapshot.db.close()


def test_no_clock_but_source_date_epoch(tiny, tmp_path):
    without = built(tiny, tmp_path, "one")["snapshot.sqlite"]
    assert query(without, "SELECT value FROM meta WHERE key = 'build_date'") == []
    dated = built(tiny, tmp_path, "two", SOURCE_DATE_EPOCH="1700000000")["snapshot.sqlite"]
    assert query(dated, "SELECT value FROM meta WHERE key = 'build_date'") == [("2023-11-14",)]


def test_the_content_hash_follows_the_content(tiny):
    before = Package(tiny.root).content_sha256()
    tiny.change("place", 0, name="Other")
    after = Package(tiny.root).content_sha256()
    tiny.change("place", 0, name="Mosque")
    assert before != after
    assert Package(tiny.root).content_sha256() == before


def test_cells_become_values(tiny, tmp_path):
    path = built(tiny, tmp_path)["snapshot.sqlite"]
    rows = query(path, "SELECT rank, short_code, phone_e164, free, opened, label_en FROM helpline ORDER BY rank")
    assert rows == [
        (1, "110", None, 1, "2020-01-31", "Police"),
        (2, None, "+12025550123", None, None, "Ambulance"),
        (10, "*112#", None, 0, None, None),
    ]
    assert query(path, "SELECT data FROM border_tile WHERE tile = 1056") == [(b"\x00\x01",)]
    assert query(path, "SELECT typeof(latitude), latitude FROM city WHERE geonames_id = '9'") == [("real", 2.0)]


def test_a_cell_that_is_not_of_its_type_does_not_compile(tiny, tmp_path):
    tiny.change("city", 0, population="many")
    with pytest.raises(PackageError, match="city, 10"):
        built(tiny, tmp_path)


def test_a_gzipped_table_reads_like_a_plain_one(tiny, tmp_path):
    path = os.path.join(tiny.root, "place.csv")
    with open(path, "rb") as file:
        data = file.read()
    with open(path + ".gz", "wb") as file:
        file.write(gzip.compress(data, mtime=0))
    tiny.write("datapackage.json", tiny.read("datapackage.json").replace('"place.csv"', '"place.csv.gz"'))
    assert query(built(tiny, tmp_path)["places.sqlite"], "SELECT place_id FROM place") == [("p1",), ("p2",)]


def test_each_table_stands_in_its_own_database(tiny, tmp_path):
    paths = built(tiny, tmp_path)
    names = {
        file: {row[0] for row in query(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
        for file, path in paths.items()
    }
    index = {"nearest_tree", "nearest_node", "nearest_leaf", "place_range"}
    assert names["places.sqlite"] == {"meta", "place"} | index
    # A list without positions is a table like any other.
    assert names["places-copyleft.sqlite"] == {"meta", "place_copyleft"}
    assert {"licence", "source", "omission", "coverage", "country_name", "city_name"} <= names["snapshot.sqlite"]


def test_places_are_read_by_country_without_an_index_of_their_own(tiny, tmp_path):
    path = built(tiny, tmp_path)["places.sqlite"]
    assert query(path, "SELECT country_code, first, last, size FROM place_range") == [("AA", 1, 1, 1), ("BB", 2, 2, 1)]
    assert query(path, "SELECT id, name FROM place") == [(1, "Mosque"), (2, "Shrine")]
    assert query(path, "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL") == [(0,)]


def test_coverage_counts_rows_of_every_database(tiny, tmp_path):
    path = built(tiny, tmp_path)["snapshot.sqlite"]
    assert query(path, "SELECT country_code, row_count FROM coverage WHERE topic = 'helpline'") == [("AA", 3)]
    assert query(path, "SELECT country_code, row_count FROM coverage WHERE topic = 'place'") == [("AA", 1), ("BB", 1)]


@pytest.mark.parametrize(
    ("typed", "kind", "codes"),
    [
        ("alandia", "own_name", ["AA"]),
        ("Ølland", "alias", ["AA"]),
        ("ALIA", "alias", ["AA"]),
        ("shared", "alias", ["AA", "BB"]),
        ("bb", "alpha2", ["BB"]),
        (".bb", "alpha2", ["BB"]),
        ("BBB", "alpha3", ["BB"]),
        ("002", "numeric", ["BB"]),
        ("2", "calling_code", ["BB"]),
        ("+2", "calling_code", ["BB"]),
    ],
)
def test_countries_are_found_by_every_name_and_code(tiny, tmp_path, typed, kind, codes):
    path = built(tiny, tmp_path)["snapshot.sqlite"]
    rows = query(path, "SELECT country_code, kind, shared FROM country_name WHERE folded = ? ORDER BY 1", fold(typed))
    assert rows == [(code, kind, int(len(codes) > 1)) for code in codes]


@pytest.mark.parametrize(
    ("typed", "found"), [("alesby", [(10,)]), ("alesbi", [(10,)]), ("grandeville", [(9,)]), ("bigtown", [(9,)]), ("unheard", [])]
)
def test_cities_are_found_and_other_spellings_only_of_large_ones(tiny, tmp_path, typed, found):
    path = built(tiny, tmp_path)["snapshot.sqlite"]
    assert query(path, "SELECT geonames_id FROM city_name WHERE folded = ?", fold(typed)) == found


def listing(tiny, tmp_path):
    path = str(tmp_path / "checkout.txt")
    with open(path, "w", encoding="utf-8") as file:
        for name, size, mtime in checkout.files(tiny.root):
            file.write(f"{size} {mtime} {checkout.digest(os.path.join(tiny.root, name))} {name}\n")
    return path


def test_a_checkout_knows_that_a_table_changed(tiny, tmp_path):
    path = listing(tiny, tmp_path)
    checkout.check(path, tiny.root)
    tiny.write("place.csv", tiny.read("place.csv").replace("Mosque", "Masque"))
    os.utime(os.path.join(tiny.root, "place.csv"), ns=(1, 1))
    with pytest.raises(SnapshotError):
        checkout.check(path, tiny.root)


def test_a_table_that_was_only_touched_is_no_change(tiny, tmp_path):
    path = listing(tiny, tmp_path)
    os.utime(os.path.join(tiny.root, "place.csv"), ns=(1, 1))
    checkout.check(path, tiny.root)


@pytest.mark.parametrize("change", ["come", "go"])
def test_a_table_that_came_or_went_is_a_change(tiny, tmp_path, change):
    path = listing(tiny, tmp_path)
    if change == "come":
        tiny.write("new.csv", "a\n")
    else:
        os.remove(os.path.join(tiny.root, "place.csv"))
    with pytest.raises(SnapshotError):
        checkout.check(path, tiny.root)


def test_without_a_list_there_is_nothing_to_check(tiny, tmp_path):
    checkout.check(str(tmp_path / "none"), tiny.root)


def test_the_check_of_a_checkout_is_cheap(tiny, tmp_path):
    for number in range(100):
        tiny.write(f"more{number}.csv", "a\n")
    path = listing(tiny, tmp_path)
    taken = []
    for _ in range(20):
        start = time.perf_counter()
        checkout.check(path, tiny.root)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.002
