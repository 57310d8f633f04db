"""What a shell may put in the place of a word that is being typed; the facts are opened only when one asks."""

import os

import typer

from safetravel_cli import errors
from safetravel_cli.cli import helping
from safetravel_cli.env import Env

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from safetravel_cli.store.snapshot import Snapshot

DECLARED = "compdef %(complete_func)s %(prog_name)s"
COMPLETED = f"""if [[ $funcstack[1] = _%(prog_name)s ]]; then
  %(complete_func)s "$@"
else
  {DECLARED}
fi"""
# One letter begins with too many cities for any of them to be meant.
SHORTEST, MOST = 2, 20
COUNTRIES = "SELECT folded, country_code FROM country_name WHERE kind = 'own_name' ORDER BY folded"
# Both are ranges of the primary key: a scan of 100,000 names at each TAB would be felt.
WORDS_FROM = "SELECT word, country_code FROM place_word WHERE word >= ? AND word < ? ORDER BY word"
CITIES_FROM = """SELECT n.folded, c.geonames_id, c.name, c.name_id, c.country_code
    FROM city_name n JOIN city c USING (geonames_id)
    WHERE n.folded >= ? AND n.folded < ? ORDER BY c.population DESC, n.folded"""


def asked() -> bool:
    """Tell whether a shell asks what a word may become."""
    return "_SAFETRAVEL_COMPLETE" in os.environ


def prepare(argv: list[str]) -> None:
    """Mend what Typer's completion lacks, where a shell asks for words or somebody for the script.

    fish takes each line for a word, so that an explanation has to stay on its line. zsh only declares the function of Typer's
    script at the first TAB of a session; ours completes at that one too. A Typer whose script is another one keeps it.
    """
    if asked():
        os.environ["COLUMNS"] = "1000"
    if argv[:1] not in (["--install-completion"], ["--show-completion"]):
        return
    from typer import _completion_shared as shared

    scripts: dict[str, str] = getattr(shared, "_completion_scripts", {})
    if "\n" + DECLARED in scripts.get("zsh", "") and COMPLETED not in scripts["zsh"]:
        scripts["zsh"] = scripts["zsh"].replace("\n" + DECLARED, "\n" + COMPLETED)


def countries(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the countries whose name, in either language, goes on as what was typed, with the code as help."""
    return _offer(ctx, incomplete, COUNTRIES)


def places(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the countries, the well-known words, then the largest cities that go on as what was typed.

    Words and cities from two letters on, cities at most MOST, by their names in either language; the code of the country is help.
    """

    def found(snapshot: "Snapshot", language: str, typed: str) -> list[tuple[str, str]]:
        held = dict(_beginning(snapshot.db.execute(COUNTRIES), typed))
        for name, code in _named(snapshot, typed) if len(typed) >= SHORTEST else []:
            held.setdefault(name, code)
        return list(held.items())

    return _goes_on(ctx, incomplete, found)


def law_topics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the topics of `law`, with their titles."""
    return _offer(ctx, incomplete, "SELECT topic, title_{language} FROM law_topic ORDER BY rank, topic")


def safety_topics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the topics of `safety`, with their titles."""
    return _offer(ctx, incomplete, "SELECT topic, title_{language} FROM safety_topic ORDER BY rank, topic")


def guides(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the guides, with their titles."""
    return _offer(ctx, incomplete, "SELECT topic, title_{language} FROM guide_topic ORDER BY rank, topic")


def cards(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the cards, with their titles; behind the card, the countries."""
    if _before(ctx):
        return countries(ctx, incomplete)
    return _offer(ctx, incomplete, "SELECT card_id, title_{language} FROM card ORDER BY rank")


def settings(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the names of the settings."""
    from safetravel_cli.settings import SETTINGS

    return [setting.name for setting in SETTINGS if setting.name.startswith(incomplete)]


def _before(ctx: typer.Context) -> list[str]:
    """Return the free words that stand before the one that is being typed."""
    names = [parameter.name for parameter in ctx.command.params if parameter.param_type_name == "argument"]
    return [str(word) for name in names for word in ctx.params.get(str(name)) or []]


def _offer(ctx: typer.Context, incomplete: str, sql: str) -> list[tuple[str, str]]:
    """Return the rows (name, help) of a query whose name goes on as the words typed do."""

    def found(snapshot: "Snapshot", language: str, typed: str) -> list[tuple[str, str]]:
        return _beginning(snapshot.db.execute(sql.format(language=language)), typed)

    return _goes_on(ctx, incomplete, found)


def _beginning(rows: "Iterable[tuple[object, object]]", typed: str) -> list[tuple[str, str]]:
    return [(str(name), str(more)) for name, more in rows if str(name).startswith(typed)]


def _goes_on(
    ctx: typer.Context, incomplete: str, find: "Callable[[Snapshot, str, str], list[tuple[str, str]]]"
) -> list[tuple[str, str]]:
    """Return what goes on as the words typed do: all of them, else the last of them.

    A name of several words is typed without quotes, so that `hong k` goes on as `kong`, and `japan south k` as `korea`.
    `find` takes the facts, the language, and what was typed, in small letters; it returns whole names with their help.
    """
    env = helping.ENV or Env()
    try:
        from safetravel_cli.store.snapshot import open_snapshot

        snapshot = open_snapshot(env)
    except errors.SafeTravelError:
        return []
    before = _before(ctx)
    # Behind a whole name nothing has to follow.
    for at in range(len(before) + 1 if incomplete else 1):
        typed = " ".join([*before[at:], incomplete]).lower()
        found = find(snapshot, env.language, typed)
        if found:
            return [(_continued(incomplete, name[len(typed) :]), more) for name, more in found]
    return []


def _continued(incomplete: str, rest: str) -> str:
    """Return a word with what goes on from it; the shell keeps the letters that are there."""
    return incomplete + (("x" + rest).title()[1:] if incomplete[:1].isupper() else rest)


def _named(snapshot: "Snapshot", typed: str) -> list[tuple[str, str]]:
    """Return well-known words and cities that begin with what was typed, accents or none."""
    from safetravel_cli.lookup.fold import fold

    end = typed + "\U0010ffff"
    held = snapshot.db.execute(WORDS_FROM, (typed, end)).fetchall()
    # A quotation mark would open a string in the shell; each such word has a spelling without.
    words = [(str(word), str(code)) for word, code in held if "'" not in word and "\u2019" not in word]
    if typed.isascii():
        return words + _cities(snapshot.db.execute(CITIES_FROM, (typed, end)))
    # Typed with its accents, a name goes on with its accents.
    start = fold(typed)
    rows = snapshot.db.execute(CITIES_FROM, (start, start + "\U0010ffff"))
    return words + _cities(
        (own.lower(), number, name, name_id, code)
        for _, number, name, name_id, code in rows
        for own in (str(name), str(name_id or name))
        if own.lower().startswith(typed)
    )


def _cities(rows: "Iterable[tuple[object, ...]]") -> list[tuple[str, str]]:
    """Return the largest cities by their own names; where those are few, others by a name that is not their own.

    A name bears the code of the largest city that it is a name of, for that is what the program understands.
    """
    from safetravel_cli.lookup.fold import fold

    own: dict[str, str] = {}
    other: dict[object, str] = {}
    codes: dict[str, str] = {}
    shown: set[object] = set()
    for written, number, name, name_id, code in rows:
        folded = str(written)
        codes.setdefault(folded, str(code))
        if fold(folded) in (fold(str(name)), fold(str(name_id or ""))):
            shown.add(number)
            own.setdefault(folded, codes[folded])
        else:
            other.setdefault(number, folded)
        if len(own) >= MOST:
            break
    rest = [folded for number, folded in other.items() if number not in shown and folded not in own]
    return [*own.items(), *[(folded, codes[folded]) for folded in dict.fromkeys(rest)][: MOST - len(own)]]
