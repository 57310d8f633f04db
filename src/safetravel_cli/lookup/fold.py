"""One spelling for a name however it is typed: the same function folds the names in the snapshot and the words of a command."""

# Letters that Unicode does not take apart into a base letter and a mark.
LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t",
        "ı": "i", "ŋ": "n", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o",
    }
)  # fmt: skip
# Written and left out as people like: they vanish, so that d’Ivoire and dIvoire are one.
APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹʾʿ`´′＇\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u0640"))


def fold(text: str) -> str:
    """Return a text in the form in which names are compared.

    Small letters without Latin or Arabic marks; other scripts stay as they are. Apostrophes vanish, other punctuation
    becomes one blank, single letters in a row are joined (`U.S.A.` is `usa`). A plus sign at the start, before a digit, stays.
    Folding twice changes nothing more.
    """
    text = text.strip()
    plus = "+" if text[:1] == "+" and text[1:2].isdigit() and text[1:2].isascii() else ""
    if text.isascii():
        text = text.lower().translate(APOSTROPHES)
        return plus + _join("".join([letter if letter.isalnum() else " " for letter in text]).split())
    return plus + _join(_plain(text).split())


def _plain(text: str) -> str:
    from unicodedata import category, normalize

    text = normalize("NFKD", text.translate(APOSTROPHES).casefold()).casefold().translate(APOSTROPHES).translate(LETTERS)
    kept = normalize("NFC", "".join([letter for letter in text if not _is_mark(letter)]))
    return "".join([letter if letter.isalnum() or category(letter)[0] == "M" else " " for letter in kept])


def _is_mark(letter: str) -> bool:
    # Only Latin and Arabic: a Japanese or Indic mark makes another letter.
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f" or letter == "\u0670"


def _join(words: "list[str]") -> str:
    joined: list[str] = []
    letters = ""
    for word in words:
        if len(word) == 1 and "a" <= word <= "z":
            letters += word
            continue
        if letters:
            joined.append(letters)
            letters = ""
        joined.append(word)
    if letters:
        joined.append(letters)
    return " ".join(joined)
