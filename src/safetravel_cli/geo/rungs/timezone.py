"""The name of the device's time zone: a country at best, and a hint only."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

ZONE_NAME_FILE = "/etc/timezone"
ZONE_LINK = "/etc/localtime"
HOME = "ID"


def countries(snapshot: "Snapshot", name: str) -> "list[str]":
    """Return the codes of the countries in which a time zone is used; none for Indonesia, UTC and zones of no place.

    A clock on Indonesian time is what a traveller left home with. The name alone counts, never what it links to:
    tzdata links Asia/Kuala_Lumpur with Asia/Singapore and Asia/Kuwait with Asia/Riyadh.
    """
    if "/" not in name or name.startswith("Etc/"):
        return []
    codes = [str(code) for code in snapshot.values("SELECT DISTINCT country_code FROM time_zone WHERE zone = ? ORDER BY 1", name)]
    return [] if HOME in codes else codes


def zone_name(env: "Env") -> str:
    """Return the name of the time zone as it was chosen: TZ, else the system's setting; "" where there is none."""
    if "TZ" in env.environ:
        return _tail(env.environ["TZ"].lstrip(":"))
    try:
        # One step only: the file it names may itself be a link to the zone of another country.
        name = _tail(os.readlink(ZONE_LINK))
    except (OSError, ValueError):
        name = ""
    if name:
        return name
    try:
        with open(ZONE_NAME_FILE, encoding="ascii", errors="replace") as file:
            return _tail(file.readline(100).strip())
    except OSError:
        return ""


def _tail(path: str) -> str:
    """Return the zone that a path of the zone database names: `/usr/share/zoneinfo/Asia/Tokyo` is Asia/Tokyo."""
    path = path.replace("\\", "/").partition("zoneinfo/")[2] or path
    for folder in ("posix/", "right/"):
        path = path.removeprefix(folder)
    return "" if path.startswith("/") or "." in path else path
