"""Full text over the facts: a scan with a coarse sieve.

An index would not fit beside the facts in the wheel; docs/explanation/search.md has the measurements.
"""

from collections import namedtuple

from safetravel_cli.lookup.fold import APOSTROPHES, LETTERS, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

    Row = tuple[str | None, ...]
    # A fact, its folded text, the words of the search that it has.
    Found = list[tuple["Fact", str, list[str]]]

# kind names the part, code is the country (blank: none), key what a command takes (a topic, a currency).
Fact = namedtuple("Fact", "kind code key title_en title_id text_en text_id extra severity confidence source as_of")
SEARCHED = "title_en title_id text_en text_id extra code".split()
Hit = namedtuple("Hit", "fact score words")

# What is searched: every part gives the columns of Fact after its kind, in their order.
_PARTS = {
    "law": """SELECT l.country_code, l.topic, t.title_en, t.title_id, l.summary_en, l.summary_id,
        ifnull(l.penalty_en, '') || ' ' || ifnull(l.penalty_id, ''), l.severity, l.confidence, l.source, l.as_of
        FROM law l JOIN law_topic t USING (topic)""",
    "safety": """SELECT s.country_code, s.topic, t.title_en, t.title_id, s.summary_en, s.summary_id,
        ifnull(s.place_en, '') || ' ' || ifnull(s.place_id, ''), s.severity, s.confidence, s.source, s.as_of
        FROM safety s JOIN safety_topic t USING (topic)""",
    "guide": """SELECT '', g.topic, t.title_en, t.title_id, g.text_en, g.text_id, '', '', g.confidence, g.source, g.as_of
        FROM guide_step g JOIN guide_topic t USING (topic)""",
    "dish": """SELECT country_code, '', dish, dish, description_en, description_id, local_name, '', confidence, source, as_of
        FROM dish""",
    "eating": "SELECT country_code, topic, '', '', text_en, text_id, '', '', confidence, source, as_of FROM eating",
    "certifier": """SELECT country_code, '', certifier, certifier, certifier_note_en, certifier_note_id, '', '',
        certifier_confidence, certifier_source, certifier_as_of FROM halal WHERE certifier IS NOT NULL""",
    "contact": """SELECT ifnull(country_code, ''), '', organisation, organisation, purpose_en, purpose_id,
        coalesce(number, email, url, ''), '', confidence, source, as_of FROM national_contact""",
    "sight": """SELECT country_code, '', name_en, name_id, why_en, why_id, ifnull(name_local, '') || ' ' || ifnull(city, ''), '',
        confidence, source, as_of FROM sight_story""",
    # The list has two years of each: the first is enough.
    "holiday": """SELECT country_code, '', name_en, name_id, '', '', name_local, '', '', source, as_of
        FROM holiday WHERE date < (SELECT substr(min(date), 1, 4) + 1 FROM holiday)""",
    "emergency": """SELECT country_code, service, '', '', note_en, note_id, number, '', confidence, source, as_of
        FROM emergency_number WHERE note_en IS NOT NULL""",
    "area": """SELECT country_code, '', name_en, name_id, police_en, police_id, '', '', confidence, source, as_of
        FROM border_area WHERE police_en IS NOT NULL""",
    "currency": """SELECT '', currency_code, name_en, name_id, note_en, note_id, currency_code, '', '', source, as_of
        FROM currency""",
    "mission": """SELECT country_code, '', short_name, short_name, name_en, name_id,
        ifnull(city, '') || ' ' || ifnull(address, ''), '', '', source, as_of FROM mission""",
    "country": """SELECT country_code, '', name_en, name_id, official_name_en, official_name_id,
        ifnull(capital_en, '') || ' ' || ifnull(capital_id, ''), '', '', source, as_of FROM country""",
    "water": """SELECT country_code, '', '', '', note_en, note_id, '', '', confidence, source, as_of FROM tap_water
        WHERE note_en IS NOT NULL""",
    "health": """SELECT country_code, '', '', '', note_en, note_id, '', '', '', source, as_of FROM health
        WHERE note_en IS NOT NULL""",
}
# Laws and dangers before a dish of that name, a dish before the name of a holiday that half the world keeps.
WEIGHTS = {"law": 1.3, "safety": 1.2, "guide": 1.2, "country": 1.3, "contact": 1.1, "holiday": 0.6, "mission": 0.9}
SEVERITIES = {"danger": 1.25, "caution": 1.1}
_BLANKS = {**APOSTROPHES, **{code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "'"}}


def spelled(text: str) -> str:
    """Return a text as it is compared: what `fold` makes of each of its words, for ASCII without its cost."""
    return text.lower().translate(_BLANKS) if text.isascii() else fold(text)


def words(text: str) -> "list[str]":
    """Return the folded words of a search, each once."""
    return list(dict.fromkeys(spelled(text).split()))


def search(snapshot: "Snapshot", asked: "list[str]") -> "list[Hit]":
    """Return the facts that have all of the folded words, best first; where there are none, those that have most of them.

    A word matches where a word begins with it. The names of its country are words of a fact too.
    """
    countries = {
        str(row["country_code"]): " " + spelled(f"{row['name_en']} {row['name_id']}")
        for row in snapshot.rows("SELECT country_code, name_en, name_id FROM country")
    }
    rows = _rows(snapshot)
    found = _matching(rows, asked, countries, True) or (_matching(rows, asked, countries, False) if len(asked) > 1 else [])
    most = max((len(held) for _, _, held in found), default=0)
    counts = {word: sum(word in held for _, _, held in found) for word in asked}
    hits = [Hit(fact, _score(fact, whole, held, counts, asked), held) for fact, whole, held in found if len(held) == most]
    hits.sort(key=lambda hit: (-hit.score, hit.fact.code, hit.fact.kind, hit.fact.key, hit.fact.text_en))
    return hits


def _matching(rows: "list[tuple[str, Row]]", asked: "list[str]", countries: "dict[str, str]", every: bool) -> "Found":
    """Return the facts that have every word, or at least one."""
    among: dict[str, set[str]] = {word: {code for code, names in countries.items() if " " + word in names} for word in asked}
    plain = all(word.isascii() for word in asked)
    enough = len(asked) if every else 1
    found: Found = []
    for kind, row in rows:
        # A cheap look for the letters spares most facts the folding.
        if plain:
            letters = _letters(row)
            likely = 0
            for word in asked:
                if word in letters or row[0] in among[word]:
                    likely += 1
            if likely < enough:
                continue
        fact = Fact(kind, *[value or "" for value in row])
        whole = " " + spelled(" ".join([getattr(fact, name) for name in SEARCHED])) + countries.get(fact.code, "")
        held = [word for word in asked if " " + word in whole]
        if len(held) >= enough:
            found.append((fact, whole, held))
    return found


def _letters(row: "Row") -> str:
    """Return the searched columns of a row in small letters without accents and apostrophes, other letters dropped."""
    text = " ".join([value or "" for value in row[2:7]])
    if not text.isascii():
        from unicodedata import normalize

        text = (
            normalize("NFKD", text.translate(LETTERS) if "ø" in text or "ß" in text else text).encode("ascii", "ignore").decode()
        )
    return text.lower().replace("'", "") + " " + (row[0] or "").lower()


def _rows(snapshot: "Snapshot") -> "list[tuple[str, Row]]":
    return [(kind, row) for kind, part in _PARTS.items() for row in snapshot.db.execute(part)]


def _score(fact: Fact, whole: str, held: "list[str]", counts: "dict[str, int]", asked: "list[str]") -> float:
    """Weigh a fact: rare words, whole words, words of the title, the words in the order asked, short facts first."""
    heading = f" {spelled(f'{fact.title_en} {fact.title_id}')} "
    score = 0.0
    for word in held:
        rare = 1.0 + 4.0 / (1.0 + counts[word] / 20)
        exact = 1.5 if f" {word} " in whole + " " else 1.0
        score += rare * exact * (1.8 if f" {word}" in heading else 1.0)
    if len(held) > 1 and " ".join(asked) in whole:
        score *= 1.3
    score *= WEIGHTS.get(fact.kind, 1.0) * SEVERITIES.get(fact.severity, 1.0)
    return score / (1.0 + len(whole) / 2000)


def vocabulary(snapshot: "Snapshot") -> "set[str]":
    """Return every folded word of the facts, to find what was misspelt."""
    known: set[str] = set()
    for _, row in _rows(snapshot):
        known.update(spelled(" ".join([value or "" for value in row[2:6]])).split())
    return known
