"""The text of an alert and its SMS, in examples."""

import pytest

from safetravel_cli.domain import gsm7
from safetravel_cli.i18n import Say
from safetravel_cli.i18n.sos import WORDS
from safetravel_cli.sos import message
from sos_kit import FACTS, POSITION

NOWHERE = {"lat": None, "lon": None, "method": "unknown", "accuracy_m": None, "age_s": None}


def test_indonesian_comes_first_then_english():
    text = message.compose(FACTS, "ACDEF3", [])
    assert text.index("DI MANA: 35.65861,139.74543") < text.index("WHERE: 35.65861,139.74543")
    for line in (
        "SOS ACDEF3", "SIAPA: tidak disebutkan", "APA: Lost my passport", "geo:35.65861,139.74543;u=12", "Negara: Jepang (JP)",
        "KAPAN: 2026-11-25 03:00 UTC; 2026-11-25 12:00 menurut jam perangkat (UTC+09:00)", "FOTO: tidak ada", "KODE: ACDEF3",
        "Country: Japan (JP)", "within 12\u00a0m", "Call the sender back",
    ):  # fmt: skip
        assert line in text, line


def test_what_is_not_known_is_said():
    facts = {**FACTS, "message": "", "position": NOWHERE, "country": "", "country_en": "", "country_id": ""}
    text = message.compose(facts, "ACDEF3", [])
    assert "lokasi tidak diketahui" in text and "position unknown" in text and "tidak dijelaskan" in text
    assert "None" not in text and "Negara" not in text


def test_the_country_by_time_zone_says_so():
    position = {**NOWHERE, "method": "time_zone"}
    text = message.compose({**FACTS, "position": position, "hint": "Asia/Tokyo"}, "ACDEF3", [])
    assert "Negara: Jepang (JP), dari zona waktu perangkat, Asia/Tokyo" in text


def test_a_saved_place_says_its_age_and_that_it_is_rough():
    place = {"kind": "city", "name_en": "Mecca", "name_id": "Makkah", "precision": "city", "read_as": ""}
    position = {**POSITION, "method": "saved_place", "accuracy_m": None, "age_s": 3 * 86400}
    facts = {**FACTS, "position": position, "place": place}
    text = message.compose(facts, "ACDEF3", [])
    assert "dari tempat yang disimpan pengirim, hanya pusat tempat itu, berumur 3 hari" in text
    assert "Di dalam atau dekat: Makkah" in text
    assert "sekitar 35.65861,139.74543 posisi 72 jam lalu" in message.sms(facts, "ACDEF3")


def test_photos_are_named_by_their_digest():
    part = {"mime": "image/jpeg", "bytes": 3000000, "sha256": "ab" * 32}
    text = message.compose({**FACTS, "photos": 1}, "ACDEF3", [part])
    assert f"FOTO 1: image/jpeg, 3.000.000 byte, SHA-256 {'ab' * 32}" in text
    assert "FOTO: 2 menyusul" in message.compose({**FACTS, "photos": 2}, "ACDEF3", [])


def test_without_a_code_none_is_asked_for():
    text = message.compose(FACTS, "", [])
    assert "KODE" not in text and "None" not in text and text.startswith("SOS\n")
    assert message.sms(FACTS, "").startswith("SOS 35.65861")


@pytest.mark.parametrize(("words", "sms"), [
    ("Paspor hilang", "SOS ACDEF3 35.65861,139.74543 +-12m JP 25/11 03:00UTC. Paspor hilang"),
    ("", "SOS ACDEF3 35.65861,139.74543 +-12m JP 25/11 03:00UTC. Butuh bantuan"),
    ("النجدة", "SOS ACDEF3 35.65861,139.74543 +-12m JP 25/11 03:00UTC. Butuh bantuan"),
    ("Café [3]\nlantai 2 🆘", "SOS ACDEF3 35.65861,139.74543 +-12m JP 25/11 03:00UTC. Cafe (3) lantai 2 ?"),
])  # fmt: skip
def test_the_sms(words, sms):
    assert message.sms({**FACTS, "message": words}, "ACDEF3") == sms


def test_a_long_message_is_cut_at_a_word():
    sms = message.sms({**FACTS, "message": "tolong " * 50}, "ACDEF3")
    assert 150 < len(sms) <= gsm7.SEGMENT and sms.endswith("tolong..")


@pytest.mark.parametrize(("seconds", "english"), [(0, "0 min"), (119, "1 min"), (7200, "2 hours"), (172800, "2 days")])
def test_ages(seconds, english):
    assert message.age(seconds, Say("en")) == english


def test_both_languages_fill_in_the_same_values():
    import string

    for key, pair in WORDS.items():
        held = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in pair]
        assert held[0] == held[1], key
        assert pair[0].count("|") == pair[1].count("|"), key
