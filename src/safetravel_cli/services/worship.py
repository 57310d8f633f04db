"""Places of worship."""

from safetravel_cli import errors
from safetravel_cli.domain import places as kinds
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import places
from safetravel_cli.store.packs import open_packs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `worship [PLACE] [--near] [--religion R] [--limit N] [--radius KM]` (services.places.answer).

    Raises:
        UsageError: the religion is not one that places are listed by.
    """
    word = arguments.get("religion")
    name = "worship"
    categories: tuple[str, ...] = ()
    if word:
        found = kinds.religion(str(word))
        if not found:
            raise errors.UsageError("places.no_religion", choices=list(kinds.RELIGIONS), name=word)
        name, categories = found

    def more(row: "dict[str, object]") -> "dict[str, object]":
        return {"religion": row["religion"] or "", "denomination": row["denomination"] or ""}

    return places.answer(
        "worship", arguments, env, lambda _: places.Chosen(open_packs(env, "worship"), "worship", categories), name, more
    )
