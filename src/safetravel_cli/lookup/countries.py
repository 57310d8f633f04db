"""Several countries in one line of words: `hong kong japan`, `south korea north korea`, `jepang, korea selatan`, `SG vs MY`."""

from safetravel_cli import errors
from safetravel_cli.lookup import country
from safetravel_cli.lookup.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot

# Words that may stand between two names; where they are part of one (Trinidad dan Tobago) the whole name comes first.
BETWEEN = ("vs", "versus", "and", "dan", "atau", "or", "dengan", "with", "&")
# The longest names have as many words (Saint Helena, Ascension and Tristan da Cunha).
LONGEST = 9


def find(snapshot: "Snapshot", words: "list[str]") -> "list[country.Found]":
    """Return the countries that words name, each once, in order. The longest name that fits is taken.

    A word with a blank in it (it was quoted) is one name; commas part names too.

    Raises:
        NotFound, Ambiguous: a part names none, or several.
    """
    found: dict[str, country.Found] = {}
    for part in _parts(words):
        for one in _read(snapshot, part):
            found.setdefault(one.code, one)
    return list(found.values())


def _parts(words: "list[str]") -> "list[list[str]]":
    """Return the words between commas and quotes: each part is one name, or several without a mark between them."""
    parts: list[list[str]] = [[]]
    for word in words:
        pieces = [piece.strip() for piece in word.split(",")]
        for at, piece in enumerate(pieces):
            if at:
                parts.append([])
            if " " in piece:
                parts += [[piece], []]
            elif piece:
                parts[-1].append(piece)
    return [part for part in parts if part]


def _read(snapshot: "Snapshot", words: "list[str]") -> "list[country.Found]":
    found: list[country.Found] = []
    unread: list[str] = []
    at = 0
    while at < len(words):
        size = _longest(snapshot, words[at:])
        if not size:
            if words[at].lower() in BETWEEN:
                found += _misspelt(snapshot, unread)
                unread = []
            else:
                unread.append(words[at])
            at += 1
            continue
        found += _misspelt(snapshot, unread)
        unread = []
        found.append(country.find(snapshot, " ".join(words[at : at + size])))
        at += size
    return found + _misspelt(snapshot, unread)


def _longest(snapshot: "Snapshot", words: "list[str]") -> int:
    """Return of how many of the first words the longest known name is made; 0 for none."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        if country.exact(snapshot, fold(" ".join(words[:size]))):
            return size
    return 0


def _misspelt(snapshot: "Snapshot", words: "list[str]") -> "list[country.Found]":
    """Return the countries of words that no name has: all of them as one name with a typing error, else each by itself."""
    if len(words) < 2:
        return [country.find(snapshot, word) for word in words]
    try:
        return [country.find(snapshot, " ".join(words))]
    except errors.NotFound:
        return [country.find(snapshot, word) for word in words]
