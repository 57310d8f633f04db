"""Hospitals and clinics, with the number of the ambulance."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import places
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import emergency
from safetravel_cli.store.packs import open_packs
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `hospitals [PLACE] [--near] [--emergency] [--limit N] [--radius KM]` (services.places.answer).

    Adds `ambulance`: the local numbers for it; `emergency` to each place: true, false or null where nobody says; and
    `any_kind`: none near is known to have an emergency department, so that the nearest of any kind are told.
    """

    def more(row: "dict[str, object]") -> "dict[str, object]":
        return {"emergency": None if row["emergency"] is None else bool(row["emergency"])}

    def find(what: str, *only: str) -> Answer:
        return places.answer(
            "hospitals", arguments, env, lambda _: places.Chosen(open_packs(env, "hospital"), "hospital", only), what, more
        )

    asked = bool(arguments.get("emergency"))
    found = find("emergency", "emergency") if asked else find("hospitals")
    any_kind = asked and bool(found.data["far"])
    if any_kind:
        found = find("hospitals")
    snapshot = open_snapshot(env)
    code = found.data["country"]
    numbers = emergency.facts(snapshot, str(code), Sources(snapshot, env.language)) if code else []
    wanted = [row for row in numbers if row["service"] == "ambulance"] or [row for row in numbers if row["service"] == "general"]
    found.data.update(ambulance=wanted, any_kind=any_kind)
    return found
