"""Read a position as people write it: `35.66,139.70`, `6.2 LS 106.8 BT`, `S6°12' E106°48'`, `geo:-6.2,106.8;u=30`.

Latitude comes first unless letters say otherwise. A decimal comma is understood where the two numbers are told
apart by more than a comma: `-6,2; 106,8`.
"""

from collections import namedtuple

from safetravel_cli import errors

# Degrees on WGS84; accuracy_m is a radius in metres, None where the text has none.
Position = namedtuple("Position", "latitude longitude accuracy_m")

# English letters and the Indonesian ones (lintang utara, lintang selatan, bujur timur, bujur barat).
NORTH_SOUTH = {"N": 1, "LU": 1, "S": -1, "LS": -1}
EAST_WEST = {"E": 1, "BT": 1, "W": -1, "BB": -1}
LETTERS = {**NORTH_SOUTH, **EAST_WEST}

MARKS = {"°": 60, "º": 60, "'": 3600, "′": 3600, "’": 3600, '"': 0, "″": 0, "”": 0}
SEPARATORS = frozenset(",;/")
ALIKE = str.maketrans({"−": "-", "–": "-", "，": ",", "；": ";", "\u00a0": " ", "_": " "})


class _Part:
    """One coordinate while it is read: `divisor` is what the next number is divided by, 0 where none may follow."""

    __slots__ = ("divisor", "letter", "negative", "value")

    def __init__(self, value: float, negative: bool, letter: str) -> None:
        self.value, self.negative, self.letter, self.divisor = value, negative, letter, 0

    def signed(self) -> "float | None":
        """Return the coordinate with its sign; None where sign and letter contradict each other."""
        side = LETTERS.get(self.letter, 1)
        if self.negative and self.letter and side > 0:
            return None
        return -self.value if self.negative or side < 0 else self.value


def parse(text: str) -> "Position | None":
    """Return the position that a text states, None where it is not written as one (a name, a single number).

    Raises:
        UsageError: it is written as a position, but is none: out of range, swapped, one number, three numbers.
    """
    text = text.strip().translate(ALIKE)
    if text[:4].lower() == "geo:":
        return _uri(text)
    if not any(char.isdigit() for char in text):
        return None
    tokens = _tokens(_decimal_points(text))
    if tokens is None:
        return None
    parts = _parts(tokens)
    if not _written_as_position(text, tokens, parts):
        return None
    if parts is None or len(parts) != 2:
        raise _bad(text, "position_form")
    return _place(text, parts)


def write(latitude: float, longitude: float) -> str:
    """Write a position so that it can be read back: five decimals (about a metre) at most, two at least."""
    return f"{_short(latitude)},{_short(longitude)}"


def _short(degrees: float) -> str:
    whole, _, decimals = f"{degrees + 0.0:.5f}".partition(".")
    if whole == "-0" and not decimals.strip("0"):
        whole = "0"
    return f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}"


def _bad(text: str, reason: str) -> errors.UsageError:
    return errors.UsageError("errors.bad_position", text=text, reason="errors." + reason)


def _decimal_points(text: str) -> str:
    """Turn decimal commas into points where exactly two words have one and no point stands anywhere."""
    words = text.replace(";", " ; ").split(" ")
    bare = [word.strip(",") for word in words]
    with_comma = [at for at, word in enumerate(bare) if word.count(",") == 1 and all(word.partition(",")[::2])]
    if "." in text or len(with_comma) != 2:
        return text
    for at in with_comma:
        words[at] = bare[at].replace(",", ".")
    return " ".join(words)


def _tokens(text: str) -> "list[str] | None":
    """Split into numbers (with their sign), letters, marks and separators; None where anything else stands there."""
    tokens: list[str] = []
    at = 0
    while at < len(text):
        start, char = at, text[at]
        at += 1
        if char in "0123456789.+-":
            while at < len(text) and text[at] in "0123456789.":
                at += 1
        elif char.isascii() and char.isalpha():
            while at < len(text) and text[at].isascii() and text[at].isalpha():
                at += 1
            if text[start:at].upper() not in LETTERS:
                return None
        elif char not in MARKS and char not in ",; /":
            return None
        if char != " ":
            tokens.append(text[start:at].upper())
    return tokens


def _number(token: str) -> "float | None":
    digits = token.lstrip("+-")
    if not (digits.isascii() and digits.replace(".", "", 1).isdigit()) or len(digits) > 24:
        return None
    return float(digits)


def _parts(tokens: "list[str]") -> "list[_Part] | None":
    """Put the tokens together to coordinates; None where they make no sense."""
    parts: list[_Part] = []
    leading = bool(tokens) and tokens[0] in LETTERS
    waiting = ""
    for token in tokens:
        if token in LETTERS:
            if leading:
                waiting = token
            elif not parts or parts[-1].letter:
                return None
            else:
                parts[-1].letter, parts[-1].divisor = token, 0
        elif token in MARKS:
            if not parts:
                return None
            parts[-1].divisor = MARKS[token]
        elif token in SEPARATORS:
            if parts:
                parts[-1].divisor = 0
        else:
            value = _number(token)
            if value is None:
                return None
            if parts and parts[-1].divisor and token[0] not in "+-" and not waiting:
                if value >= 60:
                    return None
                parts[-1].value += value / parts[-1].divisor
                parts[-1].divisor = 0
            else:
                parts.append(_Part(value, token[0] == "-", waiting))
                waiting = ""
    return parts


def _written_as_position(text: str, tokens: "list[str]", parts: "list[_Part] | None") -> bool:
    """Tell a position, right or wrong, from a number that means something else (a calling code, `1 868`)."""
    if "°" in text or "º" in text:
        return True
    two = parts is not None and len(parts) == 2
    if any(token in LETTERS for token in tokens):
        return two
    return "," in text or ";" in text or (two and "." in text)


def _place(text: str, parts: "list[_Part]") -> Position:
    """Decide which number is the latitude and check the ranges."""
    first, second = parts
    if bool(first.letter) != bool(second.letter):
        raise _bad(text, "position_form")
    if first.letter in EAST_WEST:
        first, second = second, first
    if first.letter and (first.letter not in NORTH_SOUTH or second.letter not in EAST_WEST):
        raise _bad(text, "position_form")
    latitude, longitude = first.signed(), second.signed()
    if latitude is None or longitude is None:
        raise _bad(text, "position_form")
    return _checked(text, latitude, longitude, None)


def _checked(text: str, latitude: float, longitude: float, accuracy_m: "float | None") -> Position:
    if abs(latitude) > 90:
        swapped = abs(latitude) <= 180 and abs(longitude) <= 90
        raise _bad(text, "position_swapped" if swapped else "latitude_range")
    if abs(longitude) > 180:
        raise _bad(text, "longitude_range")
    return Position(latitude + 0.0, longitude + 0.0, accuracy_m)


def _uri(text: str) -> Position:
    """Read a `geo:` URI (RFC 5870); the `?q=LAT,LON` that phones write after `geo:0,0` counts."""
    path, _, query = text[4:].partition("?")
    numbers, *options = path.split(";")
    if query.startswith("q="):
        asked = query[2:].partition("&")[0].partition("(")[0]
        numbers = asked if asked and all(char in "0123456789.,+-" for char in asked) else numbers
    values = [_signed(number) for number in numbers.split(",")]
    accuracy: float | None = None
    for option in options:
        name, _, value = option.partition("=")
        if name.lower() == "u":
            accuracy = _number(value)
        elif name.lower() == "crs" and value.lower() != "wgs84":
            raise _bad(text, "position_form")
    if len(values) not in (2, 3) or None in values[:2]:
        raise _bad(text, "position_form")
    latitude, longitude = values[0], values[1]
    assert latitude is not None and longitude is not None
    return _checked(text, latitude, longitude, accuracy)


def _signed(token: str) -> "float | None":
    token = token.strip()
    value = _number(token)
    return -value if value is not None and token[:1] == "-" else value
