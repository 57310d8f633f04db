"""The rich view: no line wider than the terminal, numbers whole, the same words as the plain one."""

import re

import pytest

from safetravel_cli.views.wrap import width

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
PAGES = (
    ("country", "japan"),
    ("country", "saudi", "arabia", "--section", "laws,safety"),
    ("countries", "--region", "asia"),
    ("emergency", "ethiopia"),
    ("embassy", "--near", "kowloon"),
    ("embassy", "germany"),
    ("data",),
    ("data", "--licences"),
    ("card", "embassy", "south", "korea"),
    ("--help",),
    ("sos", "--help"),
)


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("argv", PAGES, ids=" ".join)
def test_every_line_fits(cli, argv, columns, lang):
    result = cli(*argv, lang=lang, columns=columns, env={"FORCE_COLOR": "1"})
    assert result.code == 0
    assert "\x1b[" in result.out
    for line in ESCAPES.sub("", result.out).split("\n"):
        # A word longer than the terminal, such as an address of the web, stands alone and whole.
        assert width(line.rstrip()) <= columns or len(line.split()) <= 3, line


@pytest.mark.parametrize("argv", PAGES[3:6], ids=" ".join)
def test_numbers_are_the_same_as_in_plain(cli, argv):
    number = re.compile(r"\+\d[\d ]{7,}\d")
    plain = set(number.findall(cli(*argv, columns=80).out))
    rich = set(number.findall(ESCAPES.sub("", cli(*argv, columns=80, env={"FORCE_COLOR": "1"}).out)))
    assert plain == rich
    assert plain


def test_no_color_keeps_the_words_and_drops_the_colours(cli):
    out = cli("country", "japan", "--no-color", env={"FORCE_COLOR": "1"}).out
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", out)
    assert "DANGER" in out
