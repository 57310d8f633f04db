"""Run pytest and fail where a test was skipped: a test that did not run proves nothing."""

import sys

import pytest


class Skips:
    """Count the tests that were skipped."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped:
            self.found.append(report.nodeid)


if __name__ == "__main__":
    skips = Skips()
    code = pytest.main(["-q", *sys.argv[1:]], plugins=[skips])
    if skips.found:
        print("skipped, so not shown:", *skips.found, sep="\n  ")
    sys.exit(int(code) or bool(skips.found))
