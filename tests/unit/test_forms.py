"""Numbers, dates and telephone numbers as each language writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.domain.blocks import NBSP
from safetravel_cli.i18n import Say, forms


@pytest.mark.parametrize(
    ("value", "digits", "english", "indonesian"),
    [
        (0, None, "0", "0"),
        (1234, None, "1,234", "1.234"),
        (1234567, None, "1,234,567", "1.234.567"),
        (1234.5, None, "1,234.5", "1.234,5"),
        (1234.5, 2, "1,234.50", "1.234,50"),
        (0.1, None, "0.1", "0,1"),
        (-33.87, None, "-33.87", "-33,87"),
        (110.0, None, "110", "110"),
        (0.000012, None, "0.000012", "0,000012"),
        (16250.75, 0, "16,251", "16.251"),
        (2.5, 1, "2.5", "2,5"),
    ],
)
def test_numbers(value, digits, english, indonesian):
    assert forms.number(value, "en", digits) == english
    assert forms.number(value, "id", digits) == indonesian


@given(st.floats(-1e12, 1e12, allow_nan=False), st.sampled_from([None, 0, 1, 2, 6]))
def test_both_languages_write_the_same_number(value, digits):
    english, indonesian = forms.number(value, "en", digits), forms.number(value, "id", digits)
    assert indonesian.translate(str.maketrans(",.", ".,")) == english
    assert "e" not in english
    assert float(english.replace(",", "")) == pytest.approx(value, rel=1e-5, abs=1 if digits == 0 else 0.06 if digits else 1e-7)


@pytest.mark.parametrize(
    ("text", "english", "indonesian"),
    [
        ("2026-11-25", "25 November 2026", "25 November 2026"),
        ("2026-08-01", "1 August 2026", "1 Agustus 2026"),
        ("2026-10-25T03:00:00Z", "25 October 2026", "25 Oktober 2026"),
        ("2022-05", "May 2022", "Mei 2022"),
        ("2025", "2025", "2025"),
        ("", "", ""),
        ("yesterday", "yesterday", "yesterday"),
    ],
)
def test_dates(text, english, indonesian):
    assert forms.date(text, "en").replace(NBSP, " ") == english
    assert forms.date(text, "id").replace(NBSP, " ") == indonesian
    assert " " not in forms.date(text, "id")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("110", "110"),
        ("112", "112"),
        ("*112#", "*112#"),
        ("+12025550123", "+1 202 555 0123"),
        ("+6281290070027", "+62 812 9007 0027"),
        ("+442079460123", "+44 20 7946 0123"),
    ],
)
def test_telephone_numbers(number, shown):
    assert forms.phone(number).replace(NBSP, " ") == shown


@given(st.integers(1, 9), st.integers(10**5, 10**14 - 1))
def test_a_telephone_number_keeps_its_digits_and_holds_together(first, rest):
    number = f"+{first}{rest}"
    shown = forms.phone(number)
    assert shown.replace(NBSP, "") == number
    assert " " not in shown
    groups = shown[1:].split(NBSP)
    assert all(1 <= len(group) <= 4 for group in groups)
    assert all(len(group) >= 3 for group in groups[2:])


@pytest.mark.parametrize(
    ("items", "english", "indonesian"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a and b", "a dan b"), (["a", "b", "c"], "a, b and c", "a, b, dan c")],
)
def test_lists_are_joined(items, english, indonesian):
    assert Say("en").join(items) == english
    assert Say("id").join(items) == indonesian


def test_a_missing_text_falls_back_to_the_other_language():
    assert Say("id").pick({"name_en": "Mina", "name_id": ""}, "name") == "Mina"
    assert Say("en").pick({"name_en": None, "name_id": "Mina"}, "name") == "Mina"
    assert Say("en").pick({}, "name") == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("call 0900 8844 or 112", "call 0900~8844 or 112"),
        ("Ombudsman 13 13 94 has", "Ombudsman 13~13~94 has"),
        ("+62 812 9007 0027, and to", "+62~812~9007~0027, and to"),
        ("18 (21 to buy)", "18 (21 to buy)"),
        ("112, 911", "112, 911"),
        ("", ""),
    ],
)
def test_a_number_in_a_text_is_held_together(text, kept):
    assert forms.held(text) == kept.replace("~", NBSP)


def test_what_is_no_e164_is_left_as_it_was_typed():
    assert forms.phone("0812-0000 0000") == f"0812-0000{NBSP}0000"
    assert forms.phone("+62 812-0000") == f"+62{NBSP}812-0000"
    assert forms.phone("Budi") == "Budi"
