"""Whole pages as a person sees them, few and reviewed.

After a change that is meant: `SAFETRAVEL_GOLDEN=write make unit`, then read the difference as carefully as code.
"""

import os

import pytest

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "golden")
PAGES = {
    "country-japan": ("country", "japan"),
    "country-saudi-call-danger": ("country", "saudi", "arabia", "--section", "call,danger"),
    "emergency-hong-kong": ("emergency", "hong", "kong"),
    "embassy-near-shibuya": ("embassy", "--near", "35.66,139.70"),
    "embassy-near-unknown": ("embassy", "--near"),
    "worship-jeddah": ("worship", "jeddah", "--religion", "islam", "--limit", "4"),
    "hospitals-tokyo-map": ("hospitals", "tokyo", "--map"),
    "where-unknown": ("where", "--wait", "0"),
    "help": ("--help",),
}
WRITING = os.environ.get("SAFETRAVEL_GOLDEN") == "write"


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("page", PAGES)
def test_page(cli, page, columns, language):
    result = cli(*PAGES[page], lang=language, columns=columns, env={"TZ": "UTC"})
    assert result.code == 0
    path = os.path.join(FOLDER, f"{page}.{columns}.{language}.txt")
    if WRITING:
        os.makedirs(FOLDER, exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(result.out)
    with open(path, encoding="utf-8") as file:
        assert result.out == file.read()
