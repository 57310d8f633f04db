"""Hostile text in the message, the name, the name of a file and every other value: it never raises, never becomes a header,
a line of the alert or a tag, and never steers a terminal.

The big list of naughty strings, and what it lacks: lone surrogates, all line ends, controls, what XML 1.0 cannot hold.
"""

import email
import email.policy
import email.utils
import json
import os
import unicodedata
from email.message import EmailMessage
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.domain import gsm7
from safetravel_cli.sos import cap, geojson, hand, message
from sos_kit import FULL, PART, photo

with open(os.path.join(os.path.dirname(__file__), "..", "fixtures", "blns", "blns.json"), encoding="utf-8") as _file:
    NAUGHTY = json.load(_file)
EXTRA = [
    "a\r\nBcc: x@example.org", "a\nBcc: x@example.org", "a\rBcc: x@example.org", "a\r\n\r\n<b>body</b>", "a\u2028Bcc: x",
    "a\x85Bcc: x", "a\x0bBcc: x", "a\x0cBcc: x", "a\x1cBcc: x", "a\x1d\x1e\x1fb",
    # Encoded words: the email package decodes them, line ends and all.
    "=?utf-8?q?a=0ABcc:_x?=", "=?utf-8?b?YQ0KQmNjOiB4?=", "==?utf-8?q?=0D=0ABcc:_x?=", "=?=?utf-8?q?=0ABcc:_x?=?=",
    "\0", "a\0b", "\ud800", "a\udcffb", "\udfff\ud800", "\U0001f198\ud83d", "\u202egnp.exe", "\u2066a\u2069",
    "\u200f\u200e\u061c",
    "\x1b[2J\x1b]0;x\x07", "\x9b31m", "\ufeffa", "\ufffe", "\uffff", "\U0001ffff", "\ue000", "\x7f\x80\x9f",
    "]]>", "<!--", "&amp;&#0;&bogus;", "<?xml?>", '\\"', ",;:<>@()[]", "{code}{0}%s%n", "a" * 50_000, "\u0301" * 3000,
    "\ufdfa" * 500, "\n" * 3000, "\t" * 3000, " " * 3000, "KODE: XXXXXX\nDI MANA: 0,0", "KODE: XXXXXX\r\rWHO: x",
]  # fmt: skip
CAP = "identifier sender sent status msgType source scope addresses note references incidents info info".split()
BAD = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
LABELS = (
    "SIAPA:",
    "APA:",
    "DI MANA:",
    "KAPAN:",
    "KODE:",
    "CARA MENJAWAB:",
    "WHO:",
    "WHAT:",
    "WHERE:",
    "WHEN:",
    "CODE:",
    "TO ANSWER:",
)


def everywhere(text):
    """Return facts, and a file, in which every value that a person or a program can write is this text."""
    who = {"name": text, "passport_last4": text, "phone": text, "language": text, "nationality": text}
    place = {"kind": "city", "name_en": text, "name_id": text, "precision": "city", "read_as": text}
    facts = {
        **FULL, "message": text, "who": who, "at": text, "hint": text, "country": text, "country_en": text, "country_id": text,
        "place": place, "place_time_zone": text, "time_zone": text, "kind": text, "battery": {"percent": text, "charging": text},
        "position": {**FULL["position"], "method": text}, "reply_to": [{"channel": text, "address": text}, text], "injured": text,
        "people": text, "photos": text,
    }  # fmt: skip
    return facts, {**PART, "mime": text, "sha256": text, "name": text, "kind": text, "bytes": text}


def check_text(text):
    text.encode("utf-8")
    assert not {char for char in set(text) if unicodedata.category(char) in BAD} - {"\n", "\u200c", "\u200d"}
    starts = [line for line in text.split("\n") if line.startswith(LABELS)]
    assert len(starts) == len({line.partition(":")[0] for line in starts}), starts


def check_subject(subject):
    assert len(subject) <= message.SUBJECT_LIMIT and subject.splitlines() == [subject] and subject.startswith("SOS ACDEF3")
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = subject
    mail.set_content("x")
    read = email.message_from_bytes(mail.as_bytes())
    assert sorted(read.keys()) == ["Content-Transfer-Encoding", "Content-Type", "MIME-Version", "Subject"]
    assert read.get_payload().strip() == "x"


def check(text):
    facts, part = everywhere(text)
    check_text(message.compose(facts, "ACDEF3", [part]))
    check_subject(message.subject(facts, "ACDEF3"))
    assert gsm7.fits(message.sms(facts, "ACDEF3"))
    for kind in ("update", "locupdate"):
        check_subject(message.subject(facts, "ACDEF3", kind, {"message": text}))
        assert gsm7.fits(message.sms(facts, "ACDEF3", kind, {"message": text}))
        check_text(message.follow_up(facts, "ACDEF3", kind, {"message": text}, [part]))
    first = cap.reference(facts, "ACDEF3")
    assert len(first.split(",")) == 3 and not set(first) & set(" <&\n")
    octets = cap.build(
        facts, "ACDEF3", "Exercise", "Update", first, [part], kind="update", new={"message": text}, addresses=(text,)
    )
    root = ElementTree.fromstring(octets)
    assert [one.tag.partition("}")[2] for one in root] == CAP
    held = json.loads(geojson.build(facts, "ACDEF3", [part]).decode("utf-8"))
    assert held["features"][0]["properties"]["code"] == "ACDEF3"


def test_the_list_is_whole():
    assert len(NAUGHTY) > 500


@pytest.mark.parametrize("start", range(0, len(NAUGHTY), 50))
def test_every_naughty_string(start):
    for text in NAUGHTY[start : start + 50]:
        check(text)


@pytest.mark.parametrize("text", EXTRA, ids=[ascii(text[:12]) for text in EXTRA])
def test_what_the_list_lacks(text):
    check(text)


@given(st.text(st.characters(), max_size=300))
def test_any_text(text):
    check(text)


@pytest.mark.parametrize("field", ["message", "name", "file"])
def test_the_mail_that_is_carried_away_has_no_header_of_theirs(tmp_path, field):
    """The draft `alert.eml` that hand.write makes; of a file name only the ending of the kept copy is used."""
    source = photo(tmp_path)
    for number, text in enumerate([*EXTRA, *NAUGHTY[::10]]):
        facts = {**FULL, "message": text if field == "message" else "x", "who": {"name": text if field == "name" else "x"}}
        part = {**PART, "path": os.path.basename(source), "name": text if field == "file" else "a.jpg", "bytes": 5000}
        alert = {"code": f"C{number}", "id": "0" * 8, "created": FULL["created"]}
        folder = hand.write(str(tmp_path), alert, facts, [part], message.compose(facts, "ACDEF3", [part]))
        with open(os.path.join(folder, "alert.eml"), "rb") as file:
            read = email.message_from_binary_file(file, policy=email.policy.default)
        assert read["Bcc"] is None and read["Subject"].strip().startswith(f"SOS C{number}")
        names = [one.get_filename() for one in read.iter_attachments()]
        assert "photo-1.jpg" in names and all(name.isascii() and "/" not in name for name in names)


@pytest.mark.parametrize("kind", ["text", "update", "photo"])
def test_no_mail_of_the_sender_has_a_header_of_theirs(tmp_path, kind):
    """The mail that leaves: names of sender and recipient, subject, text, names of files."""
    from safetravel_cli.sos import channels, mail, people

    source = photo(tmp_path)
    settings = people.Settings({"smtp.from": "siti@example.org"}, {})
    keys = None
    for text in ["x", *EXTRA, *NAUGHTY[::5]]:
        facts, part = everywhere(text)
        part = {**part, "id": "b", "kind": kind, "bytes": 5000, "mime": "image/jpeg", "sha256": "ab" * 32}
        part |= {
            "body": {"message": text} if kind == "update" else {},
            "text": message.compose(facts, "ACDEF3"),
            "created_utc": "",
        }
        alert = {"id": "a", "code": "ACDEF3", "created_utc": "", "tz": "", "cap_status": "Actual", "closed": ""}
        job = channels.Job(
            alert=alert, facts=facts, code="ACDEF3", part=part, kind=kind, media=source if kind == "photo" else "",
            rcpt="kbri@example.org", name=text, message_id="<a.b@example.org>", date=FULL["created"],
            references=[] if kind == "text" else ["<a.a@example.org>"], attempt=1, uncertain=False, now=FULL["created"],
            deadline=0.0, settings=settings, session={}, media_parts=[],
        )  # fmt: skip
        read = email.message_from_bytes(mail.build(job).as_bytes())
        keys = keys or sorted({*read.keys(), "Reply-To"})
        assert sorted({*read.keys(), "Reply-To"}) == keys and len(read.keys()) == len(set(read.keys())), text
        assert email.utils.getaddresses([read["To"]])[-1][1] == "kbri@example.org"
        read["Subject"].encode()
        for one in read.walk():
            name = one.get_filename()
            assert name is None or (name.isascii() and name.isprintable() and "/" not in name), name
