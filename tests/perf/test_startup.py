"""What the direct door may load: every module has a price, and a traveller in trouble pays it."""

import json
import sys

import pytest

from running import SOURCE, fresh

# The interpreter is started without site, so that nothing but this program can load a module.
PROBE = """
import sys
sys.path[:] = sys.argv[1].split("|")
argv = sys.argv[2:]
before = set(sys.modules)
import io, os
from safetravel_cli.entry import main
from safetravel_cli.env import Env
out = io.StringIO()
code = main(argv, Env(environ=dict(os.environ), stdout=out, stderr=out))
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps({"code": code, "loaded": loaded, "out": out.getvalue()}))
"""
FORBIDDEN = {
    "typer", "rich", "re", "dataclasses", "typing", "pathlib", "importlib", "platformdirs", "tomllib", "gettext", "json",
    "argparse", "logging", "zoneinfo", "httpx", "sqlite_utils", "geopy",
}  # fmt: skip

# The most modules of ours that a command may load, plain and with --json. Raise it only with `make bench` before and after.
DIRECT = {
    ("country", "japan"): (64, 41),
    ("embassy", "--near", "35.66,139.70"): (41, 28),
    ("emergency", "japan"): (40, 30),
    ("worship", "--near", "21.4225,39.8262"): (51, 37),
    ("hospitals", "21.4225,39.8262"): (54, 38),
}


def probe(*argv, **surroundings):
    """Run a command line in a fresh interpreter; return what it printed and which modules it loaded."""
    places = [SOURCE, *[place for place in sys.path if place and place != SOURCE]]
    done = fresh(PROBE, "|".join(places), *argv, flags=("-I", "-S"), **surroundings)
    assert done.code == 0, done
    return json.loads(done.out)


def tops(modules):
    """Return the first words of module names; the parts of importlib that every interpreter has do not count."""
    return {name.partition(".")[0] for name in modules if not name.startswith("importlib._bootstrap")}


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("argv", DIRECT, ids=" ".join)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["plain", "json"])
def test_the_direct_door_loads_nothing_dear(snapshot_file, argv, options, lang):
    found = probe(*argv, *options, lang=lang)
    assert found["code"] == 0, found["out"]
    assert not tops(found["loaded"]) & FORBIDDEN
    ours = [name for name in found["loaded"] if name.startswith("safetravel_cli")]
    assert len(ours) <= DIRECT[argv][bool(options)], ours
    assert not [
        name for name in ours if name.startswith(("safetravel_cli.cli", "safetravel_cli.views.rich", "safetravel_cli.net"))
    ]


LOOK_UPS = (
    ("law", "japan"),
    ("safety", "japan", "--month", "8"),
    ("visa", "japan", "--passport", "ID,MY"),
    ("currency", "japan", "--table", "--chart"),
    ("convert", "1,5", "juta", "idr", "ke", "yen"),
    ("food", "japan"),
    ("compare", "japan", "south", "korea"),
    ("time", "usa"),
    ("holidays", "saudi", "arabia"),
    ("prayer", "kuala", "lumpur", "--month"),
    ("guide", "lost", "passport", "--country", "japan"),
    ("search", "vape", "singapore"),
    ("card", "police", "japan"),
    ("card", "pocket"),
)


@pytest.mark.parametrize("argv", LOOK_UPS, ids=" ".join)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["plain", "json"])
def test_a_look_up_stays_on_the_direct_door(snapshot_file, argv, options):
    found = probe(*argv, *options)
    assert found["code"] == 0, found["out"]
    assert not tops(found["loaded"]) & FORBIDDEN


# What the parser builds of a command line that it has to explain: one command, not all of them.
@pytest.mark.parametrize(
    ("argv", "built"),
    [
        (["country", "--lang=en", "japan"], ["country"]),
        (["sos", "--help"], ["sos"]),
        (["--help"], []),
        (["--version"], []),
        (["contry", "japan"], None),
        ([], []),
    ],
)
def test_typer_builds_the_command_that_is_asked_for_alone(argv, built):
    from safetravel_cli.cli import app

    assert list(app.needed(argv)) == (list(app.COMMANDS) if built is None else built)


def test_a_shell_that_completes_has_all_commands(monkeypatch):
    from safetravel_cli.cli import app

    monkeypatch.setenv("_SAFETRAVEL_COMPLETE", "complete_bash")
    assert app.needed(["country"]) == app.COMMANDS


def test_a_misspelt_country_stays_on_the_direct_door(snapshot_file):
    found = probe("country", "japn")
    assert found["code"] == 0
    assert not tops(found["loaded"]) & FORBIDDEN


def test_an_unknown_country_is_answered_without_typer(snapshot_file):
    found = probe("country", "wakanda")
    assert found["code"] == 3
    assert not tops(found["loaded"]) & FORBIDDEN


def test_storing_an_alert_needs_the_standard_library_alone(snapshot_file, tmp_path):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(1000))
    found = probe("sos", "--photo", str(photo), "--message", "test", "--at", "35.66,139.70")
    assert found["code"] == 78, found["out"]
    ours = {"safetravel_cli", "geographiclib"}
    dear = {"typer", "rich", "httpx", "sqlite_utils", "geopy", "platformdirs"}
    assert not tops(found["loaded"]) & dear
    foreign = {name for name in tops(found["loaded"]) - ours if name.lstrip("_") and name not in sys.stdlib_module_names}
    assert foreign <= {"segno"}


@pytest.mark.parametrize("argv", [("--help",), ("country", "--help"), ("sos", "--help"), ("config", "--help")], ids=" ".join)
def test_help_loads_no_library_that_it_does_not_need(snapshot_file, argv):
    found = probe(*argv)
    assert found["code"] == 0
    assert "safetravel" in found["out"]
    assert "typer" in tops(found["loaded"])
    assert not tops(found["loaded"]) & {"httpx", "sqlite_utils", "geopy", "rich"}


def test_rich_is_loaded_only_when_asked_for(snapshot_file):
    asked = probe("country", "japan", env={"FORCE_COLOR": "1"})
    assert "rich" in tops(asked["loaded"])
    assert "\x1b[" in asked["out"]
    plain = probe("country", "japan", "--plain", env={"FORCE_COLOR": "1"})
    assert "rich" not in tops(plain["loaded"])
