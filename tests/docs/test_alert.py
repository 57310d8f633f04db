"""The page about the alert shows what the program writes."""

import os

from safetravel_cli.i18n.sos_text import WORDS
from safetravel_cli.sos import message
from sos_kit import FULL

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "reference", "alert.md")


def page():
    with open(PAGE, encoding="utf-8") as file:
        return file.read()


def test_the_examples_are_what_the_program_writes():
    held = page().replace("\u00a0", " ")
    for text in (message.compose(FULL, "ACDEF3").rstrip(), message.sms(FULL, "ACDEF3")):
        assert f"```text\n{text}\n```".replace("\u00a0", " ") in held
    assert f"`{message.subject(FULL, 'ACDEF3')}`" in held


def test_every_follow_up_and_every_label_is_explained():
    held = page()
    for kind in message.FOLLOW_UPS:
        for words in WORDS["is_" + kind]:
            assert words in held, words
    for key in ("who", "what", "where", "when", "condition", "back", "battery", "media", "code", "says"):
        for words in WORDS[key]:
            assert f"`{words.partition(':')[0]}`" in held, words
    for key, (_, words) in WORDS.items():
        if key.startswith("by_") and "{" not in words and key not in ("by_unknown",):
            assert words in held, words
