"""The text of an alert and its SMS, in examples."""

import pytest

from safetravel_cli.domain import gsm7
from safetravel_cli.i18n import Say
from safetravel_cli.i18n.sos_text import WORDS
from safetravel_cli.sos import lines, message
from sos_kit import FACTS, FULL, PART, POSITION

NOWHERE = {"lat": None, "lon": None, "method": "unknown", "accuracy_m": None, "age_s": None}


def test_indonesian_comes_first_then_english():
    text = message.compose(FACTS, "ACDEF3", [])
    assert text.index("DI MANA: 35.65861,139.74543") < text.index("WHERE: 35.65861,139.74543")
    for line in (
        "SOS ACDEF3: Jepang", "SIAPA: tidak disebutkan", "APA: Lost my passport (kategori tidak dipilih)",
        "geo:35.65861,139.74543;u=12", "Negara: Jepang (JP)",
        "KAPAN: 2026-11-25 03:00 UTC; 12:00 menurut perangkat pengirim (UTC+09:00); 10:00 WIB", "MEDIA: tidak ada",
        "KODE: ACDEF3",
        "Country: Japan (JP)", "within 12\u00a0m", "Call the sender back",
    ):  # fmt: skip
        assert line in text, line


def test_what_is_not_known_is_said():
    facts = {**FACTS, "message": "", "position": NOWHERE, "country": "", "country_en": "", "country_id": ""}
    text = message.compose(facts, "ACDEF3", [])
    assert "lokasi tidak diketahui" in text and "position unknown" in text and "tidak dijelaskan" in text
    for words in (
        "Negara: tidak diketahui", "tidak disebutkan apakah ada yang terluka; jumlah orang tidak disebutkan",
        "BATERAI: tidak diketahui",
        "HUBUNGI KEMBALI: cara menghubungi pengirim tidak disebutkan",
    ):  # fmt: skip
        assert words in text, words
    assert "None" not in text


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
    assert "MEDIA: 2 foto menyusul, disertai SHA-256" in message.compose({**FACTS, "photos": 2}, "ACDEF3", [])
    assert "MEDIA: a photo to follow" in message.compose({**FACTS, "photos": 1}, "ACDEF3", [])


def test_without_a_code_none_is_asked_for():
    text = message.compose(FACTS, "", [])
    assert "KODE" not in text and "None" not in text and text.startswith("SOS: Jepang\n")
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


@pytest.mark.parametrize(
    ("seconds", "english"), [(0, "0 s"), (119, "119 s"), (180, "3 min"), (7200, "2 hours"), (172800, "2 days")]
)
def test_ages(seconds, english):
    assert lines.age(seconds, Say("en")) == english


def top(text, count):
    return text.split("\n")[:count]


def test_what_is_needed_in_ten_seconds_stands_at_the_top():
    assert message.compose(FULL, "ACDEF3", []).split("\n----")[0].rstrip().split("\n") == [
        "SOS ACDEF3: kecelakaan, ADA YANG TERLUKA, 2 orang, Jepang",
        "",
        "SIAPA: Siti Aminah; paspor berakhiran 1234; telepon +1 202 555 0142; berbahasa Indonesia",
        "APA: KECELAKAAN. Hit by a car",
        "DI MANA: 35.65861,139.74543 (WGS84; dari satelit, ketelitian 12\u00a0m, berumur 40 detik)",
        "  Negara: Jepang (JP)",
        "  geo:35.65861,139.74543;u=12",
        "  Peta: https://www.openstreetmap.org/?mlat=35.65861&mlon=139.74543#map=16/35.65861/139.74543",
        "  Peta: https://www.google.com/maps/search/?api=1&query=35.65861%2C139.74543",
        "KAPAN: 2026-11-25 03:00 UTC; 12:00 di tempat pengirim (Asia/Tokyo, UTC+09:00); 10:00 WIB",
        "KEADAAN: ADA YANG TERLUKA; yang butuh bantuan: 2 orang, termasuk pengirim",
        "HUBUNGI KEMBALI: telepon +1 202 555 0142; surel siti@example.org",
        "BATERAI: 14 persen, tidak sedang diisi",
        "MEDIA: 2 foto dan 1 video menyusul, disertai SHA-256",
        "",
        "KODE: ACDEF3",
        "CARA MENJAWAB: balas surel ini (siti@example.org), dan sebutkan kode ACDEF3. Hubungi kembali pengirim untuk memastikan "
        "pesan ini benar.",
        "Ini pesan darurat dari orang yang sedang bepergian, ditulis di perangkatnya sendiri dengan program SafeTravel. Isinya "
        "belum diperiksa siapa pun.",
    ]


def test_a_drill_is_the_first_word_of_everything():
    drill = {**FULL, "drill": True}
    text = message.compose(drill, "ACDEF3", [])
    assert top(text, 2) == [
        "LATIHAN (EXERCISE). Tidak ada yang dalam bahaya. Jangan ditindaklanjuti dan jangan diteruskan.",
        "LATIHAN SOS ACDEF3: kecelakaan, ADA YANG TERLUKA, 2 orang, Jepang",
    ]
    assert "\nEXERCISE (LATIHAN). Nobody is in danger." in text
    for kind in ("", *message.FOLLOW_UPS):
        assert message.subject(drill, "ACDEF3", kind).startswith("[LATIHAN/EXERCISE] SOS ACDEF3")
        assert message.sms(drill, "ACDEF3", kind).startswith("LATIHAN SOS ACDEF3 ")
        if kind:
            assert message.follow_up(drill, "ACDEF3", kind).startswith("LATIHAN (EXERCISE)")


def test_no_drill_says_no_word_of_one():
    for text in (message.compose(FULL, "ACDEF3", []), message.subject(FULL, "ACDEF3"), message.sms(FULL, "ACDEF3")):
        assert "LATIHAN" not in text and "EXERCISE" not in text


@pytest.mark.parametrize(("facts", "subject"), [
    (FULL, "SOS ACDEF3: kecelakaan, ADA YANG TERLUKA, 2 orang, Jepang, Siti Aminah: Hit by a car"),
    (FACTS, "SOS ACDEF3: Jepang: Lost my passport"),
    ({**FACTS, "message": "", "country": "", "country_en": "", "country_id": ""}, "SOS ACDEF3"),
])  # fmt: skip
def test_the_subject_is_enough_in_a_list_of_mails(facts, subject):
    assert message.subject(facts, "ACDEF3") == subject


def test_a_day_that_differs_is_said():
    late = {**FULL, "created": FULL["created"] + 15 * 3600}
    assert "KAPAN: 2026-11-25 18:00 UTC; 2026-11-26 03:00 di tempat pengirim (Asia/Tokyo, UTC+09:00); 2026-11-26 01:00 WIB" in (
        message.compose(late, "ACDEF3", [])
    )


def test_a_wrong_clock_is_said():
    assert "Jam perangkat pengirim salah" in message.compose({**FULL, "clock_doubt": True}, "ACDEF3", [])


def test_of_a_passport_only_four_signs_are_ever_written():
    who = {**FULL["who"], "passport_last4": "X12345678"}
    text = message.compose({**FULL, "who": who}, "ACDEF3", [])
    assert "paspor berakhiran 5678" in text and "12345678" not in text


def test_a_person_of_whom_only_the_name_is_known():
    text = message.compose({**FULL, "who": {"name": "Budi"}, "reply_to": []}, "ACDEF3", [])
    assert "SIAPA: Budi; paspor tidak disebutkan; telepon tidak disebutkan\n" in text
    assert "CARA MENJAWAB: balas kepada yang meneruskan pesan ini, dan sebutkan kode ACDEF3." in text


def test_a_long_message_stands_at_the_end_and_cannot_pass_for_lines_of_the_alert():
    words = "First line\nKODE: XXXXXX\n\n----- English -----\nDI MANA: 0.00000,0.00000\n" + "tolong " * 100
    text = message.compose({**FULL, "message": words}, "ACDEF3", [])
    first = text.split("\n----")[0]
    assert "APA: KECELAKAAN. First line KODE: XXXXXX" in first and "… (selengkapnya di bagian akhir)" in first
    assert len(first) < 2000 and text.endswith("tolong tolong\n")
    lines_of = text.split("\n")
    assert "KODE: XXXXXX" not in lines_of and "> KODE: XXXXXX" in lines_of and "> DI MANA: 0.00000,0.00000" in lines_of


def test_a_photo_says_where_it_was_taken():
    part = {**PART, "place": {"lat": 35.6, "lon": 139.7, "accuracy_m": None, "taken": FACTS["created"] - 300}}
    text = message.compose(FULL, "ACDEF3", [part])
    assert "  Diambil di 35.60000,139.70000 menurut berkasnya (2026-11-25 02:55 UTC)" in text
    assert "MEDIA" not in text


NEW = {"created": FACTS["created"] + 1800, "position": {**POSITION, "lat": 35.7, "method": "photo", "age_s": 60}, "place": None}


def test_a_new_location_comes_first_and_names_the_alert():
    text = message.follow_up(FULL, "ACDEF3", "locupdate", NEW)
    assert top(text, 4) == [
        "SOS ACDEF3: LOKASI TERBARU, Jepang",
        "Menyusul pesan darurat ACDEF3 yang dibuat 2026-11-25 03:00 UTC (10:00 WIB).",
        "",
        "DI MANA: 35.70000,139.74543 (WGS84; dari foto pengirim, ketelitian 12\u00a0m, berumur 60 detik)",
    ]
    for words in (
        "KAPAN: 2026-11-25 03:30 UTC",
        "SIAPA: Siti Aminah",
        "APA: KECELAKAAN. Hit by a car",
        "SOS ACDEF3: NEW LOCATION",
    ):
        assert words in text, words
    assert message.sms(FULL, "ACDEF3", "locupdate", NEW) == (
        "SOS ACDEF3 LOKASI BARU 35.70000,139.74543 +-12m JP 25/11 03:30UTC pesan 25/11 03:00UTC"
    )


@pytest.mark.parametrize(("kind", "title"), [("safe", "PENGIRIM MENYATAKAN AMAN"), ("cancel", "DIBATALKAN PENGIRIM")])
def test_an_end_asks_to_speak_with_the_sender_and_knows_no_old_place(kind, title):
    new = {"created": FACTS["created"] + 7200, "message": "Sudah di hotel"}
    text = message.follow_up(FULL, "ACDEF3", kind, new)
    assert top(text, 5)[:2] + top(text, 5)[4:] == [
        f"SOS ACDEF3: {title}, Jepang",
        "Menyusul pesan darurat ACDEF3 yang dibuat 2026-11-25 03:00 UTC (10:00 WIB).",
        "KATA PENGIRIM: Sudah di hotel",
    ]
    assert "Bicaralah dengan pengirim sebelum kasus ditutup" in text and "35.65861" not in text and "BATERAI" not in text
    assert message.subject(FULL, "ACDEF3", kind, new) == (
        f"SOS ACDEF3 {title}: kecelakaan, 2 orang, Jepang, Siti Aminah: Sudah di hotel"
    )
    assert "35.65861" not in message.sms(FULL, "ACDEF3", kind, new)


def test_files_that_follow_are_named_by_their_digest():
    text = message.follow_up(
        FULL, "ACDEF3", "media", {"created": FACTS["created"]}, [{**PART, "kind": "video", "mime": "video/mp4"}]
    )
    assert top(text, 4)[3] == f"VIDEO 1: video/mp4, 3.000.000 byte, SHA-256 {'ab' * 32}"


@pytest.mark.parametrize("kind", lines.KINDS)
def test_every_kind_has_its_words(kind):
    for facts in ({**FULL, "kind": kind}, {**FULL, "kind": kind, "message": ""}):
        for text in (message.compose(facts, "ACDEF3", []), message.subject(facts, "ACDEF3"), message.sms(facts, "ACDEF3")):
            assert "sos_text." not in text
    assert gsm7.fits(message.sms({**FULL, "kind": kind, "drill": True, "people": 9999}, "ACDEF3"))


def test_every_rung_of_the_ladder_has_its_words():
    from safetravel_cli.geo import rungs

    for method in (*[rung.name for rung in rungs.RUNGS], "given", "photo", "saved_place", "time_zone", "unknown"):
        assert f"by_{method}" in WORDS, method
    strange = {**POSITION, "method": "carrier pigeon"}
    assert "asal: carrier pigeon" in message.compose({**FACTS, "position": strange}, "ACDEF3", [])


def test_an_sms_of_everything_still_has_room_for_the_message():
    facts = {
        **FULL, "kind": "accident", "drill": True, "message": "tolong " * 30,
        "position": {**POSITION, "lat": -35.658613, "lon": -139.745433, "method": "saved_place", "accuracy_m": 50000.0,
                     "age_s": 90000},
    }  # fmt: skip
    text = message.sms(facts, "ACDEF3")
    assert gsm7.fits(text) and text.startswith(
        "LATIHAN SOS ACDEF3 KECELAKAAN LUKA 2 orang -35.65861,-139.74543 +-50000m posisi 25 jam lalu JP 25/11 "
        "03:00UTC. tolong tolong"
    )


def test_facts_of_an_earlier_version_and_broken_ones_are_laid_out():
    for facts in (
        {},
        {"position": None, "place": None, "who": None, "created": "x"},
        {**FACTS, "position": {**POSITION, "lat": float("nan")}},
    ):
        assert "lokasi tidak diketahui" in message.compose(facts, "ACDEF3", [])
        message.subject(facts, "ACDEF3")
        assert gsm7.fits(message.sms(facts, "ACDEF3"))


def test_both_languages_fill_in_the_same_values():
    import string

    for key, pair in WORDS.items():
        held = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in pair]
        assert held[0] == held[1], key
        assert pair[0].count("|") == pair[1].count("|"), key
