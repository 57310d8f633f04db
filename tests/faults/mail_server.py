"""A mail server with TLS in a process of its own: `python mail_server.py CERTIFICATE HOST PORT [MODE]`.

Each event is a line of JSON on standard output, with `at` (seconds of the steady clock, one for all processes); each line
on standard input is a new mode. MODE is one of:

accept         take every mail
answer TEXT    answer the recipient with TEXT ("451 4.7.1 later", "550 5.1.1 no such user")
drop           take the mail, then break the connection without an answer
hold           take the mail, say so, and answer 250 after the line "go" came in
portal         not a mail server at all: answer with a login page, without TLS
page           the same behind TLS with this certificate
"""

import asyncio
import json
import ssl
import sys
import time
from email import message_from_bytes

from aiosmtpd.smtp import SMTP, AuthResult

LOGIN = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>Please log in to use this network</html>\r\n"
)


def say(event, **values):
    print(json.dumps({"event": event, "at": time.monotonic(), **values}), flush=True)


class Server:
    def __init__(self, mode):
        self.mode = mode
        self.go = asyncio.Event()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode.startswith("answer "):
            answer = self.mode.removeprefix("answer ")
            say("answered", rcpt=address, answer=answer)
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mode = self.mode
        mail = message_from_bytes(envelope.content)
        kinds = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
        say(
            "mail",
            mode=mode,
            rcpt=envelope.rcpt_tos,
            message_id=mail["Message-ID"],
            date=mail["Date"],
            subject=mail["Subject"],
            kinds=kinds,
            tls=session.ssl is not None or bool(server.transport.get_extra_info("sslcontext")),
            peer=list(server.transport.get_extra_info("peername")[:2]),
            body=envelope.content.decode("utf-8", "replace"),
        )
        if mode == "drop":
            server.transport.abort()
            return "250 never read"
        if mode == "hold":
            await self.go.wait()
            self.go.clear()
        return "250 2.0.0 taken"


async def serve_page(reader, writer):
    await reader.read(4096) if reader else None
    writer.write(LOGIN)
    await writer.drain()
    writer.close()
    say("page")


async def main(certificate, host, port, mode):
    loop = asyncio.get_running_loop()
    state = Server(mode)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def mail():
        def take(*_):
            return AuthResult(success=True)

        return SMTP(state, hostname="mail.example.org", authenticator=take, auth_require_tls=False, data_size_limit=20_000_000)

    if mode in ("portal", "page"):
        server = await asyncio.start_server(serve_page, host, port, ssl=context if mode == "page" else None)
    else:
        server = await loop.create_server(mail, host, port, ssl=context)
    say("ready", port=server.sockets[0].getsockname()[1])
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        if line.strip() == "go":
            state.go.set()
        else:
            state.mode = line.strip()
            say("mode", mode=state.mode)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), " ".join(sys.argv[4:]) or "accept"))
