"""Where the files of this program live: the twelve lines of platformdirs that the direct door can afford.

`tests/unit/test_paths.py` holds them equal to platformdirs on each platform.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "safetravel"
PACKAGE = os.path.dirname(os.path.abspath(__file__))
SNAPSHOT = os.path.join(PACKAGE, "_data", "snapshot.sqlite")


def data_dir(environ: "Mapping[str, str]", platform: str = sys.platform) -> str:
    """Return the folder for what must last: state, outbox, overlay. It need not exist."""
    if environ.get("SAFETRAVEL_HOME"):
        return environ["SAFETRAVEL_HOME"]
    home = environ.get("HOME") or os.path.expanduser("~")
    if platform == "win32":
        return os.path.join(environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), APP)
    if environ.get("XDG_DATA_HOME", "").startswith("/"):
        return os.path.join(environ["XDG_DATA_HOME"], APP)
    if platform == "darwin":
        return os.path.join(home, "Library", "Application Support", APP)
    return os.path.join(home, ".local", "share", APP)


def state_file(environ: "Mapping[str, str]") -> str:
    """Return the path of the small database of settings and saved place."""
    return os.path.join(data_dir(environ), "state.sqlite")


def overlay_file(environ: "Mapping[str, str]") -> str:
    """Return the path of what `sync` fetched, read over the snapshot."""
    return os.path.join(data_dir(environ), "overlay.sqlite")


def history_file(environ: "Mapping[str, str]") -> str:
    """Return the path of what `changes` compares with and what it has noted."""
    return os.path.join(data_dir(environ), "history.sqlite")


def places_dir(environ: "Mapping[str, str]") -> str:
    """Return the folder of the packs of places that the person fetched."""
    return os.path.join(data_dir(environ), "places")


def outbox_dir(environ: "Mapping[str, str]") -> str:
    """Return the folder of the alerts: outbox.sqlite, media/ and a folder for each alert."""
    return os.path.join(data_dir(environ), "outbox")


def mark_file(environ: "Mapping[str, str]") -> str:
    """Return the path of the file that lies there as long as an alert waits to leave."""
    return os.path.join(outbox_dir(environ), "waiting")


def snapshot_file(environ: "Mapping[str, str]") -> str:
    """Return the path of the bundled facts; SAFETRAVEL_SNAPSHOT names another file."""
    return environ.get("SAFETRAVEL_SNAPSHOT") or SNAPSHOT
