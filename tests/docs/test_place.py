"""docs/reference/place.md says what a PLACE may be; every example of it is tried."""

import os
import re

import pytest

from safetravel_cli import errors
from safetravel_cli.geo import place, position

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "reference", "place.md")


def rows(width):
    """Return the cells of the tables of that many columns."""
    with open(PAGE, encoding="utf-8") as file:
        cells = [[cell.strip() for cell in line.strip().strip("|").split(" | ")] for line in file if line.startswith("|")]
    return [line for line in cells if len(line) == width and any(cell.startswith("`") for cell in line)]


@pytest.mark.parametrize(("form", "example", "read"), rows(3), ids=[line[0] for line in rows(3)])
def test_an_example_is_read_as_the_page_says(snapshot, form, example, read):
    found = place.resolve(snapshot, example.strip("`"))
    if found.kind == "position":
        assert position.write(found.latitude, found.longitude) == read
    else:
        assert f"{found.kind} {found.name_en} ({found.country_code})" == read


@pytest.mark.parametrize(("example", "reason"), rows(2), ids=[line[0] for line in rows(2)])
def test_a_refusal_has_the_reason_that_the_page_says(snapshot, example, reason):
    with pytest.raises(errors.UsageError) as caught:
        place.resolve(snapshot, example.strip("`"))
    assert caught.value.values.get("reason", caught.value.key) == "errors." + reason


def test_the_page_names_every_reason():
    from safetravel_cli.i18n.errors import WORDS

    reasons = {key for key in WORDS if re.match(r"(position|link)_|(latitude|longitude|minutes)_range", key)}
    assert reasons <= {line[1] for line in rows(2)}
    assert len(rows(3)) > 40
