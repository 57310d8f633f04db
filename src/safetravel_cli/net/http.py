"""Fetching over HTTP: the one module that imports httpx.

A fetch ends within its deadline, takes no more than its limit of bytes, asks only what it must (conditional requests),
and believes only verified TLS: a login page of a network is told apart from an answer. What went wrong is
a `NetworkNeeded` whose key begins with `sync.net_`.
"""

import asyncio
import ssl
from collections import namedtuple

import httpx

from safetravel_cli import __version__, errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

USER_AGENT = f"safetravel-cli/{__version__} (offline travel companion; exchange rates and travel advice)"
# Seconds for a connection, and for the gap between two pieces of an answer.
CONNECT, GAP = 8.0, 10.0
REDIRECTS = 5
LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Endings under which strangers register names, among those that the feeds live under.
SHARED_ENDINGS = ("gov.uk", "co.uk", "pages.dev", "github.io")

# `etag` and `last_modified` are what the last accepted answer of this address came with; blank: ask unconditionally.
Request = namedtuple("Request", "url limit etag last_modified", defaults=("", ""))
# `status` is 200 or 304 (not modified: the body is empty); `date` is the clock of the server, seconds UTC, 0 where it said none.
Response = namedtuple("Response", "status body etag last_modified date")


def fetch(request: Request, environ: "Mapping[str, str]", deadline: float) -> Response:
    """Fetch one address within `deadline` seconds.

    Raises:
        NetworkNeeded: it did not come through, and why.
    """
    result = fetch_all([request], environ, deadline)[0]
    if isinstance(result, errors.NetworkNeeded):
        raise result
    return result


def fetch_all(
    requests: "Sequence[Request]", environ: "Mapping[str, str]", deadline: float, at_once: int = 6
) -> "list[Response | errors.NetworkNeeded]":
    """Fetch addresses, at most `at_once` side by side and all within `deadline` seconds; a failure stands in its place."""
    if environ.get("SAFETRAVEL_OFFLINE") not in (None, "", "0"):
        return [errors.NetworkNeeded("sync.net_offline") for _ in requests]
    loop = asyncio.new_event_loop()
    work = loop.create_task(_all(requests, environ, deadline, at_once))
    try:
        return loop.run_until_complete(work)
    finally:
        if not work.done():
            # Interrupted by the person: let go of the sockets before the exception goes on.
            work.cancel()
            loop.run_until_complete(asyncio.gather(work, return_exceptions=True))
        # What was left half-read is let go of while there is still a loop to do it in.
        loop.run_until_complete(loop.shutdown_asyncgens())
        # Not asyncio.run: it would wait for a name look-up that hangs.
        loop.close()


async def _all(
    requests: "Sequence[Request]", environ: "Mapping[str, str]", deadline: float, at_once: int
) -> "list[Response | errors.NetworkNeeded]":
    try:
        client = make_client(environ)
    except (OSError, ValueError, ImportError):
        return [errors.NetworkNeeded("sync.net_settings") for _ in requests]
    gate = asyncio.Semaphore(at_once)

    async def one(request: Request) -> Response:
        async with gate:
            return await _follow(client, request)

    async with client:
        tasks = [asyncio.create_task(one(request)) for request in requests]
        try:
            if tasks:
                await asyncio.wait(tasks, timeout=max(deadline, 0.0))
        finally:
            for task in tasks:
                task.cancel()
            found = await asyncio.gather(*tasks, return_exceptions=True)
    return [_outcome(result, request) for result, request in zip(found, requests, strict=True)]


def make_client(environ: "Mapping[str, str]", agent: str = USER_AGENT) -> httpx.AsyncClient:
    """Return a client that goes by the proxies and the authorities of the environment.

    Raises:
        OSError, ValueError, ImportError: they cannot be used.
    """
    # A test or a mirror on this machine is never behind a proxy.
    direct: dict[str, httpx.AsyncBaseTransport | None] = {f"all://{'[::1]' if ':' in host else host}": None for host in LOOPBACK}
    return httpx.AsyncClient(
        headers={"User-Agent": agent},
        timeout=httpx.Timeout(GAP, connect=CONNECT),
        verify=_certificates(environ),
        mounts=direct,
    )


def _certificates(environ: "Mapping[str, str]") -> ssl.SSLContext:
    """Return a context that trusts what SSL_CERT_FILE or SSL_CERT_DIR name, else the system and the usual authorities."""
    file, folder = environ.get("SSL_CERT_FILE") or None, environ.get("SSL_CERT_DIR") or None
    if file or folder:
        return ssl.create_default_context(cafile=file, capath=folder)
    import certifi

    context = ssl.create_default_context()
    # A bare container or an old phone has no store of its own.
    context.load_verify_locations(certifi.where())
    return context


async def _follow(client: httpx.AsyncClient, request: Request) -> Response:
    url = httpx.URL(request.url)
    for _ in range(REDIRECTS + 1):
        reply = await _get(client, url, request)
        if isinstance(reply, Response):
            return reply
        check_redirect(url, reply)
        url = reply
    raise errors.NetworkNeeded("sync.net_redirect", host=url.host)


async def _get(client: httpx.AsyncClient, url: httpx.URL, request: Request) -> "Response | httpx.URL":
    """Return the answer, or the address that it points to."""
    headers = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    headers = {name: value for name, value in headers.items() if value}
    async with client.stream("GET", url, headers=headers) as reply:
        if reply.has_redirect_location:
            return url.join(reply.headers["location"])
        if reply.status_code == 304 and headers:
            return Response(304, b"", request.etag, request.last_modified, _date(reply.headers.get("date", "")))
        if reply.status_code == 511:
            raise errors.NetworkNeeded("sync.net_portal", host=url.host)
        if reply.status_code != 200:
            raise errors.NetworkNeeded("sync.net_status", host=url.host, status=reply.status_code)
        body = await _body(reply, request.limit)
        if is_page(reply.headers.get("content-type", ""), body):
            raise errors.NetworkNeeded("sync.net_portal", host=url.host)
        known = reply.headers
        return Response(200, body, known.get("etag", ""), known.get("last-modified", ""), _date(known.get("date", "")))


async def _body(reply: httpx.Response, limit: int) -> bytes:
    promised = reply.headers.get("content-length", "")
    held = bytearray()
    if not (promised.isdigit() and int(promised) > limit):
        async for piece in reply.aiter_bytes():
            held += piece
            if len(held) > limit:
                break
        else:
            return bytes(held)
    raise errors.NetworkNeeded("sync.net_too_big", host=reply.url.host)


def is_page(content_type: str, body: bytes) -> bool:
    """Tell whether an answer is a web page, where none of our sources ever sends one: a network that asks for a login."""
    start = body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" in content_type.lower() or start.startswith((b"<!doctype html", b"<html"))


def check_redirect(old: httpx.URL, new: httpx.URL) -> None:
    """Let a redirect pass that stays with its publisher and does not give up encryption.

    Raises:
        NetworkNeeded: it leads elsewhere, as the login of a network does.
    """
    if not is_allowed(str(new)) or publisher(new.host) != publisher(old.host):
        raise errors.NetworkNeeded("sync.net_portal", host=old.host)


def publisher(host: str) -> str:
    """Return the part of a host name that its owner registered: the last two labels, or three under a shared ending."""
    if host in LOOPBACK:
        return host
    labels = host.lower().rstrip(".").split(".")
    return ".".join(labels[-3 if ".".join(labels[-2:]) in SHARED_ENDINGS else -2 :])


def is_allowed(url: str) -> bool:
    """Tell whether an address may be asked at all: https, or http on this machine."""
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL:
        return False
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.host in LOOPBACK)
    return bool(parts.host) and secure and not parts.userinfo


def _date(text: str) -> float:
    from email.utils import parsedate_to_datetime

    try:
        return max(parsedate_to_datetime(text).timestamp(), 0.0)
    except (TypeError, ValueError, OverflowError, OSError):
        return 0.0


def _outcome(result: "Response | BaseException", request: Request) -> "Response | errors.NetworkNeeded":
    if isinstance(result, (Response, errors.NetworkNeeded)):
        return result
    host = httpx.URL(request.url).host
    if isinstance(result, (asyncio.CancelledError, httpx.TimeoutException)):
        return errors.NetworkNeeded("sync.net_timeout", host=host)
    if isinstance(result, (httpx.ConnectError, httpx.ProxyError)):
        return errors.NetworkNeeded("sync.net_untrusted" if _is_tls(result) else "sync.net_unreachable", host=host)
    if isinstance(result, (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError)):
        return errors.NetworkNeeded("sync.net_broken", host=host)
    raise result


def _is_tls(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return "CERTIFICATE" in str(error).upper()
