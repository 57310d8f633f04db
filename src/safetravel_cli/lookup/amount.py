"""Amounts of money as people type them: `15.000`, `1,5 juta`, `Rp50.000,-`, `1,234.50`, `500rb`, `1 500 000`."""

from safetravel_cli import errors

# Powers of ten by word. A lone `m` is a million in English and a milliard in Indonesian: it is refused, not guessed.
MULTIPLIERS = {
    "ribu": 1e3, "rb": 1e3, "k": 1e3, "thousand": 1e3, "lakh": 1e5, "juta": 1e6, "jt": 1e6, "million": 1e6, "mio": 1e6,
    "mn": 1e6, "crore": 1e7, "miliar": 1e9, "milyar": 1e9, "mlr": 1e9, "billion": 1e9, "bn": 1e9, "triliun": 1e12,
    "trillion": 1e12,
}  # fmt: skip
ONE = {"seribu": 1e3, "sejuta": 1e6, "semiliar": 1e9, "semilyar": 1e9}
# Marks that stand between digits, with what they are read as: Arabic, Swiss and typographic ones included.
MARKS = {".": ".", ",": ",", "٫": ".", "٬": ",", "'": "'", "’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", " ": " "}
LARGEST = 1e15


class Amount:
    """The value of the amount in a text (None where it has none) and the text before and after it, without multipliers."""

    __slots__ = ("after", "before", "value")

    def __init__(self, value: "float | None", before: str, after: str) -> None:
        self.value = value
        self.before = before
        self.after = after


def find(text: str) -> Amount:
    """Find the one amount in a text.

    A point or comma before exactly three digits groups thousands (`15.000` and `15,000` are fifteen thousand), any other is
    the decimal mark; where both occur, the last one is.

    Raises:
        UsageError: the digits make no number, there are two amounts, a lone `m`, or it is too large.
    """
    before, number, after = _split(text)
    if not number:
        words = before.split(" ")
        if words[0].lower() in ONE:
            return Amount(ONE[words[0].lower()], "", " ".join(words[1:]))
        return Amount(None, "", before)
    if before.rstrip().endswith(("-", "−")):
        raise errors.UsageError("convert.negative", text=text)
    total, last = 0.0, float("inf")
    while True:
        value, after, factor = _scaled(read(number), after, text)
        # A second part is smaller than the unit of the one before it: `1 juta 500 ribu`.
        if value >= last:
            raise errors.UsageError("convert.two_amounts", text=text)
        total, last = total + value, factor
        between, number, rest = _split(after)
        if not number:
            break
        if between.strip() or factor == 1:
            raise errors.UsageError("convert.two_amounts", text=text)
        after = rest
    if total >= LARGEST:
        raise errors.UsageError("convert.too_large", text=text)
    return Amount(total, before.strip(), after.strip())


def read(number: str) -> float:
    """Return the value of digits with marks between them.

    Raises:
        UsageError: the marks are not where a number has them.
    """
    marks = [mark for mark in number if not mark.isdigit()]
    whole, point, fraction = number, "", ""
    if marks:
        last = marks[-1]
        tail = number.rpartition(last)[2]
        head = number[: len(number) - len(tail) - 1]
        groups = len(tail) == 3 and head != "0" and (marks.count(last) == len(marks))
        if last in ".," and not groups and marks.count(last) == 1:
            whole, point, fraction = head, ".", tail
    if not _grouped(whole):
        raise errors.UsageError("convert.bad_number", text=number)
    return float("".join(char for char in whole if char.isdigit()) + point + fraction)


def _grouped(whole: str) -> bool:
    """Tell whether digits are grouped as people group them: by three, or the Indian way (12,34,567), with one kind of mark."""
    marks = {char for char in whole if not char.isdigit()}
    if not marks:
        return bool(whole)
    parts = whole.split(next(iter(marks)))
    if len(marks) > 1 or not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3:
        return False
    middle = {len(part) for part in parts[1:-1]}
    return middle <= {3} or (middle <= {2} and len(parts[0]) <= 2 and "," in marks)


def _split(text: str) -> "tuple[str, str, str]":
    """Return what stands before the first number, the number in ASCII digits with its marks, and what stands after it."""
    start = next((at for at, char in enumerate(text) if char.isdecimal()), None)
    if start is None:
        return text.strip(), "", ""
    number, at = "", start
    while at < len(text):
        char = text[at]
        if char.isdecimal():
            number += str(int(char))
        elif char in MARKS and text[at + 1 : at + 2].isdecimal() and not (MARKS[char] == " " and not _is_group(text, at, number)):
            number += MARKS[char]
        else:
            break
        at += 1
    return text[:start], number, _without_dash(text[at:])


def _is_group(text: str, at: int, number: str) -> bool:
    """Tell whether the digits after a blank are the next three of the same number."""
    group = text[at + 1 : at + 5]
    own = number.rpartition(" ")[2]
    return group[:3].isdecimal() and len(group) >= 3 and not group[3:].isdecimal() and own.isdigit() and len(own) <= 3


def _without_dash(text: str) -> str:
    """Drop the `,-` that Indonesian price tags end with."""
    for tail in (",-", ".-", ",–", ",—"):
        if text.startswith(tail):
            return text[2:]
    return text


def _scaled(value: float, after: str, text: str) -> "tuple[float, str, float]":
    """Return a value times the multipliers that follow it, the rest of the text, and the factor."""
    factor = 1.0
    words = after.strip().split(" ")
    while words and words[0].lower().rstrip(".") in MULTIPLIERS:
        factor *= MULTIPLIERS[words.pop(0).lower().rstrip(".")]
    if words and words[0].lower() == "m":
        raise errors.UsageError("convert.lone_m", text=text)
    return value * factor, " ".join(words), factor
