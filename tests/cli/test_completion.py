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


def test_a_place_goes_on_as_typed_countries_first(offer):
    assert list(offer("prayer mak").items())[:4] == [
        ("makau", "MO"),
        ("makedonia utara", "MK"),
        ("makkah", "SA"),
        ("makassar", "ID"),
    ]
    # Names of both languages, whatever the language of the run.
    for lang in ("en", "id"):
        assert offer("time makka", lang=lang)["makkah"] == "SA"
        assert offer("time Mekka", lang=lang)["Mekkah"] == "SA"
    assert offer("here min")["mina"] == "SA"
    assert next(iter(offer("embassy --near kuala l"))) == "lumpur"
    assert offer("worship den ha") == {"haag": "NL"}
    assert list(offer("here Masjidil H")) == ["Haram"]
    # Mecca of the United States is not what the program understands by that name.
    assert offer("eat mecc")["mecca"] == "SA"


def test_a_place_goes_on_with_and_without_its_accents(offer):
    assert offer("prayer troms")["tromso"] == "NO"
    assert offer("prayer tromsø") == {"tromsø": "NO"}
    assert offer("prayer 東") == {}


def test_cities_are_few_and_none_for_a_letter(offer, snapshot):
    countries = offer("country s")
    assert offer("sights s") == countries
    assert len(offer("sights sa")) <= len(countries) + 20 + len(snapshot.rows("SELECT word FROM place_word"))
    assert len(offer("sights ber")) <= 40


@pytest.mark.parametrize("command", "airports alerts eat embassy here hospitals prayer sights time worship".split())
def test_every_command_that_takes_a_place_offers_cities(offer, command):
    assert offer(f"{command} yokoham") == {"yokohama": "JP"}


def test_a_country_is_no_place(offer):
    assert offer("law yokoham") == {}


def test_cities_are_found_by_an_index(snapshot):
    from safetravel_cli.cli import completion

    for sql in (completion.WORDS_FROM, completion.CITIES_FROM):
        plan = [str(row["detail"]) for row in snapshot.rows("EXPLAIN QUERY PLAN " + sql, "mak", "mal")]
        assert plan
        assert not [step for step in plan if step.startswith("SCAN")], plan
        assert any("USING PRIMARY KEY" in step for step in plan), plan


def test_no_word_offered_opens_a_string_in_the_shell(offer):
    for start in ("ka", "pr", "ta"):
        assert not [name for name in offer(f"prayer {start}") if "'" in name or "\u2019" in name]


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
