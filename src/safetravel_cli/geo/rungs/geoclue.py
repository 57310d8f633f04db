"""GeoClue2 on the system bus of a Linux desktop: a client of ours, started, and its signal `LocationUpdated`.

GeoClue serves programs that it knows by their desktop id; docs/explanation/where.md has the lines that make it know this one.
"""

import os
import time

from safetravel_cli.geo import rungs
from safetravel_cli.geo.dbus import Bus, BusError
from safetravel_cli.geo.rungs import Fix, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.env import Env

NAME = "org.freedesktop.GeoClue2"
PROPERTIES = "org.freedesktop.DBus.Properties"
DESKTOP_ID = "safetravel"
EXACT = 8
SECONDS = 20.0
ABSENT = ("ServiceUnknown", "NameHasNoOwner", "Spawn.ServiceNotFound", "Spawn.ExecFailed", "FileNotFound")


def ask(env: "Env", detail: str) -> "Iterator[Fix]":
    """Yield a fix for each location that GeoClue announces, until the time ends.

    Raises:
        Refused: there is no bus or no GeoClue, or it does not serve this program.
    """
    address = env.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=" + next(
        (path for path in rungs.SYSTEM_BUS if os.path.exists(path)), rungs.SYSTEM_BUS[0]
    )
    try:
        with Bus(address, time.monotonic() + SECONDS) as bus:
            client = _client(bus)
            while True:
                _, location = bus.signal(client, NAME + ".Client", "LocationUpdated")
                (held,) = bus.call(NAME, str(location), PROPERTIES, "GetAll", "s", NAME + ".Location")
                yield read(held)
    except BusError as error:
        name = error.name.rpartition("Error.")[2]
        raise Refused("absent" if name in ABSENT else "denied" if name == "AccessDenied" else "failed", name) from None
    except (FileNotFoundError, ConnectionRefusedError):
        raise Refused("absent") from None
    except TimeoutError:
        return


def read(held: "dict[str, object]") -> Fix:
    """Return the fix of the properties of a Location; Timestamp is (seconds, microseconds) since 1970.

    Raises:
        Refused: there is no position in them.
    """
    stamp = held.get("Timestamp")
    taken = rungs.number(stamp[0]) if isinstance(stamp, (list, tuple)) and stamp else None
    return rungs.fix(held.get("Latitude"), held.get("Longitude"), held.get("Accuracy"), taken or None)


def _client(bus: Bus) -> str:
    """Return the path of a client of ours that has been started."""
    (client,) = bus.call(NAME, "/org/freedesktop/GeoClue2/Manager", NAME + ".Manager", "GetClient")
    path, kind = str(client), NAME + ".Client"
    bus.call(NAME, path, PROPERTIES, "Set", "ssv", kind, "DesktopId", ("s", DESKTOP_ID))
    bus.call(NAME, path, PROPERTIES, "Set", "ssv", kind, "RequestedAccuracyLevel", ("u", EXACT))
    bus.match(f"type='signal',interface='{kind}',member='LocationUpdated',path='{path}'")
    bus.call(NAME, path, kind, "Start")
    return path
