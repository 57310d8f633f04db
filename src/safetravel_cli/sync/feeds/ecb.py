"""Reference rates of the European Central Bank: about thirty currencies, once on each working day."""

from safetravel_cli.sync.feeds.feed import Feed, changed, day, positive

NAME = "ecb"
# Envelope > Cube > Cube time='2026-11-24' > Cube currency='USD' rate='1.0512'; units for one euro.
CUBE = "{http://www.ecb.int/vocabulary/2002-08-01/eurofxref}Cube"


def parse(body: bytes) -> "tuple[str, dict[str, float]]":
    """Return the date and rupiah for one unit of each currency, the euro among them.

    Raises:
        IntegrityError: no rupiah, no date, or not the known shape.
    """
    from xml.etree import ElementTree

    # A document type could declare entities that swell; the bank's file has none.
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body or b"\0" in body:
        raise changed(NAME, "not plain XML")
    try:
        root = ElementTree.fromstring(body)  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError):
        raise changed(NAME, "not XML") from None
    days = [cube for cube in root.iter(CUBE) if "time" in cube.attrib]
    if len(days) != 1:
        raise changed(NAME, "not one day")
    units = {cube.get("currency", ""): positive(cube.get("rate")) for cube in days[0].iter(CUBE)}
    units = {code: rate for code, rate in units.items() if rate and len(code) == 3 and code.isascii() and code.isupper()}
    if "IDR" not in units:
        raise changed(NAME, "no rupiah")
    per_euro = units.pop("IDR")
    return day(days[0].get("time"), NAME), {"EUR": per_euro, **{code: per_euro / rate for code, rate in units.items()}}


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
