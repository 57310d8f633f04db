"""Restaurants that mappers call halal."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import places
from safetravel_cli.store.packs import open_packs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `eat [PLACE] [--near] [--halal] [--limit N] [--radius KM]` (services.places.answer)."""
    only = ("halal",) if arguments.get("halal") else ()

    def more(row: "dict[str, object]") -> "dict[str, object]":
        return {"halal": row["halal"] or "", "cuisine": [kind for kind in str(row["cuisine"] or "").split("|") if kind]}

    what = "halal" if only else "eat"
    return places.answer(
        "eat", arguments, env, lambda _: places.Chosen(open_packs(env, "restaurant"), "restaurant", only), what, more
    )
