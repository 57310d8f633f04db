"""Days of the Gregorian calendar as numbers, without the price of importing datetime."""


def number(text: str) -> int:
    """Return the days since 1970-01-01 of YYYY-MM-DD (anything after it is dropped).

    Days from civil: Howard Hinnant, chrono-compatible low-level date algorithms.
    """
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def text(number: int) -> str:
    """Return YYYY-MM-DD of a number of days since 1970-01-01."""
    era, of_era = divmod(number + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return f"{year + era * 400 + (month <= 2):04}-{month:02}-{day:02}"


def weekday(text: str) -> int:
    """Return the weekday of YYYY-MM-DD: 0 Monday to 6 Sunday."""
    return (number(text) + 3) % 7


def is_day(text: str) -> bool:
    """Tell whether a text is YYYY-MM-DD and such a day exists."""
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isascii() and part.isdigit() for part in parts):
        return False
    return 1 <= int(parts[1]) <= 12 and int(parts[0]) > 0 and _back(text) == text


def _back(day: str) -> str:
    return text(number(day))
