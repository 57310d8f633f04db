"""Where the traveller is, and what each thing that could tell had to say."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.geo import whereami
from safetravel_cli.services.embassy import described
from safetravel_cli.services.sources import Sources
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

# Nobody waits longer, whatever was asked.
LONGEST_S = 120
# In how many directions the rim of a fix's circle is looked at.
RIM = 16


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `where [--wait SECONDS]`: position, place, country, control and areas as `embassy` has them, and more.

    More: `zone`, the name of the time zone there; `near_border`, names of other countries that the circle of the fix
    touches; `rungs`, what became of each thing that was asked: those of the device, the saved place, the time zone.
    """
    snapshot = open_snapshot(env)
    wait = min(int(str(arguments["wait"])), LONGEST_S)
    spot = whereami.where(env, None, snapshot, wait)
    place: Place | None = spot["place"]
    data = described(snapshot, spot, Sources(snapshot, env.language))
    data["zone"] = spot["zone"]
    data["near_border"] = _near_border(snapshot, place) if place and place.kind == "position" else []
    data["rungs"] = [*spot["rungs"], *_hints(env, snapshot)]
    data["asked"] = bool(wait) and whereami.may_ask(env)
    return Answer(data)


def _near_border(snapshot: "Snapshot", place: "Place") -> "list[dict[str, object]]":
    """Return the names of other countries on the rim of the circle in which the traveller is."""
    if not place.accuracy_m:
        return []
    import math

    from safetravel_cli.geo.borders import Borders

    borders, codes = Borders(snapshot.db), set()
    # Degrees of latitude on a sphere: a circle that is known to its first digit needs no ellipsoid.
    reach = place.accuracy_m / 111_000
    for step in range(RIM):
        north, east = reach * math.cos(step * math.tau / RIM), reach * math.sin(step * math.tau / RIM)
        latitude = max(-90.0, min(90.0, place.latitude + north))
        codes.add(borders.lookup(latitude, place.longitude + east / max(0.01, math.cos(math.radians(latitude))), 0).country_code)
    rows = [
        snapshot.row("SELECT country_code AS country, name_en AS en, name_id AS id FROM country WHERE country_code = ?", code)
        for code in sorted(code for code in codes if code and code != place.country_code)
    ]
    return [{"country": row["country"], "names": {"en": row["en"], "id": row["id"]}} for row in rows if row]


def _hints(env: "Env", snapshot: "Snapshot") -> "list[dict[str, object]]":
    """Return the outcomes of the saved place and the time zone in the form of geo.ladder."""
    from safetravel_cli.geo.rungs import saved, timezone

    empty = {"detail": "", "lat": None, "lon": None, "accuracy_m": None, "age_s": None, "after_s": 0.0}
    rows = []
    held = saved.find(env, snapshot)
    if held:
        place, text, age = held
        fix = {"detail": text, "lat": place.latitude, "lon": place.longitude, "age_s": round(age)}
        rows.append({"rung": "saved_place", "outcome": "fix", **empty, **fix})
    else:
        rows.append({"rung": "saved_place", "outcome": "nothing", **empty})
    name = timezone.zone_name(env)
    codes = timezone.countries(snapshot, name)
    outcome = "country" if len(codes) == 1 else "countries" if codes else "nothing"
    rows.append({"rung": "time_zone", "outcome": outcome, **empty, "detail": name})
    return rows
