"""Mail servers on loopback that behave as a test wants them to, with certificates of an authority made for the test.

Nothing here sleeps for the sake of sleeping: a server that says nothing waits for the end of the block.
"""

import asyncio
import contextlib
import email
import email.policy
import os
import socket
import ssl
import threading
import warnings
from collections import namedtuple

import trustme
from aiosmtpd.smtp import SMTP, AuthResult

from safetravel_cli.env import Env
from safetravel_cli.store import state
from sos_kit import FACTS

USER, SECRET = "siti@example.org", "correct horse"
Got = namedtuple("Got", "rcpt message_id date mail octets")


class Authority:
    """An authority that nobody trusts but those whose SSL_CERT_FILE is `file`."""

    def __init__(self, folder):
        self.ca = trustme.CA()
        self.file = os.path.join(str(folder), "authority.pem")
        self.ca.cert_pem.write_to_path(self.file)

    def server(self, *names):
        """Return a TLS context of a server with these names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(*(names or ("localhost",))).configure_cert(context)
        return context


class Server:
    """A server of mode "tls", "starttls" or "plain" on 127.0.0.1; a context manager.

    `said`: command ("MAIL", "RCPT", "DATA", "EHLO") -> function(argument) that returns a line, or None for the usual
    one, or "DROP" to hang up. `got`: mails taken, in order. `commands`: the lines of all clients, the end of TLS removed.
    """

    def __init__(self, context, mode="tls", said=None, size=None, auth=False):
        self.context, self.mode, self.said, self.auth = context, mode, said or {}, auth
        self.size = size
        self.got, self.tried, self.commands, self.logins = [], [], [], []
        self.lock = threading.Lock()

    def __enter__(self):
        options = {"data_size_limit": self.size or 33554432, "hostname": "localhost"}
        if self.mode == "starttls":
            options.update(tls_context=self.context, require_starttls=True)
        if self.auth:
            options.update(auth_required=True, authenticator=self.log_in, auth_require_tls=self.mode == "starttls")
        kit = self

        class Smtp(SMTP):
            async def push(self, status):
                # The size is told only where the test set one, as with servers that do not tell.
                if not kit.size and isinstance(status, str) and status[4:8] == "SIZE":
                    status = status[:4] + "X-NO-SIZE"
                await super().push(status)

        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

        def make():
            with warnings.catch_warnings():
                # That the log-in is asked for without TLS: it is within TLS, which aiosmtpd does not know of here.
                warnings.simplefilter("ignore")
                return Smtp(self, loop=self.loop, **options)

        async def serve():
            tls = self.context if self.mode == "tls" else None
            return await self.loop.create_server(make, "127.0.0.1", 0, ssl=tls)

        self.server = asyncio.run_coroutine_threadsafe(serve(), self.loop).result(10)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        async def end():
            self.server.close()
            tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()

    def log_in(self, server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        self.logins.append(given)
        return AuthResult(success=given == (USER, SECRET), handled=False)

    def _say(self, server, command, argument):
        answer = self.said.get(command)
        line = answer(argument) if callable(answer) else answer
        if line == "DROP":
            server.transport.abort()
            return "421 gone"
        return line

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.commands.append("EHLO " + hostname)
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.commands.append("MAIL " + address)
        line = self._say(server, "MAIL", address)
        if line:
            return line
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.commands.append("RCPT " + address)
        line = self._say(server, "RCPT", address)
        if line:
            return line
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        got = Got(envelope.rcpt_tos[0], mail["Message-ID"], mail["Date"], mail, envelope.content)
        with self.lock:
            self.tried.append(got)
        line = self._say(server, "DATA", got)
        if line and not line.startswith("250"):
            return line
        with self.lock:
            self.got.append(got)
        return line or "250 2.0.0 OK queued as 4711"


class Raw:
    """A server that gives each connection to `talk(link, server)` in a thread, within TLS where there is a context.

    `heard`: all that was read through `read`.
    """

    def __init__(self, talk, context=None):
        self.talk = talk
        self.context = context
        self.heard = bytearray()
        self.count = 0
        self.over = threading.Event()

    def __enter__(self):
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def _serve(self):
        while True:
            try:
                link, _ = self.door.accept()
            except OSError:
                return
            self.count += 1
            threading.Thread(target=self._talk, args=(link,), daemon=True).start()

    def _talk(self, link):
        with contextlib.suppress(OSError), link:
            if not self.context:
                self.talk(link, self)
                return
            with self.context.wrap_socket(link, server_side=True) as secured:
                self.talk(secured, self)

    def __exit__(self, *_):
        self.over.set()
        # Closing alone does not end an accept that waits.
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()

    def read(self, link):
        """Return the next bytes of a client, and keep them."""
        octets = link.recv(65536)
        self.heard += octets
        return octets


def silent(link, server):
    server.over.wait(60)


def drip(line):
    """Return a talk that says a line a byte a second, over and over."""

    def talk(link, server):
        while not server.over.is_set():
            for byte in line:
                link.sendall(bytes([byte]))
                if server.over.wait(1.0):
                    return

    return talk


def settings(port, mode="tls", auth=False, **more):
    """Return the settings of an account on such a server."""
    held = {"smtp.host": "localhost", "smtp.port": str(port), "smtp.security": mode, "smtp.from": USER}
    if auth:
        held["smtp.user"] = USER
    return {**held, **more}


def contact(slug="ibu", **fields):
    """Return the settings of a contact."""
    given = {"name": "Ibu", "email": f"{slug}@example.org", **fields}
    return {f"contact.{slug}.{name}": value for name, value in given.items()}


def env(home, authority, held, **variables):
    """Return surroundings with these settings in `home`, which trust the authority."""
    environ = {"SAFETRAVEL_HOME": str(home), "SAFETRAVEL_ONLY_RESERVED": "1", "SAFETRAVEL_SMTP_PASSWORD": SECRET, **variables}
    os.environ["SSL_CERT_FILE"] = authority.file
    made = Env(environ=environ)
    state.write(made, held)
    return made


def store(folder, recipients, text="SOS\n", **facts):
    """Store an alert; return its id and code."""
    from safetravel_cli.sos import body, outbox

    held = {**FACTS, **facts, "text": text}
    stamp = "2026-11-25T03:00:00Z"
    options = {"deliveries": recipients, "exercise": bool(facts.get("drill"))}
    found, _ = outbox.use(
        str(folder), lambda box: box.add_alert(stamp, "UTC", "", lambda code: (body.dump(held), text.encode()), **options)
    )
    return found


def add_photo(folder, alert, path):
    """Add a photo to an alert."""
    from safetravel_cli.sos import media, outbox

    kept = {**media.keep(str(folder), path), "name": os.path.basename(path)}
    outbox.use(str(folder), lambda box: box.add_media(alert, "photo", 30, kept))
    return kept
