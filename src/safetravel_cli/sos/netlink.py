"""What the kernel says when a connection comes up, as a file descriptor to wait on (Linux); elsewhere a look at the routes.

Nothing is sent: no packet leaves the machine to find out whether it is connected.
"""

import socket
import struct
import sys

# linux/rtnetlink.h: groups, kinds of message; linux/if.h: flags.
GROUPS = 0x1 | 0x10 | 0x40 | 0x100 | 0x400  # link, IPv4 address and route, IPv6 address and route
NEW_LINK, NEW_ADDRESS, NEW_ROUTE = 16, 20, 24
RUNNING = 0x40
HEADER = struct.Struct("=IHHII")
LINK = struct.Struct("=BxHiII")
AT_ONCE = 64
# Addresses for documentation (RFC 5737, RFC 3849). Connecting a datagram socket only asks the routing table.
NOWHERE = ((socket.AF_INET, ("192.0.2.1", 9)), (socket.AF_INET6, ("2001:db8::1", 9)))


class Links:
    """Listen to the kernel. `file` is to be waited on; `news()` tells whether something came up.

    Where the kernel does not tell (other systems, Android), `file` is None and `news()` compares the routes with those
    of the last call.
    """

    __slots__ = ("file", "routes", "up")

    def __init__(self) -> None:
        self.up: dict[int, bool] = {}
        self.file = _listen()
        self.routes: tuple[str, ...] = _routes() if self.file is None else ()

    def news(self) -> bool:
        """Tell whether a link, an address or a route has come up since the last call; never waits."""
        if self.file is None:
            before, self.routes = self.routes, _routes()
            return self.routes != before and any(self.routes)
        found = False
        # A flood of messages is read in one go, and no longer than that.
        for _ in range(AT_ONCE):
            try:
                octets = self.file.recv(65536)
            except BlockingIOError:
                break
            except OSError:
                # Messages were lost (ENOBUFS): something has happened.
                found = True
                continue
            if not octets:
                break
            found = self.read(octets) or found
        return found

    def read(self, octets: bytes) -> bool:
        """Tell whether a datagram of the kernel says that something came up."""
        at, found = 0, False
        while at + HEADER.size <= len(octets):
            size, kind, _, _, _ = HEADER.unpack_from(octets, at)
            if size < HEADER.size:
                break
            if kind == NEW_LINK and at + HEADER.size + LINK.size <= len(octets):
                found = self._link(*LINK.unpack_from(octets, at + HEADER.size)) or found
            elif kind in (NEW_ADDRESS, NEW_ROUTE):
                found = True
            at += (size + 3) & ~3
        return found

    def _link(self, family: int, kind: int, index: int, flags: int, change: int) -> bool:
        """Note the state of a link; a wireless one is reported many times while it stays up."""
        running = bool(flags & RUNNING)
        before, self.up[index] = self.up.get(index), running
        return running and not before

    def close(self) -> None:
        """Let go of the socket."""
        if self.file is not None:
            self.file.close()


def _listen() -> "socket.socket | None":
    if not sys.platform.startswith("linux"):
        return None
    try:
        listener = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
        listener.setblocking(False)
        listener.bind((0, GROUPS))
    except OSError:
        # Android lets no program listen.
        return None
    return listener


def _routes() -> "tuple[str, ...]":
    """Return the own address that would be used towards the world, for IPv4 and IPv6; "" where there is no way."""
    found = []
    for family, address in NOWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect(address)
                found.append(str(probe.getsockname()[0]))
        except OSError:
            found.append("")
    return tuple(found)
