"""Plus codes (Open Location Code): a position in ten letters and digits, `6PH57VP3+PR`; a short one needs a town.

Source: the specification at https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md
Five pairs of digits divide the globe by 20 each, latitude first; up to five more divide a cell in 5 rows of 4 columns.
"""

from safetravel_cli.geo.position import Position, checked

DIGITS = "23456789CFGHJMPQRVWX"
PAIRS, LONGEST = 10, 15
ROWS, COLUMNS = 5, 4
SEPARATOR_AT = 8
# The smallest cell is 1/25,000,000 of a degree high and 1/8,192,000 wide: whole numbers of these are exact.
UNITS_HIGH, UNITS_WIDE = 8000 * ROWS**5, 8000 * COLUMNS**5
METRES_PER_DEGREE = 111_320


def is_code(text: str) -> bool:
    """Tell whether a text is a whole or a shortened code."""
    head, plus, tail = text.upper().partition("+")
    if not plus or "+" in tail or len(head) > SEPARATOR_AT or len(head) % 2 or len(tail) == 1:
        return False
    bare = head.rstrip("0")
    if bare != head and (tail or len(head) < SEPARATOR_AT or not bare or len(bare) % 2):
        return False
    return bool(head or tail) and all(char in DIGITS for char in bare + tail)


def is_full(text: str) -> bool:
    """Tell whether a text is a code that needs no town: eight digits before the sign, on the globe."""
    if not is_code(text) or text.find("+") != SEPARATOR_AT:
        return False
    return DIGITS.index(text[0].upper()) * 20 < 180 and DIGITS.index(text[1].upper()) * 20 < 360


def cell(code: str) -> "tuple[float, float, float, float]":
    """Return south, west, north, east of a full code, in degrees."""
    digits = code.upper().replace("+", "").rstrip("0")[:LONGEST]
    south, west, high, wide = -90 * UNITS_HIGH, -180 * UNITS_WIDE, 400 * UNITS_HIGH, 400 * UNITS_WIDE
    for at in range(0, min(len(digits), PAIRS), 2):
        high, wide = high // 20, wide // 20
        south += DIGITS.index(digits[at]) * high
        west += DIGITS.index(digits[at + 1]) * wide
    for digit in digits[PAIRS:]:
        row, column = divmod(DIGITS.index(digit), COLUMNS)
        high, wide = high // ROWS, wide // COLUMNS
        south, west = south + row * high, west + column * wide
    return south / UNITS_HIGH, west / UNITS_WIDE, (south + high) / UNITS_HIGH, (west + wide) / UNITS_WIDE


def encode(latitude: float, longitude: float, length: int = PAIRS) -> str:
    """Return the full code of a position with 2, 4, 6, 8, or 10 to 15 digits; the pole belongs to the cell below it."""
    south = min(max(int(round(latitude * UNITS_HIGH, 6) // 1) + 90 * UNITS_HIGH, 0), 180 * UNITS_HIGH - 1)
    west = (int(round(longitude * UNITS_WIDE, 6) // 1) + 180 * UNITS_WIDE) % (360 * UNITS_WIDE)
    high, wide = 400 * UNITS_HIGH, 400 * UNITS_WIDE
    code = ""
    for _ in range(0, min(length, PAIRS), 2):
        high, wide = high // 20, wide // 20
        code += DIGITS[south // high] + DIGITS[west // wide]
        south, west = south % high, west % wide
    for _ in range(PAIRS, length):
        high, wide = high // ROWS, wide // COLUMNS
        code += DIGITS[south // high * COLUMNS + west // wide]
        south, west = south % high, west % wide
    code = code.ljust(SEPARATOR_AT, "0")
    return code[:SEPARATOR_AT] + "+" + code[SEPARATOR_AT:]


def centre(text: str, code: str) -> Position:
    """Return the middle of the cell of a full code; its accuracy is half the diagonal of the cell in metres.

    Raises:
        UsageError: as position.checked, for `text`.
    """
    south, west, north, east = cell(code)
    metres = ((north - south) ** 2 + (east - west) ** 2) ** 0.5 / 2 * METRES_PER_DEGREE
    return checked(text, min(90.0, (south + north) / 2), (west + east) / 2, round(metres, 1))


def recover(text: str, code: str, latitude: float, longitude: float) -> Position:
    """Return the place of a shortened code that lies nearest to a position.

    Raises:
        UsageError: as position.checked, for `text`.
    """
    missing = SEPARATOR_AT - code.find("+")
    spot = centre(text, encode(latitude, longitude)[:missing] + code.upper())
    # The height and width of the cell that the missing digits name.
    step = 20.0 ** (2 - missing // 2)
    north, east = spot.latitude, spot.longitude
    if latitude + step / 2 < north and north - step >= -90:
        north -= step
    elif latitude - step / 2 > north and north + step <= 90:
        north += step
    if longitude + step / 2 < east:
        east -= step
    elif longitude - step / 2 > east:
        east += step
    return checked(text, north, (east + 180) % 360 - 180, spot.accuracy_m)


def parse(text: str) -> "Position | None":
    """Return the position of a full code, alone or with the name of a town; None where there is none."""
    code, _ = split(text)
    return centre(text, code) if is_full(code) else None


def split(text: str) -> "tuple[str, str]":
    """Return the code in a text and the words around it; a code shortened to the bare sign or `62+812` does not count."""
    words = text.replace(",", " , ").split()
    codes = [word for word in words if is_code(word) and (is_full(word) or _is_short(word))]
    if len(codes) != 1:
        return "", text
    return codes[0], " ".join([word for word in words if word != codes[0]]).replace(" ,", ",").strip(" ,")


def _is_short(word: str) -> bool:
    return word.find("+") in (2, 4, 6) and any(char.isalpha() for char in word)
