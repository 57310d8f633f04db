"""Surroundings: language, width and view from the variables and streams of a run."""

import io

import pytest

from safetravel_cli.env import Env, columns, is_terminal, language


class Terminal(io.StringIO):
    """A stream that says it is a terminal, of no known size."""

    def isatty(self):
        return True

    def fileno(self):
        raise OSError


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "id-ID"}, "id"),
        ({"LANG": "ms_MY.UTF-8"}, "id"),
        ({"LANG": "jv_ID@latin"}, "id"),
        ({"LANG": "su_ID"}, "id"),
        ({"LANG": "in_ID"}, "id"),
        ({"LANG": "id_ID", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_ALL": "id_ID", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "id"),
        ({"LC_ALL": "", "LANG": "id_ID"}, "id"),
        ({"SAFETRAVEL_LANG": "en", "LC_ALL": "id_ID"}, "en"),
        ({"SAFETRAVEL_LANG": "id", "LC_ALL": "en_US"}, "id"),
        ({"SAFETRAVEL_LANG": "ID"}, "id"),
    ],
)
def test_the_language_comes_from_the_variables(environ, expected):
    assert language(environ) == expected


@pytest.mark.parametrize(
    ("environ", "stream", "expected"),
    [
        ({}, io.StringIO(), 0),
        ({"COLUMNS": "40"}, io.StringIO(), 40),
        ({"COLUMNS": "3"}, io.StringIO(), 20),
        ({"COLUMNS": "0"}, io.StringIO(), 0),
        ({"COLUMNS": "-5"}, io.StringIO(), 0),
        ({"COLUMNS": "wide"}, io.StringIO(), 0),
        ({}, Terminal(), 80),
        ({"COLUMNS": "120"}, Terminal(), 120),
    ],
)
def test_the_width_is_given_or_asked_of_the_terminal(environ, stream, expected):
    assert columns(environ, stream) == expected


@pytest.mark.parametrize(
    ("environ", "stream", "view"),
    [
        ({}, io.StringIO(), "plain"),
        ({}, Terminal(), "rich"),
        ({"COLUMNS": "59"}, Terminal(), "plain"),
        ({"COLUMNS": "60"}, Terminal(), "rich"),
        ({"TERM": "dumb"}, Terminal(), "plain"),
        ({"ACCESSIBLE": "1"}, Terminal(), "plain"),
        ({"FORCE_COLOR": "1"}, io.StringIO(), "rich"),
        ({"FORCE_COLOR": "1", "COLUMNS": "40"}, io.StringIO(), "plain"),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, io.StringIO(), "plain"),
    ],
)
def test_rich_is_for_terminals_that_are_wide_enough(environ, stream, view):
    assert Env(environ=environ, stdout=stream).view == view


def test_no_color_keeps_the_view_and_drops_the_colour():
    env = Env(environ={"NO_COLOR": "1"}, stdout=Terminal())
    assert (env.view, env.color) == ("rich", False)


def test_the_shared_options_win():
    env = Env(environ={"SAFETRAVEL_LANG": "en"}, stdout=Terminal())
    env.apply({"json": True, "plain": True, "lang": "id", "no_color": True, "max_age": 30, "debug": True})
    assert (env.view, env.language, env.color, env.max_age, env.debug) == ("json", "id", False, 30, True)


def test_a_closed_stream_is_no_terminal():
    stream = Terminal()
    stream.close()
    assert not is_terminal(None)
    assert is_terminal(Terminal())
    closed = io.StringIO()
    closed.close()
    assert not is_terminal(closed)


def test_the_clock_is_given():
    assert Env(environ={}, now=lambda: 5.0).now() == 5.0
