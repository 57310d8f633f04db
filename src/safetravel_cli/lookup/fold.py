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

# Latin and Arabic marks alone: a Japanese or Indic one makes another letter.
MARKS = dict.fromkeys([*range(0x300, 0x370), *range(0x64B, 0x660), 0x670])
# The signs of ASCII, which part words.
SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """Return a text in the form in which names are compared.

    Small letters without Latin or Arabic marks; other scripts stay as they are. Apostrophes vanish, other punctuation
    becomes one blank, single letters in a row are joined (`U.S.A.` is `usa`). A plus sign at the start, before a digit, stays.
    Folding twice changes nothing more.
    """
    text = text.strip()
    plus = "+" if text[:1] == "+" and text[1:2].isdigit() and text[1:2].isascii() else ""
    if text.isascii():
        return plus + _join(text.lower().translate(APOSTROPHES).translate(SIGNS).split())
    return plus + _join(_plain(text).split())


def _plain(text: str) -> str:
    from unicodedata import category, normalize

    text = normalize("NFKD", text.translate(APOSTROPHES).casefold()).casefold().translate(APOSTROPHES).translate(LETTERS)
    kept = normalize("NFC", text.translate(MARKS))
    signs = {ord(letter): " " for letter in set(kept) if not letter.isalnum() and category(letter)[0] != "M"}
    return kept.translate(signs)


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
