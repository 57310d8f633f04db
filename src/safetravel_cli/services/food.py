"""What to eat in a country, and how halal food is found there. A halal note is a hint, never a ruling."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import subject
from safetravel_cli.services.sources import Sources
from safetravel_cli.services.topics import food, practical
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

# What to keep away from comes first; what is mostly harmless there, last.
HINTS = (
    "pork", "pork_version_common", "alcohol_often", "meat_check", "seafood_check", "no_meat_check", "usually_halal",
    "not_applicable",
)  # fmt: skip
TOPICS = (
    "finding_halal", "words_to_watch", "alcohol_in_sauces", "certifier", "vegetarian_fallback", "prayer_room_near_food",
    "ramadan", "water", "eating_hours", "table_manners", "tipping",
)  # fmt: skip


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return of the country named, else of where you are: halal, eating[], dishes[], water.

    Raises:
        NotFound, Ambiguous: the country.
    """
    snapshot = open_snapshot(env)
    held = subject.find(snapshot, arguments.get("name"), env, "food")
    code, sources = str(held["iso2"]), Sources(snapshot, env.language)
    dishes = food.dishes(snapshot, code, env.language, sources)
    eating = food.eating(snapshot, code, env.language, sources)
    return Answer(
        {
            **held,
            "halal": food.halal(snapshot, code, sources),
            "eating": sorted(eating, key=lambda row: TOPICS.index(str(row["topic"]))),
            "dishes": sorted(dishes, key=lambda row: HINTS.index(str(row["halal_note"] or "not_applicable"))),
            "water": practical.facts(snapshot, code, sources).get("water"),
        }
    )
