"""`profile`: written down, shown, forgotten; read by the alert, the card and `trip check`."""

import os

import pytest

from running import NOW
from safetravel_cli.env import Env
from safetravel_cli.sos import gather
from safetravel_cli.store import state


def held():
    return state.read(Env(environ=os.environ))


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("name", ["Siti", "Aminah"], "Siti Aminah"),
        ("passport-last4", ["ab12"], "AB12"),
        ("passport_expires", ["2031-04-30"], "2031-04-30"),
        ("phone", ["+1 (202) 555-0142"], "+12025550142"),
        ("next_of_kin_phone", ["+1", "202", "555", "0143"], "+12025550143"),
        ("blood_type", ["ab+"], "AB+"),
        ("kloter", ["SUB-12"], "SUB-12"),
        ("employer", ["Bapak", "Ahmad,", "ketua", "rombongan"], "Bapak Ahmad, ketua rombongan"),
    ],
)
def test_an_entry_is_kept_as_the_others_read_it(cli, name, typed, kept):
    assert cli("profile", "set", name, *typed).code == 0
    assert held()["profile." + name.replace("-", "_")] == kept
    assert kept[:6] in cli("profile").out.replace("\u00a0", " ") or "phone" in name or "expires" in name


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        ("phone", "08123456789", "bad_phone"),
        ("phone", "+62abc", "bad_phone"),
        ("passport_last4", "X1234567", "bad_last4"),
        ("passport_expires", "2031-02-30", "bad_date"),
        ("born", "2030-01-01", "bad_date"),
        ("blood_type", "C", "bad_choices"),
        ("name", "x" * 201, "bad_line"),
        ("name", " ", "bad_line"),
        ("nationality", "ID,MY,JP", "bad_nationality"),
    ],
)
def test_what_cannot_be_is_refused_and_not_repeated(cli, name, typed, key):
    for lang in ("en", "id"):
        run = cli("profile", "set", name, typed, lang=lang)
        assert run.code == 2 and (not typed.strip() or typed not in run.err + run.out)
        assert cli("profile", "set", name, typed, "--json", lang=lang).json()["errors"][0]["id"] == key
    assert "profile." + name not in held()


def test_two_nationalities_are_the_passports_too(cli):
    assert cli("profile", "set", "nationality", "indonesia,", "MY").code == 0
    assert (held()["profile.nationality"], held()["setting.passport"], held()["setting.second_passport"]) == (
        "Indonesia, Malaysia", "ID", "MY",
    )  # fmt: skip
    assert cli("profile", "set", "nationality", "wakanda").code == 3


def test_it_reaches_the_alert_the_card_and_the_trip(cli):
    for name, value in {"name": "Siti", "passport_last4": "1234", "languages": "Indonesia, Arab", "insurer": "Contoh 77"}.items():
        cli("profile", "set", name, value)
    who = gather._who(Env(environ=os.environ))
    assert who == {"name": "Siti", "passport_last4": "1234", "language": "Indonesia, Arab", "insurer": "Contoh 77"}
    card = cli("card", "pocket").out
    assert "1234" in card and "Contoh 77" in card
    cli("profile", "unset", "all")
    assert not [name for name in held() if name.startswith("profile.")]


def test_a_value_may_come_from_standard_input_and_an_unknown_entry_is_named(cli):
    assert cli("profile", "set", "allergies", "-", stdin="penisilin\n").code == 0
    assert held()["profile.allergies"] == "penisilin"
    run = cli("profile", "set", "nmae", "x")
    assert run.code == 3 and "passport_last4" in run.err


def test_a_defect_report_and_the_settings_hold_nothing_of_it(cli, monkeypatch):
    from safetravel_cli.services import profile

    cli("profile", "set", "name", "Siti Rahasia")
    assert "Rahasia" not in cli("config", "list").out + cli("config", "export").out

    def broken(*_):
        raise RuntimeError("Siti Rahasia")

    monkeypatch.setattr(profile, "entry", broken)
    run = cli("profile", "set", "phone", "+12025550142", now=NOW)
    assert run.code == 1
    home = os.environ["SAFETRAVEL_HOME"]
    reports = [name for name in os.listdir(home) if name.startswith("safetravel-report")]
    with open(os.path.join(home, reports[0])) as file:
        text = file.read()
    assert "Rahasia" not in text + run.err + run.out and "0142" not in text


def test_every_entry_but_birth_and_end_of_passport_stands_in_the_alert_in_both_languages(cli):
    from safetravel_cli import settings
    from safetravel_cli.sos import message
    from sos_kit import FACTS

    given = {"nationality": "ID", "born": "1990-05-17", "passport_last4": "1234", "passport_expires": "2031-04-30",
             "phone": "+12025550142", "next_of_kin_phone": "+12025550143", "blood_type": "O+"}  # fmt: skip
    for field in settings.PROFILE:
        assert cli("profile", "set", field.name, given.get(field.name, f"my {field.name}")).code == 0
    text = message.compose({**FACTS, "who": gather._who(Env(environ=os.environ))}, "ACDEF3")
    shown = {"nationality": "Indonesia", "phone": "+1 202 555 0142", "next_of_kin_phone": "+1 202 555 0143"}
    for half in text.split("ENGLISH"):
        for field in settings.PROFILE:
            words = shown.get(field.name, given.get(field.name, f"my {field.name}"))
            assert (words in half) is (field.name not in ("born", "passport_expires")), field.name
    # What is not written down takes no line; what is cannot make one.
    assert "KESEHATAN" not in message.compose(FACTS, "ACDEF3")
    text = message.compose({**FACTS, "who": {"name": "x", "hotel": "a\nWHERE: nowhere"}}, "ACDEF3")
    assert "\nWHERE: nowhere" not in text
