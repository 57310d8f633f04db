"""What the program offers a shell; the shells themselves are driven in tests/faults/test_completion.py."""

import pytest


@pytest.fixture
def offer(cli, monkeypatch, capsys):
    """Return a function that gives what is offered for a line, as the shell fish asks for it."""

    def ask(line, **variables):
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("_SAFETRAVEL_COMPLETE", "complete_fish")
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "safetravel " + line)
        capsys.readouterr()
        result = cli(**variables)
        assert result.code == 0 and not result.err
        return dict((row + "\t").split("\t")[:2] for row in capsys.readouterr().out.splitlines() if row)

    return ask


def test_a_group_offers_its_commands_and_its_own_options(offer):
    assert list(offer("sos "))[:3] == ["list", "show", "send"]
    assert "sos" not in offer("sos ")
    assert {"--drill", "--photo", "--lang"} <= set(offer("sos --"))
    assert list(offer("sos sh")) == ["show"]
    assert "medical" in offer("sos --kind ")


def test_a_country_goes_on_as_typed(offer):
    assert offer("country jap") == {"japan": "JP"}
    assert offer("country Jep") == {"Jepang": "JP"}
    assert offer("country hong k") == {"kong": "HK"}
    assert offer("compare japan south k") == {"korea": "KR"}
    # Behind a whole name nothing has to follow.
    assert offer("country japan ") == {}
    assert len(offer("country ")) > 300


def test_topics_have_their_titles_in_the_language_of_the_run(offer):
    assert offer("law japan --topic dru") == {"drugs": "Drugs"}
    assert offer("law japan --topic dru", lang="id") == {"drugs": "Narkoba"}
    assert "lost_passport" in offer("guide lost")
    assert "scams" in offer("safety japan --topic ")
    assert "police" in offer("card ")
    assert offer("card police jap") == {"japan": "JP"}
    assert list(offer("config get second")) == ["second_passport"]


def test_without_facts_there_is_silence(offer, tmp_path):
    assert offer("country jap", env={"SAFETRAVEL_SNAPSHOT": str(tmp_path / "none")}) == {}


def test_the_script_of_zsh_completes_at_its_first_call(monkeypatch):
    from typer import _completion_shared as shared

    from safetravel_cli.cli import completion

    monkeypatch.setattr(shared, "_completion_scripts", dict(shared._completion_scripts))
    for _ in range(2):
        completion.prepare(["--show-completion"])
        script = shared.get_completion_script(prog_name="safetravel", complete_var="_SAFETRAVEL_COMPLETE", shell="zsh")
        assert script.endswith(
            'if [[ $funcstack[1] = _safetravel ]]; then\n  _safetravel_completion "$@"\nelse\n'
            "  compdef _safetravel_completion safetravel\nfi"
        )
        assert script.count("compdef _safetravel") == 1
