"""The man page, as mandoc and groff read it."""

import subprocess

import pytest

import make_docs

pytestmark = pytest.mark.faults


def test_mandoc_has_nothing_to_complain_of():
    done = subprocess.run(
        ["mandoc", "-T", "lint", make_docs.MANUAL], capture_output=True, encoding="utf-8", timeout=40, check=False
    )
    # The page says the version instead: with a date it would differ from build to build.
    said = [line for line in done.stdout.splitlines() if not line.endswith('missing date, using "": TH')]
    assert not said, "\n".join(said)


@pytest.mark.parametrize("width", ["60", "100"])
def test_it_is_set_whole(width):
    command = ["mandoc", "-T", "utf8", "-O", f"width={width}", make_docs.MANUAL]
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=40, check=True).stdout
    # Bold and underlined letters are struck twice.
    while (at := shown.find("\b")) > 0:
        shown = shown[: at - 1] + shown[at + 1 :]
    words = " ".join(shown.split())
    for part in (
        "safetravel country NAME... [options]",
        "sos list",
        "ENVIRONMENT",
        "EXIT STATUS",
        "(safetravel countries | head)",
    ):
        assert part in words
