"""Settings: stored, obeyed, moved, and never in the way when they are broken."""

import os

import pytest

from safetravel_cli import paths
from safetravel_cli.i18n import Say


def test_a_setting_is_stored_and_obeyed(cli):
    def title(*flags, **surroundings):
        return cli("emergency", "japan", *flags, lang=None, **surroundings).out.split(":")[0]

    assert cli("config", "set", "language", "id").code == 0
    assert title() == "Darurat"
    assert title("--lang", "en") == "Emergency"
    assert title(env={"SAFETRAVEL_LANG": "en"}) == "Emergency"
    assert "PERINTAH" in cli("--help", lang=None).out
    assert cli("config", "unset", "language").code == 0
    assert title() == "Emergency"


def test_plain_is_remembered(cli):
    assert "\x1b[" in cli("emergency", "japan", env={"FORCE_COLOR": "1"}).out
    cli("config", "set", "plain", "yes")
    assert "\x1b[" not in cli("emergency", "japan", env={"FORCE_COLOR": "1"}).out


def test_the_passport_decides_what_the_border_asks(cli):
    indonesian = cli("country", "malaysia", "--json").json()["data"]["entry"]
    cli("config", "set", "passport", "in")
    indian = cli("country", "malaysia", "--json").json()["data"]["entry"]
    assert (indonesian["passport"], indian["passport"]) == ("ID", "IN")
    assert indian["visa"]["passport"] == "IN"


@pytest.mark.parametrize(
    ("argv", "code"),
    [(["set", "plain", "maybe"], 2), (["set", "colour", "red"], 3), (["get", "colour"], 3), (["set", "passport", "indo"], 2)],
)
def test_what_is_no_setting_is_refused(cli, argv, code):
    result = cli("config", *argv)
    assert result.code == code
    assert result.err
    assert "{" not in result.err


def test_export_and_import(cli, tmp_path):
    cli("config", "set", "language", "id")
    cli("config", "set", "plain", "yes")
    file = tmp_path / "settings.toml"
    file.write_text(cli("config", "export").out, encoding="utf-8")
    cli("config", "unset", "language")
    cli("config", "unset", "plain")
    assert cli("config", "import", str(file)).code == 0
    assert cli("config", "get", "language", "--json").json()["data"]["value"] == "id"
    assert cli("config", "get", "plain", "--json").json()["data"]["value"] == "yes"


@pytest.mark.parametrize("text", ["language = [", 'colour = "red"\n', 'plain = "maybe"\n', "\x00\xff"])
def test_a_bad_file_changes_nothing(cli, tmp_path, text):
    cli("config", "set", "language", "en")
    file = tmp_path / "settings.toml"
    file.write_bytes(text.encode("latin-1"))
    assert cli("config", "import", str(file)).code in (2, 3)
    assert cli("config", "get", "language", "--json").json()["data"]["value"] == "en"


def test_a_damaged_state_gives_defaults_and_says_so(cli):
    path = paths.state_file(os.environ)
    os.makedirs(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(b"not a database" * 100)
    result = cli("emergency", "japan")
    assert result.code == 0
    assert "110" in result.out
    assert path in result.err
    assert cli("config", "set", "language", "id").code == 0
    assert os.path.exists(path + ".bad")
    assert cli("emergency", "japan", lang=None).out.startswith("Darurat")


def test_here_saves_shows_and_forgets(cli):
    assert "No place is saved" in cli("here").out
    assert cli("here", "kuala", "lumpur").code == 0
    assert cli("here", "--json").json()["data"]["place"]["country_code"] == "MY"
    assert "KBRI Kuala Lumpur" in cli("embassy", "--near", env={"TZ": "UTC"}).out
    assert cli("emergency", env={"TZ": "UTC"}).out.startswith("Emergency: Malaysia")
    assert cli("here", "--forget").code == 0
    assert cli("here", "--json").json()["data"]["place"] is None
    assert cli("here", "nowhereland").code == 3


def test_data_says_what_there_is_and_what_was_left_out(cli):
    data = cli("data", "--json").json()["data"]
    assert {"mission", "law", "emergency_number"} <= {row["topic"] for row in data["topics"]}
    assert data["left_out"]["row_count"] > 0
    assert "mission" in {row["topic"] for row in cli("data", "--country", "japan", "--json").json()["data"]["topics"]}
    licences = cli("data", "--licences").out
    for credit in ("OpenStreetMap", "GeoNames", "Open Government Licence"):
        assert credit in licences
    for row in cli("data", "--left-out", "--json").json()["data"]["left_out"]:
        assert row["reason_en"]
        assert row["reason_id"]


def test_a_correction_is_text_and_nothing_is_sent(cli):
    result = cli("data", "report", "japan", "--topic", "emergency_number", "--text", "110 is right")
    assert result.code == 0
    assert "110 is right" in result.out
    assert "JP" in result.out


def test_every_topic_of_the_facts_has_a_name_in_both_languages(snapshot):
    topics = snapshot.values("SELECT topic FROM coverage UNION SELECT topic FROM omission")
    assert [topic for topic in topics if not Say("id").has(f"data.topic_{topic}")] == []
