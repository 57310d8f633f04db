"""Read coordinates as people write them: `6.2 LS 106.8 BT`, `6°12'30"S 106°49'E`, `06-12.5S 106-48.2E`, `-6,2; 106,8`.

Latitude comes first unless letters or words say otherwise. A decimal comma is understood where the two numbers are
told apart by more than a comma, or where it can be nothing else.
"""

from safetravel_cli.geo.position import Position, bad, checked, number

# English letters and the Indonesian ones (lintang utara, lintang selatan, bujur timur, bujur barat).
NORTH_SOUTH = {"N": 1, "LU": 1, "S": -1, "LS": -1}
EAST_WEST = {"E": 1, "BT": 1, "W": -1, "BB": -1}
SIDES = {**NORTH_SOUTH, **EAST_WEST}
AXES = {
    "LAT": "lat",
    "LATITUDE": "lat",
    "LINTANG": "lat",
    "LON": "lon",
    "LNG": "lon",
    "LONG": "lon",
    "LONGITUDE": "lon",
    "BUJUR": "lon",
}
MARKS = {"°": 1, "'": 60, '"': 3600}
# A colon or a hyphen between numbers stands for the mark that is due.
DUE = (1, 60, 3600)
COLONS = frozenset(":")
SEPARATORS = frozenset(",;/|&")
IDLE = frozenset("KOORDINAT COORDINATE COORDINATES GPS POSISI POSITION LOKASI LOCATION GARIS DAN AND".split())
WORDS = {
    "NORTH": "N", "SOUTH": "S", "EAST": "E", "WEST": "W", "UTARA": "LU", "SELATAN": "LS", "TIMUR": "BT", "BARAT": "BB",
    "DEGREE": "°", "DEGREES": "°", "DEG": "°", "DERAJAT": "°", "MINUTE": "'", "MINUTES": "'", "MIN": "'", "MENIT": "'",
    "SECOND": '"', "SECONDS": '"', "SEC": '"', "DETIK": '"',
}  # fmt: skip
# Compass letters of Indonesian telephones; too short to be trusted without a degree sign.
SHORT = {"U": "LU", "T": "BT", "B": "BB"}
ALIKE = str.maketrans(
    {
        **dict.fromkeys("º˚∘⁰", "°"), **dict.fromkeys("′’‘ʹ´`＇", "'"), **dict.fromkeys("″”“ʺ〃＂", '"'),
        **dict.fromkeys("−–—‐‑－", "-"), **dict.fromkeys("，、،", ","), **dict.fromkeys("．٫", "."), "；": ";", "：": ":",
        **dict.fromkeys("\u00a0\u2009\u202f\t\n_()[]", " "), **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff"),
        **{chr(start + digit): str(digit) for start in (0x660, 0x6F0, 0xFF10) for digit in range(10)},
        "度": "°", "도": "°", "分": "'", "분": "'", "秒": '"', "초": '"',
    }
)  # fmt: skip
SCRIPTS = {
    " N ": ("北緯", "北纬", "북위"), " S ": ("南緯", "南纬", "남위"),
    " E ": ("東経", "東經", "东经", "동경"), " W ": ("西経", "西經", "西经", "서경"),
}  # fmt: skip
DIGITS = "0123456789"
GEOPY = frozenset(["N", "S", "E", "W", "D", "d", "m", "s", "UT"])


class _Coordinate:
    """One coordinate while it is read: its numbers in order, each with what it is divided by (0: no mark yet)."""

    __slots__ = ("axis", "closed", "divisors", "negative", "side", "values")

    def __init__(self) -> None:
        self.values: list[float] = []
        self.divisors: list[int] = []
        self.side = self.axis = ""
        self.negative = self.closed = False

    def takes(self, token: str, value: float, letters: bool) -> bool:
        """Tell whether a number goes on with this coordinate: minutes after whole degrees, seconds after whole minutes."""
        if not self.values:
            return True
        if self.closed or len(self.values) > 2 or token[0] in "+-" or self.values[-1] % 1 or (value >= 60 and not letters):
            return False
        return 0 < self.divisors[-1] < 3600 or (letters and not self.divisors[-1])

    def degrees(self) -> "float | None":
        """Return the degrees with their sign; None where sign and letter contradict each other or the marks make no sense."""
        side = SIDES.get(self.side, 1)
        if self.negative and self.side and side > 0:
            return None
        total, last = 0.0, 0
        for value, given in zip(self.values, self.divisors, strict=True):
            divisor = given or (60 * last or 1)
            if divisor <= last or (not last and divisor > 1) or divisor > 3600:
                return None
            total, last = total + value / divisor, divisor
        return -total if self.negative or side < 0 else total


def parse(text: str) -> "Position | None":
    """Return the position that a text states, None where it is not written as one.

    Raises:
        UsageError: it is written as a position, but is none.
    """
    plain = _plain(text)
    if not any(char in DIGITS for char in plain):
        return None
    tokens = _tokens(_decimal_points(plain))
    if tokens is None:
        return _by_geopy(text, plain)
    found = _coordinates(tokens)
    if not _written_as_position(plain, tokens, found):
        return None
    if found is None or len(found) != 2:
        raise bad(text, "position_form")
    return _place(text, found)


def _plain(text: str) -> str:
    text = text.translate(ALIKE).replace("''", '"')
    for letter, words in SCRIPTS.items():
        for word in words:
            text = text.replace(word, letter)
    return " ".join(text.split())


def _decimal_points(text: str) -> str:
    """Turn decimal commas into points where exactly two words have one, or one word three (`-6,208763,106,845599`)."""
    if "." in text:
        return text
    four = text.replace(" ", "").split(",")
    if len(four) == 4 and len(four[1]) > 2 and len(four[3]) > 2 and all(part.lstrip("+-").isdigit() for part in four):
        return f"{four[0]}.{four[1]} {four[2]}.{four[3]}"
    words = text.replace(";", " ; ").split(" ")
    bare = [word.strip(",") for word in words]
    with_comma = [at for at, word in enumerate(bare) if word.count(",") == 1 and all(word.partition(",")[::2])]
    if len(with_comma) != 2:
        return text
    for at in with_comma:
        words[at] = bare[at].replace(",", ".")
    return " ".join(words)


def _tokens(text: str) -> "list[str] | None":
    """Split into numbers (with their sign), sides, axes, marks and separators; None where anything else stands there."""
    tokens: list[str] = []
    sides = any(char.isalpha() for char in text)
    at = 0
    while at < len(text):
        start, char = at, text[at]
        at += 1
        if char == "-" and sides and text[start - 1 : start].isdigit() and text[at : at + 1].isdigit():
            # As seamen write: 06-12.5S.
            tokens.append(":")
        elif char in "0123456789.+-":
            while at < len(text) and text[at] in "0123456789.":
                at += 1
            if char in "+-" and text[start - 1 : start].isdigit() and text[0] not in "+-":
                # `35.66-139.70` may be a range; only ISO 6709 (`+35.66-139.70/`) runs two numbers together.
                return None
            tokens.append(text[start:at])
        elif char.isalpha():
            while at < len(text) and text[at].isalpha():
                at += 1
            if not _add_word(tokens, text[start:at].upper(), "°" in text):
                return None
        elif char in MARKS or char in SEPARATORS or char in ":=":
            tokens.append(":" if char == "=" else char)
        elif char != " ":
            return None
    return tokens


def _add_word(tokens: "list[str]", word: str, degrees: bool) -> bool:
    """Add what a word stands for; `lintang selatan` and `L S` become one side. False where it is no word of a position."""
    word = WORDS.get(word, word)
    word = SHORT.get(word, word) if degrees else word
    if word in IDLE:
        return True
    if word not in SIDES and word not in AXES and word not in MARKS:
        return False
    if word in SIDES and tokens and tokens[-1] in ("LINTANG", "BUJUR"):
        tokens.pop()
    tokens.append(word)
    return True


def _coordinates(tokens: "list[str]") -> "list[_Coordinate] | None":
    """Put the tokens together; None where they make no sense."""
    found: list[_Coordinate] = []
    letters = any(token in SIDES for token in tokens)
    first = next((at for at, token in enumerate(tokens) if token[-1] in DIGITS), 0)
    leading = any(token in SIDES for token in tokens[:first])
    for token in tokens:
        if token in AXES or (token in SIDES and leading):
            _begin(found, token)
        elif token in SIDES:
            if not found or found[-1].side or not found[-1].values:
                return None
            found[-1].side, found[-1].closed = token, True
        elif token in MARKS or token in COLONS:
            if not _mark(found, token):
                return None
        elif token in SEPARATORS:
            if found and found[-1].values:
                found[-1].closed = True
        elif not _number(found, token, letters):
            return None
    return found


def _begin(found: "list[_Coordinate]", token: str) -> None:
    """Begin a coordinate with its side or axis, where the last has not just begun."""
    if not found or found[-1].values:
        found.append(_Coordinate())
    if token in AXES:
        found[-1].axis = AXES[token]
    else:
        found[-1].side = token


def _mark(found: "list[_Coordinate]", token: str) -> bool:
    """Give a mark to the last number; False where there is none that lacks one. A colon after a word means nothing."""
    now = found[-1] if found else None
    if not now or not now.values or now.divisors[-1]:
        return token in COLONS
    if token == "°" and len(now.values) > 1:  # noqa: S105
        # Degrees again: the number before the mark begins the other coordinate.
        value, _ = now.values.pop(), now.divisors.pop()
        found.append(now := _Coordinate())
        now.values, now.divisors = [value], [0]
    now.divisors[-1] = MARKS.get(token) or DUE[len(now.values) - 1]
    return True


def _number(found: "list[_Coordinate]", token: str, letters: bool) -> bool:
    """Add a number to the last coordinate or begin one with it; False where it is none."""
    value = number(token)
    if value is None:
        return False
    if not found or not found[-1].takes(token, value, letters):
        found.append(_Coordinate())
    now = found[-1]
    if not now.values:
        now.negative = token[0] == "-"
    now.values.append(value)
    now.divisors.append(0)
    return True


def _written_as_position(text: str, tokens: "list[str]", found: "list[_Coordinate] | None") -> bool:
    """Tell a position, right or wrong, from a number that means something else (a calling code, `1 868`)."""
    two = found is not None and len(found) == 2
    if "°" in text:
        return True
    if any(token in SIDES or token in AXES for token in tokens):
        return two
    return "," in text or ";" in text or (two and "." in text)


def _place(text: str, found: "list[_Coordinate]") -> Position:
    """Decide which coordinate is the latitude and check the ranges."""
    first, second = found
    axes = [_axis(one) for one in found]
    if axes == ["lon", "lat"]:
        first, second = second, first
    elif axes not in (["lat", "lon"], ["", ""]):
        raise bad(text, "position_sides")
    for value in [*first.values[1:], *second.values[1:]]:
        if value >= 60:
            raise bad(text, "minutes_range")
    latitude, longitude = first.degrees(), second.degrees()
    if latitude is None or longitude is None:
        raise bad(text, "position_sides" if first.side else "position_form")
    return checked(text, latitude, longitude)


def _axis(one: _Coordinate) -> str:
    side = "lat" if one.side in NORTH_SOUTH else "lon" if one.side else ""
    return "?" if side and one.axis and side != one.axis else side or one.axis


def _by_geopy(text: str, plain: str) -> "Position | None":
    """Let geopy read what has its letters (`23D 26m 22s N 23D 27m 30s E`, `UT: N 39°20' W 74°35'`), and check what it says.

    Its pattern skips anything before the first number, lets minutes run past 60 and turns longitudes round the globe,
    so none of that is left to it.
    """
    words = set("".join([char if char.isalpha() else " " for char in plain]).split())
    if len(plain) > 200 or not words & {"N", "S"} or not words & {"E", "W"} or words - GEOPY:
        return None
    for value, mark in _marked(plain):
        if value >= 60 and mark in "m's\"":
            raise bad(text, "minutes_range")
        if value > 180:
            raise bad(text, "position_form")
    from geopy.point import Point

    try:
        point = Point.from_string(plain.replace("d", "D"))
    except ValueError:
        raise bad(text, "position_form") from None
    return checked(text, point.latitude, point.longitude)


def _marked(plain: str) -> "list[tuple[float, str]]":
    """Return each number with the character after it, `,` where there is none."""
    spaced = "".join([char if char in DIGITS or char == "." else f" {char} " for char in plain]).split()
    pairs = zip(spaced, [*spaced[1:], ","], strict=True)
    return [(value, after) for word, after in pairs if (value := number(word)) is not None]
