"""A shared device: a word before what is private, and every trace removed."""

import os

import pytest

from pty_kit import Terminal
from safetravel_cli.env import Env
from safetravel_cli.store import state
from schema_kit import check
from sos_kit import code_in

WORD = {"SAFETRAVEL_WORD": "melati putih"}


@pytest.fixture
def stored(cli):
    """Write down what nobody else may see, store an alert, and put a word before it; return the code of the alert."""
    state.write(Env(environ=os.environ), {
        "profile.name": "Siti Rahasia", "profile.medicines": "insulin", "profile.passport_expires": "2026-12-01",
        "contact.ibu.email": "ibu@example.org", "contact.ibu.name": "Ibu",
    })  # fmt: skip
    code = code_in(cli("sos", "--message", "kata yang rahasia", "--at", "japan", "--yes").out)
    assert check(cli("setup", "--private", "--json", env=WORD), "setup")["private"]
    return code


def test_nothing_is_shown_without_the_word(cli, stored, tmp_path):
    guarded = (["profile"], ["profile", "show"], ["config"], ["config", "export"], ["sos", "list"], ["sos", "show", stored],
               ["sos", "export", stored, str(tmp_path / "x")], ["sos", "channels"], ["doctor"], ["setup"],
               ["card", "pocket"], ["card", "Saku"],
               ["setup", "--no-private"], ["profile", "set", "name", "x"])  # fmt: skip
    for argv in guarded:
        for more in ([], ["--json"]):
            for env in ({}, {"SAFETRAVEL_WORD": "salah sekali"}):
                run = cli(*argv, *more, env=env)
                shown = run.out + run.err
                assert run.code == 2, argv
                assert (
                    "Rahasia" not in shown
                    and "ibu@example.org" not in shown
                    and "rahasia" not in shown
                    and "insulin" not in shown
                )
    assert not os.path.exists(tmp_path / "x")


def test_other_commands_work_and_tell_nothing(cli, stored):
    shown = cli("card", "doctor", "japan").out + cli("country", "japan").out + cli("card", "saku", lang="id").out
    assert "insulin" not in shown and "Rahasia" not in shown
    assert cli("emergency", "japan").code == 0


def test_an_alert_needs_no_word_and_goes_to_the_contacts(cli, stored):
    run = cli("sos", "--message", "x", "--at", "japan", "--json")
    assert run.code == 78 and run.json()["data"]["recipients"][0]["rcpt"] == "ibu@example.org"
    assert cli("sos", "--silent", "--message", "x").out == ""


def test_the_word_opens_and_is_kept_nowhere(cli, stored):
    assert "Siti Rahasia" in cli("profile", env=WORD).out
    assert stored in cli("sos", "list", env=WORD).out
    held = str(state.read(Env(environ=os.environ)))
    assert "melati" not in held and "private" not in cli("config", "list", env=WORD).out
    assert cli("setup", "--no-private", env=WORD).code == 0
    assert "Siti Rahasia" in cli("profile").out


def test_a_word_is_asked_for_on_a_terminal_and_not_shown(stored):
    run = Terminal("profile")
    run.expect("(it is not shown):").type("melati putih")
    seen = run.end()
    assert run.code == 0 and "Siti Rahasia" in seen and "melati" not in seen


def test_a_new_word_is_typed_twice(cli):
    run = Terminal("setup", "--private")
    run.talk(("at least 4 characters (it is not shown):", "melati"), ("Once more:", "mawar"))
    assert "differ" in run.end() and run.code == 2
    assert cli("profile").code == 0
    assert cli("setup", "--private", env={"SAFETRAVEL_WORD": "abc"}).code == 2


@pytest.mark.parametrize("lang", ["en", "id"])
def test_purge_removes_every_trace_and_nothing_else(cli, stored, tmp_path, lang):
    home = os.environ["SAFETRAVEL_HOME"]
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(500))
    cli("sos", "--photo", str(photo), "--message", "x")
    cli("setup", "--password-stdin", stdin="pw\n", env=WORD)
    with open(os.path.join(home, "note-of-mine.txt"), "w") as file:
        file.write("mine")
    run = cli("purge", lang=lang)
    assert run.code == 2 and "safetravel purge --yes" in run.err and os.path.exists(os.path.join(home, "state.sqlite"))
    # Also where the word is forgotten.
    data = check(cli("purge", "--yes", "--json", lang=lang), "purge")
    assert data["left"] == ["note-of-mine.txt"] and data["removed"] > 3 and photo.exists()
    assert os.listdir(home) == ["note-of-mine.txt"]
    os.unlink(os.path.join(home, "note-of-mine.txt"))
    assert check(cli("purge", "--yes", "--json"), "purge")["removed"] == 0 and not os.path.exists(home)
    assert cli("profile").code == 0


def test_purge_asks_on_a_terminal(stored):
    run = Terminal("purge")
    run.expect("Type yes").type("no")
    assert "Nothing was removed" in run.end()
    assert os.path.exists(os.path.join(os.environ["SAFETRAVEL_HOME"], "state.sqlite"))
