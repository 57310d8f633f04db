"""Full text over all facts, in both languages, with the command that shows more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli._door import COMMANDS as DOOR
from safetravel_cli.lookup import fulltext, word_index
from safetravel_cli.lookup.fold import fold
from safetravel_cli.services import search_more
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


@pytest.mark.parametrize(
    ("text", "topic"),
    [("paspor hilang", "lost passport"), ("lost passport", "lost passport"), ("orang hilang", "missing person")],
)
def test_a_guide_of_that_title_stands_before_the_law_of_some_country(cli, snapshot, text, topic):
    data = check(cli("search", *text.split(), "--json"), "search")
    assert data["hits"][0]["command"] == f"safetravel guide {topic}"
    first = snapshot.row("SELECT text_en FROM guide_step WHERE topic = ? ORDER BY step", topic.replace(" ", "_"))
    assert data["hits"][0]["text_en"] == first["text_en"]


def test_a_guide_is_found_by_words_of_several_steps_and_shows_the_one_that_says_most(cli):
    data = check(cli("search", "brankas", "imigrasi", "--json"), "search")
    assert data["hits"][0]["command"] == "safetravel guide lost passport"
    assert "brankas" in data["hits"][0]["text_id"]
    assert "imigrasi" in cli("search", "paspor", "hilang", "imigrasi", "--json").json()["data"]["hits"][0]["text_id"]


def test_every_command_that_is_named_exists():
    for command in filter(None, COMMANDS.values()):
        assert command.split()[0] in DOOR
    assert set(COMMANDS) == set(fulltext.PARTS) | set(search_more.COMMANDS)


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
    assert "safetravel worship tokyo" in run.err.replace("\n", " ")
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
        if kind == "guide":
            # The steps of all guides are put together; they are some hundreds.
            continue
        plan = " ".join(str(row[3]) for row in snapshot.db.execute("EXPLAIN QUERY PLAN " + fulltext.query(part, [1, 2], 0)))
        assert "INTEGER PRIMARY KEY (rowid=?)" in plan, (kind, plan)


@given(st.sets(st.integers(0, 1 << 20)).map(sorted))
def test_numbers_of_facts_come_back(numbers):
    assert word_index.unpack(word_index.pack(numbers)) == numbers


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(
    ("text", "command", "sentence"),
    [
        ("ambulance japan", "card doctor --country JP", "Please call an ambulance."),
        ("ambulans jepang", "card doctor --country JP", "Please call an ambulance."),
        ("paspor dicuri hong kong", "card police --country HK", "My passport was stolen."),
        ("arab saudi passport stolen", "card police --country SA", "My passport was stolen."),
        ("terima kasih", "card everyday --in en", "Thank you."),
        ("toilet", "card everyday --in en", "Where is the nearest toilet?"),
        ("halal rumah makan korsel", "card restaurant --country KR", "I am Muslim. Please: no pork"),
    ],
)
def test_cards_are_found_by_their_sentences(cli, text, command, sentence, lang):
    data = check(cli("search", *text.split(), "--json", lang=lang), "search")
    hit = next(hit for hit in data["hits"] if hit["kind"] == "card")
    assert hit["command"] == "safetravel " + command
    assert hit["text_en"].startswith(sentence) or hit["title_en"].startswith("Restaurant")
    assert cli(*hit["command"].split()[1:]).code == 0


def test_the_card_of_that_title_stands_before_others(cli):
    for text, title in (("polisi", "Police"), ("taxi", "Taxi"), ("police japan", "Police"), ("bencana malaysia", "Disaster")):
        assert next(hit["title_en"] for hit in _hits(cli, text) if hit["kind"] == "card") == title


def test_a_card_is_shown_where_you_are(cli):
    assert cli("here", "osaka").code == 0
    hits = cli("search", "toilet", "--json").json()["data"]["hits"]
    assert hits[0]["command"] == "safetravel card everyday --country JP"


def test_a_sentence_of_several_cards_is_found_once(cli):
    for text in ("thank you", "terima kasih", "evacuation shelter", "wifi"):
        hits = [hit for hit in cli("search", *text.split(), "--json").json()["data"]["hits"] if hit["kind"] == "card"]
        assert len(hits) == 1, text


def test_no_translation_is_shown_by_a_search(cli, snapshot):
    texts = [
        str(row["text"]) for row in snapshot.rows("SELECT text FROM phrase_text WHERE language = 'th' AND confidence = 'low'")
    ]
    out = cli("search", "police", "thailand", "--json", "--limit", "50").out
    assert texts
    assert not [text for text in texts if text in out]


def test_with_another_passport_no_card_speaks_of_indonesia(cli):
    assert "Under arrest" in cli("search", "vienna", "convention").out
    assert cli("config", "set", "passport", "MY").code == 0
    assert not [hit for hit in _hits(cli, "vienna convention") if hit["kind"] == "card"]


def _hits(cli, text):
    run = cli("search", *text.split(), "--json", "--limit", "50")
    return run.json()["data"]["hits"] if run.code == 0 else []


@pytest.mark.parametrize(("lang", "title"), [("en", "Police, Japan: "), ("id", "Polisi, Jepang: ")])
def test_the_number_of_a_service_comes_first(cli, lang, title):
    for text in ("polisi jepang", "police japan"):
        hit = _hits(cli, text)[0]
        assert (hit["kind"], hit["country"], hit["text_en"], hit["command"]) == ("number", "JP", "110", "safetravel emergency JP")
        assert "110" in cli("search", *text.split(), lang=lang).out.splitlines()[3]


@pytest.mark.parametrize("text", ["nomor darurat jepang", "emergency number japan", "darurat japan"])
def test_emergency_numbers_are_those_of_every_service(cli, text):
    assert sorted(hit["text_en"] for hit in _hits(cli, text) if hit["kind"] == "number") == ["110", "119", "119"]


def test_a_number_in_doubt_bears_its_mark(cli, snapshot):
    row = snapshot.row(
        "SELECT number, name_en FROM emergency_number JOIN country USING (country_code)"
        " WHERE service = 'police' AND emergency_number.confidence IN ('conflict', 'one_source', 'unverified')"
        " AND name_en NOT LIKE '% %'"
    )
    out = cli("search", "police", str(row["name_en"]).lower(), columns=200).out
    assert f"{row['number']} [unverified]" in out


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NRT", "Narita International Airport (NRT)"),
        ("narita", "Narita International Airport (NRT)"),
        ("bandara tokyo", "Tokyo International Airport (HND)"),
        ("narita jepang", "Narita International Airport (NRT)"),
        ("changi", "Singapore Changi International Airport (SIN)"),
    ],
)
def test_an_airport_by_its_code_name_or_city(cli, text, title):
    hit = next(hit for hit in _hits(cli, text) if hit["kind"] == "airport")
    assert hit["title_en"] == title
    assert cli(*hit["command"].split()[1:]).code == 0


def test_airports_do_not_flood(cli):
    assert len([hit for hit in _hits(cli, "san") if hit["kind"] == "airport"]) <= search_more.MOST_AIRPORTS
    for text in ("airport", "international airport", "bandara"):
        assert not [hit for hit in _hits(cli, text) if hit["kind"] == "airport"]
    assert not [hit for hit in _hits(cli, "mina") if "Minami" in hit["title_en"]]


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("text", ["mina", "makkah", "arafah", "borobudur", "ka'bah", "masjidil haram"])
def test_a_place_word_leads_to_its_place(cli, text, lang):
    hit = next(hit for hit in _hits(cli, text) if hit["kind"] == "place")
    assert cli(*hit["command"].split()[1:], lang=lang).code == 0
    assert "search." not in cli("search", *text.split(), lang=lang).out


@given(
    st.lists(
        st.sampled_from("police japan polisi saudi arabia hong kong is ' % _ 東京 thank you i u s narita".split()), min_size=1
    )
)
def test_whatever_is_asked_every_hit_has_the_words_it_names(snapshot, words):
    from running import invoke

    run = invoke("search", "--json", "--", *words)
    assert run.code in (0, 2, 3)
    for hit in run.json()["data"]["hits"] if run.code == 0 else []:
        assert set(hit["words"]) <= set(fulltext.words(" ".join(words)))


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=30))
def test_ascii_is_spelled_as_it_is_folded(text):
    # `fold` joins single letters (`U.S.A.`); the scan compares words one by one.
    assert fulltext.spelled(text).replace(" ", "") == fold(text).replace(" ", "").removeprefix("+")
