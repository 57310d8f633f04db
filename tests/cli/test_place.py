"""PLACE through the command line: what was understood is said, what is wrong is said, nothing dear is loaded."""

import pytest

from running import fresh

PROBE = """
import sys, io, os
sys.path[:] = sys.argv[1].split("|")
before = set(sys.modules)
from safetravel_cli.entry import main
from safetravel_cli.env import Env
code = main(sys.argv[2:], Env(environ=dict(os.environ), stdout=io.StringIO(), stderr=io.StringIO()))
print(code, *sorted({name.partition(".")[0] for name in set(sys.modules) - before if "importlib" not in name}))
"""
DEAR = {"re", "typer", "rich", "geopy", "json", "typing", "dataclasses", "pathlib", "urllib"}


@pytest.mark.parametrize(
    "text",
    [
        "osakka",
        "6,2 LS 106,8 BT",
        "8Q7XMPPQ+R4",
        "MPPQ+R4 Tokyo",
        "https://www.google.com/maps/@35.66,139.70,15z",
        "geo:-6.2,106.8",
    ],
)
def test_no_form_of_a_place_loads_anything_dear(snapshot_file, text):
    import sys

    from running import SOURCE

    done = fresh(PROBE, "|".join([SOURCE, *sys.path]), "embassy", "--near", text, flags=("-I", "-S"))
    code, *loaded = done.out.split()
    assert code == "0", done
    assert not DEAR & set(loaded)


def test_here_says_which_of_several_cities_it_took(cli):
    data = cli("here", "springfield", "--json").json()["data"]["understood"]
    assert (data["name_en"], data["read_as"], data["others"][0]["division"]) == ("Springfield, Missouri", "", "Massachusetts")
    said = cli("here", "springfield")
    assert "Springfield, Missouri is the most populous" in said.out
    assert "Springfield, Massachusetts, US" in " ".join(said.out.split())
    assert "terbanyak penduduknya" in cli("here", "springfield", lang="id").out


def test_here_says_how_a_misspelt_name_was_read(cli):
    assert "Understood as Osaka." in cli("here", "osakka").out
    assert "Understood as Osaka." in cli("embassy", "--near", "osakka").out
    assert "Understood" not in cli("here", "osaka").out


def test_a_saved_link_is_shown_as_a_position(cli):
    run = cli("here", "https://www.google.com/maps/@35.66,139.70,15z")
    assert run.code == 0
    assert "35.66000,139.70000" in run.out


@pytest.mark.parametrize(
    ("text", "english", "indonesian"),
    [
        ("0,0", "in the sea off West Africa", "laut lepas Afrika Barat"),
        ("139.70,35.66", "seem swapped", "tertukar"),
        ("https://maps.app.goo.gl/AbC123", "short link", "tautan pendek"),
        ("MPPQ+R4", "shortened plus code", "kode plus yang disingkat"),
        ("wall street", "No country or place", "Tidak ada negara atau tempat"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(cli, text, english, indonesian):
    for language, words in (("en", english), ("id", indonesian)):
        run = cli("embassy", "--near", text, lang=language)
        assert run.code in (2, 3)
        assert words in " ".join(run.err.split())
