"""Whom to call in a country: local numbers, the missions, the ministry."""

from safetravel_cli.services import missions
from safetravel_cli.services.topics import emergency

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot


def missions_of(snapshot: "Snapshot", code: str, env: "Env", sources: "Sources") -> "list[dict[str, object]]":
    """Return the missions for a country: those that stand there, else the one in charge from elsewhere.

    Each has short_name, city, hotlines[], phones[], email, and `from_abroad` where it stands in another country.
    """
    covering = missions.covering(snapshot, code)
    ids = [str(row["mission_id"]) for row in covering if row["basis"] == "host"]
    if not ids:
        charge = missions.in_charge(snapshot, code)
        ids = [str(charge["mission_id"])] if charge else []
    found = missions.by_id(snapshot, ids, sources, env.now(), env.max_age)
    for mission in found:
        mission["from_abroad"] = mission["country_code"] != code
    return found


def facts(snapshot: "Snapshot", code: str, env: "Env", sources: "Sources") -> "dict[str, object]":
    """Return numbers[], missions[], hotlines[] of a country; with "" only the central hotlines."""
    return {
        "numbers": emergency.facts(snapshot, code, sources) if code else [],
        "missions": missions_of(snapshot, code, env, sources) if code else [],
        "hotlines": missions.central(snapshot, code, sources),
    }
