"""The topics of laws and dangers that `--topic` means: an id, a title in either language, a part of one, or one misspelt."""

from safetravel_cli import errors
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

SUGGESTIONS = 8
# What is shorter is part of too many titles.
PART = 3


def find(snapshot: "Snapshot", table: str, asked: object) -> "list[dict[str, object]]":
    """Return topic, title_en, title_id of the topics of a table (law_topic, safety_topic) that a comma-separated list means.

    An exact id or title is that topic alone; else a part of a title means all that have it. Nothing asked: [].

    Raises:
        NotFound: one of them means none; the choices are the nearest.
    """
    words = [word for word in str(asked or "").split(",") if word.strip()]
    if not words:
        return []
    topics = snapshot.rows(f"SELECT topic, title_en, title_id FROM {table} ORDER BY rank, topic")  # noqa: S608
    found: dict[str, dict[str, object]] = {}
    for word in words:
        for row in _meant(topics, word):
            found[str(row["topic"])] = row
    return list(found.values())


def _meant(topics: "list[dict[str, object]]", text: str) -> "list[dict[str, object]]":
    word = fold(text)
    names = [(row, [fold(str(row[column])) for column in ("topic", "title_en", "title_id")]) for row in topics]
    held = [row for row, own in names if word in own]
    if not held and len(word) >= PART:
        held = [row for row, own in names if any((" " + name).find(" " + word) >= 0 for name in own)]
    if held:
        return held
    from safetravel_cli.lookup import typo

    every = {name: row for row, own in names for name in own}
    near = typo.near(word, list(every), max(1, min(2, len(word) // 3)))
    best = [every[name] for mistakes, name in near if mistakes == near[0][0] and mistakes <= typo.bound_for(word)]
    if best and len({str(row["topic"]) for row in best}) == 1:
        return best[:1]
    rows = list({str(every[name]["topic"]): every[name] for _, name in near}.values())
    choices = [{"code": row["topic"], "name_en": row["title_en"], "name_id": row["title_id"]} for row in rows[:SUGGESTIONS]]
    raise errors.NotFound("subject.no_topic", choices=choices, name=text.strip())
