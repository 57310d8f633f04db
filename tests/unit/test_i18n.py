"""The catalogue: every word in both languages, with the same blanks to fill, and no word that the program lacks."""

import ast
import os
import re
from string import Formatter

import pytest

from safetravel_cli import i18n, paths

FOLDER = os.path.dirname(i18n.__file__)
TOPICS = sorted(name[:-3] for name in os.listdir(FOLDER) if name.endswith(".py") and name not in ("__init__.py", "forms.py"))
WORDS = [(topic, key, pair) for topic in TOPICS for key, pair in i18n.topic(topic).items()]
KEY = re.compile(r"(\w+)\.(\w+)")
# English words that no Indonesian sentence has.
ENGLISH = re.compile(r"\b(the|and|or|of|is|are|was|not|with|from|this|that|your|you|to|it|has|have)\b", re.IGNORECASE)


def fields(text):
    """Return the names of the blanks of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def sources():
    """Return (path, tree) of every module of the program."""
    for folder, _, names in os.walk(paths.PACKAGE):
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    yield os.path.relpath(path, paths.PACKAGE), ast.parse(file.read())


def literal_keys(node):
    """Return the keys that an expression names outright: a text, or either side of a choice."""
    if isinstance(node, ast.IfExp):
        return literal_keys(node.body) + literal_keys(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [key for value in node.values for key in literal_keys(value)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found = KEY.fullmatch(node.value)
        return [node.value] if found and found[1] in TOPICS else []
    return []


def uses():
    """Return (where, key, names of the values given or None where they cannot be read) of every call that names a key."""
    found = []
    for path, tree in sources():
        if path.startswith("i18n"):
            continue
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            where = f"{path}:{node.lineno}"
            named = {keyword.arg for keyword in node.keywords}
            raised = "errors" in ast.unparse(node.func)
            # The choices of an error are its own, not a blank of its words.
            given = None if None in named else named - {"choices"} if raised else named
            first = node.args[0] if node.args else None
            for key in literal_keys(first) if first is not None else []:
                says = isinstance(node.func, ast.Name) and node.func.id == "say"
                found.append((where, key, given if says or raised else None))
            for other in [*node.args[1:], *[keyword.value for keyword in node.keywords]]:
                found += [(where, key, None) for key in literal_keys(other)]
    return found


USES = uses()


@pytest.mark.parametrize(("topic", "key", "pair"), WORDS, ids=[f"{topic}.{key}" for topic, key, _ in WORDS])
def test_a_word_has_both_languages(topic, key, pair):
    assert isinstance(pair, tuple)
    assert len(pair) == 2
    english, indonesian = pair
    assert english.strip()
    assert indonesian.strip()
    assert fields(english) == fields(indonesian)
    assert english.count("|") == indonesian.count("|")
    assert "  " not in english.strip()
    assert "  " not in indonesian.strip()


def test_no_english_stands_in_an_indonesian_sentence():
    for topic, key, (english, indonesian) in WORDS:
        text = re.sub(r"\{\w+\}|--?[a-z-]+|safetravel [a-z._ ]+|[\w.]+@[\w.]+|https?:\S+", "", indonesian)
        assert not ENGLISH.search(text), f"{topic}.{key}: {indonesian}"
        if english == indonesian:
            assert "safetravel" in english or len(re.sub(r"\{\w+\}", "", english).split()) < 4, (
                f"{topic}.{key} says the same in both: {english}"
            )


def test_every_word_that_is_used_is_there():
    missing = sorted(
        {f"{key} ({where})" for where, key, _ in USES if key.partition(".")[2] not in i18n.topic(key.partition(".")[0])}
    )
    assert missing == []
    assert len(USES) > 50


def test_every_blank_is_filled():
    for where, key, given in USES:
        topic, _, word = key.partition(".")
        pair = i18n.topic(topic).get(word)
        if given is not None and pair:
            assert fields(pair[0]) <= given, f"{where}: {key} lacks {fields(pair[0]) - given}"


def test_an_error_has_three_parts():
    for key, pair in i18n.topic("errors").items():
        if "|" in pair[0]:
            assert pair[0].count("|") == 2, key
            assert all(part.strip() for text in pair for part in text.split("|")), key


def test_a_missing_word_shows_its_key_instead_of_failing():
    assert i18n.Say("id")("common.there_is_no_such_word") == "common.there_is_no_such_word"
