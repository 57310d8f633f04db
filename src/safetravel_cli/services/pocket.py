"""The card of one's own for the purse: what the profile holds, blanks to fill in by hand for the rest."""

from safetravel_cli import settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services import card, phrases, subject
from safetravel_cli.services.sources import Sources
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot

# Names of the profile in the order of the card; an option of the command wins over the profile.
OWN = (
    ("name", "own_name"),
    ("nationality", ""),
    ("born", ""),
    ("passport", ""),
    ("passport_expires", ""),
    ("phone", ""),
    ("next_of_kin", ""),
    ("next_of_kin_phone", "phone"),
    ("blood_type", "blood"),
    ("allergies", "allergen"),
    ("medicines", "medicine"),
    ("languages", ""),
    ("insurer", ""),
    ("employer", ""),
    ("kloter", ""),
    ("hotel", "hotel"),
)
# What the stranger who finds the card can read aloud or show on.
PHRASES = ("citizen", "no_speak", "need_doctor", "call_embassy")
_PHRASE = """SELECT p.phrase_id, p.text_en, p.text_id, p.placeholder, t.text, t.romanisation, t.confidence, b.pieces,
    coalesce(t.source, p.source) AS source, coalesce(t.as_of, p.as_of) AS as_of FROM phrase p
    LEFT JOIN phrase_text t ON t.phrase_id = p.phrase_id AND t.language = ?
    LEFT JOIN phrase_break b ON b.phrase_id = p.phrase_id AND b.language = ? WHERE p.phrase_id = ?"""


def answer(snapshot: "Snapshot", words: "list[object]", arguments: "dict[str, object]", env: "Env") -> Answer:
    """Answer `card pocket [COUNTRY]`: `own` (name, value), and numbers and phrases where the country or language is named."""
    sources = Sources(snapshot, env.language)
    named = words or arguments.get("country") or arguments.get("to")
    data: dict[str, Any] = {**card.EMPTY, "topic": card.POCKET, "own": own(snapshot, arguments, env), "written": []}
    if named:
        where = words or arguments.get("country")
        held, language, languages = card.place(snapshot, where, arguments.get("to"), env)
        data.update(held, language=language, languages=languages)
        data.update(card.reaching(snapshot, held, env, sources, phrases.indonesian(env)))
        data["phrases"] = _phrases(snapshot, data, arguments, env, sources)
    else:
        code = subject.here(snapshot, env)
        data.update(subject.named(snapshot, code))
        data.update(card.reaching(snapshot, {"iso2": code, "position": None}, env, sources, phrases.indonesian(env)))
    from safetravel_cli.services import paper

    paper.finish(data, arguments, env)
    return Answer(data)


def own(snapshot: "Snapshot", arguments: "dict[str, object]", env: "Env") -> "list[dict[str, str]]":
    """Return what the profile and the options tell of the traveller: name of the entry and value, blank where unknown."""
    held = state.read(env)
    rows = []
    for name, option in OWN:
        value = str((option and arguments.get(option)) or held.get("profile." + name) or "").strip()
        if name == "nationality" and not value:
            country = subject.named(snapshot, settings.value(held, "passport"))
            value = str(country["name_id" if env.language == "id" else "name_en"])
        if name == "passport" and not value and held.get("profile.passport_last4"):
            name, value = "passport_ends", held["profile.passport_last4"]
        rows.append({"name": name, "value": card.e164(value) if name in ("phone", "next_of_kin") else value})
    return rows


def _phrases(
    snapshot: "Snapshot", data: "dict[str, Any]", arguments: "dict[str, object]", env: "Env", sources: Sources
) -> "list[dict[str, Any]]":
    tag = data["language"]["language"]
    indonesian = phrases.indonesian(env)
    wanted = [one for one in PHRASES if indonesian or one not in phrases.NATIONAL]
    rows = [snapshot.row(_PHRASE, tag, tag, one) for one in wanted]
    found = [phrases.told(row, number, data["language"], True, sources) for number, row in enumerate(rows, 1) if row]
    for phrase in found:
        card.fill(phrase, data, arguments, env)
    data["national_left_out"] = not indonesian
    return found
