"""Both doors arrive at `run` with the same command and the same arguments, whatever was typed."""

import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from running import surroundings
from safetravel_cli import entry
from safetravel_cli._door import COMMANDS, SHARED
from safetravel_cli.cli import app, shared
from safetravel_cli.env import Env

VALUES = st.one_of(
    st.sampled_from([
        "japan", "hong", "JP", "35.66,139.70", "-33.87,151.21", "-6.2,", "106.8", "geo:1,2", "a.jpg", "", "-", "0", "7", "-7",
        "007", "٣", "1.5", "id", "en", "name", "level", "list", "show", "set", "sos", "--json", "--", "-m", "-h", "--lang=id",
    ]),
    st.text(max_size=8),
)  # fmt: skip


def kinds(kind):
    """Draw a value that an option of this kind takes, or anything."""
    if kind.startswith("choice:"):
        return st.one_of(st.sampled_from(kind[7:].split("|")), VALUES)
    if kind == "int":
        return st.one_of(st.integers(0, 4000).map(str), VALUES)
    return VALUES


def words(command):
    """Draw the words after a command: its options with values, words without, and noise."""
    options = {flag: kind for flag, _, kind, _ in SHARED + COMMANDS[command][1]}
    option = st.sampled_from(sorted(options)).flatmap(
        lambda flag: st.just([flag]) if options[flag] == "flag" else kinds(options[flag]).map(lambda value: [flag, value])
    )
    noise = st.one_of(VALUES.map(lambda value: [value]), st.sampled_from(sorted(options)).map(lambda flag: [flag]))
    return st.lists(st.one_of(option, option, noise), max_size=5).map(
        lambda parts: [*command.split(), *[word for part in parts for word in part]]
    )


LINES = st.one_of(st.sampled_from(sorted(COMMANDS)).flatmap(words), st.lists(VALUES, max_size=5))


def through_typer(argv):
    """Return the exit code and the calls of `run` that Typer makes of a command line."""
    calls = []
    out = io.StringIO()
    env = Env(environ=surroundings(), stdin=out, stdout=out, stderr=out)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "run", lambda command, arguments, _: calls.append((command, arguments)) or 0)
        code = app.main(list(argv), env)
    return code, calls, out.getvalue()


@settings(max_examples=4 * settings.default.max_examples, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
@example(["embassy", "--near", "-33.87,151.21"])
@example(["sos", "--photo", "a.jpg", "b.jpg", "--at", "-6.2,", "106.8"])
@example(["sos", "-m", "-", "--json"])
@example(["config", "set", "language", "id"])
@example(["country", "hong", "kong", "--json", "--json"])
@example(["countries", "--sort", "level", "--max-age", "30"])
@example(["data", "report", "japan", "--text", ""])
@example(["emergency", ""])
@example(["holidays", "--year", "0"])
@example(["search", "pork", "--limit", "0"])
def test_what_the_direct_door_accepts_typer_understands_alike(typed):
    argv = entry.normalise(typed)
    found = entry.match(argv)
    if found:
        code, calls, said = through_typer(argv)
        assert calls == [found], said
        assert code == 0


@given(LINES)
def test_what_is_normal_stays_as_it_is(typed):
    once = entry.normalise(typed)
    assert entry.normalise(once) == once


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_both_doors(command):
    required = [name for name, _, needed in COMMANDS[command][0] if needed]
    argv = [*command.split(), *required]
    assert entry.match(argv)
    assert through_typer(argv)[1] == [entry.match(argv)]
