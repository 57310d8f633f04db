"""Where the traveller is: the ladder, from what is surest to what is only a hint.

Given with the command > what this device can tell (geo.ladder) > saved place > name of the time zone (a country only) >
unknown. Each answer names its rung. docs/explanation/where.md has the rule.
"""

from safetravel_cli.geo import place
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

# The longest that a look-up without PLACE waits for the device.
LOOK_UP_S = 8.0
# A fix less exact than this is "about" wherever it is said.
ABOUT_M = 1000.0
# Radius of a saved place by how it was typed; a country has none.
SAVED_M = {"exact": 100.0, "approximate": 2_000.0, "city": 10_000.0}


def where(env: "Env", given: "str | None" = None, snapshot: "Snapshot | None" = None, wait: float = 0.0) -> "dict[str, Any]":
    """Return where the traveller is; `given` is the PLACE of the command, if any.

    The device is asked only where `wait`, in seconds, is above 0 and nothing is given; it is never waited for longer.

    Keys: `position` {lat, lon, method, accuracy_m, age_s}, where method is given, the name of a rung, saved_place, time_zone
    or unknown and numbers are None where unknown; `country_code` and `control` (None and "" where unknown); `zone`; `place`
    (a geo.place.Place or None); `hint`: the saved text or the name of the time zone; `candidates`: country codes, where
    the time zone fits several; `rungs`: what became of each rung of the device (geo.ladder.climb).

    Raises:
        UsageError, NotFound, Ambiguous: as geo.place.resolve, for what was given.
    """
    snapshot = snapshot or open_snapshot(env)
    if given:
        return _spot("given", place.resolve(snapshot, given), given)
    from safetravel_cli.geo.rungs import saved

    held = saved.find(env, snapshot)
    found, outcomes = _device(env, snapshot, wait, held) if wait > 0 else (None, [])
    if not found and held:
        found = _spot("saved_place", *held)
    return {**(found or _by_zone(env, snapshot)), "rungs": outcomes}


def may_ask(env: "Env") -> bool:
    """Tell whether anything on this device can be asked where it is, and may be."""
    return bool(_possible(env))


def _possible(env: "Env") -> "list[Any]":
    from safetravel_cli import settings
    from safetravel_cli.geo import rungs
    from safetravel_cli.store import state

    setting = env.environ.get("SAFETRAVEL_LOCATION", "")
    if setting not in ("yes", "gps", "no"):
        setting = settings.value(state.read(env), "location")
    return rungs.possible(env, setting)


def _spot(method: str, found: "Place | None", hint: str, age_s: "float | None" = None) -> "dict[str, Any]":
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
        "rungs": [],
    }


def _device(
    env: "Env", snapshot: "Snapshot", wait: float, held: "tuple[Place, str, float] | None"
) -> "tuple[dict[str, Any] | None, list[dict[str, Any]]]":
    """Return where the device says that it is, unless the saved place is surer; and what became of each rung."""
    rungs = _possible(env)
    if not rungs:
        return None, []
    from safetravel_cli.geo import ladder

    rung, fix, outcomes = ladder.climb(env, rungs, wait, lambda: _tell(env, wait))
    for outcome in outcomes:
        del outcome["worth"]
    if not rung or not fix:
        return None, outcomes
    age = ladder.age(fix, env.now())
    if held and held[0].latitude is not None:
        saved = ladder.radius(SAVED_M.get(held[0].precision, SAVED_M["city"]), held[2])
        if saved < ladder.radius(fix.accuracy_m, age):
            return None, outcomes
    accuracy = None if fix.accuracy_m is None else round(fix.accuracy_m, 1)
    found = place.at(snapshot, fix.latitude, fix.longitude, accuracy)
    if accuracy is None or accuracy > ABOUT_M:
        found = found._replace(precision="approximate")
    return _spot(rung.name, found, "", age), outcomes


def _tell(env: "Env", wait: float) -> None:
    """Tell a person at a terminal what is being waited for."""
    from safetravel_cli.env import is_terminal

    if env.view != "json" and is_terminal(env.stderr):
        from safetravel_cli.i18n import Say

        say = Say(env.language)
        env.stderr.write(say("where.looking", seconds=say.number(wait)) + "\n")
        env.stderr.flush()


def _by_zone(env: "Env", snapshot: "Snapshot") -> "dict[str, Any]":
    from safetravel_cli.geo.rungs import timezone

    name = timezone.zone_name(env)
    codes = timezone.countries(snapshot, name)
    if len(codes) == 1:
        return _spot("time_zone", place.of_country(snapshot, codes[0]), name)
    return {**_spot("unknown", None, name), "candidates": codes}
