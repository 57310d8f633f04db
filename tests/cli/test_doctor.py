"""`doctor`: green, amber and red in words, what to do, and nothing sent."""

import json
import os
import time

import pytest

import smtp_kit
from channel_kit import LOGIN, NUMBER, SECRET, Telephone, Web, as_ntfy, as_telegram, msmtp
from running import NOW
from safetravel_cli.env import Env
from safetravel_cli.store import state
from schema_kit import check

DAY = 86_400


def put(**held):
    state.write(Env(environ=os.environ), {name.replace("__", "."): value for name, value in held.items()})


def found(cli, *argv, **options):
    """Return the checks of `doctor --json` by name, and the whole."""
    options["env"] = {"SAFETRAVEL_OFFLINE": "1", **options.get("env", {})}
    run = cli("doctor", "--wait", "0", *argv, "--json", **options)
    data = check(run, "doctor")
    assert run.code == (78 if data["worst"] == "red" else 0)
    return {row["check"]: row for row in data["checks"]}, data


@pytest.fixture
def authority(tmp_path, monkeypatch):
    made = smtp_kit.Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", made.file)
    return made


@pytest.mark.parametrize(
    ("lang", "red", "do"),
    [("en", "RED", "What to do: safetravel setup"), ("id", "MERAH", "Yang perlu dilakukan: safetravel setup")],
)
def test_with_nothing_set_up_it_is_red_in_words_and_says_what_to_do(cli, lang, red, do):
    run = cli("doctor", "--wait", "0", lang=lang, env={"SAFETRAVEL_OFFLINE": "1"})
    assert run.code == 78 and red in run.out and do in run.out
    rows, _ = found(cli, lang=lang)
    assert rows["contacts"]["level"] == rows["channels"]["level"] == "red"
    assert rows["channel smtp"]["level"] == "red" and rows["clock"]["level"] == "amber"


def server_of(authority, **options):
    return smtp_kit.Server(authority.server(), auth=True, **options)


def test_a_mail_account_is_logged_in_to_and_sends_nothing(cli, authority):
    with server_of(authority) as server:
        put(**{name.replace(".", "__"): value for name, value in smtp_kit.settings(server.port, auth=True).items()},
            contact__ibu__email="ibu@example.org", contact__ibu__name="Ibu")  # fmt: skip
        rows, _ = found(cli, env={"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_SMTP_PASSWORD": smtp_kit.SECRET,
                                  "SAFETRAVEL_FEED_ECB_URL": "http://localhost:1"})  # fmt: skip
        assert rows["channel smtp"]["level"] == "green" and "NOOP" in rows["channel smtp"]["message"]
        assert rows["contacts"]["level"] == "green"
        assert server.logins == [(smtp_kit.USER, smtp_kit.SECRET)] and server.got == server.tried == []
        assert not [line for line in server.commands if line.startswith(("MAIL", "RCPT"))]
        rows, data = found(cli, env={"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_SMTP_PASSWORD": "wrong-one",
                                     "SAFETRAVEL_FEED_ECB_URL": "http://localhost:1"})  # fmt: skip
        assert rows["channel smtp"]["level"] == "red" and "535" in rows["channel smtp"]["message"]
        assert "wrong-one" not in str(data)
        rows, _ = found(cli, env={"SAFETRAVEL_SMTP_PASSWORD": "x"})
        assert rows["channel smtp"]["level"] == "amber"


def test_a_certificate_that_nobody_knows_is_red_and_gets_no_password(cli, tmp_path, authority):
    (tmp_path / "other").mkdir()
    with smtp_kit.Server(smtp_kit.Authority(tmp_path / "other").server(), auth=True) as server:
        put(**{name.replace(".", "__"): value for name, value in smtp_kit.settings(server.port, auth=True).items()},
            contact__ibu__email="ibu@example.org")  # fmt: skip
        rows, _ = found(
            cli, env={"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_SMTP_PASSWORD": "x", "SAFETRAVEL_FEED_ECB_URL": "http://localhost:1"}
        )
        assert rows["channel smtp"]["level"] == "red" and server.logins == []


QUIET = {"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_FEED_ECB_URL": "http://localhost:1"}


def test_a_bot_is_asked_who_it_is_and_whom_it_knows_and_sends_nothing(cli):
    hidden = {**QUIET, "SAFETRAVEL_TELEGRAM_TOKEN": SECRET}
    with Web(as_telegram) as web:
        put(contact__ibu__telegram="12345", contact__ibu__name="Ibu", telegram__url=web.url)
        row = found(cli, env=hidden)[0]["channel telegram"]
        assert row["level"] == "green" and "@sos_example_bot" in row["message"]
        # The name there shows a wrong number; what a stranger wrote into it cannot colour the terminal.
        assert row["details"] == ["Ibu: called “Aminah [31mB.” in Telegram"]
        assert [asked.path.rpartition("/")[2] for asked in web.asked] == ["getMe", "getChat"]
        put(contact__budi__telegram="999", contact__budi__name="Budi")
        row = found(cli, env=hidden)[0]["channel telegram"]
        assert row["level"] == "amber" and "Budi" in row["message"] and "Start" in row["todo"] and "Ibu" not in row["message"]
        put(contact__ibu__telegram="998")
        row = found(cli, env=hidden)[0]["channel telegram"]
        assert row["level"] == "red" and {asked.path.rpartition("/")[2] for asked in web.asked} == {"getMe", "getChat"}
        rows, data = found(cli, env={**QUIET, "SAFETRAVEL_TELEGRAM_TOKEN": "1:AA-other-secret"})
        assert rows["channel telegram"]["level"] == "red" and "other-secret" not in str(data)


@pytest.mark.parametrize(
    ("answer", "level", "words"),
    [
        (as_ntfy, "green", "well"),
        ((200, b'{"healthy":false}'), "amber", "not well"),
        ((200, LOGIN), "amber", "log-in"),
        ((200, b"{}"), "amber", "not the service"),
        ((401, b'{"error":"unauthorized"}'), "red", "401"),
    ],
)
def test_a_server_of_ntfy_is_asked_whether_it_is_well_and_nothing_is_published(cli, answer, level, words):
    with Web(answer) as web:
        put(contact__ibu__ntfy=f"{web.url}/topic-1", contact__budi__ntfy=f"{web.url}/topic-2")
        row = found(cli, env=QUIET)[0]["channel ntfy"]
        assert (row["level"], words in row["message"]) == (level, True), row
        assert [(asked.method, asked.path) for asked in web.asked] == [("GET", "/v1/health")]


def test_each_server_of_web_addresses_is_connected_to_and_asked_nothing(cli, authority, tmp_path):
    with Web((200, b"ok"), authority.server()) as good:
        put(contact__ibu__webhook=f"{good.url}/x")
        assert found(cli, env=QUIET)[0]["channel webhook"]["level"] == "green"
        (tmp_path / "other").mkdir()
        with Web((200, b"ok"), smtp_kit.Authority(tmp_path / "other").server()) as bad:
            put(contact__budi__webhook=f"{bad.url}/x")
            row = found(cli, env=QUIET)[0]["channel webhook"]
        assert row["level"] == "red" and row["details"] == [bad.url]
        assert good.asked == bad.asked == []


SHOWN = "account chosen by envelope from address siti@example.org: work\nusing account work from rc\nhost = mail.example.org"


@pytest.mark.parametrize(
    ("answers", "level", "words"),
    [
        ({"pretend": (0, SHOWN, ""), "serverinfo": (0, "", "")}, "green", "mail.example.org"),
        ({"pretend": (78, "", "msmtp: account default not found")}, "red", "account default not found"),
        ({"pretend": (0, SHOWN, ""), "serverinfo": (75, "", "msmtp: cannot connect")}, "amber", "cannot connect"),
        ({"pretend": (0, SHOWN, ""), "serverinfo": (76, "", "msmtp: certificate expired")}, "red", "certificate expired"),
    ],
)
def test_msmtp_shows_its_settings_and_connects_and_is_given_nothing_to_send(cli, tmp_path, answers, level, words):
    path = msmtp(tmp_path)
    (tmp_path / "msmtp.json").write_text(json.dumps(answers))
    # Debian puts it in the place of sendmail.
    os.symlink(path, tmp_path / "sendmail")
    put(sendmail__command=str(tmp_path / "sendmail"), smtp__from="siti@example.org", contact__ibu__email="ibu@example.org")
    row = found(cli, env={**QUIET, "SAFETRAVEL_TELEGRAM_TOKEN": SECRET})[0]["channel sendmail"]
    assert (row["level"], words in row["message"]) == (level, True), row
    ran = [json.loads(line) for line in (tmp_path / "ran.jsonl").read_text().splitlines()]
    assert all({"--pretend", "--serverinfo"} & set(argv) and given == "" for argv, given, _ in ran)
    assert not any("SAFETRAVEL_TELEGRAM_TOKEN" in names for _, _, names in ran)
    if len(ran) == 2:
        assert "--account=work" in ran[1][0]


def test_msmtp_connects_to_nothing_where_the_network_is_not_to_be_asked(cli, tmp_path):
    msmtp(tmp_path)
    (tmp_path / "msmtp.json").write_text(json.dumps({"pretend": (0, SHOWN, "")}))
    put(sendmail__command=str(tmp_path / "msmtp"), smtp__from="siti@example.org", contact__ibu__email="ibu@example.org")
    assert found(cli)[0]["channel sendmail"]["level"] == "amber"
    assert "serverinfo" not in (tmp_path / "ran.jsonl").read_text()


def test_a_strange_mail_program_and_one_of_your_own_are_seen_but_never_run(cli, tmp_path):
    mark = tmp_path / "was-run"
    for name in ("sendmail", "own"):
        (tmp_path / name).write_text(f"#!/bin/sh\ntouch {mark}\n")
        (tmp_path / name).chmod(0o700)
    put(sendmail__command=str(tmp_path / "sendmail"), smtp__from="siti@example.org", contact__ibu__email="ibu@example.org",
        exec__command=str(tmp_path / "own"), contact__ibu__exec="family")  # fmt: skip
    rows, _ = found(cli, env=QUIET)
    for name in ("sendmail", "exec"):
        assert rows["channel " + name]["level"] == "amber" and "--drill" in rows["channel " + name]["todo"]
    for first, lacks in (("#!/usr/bin/env no-such-python", "no-such-python"), ("#!/no/such/shell", "/no/such/shell")):
        (tmp_path / "own").write_text(first + "\n")
        row = found(cli, env=QUIET)[0]["channel exec"]
        assert row["level"] == "red" and lacks in row["message"]
    assert not mark.exists()


@pytest.mark.parametrize(("off", "level"), [(0, "green"), (600, "amber"), (-600, "amber"), (3 * DAY, "red"), (-4000, "red")])
def test_the_clock_is_compared_with_a_server(cli, off, level):
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    asked = []

    class Handler(BaseHTTPRequestHandler):
        """Answer as web servers do: with the true time in Date."""

        def do_HEAD(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/xml")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        url = f"http://localhost:{server.server_port}/rates.xml"
        rows, _ = found(cli, now=lambda: time.time() + off, env={"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_FEED_ECB_URL": url})
    finally:
        server.shutdown()
        server.server_close()
    assert (rows["clock"]["level"], asked) == (level, ["/rates.xml"])


@pytest.mark.parametrize(("days", "level"), [(400, "green"), (100, "amber"), (-1, "red")])
def test_the_passport(cli, days, level):
    put(profile__passport_expires=time.strftime("%Y-%m-%d", time.gmtime(NOW + days * DAY)))
    rows, _ = found(cli)
    assert (rows["passport"]["level"] == level and rows["passport"]["todo"]) or level == "green"


def test_facts_grow_old(cli):
    for days, level in ((10, "green"), (300, "amber"), (900, "red")):
        rows, _ = found(cli, now=NOW + days * DAY)
        assert rows["data"]["level"] == level


def test_a_check_that_breaks_hides_no_other(cli, monkeypatch):
    from safetravel_cli.services import where

    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(where, "answer", broken)
    rows, _ = found(cli)
    assert "RuntimeError" in rows["location"]["message"] and "disk" in rows


def test_android_says_what_is_missing_and_what_it_does_not_allow(cli, tmp_path):
    put(contact__ibu__phone=NUMBER, setting__channels="termux_sms")
    quiet = {"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_FEED_ECB_URL": "http://localhost:1", "TERMUX_VERSION": "0.118"}
    rows, _ = found(cli, env={**quiet, "PATH": str(tmp_path)})
    assert rows["termux"]["level"] == "amber" and "termux-location" in rows["termux"]["message"]
    telephone = Telephone(tmp_path)
    rows, _ = found(cli, env={**quiet, "PATH": str(tmp_path)})
    assert rows["channel termux_sms"]["level"] == "green"
    telephone.write(listed='{"API_ERROR": "no permission"}')
    rows, _ = found(cli, env={**quiet, "PATH": str(tmp_path)})
    assert rows["channel termux_sms"]["level"] == "red" and "Termux:API" in rows["channel termux_sms"]["message"]


def test_what_is_gone_after_a_restart_is_no_green(cli, monkeypatch):
    from safetravel_cli.sos import hooks

    class Hook:
        """A scheduler that is at work."""

        NAME = "cron"
        status = staticmethod(lambda plan: {"installed": True, "active": True, "current": True, "path": "", "detail": {}})

    monkeypatch.setattr(hooks, "usable", lambda plan: [Hook])
    put(contact__ibu__telegram="12345")
    assert found(cli, env={"SAFETRAVEL_TELEGRAM_TOKEN": SECRET})[0]["autosend"]["level"] == "amber"
    put(telegram__token_command="true")
    assert found(cli, env={"SAFETRAVEL_TELEGRAM_TOKEN": SECRET})[0]["autosend"]["level"] == "green"
    put(telegram__token_command="", setting__keyring="yes")
    row = found(cli)[0]["autosend"]
    assert row["level"] == "amber" and "key ring" in row["message"]


@pytest.mark.parametrize("lang", ["en", "id"])
def test_amber_says_that_an_alert_would_leave_only_where_a_way_was_seen_to_work(cli, lang):
    put(contact__ibu__telegram="12345", contact__ibu__name="Ibu", profile__passport_expires="2031-04-30")
    would = {"en": "would leave", "id": "akan terkirim"}[lang]
    quiet = {**QUIET, "SAFETRAVEL_TELEGRAM_TOKEN": SECRET}
    with Web((503, b"{}")) as web:
        put(telegram__url=web.url)
        run = cli("doctor", "--wait", "0", lang=lang, env=quiet)
        assert run.code == 0 and would not in run.out
    with Web(as_telegram) as web:
        put(telegram__url=web.url)
        assert would in cli("doctor", "--wait", "0", lang=lang, env=quiet).out
