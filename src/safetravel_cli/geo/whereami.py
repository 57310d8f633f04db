"""Where the traveller is: the ladder, from what is surest to what is only a hint.

Given with the command > saved place > name of the time zone (a country only) > unknown. Each answer names its rung.
"""

import os

from safetravel_cli.geo import place
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

ZONE_NAME_FILE = "/etc/timezone"
ZONE_LINK = "/etc/localtime"
HOME = "ID"


def where(env: "Env", given: "str | None" = None, snapshot: "Snapshot | None" = None) -> "dict[str, Any]":
    """Return where the traveller is; `given` is the PLACE of the command, if any.

    Keys: `position` {lat, lon, method, accuracy_m, age_s}, where method is given, saved_place, time_zone or unknown and
    numbers are None where unknown; `country_code` and `control` (None and "" where unknown); `zone`; `place` (a
    geo.place.Place or None); `hint`: the saved text or the name of the time zone; `candidates`: country codes, where
    the time zone fits several.

    Raises:
        UsageError, NotFound, Ambiguous: as geo.place.resolve, for what was given.
    """
    snapshot = snapshot or open_snapshot(env)
    if given:
        return _fix("given", place.resolve(snapshot, given), given)
    return _saved(env, snapshot) or _by_zone(env, snapshot)


def _fix(method: str, found: "Place | None", hint: str, age_s: "float | None" = None) -> "dict[str, Any]":
    return {
        "position": {
            "lat": found and found.latitude,
            "lon": found and found.longitude,
            "method": method,
            "accuracy_m": found and found.accuracy_m,
            "age_s": None if age_s is None else round(age_s),
        },
        "country_code": found and found.country_code,
        "control": found.control if found else "",
        "zone": found and found.zone,
        "place": found,
        "hint": hint,
        "candidates": [],
    }


def _saved(env: "Env", snapshot: "Snapshot") -> "dict[str, Any] | None":
    from safetravel_cli.store import state

    held = state.saved_place(env)
    if not held:
        return None
    age = max(0.0, env.now() - float(str(held["saved_at"])))
    latitude, longitude = held["latitude"], held["longitude"]
    if not isinstance(latitude, float) or not isinstance(longitude, float):
        return _fix("saved_place", place.of_country(snapshot, str(held["country_code"])), str(held["text"]), age)
    found = place.at(snapshot, latitude, longitude)
    if not (found.control or found.areas):
        found = found._replace(country_code=held["country_code"])
    precision = str(held.get("precision") or "exact")
    name = str(held["text"]) or found.name_en
    return _fix("saved_place", found._replace(precision=precision, name_en=name, name_id=name), str(held["text"]), age)


def _by_zone(env: "Env", snapshot: "Snapshot") -> "dict[str, Any]":
    name = zone_name(env)
    codes = countries(snapshot, name)
    if len(codes) == 1:
        return _fix("time_zone", place.of_country(snapshot, codes[0]), name)
    return {**_fix("unknown", None, name), "candidates": codes}


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
