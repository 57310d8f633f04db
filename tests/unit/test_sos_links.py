"""Links, the number that is called, the mail that is made."""

import os
from email import message_from_binary_file
from email.policy import SMTP

import pytest

from running import NOW
from safetravel_cli.sos import call, hand, links
from sos_kit import FACTS, photo

# Numbers that are reserved for documentation and fiction.
HOTLINE = {"number": "+12025550123", "whatsapp": False}
MOBILE = {"number": "+12025550199", "whatsapp": True}
OFFICE = {"number": "+12025550150", "whatsapp": False}


def held(hotlines=(), phones=()):
    mission = {"short_name": "KBRI Contoh", "hotlines": list(hotlines), "phones": list(phones), "email": "help@example.org"}
    return {"missions": [mission], "hotlines": [{"number": "+12025550100"}]}


@pytest.mark.parametrize(("hotlines", "phones", "tel", "mobile"), [
    ([HOTLINE, MOBILE], [OFFICE], "+12025550123", "+12025550199"),
    ([HOTLINE], [OFFICE], "+12025550123", "+12025550100"),
    ([], [OFFICE], "+12025550150", "+12025550100"),
    ([], [], "+12025550100", "+12025550100"),
])  # fmt: skip
def test_the_hotline_then_the_telephone_then_the_ministry(hotlines, phones, tel, mobile):
    reach = call.numbers_to_reach(held(hotlines, phones))
    assert (reach["tel"], reach["mobile"]) == (tel, mobile)


def test_without_a_mission_and_with_facts_of_another_form_it_is_the_ministry():
    assert call.numbers_to_reach({"missions": [], "hotlines": [{"number": "+12025550100"}]})["tel"] == "+12025550100"
    assert call.numbers_to_reach({"missions": [{}], "hotlines": []})["tel"] == call.LAST_RESORT["number"]


def test_the_forms_of_the_links():
    reach = call.numbers_to_reach(held([MOBILE]))
    assert links.of(reach, "SOS a b", "SOS") == {
        "tel": "tel:+12025550199",
        "sms": "sms:+12025550199?body=SOS%20a%20b",
        "whatsapp": "https://wa.me/12025550199?text=SOS%20a%20b",
        "mailto": "mailto:?subject=SOS&body=SOS%20a%20b",
    }
    assert links.tel("112") == "tel:112"
    assert links.sms("", "x") == "sms:?body=x"


def test_the_mail_has_no_recipient_and_the_photos(tmp_path):
    os.makedirs(tmp_path / "media")
    path = photo(tmp_path / "media", "x.jpg", 100_000)
    part = {"path": "media/x.jpg", "mime": "image/jpeg", "bytes": 100_000, "sha256": "0"}
    alert = {"code": "ACDEF3", "id": "00000000-0000-4000-8000-000000000000", "created": NOW}
    folder = hand.write(str(tmp_path), alert, FACTS, [part], "text\n")
    with open(os.path.join(folder, "alert.eml"), "rb") as file:
        mail = message_from_binary_file(file, policy=SMTP)
    assert (mail["To"], mail["From"], mail["Importance"]) == (None, None, "high")
    assert mail["Message-ID"] == "<00000000-0000-4000-8000-000000000000.text@safetravel.invalid>"
    (attachment,) = mail.iter_attachments()
    with open(path, "rb") as file:
        assert attachment.get_content() == file.read()
    assert attachment.get_filename() == "photo-1.jpg"


def test_photos_that_make_a_mail_too_big_stay_beside_it(tmp_path, monkeypatch):
    os.makedirs(tmp_path / "media")
    photo(tmp_path / "media", "x.jpg", 3000)
    monkeypatch.setattr(hand, "MAIL_BYTES", 2000)
    part = {"path": "media/x.jpg", "mime": "image/jpeg", "bytes": 3000, "sha256": "0"}
    folder = hand.write(str(tmp_path), {"code": "ACDEF3", "id": "x", "created": NOW}, FACTS, [part], "text\n")
    assert os.path.getsize(os.path.join(folder, "alert.eml")) < 2000
    assert os.path.getsize(os.path.join(folder, "photo-1.jpg")) == 3000
