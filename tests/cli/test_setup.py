"""`setup`: by options alone, on a terminal, stopped and gone on with; a drill and a test never reach a mission."""

import os
import stat

import pytest

import smtp_kit
from pty_kit import Terminal
from safetravel_cli.env import Env
from safetravel_cli.sos import call, people, whom
from safetravel_cli.store import state
from schema_kit import check

MINE = ["--name", "Siti Aminah", "--phone", "+12025550142", "--contact", "Ibu, ibu@example.org, +12025550143, id"]
MAIL = ["--mail", "siti@example.org", "--server", "mail.example.org"]
KBRI = {"short_name": "KBRI Contoh", "email": "kbri@example.org", "source": "a test", "phones": [], "hotlines": []}


def held():
    return state.read(Env(environ=os.environ))


@pytest.fixture
def mission(monkeypatch):
    """Let a mission that does not exist be in charge everywhere."""
    real = call.look
    monkeypatch.setattr(call, "look", lambda env, at: {**real(env, at), "call": {**real(env, at)["call"], "missions": [KBRI]}})


@pytest.fixture
def authority(tmp_path, monkeypatch):
    made = smtp_kit.Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", made.file)
    return made


@pytest.mark.parametrize("lang", ["en", "id"])
def test_where_nobody_can_be_asked_the_missing_options_are_named_and_nothing_waits(cli, lang):
    run = cli("setup", lang=lang)
    assert run.code == 2
    for option in ("--name", "--contact", "--mail"):
        assert option in run.out
    assert {"en": "NOT READY", "id": "BELUM SIAP"}[lang] in run.out
    data = check(cli("setup", "--json", lang=lang), "setup")
    assert data["hand_only"] and [row["option"] for row in data["missing"]] == ["--name", "--contact", "--mail"]


def test_it_runs_unattended_and_a_second_run_needs_nothing(cli):
    run = cli("setup", *MINE, *MAIL, "--password-command", "echo secret-word", "--test", "no", "--autosend", "no", "--json")
    data = check(run, "setup")
    assert run.code == 0 and data["ready"] == 1 and not data["missing"] and data["status"] == "success"
    assert data["contacts"] == [
        {"name": "Ibu", "kind": "own", "email": "ibu@example.org", "phone": "+12025550143", "language": "id", "by": ["smtp"]}
    ]
    assert "secret-word" not in run.out
    again = check(cli("setup", "--json"), "setup")
    states = {row["step"]: row["state"] for row in again["steps"]}
    assert (states["name"], states["contact"], states["mail"], states["test"]) == ("known", "known", "known", "skipped")


def test_what_was_given_is_kept_though_more_is_missing(cli):
    run = cli("setup", *MINE)
    assert run.code == 2 and "--mail" in run.out and "--name" not in run.out
    assert held()["profile.name"] == "Siti Aminah" and held()["contact.ibu.language"] == "id"
    run = cli("setup", *MAIL)
    assert run.code == 2 and "--password-stdin" in run.out
    assert cli("setup", "--password-stdin", stdin="correct horse\n").code == 0
    path = held()["smtp.password_file"]
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert people.settings(Env(environ=os.environ)).password() == "correct horse"


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (["--contact", "Ibu, 08123456789"], "+62812"),
        (["--contact", "Ibu"], "--contact"),
        (["--contact", "Ibu, ibu@"], "ibu@example.org"),
        (["--phone", "0812"], "+62812"),
        (["--mail", "nonsense"], "ibu@example.org"),
        (["--mail", "siti@example.org", "--server", "a b"], "smtp.example.org"),
        (["--password-file", "/nowhere/at-all"], "setup --help"),
        (["--password-stdin"], "--password-stdin"),
    ],
)
def test_an_option_that_cannot_be_is_refused(cli, argv, word):
    run = cli("setup", *argv)
    assert run.code == 2 and word in run.err


def test_a_microsoft_address_is_told_and_not_called_ready(cli):
    run = cli("setup", *MINE, "--mail", "siti@outlook.com", env={"SAFETRAVEL_SMTP_PASSWORD": "x"})
    assert run.code == 2 and "--token-command" in run.out and "NOT READY" in run.out


def test_a_mission_is_added_on_a_yes_alone_and_no_drill_reaches_it(cli, mission):
    cli("setup", *MINE, "--place", "japan", "--mission", "no")
    assert "contact.kbri-contoh.email" not in held()
    cli("setup", "--place", "japan")
    assert "contact.kbri-contoh.email" not in held()
    run = cli("setup", "--place", "japan", "--mission", "yes", "--json")
    assert [(one["name"], one["kind"]) for one in check(run, "setup")["contacts"]] == [("Ibu", "own"), ("KBRI Contoh", "mission")]
    env, told = Env(environ=os.environ), []
    state.write(env, {"smtp.host": "mail.example.org", "smtp.from": "siti@example.org"})
    found = whom.choose(env, [], True, [], lambda key, **values: told.append(key))
    assert {one.rcpt for one in found} == {"ibu@example.org"} and told == ["sos.drill_no_mission"]


def test_a_contact_with_the_address_of_a_mission_is_one_whatever_it_is_called(snapshot):
    address = str(next(iter(snapshot.values("SELECT email FROM mission WHERE email IS NOT NULL ORDER BY 1"))))
    env = Env(environ=os.environ)
    state.write(env, {"contact.paman.name": "Paman", "contact.paman.email": address.upper(), "contact.paman.kind": "own"})
    assert [one.kind for one in people.contacts(env)] == ["mission"]
    assert people.recipients(env, drill=True) == []


def test_the_test_goes_to_the_person_alone_and_says_what_it_is(cli, authority):
    with smtp_kit.Server(authority.server(), auth=True) as server:
        argv = ["--mail", smtp_kit.USER, "--server", f"localhost:{server.port}", "--security", "tls", "--password-stdin"]
        run = cli("setup", *MINE, *argv, "--test", "yes", "--autosend", "no", "--json", stdin=smtp_kit.SECRET + "\n")
        data = check(run, "setup")
        assert data["test"]["state"] == "accepted" and data["test"]["rcpt"] == smtp_kit.USER
        assert [got.rcpt for got in server.got] == [smtp_kit.USER]
        mail = server.got[0].mail
        assert "LATIHAN" in mail["Subject"] and "LATIHAN" in mail.get_body().get_content()
        attached = [part.get_payload(decode=True) for part in mail.iter_attachments() if part.get_content_subtype() == "xml"]
        assert b"<status>Exercise</status>" in attached[0]
        # Nothing of it lies in the outbox, and it is not sent twice.
        assert not os.path.exists(os.path.join(os.environ["SAFETRAVEL_HOME"], "outbox", "outbox.sqlite"))
        cli("setup", "--json")
        assert len(server.got) == 1


def test_a_test_that_is_not_taken_says_why(cli, authority):
    with smtp_kit.Server(authority.server(), auth=True) as server:
        argv = ["--mail", smtp_kit.USER, "--server", f"localhost:{server.port}", "--security", "tls", "--password-stdin"]
        for lang, words in (("en", "was not taken"), ("id", "tidak diterima")):
            run = cli("setup", *MINE, *argv, "--test", "yes", stdin="wrong-password\n", lang=lang)
            assert words in run.out and "535" in run.out and "wrong-password" not in run.out + run.err
        assert server.got == []


def test_on_a_terminal_gmail_like_with_an_app_password_stopped_and_gone_on_with(authority):
    first = Terminal("setup", lang="")
    first.talk(
        ("(1/2):", "2"),
        ("as in the passport:", "Siti Aminah"),
        ("with a comma:", "indonesia"),
        ("(+62...):", "0812 3456"),
        ("Begin with +", "+12025550142"),
        ("only these are kept", ""),
        ("valid until", "2031-04-30"),
        ("A name:", "Ibu"),
        ("Mail address of Ibu:", "ibu@example.org"),
        ("Telephone of Ibu", ""),
        ("id or en:", "id"),
        ("Ibu is kept.", ""),
    )
    seen = first.expect("Which country").interrupt()
    assert first.code == 130 and "Stopped. What you have answered is kept" in " ".join(seen.split())
    second = Terminal("setup", lang="")
    second.talk(
        ("Which country", ""),
        ("from which the alert leaves:", "siti@gmail.com"),
        ("it is not shown", "abcd efgh ijkl mnop"),
        ("Enter for none:", ""),
        ("yes or no:", "no"),
    )
    while second.process.poll() is None and "Getting ready" not in second.seen:
        second._read(0.2)
        if "go on leaving? yes or no:" in second.seen[second.at :]:
            second.at = len(second.seen)
            second.type("no")
    seen = second.end()
    assert second.code == 0
    assert "takes an app password alone" in " ".join(seen.split()) and "apppasswords" in seen
    for known in ("as in the passport", "A name:", "only these are kept"):
        assert known not in seen
    # What was typed unseen stands neither on the terminal nor in the settings, but in a file of the owner's.
    assert "efgh" not in seen and "efgh" not in str(held())
    assert people.settings(Env(environ=os.environ)).password() == "abcdefghijklmnop"
    assert held()["smtp.host"] == "smtp.gmail.com" and held()["setting.language"] == "en"


def test_the_end_of_input_stops_it_like_ctrl_c():
    run = Terminal("setup", "--lang", "id")
    run.expect("seperti di paspor:").type("\x04", "")
    seen = run.end()
    assert run.code == 130 and "safetravel setup" in seen


def test_termux_is_offered_sms_where_it_can(cli, tmp_path):
    from channel_kit import Telephone

    Telephone(tmp_path)
    path = {"PATH": str(tmp_path)}
    data = check(cli("setup", *MINE, "--sms", "yes", "--autosend", "no", "--json", env=path), "setup")
    assert data["ready"] == 1 and held()["setting.channels"] == "termux_sms" and not data["missing"]
