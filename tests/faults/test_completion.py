"""The TAB key in bash, zsh and fish, on a terminal, after `safetravel --install-completion` in that shell."""

import json
import os
import re
import subprocess
import sys

import pytest

from fault_kit import Terminal
from running import SOURCE, surroundings

pytestmark = pytest.mark.faults

# The program while a shell asks it; else it only says with which words it was started.
PROGRAM = """#!{python}
import json, os, sys
sys.path.insert(0, {source!r})
if "_SAFETRAVEL_COMPLETE" in os.environ or "completion" in sys.argv[1]:
    from safetravel_cli.entry import script
    script()
print("STARTED", json.dumps(sys.argv[1:]), "END")
"""
# What each shell reads when it starts.
STARTS = {
    "bash": (".bashrc", "PS1='READY> '\n"),
    "zsh": (".zshrc", "PS1='READY> '\nunsetopt beep\n"),
    "fish": (".config/fish/config.fish", "function fish_prompt; echo 'READY> '; end\nset -g fish_greeting\n"),
}
# What is typed, where \t is the TAB key, and the words that the program is started with.
TYPED = {
    "emb\t": ["embassy"],
    "embassy --ne\tkowloon": ["embassy", "--near", "kowloon"],
    "country jap\t": ["country", "japan"],
    "country Jep\t": ["country", "Jepang"],
    "country hong k\t": ["country", "hong", "kong"],
    "compare japan malays\t": ["compare", "japan", "malaysia"],
    "law japan --topic dru\t": ["law", "japan", "--topic", "drugs"],
    "safety japan --topic scam\t": ["safety", "japan", "--topic", "scams"],
    "guide lost_p\t": ["guide", "lost_passport"],
    "prayer yokoh\t": ["prayer", "yokohama"],
    "here masjidil h\t": ["here", "masjidil", "haram"],
    "embassy --near Kuala lum\t": ["embassy", "--near", "Kuala", "lumpur"],
    "card pol\tjap\t": ["card", "police", "japan"],
    "prayer --method jak\t": ["prayer", "--method", "jakim"],
    "prayer --lang i\t": ["prayer", "--lang", "id"],
    "sos sho\t": ["sos", "show"],
    "sos --dri\t": ["sos", "--drill"],
    "trip che\t": ["trip", "check"],
    "config get second\t": ["config", "get", "second_passport"],
    "sos --photo pict\t": ["sos", "--photo", "picture.jpg"],
    "trip umr\t": ["trip", "umrah.toml"],
}


class Shell:
    """An installation of the program for one shell, in a home of its own."""

    def __init__(self, name, home):
        self.name = name
        self.home = str(home)
        for path, text in (
            ("bin/safetravel", PROGRAM.format(python=sys.executable, source=SOURCE)),
            STARTS[name],
            ("picture.jpg", ""),
            ("umrah.toml", ""),
        ):
            full = os.path.join(self.home, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
        os.chmod(os.path.join(self.home, "bin", "safetravel"), 0o700)
        self.variables = {
            **surroundings("en", columns=None),
            "HOME": self.home,
            "PATH": os.path.join(self.home, "bin") + ":" + os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
        }

    def run(self, line):
        """Run a line in the shell, which does not replace itself by the program, and return what it printed."""
        command = [self.name, "-c", line + "; true"]
        done = subprocess.run(
            command, env=self.variables, cwd=self.home, capture_output=True, encoding="utf-8", timeout=40, check=True
        )
        return done.stdout

    def type(self, keys):
        """Type a line on a terminal and return the words with which the program was started."""
        terminal = Terminal([self.name, "-c", f"cd; exec {self.name} -i"], self.variables)
        try:
            terminal.read(b"READY> ")
            os.write(terminal.handle, b"safetravel " + keys.encode() + b"\r")
            found = re.search(r"STARTED (\[.*?\]) END", terminal.read(b" END").replace("\r\n", ""))
        finally:
            terminal.kill()
        return json.loads(found[1])


@pytest.fixture(scope="module", params=list(STARTS))
def shell(request, tmp_path_factory, snapshot_file):
    """Return a shell in which the completion was installed by its own command."""
    made = Shell(request.param, tmp_path_factory.mktemp(request.param))
    made.run("safetravel --install-completion")
    return made


@pytest.mark.parametrize("keys", TYPED)
def test_the_tab_key_writes_what_is_meant(shell, keys):
    assert shell.type(keys) == TYPED[keys]


def test_the_script_can_be_shown_instead(shell):
    shown = shell.run("safetravel --show-completion")
    assert "_SAFETRAVEL_COMPLETE" in shown
    assert {"bash": "complete -o default", "zsh": "#compdef safetravel", "fish": "complete --command safetravel"}[
        shell.name
    ] in shown


def test_fish_offers_each_thing_on_a_line_of_its_own(tmp_path, snapshot_file):
    fish = Shell("fish", tmp_path)
    fish.run("safetravel --install-completion")
    for language in ("en", "id"):
        fish.variables["SAFETRAVEL_LANG"] = language
        offered = [line.partition("\t")[0] for line in fish.run('complete -C "safetravel country --"').splitlines()]
        assert "--section" in offered and "--json" in offered
        assert all(option.startswith("--") for option in offered), offered
