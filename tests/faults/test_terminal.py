"""The program on a real terminal (tmux), at 40 and at 80 columns, in both languages."""

import os
import subprocess
import sys
import unicodedata
import uuid

import pytest

from running import SOURCE, surroundings

pytestmark = pytest.mark.faults


class Screen:
    """A terminal of a given width in a tmux server of its own."""

    def __init__(self, columns, folder):
        self.columns = columns
        self.folder = folder
        self.socket = "safetravel-" + uuid.uuid4().hex[:12]

    def run(self, *argv, lang):
        """Run a command line on the terminal and return all lines that it left there."""
        variables = {**surroundings(lang, columns=None), "PYTHONPATH": SOURCE, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        done = "end-of-" + uuid.uuid4().hex[:8]
        words = " ".join(f"'{word}'" for word in argv)
        settings = os.path.join(self.folder, "tmux.conf")
        with open(settings, "w", encoding="ascii") as file:
            # The history must hold the longest card, and the screen must stay when the program has ended.
            file.write("set -g history-limit 5000\nset -g remain-on-exit on\n")
        line = f"'{sys.executable}' -m safetravel_cli {words}; tmux -L {self.socket} wait-for -S {done}"
        size = ["-x", str(self.columns), "-y", "50"]
        start = ["tmux", "-u", "-L", self.socket, "-f", settings, "new-session", "-d", *size, line]
        subprocess.run(start, env=variables, check=True, timeout=20)
        subprocess.run(["tmux", "-L", self.socket, "wait-for", done], check=True, timeout=40)
        capture = ["tmux", "-u", "-L", self.socket, "capture-pane", "-p", "-S", "-"]
        shown = subprocess.run(capture, capture_output=True, encoding="utf-8", check=True, timeout=20, env=variables).stdout
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], check=True, timeout=20)
        return shown.rstrip("\n").split("\n")


def cells(line):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line if not unicodedata.combining(char))


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("argv", [("country", "japan"), ("embassy", "--near", "35.66,139.70"), ("emergency", "saudi", "arabia")])
def test_a_page_fits_and_its_numbers_are_whole(tmp_path, argv, columns, lang):
    lines = Screen(columns, tmp_path).run(*argv, lang=lang)
    assert max(map(cells, lines)) <= columns
    numbers = {"country": ("+81 80 3506 8612", "110"), "embassy": ("+81 80 3506 8612",), "emergency": ("+966 56 917 3990", "997")}
    for number in (*numbers[argv[0]], "+62 812 9007 0027"):
        assert any(number in line for line in lines), number
    # Below 60 columns there are no boxes; above, the title stands in one.
    assert any("╭" in line for line in lines) == (columns >= 60)


@pytest.mark.parametrize("columns", [40, 80])
def test_an_alert_on_a_terminal_shows_whom_to_call_and_that_it_is_stored(tmp_path, columns):
    lines = Screen(columns, tmp_path).run("sos", "--message", "test of the terminal", "--at", "35.66,139.70", lang="id")
    text = "\n".join(lines)
    assert "TERSIMPAN" in text
    assert "+62 812 9007 0027" in text
