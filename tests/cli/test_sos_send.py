"""`sos` with contacts and a channel, seen from the command line: what leaves, what is said of it, what comes after.

The channel is a script of answers in the place of the mail server's; the servers themselves are tried in tests/faults.
"""

import json
import os
import zipfile

import pytest

from running import NOW
from safetravel_cli import run as runner
from safetravel_cli.env import Env
from safetravel_cli.sos import family, progress, shorter
from safetravel_cli.sos.channels import Result, smtp
from safetravel_cli.store import state
from sos_kit import code_in, codes, outbox, photo, rows

OK = Result("accepted", "250", "2.0.0 Ok: queued as 4BxK")
LATER = Result("retry", "451", "4.3.0 Try again later")
BAD = Result("refused", "550", "5.1.1 No such user here")
PASSWORD = Result("needs_you", "535", "5.7.8 Username and password not accepted", whole=True)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Nobody watches for long here; what waits for the next try is not waited for."""
    monkeypatch.setattr(progress, "WATCH_SECONDS", 0.5)
    monkeypatch.setattr(progress, "WAIT_SECONDS", 1.0)


@pytest.fixture
def contacts():
    """Set two contacts and a mail server up; return the function that sets more."""

    def put(**values):
        state.write(Env(environ=os.environ), {name.replace("__", "."): value for name, value in values.items()})

    put(
        contact__ibu__name="Ibu", contact__ibu__email="ibu@example.org", contact__budi__email="budi@example.net",
        smtp__host="mail.example.org", smtp__from="siti@example.org",
    )  # fmt: skip
    return put


@pytest.fixture
def mail(monkeypatch):
    """Answer each mail by `answers` (address -> Result, or a list of them); `sent` holds the jobs in order."""

    class Mail:
        pass

    mail = Mail()
    mail.answers, mail.sent = {}, []

    def send(job):
        mail.sent.append(job)
        answer = mail.answers.get(job.rcpt, OK)
        return answer.pop(0) if isinstance(answer, list) else answer

    monkeypatch.setattr(smtp, "send", send)
    return mail


def kinds(mail):
    return [(job.kind, job.rcpt) for job in mail.sent]


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
def test_accepted_is_said_as_such_and_never_as_sent(cli, contacts, mail, tmp_path, lang, columns):
    result = cli("sos", "--message", "x", "--at", "japan", "--photo", photo(tmp_path), lang=lang, columns=columns)
    assert result.code == 0
    said = " ".join(result.out.replace("\u00a0", " ").split())
    for words in {
        "en": ("It is for: budi, budi@example.net; Ibu, ibu@example.org", "accepted by the server (not necessarily read)"),
        "id": ("Ditujukan kepada: budi, budi@example.net; Ibu, ibu@example.org", "diterima server (belum tentu dibaca)"),
    }[lang]:
        assert words in said
    for word in ("delivered", " sent.", "terkirim"):
        assert word not in said.lower()
    # Nothing has to be sent by hand.
    assert "sms:" not in result.out and "wa.me" not in result.out
    assert kinds(mail)[:2] == [("text", "budi@example.net"), ("text", "ibu@example.org")]
    assert sorted(kinds(mail)[2:]) == [("photo", "budi@example.net"), ("photo", "ibu@example.org")]


def test_stored_comes_before_the_first_try_and_the_photo_after_the_text(cli, contacts, mail, tmp_path, monkeypatch):
    order = []
    monkeypatch.setattr(smtp, "send", lambda job: (order.append(job.kind), OK)[1])
    stages = []
    env = Env(environ={**os.environ, "TZ": "Etc/UTC", "SAFETRAVEL_LOCATION": "no"}, now=lambda: NOW)
    from safetravel_cli.sos import alert

    for answer in alert.answer({"photo": [photo(tmp_path)], "message": "x", "at": "japan"}, env):
        stages.append(answer.data["stage"])
        if answer.data["stage"] in ("call", "stored"):
            assert order == []
    assert stages[:3] == ["call", "stored", "media"]
    assert stages[-1] == "sent"
    assert order == ["text", "text", "photo", "photo"]


def test_json_tells_recipient_by_recipient(cli, contacts, mail):
    mail.answers["ibu@example.org"] = BAD
    result = cli("sos", "--json", "--message", "x")
    envelope = result.json()
    assert (result.code, envelope["exit_code"], result.err) == (0, 0, "")
    data = envelope["data"]
    assert {"changed", "pause_s", "wait_s"}.isdisjoint(data)
    assert (data["hand"], data["waiter"], data["stage"]) == (None, "impossible", "sent")
    held = {row["rcpt"]: row for row in data["deliveries"]}
    assert (held["budi@example.net"]["state"], held["budi@example.net"]["accepted_at"][:10]) == ("accepted", "2026-11-25")
    refused = held["ibu@example.org"]
    assert (refused["state"], refused["last_code"], refused["last_text"]) == ("refused", "550", "5.1.1 No such user here")
    assert refused["next_in_s"] is None


@pytest.mark.parametrize(("answer", "code", "words"), [
    (LATER, 75, ["451 4.3.0 Try again later", "next try in", "safetravel sos send --wait"]),
    (BAD, 78, ["refused", "550 5.1.1 No such user here", "The server refuses it"]),
    (PASSWORD, 78, ["needs you", "535 5.7.8 Username and password not accepted", "see what is needed above"]),
])  # fmt: skip
def test_what_is_not_accepted_is_told_in_the_words_of_the_server(cli, contacts, mail, answer, code, words):
    mail.answers = dict.fromkeys(("ibu@example.org", "budi@example.net"), answer)
    result = cli("sos", "--message", "x", "--at", "japan", columns=200)
    assert result.code == code
    for word in [*words, "Do not wait for it", "sms:+"]:
        assert word in result.out, word
    assert cli("sos", "show", code_in(result.out), columns=200).out.count(words[0]) >= 2


def test_contacts_without_a_mail_server_need_the_person(cli, contacts, mail):
    contacts(smtp__host=None)
    mail.answers = {}
    from safetravel_cli.sos.channels import smtp as real

    result = cli("sos", "--message", "x", columns=200)
    assert real.ready is not None and result.code in (0, 78)


def test_a_waiter_that_goes_on_is_said_as_such(cli, contacts, mail, monkeypatch):
    monkeypatch.setattr(progress, "start", lambda *_: progress.STARTED)
    result = cli("sos", "--message", "x", columns=200)
    assert result.code == 75
    assert "It goes on by itself when there is a connection; you may close this terminal." in result.out
    assert mail.sent == []


def test_silent_shows_nothing_at_all_and_stores(cli, contacts, mail, tmp_path):
    result = cli("sos", "--silent", "--json", "--message", "x", "--at", "nowhereland", "--photo", "/nowhere.jpg")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert len(codes()) == 1
    assert len(mail.sent) == 2
    # Also where nothing can be stored, where the command line is wrong, and where the state is damaged.
    home = {"SAFETRAVEL_HOME": "/proc/safetravel"}
    assert vars(cli("sos", "--silent", "--message", "x", env=home)) == {"code": 8, "out": "", "err": ""}
    assert vars(cli("sos", "--silent", "--bogus")) == {"code": 2, "out": "", "err": ""}
    assert vars(cli("sos", "--bogus", "--silent", "--debug")) == {"code": 2, "out": "", "err": ""}
    with open(os.path.join(os.environ["SAFETRAVEL_HOME"], "state.sqlite"), "wb") as file:
        file.write(os.urandom(5000))
    assert vars(cli("sos", "--silent", "--message", "x")) == {"code": 78, "out": "", "err": ""}


def test_silent_hides_a_defect_too(cli, contacts, monkeypatch):
    from safetravel_cli.pages import sos as page
    from safetravel_cli.sos import alert

    monkeypatch.setattr(alert, "answer", lambda *_: 1 / 0)
    monkeypatch.setattr(page, "page", lambda *_: 1 / 0)
    assert vars(cli("sos", "--silent", "--debug")) == {"code": 1, "out": "", "err": ""}


def test_a_drill_says_so_everywhere_and_goes_to_no_mission(cli, contacts, mail):
    contacts(contact__kbri__email="kbri@example.com", contact__kbri__kind="mission", contact__kbri__name="KBRI Contoh")
    result = cli("sos", "--drill", "--message", "x", "--at", "japan", "--to", "mission", columns=200)
    assert result.code == 0
    assert "This is a drill" in result.out
    assert "A drill does not go to a mission: KBRI Contoh is left out." in result.out
    assert {job.rcpt for job in mail.sent} == {"ibu@example.org", "budi@example.net"}
    assert rows("SELECT cap_status FROM alert") == [{"cap_status": "Exercise"}]
    shown = cli("sos", "show", code_in(result.out)).out
    assert "LATIHAN" in shown and "EXERCISE" in shown
    assert cli("sos", "list", "--json").json()["data"]["alerts"][0]["drill"] is True


def test_to_names_who_gets_it(cli, contacts, mail):
    cli("sos", "--message", "x", "--to", "IBU")
    assert kinds(mail) == [("text", "ibu@example.org")]
    mail.sent.clear()
    result = cli("sos", "--message", "x", "--to", "nobody", columns=200)
    assert "No contact is called nobody." in result.out
    assert len(mail.sent) == 2


def test_a_mission_gets_it_only_when_it_is_named(cli, contacts, mail, monkeypatch):
    monkeypatch.setenv("SAFETRAVEL_ONLY_RESERVED", "1")
    result = cli("sos", "--json", "--message", "x", "--at", "34.69,135.50")
    assert {row["kind"] for row in result.json()["data"]["recipients"]} == {"own"}
    result = cli("sos", "--json", "--message", "x", "--at", "34.69,135.50", "--to", "mission")
    data = result.json()["data"]
    (mission,) = [row for row in data["deliveries"] if row["role"] == "mission"]
    # A real address: refused in every test, by the store and by the sender.
    assert (mission["name"], mission["state"], mission["last_code"]) == ("KJRI Osaka", "needs_you", "reserved")
    assert {job.rcpt for job in mail.sent} == {"ibu@example.org", "budi@example.net"}
    assert "mission_unknown" in [one["id"] for one in cli("sos", "--json", "--to", "mission").json()["warnings"]]


def test_one_address_with_two_contacts_gets_it_once(cli, contacts, mail):
    contacts(contact__ayah__email="ibu@example.org")
    cli("sos", "--message", "x")
    assert sorted(job.rcpt for job in mail.sent) == ["budi@example.net", "ibu@example.org"]


@pytest.mark.parametrize("people", ["0", "-3", "999999999999999999999"])
def test_a_number_of_people_that_cannot_be_is_told(cli, people):
    result = cli("sos", "--json", "--people", people, "--message", "x")
    assert result.code == 78
    assert [one["id"] for one in result.json()["warnings"]] == ["people_odd"]


def test_what_is_said_of_the_emergency_is_in_the_facts(cli):
    result = cli("sos", "--kind", "medical", "--people", "3", "--injured", "--message", "x", "--at", "japan")
    facts = cli("sos", "show", code_in(result.out), "--json").json()["data"]["facts"]
    assert (facts["kind"], facts["people"], facts["injured"], facts["drill"]) == ("medical", 3, True, False)
    facts = cli("sos", "show", code_in(cli("sos").out), "--json").json()["data"]["facts"]
    assert (facts["kind"], facts["people"], facts["injured"], facts["who"]) == ("", None, None, {})


def test_the_profile_goes_along(cli, contacts, mail):
    contacts(profile__name="Siti Aminah", profile__passport_last4="1234", profile__phone="+12025550142")
    cli("sos", "--message", "x")
    body = json.loads(rows("SELECT body FROM alert")[0]["body"])
    assert body["who"] == {"name": "Siti Aminah", "passport_last4": "1234", "phone": "+12025550142"}
    assert {"channel": "email", "address": "siti@example.org"} in body["reply_to"]


def test_the_time_of_both_ends_is_in_the_facts(cli):
    cli("sos", "--message", "x", "--at", "tokyo")
    body = json.loads(rows("SELECT body FROM alert")[0]["body"])
    assert (body["place_time_zone"], body["place_utc_offset_s"]) == ("Asia/Tokyo", 32400)


def test_no_location_says_nothing_of_the_place(cli):
    cli("here", "kuala", "lumpur")
    result = cli("sos", "--no-location", "--message", "x")
    assert "Malaysia" in result.out
    body = json.loads(rows("SELECT body FROM alert")[0]["body"])
    assert (body["position"]["lat"], body["country"], body["place"], body["hint"]) == (None, "", None, "")
    assert "3.1" not in body["text"] and "Malaysia" not in body["text"]
    with open(os.path.join(outbox(), codes()[0], "alert.txt"), encoding="utf-8") as file:
        assert "Malaysia" not in file.read()


def test_a_position_found_later_is_an_update_of_its_own(cli, contacts, mail, monkeypatch):
    found_at(monkeypatch, 35.658613, 139.745433, 12.0, 5)
    result = cli("sos", "--message", "x", env={"SAFETRAVEL_LOCATION": "yes"}, columns=200)
    assert result.code == 0
    assert result.out.index("STORED") < result.out.index("35.65861,139.74543")
    assert "KBRI Tokyo" in result.out
    assert [job.kind for job in mail.sent] == ["text", "text", "locupdate", "locupdate"]
    shown = cli("sos", "show", code_in(result.out), "--json").json()["data"]
    assert shown["facts"]["position"]["lat"] is None
    (update,) = [part for part in shown["parts"] if part["kind"] == "locupdate"]
    assert "35.65861,139.74543" in update["text"]


def found_at(monkeypatch, latitude, longitude, accuracy, age):
    """Let a receiver be there that tells this position."""
    from safetravel_cli.geo import rungs
    from safetravel_cli.geo.rungs import gpsd

    (rung,) = [rung for rung in rungs.RUNGS if rung.name == "gpsd"]
    monkeypatch.setattr(rungs, "possible", lambda env, setting: [] if setting == "no" else [rung])
    monkeypatch.setattr(gpsd, "ask", lambda env, detail: iter([rungs.Fix(latitude, longitude, accuracy, NOW - age)]))


def test_a_photo_tells_where_it_was_taken(cli, contacts, mail, monkeypatch, tmp_path):
    from safetravel_cli.sos import locate

    monkeypatch.setattr(locate, "read", lambda path: {"lat": 35.6586, "lon": 139.7454, "accuracy_m": 8.0, "taken": NOW - 30})
    result = cli("sos", "--message", "x", "--photo", photo(tmp_path), env={"SAFETRAVEL_LOCATION": "yes"}, columns=200)
    assert "From the photo: 35.65860,139.74540" in result.out
    assert "locupdate" in [job.kind for job in mail.sent]
    for options in (["--no-location"], ["--at", "34.69,135.50"]):
        mail.sent.clear()
        cli("sos", "--message", "x", "--photo", photo(tmp_path), *options, env={"SAFETRAVEL_LOCATION": "yes"})
        assert "locupdate" not in [job.kind for job in mail.sent]


def test_a_photo_of_last_year_is_not_where_you_are(cli, monkeypatch, tmp_path):
    from safetravel_cli.sos import locate

    for taken in (NOW - 400 * 86400, None, NOW + 86400):
        place = {"lat": 35.6586, "lon": 139.7454, "accuracy_m": 8.0, "taken": taken}
        monkeypatch.setattr(locate, "read", lambda path, place=place: place)
        result = cli("sos", "--message", "x", "--photo", photo(tmp_path), env={"SAFETRAVEL_LOCATION": "yes", "PATH": ""})
        assert "From the photo" not in result.out


def test_a_look_for_the_position_that_breaks_is_a_line(cli, contacts, mail, monkeypatch):
    from safetravel_cli.sos import locate

    monkeypatch.setattr(locate, "look", lambda *_: 1 / 0)
    result = cli("sos", "--message", "x", columns=200)
    assert result.code == 0 and "ZeroDivisionError" in result.out


def test_video_and_recording_are_kept_and_told_apart(cli, tmp_path):
    video = photo(tmp_path, "a.mp4", head=b"\x00\x00\x00\x18ftypmp42")
    sound = photo(tmp_path, "b.ogg", head=b"OggS")
    result = cli("sos", "--video", video, "--audio", sound, "--photo", video)
    assert "Video stored: a.mp4" in result.out and "Recording stored: b.ogg" in result.out
    assert "Photo not stored: a.mp4. It is not a photo" in result.out
    assert sorted(os.listdir(os.path.join(outbox(), codes()[0]))) == ["alert.eml", "alert.txt", "audio-1.ogg", "video-1.mp4"]


def test_send_tries_all_that_waits_again(cli, contacts, mail):
    mail.answers = dict.fromkeys(("ibu@example.org", "budi@example.net"), PASSWORD)
    assert cli("sos", "--message", "x").code == 78
    mail.answers = {"ibu@example.org": LATER}
    result = cli("sos", "send", columns=200)
    assert result.code == 0
    assert "budi, budi@example.net: text: accepted by the server" in result.out
    assert "451 4.3.0 Try again later" in result.out
    # Only what was not accepted is tried again.
    mail.answers, mail.sent[:] = {}, []
    assert cli("sos", "send", "--wait").code == 0
    assert kinds(mail) == [("text", "ibu@example.org")]
    done = cli("sos", "send")
    assert (done.code, "Nothing waits" in done.out) == (0, True)


def test_send_gives_contacts_of_now_to_alerts_that_had_none(cli, contacts, mail):
    contacts(contact__ibu__email=None, contact__budi__email=None)
    stored = code_in(cli("sos", "--message", "x").out)
    none = cli("sos", "send")
    assert none.code == 78 and stored in none.out and "safetravel setup" in none.out
    contacts(contact__ibu__email="ibu@example.org")
    assert cli("sos", "send").code == 0
    assert kinds(mail) == [("text", "ibu@example.org")]


def test_send_without_an_outbox(cli):
    assert cli("sos", "send").code == 0
    assert not os.path.exists(outbox())


def test_cancel_tells_those_who_have_it_and_keeps_the_rest_back(cli, contacts, mail):
    mail.answers = {"budi@example.net": LATER}
    code = code_in(cli("sos", "--message", "x").out)
    mail.sent.clear()
    result = cli("sos", "cancel", code, columns=200)
    assert result.code == 0
    assert f"Called off: {code}" in result.out and "1 not sent any more, 1 to be told" in result.out
    assert kinds(mail) == [("cancel", "ibu@example.org")]
    again = cli("sos", "cancel", code)
    assert again.code == 2 and "closed already" in again.err
    assert "called off" in cli("sos", "list", columns=200).out
    assert cli("sos", "send").code == 0
    assert cli("sos", "cancel", "QQQQQQ").code == 3


def test_cancel_of_what_never_left_tells_nobody(cli, contacts, mail):
    mail.answers = dict.fromkeys(("ibu@example.org", "budi@example.net"), LATER)
    code = code_in(cli("sos", "--message", "x").out)
    mail.sent.clear()
    result = cli("sos", "cancel", code, columns=200)
    assert result.code == 0 and "nobody can have it" in result.out
    assert mail.sent == []


def test_safe_closes_all_that_is_open(cli, contacts, mail):
    two = [code_in(cli("sos", "--message", "x").out) for _ in range(2)]
    mail.sent.clear()
    result = cli("sos", "safe", "-m", "I am with friends", columns=200)
    assert result.code == 0 and all(code in result.out for code in two)
    assert [job.kind for job in mail.sent] == ["safe"] * 4
    assert "I am with friends" in mail.sent[0].part["text"]
    nothing = cli("sos", "safe")
    assert nothing.code == 3 and "No alert is open" in nothing.err
    assert cli("sos", "safe", two[0]).code == 2


def test_an_answer_of_a_person_is_noted(cli, contacts, mail):
    mail.answers = {"ibu@example.org": LATER}
    code = code_in(cli("sos", "--message", "x").out)
    result = cli("sos", "ack", code, "--by", "ibu", "--message", "On my way", columns=200)
    assert result.code == 0 and "answered by ibu" in result.out and "On my way" in result.out
    mail.answers, mail.sent[:] = {}, []
    cli("sos", "send")
    # Who has answered need not get the text again.
    assert mail.sent == []
    data = cli("sos", "show", code, "--json").json()["data"]
    assert data["alert"]["state"] == "acknowledged"
    assert [(one["who"], one["text"]) for one in data["answers"]] == [("ibu", "On my way")]
    assert "On my way" in cli("sos", "show", code).out
    other = cli("sos", "ack", code, "--by", "the police", columns=200)
    assert other.code == 0 and "No recipient is called that" in other.out
    assert cli("sos", "ack", code).code == 0


@pytest.mark.parametrize("target", ["folder", "file.zip"])
def test_export_gives_everything(cli, contacts, mail, tmp_path, target):
    code = code_in(cli("sos", "--message", "x", "--at", "35.66,139.70", "--photo", photo(tmp_path)).out)
    path = str(tmp_path / "deep" / target)
    result = cli("sos", "export", code, path, "--json")
    data = result.json()["data"]
    assert (result.code, data["missing"], data["left_out"]) == (0, [], [])
    names = {"alert.txt", "alert.eml", "alert.cap.xml", "alert.geojson", "record.json", "photo-1.jpg"}
    assert {one["name"] for one in data["files"]} == names
    if target == "folder":
        assert set(os.listdir(path)) == names
        with open(os.path.join(path, "record.json"), encoding="utf-8") as file:
            record = json.load(file)
    else:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None and set(archive.namelist()) == names
            record = json.loads(archive.read("record.json"))
    assert record["alert"]["code"] == code and len(record["attempts"]) >= 2
    again = cli("sos", "export", code, path)
    assert again.code == 2 and "there already" in " ".join(again.err.split())
    assert cli("sos", "export", code, "/proc/no/such").code == 2
    assert os.stat(path).st_mode & 0o077 == 0


def test_export_tells_what_is_lost(cli, tmp_path):
    code = code_in(cli("sos", "--message", "x", "--photo", photo(tmp_path)).out)
    os.unlink(os.path.join(outbox(), rows("SELECT path FROM part WHERE kind = 'photo'")[0]["path"]))
    result = cli("sos", "export", code, str(tmp_path / "out"))
    assert result.code == 0 and "photo-1.jpg" in result.out and "the file is missing" in result.out


def test_purge_asks_and_says_what_it_removed(cli, contacts, mail, tmp_path):
    over = code_in(cli("sos", "--message", "x", "--photo", photo(tmp_path)).out)
    mail.answers = dict.fromkeys(("ibu@example.org", "budi@example.net"), LATER)
    waits = code_in(cli("sos", "--message", "y").out)
    refused = cli("sos", "purge")
    assert refused.code == 2 and "--yes" in refused.err
    assert codes() == [over, waits]
    result = cli("sos", "purge", "--yes", columns=200)
    assert result.code == 0 and f"Removed: {over}." in result.out and waits in result.out
    assert codes() == [waits]
    assert not os.listdir(os.path.join(outbox(), "media"))
    assert "nothing to remove" in cli("sos", "purge").out
    assert cli("sos", "purge", "--all", "--yes").code == 0
    assert codes() == []
    assert not [name for name in os.listdir(outbox()) if name in (over, waits)]


def test_purge_removes_what_was_made_of_a_file(cli, contacts, mail, tmp_path):
    cli("sos", "--message", "x", "--photo", photo(tmp_path))
    (row,) = rows("SELECT path FROM part WHERE kind = 'photo'")
    path = os.path.join(outbox(), row["path"])
    for made in (family.twin(path), shorter.twin(path, "video"), shorter.twin(family.twin(path), "video")):
        with open(made, "wb") as file:
            file.write(b"copy")
    assert cli("sos", "purge", "--yes").code == 0
    assert os.listdir(os.path.join(outbox(), "media")) == []


class Keyboard:
    """A terminal on both sides."""

    encoding = "utf-8"

    def __init__(self, lines=""):
        self.lines, self.text = lines, ""

    def isatty(self):
        return True

    def readline(self):
        line, self.lines = self.lines, ""
        return line

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def fileno(self):
        raise OSError


def on_terminal(command, arguments, lines=""):
    screen = Keyboard(lines)
    given = {**os.environ, "COLUMNS": "100", "SAFETRAVEL_LANG": "en", "SAFETRAVEL_LOCATION": "no", "TERM": "dumb"}
    env = Env(environ=given, stdin=screen, stdout=screen, stderr=screen, now=lambda: NOW)
    return runner.run(command, arguments, env), screen.text


@pytest.mark.parametrize(("typed", "gone"), [("yes\n", True), ("ya\n", True), ("no\n", False), ("", False)])
def test_purge_on_a_terminal_takes_a_yes(cli, contacts, mail, typed, gone):
    cli("sos", "--message", "x")
    code, text = on_terminal("sos purge", {"everything": False, "yes": False}, typed)
    assert code == 0 and "Type yes to remove them" in text
    assert (codes() == []) is gone
    assert ("Nothing was removed" in text) is not gone


def test_the_first_try_waits_three_seconds_on_a_terminal_and_nowhere_else(cli, contacts, mail, monkeypatch):
    from safetravel_cli.sos import alert

    slept = []
    monkeypatch.setattr(alert.time, "sleep", slept.append)
    cli("sos", "--message", "x")
    assert 3.0 not in slept
    for options in ({"yes": True}, {"silent": True}):
        on_terminal("sos", {"message": "x", **options})
        assert 3.0 not in slept
    _, text = on_terminal("sos", {"message": "x"})
    assert 3.0 in slept
    assert text.index("STORED") < text.index("First try in 3 seconds")


def test_ctrl_c_in_the_pause_stops_the_first_send(cli, contacts, mail, monkeypatch):
    from safetravel_cli.sos import alert

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(alert.time, "sleep", stop)
    code, text = on_terminal("sos", {"message": "x"})
    assert code == 130
    assert "STOPPED. Nothing has left this device" in text
    assert "sms:" not in text
    assert mail.sent == []
    assert {row["state"] for row in rows("SELECT state FROM delivery")} == {"cancelled"}
    assert len(codes()) == 1
    assert cli("sos", "send").code == 0
    assert mail.sent == []


def test_ctrl_c_while_watching_ends_the_watching_only(cli, contacts, mail, monkeypatch):
    monkeypatch.setattr(progress, "start", lambda *_: progress.STARTED)

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(progress.time, "sleep", stop)
    assert cli("sos", "--message", "x").code == 75


def test_a_home_that_cannot_be_written_leaves_what_follows_to_the_telephone(cli, contacts, mail, monkeypatch):
    import sqlite3

    from safetravel_cli.sos import queue

    code = code_in(cli("sos", "--message", "x").out)

    def broken(*_, **__):
        raise sqlite3.OperationalError("attempt to write a readonly database")

    for name in ("cancel", "acknowledge", "reset"):
        monkeypatch.setattr(queue, name, broken)
    for words in (["cancel", code], ["safe"], ["ack", code], ["send"]):
        result = cli("sos", *words)
        assert result.code == 8 and "cannot be written" in result.err, words


def test_contacts_that_cannot_be_read_do_not_stop_the_alert(cli, monkeypatch):
    from safetravel_cli.sos import people

    monkeypatch.setattr(people, "recipients", lambda *_: 1 / 0)
    result = cli("sos", "--message", "x")
    assert result.code == 78 and "contacts could not be read" in result.out


def test_a_channel_that_breaks_does_not_stop_the_alert(cli, contacts, monkeypatch):
    monkeypatch.setattr(smtp, "send", lambda job: 1 / 0)
    result = cli("sos", "--message", "x", columns=200)
    assert result.code in (75, 78) and len(codes()) == 1


def test_a_drill_gives_no_number_to_call(cli):
    result = cli("sos", "--drill", "--message", "x", "--at", "japan", columns=200)
    assert result.code == 78
    assert "Do not call these numbers for it" in result.out
    assert "tel:+" not in result.out and "sms:+" not in result.out and "wa.me/?text=" in result.out
    assert "Call, and read out" not in result.out


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("answer", [OK, LATER, BAD, PASSWORD])
@pytest.mark.parametrize("look", [{"FORCE_COLOR": "1", "COLUMNS": "80"}, {"COLUMNS": "40"}, {"COLUMNS": "20"}], ids=repr)
def test_every_page_in_every_view(cli, contacts, mail, tmp_path, lang, answer, look):
    mail.answers = dict.fromkeys(("ibu@example.org", "budi@example.net"), answer)
    out = cli("sos", "--message", "x", "--photo", photo(tmp_path), "--at", "japan", lang=lang, env=look).out
    code = codes()[0]
    for words in (["send"], ["list"], ["show", code], ["ack", code, "--by", "ibu"], ["safe"],
                  ["export", code, str(tmp_path / "out")], ["purge", "--yes", "--all"], ["list"], ["send"]):  # fmt: skip
        result = cli("sos", *words, lang=lang, env=look)
        assert result.code in (0, 75, 78) and result.err == "", words
        out += result.out
    for word in ("None", "{", "sos.", "send."):
        assert word not in out.replace("/sos.", "").replace("sending.", "").replace("not the send", ""), word
