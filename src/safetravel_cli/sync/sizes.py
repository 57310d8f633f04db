"""Sizes as people write them."""

from safetravel_cli import errors

UNITS = {"": 1_000_000, "k": 1_000, "kb": 1_000, "m": 1_000_000, "mb": 1_000_000, "g": 1_000_000_000, "gb": 1_000_000_000}


def limit(text: object) -> "int | None":
    """Return bytes of `500K`, `1.5 MB`, `2` (megabytes); None where nothing was given.

    Raises:
        UsageError: no size above zero.
    """
    if text in (None, ""):
        return None
    written = str(text).strip().lower().replace(",", ".")
    number = written.rstrip("kmgb ")
    unit = written[len(number) :].strip()
    try:
        size = int(float(number) * UNITS[unit])
    except (ValueError, KeyError, OverflowError):
        size = 0
    if size < 1:
        raise errors.UsageError("sync.bad_size", size=str(text))
    return size
