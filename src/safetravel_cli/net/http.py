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
    from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence

USER_AGENT = f"safetravel-cli/{__version__} (offline travel companion; exchange rates, travel advice, disasters, places)"
# Seconds for a connection, and for the gap between two pieces of an answer.
CONNECT, GAP = 8.0, 10.0
REDIRECTS = 5
LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Endings under which strangers register names, among those that the feeds live under.
SHARED_ENDINGS = ("gov.uk", "co.uk", "pages.dev", "github.io")

# `etag` and `last_modified` are what the last accepted answer of this address came with; blank: ask unconditionally.
# `seconds` bounds this one request, 0: the deadline of all alone. `method` HEAD asks for news and takes no body.
# `patience`: seconds that it may be silent, for a server that works before it speaks; 0: GAP.
Request = namedtuple("Request", "url limit etag last_modified seconds method patience", defaults=("", "", 0.0, "GET", 0.0))
# `status` is 200 or 304 (not modified: the body is empty); `date` is the clock of the server, seconds UTC, 0 where it said none;
# `size` is in bytes as they travelled, compressed; of a HEAD what it promises, 0 where it promises nothing.
Response = namedtuple("Response", "status body etag last_modified date size", defaults=(0,))


class Meter:
    """Count requests, and the bytes of answers as they travel, compressed, over all fetches that share it.

    `budget`: bytes that may be fetched, 0 without limit. `tell`: called whenever something arrived.
    """

    def __init__(self, budget: int = 0, tell: "Callable[[], None] | None" = None) -> None:
        self.budget = budget
        self.received = 0
        self.requests = 0
        self.tell = tell or (lambda: None)

    def would_burst(self, size: int) -> bool:
        """Tell whether so many bytes more are more than may be fetched."""
        return bool(self.budget) and self.received + size > self.budget

    def add(self, size: int) -> None:
        """Count bytes that arrived."""
        self.received += size
        self.tell()


def fetch(request: Request, environ: "Mapping[str, str]", deadline: float, meter: "Meter | None" = None) -> Response:
    """Fetch one address within `deadline` seconds.

    Raises:
        NetworkNeeded: it did not come through, and why.
    """
    result = fetch_all([request], environ, deadline, meter=meter)[0]
    if isinstance(result, errors.NetworkNeeded):
        raise result
    return result


def fetch_all(
    requests: "Sequence[Request]",
    environ: "Mapping[str, str]",
    deadline: float,
    at_once: int = 6,
    meter: "Meter | None" = None,
) -> "list[Response | errors.NetworkNeeded]":
    """Fetch addresses, at most `at_once` side by side and all within `deadline` seconds; a failure stands in its place."""
    found = dict(fetch_each(requests, environ, deadline, at_once, meter))
    return [found[place] for place in range(len(requests))]


def fetch_each(
    requests: "Sequence[Request]",
    environ: "Mapping[str, str]",
    deadline: float,
    at_once: int = 6,
    meter: "Meter | None" = None,
) -> "Iterator[tuple[int, Response | errors.NetworkNeeded]]":
    """Fetch as `fetch_all` does; give each answer, with the place of its request, as soon as it is there."""
    if environ.get("SAFETRAVEL_OFFLINE") not in (None, "", "0"):
        yield from ((place, errors.NetworkNeeded("sync.net_offline")) for place in range(len(requests)))
        return
    loop = asyncio.new_event_loop()
    answers = _each(requests, environ, deadline, at_once, meter or Meter())
    try:
        while True:
            step = loop.create_task(anext(answers, None))
            try:
                found = loop.run_until_complete(step)
            finally:
                if not step.done():
                    # Interrupted by the person: let go of the sockets before the exception goes on.
                    step.cancel()
                    loop.run_until_complete(asyncio.gather(step, return_exceptions=True))
            if found is None:
                return
            yield found
    finally:
        loop.run_until_complete(answers.aclose())
        # What was left half-read is let go of while there is still a loop to do it in.
        loop.run_until_complete(loop.shutdown_asyncgens())
        # Not asyncio.run: it would wait for a name look-up that hangs.
        loop.close()


async def _each(
    requests: "Sequence[Request]", environ: "Mapping[str, str]", deadline: float, at_once: int, meter: Meter
) -> "AsyncGenerator[tuple[int, Response | errors.NetworkNeeded], None]":
    ends = asyncio.get_running_loop().time() + deadline
    try:
        client = make_client(environ)
    except (OSError, ValueError, ImportError):
        for place in range(len(requests)):
            yield place, errors.NetworkNeeded("sync.net_settings")
        return
    gate = asyncio.Semaphore(at_once)

    async def one(request: Request) -> Response:
        async with gate, asyncio.timeout(request.seconds or None):
            return await _follow(client, request, meter)

    async with client:
        places = {asyncio.create_task(one(request)): place for place, request in enumerate(requests)}
        waiting = set(places)
        try:
            while waiting:
                left = max(ends - asyncio.get_running_loop().time(), 0.0)
                done, waiting = await asyncio.wait(waiting, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                if not done:
                    break
                for task in done:
                    result = (await asyncio.gather(task, return_exceptions=True))[0]
                    given = asyncio.get_running_loop().time()
                    yield places[task], _outcome(result, requests[places[task]])
                    # What is done with an answer in between is not the fault of those that are still on their way.
                    ends += asyncio.get_running_loop().time() - given
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*places, return_exceptions=True)
        for task in waiting:
            yield places[task], _outcome(asyncio.CancelledError(), requests[places[task]])


def make_client(environ: "Mapping[str, str]", agent: str = USER_AGENT) -> httpx.AsyncClient:
    """Return a client that goes by the proxies and the authorities of the environment.

    Raises:
        OSError, ValueError, ImportError: they cannot be used.
    """
    context = _certificates(environ)
    try:
        mounts = _secure_proxies(context)
        # A test or a mirror on this machine is never behind a proxy.
        mounts |= {f"all://{'[::1]' if ':' in host else host}": None for host in LOOPBACK}
        return httpx.AsyncClient(
            headers={"User-Agent": agent},
            timeout=httpx.Timeout(GAP, connect=CONNECT),
            verify=context,
            mounts=mounts,
        )
    except httpx.InvalidURL:
        # Not chained: it may hold the password of the proxy.
        raise ValueError("proxy") from None


def _secure_proxies(context: ssl.SSLContext) -> "dict[str, httpx.AsyncBaseTransport | None]":
    """Return the proxies that are themselves asked over TLS, which httpx would verify by its own authorities alone.

    Raises:
        ValueError, httpx.InvalidURL: the address of a proxy is none.
    """
    from urllib.request import getproxies

    found: dict[str, httpx.AsyncBaseTransport | None] = {}
    given = getproxies()
    for scheme in ("https", "all"):
        address = given.get(scheme) or ""
        url = httpx.URL(address if "://" in address else "http://" + address) if address else None
        if url is None:
            continue
        if not url.host or not 0 < (url.port or 80) < 65536:
            raise ValueError("proxy")
        if url.scheme == "https" and "*" not in given.get("no", "").replace(" ", "").split(","):
            proxy = httpx.Proxy(url, ssl_context=context)
            found[scheme + "://"] = httpx.AsyncHTTPTransport(verify=context, proxy=proxy)
    return found


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


async def _follow(client: httpx.AsyncClient, request: Request, meter: Meter) -> Response:
    url = httpx.URL(request.url)
    for _ in range(REDIRECTS + 1):
        reply = await _get(client, url, request, meter)
        if isinstance(reply, Response):
            return reply
        check_redirect(url, reply)
        url = reply
    raise errors.NetworkNeeded("sync.net_redirect", host=url.host)


async def _get(client: httpx.AsyncClient, url: httpx.URL, request: Request, meter: Meter) -> "Response | httpx.URL":
    """Return the answer, or the address that it points to."""
    headers = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    headers = {name: value for name, value in headers.items() if value}
    timeout = httpx.Timeout(request.patience or GAP, connect=CONNECT)
    meter.requests += 1
    async with client.stream(request.method, url, headers=headers, timeout=timeout) as reply:
        if reply.has_redirect_location:
            return url.join(reply.headers["location"])
        known = reply.headers
        if reply.status_code == 304 and headers:
            return Response(304, b"", request.etag, request.last_modified, _date(known.get("date", "")))
        if reply.status_code == 511:
            raise errors.NetworkNeeded("sync.net_portal", host=url.host)
        if reply.status_code != 200:
            wait = known.get("retry-after", "")
            seconds = int(wait) if wait.isdecimal() and len(wait) < 7 else 0
            raise errors.NetworkNeeded("sync.net_status", host=url.host, status=reply.status_code, retry_after=seconds)
        body = b"" if request.method == "HEAD" else await _body(reply, request.limit, meter)
        if is_page(known.get("content-type", ""), body):
            raise errors.NetworkNeeded("sync.net_portal", host=url.host)
        size = reply.num_bytes_downloaded if body else _promised(reply)
        return Response(200, body, known.get("etag", ""), known.get("last-modified", ""), _date(known.get("date", "")), size)


def _promised(reply: httpx.Response) -> int:
    promised = reply.headers.get("content-length", "")
    return int(promised) if promised.isdecimal() and len(promised) < 16 else 0


async def _body(reply: httpx.Response, limit: int, meter: Meter) -> bytes:
    promised = _promised(reply)
    if promised > limit:
        raise errors.NetworkNeeded("sync.net_too_big", host=reply.url.host)
    held = bytearray()
    counted = 0
    if meter.would_burst(promised):
        raise errors.NetworkNeeded("sync.net_over_budget", host=reply.url.host)
    async for piece in reply.aiter_bytes():
        held += piece
        meter.add(reply.num_bytes_downloaded - counted)
        counted = reply.num_bytes_downloaded
        if len(held) > limit:
            raise errors.NetworkNeeded("sync.net_too_big", host=reply.url.host)
        if meter.would_burst(max(promised - counted, 0)):
            raise errors.NetworkNeeded("sync.net_over_budget", host=reply.url.host)
    return bytes(held)


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
    if isinstance(result, (asyncio.CancelledError, TimeoutError, httpx.TimeoutException)):
        return errors.NetworkNeeded("sync.net_timeout", host=host)
    if isinstance(result, httpx.ProxyError):
        return errors.NetworkNeeded("sync.net_proxy_login" if is_login(result) else "sync.net_proxy", host=host)
    if isinstance(result, httpx.ConnectError):
        return errors.NetworkNeeded("sync.net_untrusted" if _is_tls(result) else "sync.net_unreachable", host=host)
    if isinstance(result, (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError)):
        return errors.NetworkNeeded("sync.net_broken", host=host)
    raise result


def is_login(error: httpx.ProxyError) -> bool:
    """Tell whether a proxy asks for a user and a password, or does not take those that it was given."""
    return str(error).startswith("407")


def _is_tls(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return "CERTIFICATE" in str(error).upper()
