"""Pages that were read once, whole: tests/golden holds them.

After a change that is meant: `SAFETRAVEL_GOLDEN=write make unit`, then read the difference as carefully as code.
"""

import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
WRITING = os.environ.get("SAFETRAVEL_GOLDEN") == "write"


def same(name, text):
    """Assert that a page is the one in the folder; write it there where that is asked for."""
    path = os.path.join(FOLDER, name)
    if WRITING:
        os.makedirs(FOLDER, exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    with open(path, encoding="utf-8") as file:
        assert text == file.read()
