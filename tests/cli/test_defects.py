"""A mistake of ours: one line for the person, a file for us, the envelope for a script."""

import os

import pytest

from safetravel_cli.services import config


class Odd(Exception):
    """What no part of the program knows of."""


@pytest.fixture(autouse=True)
def _broken(monkeypatch):
    def fail(arguments, env):
        raise Odd("secret words of the person")

    monkeypatch.setattr(config, "answer", fail)


def test_a_defect_is_said_in_both_languages_and_kept(cli):
    home = os.environ["SAFETRAVEL_HOME"]
    english, indonesian = cli("config"), cli("config", lang="id")
    assert (english.code, indonesian.code) == (1, 1)
    assert "our mistake" in english.err
    assert "kesalahan kami" in indonesian.err
    reports = [name for name in os.listdir(home) if name.startswith("safetravel-report-")]
    assert len(reports) == 2
    with open(os.path.join(home, reports[0]), encoding="utf-8") as file:
        text = file.read()
    assert "Odd" in text
    assert "secret" not in text
    assert home not in text


def test_a_defect_keeps_the_envelope(cli):
    found = cli("config", "--json")
    assert found.code == 1
    envelope = found.json()
    assert (envelope["status"], envelope["exit_code"], envelope["errors"][0]["id"]) == ("error", 1, "defect")


def test_the_traceback_comes_when_asked_for(cli):
    with pytest.raises(Odd):
        cli("config", "--debug")


def test_a_home_that_cannot_be_made_changes_nothing(cli, tmp_path):
    (tmp_path / "file").write_text("")
    found = cli("config", env={"SAFETRAVEL_HOME": str(tmp_path / "file" / "home")})
    assert found.code == 1
    assert "our mistake" in found.err
