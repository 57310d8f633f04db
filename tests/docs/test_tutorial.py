"""Every line of the tutorials is run, in order, on a device of its own; what a page shows of an answer is in it."""

import glob
import os
import re
import shlex

import pytest

TUTORIALS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "tutorial")
PAGES = sorted(os.path.basename(path) for path in glob.glob(os.path.join(TUTORIALS, "*.md")))
# No test has a network, a terminal to ask on, or a contact to send to.
ENDS = {"sync": 6, "sos": 78, "setup": 2, "doctor": 78}


def steps(name):
    """Return the commands of the console blocks of a page, each with the lines that are shown of its answer."""
    with open(os.path.join(TUTORIALS, name), encoding="utf-8") as file:
        blocks = re.findall(r"^ *```console\n(.*?)^ *```", file.read(), re.DOTALL | re.MULTILINE)
    found = []
    for line in "".join(blocks).splitlines():
        if line.strip().startswith("$ "):
            found.append((shlex.split(line.strip()[2:]), []))
        else:
            found[-1][1].append(line.strip())
    return found


@pytest.mark.parametrize("name", PAGES)
def test_each_command_does_what_the_page_says(cli, offline, name):
    for words, shown in steps(name):
        assert words[0] == "safetravel"
        result = cli(*words[1:])
        expected = 0 if words[2:3] == ["list"] else ENDS.get(words[1], 0)
        assert result.code == expected, (words, result)
        lines = [line.strip() for line in result.out.replace("\u00a0", " ").splitlines()]
        for line in shown:
            assert line in lines, (words, line, result)
            del lines[: lines.index(line) + 1]


@pytest.mark.parametrize("name", PAGES)
def test_each_command_is_understood_in_indonesian_too(cli, offline, name):
    for words, _ in steps(name):
        assert cli(*words[1:], lang="id").code in (0, ENDS.get(words[1])), words


def test_the_pages_have_commands():
    assert PAGES
    assert all(len(steps(name)) >= 5 for name in PAGES)
