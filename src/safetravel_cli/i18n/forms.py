"""Forms of numbers, dates and telephone numbers in both languages."""

from safetravel_cli.domain.blocks import NBSP

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
}
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
}


def number(value: float, language: str, digits: "int | None" = None) -> str:
    """Write a number with grouping; `digits` after the mark, or as many as needed up to six significant ones."""
    if digits is None:
        text = f"{value:,.6g}" if abs(value) < 1e6 and value != int(value) else f"{round(value):,}"
        if "e" in text:
            text = f"{value:.8f}".rstrip("0")
    else:
        text = f"{value:,.{digits}f}"
    if language == "id":
        return text.replace(",", "_").replace(".", ",").replace("_", ".")
    return text


def date(text: str, language: str) -> str:
    """Write YYYY, YYYY-MM or YYYY-MM-DD (anything after it is dropped) in words; other text as it is."""
    parts = text[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    words = [parts[0]]
    if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
        words.insert(0, MONTHS[language][int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return NBSP.join(words)


# Where a calling code ends cannot be told from the digits alone; these one- and two-digit codes are all there are.
ONE_DIGIT = ("1", "7")
TWO_DIGITS = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"


def phone(e164: str) -> str:
    """Space an E.164 number for reading aloud, held together: +62 812 9007 0027. Other numbers stay as they are."""
    if not (e164.startswith("+") and e164[1:].isdigit()):
        return held(e164)
    digits = e164[1:]
    size = 1 if digits[0] in ONE_DIGIT else 2 if digits[:2] in TWO_DIGITS.split() else 3
    code, rest = digits[:size], digits[size:]
    if len(rest) == 10 and (size == 1 or code == "90"):
        return "+" + NBSP.join([code, rest[:3], rest[3:6], rest[6:]])
    if len(rest) == 9 and code not in ("81", "65"):
        return "+" + NBSP.join([code, rest[:2], rest[2:5], rest[5:]])
    # Groups of four from the end; a lone digit in front is an area (+81 3 3441 4201, +44 20 7290 9600).
    groups = [rest[max(0, end - 4) : end] for end in range(len(rest), 0, -4)][::-1]
    return "+" + NBSP.join([code, *groups])


def held(text: str) -> str:
    """Hold the groups of digits of a telephone number within a text together, so that no line ends within it."""
    words = text.split(" ")
    out = words[0]
    for at, word in enumerate(words[1:]):
        # A number ends where its word does not: "0027." and "0027,".
        out += (NBSP if words[at][-1:].isdigit() and word[:1].isdigit() else " ") + word
    return out
