"""Which mission is in charge, and which is near."""

import calendar

import pytest

from safetravel_cli.services import missions
from safetravel_cli.services.sources import Sources

NOW = calendar.timegm((2026, 11, 25, 0, 0, 0))

# Places whose mission in charge is not the nearest one: place, country, position, GeoNames id, in charge, nearest.
NOT_THE_NEAREST = [
    ("Zhonghe, Chongqing", "CN", 28.4505, 108.989, "kbri-beijing", "kjri-guangzhou"),
    ("Dalian", "CN", 38.9122, 121.6022, "kbri-beijing", "kbri-pyongyang"),
    ("Dam Dam", "IN", 22.6334, 88.4229, "kbri-new-delhi", "kbri-dhaka"),
    ("Merkezefendi, Denizli", "TR", 37.7851, 29.0706, "kbri-ankara", "kjri-istanbul"),
    ("Shime, Fukuoka", "JP", 33.587, 130.4868, "kbri-tokyo", "kjri-osaka"),
    ("Binalbagan, Negros", "PH", 10.1906, 122.8608, "kbri-manila", "kjri-davao-city"),
    ("Tanjung Minyak, Melaka", "MY", 2.2561, 102.1866, "kjri-johor-bahru", "kbri-kuala-lumpur"),
    ("Gastonia, North Carolina", "US", 35.2621, -81.1873, "kjri-new-york", "kbri-washington-dc"),
    ("Corvallis, Oregon", "US", 44.5646, -123.262, "kjri-san-francisco", "kjri-vancouver"),
    ("Cinisello Balsamo", "IT", 45.5561, 9.2143, "kbri-roma", "kbri-bern"),
]
# Borders, splits and small states: place, country, position, in charge.
SPLITS = [
    ("Kowloon", "HK", 22.3167, 114.1833, "kjri-hong-kong"),
    ("Shenzhen", "CN", 22.5455, 114.0683, "kjri-guangzhou"),
    ("Macau", "MO", 22.2006, 113.5461, "kjri-hong-kong"),
    ("Melaka", "MY", 2.196, 102.2405, "kjri-johor-bahru"),
    ("Kuala Lumpur", "MY", 3.1412, 101.6865, "kbri-kuala-lumpur"),
    ("Tawau", "MY", 4.2448, 117.8911, "kri-tawau"),
    ("Semporna", "MY", 4.4818, 118.6112, "kri-tawau"),
    ("Lahad Datu", "MY", 5.0268, 118.327, "kri-tawau"),
    ("Kota Kinabalu", "MY", 5.9749, 116.0724, "kjri-kota-kinabalu"),
    ("Sandakan", "MY", 5.8402, 118.1179, "kjri-kota-kinabalu"),
    ("Labuan", "MY", 5.2803, 115.2475, "kjri-kota-kinabalu"),
    ("Kuching", "MY", 1.55, 110.3333, "kjri-kuching"),
    ("Marseille", "FR", 43.297, 5.3811, "kjri-marseille"),
    ("Toulouse", "FR", 43.6043, 1.4437, "kjri-marseille"),
    ("Paris", "FR", 48.8534, 2.3488, "kbri-paris"),
    ("Los Angeles", "US", 34.0522, -118.2437, "kjri-los-angeles"),
    ("Fresno", "US", 36.7477, -119.7724, "kjri-san-francisco"),
    ("Las Vegas", "US", 36.175, -115.1372, "kjri-los-angeles"),
    ("Reno", "US", 39.5296, -119.8138, "kjri-san-francisco"),
    ("Mecca", "SA", 21.4266, 39.8256, "kjri-jeddah"),
    ("Medina", "SA", 24.4686, 39.6142, "kjri-jeddah"),
    ("Dammam", "SA", 26.4344, 50.1033, "kbri-riyadh"),
    ("Osaka", "JP", 34.6938, 135.5011, "kjri-osaka"),
    ("Vatican", "VA", 41.9024, 12.4533, "kbri-takhta-suci-vatikan"),
    ("Rome", "IT", 41.8919, 12.5113, "kbri-roma"),
    ("Salalah", "OM", 17.0151, 54.0924, "kbri-muscat"),
    ("Sana'a", "YE", 15.3547, 44.2066, "kbri-sanaa"),
    ("Kathmandu", "NP", 27.7017, 85.3206, "kbri-dhaka"),
    ("Taipei", "TW", 25.0478, 121.5319, "kdei-taipei"),
    ("Pristina", "XK", 42.6727, 21.1669, "kbri-belgrade"),
    ("Anadyr, across 180 degrees", "RU", 66.1667, -179.0, "kbri-moscow"),
]


@pytest.mark.parametrize("case", NOT_THE_NEAREST, ids=[case[0] for case in NOT_THE_NEAREST])
def test_the_mission_in_charge_need_not_be_the_nearest(snapshot, case):
    _, code, latitude, longitude, charge, near = case
    assert missions.in_charge(snapshot, code, latitude, longitude)["mission_id"] == charge
    assert missions.nearest(snapshot, latitude, longitude, 1)[0]["mission_id"] == near


@pytest.mark.parametrize("case", SPLITS, ids=[case[0] for case in SPLITS])
def test_a_split_country_is_split_as_the_ministry_says(snapshot, case):
    _, code, latitude, longitude, charge = case
    assert missions.in_charge(snapshot, code, latitude, longitude)["mission_id"] == charge


def test_every_country_but_two_has_a_mission(snapshot):
    codes = [str(code) for code in snapshot.values("SELECT country_code FROM country ORDER BY 1")]
    assert len(codes) == 250
    assert [code for code in codes if not missions.in_charge(snapshot, code)] == ["AQ", "ID"]


def test_every_division_leads_to_one_mission(snapshot):
    places = snapshot.rows("SELECT * FROM city WHERE country_code IN ('MY', 'SA', 'AE', 'TH', 'PG') ORDER BY geonames_id")
    for place in places[::40]:
        charge = missions.in_charge(
            snapshot, str(place["country_code"]), place["latitude"], place["longitude"], place["geonames_id"]
        )
        assert charge["basis"] == "division", place["name"]


def test_a_country_of_several_missions_leaves_open_which_is_in_charge(snapshot):
    charge = missions.in_charge(snapshot, "MY")
    assert (charge["mission_id"], charge["basis"], charge["certainty"]) == ("kbri-kuala-lumpur", "embassy", "open")


def test_how_sure_it_is_is_told(snapshot):
    assert missions.in_charge(snapshot, "MY", 2.196, 102.2405)["certainty"] == "named"
    assert missions.in_charge(snapshot, "JP", 33.587, 130.4868)["certainty"] == "inferred"
    territory = missions.in_charge(snapshot, "EH")
    assert (territory["basis"], territory["certainty"]) == ("territory", "inferred")
    assert territory["reason_en"]
    assert territory["reason_id"]


def test_permanent_missions_are_nobodys_nearest(snapshot):
    near = missions.nearest(snapshot, 40.75, -73.97, 200)
    assert len(near) == 131
    assert not [row for row in near if str(row["mission_id"]).startswith("ptri")]


def test_nearest_missions_come_in_order_with_distance_and_bearing(snapshot):
    near = missions.nearest(snapshot, 35.66, 139.70, 5)
    assert [row["mission_id"] for row in near[:2]] == ["kbri-tokyo", "kjri-osaka"]
    metres = [row["distance_m"] for row in near]
    assert metres == sorted(metres)
    assert all(isinstance(row["distance_m"], int) and 0 <= row["bearing_deg"] < 360 for row in near)


@pytest.mark.parametrize(("latitude", "longitude"), [(90, 0), (-90, 17), (0, 180), (-17, -179.9), (66, 179.99)])
def test_poles_and_antimeridian_have_a_nearest_mission(snapshot, latitude, longitude):
    assert len(missions.nearest(snapshot, latitude, longitude, 3)) == 3


def test_a_place_across_180_degrees_is_found(snapshot):
    near = missions.places_near(snapshot, "FJ", -16.8, 179.99)
    assert near
    assert abs(near[0]["latitude"] + 16.8) < 1


def test_numbers_carry_source_and_date_hotline_apart(snapshot):
    tokyo = missions.by_id(snapshot, ["kbri-tokyo"], Sources(snapshot), NOW)[0]
    assert tokyo["hotlines"]
    assert tokyo["phones"]
    for row in tokyo["hotlines"] + tokyo["phones"]:
        assert row["number"].startswith("+81")
        assert row["source"]
        assert row["as_of"]
        assert row["label_en"]
        assert row["label_id"]


def test_a_hotline_of_2022_is_old_and_still_there(snapshot):
    sources = Sources(snapshot)
    wellington = missions.by_id(snapshot, ["kbri-wellington"], sources, NOW)[0]
    assert [row["old"] for row in wellington["hotlines"]] == [True]
    assert not missions.by_id(snapshot, ["kbri-tokyo"], sources, NOW)[0]["hotlines"][0]["old"]
    assert missions.by_id(snapshot, ["kbri-tokyo"], sources, NOW, 100)[0]["hotlines"][0]["old"]


def test_missions_come_in_the_order_asked_for(snapshot):
    ids = ["kjri-osaka", "kbri-tokyo", "kbri-abuja"]
    assert [row["mission_id"] for row in missions.by_id(snapshot, ids, Sources(snapshot), NOW)] == ids


def test_the_ministry_has_its_hotline_first_and_local_contacts_where_they_are(snapshot):
    sources = Sources(snapshot)
    assert missions.central(snapshot, "JP", sources)[0]["number"] == "+6281290070027"
    assert not [row for row in missions.central(snapshot, "JP", sources) if row["country_code"]]
    assert [row for row in missions.central(snapshot, "NP", sources) if row["country_code"] == "NP"]


@pytest.mark.parametrize(
    ("as_of", "days"),
    [("2026-11-25", 0), ("2026-11-24", 1), ("2026-11", 24), ("2026", 328), ("2024-02-29", 1000), ("2022-01", 1789), ("", 0)],
)
def test_days_since_a_date(as_of, days):
    assert missions.days_old(as_of, NOW) == days
