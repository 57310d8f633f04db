"""The reference says all that there is to say."""

import os
import re

from safetravel_cli import exits, paths

REFERENCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "reference")


def read(name):
    """Return a page of the reference."""
    with open(os.path.join(REFERENCE, name), encoding="utf-8") as file:
        return file.read()


def test_every_exit_code_is_documented():
    known = {value for name, value in vars(exits).items() if name.isupper()}
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", read("exit-codes.md"), re.MULTILINE)}
    assert documented == known


def test_every_variable_is_documented():
    page = read("environment-variables.md")
    found = set()
    for folder, _, names in os.walk(paths.PACKAGE):
        for name in names:
            if name.endswith(".py"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    found |= set(re.findall(r"\bSAFETRAVEL_[A-Z]+(?:_[A-Z]+)*\b", file.read()))
    assert found - {"SAFETRAVEL_FEED", "SAFETRAVEL_FEED_NAME_URL"} <= set(re.findall(r"SAFETRAVEL_[A-Z0-9_]+", page))


def test_every_source_of_sync_has_its_variable_documented():
    from safetravel_cli.sync.feeds import FEEDS

    for feed in FEEDS:
        assert f"`SAFETRAVEL_FEED_{feed.name.upper()}_URL`" in read("environment-variables.md")


def test_every_schema_is_linked():
    for name in os.listdir(os.path.join(REFERENCE, "schema")):
        assert f"schema/{name}" in read("json-output.md")
