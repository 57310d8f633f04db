"""`embassy` as a traveller sees it."""

import pytest

from safetravel_cli.i18n import forms


class Result:
    """Hold what a run printed, its exit code, and the data of its JSON."""

    def __init__(self, held):
        self.code, self.out, self.err, self.held = held.code, held.out, held.err, held

    @property
    def data(self):
        return self.held.json()["data"]


@pytest.fixture
def run(cli):
    def run(*argv, columns="80", **variables):
        return Result(cli("embassy", *argv, columns=columns, env={"TZ": "", **variables}))

    return run


def numbers_of(data):
    missions = [data["in_charge"], *data["nearest"], *data["missions"]]
    return [row for mission in missions if mission for row in mission["hotlines"] + mission["phones"]]


def test_json_has_position_country_mission_and_numbers(run):
    data = run("--near", "35.66,139.70", "--json").data
    assert data["position"] == {"lat": 35.66, "lon": 139.7, "method": "given", "accuracy_m": None, "age_s": None}
    assert data["country"] == "JP"
    assert data["in_charge"]["short_name"] == "KBRI Tokyo"
    assert [row["short_name"] for row in data["nearest"][:2]] == ["KBRI Tokyo", "KJRI Osaka"]
    assert 4000 < data["nearest"][0]["distance_m"] < 5500
    assert 140 < data["nearest"][0]["bearing_deg"] < 150
    for number in numbers_of(data):
        assert number["number"].startswith("+")
        assert number["number"][1:].isdigit()
        assert number["source"]
        assert number["as_of"]


@pytest.mark.parametrize(
    ("place", "charge", "nearest"),
    [
        ("-33.87,151.21", "KJRI Sydney", "KJRI Sydney"),
        ("kowloon", "KJRI Hong Kong", "KJRI Hong Kong"),
        ("shenzhen", "KJRI Guangzhou", "KJRI Hong Kong"),
        ("melaka", "KJRI Johor Bahru", "KBRI Kuala Lumpur"),
        ("tawau", "KRI Tawau", "KRI Tawau"),
        ("marseille", "KJRI Marseille", "KJRI Marseille"),
        ("41.9022,12.4539", "KBRI Takhta Suci Vatikan", None),
        ("mina", "KJRI Jeddah", "KJRI Jeddah"),
    ],
)
def test_in_charge_and_nearest(run, place, charge, nearest):
    data = run("--near", place, "--json").data
    assert data["in_charge"]["short_name"] == charge
    assert nearest is None or data["nearest"][0]["short_name"] == nearest


def test_in_charge_stands_before_nearest_before_what_lies_across_a_border(run):
    out = run("--near", "shenzhen").out
    assert out.index("IN CHARGE") < out.index("KJRI Guangzhou") < out.index("ACROSS A BORDER") < out.index("KJRI Hong Kong")
    assert out.index("crossing a border") < out.index("KJRI Hong Kong")


def test_a_position_in_two_words_is_one(run):
    assert run("--near", "-6.9,", "107.6", "--json").data["country"] == "ID"
    assert run("3.14,", "101.69", "--json").data["country"] == "MY"


def test_a_mission_known_to_its_city_is_about_and_never_in_metres(run):
    out = run("--near", "tawau").out
    assert "the exact spot is not known" in out
    out = run("--near", "35.66,139.70").out
    assert "about 5\u00a0km".replace("\u00a0", " ") in out
    near = run("--near", "35.66,139.70", "--json").data["nearest"][0]
    assert near["approximate"]


def test_distance_has_a_compass_word_in_both_languages(run):
    assert "187 km to the east-southeast" in run("--near", "melaka", "--lang", "en").out
    assert "187 km ke arah timur-tenggara" in run("--near", "melaka", "--lang", "id").out


def test_open_or_closed_is_a_likelihood_and_the_assumption_is_said_once(run):
    out = run("--near", "35.66,139.70").out
    assert "Office: probably open now (Wednesday 12:00 there)" in out
    assert out.count("Nobody has looked up the office hours") == 1
    assert "Kantor: kemungkinan buka sekarang (Rabu 12:00 waktu setempat)" in run("--near", "35.66,139.70", "--lang", "id").out
    assert "Office" not in run("japan").out


def test_a_mission_known_to_its_city_has_no_route(run):
    links = run("--near", "35.66,139.70", "--json").data["in_charge"]["links"]
    assert links["map"].startswith("https://www.openstreetmap.org/#map=12/")
    assert (links["route"], links["geo"]) == ("", "")
    assert "Map, about: https://www.openstreetmap.org/#map=12/" in run("--near", "35.66,139.70").out


def test_a_mission_known_to_its_door_has_route_map_and_position(run):
    out = run("--near", "1.35,103.82", columns="40").out
    assert "https://www.openstreetmap.org/directions?from=1.35000,103.82000&to=1.29928,103.82274\n" in out
    assert "https://www.openstreetmap.org/?mlat=1.29928&mlon=103.82274#map=17/1.29928/103.82274\n" in out
    assert "Map app: geo:1.29928,103.82274" in out
    data = run("--near", "shenzhen", "--json").data
    abroad = next(row for row in data["nearest"] if row["across_border"])
    assert abroad["links"]["route"] == ""
    assert "directions?from=&to=" in run("--near", "houston", "--json").data["in_charge"]["links"]["route"]


def test_a_map_has_the_missions_that_are_shown(run):
    out = run("--near", "melaka", "--map", "--lang", "en").out
    assert "@ where this answer is for" in out
    assert "1 KJRI Johor Bahru: " in out
    assert "2 KBRI Kuala Lumpur: " in out
    assert "geo-maps" in out
    data = run("--near", "melaka", "--map", "--json").data
    assert [mark["mark"] for mark in data["map"]["marks"]] == ["1", "2"]
    drawn = "".join(data["map"]["lines"][1:-1])
    assert [drawn.count(sign) for sign in "@12"] == [1, 1, 1]


@pytest.mark.parametrize("columns", [20, 30, 47, 80, 120, 200])
def test_a_map_is_as_wide_as_the_terminal_and_ascii_for_those_who_listen(run, columns):
    lines = run("--near", "35.66,139.70", "--map", "--json", columns=str(columns)).data["map"]["lines"]
    assert {len(line) for line in lines} == {min(max(columns, 30), 120)}
    for variables in ({"ACCESSIBLE": "1"}, {"TERM": "linux"}):
        held = run("--near", "35.66,139.70", "--map", "--json", columns=str(columns), **variables).data["map"]
        assert not held["braille"]
        assert "".join(held["lines"]).isascii()


def test_a_country_alone_has_no_map_and_says_why(run):
    assert "needs a city or a position" in run("japan", "--map").out
    assert run("japan", "--map", "--json").data["map"] is None
    assert run("japan", "--for", "MY", "--map", "--json").data["map"] is None


def test_in_indonesia_the_missions_of_others_stand_in_jakarta(run):
    data = run("--near", "jakarta", "--for", "JP", "--json").data
    assert data["foreign"][0]["city"] == "Jakarta" or data["foreign"][0]["distance_m"] < 20_000
    distances = [row["distance_m"] for row in data["foreign"]]
    assert distances == sorted(distances)
    assert all(row["opening"]["zone"].startswith("Asia/") for row in data["foreign"])
    out = run("--near", "jakarta", "--for", "JP", "--map").out
    assert "this list is from" in out.partition("\n")[2].partition("\n")[0]


def test_control_that_differs_is_said_with_both_missions(run):
    data = run("--near", "simferopol", "--json").data
    assert (data["country"], data["control"]) == ("UA", "RU")
    assert data["in_charge"]["short_name"] == "KBRI Kyiv"
    assert data["in_charge_by_control"]["short_name"] == "KBRI Moscow"
    out = run("--near", "simferopol").out
    assert "under the control of Russia" in out
    assert "unverified" in out
    assert "KBRI Kyiv" in out
    assert "KBRI Moscow" in out


def test_an_old_hotline_is_shown_with_its_age(run):
    result = run("wellington")
    number = run("wellington", "--json").data["in_charge"]["hotlines"][0]
    assert number["old"]
    assert forms.phone(number["number"]).replace("\u00a0", " ") in result.out
    assert "January 2022" in result.out


def test_a_country_of_several_missions_lists_all_and_says_that_the_place_decides(run):
    result = run("malaysia")
    for name in ("KBRI Kuala Lumpur", "KJRI Johor Bahru", "KJRI Penang", "KJRI Kota Kinabalu", "KJRI Kuching", "KRI Tawau"):
        assert result.out.count(name) == 1
    assert "6 missions" in result.out


def test_a_country_without_a_mission_has_one_from_elsewhere_and_local_help(run):
    out = run("nepal").out
    assert "KBRI Dhaka" in out
    assert "Covers Nepal from Dhaka" in out
    assert "Kathmandu" in out


def test_near_alone_uses_the_time_zone_and_says_so(run):
    result = run("--near", TZ="Asia/Riyadh")
    assert "time zone" in result.out
    assert "KBRI Riyadh" in result.out
    assert run("--near", "--json", TZ="Asia/Riyadh").data["position"]["method"] == "time_zone"


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "UTC", ""])
def test_not_knowing_is_an_answer_with_the_central_hotline(run, zone):
    result = run("--near", TZ=zone)
    assert result.code == 0
    assert "not known where you are" in result.out
    assert "+62 812 9007 0027" in result.out
    data = run("--near", "--json", TZ=zone).data
    assert (data["country"], data["in_charge"], data["position"]["method"]) == (None, None, "unknown")


def test_in_indonesia_the_ministry_answers(run):
    out = run("-6.2,106.8", "--lang", "id").out
    assert "Ini wilayah Indonesia" in out
    assert "+62 812 9007 0027" in out
    assert "YANG BERWENANG" not in out


def test_on_the_high_sea_the_nearest_and_the_ministry_are_shown(run):
    result = run("--near", "10,-40")
    assert "high sea" in result.out
    assert "KBRI Paramaribo" in result.out
    assert "+62 812 9007 0027" in result.out


def test_missions_of_another_country_say_their_age_first(run):
    for sender in ("MY", "malaysia"):
        out = run("--near", "35.66,139.70", "--for", sender).out
        assert "16 November 2022" in out.partition("IN THIS COUNTRY")[0]
    data = run("japan", "--for", "MY", "--json").data
    assert data["sender"] == "MY"
    assert {row["country_code"] for row in data["foreign"]} == {"JP"}
    assert all(row["as_of"] and row["source"] for row in data["foreign"])


def test_for_indonesia_is_the_usual_answer(run):
    assert run("japan", "--for", "ID", "--json").data["in_charge"]["short_name"] == "KBRI Tokyo"


@pytest.mark.parametrize(
    ("argv", "code"), [(("zzzz",), 3), (("korea",), 4), (("139.70,35.66",), 2), (("95,-170",), 2), (("--naer",), 2)]
)
def test_what_cannot_be_understood_has_its_exit_code(run, argv, code):
    result = run(*argv)
    assert result.code == code
    assert result.err
    assert not result.out


def test_nothing_needs_a_home_that_can_be_written(run):
    assert run("--near", "35.66,139.70", SAFETRAVEL_HOME="/nonexistent/home").code == 0


PLACES = [
    ("japan",), ("--near", "melaka"), ("--near", "simferopol"), ("--near", "10,-40"), ("nepal",), ("guam",), ("--near",),
    ("antarctica",), ("japan", "--for", "US"), ("-6.2,106.8",),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", ["30", "40", "60", "80", "120"])
@pytest.mark.parametrize("argv", PLACES, ids=" ".join)
def test_every_number_stands_whole_on_one_line(run, argv, columns, language):
    result = run(*argv, "--lang", language, columns=columns)
    assert result.code == 0
    assert "None" not in result.out
    assert not [word for word in result.out.split() if word.startswith(("embassy.", "geo.", "emergency."))]
    data = run(*argv, "--json").data
    lines = result.out.split("\n")
    for mission in (data["in_charge"], *data.get("central", [])):
        for row in [mission] if mission and "channel" in mission else (mission or {}).get("hotlines", []):
            shown = forms.phone(row["number"]).replace("\u00a0", " ")
            assert any(shown in line for line in lines), shown


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_page_is_drawn_by_rich_too(run, language):
    result = run("--near", "melaka", "--lang", language, FORCE_COLOR="1", NO_COLOR="1")
    assert result.code == 0
    assert "KJRI Johor Bahru" in result.out
