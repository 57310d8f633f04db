"""A receiver behind gpsd, over its JSON protocol on TCP (gpsd_json(5)): `?WATCH`, then TPV reports."""

import math
import time

from safetravel_cli.geo import rungs
from safetravel_cli.geo.rungs import Fix, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from safetravel_cli.env import Env

ADDRESS = "127.0.0.1:2947"
VARIABLE = "SAFETRAVEL_GPSD"
WATCH = b'?WATCH={"enable":true,"json":true};\n'
SECONDS = 20.0
LINE = 65536
MODE_2D = 2


def ask(env: "Env", detail: str) -> "Iterator[Fix]":
    """Yield a fix for each report of a position, until the connection or the time ends.

    Raises:
        Refused: nobody listens, or the daemon reports an error.
    """
    import socket

    host, _, port = (env.environ.get(VARIABLE) or ADDRESS).rpartition(":")
    try:
        link = socket.create_connection((host.strip("[]"), int(port)), SECONDS)
    except ConnectionRefusedError:
        raise Refused("absent") from None
    with link:
        link.sendall(WATCH)
        for line in _lines(link):
            found = read(line, env.now())
            if found:
                yield found


def read(line: bytes, now: float) -> "Fix | None":
    """Return the fix of one report, None where it is of another class, without a fix, or not JSON at all.

    The radius is `eph`, else that of `epx` and `epy`. A report without a time counts from when it came.

    Raises:
        Refused: the daemon reports an error.
    """
    import json

    try:
        report = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(report, dict):
        return None
    if report.get("class") == "ERROR":
        raise Refused("failed", str(report.get("message")))
    mode = report.get("mode")
    if report.get("class") != "TPV" or not isinstance(mode, int) or mode < MODE_2D:
        return None
    accuracy = report.get("eph")
    east, north = rungs.number(report.get("epx")), rungs.number(report.get("epy"))
    if accuracy is None and east is not None and north is not None:
        accuracy = math.hypot(east, north)
    taken = rungs.moment(report["time"]) if "time" in report else now
    try:
        return rungs.fix(report.get("lat"), report.get("lon"), accuracy, taken)
    except Refused:
        return None


def _lines(link: "socket.socket") -> "Iterator[bytes]":
    held = b""
    until = time.monotonic() + SECONDS
    while (left := until - time.monotonic()) > 0:
        link.settimeout(left)
        try:
            chunk = link.recv(LINE)
        except TimeoutError:
            return
        if not chunk:
            return
        *whole, held = (held + chunk).split(b"\n")
        yield from whole
        if len(held) > LINE:
            raise Refused("failed", "no end of line")
