"""Guides: the first ten minutes on the first screen, contacts filled in, what is done remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.lookup.fold import fold
from safetravel_cli.pages.guide import held
from schema_kit import check


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_guide(cli, snapshot, lang):
    for row in snapshot.rows("SELECT * FROM guide_topic"):
        data = check(cli("guide", str(row["topic"]), "--country", "MY", "--json", lang=lang), "guide")
        assert data["steps"]
        assert data["next_step"] == 1
        assert [step["first"] for step in data["steps"][:4]] == [True, True, True, False]
        for name in (row["title_en"], row["title_id"]):
            assert check(cli("guide", *fold(str(name)).split(), "--json", lang=lang), "guide")["topic"] == row["topic"]
        page = cli("guide", str(row["topic"]), "--country", "MY", lang=lang, columns=40)
        assert page.code == 0
        assert "guide." not in page.out
        assert page.out.count("unverified" if lang == "en" else "belum") >= [step["confidence"] for step in data["steps"]].count(
            "unverified"
        )


def test_the_first_screen_has_the_first_ten_minutes_and_whom_to_call(cli):
    screen = cli("guide", "lost", "passport", "--country", "japan").out.replace("\u00a0", " ").splitlines()[:24]
    text = "\n".join(screen)
    for words in (
        "FIRST TEN MINUTES",
        "3: Call the Indonesian mission now",
        "Police, Japan: 110",
        "KBRI Tokyo: +81",
        "+62 812 9007 0027",
    ):
        assert words in text


def test_the_contacts_are_those_of_where_you_are(cli):
    nowhere = cli("guide", "lost", "passport", env={"TZ": "Asia/Jakarta"}).out.replace("\u00a0", " ")
    assert "not known where you are" in nowhere
    assert "+62 812 9007 0027" in nowhere
    zone = cli("guide", "lost", "passport", env={"TZ": "Asia/Tokyo"}).out
    assert "Japan: taken from the time zone" in zone
    assert "KBRI Tokyo" in zone
    cli("here", "melaka")
    assert "Malaysia: the country of the place you saved" in cli("guide", "lost", "passport").out.replace("\n", " ")
    assert cli("guide", "lost", "passport", "--country", "wakanda").code == 3


def test_the_list(cli):
    data = check(cli("guide", "--json"), "guide")
    assert len(data["topics"]) == 36
    assert data["topics"][0]["topic"] == "lost_passport"
    page = cli("guide", lang="id").out
    assert "- Paspor hilang" in page
    assert "untuk pekerja migran" in page


@pytest.mark.parametrize(
    ("words", "code"),
    [("passport", 4), ("xyzzy", 3), ("lost pasport", 0), ("gempa", 0), ("Banjir, badai, kebakaran, gunung api", 0)],
)
def test_a_guide_by_what_people_type(cli, words, code):
    run = cli("guide", *words.split())
    assert run.code == code
    if code:
        assert "guide" in run.err


def test_what_is_done_is_remembered(cli):
    assert check(cli("guide", "before", "you", "go", "--done", "1", "--done", "2,4", "--json"), "guide")["next_step"] == 3
    page = cli("guide", "before", "you", "go").out
    assert "3 of 20 steps are done; next is step 3." in page
    assert page.count("[done]") == 3
    assert "3 dari 20 selesai" in cli("guide", lang="id").out
    assert check(cli("guide", "on", "arrival", "--json"), "guide")["next_step"] == 1
    assert check(cli("guide", "before", "you", "go", "--reset", "--json"), "guide")["next_step"] == 1
    every = [word for number in range(1, 21) for word in ("--done", str(number))]
    assert "All 20 steps are done" in cli("guide", "before", "you", "go", *every).out


@pytest.mark.parametrize(
    "argv", [("--done", "1"), ("on", "arrival", "--done", "99"), ("on", "arrival", "--done", "x"), ("--reset",)]
)
def test_a_mark_that_cannot_be_set(cli, argv):
    assert cli("guide", *argv).code == 2


def test_settings_do_not_show_the_marks(cli):
    cli("guide", "on", "arrival", "--done", "1")
    assert "guide" not in cli("config").out
    assert "guide" not in cli("config", "export").out


def test_a_number_is_held_together():
    assert held("KP2MI: +62 21 2924 4800, WhatsApp +62 811 8080 141.") == (
        "KP2MI: +62\u00a021\u00a02924\u00a04800, WhatsApp +62\u00a0811\u00a08080\u00a0141."
    )
    assert held("Call +62 812 9007 0027 (WhatsApp too).") == "Call +62\u00a0812\u00a09007\u00a00027 (WhatsApp too)."
    assert held("within 30 days of 2 forms") == "within 30 days of 2 forms"


@given(st.text())
def test_holding_changes_nothing_but_blanks(text):
    assert held(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")
