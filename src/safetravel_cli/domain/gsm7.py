"""Text for one SMS: the characters that every alphabet of a mobile network has, each counted once.

Only signs of ASCII that stand in the basic table of GSM 03.38 (3GPP TS 23.038): anything else makes the message
UCS-2 with 70 characters a segment, and signs of the extension table count twice.
"""

SEGMENT = 160
_EXTENDED = str.maketrans({"[": "(", "]": ")", "{": "(", "}": ")", "\\": "/", "^": "'", "~": "-", "|": "/", "`": "'"})
_KNOWN = str.maketrans(
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "•": "-", "°": " ", "±": "+-",
        "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "×": "x",
    }
)  # fmt: skip


def ascii_line(text: str) -> str:
    """Return a text as one line of such characters: accents dropped, each run of unknown ones one question mark."""
    if not text.isascii():
        import unicodedata

        decomposed = unicodedata.normalize("NFKD", text.translate(_KNOWN))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    text = " ".join(text.translate(_EXTENDED).split())
    out = ""
    for char in text:
        if " " <= char <= "~":
            out += char
        elif not out.endswith("?"):
            out += "?"
    return out


def fits(text: str) -> bool:
    """Tell whether a text is one SMS of one segment by this count."""
    return len(text) <= SEGMENT and all(" " <= char <= "~" and char not in "[]{}\\^~|`" for char in text)


def cut(text: str, room: int) -> str:
    """Shorten a text to `room` characters, at a blank where one is near, with two dots for what is missing."""
    if len(text) <= room:
        return text
    if room < 3:
        return ""
    kept = text[: room - 2]
    blank = kept.rfind(" ")
    return (kept[:blank] if blank > room * 2 // 3 else kept).rstrip() + ".."
