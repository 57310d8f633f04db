"""`doctor`: green, amber and red in words, what to do, and nothing sent."""

import os
import time

import pytest

import smtp_kit
from channel_kit import NUMBER, SECRET, Telephone, Web, as_telegram
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


def test_a_bot_is_asked_who_it_is_and_a_topic_only_connected_to(cli):
    with Web(as_telegram) as web:
        put(contact__ibu__telegram="12345", contact__ibu__ntfy=f"http://localhost:{web.port}/topic-1", telegram__url=web.url)
        quiet = {"SAFETRAVEL_OFFLINE": "", "SAFETRAVEL_FEED_ECB_URL": "http://localhost:1"}
        rows, _ = found(cli, env={**quiet, "SAFETRAVEL_TELEGRAM_TOKEN": SECRET})
        assert rows["channel telegram"]["level"] == rows["channel ntfy"]["level"] == "green"
        assert [asked.path.rpartition("/")[2] for asked in web.asked] == ["getMe"]
        rows, data = found(cli, env={**quiet, "SAFETRAVEL_TELEGRAM_TOKEN": "1:AA-other-secret"})
        assert rows["channel telegram"]["level"] == "red" and "other-secret" not in str(data)


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
