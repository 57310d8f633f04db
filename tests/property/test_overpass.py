"""Whatever a server of OpenStreetMap sends: it is read, or refused with a reason, and what is read fits our tables."""

import json

from hypothesis import given
from hypothesis import strategies as st

from overpass_kit import BASE, DESERT, document, mosques, node, way
from safetravel_cli import errors
from safetravel_cli.domain.places import FETCHED
from safetravel_cli.store import pack_writer
from safetravel_cli.sync import osm_place, overpass

WORDS = (
    "amenity religion name name:en place_of_worship denomination diet:halal cuisine emergency tourism historic waterway wikidata"
    " addr:street addr:city website phone opening_hours restaurant hospital museum castle waterfall yes only muslim christian"
).split()
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=6)),
    max_leaves=12,
)
TAGS = st.dictionaries(TEXTS, TEXTS, max_size=10)
REAL = [
    *mosques(3),
    way(9, *DESERT, amenity="hospital", emergency="yes"),
    node(4, *DESERT, tourism="museum", name="Museum Contoh"),
]


@st.composite
def mutated(draw):
    """Return an answer in the documented shape, with one thing in it replaced or removed."""
    answer = json.loads(document(REAL))
    at = answer
    while True:
        keys = list(range(len(at))) if isinstance(at, list) else list(at)
        key = draw(st.sampled_from(keys))
        if not isinstance(at[key], (dict, list)) or not at[key] or draw(st.booleans()):
            break
        at = at[key]
    if draw(st.booleans()):
        at[key] = draw(JSON)
    else:
        del at[key]
    return json.dumps(answer).encode()


def read(body):
    """Read an answer as a run does, for every kind; return all rows."""
    got = overpass.parse(body)
    return [(kind, row) for kind in FETCHED for row in osm_place.rows(kind, got.elements, lambda *spot: "SA", got.base)]


@given(st.one_of(mutated(), st.binary(max_size=200), JSON.map(lambda value: json.dumps(value).encode())))
def test_an_answer_is_read_or_refused(body):
    for parse in (read, overpass.parse_count):
        try:
            found = parse(body)
        except errors.IntegrityError as error:
            assert error.key.partition(".")[0] in ("sync", "sync_places")
            continue
        if parse is read:
            assert all(-90 <= row["latitude"] <= 90 and -180 <= row["longitude"] <= 180 for _, row in found)


@given(TAGS, st.sampled_from(sorted(FETCHED)))
def test_any_tags_make_a_row_that_the_table_takes_and_no_telephone_number(tags, kind):
    tags = {"amenity": "place_of_worship", **tags} if kind == "worship" else tags
    element = {"id": "osm-n1", "latitude": 0.0, "longitude": 0.0, "tags": tags}
    for row in osm_place.rows(kind, [element], lambda *spot: "SA", BASE[:10]):
        assert set(row) - {"latitude", "longitude"} <= set(pack_writer.columns(FETCHED[kind]))
        assert not row.get("phone_e164")
        for value in row.values():
            assert value is None or isinstance(value, (int, float)) or (value and value.isprintable() and len(value) <= 500)


def test_a_remark_that_is_no_error_is_none():
    assert overpass.parse(document(REAL, remark="runtime remark: made up")).raw == len(REAL)


def test_the_columns_are_those_of_the_bundled_packs(snapshot_file):
    import os
    import sqlite3

    db = sqlite3.connect(os.path.join(os.path.dirname(snapshot_file), "places.sqlite"))
    for topic in pack_writer.OWN:
        bundled = [(row[1], row[2]) for row in db.execute(f"PRAGMA table_info({topic})")][1:]
        kinds = [(name, "INTEGER" if name in pack_writer.INTEGERS else "TEXT") for name in pack_writer.columns(topic)]
        assert bundled == kinds, topic
    db.close()
