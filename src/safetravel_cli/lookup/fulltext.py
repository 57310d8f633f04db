"""Full text over the facts: an index tells which have the words, the facts themselves how well they fit."""

from collections import namedtuple
from functools import cache

from safetravel_cli.lookup import word_index
from safetravel_cli.lookup.fold import APOSTROPHES, SIGNS, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

    # A fact, its folded text, the words of the search that it has.
    Found = list[tuple["Fact", str, list[str]]]

# kind names the part, code is the country (blank: none), key what a command takes (a topic, a currency).
Fact = namedtuple("Fact", "kind code key title_en title_id text_en text_id extra severity confidence source as_of")
COLUMNS = "code, key, title_en, title_id, text_en, text_id, extra, severity, confidence, source, as_of"
SEARCHED = "title_en title_id text_en text_id extra code".split()
Hit = namedtuple("Hit", "fact score words")

# What is searched: every part gives the rowid, then the columns of Fact after its kind, in their order. The order of the parts
# is that of the numbers in the index, so the compiler writes it down with them.
PARTS = {
    "law": """SELECT l.rowid, l.country_code, l.topic, t.title_en, t.title_id, l.summary_en, l.summary_id,
        ifnull(l.penalty_en, '') || ' ' || ifnull(l.penalty_id, ''), l.severity, l.confidence, l.source, l.as_of
        FROM law l JOIN law_topic t USING (topic)""",
    "safety": """SELECT s.rowid, s.country_code, s.topic, t.title_en, t.title_id, s.summary_en, s.summary_id,
        ifnull(s.place_en, '') || ' ' || ifnull(s.place_id, ''), s.severity, s.confidence, s.source, s.as_of
        FROM safety s JOIN safety_topic t USING (topic)""",
    # A guide is opened whole, so it is searched whole; which of its steps says most of it, services.search looks up.
    "guide": """SELECT min(g.rowid), '', g.topic, t.title_en, t.title_id, group_concat(g.text_en, ' '),
        group_concat(g.text_id, ' '), '', '', '', t.source, t.as_of
        FROM guide_step g JOIN guide_topic t USING (topic) GROUP BY g.topic""",
    "dish": """SELECT rowid, country_code, '', dish, dish, description_en, description_id, local_name, '', confidence, source,
        as_of FROM dish""",
    "eating": "SELECT rowid, country_code, topic, '', '', text_en, text_id, '', '', confidence, source, as_of FROM eating",
    "certifier": """SELECT rowid, country_code, '', certifier, certifier, certifier_note_en, certifier_note_id, '', '',
        certifier_confidence, certifier_source, certifier_as_of FROM halal WHERE certifier IS NOT NULL""",
    "contact": """SELECT rowid, ifnull(country_code, ''), '', organisation, organisation, purpose_en, purpose_id,
        coalesce(number, email, url, ''), '', confidence, source, as_of FROM national_contact""",
    "sight": """SELECT rowid, country_code, '', name_en, name_id, why_en, why_id,
        ifnull(name_local, '') || ' ' || ifnull(city, ''), '', confidence, source, as_of FROM sight_story""",
    # The list has two years of each: the first is enough.
    "holiday": """SELECT rowid, country_code, '', name_en, name_id, '', '', name_local, '', '', source, as_of
        FROM holiday WHERE date < (SELECT substr(min(date), 1, 4) + 1 FROM holiday)""",
    "emergency": """SELECT rowid, country_code, service, '', '', note_en, note_id, number, '', confidence, source, as_of
        FROM emergency_number WHERE note_en IS NOT NULL""",
    "area": """SELECT rowid, country_code, '', name_en, name_id, police_en, police_id, '', '', confidence, source, as_of
        FROM border_area WHERE police_en IS NOT NULL""",
    "currency": """SELECT rowid, '', currency_code, name_en, name_id, note_en, note_id, currency_code, '', '', source, as_of
        FROM currency""",
    "mission": """SELECT rowid, country_code, '', short_name, short_name, name_en, name_id,
        ifnull(city, '') || ' ' || ifnull(address, ''), '', '', source, as_of FROM mission""",
    "country": """SELECT rowid, country_code, '', name_en, name_id, official_name_en, official_name_id,
        ifnull(capital_en, '') || ' ' || ifnull(capital_id, ''), '', '', source, as_of FROM country""",
    "water": """SELECT rowid, country_code, '', '', '', note_en, note_id, '', '', confidence, source, as_of FROM tap_water
        WHERE note_en IS NOT NULL""",
    "health": """SELECT rowid, country_code, '', '', '', note_en, note_id, '', '', '', source, as_of FROM health
        WHERE note_en IS NOT NULL""",
}
# Where these facts are.
TABLES = frozenset(
    "law law_topic safety safety_topic guide_step guide_topic dish eating halal national_contact sight_story holiday"
    " emergency_number border_area currency mission country tap_water health".split()
)
# Laws and dangers before a dish of that name, a dish before the name of a holiday that half the world keeps.
WEIGHTS = {"law": 1.3, "safety": 1.2, "guide": 1.2, "country": 1.3, "contact": 1.1, "holiday": 0.6, "mission": 0.9}
# A guide is long because it is whole: its length says nothing.
GUIDE_LENGTH = 400
SEVERITIES = {"danger": 1.25, "caution": 1.1}
_BLANKS = {**SIGNS, **APOSTROPHES}
# A dash, or a name with an accent, comes again and again.
_folded = cache(fold)


def spelled(text: str) -> str:
    """Return a text as it is compared: what `fold` makes of each of its words, for words of ASCII without its cost."""
    if not text.isascii():
        text = " ".join([word if word.isascii() else _folded(word) for word in text.split()])
    return text.lower().translate(_BLANKS)


def words(text: str) -> "list[str]":
    """Return the folded words of a search, each once."""
    return list(dict.fromkeys(spelled(text).split()))


def whole(fact: Fact) -> str:
    """Return all that is searched of a fact, folded."""
    return spelled(" ".join([getattr(fact, name) for name in SEARCHED]))


def search(snapshot: "Snapshot", asked: "list[str]") -> "list[Hit]":
    """Return the facts that have all of the folded words, best first; where there are none, those that have most of them.

    A word matches where a word begins with it. The names of its country are words of a fact too.
    """
    countries = {
        str(row["country_code"]): " " + spelled(f"{row['name_en']} {row['name_id']}")
        for row in snapshot.rows("SELECT country_code, name_en, name_id FROM country")
    }
    found = _matching(snapshot, asked, countries)
    most = max((len(held) for _, _, held in found), default=0)
    counts = {word: sum(word in held for _, _, held in found) for word in asked}
    hits = [Hit(fact, score(fact, text, held, counts, asked), held) for fact, text, held in found if len(held) == most]
    hits.sort(key=lambda hit: (-hit.score, hit.fact.code, hit.fact.kind, hit.fact.key, hit.fact.text_en))
    return hits


def _matching(snapshot: "Snapshot", asked: "list[str]", countries: "dict[str, str]") -> "Found":
    """Return the facts that have every word; where there are none, those that have at least one."""
    having = {word: word_index.beginning(snapshot, word) for word in asked}
    among = {word: {code for code, names in countries.items() if " " + word in names} for word in asked}
    # A word that is in the name of no country has to be in the fact itself.
    own = [having[word] for word in asked if not among[word]]
    found: Found = []
    if own:
        found = _found(_rows(snapshot, set.intersection(*own), set()), asked, countries)
    every = [one for one in found if len(one[2]) == len(asked)]
    if not every:
        found = _found(_rows(snapshot, set.union(*having.values()), set.union(*among.values())), asked, countries)
        every = [one for one in found if len(one[2]) == len(asked)]
    return every or found


def _rows(snapshot: "Snapshot", numbers: "set[int]", codes: "set[str]") -> "list[Fact]":
    """Return the facts of these numbers, and all of these countries."""
    rowids: dict[str, list[int]] = {}
    kinds = snapshot.meta("search_kinds").split()
    for number in sorted(numbers):
        rowids.setdefault(kinds[number >> word_index.SHIFT], []).append(number & word_index.MOST)
    found = []
    for kind, part in PARTS.items():
        if kind in rowids or codes:
            cursor = snapshot.db.execute(query(part, rowids.get(kind, []), len(codes)), sorted(codes))
            found += [Fact(kind, *[value or "" for value in row]) for row in cursor]
    return found


def query(part: str, rowids: "list[int]", codes: int) -> str:
    """Return the SQL for the facts of a part with these rowids, or of so many countries."""
    # A condition that is never met would still keep SQLite from going to the rows at once.
    tests = [f"n IN ({','.join(map(str, rowids))})"] + [f"code IN ({','.join('?' * codes)})"] * bool(codes)
    return f"WITH fact (n, {COLUMNS}) AS ({part}) SELECT {COLUMNS} FROM fact WHERE {' OR '.join(tests)}"  # noqa: S608


def _found(facts: "list[Fact]", asked: "list[str]", countries: "dict[str, str]") -> "Found":
    """Return the facts that have a word or more, with what they were looked through for."""
    found: Found = []
    for fact in facts:
        text = " " + whole(fact) + countries.get(fact.code, "")
        held = [word for word in asked if " " + word in text]
        if held:
            found.append((fact, text, held))
    return found


def score(fact: Fact, text: str, held: "list[str]", counts: "dict[str, int]", asked: "list[str]") -> float:
    """Weigh a fact: rare words, whole words, words of the title, the words in the order asked, short facts first."""
    heading = f" {spelled(f'{fact.title_en} {fact.title_id}')} "
    weight = 0.0
    for word in held:
        rare = 1.0 + 4.0 / (1.0 + counts[word] / 20)
        exact = 1.5 if f" {word} " in text + " " else 1.0
        weight += rare * exact * (1.8 if f" {word}" in heading else 1.0)
    if len(held) > 1 and " ".join(asked) in text:
        weight *= 1.3
    # What holds everywhere before the law of a country that was not asked for.
    if not fact.code and f" {' '.join(asked)} " in heading:
        weight *= 1.5
    weight *= WEIGHTS.get(fact.kind, 1.0) * SEVERITIES.get(fact.severity, 1.0)
    length = GUIDE_LENGTH if fact.kind == "guide" else len(text)
    return weight / (1.0 + length / 2000)


def vocabulary(snapshot: "Snapshot") -> "list[str]":
    """Return every folded word of the facts in order, to find what was misspelt."""
    return [str(word) for (word,) in snapshot.db.execute("SELECT word FROM search_word ORDER BY word")]
