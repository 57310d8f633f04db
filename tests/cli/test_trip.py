"""Trips: what a file says becomes legs, none is lost silently, and the check finds what would go wrong."""

import os

import pytest

from safetravel_cli.services import trip_calendar
from safetravel_cli.services.trip_calendar import Places
from schema_kit import check

FIXTURES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fixtures", "trips")
UMRAH, ASIA = os.path.join(FIXTURES, "umrah.toml"), os.path.join(FIXTURES, "asia.ics")


@pytest.fixture
def trip(tmp_path):
    """Return a function that writes a trip and returns its path."""

    def write(text, name="trip.toml"):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return str(path)

    return write


def leg(country="japan", arrive="2027-03-01", leave="2027-03-08", **more):
    rows = "".join(f"{name} = {value}\n" for name, value in more.items())
    return f'[[leg]]\ncountry = "{country}"\narrive = {arrive}\nleave = {leave}\n{rows}'


def kinds(data, number=None):
    return [row["kind"] for row in data["problems"] if number in (None, row["leg"])]


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("path", [UMRAH, ASIA], ids=["toml", "ics"])
def test_a_brief_and_a_check(cli, path, lang):
    data = check(cli("trip", path, "--json", lang=lang), "trip")
    assert [row["number"] for row in data["legs"]] == list(range(1, len(data["legs"]) + 1))
    assert check(cli("trip", "check", path, "--json", lang=lang), "trip")["checked"]
    for columns in (30, 40, 80):
        for words in ((path,), ("check", path)):
            page = cli("trip", *words, lang=lang, columns=columns)
            assert page.code == 0
            assert "trip." not in page.out.replace(path, "")


def test_a_brief_has_whom_to_call_for_each_leg(cli):
    legs = cli("trip", UMRAH, "--json").json()["data"]["legs"]
    assert [row["iso2"] for row in legs] == ["SA", "JP", "KE", "ID"]
    assert [row["brief"] and row["brief"]["mission"]["short_name"] for row in legs] == [
        "KJRI Jeddah",
        "KBRI Tokyo",
        "KBRI Nairobi",
        None,
    ]
    assert [row["brief"] and row["brief"]["clock"]["wib_difference_hours"] for row in legs] == [-4, 2, -4, None]
    out = cli("trip", UMRAH, columns=40).out
    assert "KBRI Tokyo: +81 80 3506 8612" in out
    assert "by the moon" in out


def prayers(cli, path, lang="en"):
    return [row["brief"]["prayer"] for row in check(cli("trip", path, "--json", lang=lang), "trip")["legs"]]


def test_a_leg_has_the_prayer_times_of_its_place_and_days(cli, trip):
    found = prayers(cli, trip(leg("saudi arabia", "2027-03-01", "2027-03-12", place='"Makkah"')))[0]
    alone = cli("prayer", "makkah", "--date", "2027-03-01", "--json").json()["data"]
    assert found["methods"] == ["kemenag", "ummalqura"]
    assert [day["date"] for day in found["days"]] == ["2027-03-01", "2027-03-12"]
    for name in ("at", "zone", "methods", "qibla", "source", "as_of"):
        assert found[name] == alone[name]
    assert found["days"][0] == alone["days"][0]
    assert found["days"][0]["times"]["kemenag"]["fajr"] != found["days"][1]["times"]["kemenag"]["fajr"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("JAKIM: Fajr", "they change from day to day: on 8 March 2027", "from true north")),
        ("id", ("JAKIM: Subuh", "berubah dari hari ke hari: pada 8 Maret 2027", "dari utara sejati")),
    ],
)
def test_a_country_has_those_of_its_main_city_and_says_so(cli, trip, lang, words):
    path = trip(leg("malaysia"))
    found = prayers(cli, path, lang)[0]
    assert found["at"]["capital"]
    assert found["at"]["name_en"] == "Kuala Lumpur"
    out = cli("trip", path, lang=lang, columns=400).out
    assert (
        "for Kuala Lumpur; the file names no town" if lang == "en" else "untuk Kuala Lumpur; berkas tidak menyebut kota"
    ) in out
    for word in words:
        assert word in out
    assert "safetravel prayer MY --month --date 2027-03-01" in out


def test_a_stay_of_a_day_has_one_day_of_prayers(cli, trip):
    path = trip(leg("japan", "2027-03-01", "2027-03-01", place='"osaka"'))
    assert len(prayers(cli, path)[0]["days"]) == 1
    assert "from day to day" not in cli("trip", path, columns=400).out


def test_prayers_at_a_high_latitude_name_their_rule(cli, trip):
    path = trip(leg("norway", "2027-06-10", "2027-06-12", place='"tromso"'))
    out = cli("trip", path, columns=400).out
    assert "those of latitude 45" in out
    assert "*" in next(line for line in out.splitlines() if "Kemenag: Imsak" in line)


def test_prayers_of_a_year_without_clocks_are_not_guessed(cli, trip):
    path = trip(leg(arrive="2044-03-01", leave="2044-03-08"))
    assert prayers(cli, path) == [None]
    assert "Prayer times on 1 March 2044: not known here for this place in that year" in cli("trip", path, columns=200).out
    assert prayers(cli, trip(leg(arrive="2037-12-30", leave="2038-01-02"))) == [None]


@pytest.mark.parametrize("code", ["JP", "SA", "MY", "HK", "NL", "US", "AQ", "KI", "GL", "VA", "PS", "BV"])
def test_every_country_has_prayers_or_says_why_not(cli, trip, code):
    path = trip(leg(code))
    for lang in ("en", "id"):
        page = cli("trip", path, lang=lang, columns=40)
        assert page.code == 0
        assert "trip." not in page.out.replace("\n", "").replace(path, "")
    prayers(cli, path)


def test_the_commands_that_a_brief_names_answer(cli, trip):
    path = trip(leg("australia", place='"perth"'))
    lines = [line.strip(" -") for line in cli("trip", path, columns=200).out.splitlines() if line.startswith("  - safetravel ")]
    assert len(lines) == 5
    for line in lines:
        assert cli(*line.split()[1:]).code == 0, line


def test_a_city_that_is_a_country_is_not_asked_for_its_town(cli, trip):
    assert "names no town" not in cli("trip", trip(leg("hong kong")), columns=400).out
    assert "Name your own city" not in cli("prayer", "hong", "kong", columns=400).out
    assert "Name your own city" in cli("prayer", "japan", columns=400).out


def test_one_day_is_not_days(cli, trip):
    path = trip(leg() + leg("south korea", "2027-03-10", "2027-03-12"))
    out = cli("trip", "check", path, columns=400).out
    assert "one day between leg 1 and this one has no place" in out
    assert "1\u00a0days" not in out


def test_clocks_that_change_on_the_way_are_said(cli, trip):
    path = trip(leg("netherlands", "2027-03-20", "2027-04-02"))
    held = cli("trip", path, "--json").json()["data"]["legs"][0]["brief"]["clock"]
    assert (held["wib_difference_hours"], held["wib_difference_hours_at_leave"]) == (-6, -5)
    assert "6 h behind WIB; at the end of the stay 5 h behind WIB" in cli("trip", path, columns=200).out.replace("\u00a0", " ")


def test_a_danger_of_a_later_month_of_the_stay_is_told(cli, trip):
    def topics(arrive, leave):
        data = cli("trip", trip(leg("japan", arrive, leave)), "--json").json()["data"]
        return [row["topic"] for row in data["legs"][0]["brief"]["dangers"] if row["kind"] == "safety"]

    assert "storm_flood_season" not in topics("2027-05-01", "2027-05-31")
    assert "storm_flood_season" in topics("2027-05-20", "2027-06-02")


def test_dangers_have_their_places_and_laws_a_line_of_their_own(cli):
    out = cli("trip", UMRAH, columns=200).out
    assert "  - Areas to avoid: Yemen border (Jazan, Najran, Asir)\n" in out
    assert "Strict laws:\n  - Drugs\n" in out
    assert "  - and 18 more\n" in out


def test_holidays_of_several_days_are_one_line(cli):
    out = cli("trip", UMRAH, columns=200).out
    assert "  - 9 March 2027 to 12 March 2027: Eid al-Fitr Holiday (by the moon: may move by a day)\n" in out
    assert out.count("Eid al-Fitr") == 1


def test_a_brief_says_that_the_check_knows_more(cli, tmp_path):
    data = cli("trip", UMRAH, "--json").json()["data"]
    assert data["more"] == len(cli("trip", "check", UMRAH, "--json").json()["data"]["problems"]) - len(data["problems"])
    assert f"{data['more']} more to look at or to know: safetravel trip check {UMRAH}" in cli("trip", UMRAH, columns=400).out
    path = tmp_path / "my trip.toml"
    path.write_text(leg(), encoding="utf-8")
    assert f'safetravel trip check "{path}"' in cli("trip", str(path), columns=400).out


def test_the_check_says_for_which_passports_a_rule_holds(cli, trip):
    page = cli("trip", "check", trip(leg()), columns=400).out
    assert "an ordinary passport needs a visa" in page


def test_the_check_finds_what_would_go_wrong(cli):
    data = check(cli("trip", "check", UMRAH, "--json"), "trip")
    assert kinds(data, 1) == ["passport_advised"]
    assert set(kinds(data, 2)) == {"visa_missing", "stay_too_long", "overlap"}
    assert set(kinds(data, 3)) == {"visa_missing", "passport_short", "gap"}
    assert kinds(data, 4) == ["yellow_fever"]
    severities = [row["severity"] for row in data["problems"]]
    assert severities == sorted(severities, key=("danger", "caution", "note").index)
    overlap = next(row for row in data["problems"] if row["kind"] == "overlap")
    assert (overlap["other"], overlap["days"]) == (1, 2)
    assert next(row for row in data["problems"] if row["kind"] == "gap")["days"] == 4


def test_what_is_in_hand_is_not_missing(cli, trip):
    text = "passport_expires = 2035-01-01\n" + leg(visa='"e-visa 123"')
    assert kinds(cli("trip", "check", trip(text), "--json").json()["data"]) == []
    assert "no promise of entry" in cli("trip", "check", trip(text), columns=200).out
    fever = "passport_expires = 2035-01-01\n" + leg("kenya", visa="true") + leg("uganda", "2027-03-09", "2027-03-12", visa="true")
    data = cli("trip", "check", trip(fever), "--json").json()["data"]
    assert "yellow_fever" in kinds(data, 2)
    assert "yellow_fever_home" in kinds(data, 2)
    held = fever + "yellow_fever = true\n"
    assert not {"yellow_fever", "yellow_fever_home"} & set(kinds(cli("trip", "check", trip(held), "--json").json()["data"]))


def test_the_own_country_asks_for_nothing(cli, trip):
    data = cli("trip", "check", trip("passport_expires = 2027-03-02\n" + leg("indonesia")), "--json").json()["data"]
    assert kinds(data) == []


def test_another_passport(cli, trip):
    data = check(cli("trip", trip('passport = "malaysia"\n' + leg()), "--json"), "trip")
    assert (data["passport"], data["legs"][0]["brief"]["visa"]["requirement"]) == ("MY", "visa_free")


def test_a_passport_that_runs_out_on_the_way(cli, trip):
    data = cli("trip", "check", trip("passport_expires = 2027-03-05\n" + leg()), "--json").json()["data"]
    assert kinds(data)[0] == "passport_expires"
    unknown = cli("trip", "check", trip(leg()), "--json").json()["data"]
    assert "passport_unknown" in kinds(unknown)


def test_a_list_of_holidays_that_ends_is_not_a_year_without(cli, trip):
    path = trip(leg(arrive="2044-03-01", leave="2044-03-08"))
    data = cli("trip", "check", path, "--json").json()["data"]
    assert not data["legs"][0]["holidays_known"]
    assert "unknown, not none" in cli("trip", "check", path, columns=200).out


def test_html_for_paper(cli, tmp_path):
    path = str(tmp_path / "trip.html")
    data = check(cli("trip", UMRAH, "--html", path, "--json", lang="id"), "trip")
    assert data["written"][0]["path"] == path
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert '<html lang="id">' in text
    assert "KBRI Tokyo: +81\u00a080\u00a03506\u00a08612" in text
    assert "safetravel " not in text
    assert "--json" not in text
    assert "Waktu salat pada 1\u00a0Maret\u00a02027" in text
    assert "Magrib\u00a018:28" in text
    assert "http" not in text


def test_a_calendar_becomes_stays(cli):
    data = cli("trip", ASIA, "--json").json()["data"]
    legs = [(row["iso2"], row["arrive"], row["leave"], row["leave_assumed"]) for row in data["legs"]]
    # The flight at 15:00 UTC lands on the next day there; the whole-day event ends a day before its DTEND.
    assert legs == [
        ("JP", "2027-03-02", "2027-03-05", False),
        ("KR", "2027-03-08", "2027-03-15", True),
        ("ID", "2027-03-15", "2027-03-15", False),
    ]
    assert [(row["text"], row["reason"]) for row in data["unread"]] == [("Dentist", "place"), ("Standup", "repeats")]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("CGK-NRT", "JP"),
        ("Flight CGK → ICN (GA 878)", "KR"),
        ("Kuala Lumpur to Singapore", "SG"),
        ("Jakarta ke Tokyo", "JP"),
        ("MH-370", None),
        ("Lunch - dinner", None),
        ("", None),
    ],
)
def test_a_journey_by_its_title(snapshot, title, code):
    found = trip_calendar.destination(Places(snapshot), title)
    assert (found and found.country_code) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Shibuya City, Tokyo, Japan", "JP"),
        ("1-2-3 Somewhere, Paris", "FR"),
        ("Room 4", None),
        ("Japn", None),
        ("us", None),
        ("Mina", "SA"),
        (", ,", None),
    ],
)
def test_a_place_by_its_address_spelt_right(snapshot, text, code):
    found = trip_calendar.named(Places(snapshot), text)
    assert (found and found.country_code) == code


def event(**values):
    lines = "".join(f"{name.replace('_', ';')}:{value}\r\n" for name, value in values.items())
    return f"BEGIN:VEVENT\r\n{lines}END:VEVENT\r\n"


def calendar(*events):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def test_what_a_calendar_holds_that_cannot_be_read_is_named(cli, trip):
    path = trip(
        calendar(
            event(SUMMARY="No day", LOCATION="Tokyo"),
            event(SUMMARY="Bad day", LOCATION="Tokyo", DTSTART="nonsense"),
            event(SUMMARY="Gone", LOCATION="Paris", DTSTART="20270301T100000", STATUS="CANCELLED"),
            event(SUMMARY="Point", GEO="35.66;139.70", DTSTART="20270301T100000Z"),
            event(SUMMARY="Bad point", GEO="north;west", LOCATION="Seoul", DTSTART="20270310T100000"),
        ),
        "a.ics",
    )
    data = check(cli("trip", path, "--json"), "trip")
    assert [row["iso2"] for row in data["legs"]] == ["JP", "KR"]
    assert [(row["text"], row["reason"]) for row in data["unread"]] == [("No day", "day"), ("Bad day", "day")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "no_legs"),
        ("hello", "not_a_trip"),
        ("leg = 3", "not_a_trip"),
        ("[[legs]]", "bad_key"),
        ('[[leg]]\nplcae = "Tokyo"', "bad_key"),
        ("[[leg]]\narrive = 2027-01-01", "no_place"),
        ('[[leg]]\nplace = "Tokyo"', "no_day"),
        ('[[leg]]\nplace = "Tokyo"\narrive = "soon"', "bad_day"),
        ('[[leg]]\nplace = "Tokyo"\narrive = "2027-02-30"', "bad_day"),
        ('[[leg]]\nplace = "0,-30"\narrive = 2027-01-01', "no_country"),
        (leg(arrive="2027-03-08", leave="2027-03-01"), "backwards"),
        (leg() * 61, "too_many"),
        (b"\xff\xfe\x00", "not_a_trip"),
        (b"#" * 4_000_001, "too_large"),
        ("BEGIN:VCALENDAR\r\n", "no_legs"),
        ("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", None),
        (calendar(event(SUMMARY="Dentist", DTSTART="20270301T100000")), "no_legs"),
        (calendar(*[event(SUMMARY="x", DTSTART="20270301T100000")] * 501), "too_many"),
    ],
    ids=range(18),
)
def test_a_file_that_is_no_trip_says_why(cli, trip, text, name):
    path = trip(text)
    for lang in ("en", "id"):
        for words in ((path,), ("check", path)):
            run = cli("trip", *words, "--json", lang=lang)
            assert run.code == 2, run
            check(run)
            if name:
                assert run.json()["errors"][0]["id"] == name


def test_a_place_that_is_not_known_is_not_found(cli, trip):
    assert cli("trip", trip(leg("wakanda"))).code == 3
    assert cli("trip", trip(leg("korea"))).code == 4
    assert cli("trip", "nowhere.toml").code == 2
    assert cli("trip").code == 2


def test_a_misspelt_place_says_how_it_was_read(cli, trip):
    assert "Understood as: japan" in cli("trip", trip(leg("japn")), columns=200).out
