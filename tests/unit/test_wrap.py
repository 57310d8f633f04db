"""Lines on a screen: a telephone number is never cut, nothing steers the terminal, no code page makes a page fail."""

import io
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli import run
from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Source, Table, Text, Verbatim
from safetravel_cli.env import Env
from safetravel_cli.i18n.forms import phone
from safetravel_cli.views import plain_view
from safetravel_cli.views.wrap import clean, release, width, wrap

PHONES = st.tuples(st.sampled_from(["1", "62", "81", "966", "852"]), st.integers(10**6, 10**10)).map(
    lambda part: f"+{part[0]}{part[1]}"
)
WORDS = st.lists(
    st.text(st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp")), min_size=1, max_size=12), max_size=12
)


@given(WORDS, PHONES, WORDS, st.integers(30, 80))
def test_a_telephone_number_stands_whole_on_one_line(before, number, after, columns):
    text = " ".join([*before, phone(number), *after])
    lines = [release(line) for line in wrap(text, columns, "- ", "  ")]
    assert any(phone(number).replace("\u00a0", " ") in line for line in lines)


@given(WORDS, st.integers(20, 80))
def test_nothing_is_lost_and_no_line_is_too_wide(words, columns):
    lines = wrap(" ".join(words), columns, "> ", "  ")
    assert " ".join(" ".join(line[2:] for line in lines).split()) == " ".join(" ".join(words).split())
    for line in lines:
        assert width(line) <= columns or " " not in line[2:]


def test_without_a_limit_nothing_is_broken():
    text = "word " * 200
    assert wrap(text.strip(), 0) == [text.strip()]


def test_hanging_lines_and_paragraphs():
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]
    assert wrap("one\ntwo", 0, "- ", "  ") == ["- one", "  two"]
    assert wrap("", 40) == [""]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("Japan", 5), ("日本", 4), ("한국", 4), ("مصر", 3), ("e\u0301", 1), ("ประเทศ", 6), ("\uff21", 2), ("", 0), ("a\u200db", 2)],
)
def test_cells(text, cells):
    assert width(text) == cells


def test_wide_characters_are_counted_twice():
    assert wrap("日本 日本 日本", 9) == ["日本 日本", "日本"]


@pytest.mark.parametrize(
    ("dirty", "clear"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("a\x07b\rc", "abc"),
        ("a\x9b31mb", "a31mb"),
        ("call \u202e011\u202c now", "call 011 now"),
        ("\u2066x\u2069", "x"),
        ("\u200ex\u200f", "x"),
        ("a\ud800b", "ab"),
        ("line\nline", "line\nline"),
        ("Kōbe 神戸 مكة", "Kōbe 神戸 مكة"),
    ],
)
def test_what_could_steer_a_terminal_is_dropped(dirty, clear):
    assert clean(dirty) == clear


@given(st.text())
def test_no_control_reaches_the_terminal(text):
    shown = clean(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") and char != "\n" for char in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c") & set(shown)
    assert clean(shown) == shown


BAD = "x\x1b]0;title\x07y\u202ez"
PAGE = [
    Heading(1, "日本 " + BAD),
    Heading(2, "Call"),
    Text(BAD),
    Callout("danger", BAD),
    Pairs([("Police " + BAD, "110"), ("Hotline", ["+62\u00a0812\u00a09007\u00a00027", BAD]), ("", "alone")]),
    Table(("Name", "Number"), [("KBRI " + BAD, "+81\u00a03\u00a03441\u00a04201"), ("Blank", "")]),
    Items(["é", "–", BAD]),
    Source("Source: Ω (25\u00a0November\u00a02026)"),
    Verbatim(["████ " + BAD]),
]


@pytest.mark.parametrize("columns", [20, 30, 40, 60, 80, 0])
def test_plain_has_no_escape_codes_and_whole_numbers(columns):
    text = plain_view.render(PAGE, columns)
    assert not any(unicodedata.category(char) == "Cc" for char in text.replace("\n", ""))
    assert "\u202e" not in text
    assert "\u00a0" not in text
    for number in ("+62 812 9007 0027", "+81 3 3441 4201"):
        assert any(number in line for line in text.split("\n"))


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("color", [True, False])
def test_rich_has_only_its_own_escape_codes_and_whole_numbers(columns, color):
    from safetravel_cli.views import rich_view

    text = rich_view.render(PAGE, columns, color)
    assert "\x07" not in text
    assert "\x1b]" not in text
    assert "\u202e" not in text
    for number in ("+62 812 9007 0027", "+81 3 3441 4201"):
        assert any(number in line for line in text.split("\n"))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "shift_jis", "latin-1", "utf-8"])
def test_no_code_page_makes_a_page_fail(encoding):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="\n")
    env = Env(environ={}, stdout=out)
    run.show(PAGE, env)
    shown = raw.getvalue().decode(encoding)
    assert "+62 812 9007 0027" in shown
    assert "110" in shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_no_code_page_makes_an_error_fail(snapshot_file, encoding):
    from running import surroundings
    from safetravel_cli import entry

    raw, talk = io.BytesIO(), io.BytesIO()
    env = Env(
        environ=surroundings(lang="id"),
        stdout=io.TextIOWrapper(raw, encoding=encoding, errors="strict"),
        stderr=io.TextIOWrapper(talk, encoding=encoding, errors="strict", write_through=True),
    )
    assert entry.main(["country", "日本国の外"], env) == 3
    assert talk.getvalue()


def test_a_lone_surrogate_from_a_file_name_does_no_harm(cli, snapshot_file):
    for view in ([], ["--json"]):
        assert cli("country", "wakanda\udce9", *view).code == 3


def test_text_from_a_database_is_cleaned_on_the_way_out():
    row = sqlite3.connect(":memory:").execute("SELECT 'a' || char(27) || '[2J' || char(8238) || 'b'").fetchone()
    assert plain_view.render([Text(row[0])], 80) == "a[2Jb\n"
