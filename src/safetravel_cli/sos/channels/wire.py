"""Sockets whose every step ends by one deadline: a server that sends a byte a second resets no timer here."""

import socket
import ssl
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# A server that says nothing for so long is given up, whatever is left of the deadline.
QUIET_SECONDS = 30.0
# One address of several that does not answer: the next one is tried.
ADDRESS_SECONDS = 10.0


class Limit:
    """Hold the deadline that the sockets of a connection share (time.monotonic()), and how long one step may be quiet."""

    __slots__ = ("at", "quiet")

    def __init__(self, at: float) -> None:
        self.at = at
        self.quiet = QUIET_SECONDS

    def left(self) -> float:
        """Return the seconds that the next step may take.

        Raises:
            TimeoutError: none are left.
        """
        seconds = self.at - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("the time for this is over")
        return min(seconds, self.quiet)


def plain(limit: Limit) -> "type[socket.socket]":
    """Return a class of sockets under this limit."""

    class Plain(socket.socket):
        def recv_into(self, *args: "Any", **options: "Any") -> int:
            self.settimeout(limit.left())
            return super().recv_into(*args, **options)

        def sendall(self, *args: "Any", **options: "Any") -> None:
            # Only commands go this way, before TLS; the time-out of sendall is for all of it.
            self.settimeout(limit.left())
            super().sendall(*args, **options)

    return Plain


def secure(limit: Limit) -> "type[ssl.SSLSocket]":
    """Return a class of TLS sockets under this limit."""

    class Secure(ssl.SSLSocket):
        def do_handshake(self, *args: "Any", **options: "Any") -> None:
            self.settimeout(limit.left())
            super().do_handshake(*args, **options)

        def recv_into(self, *args: "Any", **options: "Any") -> int:
            self.settimeout(limit.left())
            return super().recv_into(*args, **options)

        def send(self, *args: "Any", **options: "Any") -> int:
            self.settimeout(limit.left())
            return super().send(*args, **options)

    return Secure


def context(limit: Limit) -> ssl.SSLContext:
    """Return a context that verifies certificate and name against the authorities of the system (or of SSL_CERT_FILE)."""
    found = ssl.get_default_verify_paths()
    tls = ssl.create_default_context()
    if not found.cafile and not found.capath and not tls.cert_store_stats()["x509_ca"]:
        try:
            # A Python that came without authorities (some installers of macOS).
            import certifi

            tls.load_verify_locations(certifi.where())
        except (ImportError, OSError):
            pass
    tls.sslsocket_class = secure(limit)
    return tls


def connect(host: str, port: int, limit: Limit) -> socket.socket:
    """Return a connection to the first address that answers.

    Raises:
        OSError: none did.
    """
    found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    failure: OSError = OSError("no address")
    for number, (family, kind, protocol, _, address) in enumerate(found, 1):
        # Checked for each: the look-up of the name cannot be cut short, and may have taken all the time there was.
        seconds = limit.left() if number == len(found) else min(limit.left(), ADDRESS_SECONDS)
        link: socket.socket | None = None
        try:
            # A family that this machine does not have fails here already.
            link = plain(limit)(family, kind, protocol)
            link.settimeout(seconds)
            link.connect(address)
            return link
        except OSError as error:
            failure = error
            if link:
                link.close()
    raise failure
