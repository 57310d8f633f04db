"""Channels over HTTPS: ntfy, Telegram, a web address. The servers are stand-ins on loopback, not those services."""

import base64
import hashlib
import hmac
import json
import logging
import os
import socket
import ssl
import threading
import time

import pytest

import smtp_kit
from channel_kit import LOGIN, SECRET, Web, as_ntfy, as_telegram, job
from safetravel_cli.sos import channels, people
from safetravel_cli.sos.channels import ntfy, telegram, web, webhook
from sos_kit import photo

BOT = {"SAFETRAVEL_TELEGRAM_TOKEN": SECRET}


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return smtp_kit.Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def trusting(authority, **more):
    return {"SSL_CERT_FILE": authority.file, **more}


def one(name, server, environ=None, **more):
    """Return what came of one try by a channel at a server."""
    environ = {**(BOT if name == "telegram" else {}), **(environ or {})}
    rcpt = {"ntfy": server.url + "/sos-topic", "telegram": "12345", "webhook": server.url + "/hook?x=1"}[name]
    return channels.load(name).send(job(rcpt, {"telegram.url": server.url}, environ=environ, **more))


def test_ntfy_publishes_over_verified_tls_with_one_sequence_id_for_all_tries(authority):
    with Web(as_ntfy, authority.server()) as server:
        for attempt in (1, 2):
            result = one("ntfy", server, trusting(authority, SAFETRAVEL_NTFY_TOKEN="tk_1"), attempt=attempt, text="SOS é 🆘\n")
            assert (result.state, result.code, result.ref) == ("accepted", "200", "hwQ2YpKdmg")
    first, second = (json.loads(asked.body) for asked in server.asked)
    assert first == second and first["sequence_id"] == "bbbbbbbb" and first["topic"] == "sos-topic" and first["priority"] == 5
    assert first["message"] == "SOS é 🆘\n" and first["click"] == "geo:35.65861,139.74543"
    assert {asked.path for asked in server.asked} == {"/"}
    assert server.asked[0].headers["Authorization"] == "Bearer tk_1"


def test_a_text_that_is_too_long_is_cut_and_told_so(authority):
    long = "\n".join(f"line {number} é" for number in range(2000))
    with Web(as_ntfy) as server:
        assert one("ntfy", server, text=long).note == "cut"
    message = json.loads(server.asked[0].body)["message"]
    assert len(message.encode()) <= 4096 and message.endswith("\n[...]")
    with Web(as_telegram) as server:
        assert one("telegram", server, text="🆘" * 5000).note == "cut"
    assert len(json.loads(server.asked[0].body)["text"].encode("utf-16-le")) // 2 <= 4096


def test_telegram_sends_a_text_and_a_pin(authority):
    with Web(as_telegram, authority.server()) as server:
        result = one("telegram", server, trusting(authority))
    assert (result.state, result.code, result.ref, result.note) == ("accepted", "200", "42", "")
    text, pin = server.asked
    assert text.path == f"/bot{SECRET}/sendMessage" and "parse_mode" not in json.loads(text.body)
    assert json.loads(text.body)["chat_id"] == 12345
    assert json.loads(pin.body) == {"chat_id": 12345, "latitude": 35.658613, "longitude": 139.745433, "horizontal_accuracy": 12.0}


def test_a_pin_that_fails_leaves_the_text_accepted():
    def answer(asked):
        return "DROP" if asked.path.endswith("sendLocation") else as_telegram(asked)

    with Web(answer) as server:
        assert one("telegram", server)[:1] + one("telegram", server)[4:5] == ("accepted", "without_location")
        assert one("telegram", server, position=None).note == ""


def test_telegram_sends_a_photo_and_as_a_file_where_it_is_none(tmp_path):
    kept = photo(tmp_path)
    with open(kept, "rb") as file:
        octets = file.read()
    with Web(as_telegram) as server:
        assert one("telegram", server, kind="photo", media=kept).state == "accepted"
        assert one("telegram", server, kind="video", media=kept).note == "document"
    assert [asked.path.rpartition("/")[2] for asked in server.asked] == ["sendPhoto", "sendDocument"]
    assert all(octets in asked.body and b"my own name" not in asked.body for asked in server.asked)

    def answer(asked):
        bad = b'{"ok":false,"error_code":400,"description":"Bad Request: PHOTO_INVALID_DIMENSIONS"}'
        return (400, bad) if asked.path.endswith("sendPhoto") else as_telegram(asked)

    with Web(answer) as server:
        assert one("telegram", server, kind="photo", media=kept)[:1] == ("accepted",)
        assert one("telegram", server, kind="photo", media=str(tmp_path / "a.jpg")).note == "document"
    os.remove(kept)
    gone = job("12345", {}, environ=BOT, kind="photo")._replace(media=kept)
    assert telegram.send(gone)[:2] == ("refused", "file_gone")


@pytest.mark.parametrize(("status", "said", "state", "code", "whole"), [
    (401, "Unauthorized", "needs_you", "token_refused", True), (404, "Not Found", "needs_you", "token_refused", True),
    (400, "Bad Request: chat not found", "needs_you", "telegram_chat", False),
    (403, "Forbidden: bot was blocked by the user", "needs_you", "telegram_chat", False),
    (400, "Bad Request: message is too long", "refused", "400", False), (429, "Too Many Requests", "retry", "429", False),
    (500, "Internal", "uncertain", "500", False),
])  # fmt: skip
def test_what_telegram_refuses(status, said, state, code, whole):
    answer = json.dumps({"ok": False, "error_code": status, "description": f"{said} {SECRET}\r\nX"}).encode()
    with Web((status, answer)) as server:
        result = one("telegram", server)
    assert (result.state, result.code, result.whole) == (state, code, whole)
    assert result.text == f"{said} *** X" and SECRET not in str(result)


def test_a_webhook_gets_json_with_a_key_that_stays_and_a_signature_that_holds(authority):
    key = "whsec_" + base64.b64encode(b"sixteen octets!!").decode()
    with Web((202, b"taken"), authority.server()) as server:
        for attempt in (1, 2):
            result = one("webhook", server, trusting(authority, SAFETRAVEL_WEBHOOK_KEY=key), attempt=attempt)
            assert result[:3] == ("accepted", "202", "taken")
    first, second = server.asked
    assert (
        first.path == "/hook?x=1" and first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"] == "aaaaaaaa.bbbbbbbb"
    )
    held = json.loads(first.body)
    assert held["code"] == "ACDEF3" and held["position"]["lat"] == 35.658613 and held["media"] is None
    signed = f"{first.headers['webhook-id']}.{first.headers['webhook-timestamp']}.".encode() + first.body
    expected = base64.b64encode(hmac.new(b"sixteen octets!!", signed, hashlib.sha256).digest()).decode()
    assert first.headers["webhook-signature"] == "v1," + expected
    with Web((204, b"")) as server:
        assert one("webhook", server).state == "accepted"
    assert "webhook-signature" not in server.asked[0].headers


ALL = pytest.mark.parametrize("name", ["ntfy", "telegram", "webhook"])


@ALL
@pytest.mark.parametrize(("answer", "state", "code"), [
    ((200, LOGIN, {"Content-Type": "text/html"}), "retry", "portal"), ((200, LOGIN), "retry", "portal"),
    ((302, b"", {"Location": "http://login.example.org/"}), "retry", "portal"), ((511, LOGIN), "retry", "portal"),
    ((307, b"", {"Location": "/other"}), "retry", "portal"), ((503, b"{}"), "retry", "503"), ((502, LOGIN), "uncertain", "502"),
    ((413, b"{}"), "refused", "too_big"), ("DROP", "uncertain", "dropped"), ("SILENT", "uncertain", "timeout"),
])  # fmt: skip
def test_what_is_no_answer_is_no_success(name, answer, state, code):
    with Web(answer) as server:
        result = one(name, server, seconds=2.0 if answer == "SILENT" else 20.0)
    assert result[:2] == (state, code)
    assert "<" not in result.text


@pytest.mark.parametrize("body", [b"", b"ok", b"{}", b"[]", b'{"event":"message","topic":"other","id":"x"}', b"[" * 100_000])
def test_only_the_service_itself_can_say_accepted(body):
    for name in ("ntfy", "telegram"):
        with Web((200, body)) as server:
            assert one(name, server)[:2] == ("retry", "not_answer")


@ALL
def test_a_refused_token_or_address_needs_the_person(name):
    with Web((403, b'{"code":40301,"http":403,"error":"forbidden tk_1"}')) as server:
        result = one(name, server, {"SAFETRAVEL_NTFY_TOKEN": "tk_1", "SAFETRAVEL_WEBHOOK_KEY": "tk_1"})
    assert result.state == "needs_you" and result.whole is (name == "ntfy") and "tk_1" not in result.text


@ALL
def test_certificates_that_prove_nothing_stop_it_before_a_word_is_said(name, authority, tmp_path):
    stranger = smtp_kit.Authority(tmp_path)
    for context, code in ((stranger.server(), "tls_certificate"), (authority.server("other.example.org"), "tls_name")):
        with Web(as_ntfy, context) as server:
            result = one(name, server, trusting(authority))
        assert result[:2] == ("needs_you", code) and result.again and server.asked == []
    result = one(name, server, {"SSL_CERT_FILE": str(tmp_path / "none")})
    assert result[:2] == ("needs_you", "web_settings")


@ALL
def test_nobody_there(name):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    gone = type("Gone", (), {"url": f"https://localhost:{port}"})
    assert one(name, gone)[:2] == ("retry", "refused_connection")


@ALL
def test_a_name_that_is_not_found(name, offline):
    gone = type("Gone", (), {"url": "https://alerts.example.org"})
    assert one(name, gone)[:2] == ("retry", "no_name")


@ALL
def test_no_real_server_is_asked_where_only_reserved_ones_may_be(name):
    real = type("Real", (), {"url": "https://api.telegram.org" if name == "telegram" else "https://ntfy.sh"})
    assert one(name, real)[:2] == ("needs_you", "reserved")
    rcpt = "12345" if name == "telegram" else "https://ntfy.sh/topic"
    assert channels.allowed(name, rcpt, {"SAFETRAVEL_ONLY_RESERVED": "1"}) is (name == "telegram")


@pytest.mark.parametrize(("url", "mine"), [
    ("https://a.example.org/x", True), ("https://example.org.evil.id/x", False), ("https://ntfy.sh/x", False),
    ("http://[::1]:1/x", True),
    ("https://x@example.org/", False), ("https://evil.id\\@example.org/", False), ("ftp://example.org/x", False), ("", False),
])  # fmt: skip
def test_reserved_web_addresses(url, mine):
    assert web.is_reserved(url) is mine


def test_the_proxy_of_the_environment_is_used_and_the_name_is_verified_through_it(authority, monkeypatch):
    heard = []

    def proxy(link, server):
        line = link.recv(65536)
        heard.append(line.split(b"\r\n")[0])
        if b"refuse" in line:
            link.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            return
        link.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with socket.create_connection(("127.0.0.1", behind.port)) as other:
            threading.Thread(target=_pump, args=(link, other), daemon=True).start()
            _pump(other, link)

    with Web((200, b"ok"), authority.server("hooks.example.org")) as behind, smtp_kit.Raw(proxy) as middle:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{middle.port}")
        environ = trusting(authority)
        assert webhook.send(job("https://hooks.example.org/a", environ=environ)).state == "accepted"
        assert webhook.send(job("https://wrong.example.org/a", environ=environ))[:2] == ("needs_you", "tls_name")
        assert webhook.send(job("https://refuse.example.org/a", environ=environ))[:2] == ("retry", "proxy")
    assert heard[0] == b"CONNECT hooks.example.org:443 HTTP/1.1" and len(behind.asked) == 1


def _pump(source, target):
    try:
        while octets := source.recv(65536):
            target.sendall(octets)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def test_a_server_that_answers_a_byte_a_second_is_left_at_the_deadline():
    with smtp_kit.Raw(smtp_kit.drip(b"HTTP/1.1 200 OK\r\n")) as server:
        begun = time.monotonic()
        result = ntfy.send(job(f"http://127.0.0.1:{server.port}/topic", seconds=3.0))
    assert result[:2] == ("uncertain", "timeout") and time.monotonic() - begun < 6


def test_a_server_that_takes_no_handshake_has_nothing(authority):
    with smtp_kit.Raw(smtp_kit.silent) as server:
        result = ntfy.send(job(f"https://127.0.0.1:{server.port}/topic", seconds=2.0))
    assert result[:2] == ("retry", "timeout")


def test_an_endless_answer_is_not_read_to_its_end():
    def talk(link, server):
        link.recv(65536)
        link.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while not server.over.is_set():
            link.sendall(b" " * 65536)

    with smtp_kit.Raw(talk) as server:
        assert ntfy.send(job(f"http://127.0.0.1:{server.port}/topic"))[:2] == ("retry", "not_answer")


@pytest.mark.parametrize("answer", [as_telegram, (500, b"x"), "DROP", (302, b"", {"Location": "/x"})])
def test_the_token_is_in_no_result_and_no_log(answer, caplog):
    caplog.set_level(logging.DEBUG)
    with Web(answer) as server:
        result = one("telegram", server)
    assert SECRET not in str(result) and SECRET not in caplog.text
    assert SECRET in server.asked[0].path


def test_a_token_from_a_file_or_a_command(tmp_path):
    file = tmp_path / "token"
    file.write_text(SECRET + "\n")
    file.chmod(0o600)
    with Web(as_telegram) as server:
        base = {"telegram.url": server.url}
        for held in ({"telegram.token_file": str(file)}, {"telegram.token_command": f"cat {file}"}):
            assert telegram.ready(people.Settings(held, {})) == ""
            assert telegram.send(job("12345", {**base, **held})).state == "accepted"
        file.chmod(0o644)
        assert telegram.send(job("12345", {**base, "telegram.token_file": str(file)}))[:2] == ("needs_you", "token_file_open")
        for held, code in (
            ({"telegram.token_file": str(tmp_path / "none")}, "token_file"),
            ({"telegram.token_command": "false"}, "token_command"),
        ):  # fmt: skip
            assert telegram.send(job("12345", {**base, **held}))[:2] == ("needs_you", code)
        assert telegram.send(job("12345", base))[:3] == ("needs_you", "setup", "telegram.token")
        odd = {"SAFETRAVEL_TELEGRAM_TOKEN": "x/../y?z"}
        assert telegram.send(job("12345", base, environ=odd))[:2] == ("needs_you", "token_refused")
    assert len(server.asked) == 4


def test_no_context_of_the_channels_trusts_everybody():
    from safetravel_cli.net import http

    context = http._certificates({})
    assert context.verify_mode == ssl.CERT_REQUIRED and context.check_hostname
