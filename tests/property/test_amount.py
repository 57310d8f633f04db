"""Amounts and names as people type them: what a form writes is read back, and nothing typed is a defect."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from safetravel_cli import errors
from safetravel_cli.i18n import forms
from safetravel_cli.lookup import amount, countries, currency

VALUES = st.integers(0, 10**13)


@given(VALUES, st.sampled_from(["en", "id"]), st.sampled_from(["{} JPY", "Rp{}", "Rp {},-", "US${}", "{}"]))
@example(15000, "id", "Rp{},-")
def test_a_whole_amount_is_read_back_in_either_style(value, language, form):
    found = amount.find(form.format(forms.number(value, language, 0)))
    assert found.value == value


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from(["en", "id"]))
def test_two_decimals_are_read_back_in_either_style(whole, cents, language):
    value = whole + cents / 100
    assert amount.find(forms.number(value, language, 2)).value == pytest.approx(value, abs=1e-4)


@given(st.integers(1, 999), st.sampled_from([("ribu", 3), ("rb", 3), ("juta", 6), ("jt", 6), ("million", 6), ("miliar", 9)]))
def test_a_multiplier_may_be_attached_or_not(value, unit):
    word, power = unit
    for text in (f"{value}{word} idr", f"{value} {word} idr", f"idr {value} {word.upper()}"):
        found = amount.find(text)
        assert found.value == value * 10**power
        assert (found.before + found.after).strip() == "idr"


@given(st.text(max_size=30))
@example("²")
@example("1" * 400)
@example("1 . 2")
@example("١٫٥ juta")
def test_nothing_typed_is_a_defect(snapshot, text):
    try:
        found = amount.find(text)
        currency.find(snapshot, found.after or found.before)
    except errors.SafeTravelError as error:
        assert error.key.startswith("convert.")
    else:
        assert found.value is None or 0 <= found.value < amount.LARGEST


def test_every_currency_is_found_by_code_and_by_both_names(snapshot):
    for row in snapshot.rows("SELECT currency_code, name_en, name_id FROM currency"):
        for text in (row["currency_code"], str(row["currency_code"]).lower(), row["name_en"], row["name_id"]):
            assert currency.find(snapshot, str(text)).code == row["currency_code"], text


@pytest.mark.parametrize("column", ["name_en", "name_id"])
def test_two_names_side_by_side_are_two_countries(snapshot, column):
    rows = snapshot.rows(f"SELECT country_code, {column} AS name FROM country ORDER BY country_code")
    for one, two in zip(rows, [*rows[37:], *rows[:37]], strict=True):
        words = f"{one['name']} {two['name']}".replace(",", " ").split()
        assert [found.code for found in countries.find(snapshot, words)] == [one["country_code"], two["country_code"]], words
