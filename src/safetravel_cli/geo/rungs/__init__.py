"""The rungs of the ladder: what can tell where this device is, one module each.

A rung's module has one function, `ask(env, detail)`: it yields a `Fix` for each position that it hears of, the best last or
not, and ends; it may block, raise, or never come back. `Refused` says why there is none. The ladder holds the clock.
"""

import os
from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

# Degrees on WGS84; accuracy_m is a radius in metres and `taken` seconds since 1970 (UTC), both None where not told.
Fix = namedtuple("Fix", "latitude longitude accuracy_m taken")

# `seconds` is the rung's own deadline. `receiver`: it asks no service of anyone, on no network. A rung can exist where the
# variable is set, one of the files is there, or one of the programs is on the PATH.
Rung = namedtuple("Rung", "name module detail seconds receiver variable files programs")

GPSD_SOCKETS = ("/run/gpsd.sock", "/var/run/gpsd.sock")
SYSTEM_BUS = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")
RUNGS = (
    Rung("termux_gps", "termux", "gps", 20.0, True, "", (), ("termux-location",)),
    Rung("termux_network", "termux", "network", 10.0, False, "", (), ("termux-location",)),
    Rung("termux_last", "termux", "last", 4.0, True, "", (), ("termux-location",)),
    Rung("gpsd", "gpsd", "", 6.0, True, "SAFETRAVEL_GPSD", GPSD_SOCKETS, ()),
    Rung("geoclue", "geoclue", "", 8.0, False, "DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS, ()),
    Rung("corelocation", "corelocation", "", 10.0, False, "", (), ("CoreLocationCLI",)),
    Rung("windows", "windows", "", 15.0, False, "", (), ("powershell.exe",)),
)


class Refused(Exception):
    """Say why a rung has no position: `reason` is absent, busy, denied or failed; `detail` is the rung's own word for it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail[:200]


def possible(env: "Env", setting: str) -> "list[Rung]":
    """Return the rungs that can exist here and may be asked; `setting` is yes, gps (receivers only) or no."""
    if setting == "no":
        return []
    return [rung for rung in RUNGS if (rung.receiver or setting != "gps") and _exists(rung, env)]


def _exists(rung: Rung, env: "Env") -> bool:
    if rung.variable and env.environ.get(rung.variable):
        return True
    return any(map(os.path.exists, rung.files)) or any(program(name, env) for name in rung.programs)


def program(name: str, env: "Env") -> str:
    """Return the path of a program on the PATH of the run, "" where there is none."""
    for folder in env.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(folder, name)
        if folder and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return ""


def fix(latitude: object, longitude: object, accuracy_m: object = None, taken: "float | None" = None) -> Fix:
    """Make a fix of what a program wrote: numbers, or text that is one. An accuracy of 0 or NaN means that none is told.

    Raises:
        Refused: latitude or longitude is no number.
    """
    north, east = number(latitude), number(longitude)
    if north is None or east is None:
        raise Refused("failed", "no position")
    accuracy = number(accuracy_m)
    return Fix(north, east, accuracy if accuracy and accuracy == accuracy else None, taken)


def number(value: object) -> "float | None":
    """Return a value as a float (perhaps NaN or infinite), None where it is no number."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def moment(text: object) -> "float | None":
    """Return seconds since 1970 of `2026-11-25T03:00:00.5Z` or `2026-11-25 03:00:00 +0000`; None for anything else."""
    from datetime import UTC, datetime

    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat("".join(text.strip().replace(" ", "T", 1).split(" ")))
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
