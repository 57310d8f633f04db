"""Read a position however people give it: numbers, degrees and letters, a `geo:` URI, a full plus code, a pasted map link.

What is written plainly (`35.66,139.70`) is read here; every other form has a module of its own, loaded when it is met.
docs/reference/place.md lists the forms.
"""

from collections import namedtuple

from safetravel_cli import errors

# Degrees on WGS84; accuracy_m is a radius in metres, None where the text has none.
Position = namedtuple("Position", "latitude longitude accuracy_m", defaults=(None,))

LONGEST = 4000
SHOWN = 80
# Nearer to 0,0 than this many degrees (about five metres) is no place but a receiver without a fix.
ORIGIN = 0.00005


def parse(text: str) -> "Position | None":
    """Return the position that a text states, None where it is not written as one (a name, a single number).

    Raises:
        UsageError: it is written as a position, but is none: out of range, swapped, one number, three numbers, 0,0;
            a link that holds no position.
    """
    text = text[:LONGEST].strip()
    plain = text[4:] if text[:4].lower() == "geo:" else text
    latitude, comma, longitude = plain.partition(",")
    values = signed(latitude), signed(longitude)
    if comma and values[0] is not None and values[1] is not None:
        return checked(text, values[0], values[1])
    if not any(char.isdigit() or char in ":/+" for char in text):
        return None
    from safetravel_cli.geo import link

    found = link.parse(text)
    if not found and "+" in text:
        from safetravel_cli.geo import pluscode

        found = pluscode.parse(text)
    if not found:
        from safetravel_cli.geo import written

        found = written.parse(text)
    return found


def write(latitude: float, longitude: float) -> str:
    """Write a position so that it can be read back: five decimals (about a metre) at most, two at least."""
    return f"{_short(latitude)},{_short(longitude)}"


def _short(degrees: float) -> str:
    whole, _, decimals = f"{degrees + 0.0:.5f}".partition(".")
    if whole == "-0" and not decimals.strip("0"):
        whole = "0"
    return f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}"


def bad(text: str, reason: str, key: str = "bad_position") -> errors.UsageError:
    """Return the error that says why a text is no position."""
    shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return errors.UsageError("errors." + key, text=shown, reason="errors." + reason)


def checked(text: str, latitude: float, longitude: float, accuracy_m: "float | None" = None) -> Position:
    """Return the position of two numbers.

    Raises:
        UsageError: out of range, swapped, or 0,0.
    """
    if abs(latitude) > 90:
        swapped = abs(latitude) <= 180 and abs(longitude) <= 90
        raise bad(text, "position_swapped" if swapped else "latitude_range")
    if abs(longitude) > 180:
        raise bad(text, "longitude_range")
    if abs(latitude) < ORIGIN and abs(longitude) < ORIGIN:
        raise bad(text, "position_zero")
    return Position(latitude + 0.0, longitude + 0.0, accuracy_m)


def number(token: str) -> "float | None":
    """Return the value of ASCII digits with at most one point, whatever sign stands before them; else None."""
    digits = token.lstrip("+-")
    if not (digits.isascii() and digits.replace(".", "", 1).isdigit()) or len(digits) > 24 or len(token) - len(digits) > 1:
        return None
    return float(digits)


def signed(token: str) -> "float | None":
    """Return a number with its sign; None where the text is none."""
    token = token.strip()
    value = number(token)
    return -value if value is not None and token[:1] == "-" else value
