"""Reference rates of the European Central Bank of the last months: what a currency was worth on a day of a journey.

The first address has the last ninety days in the shape of the daily file, small; the second all days since 1999 as a table
in an archive, of which the newest are kept.
"""

from safetravel_cli.sync.feeds import ecb
from safetravel_cli.sync.feeds.feed import Feed, changed, day, positive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "ecb_history"
# Days with rates that are kept: about six months of working days.
DAYS = 130
# Bytes of the table in the archive: 27 years of 42 currencies are about two million.
TABLE_LIMIT = 12_000_000


def parse(body: bytes) -> "dict[str, dict[str, float]]":
    """Return date -> units for one euro of each currency, at most DAYS days, the newest.

    Raises:
        IntegrityError: not one of the known shapes.
    """
    found = _table(body) if body.startswith(b"PK") else ecb.days(body, NAME)
    newest = sorted(found, reverse=True)[:DAYS]
    return {date: found[date] for date in newest}


def _table(body: bytes) -> "dict[str, dict[str, float]]":
    """Read the archive: one CSV, `Date,USD,JPY,...,` with a comma at the end, the newest day first, N/A for no rate."""
    import csv
    import io
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".csv")]
            if len(names) != 1:
                raise changed(NAME, "not one table")
            with archive.open(names[0]) as file:
                # The size that an archive states is not to be believed: reading stops where it must.
                text = file.read(TABLE_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise changed(NAME, "not an archive") from None
    if len(text) > TABLE_LIMIT:
        raise changed(NAME, "a table too large")
    try:
        return _rows(csv.reader(io.StringIO(text.decode("ascii"))))
    except (UnicodeDecodeError, csv.Error):
        raise changed(NAME, "not a table") from None


def _rows(rows: "Iterable[list[str]]") -> "dict[str, dict[str, float]]":
    lines = iter(rows)
    head = [name.strip() for name in next(lines, [])]
    if not head or head[0] != "Date":
        raise changed(NAME, "no head of a table")
    found: dict[str, dict[str, float]] = {}
    for line in lines:
        if len(found) == DAYS:
            break
        if line:
            pairs = zip(head[1:], line[1:], strict=False)
            rates = {code: positive(rate) for code, rate in pairs if ecb.is_code(code)}
            found[day(line[0].strip(), NAME)] = {code: rate for code, rate in rates.items() if rate}
    return found


FEED = Feed(
    name=NAME,
    topic="rate_history",
    urls=(
        "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml",
        "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip",
    ),
    source="ecb",
    title="European Central Bank",
    licence="facts-cited",
    parse=parse,
    minimum=1000,
    limit=2_000_000,
)
