"""Names of places: cities with typing errors, several of one name, airports, words."""

import random

import pytest

from safetravel_cli import errors
from safetravel_cli.geo import place
from safetravel_cli.lookup import city, typo
from safetravel_cli.lookup.fold import fold


@pytest.mark.parametrize(
    ("text", "kind", "code", "name"),
    [
        ("new york", "word", "US", "New York"),
        ("johor baru", "word", "MY", "Johor Bahru"),
        ("pulau pinang", "word", "MY", "Penang (George Town)"),
        ("saigon", "word", "VN", "Ho Chi Minh City"),
        ("thaif", "word", "SA", "Ta’if"),
        ("medina", "word", "SA", "Madinah"),
        ("bethlehem", "word", "PS", "Bethlehem"),
        ("barselona", "word", "ES", "Barcelona"),
        ("wina", "city", "AT", "Vienna"),
        ("kota mekkah", "city", "SA", "Makkah"),
        ("tokyo, jepang", "city", "JP", "Tokyo"),
        ("tokyo, jepan", "city", "JP", "Tokyo"),
        ("paris, prancis", "city", "FR", "Paris"),
        ("london, kanada", "city", "CA", "London"),
        ("springfield, il", "city", "US", "Springfield"),
        ("san jose, ca", "city", "US", "San Jose"),
        ("jl sudirman, jakarta, indonesia", "city", "ID", "Jakarta"),
        ("bali", "word", "ID", "Bali (Denpasar)"),
        ("lombok", "word", "ID", "Lombok (Mataram)"),
    ],
)
def test_a_name_is_understood(snapshot, text, kind, code, name):
    found = place.resolve(snapshot, text)
    assert (found.kind, found.country_code, found.name_en) == (kind, code, name)


@pytest.mark.parametrize(
    ("text", "code"),
    [("UAE", "AE"), ("uae", "AE"), ("KSA", "SA"), ("DRC", "CD"), ("PER", "PE"), ("CAN", "CA"), ("AUS", "AU"), ("IND", "IN")],
)
def test_no_airport_stands_before_a_country(snapshot, text, code):
    found = place.resolve(snapshot, text)
    assert (found.kind, found.country_code) == ("country", code)


def test_no_airport_code_hides_a_name_of_a_country(snapshot):
    shared = snapshot.rows("SELECT folded FROM country_name JOIN airport ON upper(folded) = iata_code GROUP BY folded")
    assert len(shared) > 50
    for row in shared:
        try:
            found = place.resolve(snapshot, str(row["folded"]).upper())
        except errors.Ambiguous:
            continue
        assert found.kind != "airport", row


@pytest.mark.parametrize(
    "text",
    ["wall street", "orchard road", "jalan braga", "nowhere", "home", "paris, nowhere", "jakarta, singapore", ",", " , ,", "???"],
)
def test_what_is_no_place_is_not_found(snapshot, text):
    with pytest.raises(errors.NotFound):
        place.resolve(snapshot, text)


def test_the_most_populous_is_taken_and_the_others_are_told(snapshot):
    found = place.resolve(snapshot, "springfield")
    assert found.name_en == "Springfield, Missouri"
    assert [row["division"] for row in found.others[:2]] == ["Massachusetts", "Illinois"]
    people = [row["population"] for row in found.others]
    assert people == sorted(people, reverse=True)
    jose = place.resolve(snapshot, "san jose")
    assert (jose.country_code, {row["country_code"] for row in jose.others} >= {"CR", "PH"}) == ("US", True)
    assert place.resolve(snapshot, "tokyo").others == []


@pytest.mark.parametrize(
    ("text", "name", "read_as"),
    [
        ("osakka", "Osaka", "osaka"),
        ("jakrta", "Jakarta", "jakarta"),
        ("kuala lumpr", "Kuala Lumpur", "kuala lumpur"),
        ("kualalumpur", "Kuala Lumpur", "kuala lumpur"),
        ("istambul", "Istanbul", "istanbul"),
        ("buenos aries", "Buenos Aires", "buenos aires"),
        ("dakkar", "Dakar", "dakar"),
        ("abudhabi", "Abu Dhabi", "abu dhabi"),
        ("osakka, jepang", "Osaka", "osaka"),
        ("arafh", "Arafat (Jabal ar-Rahmah)", "arafah"),
        ("japn", "Japan", "japan"),
        ("malaysi", "Malaysia", "malaysia"),
        ("philadepia", "Philadelphia", "philadelphia"),
    ],
)
def test_a_misspelt_name_is_understood_and_said(snapshot, text, name, read_as):
    found = place.resolve(snapshot, text)
    assert (found.name_en, found.read_as) == (name, read_as)


def mistype(word, rng):
    """Return a word with one typing error: a letter left out, put in, changed, or two swapped."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    at, letter = rng.randrange(len(word)), rng.choice(letters)
    swap = rng.randrange(len(word) - 1)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :],
        ]
    )


def test_great_cities_are_found_in_spite_of_one_error(snapshot):
    rng = random.Random(20261125)
    hits = tried = 0
    for row in snapshot.rows("SELECT * FROM city WHERE population >= 1000000 ORDER BY geonames_id"):
        word = fold(str(row["name"]))
        wrong = mistype(word, rng)
        if len(word) < 5 or wrong == word or place.resolve(snapshot, word).geonames_id != row["geonames_id"]:
            continue
        tried += 1
        try:
            hits += place.resolve(snapshot, wrong).geonames_id == row["geonames_id"]
        except errors.NotFound:
            continue
    assert tried > 400
    assert hits / tried >= 0.93, (hits, tried)


def test_two_errors_are_found_behind_the_first_two_letters(snapshot):
    rng = random.Random(8)
    hits = tried = 0
    for row in snapshot.rows("SELECT * FROM city WHERE population >= 1000000 ORDER BY geonames_id"):
        word = fold(str(row["name"]))
        if len(word) < 10:
            continue
        wrong = word[:2] + mistype(mistype(word[2:], rng), rng)
        if typo.distance(word, wrong, 3) != 2:
            continue
        tried += 1
        hits += any(one.geonames_id == row["geonames_id"] for one in city.near(snapshot, wrong, [])[:5])
    assert tried > 60
    assert hits / tried >= 0.95, (hits, tried)


def test_nearly_every_name_is_written_in_the_letters_that_are_tried(snapshot):
    known = set(city.LETTERS) | set("0123456789")
    assert sum(bool(set(str(name)) - known) for name in snapshot.values("SELECT folded FROM city_name")) < 30


def test_a_short_plus_code_needs_a_town(snapshot):
    found = place.resolve(snapshot, "MPPQ+R4 Shibuya City, Tokyo, Japan")
    assert (found.kind, found.country_code, found.accuracy_m) == ("position", "JP", 9.8)
    for text in ("MPPQ+R4", "MPPQ+R4 Japan", "MPPQ+R4 zzzzzz"):
        with pytest.raises(errors.UsageError) as caught:
            place.resolve(snapshot, text)
        assert caught.value.key == "errors.plus_code_town"


def test_a_vague_position_is_called_approximate(snapshot):
    assert place.resolve(snapshot, "https://www.google.com/maps/@35.66,139.70,9z").precision == "approximate"
    assert place.resolve(snapshot, "geo:35.66,139.70;u=5000").precision == "approximate"
    assert place.resolve(snapshot, "geo:35.66,139.70;u=30").precision == "exact"
    assert place.resolve(snapshot, "https://maps.google.com/?q=35.66,139.70").precision == "exact"
