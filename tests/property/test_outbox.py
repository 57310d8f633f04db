"""Whatever is put into the outbox comes out, and what others must read is in their form."""

import hashlib
import json
import os
import sqlite3
import tempfile
import unicodedata
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.domain import gsm7
from safetravel_cli.sos import body, code, lines, links, media, message, outbox

# Any text that a command line or a pipe can hold, lone surrogates included.
TEXT = st.text(st.characters(min_codepoint=1), max_size=400) | st.text(
    st.sampled_from("\r\n\t\x00\x1b\u202e\ud800\udcff[]{}^~|\\ aé€🆘م")
)
NUMBER = st.floats(-90, 90)


@st.composite
def facts(draw):
    known = draw(st.booleans())
    position = {
        "lat": draw(NUMBER) if known else None,
        "lon": draw(st.floats(-180, 180)) if known else None,
        "method": draw(st.sampled_from(["given", "saved_place", "time_zone", "unknown"])),
        "accuracy_m": draw(st.none() | st.floats(0, 1e6)),
        "age_s": draw(st.none() | st.integers(0, 10**9)),
    }
    place = {
        "kind": draw(st.sampled_from(["position", "city"])),
        "name_en": "Tokyo",
        "name_id": "Tokyo",
        "precision": "city",
        "read_as": "",
    }
    country = draw(st.sampled_from(["", "JP"]))
    return {
        "who": "", "message": message.clean(draw(TEXT)), "at": message.line(draw(TEXT)), "position": position,
        "place": draw(st.sampled_from([None, place])) if known else None,
        "country": country, "country_en": country, "country_id": country, "hint": message.line(draw(TEXT)),
        "created": draw(st.floats(0, 4e9)), "utc_offset_s": draw(st.sampled_from([0, 25200, -16200])),
        "time_zone": "UTC", "photos": draw(st.integers(0, 3)), "language": "id",
    }  # fmt: skip


@given(facts())
def test_an_sms_is_always_one_segment_and_keeps_the_code_and_the_position(held):
    text = message.sms(held, "ACDEF3")
    assert gsm7.fits(text) and text.startswith("SOS ACDEF3 ")
    if held["position"]["lat"] is not None:
        assert lines.coordinates(held["position"]["lat"], held["position"]["lon"]) in text


@given(facts())
def test_the_text_of_an_alert_is_clean_and_complete(held):
    text = message.compose(held, "ACDEF3", [])
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in "\n\u200d"]
    assert text.count("ACDEF3") >= 6 and "None" not in text.replace(held["message"], "").replace(held["at"], "").replace(
        held["hint"], ""
    )
    assert text.encode().decode() == text
    subject = message.subject(held, "ACDEF3")
    assert len(subject) <= 120 and len(subject.splitlines()) == 1


@given(TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    once = message.clean(text)
    assert message.clean(once) == once
    once.encode("utf-8")


@given(TEXT, st.integers(0, 200))
def test_a_shortened_line_fits_its_room(text, room):
    line = gsm7.ascii_line(text)
    assert line.isascii() and "\n" not in line
    assert len(gsm7.cut(line, room)) <= room


@given(TEXT)
def test_links_carry_the_text_and_nothing_else(text):
    clean = message.clean(text)
    sms = urllib.parse.urlsplit(links.sms("+62 899-0000-0000", clean))
    assert (sms.scheme, sms.path) == ("sms", "+6289900000000")
    assert urllib.parse.parse_qs(sms.query, keep_blank_values=True) == {"body": [clean]}
    wa = urllib.parse.urlsplit(links.whatsapp("+6289900000000", clean))
    assert (wa.netloc, wa.path, wa.fragment) == ("wa.me", "/6289900000000", "")
    assert urllib.parse.parse_qs(wa.query, keep_blank_values=True) == {"text": [clean]}
    mail = urllib.parse.urlsplit(links.mailto(["a@example.org"], message.line(text), clean))
    assert mail.path == "a@example.org"
    held = urllib.parse.parse_qs(mail.query, keep_blank_values=True)
    assert set(held) == {"subject", "body"} and held["body"] == [clean.replace("\n", "\r\n")]


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(PLAIN)
def test_the_body_is_json(value):
    assert json.loads(body.dump(value)) == value


def test_what_is_no_number_is_unknown():
    assert body.dump([float("nan"), float("inf")]) == "[null, null]"


@given(st.integers(0, 50))
def test_codes_are_sayable(_):
    one = code.new()
    assert len(one) == 6 and set(one) <= set(code.ALPHABET)
    assert code.read(f" {one[:3].lower()}-{one[3:].lower()} ") == one
    assert not set("0O1IL2Z5S8BUVQG6N") & set(code.ALPHABET)


@given(st.lists(TEXT, min_size=1, max_size=6))
def test_what_was_put_in_comes_out_and_is_never_changed(texts):
    with tempfile.TemporaryDirectory() as folder:
        stored = {}
        for text in texts:
            clean = message.clean(text)
            (alert, one), aside = outbox.use(
                folder,
                lambda box, clean=clean: box.add_alert(
                    "2026-11-25T03:00:00Z", "UTC", "", lambda _: (body.dump({"message": clean}), clean.encode())
                ),
            )
            stored[one] = (alert, clean)
            assert aside == ""
        db = sqlite3.connect(outbox.file(folder))
        held = dict(db.execute("SELECT code, body FROM alert"))
        assert {one: json.loads(text)["message"] for one, text in held.items()} == {
            one: clean for one, (_, clean) in stored.items()
        }
        digests = {hashlib.sha256(clean.encode()).hexdigest() for _, clean in stored.values()}
        assert {row[0] for row in db.execute("SELECT sha256 FROM part")} == digests
        with pytest.raises(sqlite3.IntegrityError, match="not changed"):
            db.execute("UPDATE alert SET body = 'other'")
        db.close()


@given(st.binary(min_size=1, max_size=3000), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a"]))
def test_photos_are_kept_byte_for_byte_under_their_digest(octets, head):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "source")
        with open(source, "wb") as file:
            file.write(head + octets)
        kept = media.keep(folder, source)
        with open(os.path.join(folder, str(kept["path"])), "rb") as file:
            assert file.read() == head + octets
        assert kept["sha256"] == hashlib.sha256(head + octets).hexdigest()
        assert media.state_of(folder, kept) == "whole"
        # The same photo again is the same file.
        assert media.keep(folder, source)["path"] == kept["path"]
        assert len(os.listdir(os.path.join(folder, "media"))) == 1


def test_every_connection_is_as_durable_as_promised(tmp_path):
    folder = str(tmp_path)
    for _ in range(2):
        pragmas, _ = outbox.use(
            folder,
            lambda box: [box.db.execute("PRAGMA " + name).fetchone()[0] for name in ("journal_mode", "synchronous", "fullfsync")],
        )
        assert pragmas == ["delete", 3, 1]


def test_an_outbox_that_was_put_into_wal_mode_comes_back(tmp_path):
    outbox.use(str(tmp_path), lambda box: None)
    db = sqlite3.connect(outbox.file(str(tmp_path)))
    assert db.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    db.close()
    mode, aside = outbox.use(str(tmp_path), lambda box: box.db.execute("PRAGMA journal_mode").fetchone()[0])
    assert (mode, aside) == ("delete", "")


def test_states_and_kinds_outside_the_list_are_refused(tmp_path):
    def work(box):
        alert, _ = box.add_alert("2026-11-25T03:00:00Z", "UTC", "", lambda _: ("{}", b"x"))
        with pytest.raises(sqlite3.IntegrityError):
            box.add_media(
                alert, "document", 1, {"sha256": "x", "bytes": 1, "path": "x", "mime": "x", "name": "", "mtime_utc": ""}
            )
        part = box.db.execute("SELECT id FROM part").fetchone()[0]
        row = "INSERT INTO delivery (alert, part, channel, rcpt, state) VALUES (?, ?, 'smtp', 'a@example.org', ?)"
        box.db.execute(row, (alert, part, "queued"))
        with pytest.raises(sqlite3.IntegrityError):
            box.db.execute(row, (alert, part, "queued"))
        with pytest.raises(sqlite3.IntegrityError):
            box.db.execute(row.replace("smtp", "hand"), (alert, part, "delivered"))

    outbox.use(str(tmp_path), work)


def test_a_migration_that_is_cut_off_leaves_the_old_form(tmp_path, monkeypatch):
    from safetravel_cli.sos import schema

    folder = str(tmp_path)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("CREATE TABLE later (x)", "CREATE TABLE broken (")))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(sqlite3.Error):
        outbox.Outbox(outbox.file(folder))
    db = sqlite3.connect(outbox.file(folder))
    assert db.execute("PRAGMA user_version").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    db.close()


def test_an_older_outbox_is_brought_forward_with_its_alerts(tmp_path, monkeypatch):
    from safetravel_cli.sos import schema

    folder = str(tmp_path)
    (_, one), _ = outbox.use(folder, lambda box: box.add_alert("2026-11-25T03:00:00Z", "UTC", "", lambda _: ("{}", b"x")))
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("ALTER TABLE alert ADD COLUMN later TEXT",)))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    held, aside = outbox.use(folder, lambda box: box.db.execute("SELECT code, later FROM alert").fetchall())
    assert (held, aside) == ([(one, None)], "")
