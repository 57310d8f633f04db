"""The alert as GeoJSON."""

import json

from safetravel_cli.sos import geojson
from sos_kit import FACTS, FULL, PART


def test_longitude_comes_first_and_everything_known_is_there():
    held = json.loads(geojson.build(FULL, "ACDEF3", [PART]))
    assert held["type"] == "FeatureCollection"
    (feature,) = held["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [139.74543, 35.65861]}
    assert feature["properties"] == {
        "code": "ACDEF3", "what": "alert", "exercise": False, "created_utc": "2026-11-25T03:00:00Z", "kind": "accident",
        "message": "Hit by a car", "country": "JP", "method": "termux_gps", "accuracy_m": 12.0, "age_s": 40, "people": 2,
        "injured": True, "battery_percent": 14,
        "media": [{"kind": "photo", "mime": "image/jpeg", "bytes": 3000000, "sha256": "ab" * 32}],
    }  # fmt: skip


def test_an_unknown_position_is_null():
    (feature,) = json.loads(geojson.build({**FACTS, "position": {"lat": float("nan"), "lon": 1.0}}, "ACDEF3"))["features"]
    assert feature["geometry"] is None and feature["properties"]["people"] is None


def test_a_photo_has_a_place_of_its_own():
    part = {**PART, "place": {"lat": 35.6, "lon": 139.7, "accuracy_m": None, "taken": FULL["created"] - 300}}
    _, photo = json.loads(geojson.build(FULL, "ACDEF3", [part]))["features"]
    assert photo["geometry"]["coordinates"] == [139.7, 35.6]
    assert photo["properties"]["taken_utc"] == "2026-11-25T02:55:00Z" and photo["properties"]["sha256"] == "ab" * 32


def test_a_follow_up_has_only_what_is_new():
    new = {"created": FULL["created"] + 1800, "message": "Sudah di hotel"}
    (feature,) = json.loads(geojson.build({**FULL, "drill": True}, "ACDEF3", kind="safe", new=new))["features"]
    assert feature["geometry"] is None and feature["properties"]["what"] == "safe" and feature["properties"]["exercise"]
    assert feature["properties"]["created_utc"] == "2026-11-25T03:30:00Z" and feature["properties"]["battery_percent"] is None
