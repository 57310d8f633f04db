"""Posting over HTTP, for the channels of an alert: one request, no redirect, verified TLS, over by its deadline.

What a failure means is told by what was on the wire by then: `begun` is true once the request may have been taken.
No error holds the address: that of a bot has its token in it. httpx logs addresses, and is silenced.
"""

import asyncio
import logging
import socket
import ssl
import time
from collections import namedtuple

import httpx

from safetravel_cli import __version__
from safetravel_cli.net import http

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

AGENT = f"safetravel-cli/{__version__} (alert)"
LIMIT = 65_536
# How long a server may say nothing.
QUIET = 30.0
# OpenSSL: the certificate is not valid yet, or not any more; it is for another name or address.
DATES, NAMES = (9, 10), (62, 64)
# The first thing of the request itself, after connection, proxy and TLS.
BEGINS = ("http11.send_request_headers.started", "http2.send_request_headers.started")

Reply = namedtuple("Reply", "status body page")

for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


class Failed(Exception):
    """Say by a word why there is no answer, and whether the request may have been taken all the same."""

    def __init__(self, word: str, begun: bool = False) -> None:
        super().__init__(word)
        self.word = word
        self.begun = begun


def post(url: str, environ: "Mapping[str, str]", deadline: float, method: str = "POST", **request: "Any") -> Reply:
    """Send one request and return status, body and whether a web page came back; `deadline` is one of time.monotonic().

    `request`: what httpx takes: content, json, data, files, headers.

    Raises:
        Failed: no answer.
    """
    if not http.is_allowed(url):
        raise Failed("not_answer")
    begun: list[bool] = []
    loop = asyncio.new_event_loop()
    try:
        work = loop.create_task(_post(method, url, environ, begun, {**request, "timeout": _timeout(deadline - time.monotonic())}))
        try:
            loop.run_until_complete(asyncio.wait([work], timeout=max(deadline - time.monotonic(), 0.0)))
            if not work.done():
                raise Failed("timeout", bool(begun))
            return work.result()
        finally:
            if not work.done():
                work.cancel()
            loop.run_until_complete(asyncio.gather(work, return_exceptions=True))
            loop.run_until_complete(loop.shutdown_asyncgens())
            # A socket is let go of in the round after its end was asked for.
            loop.run_until_complete(asyncio.sleep(0))
            loop.run_until_complete(asyncio.sleep(0))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
        # Not chained: such an error holds the address.
        raise Failed(_word(error), bool(begun)) from None
    finally:
        loop.close()


def _timeout(left: float) -> httpx.Timeout:
    """Return limits for each step that end before the whole does: a handshake that is cancelled would leave its socket open."""
    left = max(left, 0.1) * 0.9
    return httpx.Timeout(min(QUIET, left), connect=min(http.CONNECT, left / 2))


async def _post(method: str, url: str, environ: "Mapping[str, str]", begun: "list[bool]", request: "dict[str, Any]") -> Reply:
    async def trace(name: str, info: "dict[str, Any]") -> None:
        if name in BEGINS and info["request"].method != b"CONNECT":
            begun.append(True)

    try:
        client = http.make_client(environ, AGENT)
    except (OSError, ValueError, ImportError):
        raise Failed("web_settings") from None
    async with client, client.stream(method, url, extensions={"trace": trace}, **request) as reply:
        held = bytearray()
        async for piece in reply.aiter_bytes():
            held += piece
            if len(held) > LIMIT:
                break
        body = bytes(held[:LIMIT])
        return Reply(reply.status_code, body, http.is_page(reply.headers.get("content-type", ""), body))


def _chain(error: BaseException) -> "Iterator[BaseException]":
    """Return an error and all that it came from."""
    todo: list[BaseException] = [error]
    seen: set[int] = set()
    while todo:
        one = todo.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        todo += [other for other in (one.__cause__, one.__context__, *getattr(one, "exceptions", ())) if other]


def _word(error: BaseException) -> str:
    chain = list(_chain(error))
    if isinstance(error, httpx.ProxyError):
        return "proxy_login" if http.is_login(error) else "proxy"
    for one in chain:
        if isinstance(one, ssl.SSLCertVerificationError):
            code = one.verify_code
            return "tls_date" if code in DATES else "tls_name" if code in NAMES else "tls_certificate"
    # A handshake that waits has an SSLError among its causes.
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    for kind, word in (
        ((ssl.SSLEOFError, ssl.SSLZeroReturnError), "dropped"),
        (ssl.SSLError, "tls"),
        (socket.gaierror, "no_name"),
        (TimeoutError, "timeout"),
        (ConnectionRefusedError, "refused_connection"),
        (ConnectionError, "dropped"),
    ):
        if any(isinstance(one, kind) for one in chain):
            return word
    if isinstance(error, httpx.ConnectError):
        return "unreachable"
    return "dropped" if isinstance(error, httpx.TransportError) else "not_answer"
