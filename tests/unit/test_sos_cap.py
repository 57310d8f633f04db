"""The alert as CAP 1.2: valid against the schema of OASIS, and no more certain than the alert is."""

import os
from xml.etree import ElementTree

import pytest
import xmlschema

from safetravel_cli.sos import cap, lines, message
from sos_kit import FACTS, FULL, PART, POSITION

SCHEMA = os.path.join(os.path.dirname(__file__), "..", "fixtures", "cap", "CAP-v1.2.xsd")
NAMES = {"": cap.NAMESPACE}
NEW = {"created": FULL["created"] + 1800, "position": {**POSITION, "lat": 35.7, "method": "photo", "age_s": 60}, "place": None}
NOWHERE = {"lat": None, "lon": None, "method": "unknown", "accuracy_m": None, "age_s": None}


@pytest.fixture(scope="module")
def schema():
    return xmlschema.XMLSchema(SCHEMA)


def parse(octets):
    return ElementTree.fromstring(octets)


def texts(root, path):
    return [one.text for one in root.findall(path, NAMES)]


def pairs(root, path):
    return {one.findtext("valueName", "", NAMES): one.findtext("value", "", NAMES) for one in root.findall(path, NAMES)}


@pytest.mark.parametrize("facts", [
    FULL, FACTS, {}, {**FULL, "drill": True}, {**FACTS, "position": NOWHERE, "country": "", "country_en": "", "country_id": ""},
    {**FULL, "created": 0.0}, {**FULL, "created": 1e18}, {**FULL, "created": -1e18}, {**FULL, "place_utc_offset_s": 99999},
    {**FULL, "place_utc_offset_s": -12600}, {**FULL, "message": "long\n" * 2000},
], ids=range(11))  # fmt: skip
def test_it_is_valid(schema, facts):
    schema.validate(cap.build(facts, "ACDEF3").decode())
    for kind, how in (
        ("update", "Update"),
        ("locupdate", "Update"),
        ("cancel", "Cancel"),
        ("safe", "Update"),
        ("media", "Update"),
    ):
        first = cap.reference(facts, "ACDEF3")
        schema.validate(cap.build(facts, "ACDEF3", "Exercise", how, first, [PART, PART], kind=kind, new=NEW).decode())


@pytest.mark.parametrize("kind", ["", *lines.KINDS])
def test_every_kind_is_valid(schema, kind):
    octets = cap.build({**FULL, "kind": kind}, "ACDEF3", media=[PART])
    schema.validate(octets.decode())
    assert "sos_text." not in octets.decode()


def test_what_it_says():
    root = parse(cap.build(FULL, "ACDEF3", media=[PART], addresses=("kbri@example.org", "a b@example.org")))
    said = {
        "status": "Actual", "msgType": "Alert", "scope": "Private", "addresses": 'kbri@example.org "a b@example.org"',
        "identifier": "safetravel-ACDEF3-alert-20261125T030000Z", "sender": "siti@example.org",
        "sent": "2026-11-25T12:00:00+09:00",
        "incidents": "ACDEF3",
    }  # fmt: skip
    assert {name: root.findtext(name, None, NAMES) for name in said} == said
    assert texts(root, "info/language") == ["id", "en"]
    assert set(texts(root, "info/certainty")) == {"Unknown"} and set(texts(root, "info/severity")) == {"Severe"}
    assert texts(root, "info/headline")[0] == "SOS ACDEF3: kecelakaan, ADA YANG TERLUKA, 2 orang, Jepang"
    assert texts(root, "info/area/circle") == ["35.65861,139.74543 0.012"] * 2
    info = root.find("info", NAMES)
    assert pairs(info, "area/geocode") == {"ISO3166-1": "JP"}
    assert pairs(info, "parameter") == {
        "position.method": "termux_gps", "position.accuracy_m": "12", "position.age_s": "40", "people": "2", "injured": "true",
        "battery.percent": "14", "resource.1.sha256": "ab" * 32,
    }  # fmt: skip
    assert texts(root, "info/resource/size") == ["3000000"] * 2 and not root.findall("info/resource/digest", NAMES)


def test_what_is_not_known_is_unknown():
    root = parse(cap.build({**FACTS, "position": NOWHERE, "country": "", "country_en": "", "country_id": ""}, "ACDEF3"))
    assert set(texts(root, "info/severity")) == {"Unknown"} and set(texts(root, "info/category")) == {"Other"}
    assert texts(root, "info/area/areaDesc") == ["lokasi tidak diketahui", "position unknown"]
    assert not root.findall("info/area/circle", NAMES) and root.findtext("sender", None, NAMES) == cap.SENDER


@pytest.mark.parametrize(
    ("offset", "end"), [(0, "-00:00"), (32400, "+09:00"), (-12600, "-03:30"), (20700, "+05:45"), (99999, "-00:00")]
)
def test_the_time_never_ends_in_z(offset, end):
    assert cap.sent({**FULL, "place_utc_offset_s": offset}).endswith(end)


def test_a_drill_is_an_exercise_whoever_asks():
    for octets in (cap.build({**FULL, "drill": True}, "ACDEF3"), cap.build(FULL, "ACDEF3", "Exercise")):
        root = parse(octets)
        assert root.findtext("status", None, NAMES) == "Exercise" and "LATIHAN" in root.findtext("note", None, NAMES)
        assert texts(root, "info/headline")[0].startswith("LATIHAN SOS ACDEF3")


def test_what_follows_names_the_first_alert():
    first = cap.reference(FULL, "ACDEF3")
    root = parse(cap.build(FULL, "ACDEF3"))
    assert first == ",".join(root.findtext(name, None, NAMES) for name in ("sender", "identifier", "sent"))
    root = parse(cap.build(FULL, "ACDEF3", "Actual", "Update", first, kind="locupdate", new=NEW))
    assert root.findtext("references", None, NAMES) == first
    assert root.findtext("identifier", None, NAMES) == "safetravel-ACDEF3-locupdate-20261125T033000Z"
    assert texts(root, "info/area/circle") == ["35.70000,139.74543 0.012"] * 2
    with pytest.raises(ValueError, match="Update"):
        cap.build(FULL, "ACDEF3", "Actual", "Update")


def test_an_all_clear_is_past_and_at_no_old_place():
    new = {"created": FULL["created"] + 7200, "message": "Sudah di hotel"}
    root = parse(cap.build(FULL, "ACDEF3", "Actual", "Update", cap.reference(FULL, "ACDEF3"), kind="safe", new=new))
    assert set(texts(root, "info/responseType")) == {"AllClear"} and set(texts(root, "info/urgency")) == {"Past"}
    assert not root.findall("info/area/circle", NAMES) and "KATA PENGIRIM: Sudah di hotel" in texts(root, "info/description")[0]


def test_two_files_are_two_messages():
    made = set()
    for digest in ("ab" * 32, "cd" * 32):
        octets = cap.build(FULL, "ACDEF3", "Actual", "Update", "x", [{**PART, "sha256": digest}], kind="media", new=NEW)
        made.add(parse(octets).findtext("identifier", None, NAMES))
    assert len(made) == 2


def test_every_follow_up_of_the_text_has_its_cap(schema):
    for kind in message.FOLLOW_UPS:
        how = "Cancel" if kind == "cancel" else "Update"
        schema.validate(cap.build(FULL, "ACDEF3", "Actual", how, cap.reference(FULL, "ACDEF3"), kind=kind, new=NEW).decode())
