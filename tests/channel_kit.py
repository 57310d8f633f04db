"""Jobs, programs and servers for the tests of channels.

The servers here stand in for ntfy and Telegram: they answer as their documentation says, and are not those services.
"""

import json
import os
import stat
import sys
import threading
import time
from collections import namedtuple
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from safetravel_cli.sos import channels, people
from sos_kit import FULL

Asked = namedtuple("Asked", "method path headers body")
NUMBER = "+12025550143"
LOGIN = b"<!DOCTYPE html><html><body>Welcome. Please log in.</body></html>"
SECRET = "987654:AA-secret_of_the_bot"
CHAT = 12345
ALERT = {
    "id": "a" * 8,
    "code": "ACDEF3",
    "created_utc": "2026-11-25T03:00:00Z",
    "tz": "UTC",
    "cap_status": "Actual",
    "closed": "",
}


def job(rcpt, held=None, *, environ=None, kind="text", media="", attempt=1, uncertain=False, seconds=20.0, text="SOS\n", **facts):
    """Return a job of a channel; `held` are its settings."""
    given = {"SAFETRAVEL_ONLY_RESERVED": "1", **(environ or {})}
    part = {
        "id": "b" * 8, "kind": kind, "sha256": "ab" * 32, "bytes": os.path.getsize(media) if media else len(text),
        "mime": "image/jpeg" if media else "text/plain", "name": "my own name.jpg", "text": "" if media else text,
        "body": {}, "created_utc": "",
    }  # fmt: skip
    return channels.Job(
        alert=ALERT, facts={**FULL, **facts}, code="ACDEF3", part=part, kind=kind, media=str(media), rcpt=rcpt, name="Ibu",
        message_id="<aaaaaaaa.bbbbbbbb@example.org>", date=1795575600.0, references=[], attempt=attempt, uncertain=uncertain,
        now=1795575600.0, deadline=time.monotonic() + seconds, settings=people.Settings(held or {}, given), session={},
        media_parts=[],
    )  # fmt: skip


def program(folder, name, script):
    """Write a program in Python to a folder; return its path."""
    path = os.path.join(str(folder), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f"#!{sys.executable} -S\nimport json, os, sys, time\nHERE = os.path.dirname(os.path.abspath(__file__))\n{script}\n"
        )
    os.chmod(path, stat.S_IRWXU)
    return path


class Telephone:
    """Fake programs of Termux:API. `becomes`: the kind under which an SMS is listed, "" for not at all; `said`: what
    termux-sms-send prints; `listed`: what termux-sms-list prints in the place of its list."""

    def __init__(self, folder, becomes="sent", said="", listed=None, code=0):
        self.folder = str(folder)
        self.becomes, self.said, self.listed, self.code = becomes, said, listed, code
        self.write()
        program(folder, "termux-sms-send", SMS_SEND)
        program(folder, "termux-sms-list", SMS_LIST)

    def write(self, **changes):
        for name, value in changes.items():
            setattr(self, name, value)
        with open(os.path.join(self.folder, "telephone.json"), "w") as file:
            json.dump({"becomes": self.becomes, "said": self.said, "listed": self.listed, "code": self.code}, file)

    @property
    def environ(self):
        return {"PATH": self.folder + os.pathsep + os.environ["PATH"]}

    def sent(self):
        """Return (arguments, text) of every SMS that was handed over."""
        path = os.path.join(self.folder, "sent.jsonl")
        if not os.path.exists(path):
            return []
        with open(path) as file:
            return [tuple(json.loads(line)) for line in file]


SMS_SEND = """
held = json.load(open(HERE + "/telephone.json"))
text = sys.stdin.read()
if not held["said"]:
    with open(HERE + "/sent.jsonl", "a") as file:
        file.write(json.dumps([sys.argv[1:], text, dict(os.environ)]) + chr(10))
print(held["said"])
sys.exit(held["code"])
"""
SMS_LIST = """
held = json.load(open(HERE + "/telephone.json"))
assert sys.argv[1:3] == ["-t", "all"], sys.argv
if held["listed"] is not None:
    print(held["listed"])
    sys.exit(0)
rows = [{"threadid": 1, "type": "inbox", "number": "+12025550143", "body": "hello", "_id": 1}]
if held["becomes"] and os.path.exists(HERE + "/sent.jsonl"):
    for line in open(HERE + "/sent.jsonl"):
        (_, number), text, _ = json.loads(line)
        rows.append({"type": held["becomes"], "address": number, "number": number, "body": text, "_id": 2})
print(json.dumps(rows))
"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *parts):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        asked = Asked(self.command, self.path, dict(self.headers.items()), body)
        self.server.web.asked.append(asked)
        answer = self.server.web.answer(asked)
        if answer == "DROP":
            self.close_connection = True
            self.connection.close()
            return
        if answer == "SILENT":
            self.server.web.over.wait(30)
            return
        status, octets, headers = (*answer, {})[:3]
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)

    do_PUT = do_GET = do_POST


class Web:
    """A web server on loopback: `answer(asked)` returns (status, body[, headers]), "DROP" or "SILENT". `asked`: all requests."""

    def __init__(self, answer, context=None):
        self.answer = answer if callable(answer) else lambda asked: answer
        self.context = context
        self.asked = []
        self.over = threading.Event()

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *parts: None
        self.server.web = self
        if self.context:
            # The handshake is made by the thread of the connection: one that is not finished must not hold up the others.
            self.server.socket = self.context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.server.server_port
        self.url = f"{'https' if self.context else 'http'}://localhost:{self.port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def as_ntfy(asked):
    """Answer as an ntfy server does to a message that is published as JSON."""
    if asked.method == "GET":
        return (200, b'{"healthy":true}') if asked.path == "/v1/health" else (404, b'{"code":40401,"error":"page not found"}')
    held = json.loads(asked.body)
    return 200, json.dumps({"id": "hwQ2YpKdmg", "time": 1, "event": "message", **held}).encode()


def as_telegram(asked):
    """Answer as Telegram does to a bot that it knows."""
    if asked.path.split("/")[1] != "bot" + SECRET:
        return 401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
    method = asked.path.rpartition("/")[2]
    if method == "getMe":
        return 200, b'{"ok":true,"result":{"id":987654,"is_bot":true,"first_name":"SOS","username":"sos_example_bot"}}'
    if method == "getChat":
        if json.loads(asked.body)["chat_id"] != CHAT:
            return 400, b'{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}'
        return 200, b'{"ok":true,"result":{"id":12345,"type":"private","first_name":"Aminah","last_name":"\\u001b[31mB."}}'
    return 200, b'{"ok":true,"result":{"message_id":42,"chat":{"id":12345}}}'


def msmtp(folder, name="msmtp"):
    """Write a program that stands in for msmtp: `msmtp.json` beside it says what it answers; `ran.jsonl` keeps its arguments."""
    return program(folder, name, MSMTP)


MSMTP = """
held = json.load(open(HERE + "/msmtp.json"))
with open(HERE + "/ran.jsonl", "a") as file:
    file.write(json.dumps([sys.argv[1:], sys.stdin.read(), sorted(os.environ)]) + chr(10))
what = "serverinfo" if "--serverinfo" in sys.argv else "pretend" if "--pretend" in sys.argv else "send"
code, out, err = held.get(what, [70, "", "not asked for"])
print(out)
print(err, file=sys.stderr)
sys.exit(code)
"""
