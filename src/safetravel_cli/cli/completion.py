"""What a shell may put in the place of a word that is being typed; the facts are opened only when one asks."""

import os

import typer

from safetravel_cli import errors
from safetravel_cli.cli import helping
from safetravel_cli.env import Env

DECLARED = "compdef %(complete_func)s %(prog_name)s"
COMPLETED = f"""if [[ $funcstack[1] = _%(prog_name)s ]]; then
  %(complete_func)s "$@"
else
  {DECLARED}
fi"""


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
    return _offer(ctx, incomplete, "SELECT folded, country_code FROM country_name WHERE kind = 'own_name' ORDER BY folded")


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
    """Return what goes on as the words typed do: all of them, else the last of them.

    A name of several words is typed without quotes, so that `hong k` goes on as `kong`, and `japan south k` as `korea`.
    """
    env = helping.ENV or Env()
    try:
        from safetravel_cli.store.snapshot import open_snapshot

        rows = open_snapshot(env).db.execute(sql.format(language=env.language)).fetchall()
    except errors.SafeTravelError:
        return []
    before = _before(ctx)
    # Behind a whole name nothing has to follow.
    for at in range(len(before) + 1 if incomplete else 1):
        typed = " ".join([*before[at:], ""]).lower()
        found = [(str(name)[len(typed) :], str(more)) for name, more in rows if str(name).startswith(typed + incomplete.lower())]
        if found:
            break
    # The shell keeps the letters that are there.
    return [(name.title() if incomplete[:1].isupper() else name, more) for name, more in found]
