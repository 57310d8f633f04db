"""As much of D-Bus as asking a service on the system bus needs: calls, replies and signals over a Unix socket.

A client of GeoClue lives as long as its connection, so programs that make one call each (gdbus, busctl) cannot be one.
Form of messages: D-Bus Specification 0.43, "Message Protocol" and "Authentication Protocol" (EXTERNAL).
"""

import os
import socket
import struct
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

CALL, REPLY, ERROR, SIGNAL = 1, 2, 3, 4
PATH, INTERFACE, MEMBER, ERROR_NAME, REPLY_SERIAL, DESTINATION, SIGNATURE = 1, 2, 3, 4, 5, 6, 8
FORMATS = {"y": "B", "n": "h", "q": "H", "i": "i", "u": "I", "b": "I", "x": "q", "t": "Q", "d": "d", "h": "I"}
ALIGN = {"y": 1, "n": 2, "q": 2, "x": 8, "t": 8, "d": 8, "g": 1, "v": 1, "(": 8, "{": 8}
LIMIT = 1 << 20
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class BusError(Exception):
    """Carry the name of an error that came in the place of a reply."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Bus:
    """Hold one connection. Every wait ends at `deadline` (time.monotonic()) with TimeoutError."""

    def __init__(self, address: str, deadline: float) -> None:
        """Connect and introduce ourselves.

        Raises:
            OSError: nobody listens there.
            BusError: the bus does not let us in.
        """
        self._deadline = deadline
        self._held = b""
        self._serial = 0
        self._signals: list[tuple[dict[int, Any], list[Any]]] = []
        self._link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._connect(address)
            self._authenticate()
            self.call(*BUS, "Hello")
        except BaseException:
            self._link.close()
            raise

    def __enter__(self) -> "Bus":
        return self

    def __exit__(self, *_: object) -> None:
        self._link.close()

    def _connect(self, address: str) -> None:
        problem: OSError = FileNotFoundError(address)
        for one in address.split(";"):
            kind, _, rest = one.partition(":")
            options = dict(part.partition("=")[::2] for part in rest.split(","))
            path = _unescape(options.get("path", "")) or "\0" + _unescape(options.get("abstract", ""))
            if kind != "unix" or path == "\0":
                continue
            try:
                self._link.settimeout(self._left())
                self._link.connect(path)
                return
            except OSError as error:
                problem = error
        raise problem

    def _authenticate(self) -> None:
        self._link.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        while b"\r\n" not in self._held:
            self._receive()
        line, _, self._held = self._held.partition(b"\r\n")
        if not line.startswith(b"OK"):
            raise BusError("AccessDenied")
        self._link.sendall(b"BEGIN\r\n")

    def call(self, destination: str, path: str, interface: str, member: str, signature: str = "", *values: "Any") -> "list[Any]":
        """Call a method and return the values of its reply; a variant is given as (signature, value).

        Raises:
            BusError: an error came back.
            TimeoutError, OSError: no reply came.
        """
        self._serial += 1
        serial = self._serial
        fields = [(PATH, "o", path), (INTERFACE, "s", interface), (MEMBER, "s", member), (DESTINATION, "s", destination)]
        fields += [(SIGNATURE, "g", signature)] if signature else []
        self._link.settimeout(self._left())
        self._link.sendall(message(CALL, serial, fields, signature, values))
        while True:
            kind, head, body = self._message()
            if kind == SIGNAL:
                self._signals.append((head, body))
            elif head.get(REPLY_SERIAL) == serial:
                if kind == ERROR:
                    raise BusError(str(head.get(ERROR_NAME)))
                return body

    def match(self, rule: str) -> None:
        """Ask for signals that fit a rule."""
        self.call(*BUS, "AddMatch", "s", rule)

    def signal(self, path: str, interface: str, member: str) -> "list[Any]":
        """Return the values of the next signal of that name from that object."""
        while True:
            while self._signals:
                head, body = self._signals.pop(0)
                if (head.get(PATH), head.get(INTERFACE), head.get(MEMBER)) == (path, interface, member):
                    return body
            kind, head, body = self._message()
            if kind == SIGNAL:
                self._signals.append((head, body))

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _receive(self) -> None:
        self._link.settimeout(self._left())
        chunk = self._link.recv(65536)
        if not chunk:
            raise BusError("Disconnected")
        self._held += chunk

    def _message(self) -> "tuple[int, dict[int, Any], list[Any]]":
        """Return the next message: kind, header fields by number, values."""
        while len(self._held) < 16:
            self._receive()
        order = "<" if self._held[:1] == b"l" else ">"
        body_size, _, fields_size = struct.unpack_from(order + "III", self._held, 4)
        start = 16 + -(-fields_size // 8) * 8
        if start + body_size > LIMIT:
            raise BusError("LimitsExceeded")
        while len(self._held) < start + body_size:
            self._receive()
        octets, self._held = self._held[: start + body_size], self._held[start + body_size :]
        head = dict(_Reader(octets, order, 12).value("a(yv)"))
        reader = _Reader(octets[start:], order, 0)
        return octets[1], head, [reader.value(kind) for kind in split(str(head.get(SIGNATURE, "")))]


def message(
    kind: int, serial: int, fields: "Sequence[tuple[int, str, object]]", signature: str, values: "tuple[Any, ...]"
) -> bytes:
    """Write a message in little-endian order; `fields` are (number, signature, value)."""
    body = bytearray()
    for one, value in zip(split(signature), values, strict=True):
        _write(body, one, value)
    head = bytearray(struct.pack("<cBBBIII", b"l", kind, 0, 1, len(body), serial, 0))
    for number, one, value in fields:
        _pad(head, 8)
        head.append(number)
        _write(head, "v", (one, value))
    struct.pack_into("<I", head, 12, len(head) - 16)
    _pad(head, 8)
    return bytes(head + body)


def split(signature: str) -> "list[str]":
    """Split a signature into its complete types: `sa{sv}(ii)` is s, a{sv}, (ii)."""
    found: list[str] = []
    start = at = depth = 0
    while at < len(signature):
        char = signature[at]
        depth += (char in "({") - (char in ")}")
        at += 1
        if char != "a" and not depth:
            found.append(signature[start:at])
            start = at
    return found


def _unescape(text: str) -> str:
    head, *parts = text.split("%")
    return head + "".join(chr(int(part[:2], 16)) + part[2:] for part in parts)


def _pad(out: bytearray, size: int) -> None:
    out.extend(bytes(-len(out) % size))


def _write(out: bytearray, kind: str, value: "Any") -> None:
    """Write one value of a basic type or a variant; nothing else is ever sent."""
    if kind == "v":
        _write(out, "g", value[0])
        _write(out, *value)
    elif kind == "g":
        octets = value.encode()
        out.append(len(octets))
        out.extend(octets + b"\0")
    elif kind in "so":
        octets = value.encode()
        _pad(out, 4)
        out.extend(struct.pack("<I", len(octets)) + octets + b"\0")
    else:
        _pad(out, ALIGN.get(kind, 4))
        out.extend(struct.pack("<" + FORMATS[kind], value))


class _Reader:
    """Read values one after another from the octets of a message."""

    def __init__(self, octets: bytes, order: str, at: int) -> None:
        self.octets, self.order, self.at = octets, order, at

    def _basic(self, kind: str) -> "Any":
        (value,) = struct.unpack_from(self.order + FORMATS[kind], self.octets, self.at)
        self.at += struct.calcsize("=" + FORMATS[kind])
        return bool(value) if kind == "b" else value

    def _text(self, size: int) -> str:
        start, self.at = self.at, self.at + size + 1
        if self.at > len(self.octets):
            raise BusError("Truncated")
        return self.octets[start : start + size].decode("utf-8", "replace")

    def value(self, kind: str) -> "Any":
        """Return a value of one complete type; arrays of pairs of names and values become dicts."""
        self.at += -self.at % ALIGN.get(kind[0], 4)
        if kind[0] == "a":
            return self._array(kind[1:])
        if kind[0] in "({":
            return tuple(self.value(one) for one in split(kind[1:-1]))
        if kind == "v":
            return self.value(self._text(self._basic("y")))
        if kind in "so":
            return self._text(self._basic("u"))
        return self._text(self._basic("y")) if kind == "g" else self._basic(kind)

    def _array(self, kind: str) -> "Any":
        end = self._basic("u")
        self.at += -self.at % ALIGN.get(kind[0], 4)
        end += self.at
        if end > len(self.octets):
            raise BusError("Truncated")
        found = []
        while self.at < end:
            found.append(self.value(kind))
        return dict(found) if kind[0] == "{" else found
