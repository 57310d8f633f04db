"""Full text over all facts, in both languages, with the command that shows more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli._door import COMMANDS as DOOR
from safetravel_cli.lookup import fulltext, word_index
from safetravel_cli.lookup.fold import fold
from safetravel_cli.services.search import COMMANDS
from schema_kit import check


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("vape singapore", "law", "SG"),
        ("rokok elektrik singapura", "law", "SG"),
        ("Rokok-Elektrik, SINGAPURA!", "law", "SG"),
        ("permen karet", "law", "SG"),
        ("KBRI Tokyo", "mission", "JP"),
        ("cote d'ivoire", "country", "CI"),
        ("escudella", "dish", "AD"),
        ("baht", "currency", ""),
    ],
)
def test_what_people_look_for_comes_first(cli, text, kind, country, lang):
    data = check(cli("search", *text.split(), "--json", lang=lang), "search")
    assert (data["hits"][0]["kind"], data["hits"][0]["country"]) == (kind, country)
    for columns in (40, 80):
        page = cli("search", *text.split(), lang=lang, columns=columns)
        assert page.code == 0
        assert "search." not in page.out


def test_a_guide_is_found_and_can_be_opened(cli):
    data = check(cli("search", "paspor", "hilang", "SPLP", "--json"), "search")
    guide = next(hit for hit in data["hits"] if hit["kind"] == "guide")
    assert guide["command"] == "safetravel guide lost passport"
    assert [hit["title_en"] for hit in data["hits"] if hit["kind"] == "guide"].count("Lost passport") == 1
    assert cli(*guide["command"].split()[1:]).code == 0


def test_every_command_that_is_named_exists():
    for command in filter(None, COMMANDS.values()):
        assert command.split()[0] in DOOR
    assert set(COMMANDS) == set(fulltext.PARTS)


def test_every_kind_has_its_word():
    from safetravel_cli.i18n.search import WORDS

    assert all(f"kind_{kind}" in WORDS for kind in COMMANDS)


def test_the_command_of_a_hit_answers(cli):
    for text in ("drone", "vape", "halal", "idul fitri", "baht", "hiking"):
        for hit in check(cli("search", *text.split(), "--limit", "5", "--json"), "search")["hits"]:
            if hit["command"]:
                run = cli(*hit["command"].split()[1:])
                assert run.code == 0, hit


def test_a_fact_has_its_source_and_its_doubt(cli):
    for hit in check(cli("search", "drone", "--limit", "200", "--json"), "search")["hits"]:
        assert hit["source"]
    page = cli("search", "KP2MI", "lang").out + cli("search", "migrant", "workers").out
    assert "(unverified)" in page


def test_words_that_no_fact_has_together(cli):
    data = check(cli("search", "escudella", "drone", "--json"), "search")
    assert data["partial"]
    assert "No fact has all of these words" in cli("search", "escudella", "drone").out.replace("\n", " ")


def test_nothing_is_found(cli):
    run = cli("search", "drne")
    assert run.code == 3
    assert "drone" in run.err
    assert "does not mean that it is allowed" in run.err
    assert cli("search", "...").code == 2
    assert cli("search").code == 2
    assert cli("search", "drone", "--limit", "0").code == 2


def test_the_limit(cli):
    data = check(cli("search", "drone", "--limit", "3", "--json"), "search")
    assert len(data["hits"]) == 3
    assert data["count"] > 3
    assert "3 best" in cli("search", "drone", "--limit", "3").out


def test_accents_and_scripts(snapshot):
    for text in ("Sao Tome", "são tomé", "reykjavik", "ايران"):
        hits = fulltext.search(snapshot, fulltext.words(text))
        assert hits or text == "ايران"


def test_a_word_matches_where_a_word_begins(snapshot):
    drones = fulltext.search(snapshot, ["dron"])
    assert {hit.fact.code for hit in fulltext.search(snapshot, ["drones"])} <= {hit.fact.code for hit in drones}
    assert all("onsul" not in hit.words for hit in fulltext.search(snapshot, ["onsul"]))


@pytest.fixture(scope="module")
def scanned(snapshot):
    """Every fact that is searched, with its folded text: what the index has to be true of."""
    facts = [
        fulltext.Fact(kind, *[value or "" for value in row[1:]])
        for kind, part in fulltext.PARTS.items()
        for row in snapshot.db.execute(part)
    ]
    names = {row["country_code"]: row for row in snapshot.rows("SELECT country_code, name_en, name_id FROM country")}
    own = {code: fulltext.spelled(f"{row['name_en']} {row['name_id']}") for code, row in names.items()}
    return [(fact, f" {fulltext.whole(fact)} {own.get(fact.code, '')}") for fact in facts]


@pytest.mark.parametrize(
    "text",
    ["pork", "babi", "drone japan", "japan", "korea selatan", "the", "jumat", "d'ivoire", "masjid tokyo", "são", "礼", "k-eta"],
)
def test_the_index_finds_what_a_scan_would(snapshot, scanned, text):
    asked = fulltext.words(text)
    every = [fact for fact, whole in scanned if all(" " + word in whole for word in asked)]
    some = [fact for fact, whole in scanned if any(" " + word in whole for word in asked)]
    hits = fulltext.search(snapshot, asked)
    assert bool(hits) == bool(some)
    if every:
        assert sorted(hit.fact for hit in hits) == sorted(every)
    else:
        assert {hit.fact for hit in hits} <= set(some)


def test_the_index_has_every_word(snapshot, scanned):
    known = {word for fact, _ in scanned for word in fulltext.whole(fact).split()}
    assert set(fulltext.vocabulary(snapshot)) == known


def test_a_search_reads_the_facts_that_it_finds_alone(snapshot):
    for kind, part in fulltext.PARTS.items():
        plan = " ".join(str(row[3]) for row in snapshot.db.execute("EXPLAIN QUERY PLAN " + fulltext.query(part, [1, 2], 0)))
        assert "INTEGER PRIMARY KEY (rowid=?)" in plan, (kind, plan)


@given(st.sets(st.integers(0, 1 << 20)).map(sorted))
def test_numbers_of_facts_come_back(numbers):
    assert word_index.unpack(word_index.pack(numbers)) == numbers


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=30))
def test_ascii_is_spelled_as_it_is_folded(text):
    # `fold` joins single letters (`U.S.A.`); the scan compares words one by one.
    assert fulltext.spelled(text).replace(" ", "") == fold(text).replace(" ", "").removeprefix("+")
