"""The JSON of our own hand is that of the json module."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.views.json_view import dumps, render

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20
)


@given(VALUES)
def test_it_writes_what_the_json_module_writes(value):
    assert dumps(value) == json.dumps(value, ensure_ascii=False, indent=2)


@given(VALUES)
def test_what_is_written_is_read_back(value):
    envelope = json.loads(render("country", "success", 0, value, [], [], None))
    assert envelope["data"] == value


def test_a_lone_surrogate_is_replaced():
    assert json.loads(render("country", "success", 0, "caf\udce9", [], [], None))["data"] == "caf?"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), {1, 2}, b"bytes"])
def test_what_has_no_form_is_refused(value):
    with pytest.raises(TypeError):
        dumps(value)
