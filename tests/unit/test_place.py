"""What a PLACE means, and where the traveller is."""

import os

import pytest

from safetravel_cli import errors
from safetravel_cli.env import Env
from safetravel_cli.geo import place, whereami
from safetravel_cli.geo.rungs import timezone
from safetravel_cli.store import state

NOW = 1_795_564_800.0


@pytest.fixture
def env(tmp_path, monkeypatch):
    monkeypatch.setattr(timezone, "ZONE_LINK", str(tmp_path / "localtime"))
    monkeypatch.setattr(timezone, "ZONE_NAME_FILE", str(tmp_path / "timezone"))
    return Env({"SAFETRAVEL_HOME": str(tmp_path / "home")}, now=lambda: NOW)


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("singapore", "country", "SG"),
        ("panama", "country", "PA"),
        ("mexico", "country", "MX"),
        ("arab saudi", "country", "SA"),
        ("hong kong", "country", "HK"),
        ("JP", "country", "JP"),
        ("holland", "country", "NL"),
        ("japn", "country", "JP"),
        ("tokyo", "city", "JP"),
        ("mekkah", "city", "SA"),
        ("kowloon", "city", "HK"),
        ("melaka", "city", "MY"),
        ("rome", "city", "IT"),
        ("roma", "city", "IT"),
        ("gold coast", "city", "AU"),
        ("paris, france", "city", "FR"),
        ("paris texas", "city", "US"),
        ("Melaka, Malaysia", "city", "MY"),
        ("mina", "word", "SA"),
        ("arafah", "word", "SA"),
        ("NRT", "airport", "JP"),
        ("jed", "airport", "SA"),
        ("35.66,139.70", "position", "JP"),
        ("geo:-33.87,151.21", "position", "AU"),
        ("laayoune", "city", "EH"),
        ("simferopol", "city", "UA"),
    ],
)
def test_a_place_is_understood(snapshot, text, kind, code):
    found = place.resolve(snapshot, text)
    assert (found.kind, found.country_code) == (kind, code)
    assert (found.latitude is None) == (kind == "country")
    assert found.name_en
    assert found.name_id


def test_the_most_populous_city_of_a_name_is_meant(snapshot):
    assert place.resolve(snapshot, "birmingham").country_code == "GB"


@pytest.mark.parametrize("text", ["zzzz", "paris, nowhere", "tokyo jakarta"])
def test_an_unknown_place_is_not_found(snapshot, text):
    with pytest.raises(errors.NotFound):
        place.resolve(snapshot, text)


def test_a_word_for_two_countries_lists_them(snapshot):
    with pytest.raises(errors.Ambiguous) as caught:
        place.resolve(snapshot, "korea")
    assert {choice["code"] for choice in caught.value.choices} == {"KP", "KR"}


def test_a_wrong_position_is_a_usage_error_not_a_name(snapshot):
    with pytest.raises(errors.UsageError):
        place.resolve(snapshot, "139.70,35.66")


def test_control_comes_with_the_place(snapshot):
    assert place.resolve(snapshot, "simferopol").control == "RU"
    assert place.resolve(snapshot, "tokyo").control == ""


def test_a_given_place_wins(snapshot, env):
    state.write(env, {"place.text": "tokyo", "place.country_code": "JP", "place.saved_at": repr(NOW)})
    fix = whereami.where(env, "geo:3.14,101.69;u=25", snapshot)
    assert fix["position"] == {"lat": 3.14, "lon": 101.69, "method": "given", "accuracy_m": 25.0, "age_s": None}
    assert fix["country_code"] == "MY"


def test_the_saved_place_comes_before_the_clock(snapshot, env):
    env.environ["TZ"] = "Asia/Riyadh"
    state.write(
        env,
        {
            "place.text": "shibuya",
            "place.latitude": "35.66",
            "place.longitude": "139.7",
            "place.precision": "city",
            "place.country_code": "JP",
            "place.saved_at": repr(NOW - 7200),
        },
    )
    fix = whereami.where(env, None, snapshot)
    assert fix["position"] == {"lat": 35.66, "lon": 139.7, "method": "saved_place", "accuracy_m": None, "age_s": 7200}
    assert (fix["country_code"], fix["hint"], fix["place"].precision) == ("JP", "shibuya", "city")


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ("Asia/Tokyo", "JP"),
        (":Asia/Tokyo", "JP"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "JP"),
        ("Asia/Kuala_Lumpur", "MY"),
        ("Asia/Kuwait", "KW"),
        ("Asia/Jakarta", None),
        ("Asia/Makassar", None),
        ("Asia/Jayapura", None),
        ("Asia/Pontianak", None),
        ("UTC", None),
        ("Etc/UTC", None),
        ("Etc/GMT-9", None),
        ("JST-9", None),
        ("Europe/Belgrade", None),
        ("Mars/Olympus", None),
        ("", None),
    ],
)
def test_a_time_zone_tells_a_country_or_nothing(snapshot, env, zone, code):
    env.environ["TZ"] = zone
    fix = whereami.where(env, None, snapshot)
    assert fix["country_code"] == code
    assert fix["position"]["method"] == ("time_zone" if code else "unknown")
    assert fix["position"]["lat"] is None


def test_a_zone_of_several_countries_names_them(snapshot, env):
    env.environ["TZ"] = "Europe/Belgrade"
    assert whereami.where(env, None, snapshot)["candidates"] == ["RS", "XK"]


@pytest.mark.parametrize(("chosen", "linked"), [("Asia/Kuala_Lumpur", "Asia/Singapore"), ("Asia/Kuwait", "Asia/Riyadh")])
def test_the_name_that_was_chosen_counts_not_what_it_links_to(snapshot, env, tmp_path, chosen, linked):
    zones = tmp_path / "zoneinfo"
    (zones / "Asia").mkdir(parents=True)
    (zones / linked).write_bytes(b"")
    os.symlink(zones / linked, zones / chosen)
    os.symlink(zones / chosen, tmp_path / "localtime")
    assert timezone.zone_name(env) == chosen


def test_the_name_file_is_read_where_the_clock_is_no_link(env, tmp_path):
    (tmp_path / "timezone").write_text("Asia/Seoul\n")
    assert timezone.zone_name(env) == "Asia/Seoul"


def test_without_any_setting_nothing_is_known(snapshot, env):
    fix = whereami.where(env, None, snapshot)
    assert (fix["position"]["method"], fix["country_code"], fix["hint"]) == ("unknown", None, "")
