"""The place that the traveller saved with `here`."""

from safetravel_cli.geo import place
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot


def find(env: "Env", snapshot: "Snapshot") -> "tuple[Place, str, float] | None":
    """Return the place, its text as it was typed, and its age in seconds; None where none is saved."""
    held = state.saved_place(env)
    if not held:
        return None
    age = max(0.0, env.now() - float(str(held["saved_at"])))
    latitude, longitude, text = held["latitude"], held["longitude"], str(held["text"])
    if not isinstance(latitude, float) or not isinstance(longitude, float):
        return place.of_country(snapshot, str(held["country_code"])), text, age
    found = place.at(snapshot, latitude, longitude)
    if not (found.control or found.areas):
        found = found._replace(country_code=held["country_code"])
    precision = str(held.get("precision") or "exact")
    name = text or found.name_en
    return found._replace(precision=precision, name_en=name, name_id=name), text, age
