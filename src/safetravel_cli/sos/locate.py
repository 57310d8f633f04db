"""Where the device itself, or a photo of the alert, says that it is: asked after the alert is stored, and for a bounded time.

A photo tells where and when it was taken. It is one more thing that could know, and wins by the same rule as the others
(geo.ladder): the smallest circle in which the person must be now.
"""

from safetravel_cli.sos import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.geo.rungs import Fix
    from safetravel_cli.store.snapshot import Snapshot

# Beyond this an answer would come too late to matter to whoever waits for it.
LONGEST_S = 20.0
PHOTO = "photo"
# Methods of geo.whereami that are no measurement: the alert has them already.
KNOWN_BEFORE = ("given", "saved_place", "time_zone", "unknown")


def look(
    env: "Env", shots: "Sequence[dict[str, Any]]", problems: "list[dict[str, object]]", wait: float = LONGEST_S
) -> "dict[str, Any] | None":
    """Return what sos.call.look returns, for where the device or a photo says it is; None where neither does.

    `shots` are what geo.rungs.exif read of the photos. Device and photo are only asked where the settings allow it.
    """
    snapshot = call.snapshot_or_none(env, [])
    allowed = _setting(env)
    fix = None if allowed == "no" else _device(env, snapshot, allowed, wait)
    shot = None if allowed == "no" else _newest(env, shots)
    if shot and (fix is None or _radius(env, shot) < _worth(fix)):
        fix = _described(env, snapshot, PHOTO, shot)
    return call.of_fix(env, snapshot, fix, None, problems) if fix else None


def read(path: str) -> "dict[str, Any] | None":
    """Return lat, lon, accuracy_m and taken of a photo; None where it tells no place."""
    try:
        from safetravel_cli.geo.rungs import exif

        return exif.read(path)
    except Exception:
        return None


def _setting(env: "Env") -> str:
    """Return yes, gps or no: what may be asked."""
    from safetravel_cli import settings
    from safetravel_cli.store import state

    held = env.environ.get("SAFETRAVEL_LOCATION", "")
    return held if held in ("yes", "gps", "no") else settings.value(state.read(env), "location")


def _device(env: "Env", snapshot: "Snapshot | None", allowed: str, wait: float) -> "dict[str, Any] | None":
    """Return where the device says that it is; without the bundled facts the bare position."""
    from safetravel_cli.geo import rungs

    possible = rungs.possible(env, allowed)
    if not possible:
        return None
    if snapshot:
        from safetravel_cli.geo import whereami

        found = whereami.where(env, None, snapshot, wait)
        return None if found["position"]["method"] in KNOWN_BEFORE else found
    from safetravel_cli.geo import ladder

    rung, fix, _ = ladder.climb(env, possible, wait)
    return _described(env, None, rung.name, fix) if rung and fix else None


def _newest(env: "Env", shots: "Sequence[dict[str, Any]]") -> "Fix | None":
    """Return the photo's fix that tells most exactly where the person is now."""
    from safetravel_cli.geo import ladder
    from safetravel_cli.geo.rungs import Fix

    fixes = [Fix(shot["lat"], shot["lon"], shot.get("accuracy_m"), shot.get("taken")) for shot in shots]
    # Without its time a photo may be of any year.
    sound = [fix for fix in fixes if fix.taken is not None and not ladder.doubt(fix, env.now())]
    return min(sound, key=lambda fix: _radius(env, fix), default=None)


def _radius(env: "Env", fix: "Fix") -> float:
    from safetravel_cli.geo import ladder

    return ladder.radius(fix.accuracy_m, ladder.age(fix, env.now()))


def _worth(found: "dict[str, Any]") -> float:
    from safetravel_cli.geo import ladder

    return ladder.radius(found["position"]["accuracy_m"], found["position"]["age_s"])


def _described(env: "Env", snapshot: "Snapshot | None", method: str, fix: "Fix") -> "dict[str, Any]":
    """Return a fix in the form of geo.whereami; without the bundled facts its country stays unknown."""
    from safetravel_cli.geo import ladder

    age = ladder.age(fix, env.now())
    position = {
        "lat": fix.latitude,
        "lon": fix.longitude,
        "method": method,
        "accuracy_m": None if fix.accuracy_m is None else round(fix.accuracy_m, 1),
        "age_s": None if age is None else round(age),
    }
    if not snapshot:
        return {"position": position}
    from safetravel_cli.geo import place

    try:
        found = place.at(snapshot, fix.latitude, fix.longitude, fix.accuracy_m)
    except Exception:
        return {"position": position}
    return {"position": position, "country_code": found.country_code, "zone": found.zone, "place": found}
