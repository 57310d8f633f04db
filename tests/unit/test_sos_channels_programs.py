"""Channels that are programs: the mail program of the device, SMS by Termux, a program of the person's own."""

import email
import email.policy
import json
import os
import shlex
import time

import pytest

import channel_kit
from channel_kit import NUMBER, Telephone, job
from safetravel_cli.domain import gsm7
from safetravel_cli.i18n import Say
from safetravel_cli.sos import channels, people
from safetravel_cli.sos.channels import program, sendmail, termux_sms
from sos_kit import photo

exec_channel = channels.load("exec")
KEEP = "data = sys.stdin.buffer.read()\nopen(HERE + '/got', 'wb').write(data)\nopen(HERE + '/argv', 'w').write(json.dumps([sys.argv[1:], dict(os.environ)]))\n"  # noqa: E501
MAIL = {"smtp.from": "siti@example.org"}
HIDDEN = {"SAFETRAVEL_SMTP_PASSWORD": "hidden-one", "SAFETRAVEL_TELEGRAM_TOKEN": "hidden-two"}


def got(tmp_path, name="got"):
    return (tmp_path / name).read_bytes()


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(termux_sms, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(termux_sms, "WATCH_SECONDS", 0.3)


def test_sendmail_is_given_the_mail_on_standard_input_and_the_address_after_the_options(tmp_path):
    path = channel_kit.program(tmp_path, "mailer", KEEP + "print('queued as 4711')")
    held = {**MAIL, "sendmail.command": f"{path} -C 'a b'"}
    result = sendmail.send(job("-oops@example.org", held, environ=HIDDEN))
    assert (result.state, result.code, result.ref) == ("accepted", "0", "queued as 4711")
    argv, environ = json.loads(got(tmp_path, "argv"))
    assert argv == ["-C", "a b", "-i", "-f", "siti@example.org", "--", "-oops@example.org"]
    assert not set(HIDDEN) & set(environ) and "PATH" in environ
    mail = email.message_from_bytes(got(tmp_path), policy=email.policy.default)
    assert mail["Message-ID"] == "<aaaaaaaa.bbbbbbbb@example.org>" and mail["To"].addresses[0].addr_spec == "-oops@example.org"
    assert b"\r\n" not in got(tmp_path)


@pytest.mark.parametrize(("code", "state"), [
    (0, "accepted"), (64, "needs_you"), (65, "refused"), (67, "refused"), (68, "refused"), (69, "retry"), (70, "retry"),
    (75, "retry"), (77, "needs_you"), (78, "needs_you"), (127, "needs_you"), (1, "retry"), (200, "retry"),
])  # fmt: skip
def test_an_exit_code_means_what_sysexits_says(tmp_path, code, state):
    script = (
        f"sys.stdin.read()\nprint('first', file=sys.stderr)\nprint('no such \\x1b[31m user', file=sys.stderr)\nsys.exit({code})"
    )
    path = channel_kit.program(tmp_path, "mailer", script)
    for channel, held, rcpt in (
        (sendmail, {**MAIL, "sendmail.command": path}, "ibu@example.org"),
        (exec_channel, {"exec.command": path}, NUMBER),
    ):
        result = channel.send(job(rcpt, held))
        assert result.state == state
        if code:
            assert result.text.startswith("no such") and "\x1b" not in result.text


def test_a_program_that_is_killed_may_have_sent(tmp_path):
    path = channel_kit.program(tmp_path, "x", "os.kill(os.getpid(), 9)")
    assert exec_channel.send(job(NUMBER, {"exec.command": path}))[:2] == ("uncertain", "program_stopped")


def test_a_program_that_does_not_end_is_ended_with_what_it_started(tmp_path):
    script = "import subprocess\nchild = subprocess.Popen(['sleep', '60'])\n"
    script += "open(HERE + '/pid', 'w').write(str(child.pid))\ntime.sleep(60)"
    path = channel_kit.program(tmp_path, "x", script)
    begun = time.monotonic()
    result = exec_channel.send(job(NUMBER, {"exec.command": path}, seconds=2.5))
    assert result[:2] == ("uncertain", "program_timeout") and time.monotonic() - begun < 10
    pid = int(got(tmp_path, "pid"))
    for _ in range(100):
        try:
            with open(f"/proc/{pid}/stat") as file:
                over = file.read().split()[2] == "Z"
        except OSError:
            over = True
        if over:
            break
        time.sleep(0.02)
    assert over


def test_a_program_that_prints_without_end_fills_no_memory(tmp_path):
    path = channel_kit.program(
        tmp_path, "x", "for _ in range(400): sys.stdout.write('y' * 65536)\nprint()\nprint('the end')\nsys.exit(1)"
    )
    done = program.run([path], b"x" * 5_000_000, time.monotonic() + 20, os.environ)
    assert done.code == 1 and len(done.out) <= program.KEPT_BYTES and done.out.endswith(b"the end\n")


@pytest.mark.parametrize("command", ["", "no-such-program-here", "'unclosed"])
def test_a_program_that_is_not_there_needs_the_person(command, tmp_path):
    held = {**MAIL, "exec.command": command, "sendmail.command": command or "no-such"}
    assert exec_channel.ready(people.Settings(held, {})) == "exec.command"
    assert exec_channel.send(job(NUMBER, held))[:3] == ("needs_you", "setup", "exec.command")
    assert sendmail.ready(people.Settings(held, {})) == "sendmail.command"
    assert sendmail.ready(people.Settings({}, {})) == "smtp.from"
    assert sendmail.send(job("ibu@example.org", held))[:3] == ("needs_you", "setup", "sendmail.command")


def test_what_cannot_be_started_says_so(tmp_path):
    path = tmp_path / "text"
    path.write_bytes(b"\x7fELF nonsense")
    path.chmod(0o700)
    assert exec_channel.send(job(NUMBER, {"exec.command": str(path)}))[:2] == ("needs_you", "program_missing")


def test_sendmail_sends_a_photo_whole_or_says_that_it_is_too_big(tmp_path, monkeypatch):
    path = channel_kit.program(tmp_path, "mailer", KEEP)
    held = {**MAIL, "sendmail.command": path}
    kept = photo(tmp_path)
    assert sendmail.send(job("ibu@example.org", held, kind="photo", media=kept)).state == "accepted"
    mail = email.message_from_bytes(got(tmp_path), policy=email.policy.default)
    with open(kept, "rb") as file:
        assert [part.get_content() for part in mail.iter_attachments()] == [file.read()]
    monkeypatch.setattr(sendmail.smtp, "PLAIN_BYTES", 100)
    result = sendmail.send(job("ibu@example.org", held, kind="photo", media=kept))
    assert result[:2] == ("refused", "too_big") and result.note == "without_media"


def test_exec_is_given_the_alert_as_json(tmp_path):
    path = channel_kit.program(tmp_path, "x", KEEP + "print('ref-1')\nprint('more')")
    kept = photo(tmp_path)
    command = shlex.join([path, "--room", "a b; $HOME"])
    result = exec_channel.send(job(NUMBER, {"exec.command": command}, kind="photo", media=kept, environ=HIDDEN, drill=True))
    assert result[:4] == ("accepted", "0", "", "ref-1")
    argv, environ = json.loads(got(tmp_path, "argv"))
    assert argv == ["--room", "a b; $HOME"] and not set(HIDDEN) & set(environ)
    held = json.loads(got(tmp_path))
    assert held["media"]["path"] == kept and held["media"]["kind"] == "photo"
    assert held["key"] == "aaaaaaaa.bbbbbbbb" and held["recipient"] == {"address": NUMBER, "name": "Ibu"}
    # Where the sender is by now, a photo does not tell.
    assert held["position"] is None
    assert held["schema"] == 1 and gsm7.fits(held["sms"]) and "LATIHAN" in held["subject"]
    assert exec_channel.send(job(NUMBER, {"exec.command": path})).state == "accepted"
    held = json.loads(got(tmp_path))
    assert held["position"] == {"lat": 35.658613, "lon": 139.745433, "accuracy_m": 12.0}
    assert held["media"] is None and held["text"] == "SOS\n" and held["facts"]["who"]["name"] == "Siti Aminah"


def test_a_secret_that_a_program_repeats_is_blotted_out(tmp_path):
    path = channel_kit.program(tmp_path, "x", "print('bad password hidden-one', file=sys.stderr)\nsys.exit(77)")
    assert exec_channel.send(job(NUMBER, {"exec.command": path}, environ=HIDDEN)).text == "bad password ***"


@pytest.mark.parametrize(("rcpt", "mine"), [
    (NUMBER, True), ("+6281290070027", False), ("a@example.org", True), ("!room:example.org", True), ("!room:matrix.org", False),
    ("https://alerts.example.org/x", True), ("https://example.id/x", False), ("http://localhost:1/x", True), ("anybody", False),
])  # fmt: skip
def test_exec_may_be_given_only_reserved_recipients_in_tests(rcpt, mine):
    assert exec_channel.reserved(rcpt) is mine
    assert channels.allowed("exec", rcpt, {"SAFETRAVEL_ONLY_RESERVED": "1"}) is mine
    assert channels.allowed("exec", rcpt, {})


def test_an_sms_goes_to_the_telephone_without_standing_on_a_command_line(tmp_path, quick):
    phone = Telephone(tmp_path)
    result = termux_sms.send(job(NUMBER, environ={**phone.environ, **HIDDEN}))
    assert (result.state, result.code, result.note) == ("accepted", "sms_sent", "sms")
    ((argv, text, environ),) = phone.sent()
    assert argv == ["-n", NUMBER] and "ACDEF3" in text and gsm7.fits(text)
    assert not set(HIDDEN) & set(environ)


def test_one_odd_character_makes_no_second_segment(tmp_path, quick):
    phone = Telephone(tmp_path)
    termux_sms.send(job(NUMBER, environ=phone.environ, message="Tolong 🆘 – café “x” [y] {z} ±5° " + "panjang " * 40))
    ((_, text, _),) = phone.sent()
    assert gsm7.fits(text)


@pytest.mark.parametrize(("becomes", "state", "code"), [
    ("sent", "accepted", "sms_sent"), ("failed", "retry", "sms_failed"), ("outbox", "uncertain", "sms_outbox"),
    ("queued", "uncertain", "sms_outbox"), ("", "uncertain", "sms_not_listed"), ("draft", "uncertain", "sms_not_listed"),
])  # fmt: skip
def test_nothing_is_claimed_but_what_the_list_says(tmp_path, quick, becomes, state, code):
    phone = Telephone(tmp_path, becomes=becomes)
    assert termux_sms.send(job(NUMBER, environ=phone.environ))[:2] == (state, code)


def test_a_repeat_looks_before_it_sends(tmp_path, quick):
    phone = Telephone(tmp_path, becomes="outbox")
    assert termux_sms.send(job(NUMBER, environ=phone.environ)).state == "uncertain"
    again = job(NUMBER, environ=phone.environ, attempt=2, uncertain=True)
    assert termux_sms.send(again)[:2] == ("uncertain", "sms_outbox")
    phone.write(becomes="sent")
    assert termux_sms.send(again)[:2] == ("accepted", "sms_sent")
    assert len(phone.sent()) == 1
    phone.write(becomes="failed")
    termux_sms.send(again)
    assert len(phone.sent()) == 2
    # Of another number the same words are another SMS.
    phone.write(becomes="sent")
    termux_sms.send(job("+12025550144", environ=phone.environ, attempt=2))
    assert len(phone.sent()) == 3


@pytest.mark.parametrize("listed", ["", "not json", '{"API_ERROR": "no permission"}', "{}"])
def test_what_cannot_be_confirmed_is_not_sent_again_and_again(tmp_path, quick, listed):
    phone = Telephone(tmp_path, listed=listed)
    result = termux_sms.send(job(NUMBER, environ=phone.environ))
    assert result[:2] == ("needs_you", "sms_unconfirmed") and not result.again


def test_a_permission_that_is_missing_stops_the_channel(tmp_path, quick):
    said = '{"error": "Please grant the following permission to use this command: android.permission.SEND_SMS"}'
    phone = Telephone(tmp_path, said=said)
    result = termux_sms.send(job(NUMBER, environ=phone.environ))
    assert result[:2] == ("needs_you", "sms_permission") and result.whole and "SEND_SMS" in result.text
    phone.write(said="broken", code=1)
    assert termux_sms.send(job(NUMBER, environ=phone.environ))[:2] == ("retry", "program_failed")


@pytest.mark.parametrize("number", ["081290070027", "112", "+0123456", "+12025550143,+12025550144", "", "12025550143"])
def test_only_international_numbers_get_an_sms(tmp_path, number):
    phone = Telephone(tmp_path)
    assert termux_sms.send(job(number, environ=phone.environ))[:2] == ("refused", "bad_number")
    assert termux_sms.addresses(people.Contact("x", "x", "", number, "", "own")) == []
    assert phone.sent() == []


def test_without_termux_nothing_is_claimed(tmp_path):
    bare = {"PATH": str(tmp_path)}
    assert termux_sms.ready(people.Settings({}, bare)) == "termux-sms-send"
    assert termux_sms.send(job(NUMBER, environ=bare))[:3] == ("needs_you", "setup", "termux-sms-send")
    assert not termux_sms.carries("photo") and termux_sms.carries("cancel")


def test_every_code_of_the_channels_has_its_words():
    import inspect
    import re

    from safetravel_cli.net import post

    folder = os.path.dirname(channels.__file__)
    found = {"note_cut", "note_without_location", "note_document", "note_sms"}
    for name in [*channels.OPTIONAL, "web", "program", "xoauth2"]:
        with open(os.path.join(folder, name + ".py"), encoding="utf-8") as file:
            source = file.read()
        found |= set(re.findall(r'Result\("[a-z_]+", "([a-z_]+)"', source))
        found |= set(re.findall(r'(?:Failed|NoPassword)\("([a-z_]+)"\)', source))
    found |= set(re.findall(r'Failed\("([a-z_]+)"', inspect.getsource(post)))
    found |= {word for word in re.findall(r'"([a-z_]+)"', inspect.getsource(post._word)) if word != "exceptions"}
    assert len(found) > 25 and {"tls_name", "no_name", "proxy", "sms_outbox"} <= found
    for language in ("en", "id"):
        assert [word for word in sorted(found) if not Say(language).has("send." + word)] == []
