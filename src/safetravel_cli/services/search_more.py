"""What a search finds beside the tables of lookup.fulltext: cards, emergency numbers, place words, airports.

They need more than a look at their words: a card is shown in a country, a service is called in one, and an airport is asked
for by its code. So the words of a search that name a country are taken for that country first.
"""

from safetravel_cli.lookup import country, fulltext
from safetravel_cli.lookup.fulltext import Fact, Hit, spelled
from safetravel_cli.services import phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# What shows more of them, as services.search has it for the others.
COMMANDS = {"card": "card {key}", "number": "emergency {code}", "place": "prayer {key}", "airport": "airports {key}"}
WEIGHTS = {"card": 0.8, "number": 1.5, "place": 0.9, "airport": 0.4}
MOST_AIRPORTS = 10
# Words that every airport has in its name tell none from another.
AIRPORT = {"airport", "international", "bandara", "bandar", "udara"}
# The numbers of whoever asks for no service.
EVERY = {"emergency", "darurat", "number", "numbers", "nomor", "telepon"}
MAIN = ("general", "police", "ambulance", "fire")
# In several cards the same sentence stands: the plainest of them shows it.
PLAINEST = "everyday"
_CARDS = "SELECT card_id, title_en, title_id, source, as_of FROM card ORDER BY card_id <> ?, rank"
_PHRASES = """SELECT c.card_id, p.phrase_id, p.text_en, p.text_id, p.source, p.as_of
    FROM card_phrase c JOIN phrase p USING (phrase_id) ORDER BY c.card_id, c.rank"""
_AIRPORTS = "SELECT iata_code, name, city, country_code, source, as_of FROM airport WHERE latitude IS NOT NULL"
# The letters are looked for first: to put the names of 8,000 airports together costs more.
_AIRPORT = """ AND (iata_code = ? OR (name LIKE ? OR city LIKE ?) AND ' ' || name || ' ' || ifnull(city, '') || ' ' LIKE ?)"""
# A shorter word has to stand alone: `mina` is not Minami.
BEGINNING = 5


def search(snapshot: "Snapshot", asked: "list[str]", env: "Env") -> "list[Hit]":
    """Return the hits of a search for folded words: each has every word, but for cards that have some of them."""
    code, rest = _country(snapshot, asked)
    found: list[tuple[Fact, str, list[str]]] = [*_cards(snapshot, asked, rest, code, env)]
    if code and rest:
        found += _numbers(snapshot, asked, rest, code)
    found += _places(snapshot, asked)
    found += _airports(snapshot, asked, rest if code else asked, code)
    counts = {word: sum(word in held for _, _, held in found) for word in asked}
    hits = []
    for fact, whole, held in found:
        # Who types the title of a card, or the name of a place, means that one.
        named = " ".join(rest) in (spelled(fact.title_en).strip(), spelled(fact.title_id).strip())
        score = fulltext.score(fact, whole, held, counts, asked) * WEIGHTS[fact.kind] * (1.5 if named else 1.0)
        hits.append(Hit(fact, score, held))
    return hits


def _country(snapshot: "Snapshot", asked: "list[str]") -> "tuple[str, list[str]]":
    """Return the country that the first or last words name, by the most of them, and the words beside it."""
    for size in range(len(asked) - 1, 0, -1):
        for named, rest in ((asked[-size:], asked[:-size]), (asked[:size], asked[size:])):
            codes = country.exact(snapshot, " ".join(named))
            # `is` is a code of Iceland, and a word of every sentence.
            if len(codes) == 1 and len("".join(named)) > 2:
                return codes[0], rest
    return "", asked


def _held(whole: str, words: "list[str]") -> "list[str]":
    return [word for word in words if " " + word in whole]


def _cards(
    snapshot: "Snapshot", asked: "list[str]", rest: "list[str]", code: str, env: "Env"
) -> "Iterator[tuple[Fact, str, list[str]]]":
    """Yield each card that has one of the words, with the sentence that has most of them; no sentence twice."""
    from safetravel_cli.i18n.card import WORDS
    from safetravel_cli.services import subject

    own = phrases.indonesian(env)
    told: dict[str, list[dict[str, Any]]] = {}
    for row in snapshot.rows(_PHRASES):
        if own or row["phrase_id"] not in phrases.NATIONAL:
            told.setdefault(str(row["card_id"]), []).append(row)
    shown = set()
    where = ""
    for row in snapshot.rows(_CARDS, PLAINEST):
        name = str(row["card_id"])
        topic = " " + spelled(" ".join([name, str(row["title_en"]), str(row["title_id"]), *WORDS.get("words_" + name, ())]))
        best, texts = {"phrase_id": "", "text_en": "", "text_id": "", "source": row["source"], "as_of": row["as_of"]}, ""
        for phrase in told[name]:
            text = " " + spelled(phrases.bare(str(phrase["text_en"])) + " " + phrases.bare(str(phrase["text_id"])))
            if len(_held(text, rest)) > len(_held(texts, rest)):
                best, texts = phrase, text
        named = _held(topic + texts, rest)
        if not named or (best["phrase_id"] in shown and not _held(topic, rest)):
            continue
        shown.add(best["phrase_id"])
        where = where or code or subject.here(snapshot, env)
        words = [word for word in asked if word in named or word not in rest]
        key = f"{name} --country {where}" if where else f"{name} --in en"
        text_en, text_id = (phrases.bare(str(best[column])).rstrip() for column in ("text_en", "text_id"))
        fact = Fact(
            "card", code, key, row["title_en"], row["title_id"], text_en, text_id, "", "", "", best["source"], best["as_of"] or ""
        )
        yield fact, topic + texts, words


def _numbers(snapshot: "Snapshot", asked: "list[str]", rest: "list[str]", code: str) -> "Iterator[tuple[Fact, str, list[str]]]":
    """Yield the emergency numbers of a country whose service is asked for."""
    from safetravel_cli.i18n.emergency import WORDS

    for row in snapshot.rows("SELECT * FROM emergency_number WHERE country_code = ? AND number IS NOT NULL", code):
        titles = WORDS[str(row["service"])]
        whole = " " + spelled(" ".join(titles))
        if len(_held(whole, rest)) == len(rest) or (row["service"] in MAIN and EVERY.issuperset(rest)):
            fact = Fact(
                "number", code, "", *titles, row["number"], row["number"], "", "", row["confidence"], row["source"],
                row["as_of"] or "",
            )  # fmt: skip
            yield fact, whole, asked


def _places(snapshot: "Snapshot", asked: "list[str]") -> "Iterator[tuple[Fact, str, list[str]]]":
    """Yield the places that are known by a word of their own (Mina, Borobudur), each once."""
    shown = set()
    rows = snapshot.rows("SELECT * FROM place_word ORDER BY word")
    # Of the words for one place, the one that was typed leads to it.
    rows.sort(key=lambda row: -len(_held(" " + spelled(str(row["word"])), asked)))
    for row in rows:
        whole = " " + spelled(f"{row['word']} {row['name_en']} {row['name_id']}")
        if row["name_en"] in shown or len(_held(whole, asked)) < len(asked):
            continue
        shown.add(row["name_en"])
        fact = Fact(
            "place", row["country_code"], str(row["word"]).replace("'", "").replace("\u2019", ""), row["name_en"], row["name_id"],
            "", "", "", "", row["confidence"], row["source"], row["as_of"] or "",
        )  # fmt: skip
        yield fact, whole, asked


def _airports(snapshot: "Snapshot", asked: "list[str]", rest: "list[str]", code: str) -> "Iterator[tuple[Fact, str, list[str]]]":
    """Yield the airports whose code, name or city has all of the words."""
    telling = [word for word in rest if word not in AIRPORT and len(word) > 2]
    if not telling or len(telling) < len([word for word in rest if word not in AIRPORT]):
        return
    sql = _AIRPORTS + _AIRPORT * len(telling) + (" AND country_code = ?" if code else "") + " ORDER BY iata_code LIMIT ?"
    values = [value for word in telling for value in _likes(word)]
    for row in snapshot.rows(sql, *values, *([code] if code else []), MOST_AIRPORTS):
        title = f"{row['name']} ({row['iata_code']})"
        whole = " " + spelled(f"{row['iata_code']} {row['name']} {row['city'] or ''}")
        # The city is told where the name does not tell it.
        city = "" if str(row["city"] or "") in str(row["name"]) else str(row["city"])
        fact = Fact(
            "airport", row["country_code"], row["iata_code"], title, title, city, city, "", "", "", row["source"],
            row["as_of"] or "",
        )  # fmt: skip
        yield fact, whole, asked


def _likes(word: str) -> "tuple[str, ...]":
    letters = f"%{word}%"
    return word.upper(), letters, letters, f"% {word}%" if len(word) >= BEGINNING else f"% {word} %"
