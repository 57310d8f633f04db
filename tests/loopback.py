"""A web server on this machine that plays the sources of `sync`: recorded answers, conditional requests, and every fault.

Nothing waits for a clock here: a slow answer hangs on an event that is set when the test is over.
"""

import gzip
import hashlib
import socket
import threading
from collections import namedtuple
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from running import NOW

# What was asked: the path, whether the request was conditional, the status and how many bytes of body were sent.
Asked = namedtuple("Asked", "path conditional status sent agent")
LAST_MODIFIED = "Tue, 24 Nov 2026 15:00:00 GMT"
LOGIN = b"<!DOCTYPE html>\n<html><body>Welcome to our airport. Please log in.</body></html>"
FAULTS = (
    "empty",
    "half",
    "silent",
    "drip",
    "huge",
    "bomb",
    "gzipped",
    "not_gzipped",
    "portal",
    "disguised",
    "error",
    "throttled",
    "elsewhere",
    "circle",
    "odd304",
    "busy",
    "late",
)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *parts):
        pass

    def date_time_string(self, timestamp=None):
        return formatdate(self.server.loopback.clock, usegmt=True)

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        held = self.server.loopback
        path = self.path
        fault = held.faults.get(path)
        if fault:
            # What a fault leaves behind on the connection is not to be talked over.
            self.close_connection = True
            try:
                getattr(self, "fault_" + fault)(held, path)
            except (BrokenPipeError, ConnectionResetError):
                pass
            return
        if path not in held.answers:
            self.answer(404, b"", "text/plain")
            return
        body, kind = held.answers[path]
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        validators = {"ETag": tag, "Last-Modified": LAST_MODIFIED} if held.validators else {}
        if held.validators and self.headers.get("If-None-Match") == tag:
            self.answer(304, b"", kind, validators)
        else:
            self.answer(200, body, kind, validators)

    def answer(self, status, body, kind, headers=None, promised=None):
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        sent = 0 if self.command == "HEAD" else len(body)
        self.server.loopback.asked.append(Asked(self.path, conditional, status, sent, self.headers.get("User-Agent")))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status != 304:
            self.send_header("Content-Length", str(len(body) if promised is None else promised))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def fault_empty(self, held, path):
        self.answer(200, b"", "application/json")

    def fault_half(self, held, path):
        body, kind = held.answers[path]
        self.answer(200, body[: len(body) // 2], kind, promised=len(body))

    def fault_silent(self, held, path):
        held.over.wait(60)

    def fault_drip(self, held, path):
        self.answer(200, b"{", "application/json", promised=1000)
        held.over.wait(60)

    def fault_huge(self, held, path):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        held.asked.append(Asked(path, False, 200, -1, None))
        for _ in range(1000):
            self.wfile.write(b" " * 1_000_000)

    def fault_bomb(self, held, path):
        self.answer(200, gzip.compress(bytes(50_000_000)), "application/json", {"Content-Encoding": "gzip"})

    def fault_gzipped(self, held, path):
        body, kind = held.answers[path]
        self.answer(200, gzip.compress(body), kind, {"Content-Encoding": "gzip"})

    def fault_not_gzipped(self, held, path):
        body, kind = held.answers[path]
        self.answer(200, body, kind, {"Content-Encoding": "gzip"})

    def fault_portal(self, held, path):
        self.answer(200, LOGIN, "text/html; charset=utf-8")

    def fault_disguised(self, held, path):
        self.answer(200, LOGIN, "application/json")

    def fault_error(self, held, path):
        self.answer(500, b"oops", "text/plain")

    def fault_throttled(self, held, path):
        self.answer(511, LOGIN, "text/html")

    def fault_elsewhere(self, held, path):
        self.answer(302, b"", "text/html", {"Location": "http://login.example.org/portal"})

    def fault_circle(self, held, path):
        self.answer(302, b"", "text/html", {"Location": path})

    def fault_busy(self, held, path):
        self.answer(429, b"<html>Too many requests</html>", "text/html", {"Retry-After": "7"})

    def fault_late(self, held, path):
        self.answer(504, b"<html>Gateway timeout</html>", "text/html")

    def fault_odd304(self, held, path):
        self.answer(304, b"", "application/json")


class _Server(ThreadingHTTPServer):
    # All sources are asked at once: with a short queue the last of them wait a second for another try.
    request_queue_size = 64


class _Server6(_Server):
    address_family = socket.AF_INET6


class Loopback:
    """Serve `answers` (path -> (body, content type)) on this machine until the block ends; with a TLS `context` over https.

    `faults`: path -> one of FAULTS. `asked`: every request. `clock`: seconds UTC of the header Date.
    """

    def __init__(self, host="127.0.0.1", context=None):
        self.host = host
        self.context = context
        self.answers = {}
        self.faults = {}
        self.asked = []
        self.clock = NOW
        self.validators = True
        self.over = threading.Event()

    def __enter__(self):
        self.server = (_Server6 if ":" in self.host else _Server)((self.host, 0), _Handler)
        if self.context:
            self.server.socket = self.context.wrap_socket(self.server.socket, server_side=True)
        self.server.daemon_threads = True
        self.server.loopback = self
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def url(self, path):
        """Return the address of a path."""
        scheme = "https" if self.context else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}:{self.server.server_port}{path}"

    def put(self, path, body, kind="application/json"):
        """Answer a path with a body."""
        self.answers[path] = (body, kind)

    def bodies(self):
        """Return how many requests were answered with a body."""
        return sum(1 for one in self.asked if one.sent)

    def paths(self):
        """Return the paths that were asked, sorted: those of one round come in any order."""
        return sorted(one.path for one in self.asked)
