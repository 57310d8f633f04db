"""The reference of the commands and the man page are what the help of the program says."""

import os

import pytest

import make_docs
from safetravel_cli import _door, exits, paths


@pytest.fixture(scope="module")
def every():
    """Return the help of all commands."""
    return make_docs.entries()


def read(path):
    """Return a file."""
    with open(path, encoding="utf-8") as file:
        return file.read()


def test_both_pages_are_up_to_date(every):
    assert make_docs.markdown(every) == read(make_docs.COMMANDS), "python tools/make_docs.py"
    assert make_docs.manual(every) == read(make_docs.MANUAL), "python tools/make_docs.py"


def test_every_command_and_every_option_is_there(every):
    page, manual = read(make_docs.COMMANDS), read(make_docs.MANUAL)
    known = {entry.words for entry in every}
    # `config` alone is a command too; it stands in its group.
    assert known - {""} == set(_door.COMMANDS)
    for words, (_, options, below) in _door.COMMANDS.items():
        assert f"`safetravel {words}`\n" in page
        assert f'.SS "{words}"\n' in manual
        part = page.partition(f"`safetravel {words}`\n")[2].partition("\n##")[0]
        for option, *_ in options:
            assert option in part, (words, option)
        for name in below:
            assert f"(#safetravel-{words}-{name})" in part


def test_every_link_to_a_command_has_its_heading(every):
    page = read(make_docs.COMMANDS)
    headings = {line.strip("# `").replace(" ", "-") for line in page.splitlines() if line.startswith("##")}
    links = {part.partition(")")[0] for part in page.split("](#")[1:]} - {"options-of-every-command"}
    assert links <= headings


def test_help_stands_in_both_languages(every):
    page = read(make_docs.COMMANDS)
    for words in ("Laws and rules, danger first", "Hukum dan aturan, yang berbahaya lebih dulu", "$ safetravel law arab saudi"):
        assert words in page


def test_the_man_page_has_files_variables_and_exit_codes():
    manual = read(make_docs.MANUAL)
    for value in (value for name, value in vars(exits).items() if name.isupper()):
        assert f"\n.B {value}\n" in manual
    environ = {"SAFETRAVEL_HOME": "/data"}
    for path in (paths.state_file, paths.overlay_file, paths.history_file, paths.places_dir, paths.outbox_dir, paths.mark_file):
        assert f"\n.B {os.path.relpath(path(environ), '/data')}" in manual
    for name in ("SAFETRAVEL_LANG", "SAFETRAVEL_HOME", "NO_COLOR"):
        assert f"\n.B {name}" in manual


def test_text_cannot_become_a_request():
    assert make_docs.prose(".so /etc/passwd") == ["\\&.so /etc/passwd"]
    assert make_docs.roff("'a' \\ -b `c-d`") == "\\(aqa\\(aq \\e \\-b \\fBc\\-d\\fR"
    assert make_docs.roff("é") == "\\[u00E9]"
