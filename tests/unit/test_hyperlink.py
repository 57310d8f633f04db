"""Links (OSC 8): on a terminal that has them, and nowhere else."""

import io

import pytest

from safetravel_cli.domain.blocks import Link, Pairs
from safetravel_cli.env import Env
from safetravel_cli.views import hyperlink, plain_view, rich_view

URL = "https://www.openstreetmap.org/directions?from=1.35000,103.82000&to=1.29928,103.82274"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("environ", "has"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "4900"}, False),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"VTE_VERSION": "7600", "TMUX": "/tmp/x", "TERM": "screen-256color"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "WT_SESSION": "x"}, False),
    ],
)
def test_only_a_terminal_that_has_links_gets_them(environ, has):
    assert hyperlink.supported(Env(environ=environ, stdout=Terminal())) == has
    assert not hyperlink.supported(Env(environ=environ, stdout=io.StringIO()))


def test_no_link_leaves_through_a_pipe(cli):
    out = cli("embassy", "--near", "1.35,103.82", env={"FORCE_COLOR": "1", "FORCE_HYPERLINK": "1", "WT_SESSION": "x"}).out
    assert "\x1b[" in out
    assert "\x1b]8" not in out
    assert URL in out


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_words_stand_for_the_address_or_the_address_stands_whole(columns):
    blocks = [
        Pairs([("Name", "KBRI Singapura"), ("Route", Link("route on OpenStreetMap", URL)), ("Map app", Link("open", "geo:1,2"))])
    ]
    linked = rich_view.render(blocks, columns, True, True)
    assert f";{URL}\x1b\\" in linked
    assert "route on OpenStreetMap" in linked
    bare = rich_view.render(blocks, columns, True)
    assert "\x1b]8" not in bare
    assert URL in bare
    assert "geo:1,2" in bare
    assert plain_view.render(blocks, columns).count(URL) == 1


def test_an_address_cannot_steer_the_terminal():
    nasty = [Pairs([("Website", Link("x", "https://example.org/\x1b]0;title\x07\x1b\\"))])]
    for links in (False, True):
        assert "\x07" not in rich_view.render(nasty, 80, True, links)
    assert "\x1b" not in plain_view.render(nasty, 80)
