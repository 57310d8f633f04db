"""docs/reference/convert.md says what amounts and currencies are understood; every example of it is tried."""

import os

import pytest

from safetravel_cli.lookup import amount, currency

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "reference", "convert.md")


def rows(heading):
    """Return the cells of the table under a heading."""
    with open(PAGE, encoding="utf-8") as file:
        part = file.read().partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = [[cell.strip() for cell in line.strip().strip("|").split(" | ")] for line in part.split("\n")]
    return [line for line in cells if len(line) == 2 and line[0].startswith("`")]


@pytest.mark.parametrize(("typed", "read"), rows("Amounts"), ids=[line[0] for line in rows("Amounts")])
def test_an_amount_is_read_as_the_page_says(typed, read):
    found = amount.find(typed.strip("`"))
    assert (found.value, found.before, found.after) == (float(read), "", "")


@pytest.mark.parametrize(("typed", "read"), rows("Currencies"), ids=[line[0] for line in rows("Currencies")])
def test_a_currency_is_read_as_the_page_says(snapshot, typed, read):
    assert currency.find(snapshot, typed.strip("`")).code == read


def test_the_page_has_examples():
    assert len(rows("Amounts")) > 20
    assert len(rows("Currencies")) > 10
