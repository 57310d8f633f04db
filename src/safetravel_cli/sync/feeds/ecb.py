"""Reference rates of the European Central Bank: about thirty currencies, once on each working day."""

from safetravel_cli.sync.feeds.feed import Feed, changed, day, load_xml, positive

NAME = "ecb"
# Envelope > Cube > Cube time='2026-11-24' > Cube currency='USD' rate='1.0512'; units for one euro.
CUBE = "{http://www.ecb.int/vocabulary/2002-08-01/eurofxref}Cube"


def parse(body: bytes) -> "tuple[str, dict[str, float]]":
    """Return the date and rupiah for one unit of each currency, the euro among them.

    Raises:
        IntegrityError: no rupiah, no date, not one day, or not the known shape.
    """
    found = days(body, NAME)
    if len(found) != 1:
        raise changed(NAME, "not one day")
    ((date, units),) = found.items()
    if "IDR" not in units:
        raise changed(NAME, "no rupiah")
    per_euro = units.pop("IDR")
    return date, {"EUR": per_euro, **{code: per_euro / rate for code, rate in units.items()}}


def days(body: bytes, feed: str) -> "dict[str, dict[str, float]]":
    """Return date -> units for one euro of each currency.

    Raises:
        IntegrityError: not XML of the known shape, or a day without a date.
    """
    found = {}
    for cube in load_xml(body, feed).iter(CUBE):
        if "time" in cube.attrib:
            rates = {rate.get("currency", ""): positive(rate.get("rate")) for rate in cube.iter(CUBE)}
            found[day(cube.get("time"), feed)] = {code: rate for code, rate in rates.items() if rate and is_code(code)}
    return found


def is_code(text: str) -> bool:
    """Tell whether a text may be the code of a currency."""
    return len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()


FEED = Feed(
    name=NAME,
    topic="rate",
    urls=("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",),
    source="ecb",
    title="European Central Bank",
    licence="facts-cited",
    parse=parse,
    minimum=25,
    limit=200_000,
    # The bank rests on weekends and holidays; its last rate is better than a collected one of today.
    lead_days=7,
)
