"""Cards to show: phrases in the language of the place, with the right numbers filled in."""

from safetravel_cli import errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import subject
from safetravel_cli.services.card_choice import choose_language, choose_topic, languages_of
from safetravel_cli.services.phrases import NATIONAL, indonesian, told
from safetravel_cli.services.sources import Sources
from safetravel_cli.store import state
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

MAKKAH = {"lat": 21.4225, "lon": 39.8262}
POCKET = "pocket"
# On these a wrong word can cost freedom or health: a doubtful translation gives way to English.
LIGHT = ("taxi", "restaurant", "everyday")
# Phrases without a blank that ask for somebody to be called, and whom.
CALLS = {
    "call_police": "police",
    "call_ambulance": "ambulance",
    "call_fire": "fire",
    "held": "police",
    "consular_notify": "mission",
    "consular_contact": "mission",
    "call_embassy": "mission",
}
# What fills a blank: an option of the command, else a name of the profile.
BLANKS = {
    "name": ("own_name", "profile.name"),
    "phone": ("phone", "profile.next_of_kin_phone"),
    "hotel": ("hotel", "profile.hotel"),
    "address": ("address", ""),
    "medicine": ("medicine", "profile.medicines"),
    "allergen": ("allergen", "profile.allergies"),
    "blood_type": ("blood", "profile.blood_type"),
}
_PHRASES = """SELECT c.rank, p.phrase_id, p.category, p.text_en, p.text_id, p.placeholder, t.text, t.romanisation, t.confidence,
    b.pieces, coalesce(t.source, p.source) AS source, coalesce(t.as_of, p.as_of) AS as_of
    FROM card_phrase c JOIN phrase p USING (phrase_id)
    LEFT JOIN phrase_text t ON t.phrase_id = p.phrase_id AND t.language = ?
    LEFT JOIN phrase_break b ON b.phrase_id = p.phrase_id AND b.language = ?
    WHERE c.card_id = ? ORDER BY c.rank"""


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `card [TOPIC [COUNTRY]]`; `card pocket` is services.pocket.

    Data: those of services.subject.find (blank where the country is not known), `topic` (blank: the list alone) with titles,
    `language` and `languages` of the country, `phrases` with what is filled in, `numbers`, `mission`, `hotlines`, `withheld` and
    `national_left_out`, `qr` and `written`; `cards` where no topic was named.

    Raises:
        NotFound, Ambiguous: the topic, the country, the language, or a font for the PDF.
        UsageError: a phrase that the card does not have, or a file that cannot be written.
    """
    snapshot = open_snapshot(env)
    words = arguments.get("topic") or []
    assert isinstance(words, list)
    if not words:
        return Answer({**EMPTY, "cards": _cards(snapshot)})
    if [word.lower() for word in map(str, words[:1])] in ([POCKET], ["saku"]):
        from safetravel_cli.services import pocket

        return pocket.answer(snapshot, words[1:], arguments, env)
    topic, rest = choose_topic(snapshot, [str(word) for word in words], bool(arguments.get("country")))
    held, language, languages = place(snapshot, rest or arguments.get("country"), arguments.get("to"), env)
    sources = Sources(snapshot, env.language)
    reach = reaching(snapshot, _among_pilgrims(held, str(topic["card_id"])), env, sources, indonesian(env))
    grave = topic["card_id"] not in LIGHT
    phrases, left_out = _phrases(snapshot, str(topic["card_id"]), language, grave, env, sources)
    phrases = _only(phrases, arguments.get("only"))
    for phrase in phrases:
        fill(phrase, reach, arguments, env)
    data: dict[str, Any] = {
        **EMPTY,
        **held,
        "written": [],
        "topic": topic["card_id"],
        "title_en": topic["title_en"],
        "title_id": topic["title_id"],
        "grave": grave,
        "language": language,
        "languages": languages,
        "phrases": phrases,
        **reach,
        "national_left_out": left_out,
    }
    from safetravel_cli.services import paper

    paper.finish(data, arguments, env)
    return Answer(data)


EMPTY: "dict[str, Any]" = {
    "iso2": "", "name_en": "", "name_id": "", "flag": "", "read_as": "", "method": "", "position": None, "hint": "",
    "topic": "", "title_en": "", "title_id": "", "grave": False, "language": None, "languages": [], "phrases": [],
    "numbers": [], "mission": None, "hotlines": [], "national_left_out": False, "own": [], "qr": None, "written": [], "cards": [],
}  # fmt: skip


def _among_pilgrims(held: "dict[str, Any]", card: str) -> "dict[str, Any]":
    """Return where a card is shown; pilgrims of whom no more is known than Saudi Arabia are in Makkah."""
    if card != "pilgrim" or held["iso2"] != "SA" or (held["position"] or {}).get("lat") is not None:
        return held
    return {**held, "position": MAKKAH}


def _cards(snapshot: "Snapshot") -> "list[dict[str, object]]":
    return snapshot.rows(
        "SELECT c.card_id AS topic, c.title_en, c.title_id, count(*) AS phrases FROM card c JOIN card_phrase USING (card_id)"
        " GROUP BY c.card_id ORDER BY c.rank"
    )


def place(
    snapshot: "Snapshot", words: object, asked: object, env: "Env", optional: bool = False
) -> "tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]":
    """Return the country (blank where it is unknown and need not be known), the language to show, and those of the country."""
    try:
        held = subject.find(snapshot, words, env, "card police --country")
    except (errors.NotFound, errors.Ambiguous):
        if words or not (asked or optional):
            raise
        held = {**subject.named(snapshot, ""), "read_as": "", "method": "", "position": None, "hint": ""}
    languages = languages_of(snapshot, str(held["iso2"]))
    return held, choose_language(snapshot, asked, languages, held), languages


def reaching(snapshot: "Snapshot", held: "dict[str, Any]", env: "Env", sources: Sources, own: bool) -> "dict[str, Any]":
    """Return numbers[] (local emergency); for Indonesians the mission in charge with its numbers, and the ministry's hotline."""
    from safetravel_cli.services import missions
    from safetravel_cli.services.topics import emergency

    code = str(held["iso2"])
    at = held["position"] or {}
    charge = missions.in_charge(snapshot, code, at.get("lat"), at.get("lon")) if code and own else None
    found = missions.by_id(snapshot, [str(charge["mission_id"])], sources, env.now(), env.max_age) if charge else []
    wanted = ("general", "police", "ambulance", "fire")
    return {
        "numbers": [row for row in emergency.facts(snapshot, code, sources) if row["service"] in wanted] if code else [],
        "mission": found[0] if found else None,
        "hotlines": missions.central(snapshot, code, sources)[:1] if own else [],
    }


def _phrases(
    snapshot: "Snapshot", card: str, language: "dict[str, Any]", grave: bool, env: "Env", sources: Sources
) -> "tuple[list[dict[str, Any]], bool]":
    rows = snapshot.rows(_PHRASES, language["language"], language["language"], card)
    kept = [row for row in rows if indonesian(env) or row["phrase_id"] not in NATIONAL]
    return [told(row, number, language, grave, sources) for number, row in enumerate(kept, 1)], len(kept) < len(rows)


def _only(phrases: "list[dict[str, Any]]", asked: object) -> "list[dict[str, Any]]":
    words = str(asked or "").replace(",", " ").split()
    wanted = {int(word) for word in words if word.isascii() and word.isdigit()}
    wrong = [word for word in words if not (word.isascii() and word.isdigit()) or not 1 <= int(word) <= len(phrases)]
    if wrong:
        raise errors.UsageError("card.bad_only", text=wrong[0], count=len(phrases))
    return [row for row in phrases if not words or row["number"] in wanted]


def e164(number: str) -> str:
    """Return an international number without what people put between its digits; any other as it was typed."""
    bare = "".join(char for char in number if char not in " -./()\u00a0")
    return bare if bare.startswith("+") and bare[1:].isdigit() and bare.isascii() else number


def fill(phrase: "dict[str, Any]", reach: "dict[str, Any]", arguments: "dict[str, object]", env: "Env") -> None:
    """Put the number, the address or what the traveller gave into a phrase."""
    whom, blank = CALLS.get(phrase["phrase_id"], ""), phrase["blank"]
    if whom == "mission":
        mission = reach["mission"]
        known = (mission["hotlines"] + mission["phones"] if mission else []) or reach["hotlines"]
        if known:
            name = mission["short_name"] if mission and known[0] not in reach["hotlines"] else ""
            phrase.update(value=known[0]["number"], value_kind="phone", value_of=name)
    elif whom:
        rows = {row["service"]: row for row in reach["numbers"]}
        row = rows.get(whom) or rows.get("general")
        if row:
            phrase.update(value=row["number"], value_kind="phone", value_of=row["service"], value_confidence=row["confidence"])
    elif phrase["phrase_id"] == "to_embassy" and not arguments.get("address") and reach["mission"]:
        mission = reach["mission"]
        phrase.update(value=mission["address"] or mission["city"], value_kind="address", value_of=mission["short_name"])
    elif blank or phrase["phrase_id"] == "to_address":
        option, profile = BLANKS[blank or "address"]
        value = str(arguments.get(option) or state.read(env).get(profile) or "").strip()
        phrase.update(value=e164(value) if blank == "phone" else value, value_kind=blank or "address")
        phrase["blank"] = blank or "address"
