"""Which card, and in which language, is meant by the words of a command line."""

from safetravel_cli import errors
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.store.snapshot import Snapshot

COLUMNS = (
    "language, name_en, name_id, script, right_to_left, romanisation_system_en, romanisation_system_id, romanisation_quality,"
    " line_break, reading"
)
SUGGESTIONS = 8


def choose_topic(snapshot: "Snapshot", words: "list[str]", whole: bool) -> "tuple[dict[str, Any], list[str]]":
    """Return the card that the words mean, and the words behind it, which name a country (none where `whole`).

    Raises:
        NotFound: there is no such card; the choices are all cards.
    """
    cards = snapshot.rows("SELECT card_id, title_en, title_id FROM card ORDER BY rank")
    names = {name: card for card in reversed(cards) for name in _names(card)}
    for size in range(len(words), 0, -1):
        found = names.get(fold(" ".join(words[:size])))
        if found and (size == len(words) or not whole):
            return found, words[size:]
    from safetravel_cli.lookup import typo

    for size in [len(words)] if whole else range(len(words), 0, -1):
        word = fold(" ".join(words[:size]))
        near = typo.near(word, list(names), typo.bound_for(word)) if word else []
        best = {str(names[name]["card_id"]): names[name] for mistakes, name in near if mistakes == near[0][0]}
        if len(best) == 1:
            return best.popitem()[1], words[size:]
    choices = [{"code": card["card_id"], "name_en": card["title_en"], "name_id": card["title_id"]} for card in cards]
    raise errors.NotFound("card.no_topic", choices=choices, name=" ".join(words))


def _names(card: "dict[str, Any]") -> "list[str]":
    from safetravel_cli.i18n.card import WORDS

    words = [word for text in WORDS.get("words_" + card["card_id"], ()) for word in text.split(",")]
    return [fold(str(name)) for name in (card["card_id"], card["title_en"], card["title_id"], *words)]


def languages_of(snapshot: "Snapshot", code: str) -> "list[dict[str, Any]]":
    """Return the languages to show in a country, best first: language, names, notes, confidence."""
    return snapshot.rows(
        "SELECT c.language, l.name_en, l.name_id, coalesce(note_en, '') AS note_en,"
        " coalesce(note_id, '') AS note_id, c.confidence"
        " FROM country_language c JOIN language l USING (language) WHERE country_code = ? ORDER BY c.rank",
        code,
    )


def choose_language(
    snapshot: "Snapshot", asked: object, languages: "list[dict[str, Any]]", held: "dict[str, Any]"
) -> "dict[str, Any]":
    """Return the language asked for by its tag or name, else the first of the country.

    Raises:
        NotFound: there are no phrases in that language, or the country has none to choose.
    """
    known: list[dict[str, Any]] = snapshot.rows(f"SELECT {COLUMNS} FROM language ORDER BY name_en")  # noqa: S608
    for row in known:
        row["right_to_left"] = bool(row["right_to_left"])
        row.update({name: row[name] or "" for name in row if row[name] is None})
    if not asked:
        if not languages:
            raise errors.NotFound("card.no_language_of", name=held["name_en"] or "?")
        return next(row for row in known if row["language"] == languages[0]["language"])
    word = fold(str(asked))
    # `zh` and `chinese` are what the country reads, else simplified characters.
    order = [row["language"] for row in languages]
    fits = [
        row
        for row in known
        if word in (fold(row["language"]), fold(row["language"].partition("-")[0]), fold(row["name_en"]), fold(row["name_id"]))
        or any(fold(row[name]).partition(" ")[0] == word for name in ("name_en", "name_id"))
    ]
    exact = [row for row in fits if word in (fold(row["language"]), fold(row["name_en"]), fold(row["name_id"]))]
    fits = exact or sorted(fits, key=lambda row: order.index(row["language"]) if row["language"] in order else len(order))
    if fits:
        return fits[0]
    raise errors.NotFound("card.no_language", choices=_near(word, known), name=str(asked))


def _near(word: str, known: "list[dict[str, Any]]") -> "list[dict[str, Any]]":
    from safetravel_cli.lookup import typo

    names = {fold(row[name]): row for row in known for name in ("name_en", "name_id")}
    near = [names[name] for _, name in typo.near(word, list(names), max(1, min(2, len(word) // 3)))] or known
    rows = list({row["language"]: row for row in near}.values())[:SUGGESTIONS]
    return [{"code": row["language"], "name_en": row["name_en"], "name_id": row["name_id"]} for row in rows]
