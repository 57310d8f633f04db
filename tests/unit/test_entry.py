"""The way in: what is rewritten before both doors, what the matcher takes, and how a slip of the finger is answered."""

import inspect

import pytest

import make_door
from safetravel_cli import entry


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("embassy --near -33.87,151.21", ["embassy", "--near", "geo:-33.87,151.21"]),
        ("embassy -33.87,-70.5 --near", ["embassy", "geo:-33.87,-70.5", "--near"]),
        ("sos --at -6.2,|106.8", ["sos", "--at", "geo:-6.2,106.8"]),
        ("sos --at -6.2,|-106.8 --json", ["sos", "--at", "geo:-6.2,-106.8", "--json"]),
        ("sos --at '-6.2, 106.8'", ["sos", "--at", "geo:-6.2,106.8"]),
        ("here -6.2 106.8", ["here", "geo:-6.2,106.8"]),
        ("here -33.87 -70.5 --json", ["here", "geo:-33.87,-70.5", "--json"]),
        ("worship --limit -3 5", ["worship", "--limit", "-3", "5"]),
        ("sos --photo a.jpg|b.jpg", ["sos", "--photo", "a.jpg", "--photo", "b.jpg"]),
        ("sos --photo a.jpg|b.jpg --message help me", ["sos", "--photo", "a.jpg", "--photo", "b.jpg", "--message", "help", "me"]),
        ("sos --photo a.jpg --photo b.jpg", ["sos", "--photo", "a.jpg", "--photo", "b.jpg"]),
        ("sync --only ecb|uk", ["sync", "--only", "ecb", "--only", "uk"]),
        ("country hong kong", ["country", "hong", "kong"]),
        ("embassy -- -33.87,151.21", ["embassy", "--", "-33.87,151.21"]),
        ("embassy --naer", ["embassy", "--naer"]),
        ("sos -m -", ["sos", "-m", "-"]),
        ("embassy -5", ["embassy", "-5"]),
        ("embassy 35.66,139.70", ["embassy", "35.66,139.70"]),
    ],
)
def test_what_no_parser_takes_is_rewritten(typed, normal):
    quoted = typed.replace("'-6.2, 106.8'", "-6.2,~106.8")
    argv = [word.replace("~", " ") for word in quoted.replace("|", " ").split(" ")]
    assert entry.normalise(argv) == normal


@pytest.mark.parametrize(
    ("argv", "name", "value"),
    [
        (["country", "hong", "kong"], "name", ["hong", "kong"]),
        (["embassy", "--near", "-33.87,151.21"], "place", ["geo:-33.87,151.21"]),
        (["sos", "--at", "-6.2,", "106.8"], "at", "geo:-6.2,106.8"),
        (["sos", "--photo", "a.jpg", "b.jpg"], "photo", ["a.jpg", "b.jpg"]),
        (["sos", "-m", "-"], "message", "-"),
        (["country", "japan", "--max-age", "30"], "max_age", 30),
        (["sos", "show", "K7Q2"], "code", "K7Q2"),
    ],
)
def test_the_direct_door_takes_it(argv, name, value):
    found = entry.match(entry.normalise(argv))
    assert found
    assert found[1][name] == value


@pytest.mark.parametrize(
    "typed",
    [
        "", "--help", "--version", "-h", "nonsense", "country", "country --naer japan", "country japan --lang fr",
        "country japan --lang", "country japan --max-age -1", "country japan --max-age ten", "country japan --lang=id",
        "sos show", "sos show A B", "sos --photo",
        "embassy -- japan", "country --section", "config nonsense extra words",
    ],
)  # fmt: skip
def test_what_is_not_exactly_understood_is_declined(typed):
    assert entry.match(typed.split()) is None


def test_a_sub_command_is_not_an_argument():
    """`data report` is a command of its own; `data --licences report` is neither."""
    assert entry.match(["data", "report"])[0] == "data report"
    assert entry.match(["data", "--licences", "report"]) is None


@pytest.mark.parametrize(
    ("argv", "option", "near"),
    [
        (["embassy", "--naer"], "--naer", "--near"),
        (["sos", "--fhoto", "a.jpg"], "--fhoto", "--photo"),
        (["country", "japan", "--jsn"], "--jsn", "--json"),
    ],
)
def test_a_misspelt_option_is_an_error_with_a_suggestion(cli, argv, option, near):
    english, indonesian = cli(*argv), cli(*argv, lang="id")
    for run in (english, indonesian):
        assert run.code == 2
        assert run.out == ""
        assert option in run.err
        assert near in run.err
        assert argv[0] + " --help" in " ".join(run.err.split())
    assert english.err != indonesian.err
    assert "Did you mean" in english.err
    assert "Mungkin maksud Anda" in indonesian.err


@pytest.mark.parametrize(
    ("argv", "english", "indonesian"),
    [
        (
            ["cuontry", "japan"],
            "Not understood: cuontry. Did you mean country,",
            "Tidak dimengerti: cuontry. Mungkin maksud Anda country,",
        ),
        (["country"], "NAME... is missing", "NAMA... belum diisi"),
        (["sos", "show"], "CODE is missing", "KODE belum diisi"),
        (["country", "japan", "--lang", "fr"], "--lang", "--lang"),
        (["countries", "--sort", "size"], "name, code, level, population", "name, code, level, population"),
        (["country", "japan", "--max-age", "-1"], "--max-age", "--max-age"),
        (["sos", "--photo"], "--photo", "--photo"),
        (["config", "lst"], "Not understood: lst. Did you mean list", "Tidak dimengerti: lst. Mungkin maksud Anda list"),
        (
            ["sos", "show", "A", "B"],
            "Not understood: B.\nNothing was done. See: safetravel sos show --help",
            "Tidak dimengerti: B.",
        ),
    ],
)
def test_a_usage_error_speaks_the_language_of_the_run(cli, argv, english, indonesian):
    for lang, words in (("en", english), ("id", indonesian)):
        run = cli(*argv, lang=lang)
        assert run.code == 2
        assert run.out == ""
        assert words in run.err
        assert "Traceback" not in run.err
    assert cli(*argv).err != cli(*argv, lang="id").err


def test_a_usage_error_keeps_the_envelope(cli):
    found = cli("embassy", "--naer", "--json")
    assert found.code == 2
    failure = found.json()["errors"][0]
    assert failure["id"] == "usage"
    assert "--near" in failure["message"]


def test_an_indonesian_run_says_no_english_in_its_complaints(cli):
    for argv in (
        ["sos", "--photo"],
        ["country", "japan", "--lang", "fr"],
        ["country", "x", "--max-age", "ten"],
        ["countries", "--max-level", "x"],
    ):
        said = cli(*argv, lang="id").err
        assert not {"requires", "argument", "option", "invalid", "value", "valid"} & set(
            said.lower().replace(".", " ").split()
        ), said


def test_what_follows_two_dashes_is_words(cli):
    assert cli("embassy", "--", "japan").out == cli("embassy", "japan").out


def test_version_and_help_are_answers(cli):
    assert cli("--version").code == 0
    assert cli("--version").out.startswith("safetravel 0.")
    assert cli("--version", "--json").json()["data"]["version"]
    bare, asked = cli(), cli("--help")
    assert bare.code == asked.code == 0
    assert bare.out == asked.out
    assert "Usage: safetravel" in asked.out
    assert "Cara pakai: safetravel" in cli("--help", lang="id").out
    assert "Cara pakai: safetravel" in cli("--lang", "id", "--help").out


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(
    "argv", [[], ["country"], ["sos"], ["sos", "show"], ["config"], ["config", "set"], ["data", "report"], ["sync"]], ids=" ".join
)
def test_help_fits_the_width(cli, argv, lang):
    for columns in (40, 80):
        for line in cli(*argv, "--help", lang=lang, columns=columns).out.split("\n"):
            assert len(line) <= columns or " " not in line.strip(), line


def test_the_matcher_stays_small():
    lines = "".join(map(inspect.getsource, (entry.match, entry._value, entry._place)))
    assert len(lines.strip().split("\n")) <= 80


def test_the_table_has_not_drifted_from_the_signatures():
    with open(make_door.TARGET, encoding="utf-8") as file:
        assert file.read() == make_door.text()
