"""currency-api of fawazahmed0: daily rates of nearly all currencies, for what the bank does not quote or when it fails."""

from safetravel_cli.sync.feeds.feed import Feed, changed, day, load_json, positive

NAME = "fawazahmed0"


def parse(body: bytes) -> "tuple[str, dict[str, float]]":
    """Return the date and rupiah for one unit of every code in the answer: {"date": ..., "idr": {"usd": units for one rupiah}}.

    It holds tokens beside currencies: whoever stores the rates keeps the codes that are currencies.

    Raises:
        IntegrityError: not the known shape.
    """
    answer = load_json(body, NAME)
    units = answer.get("idr")
    if not isinstance(units, dict) or positive(units.get("idr")) != 1.0:
        raise changed(NAME, "no rates for the rupiah")
    rates = {code.upper(): positive(rate) for code, rate in units.items() if len(code) == 3 and code.isascii() and code.isalpha()}
    return day(answer.get("date"), NAME), {code: 1 / rate for code, rate in rates.items() if rate and code != "IDR"}


FEED = Feed(
    name=NAME,
    topic="rate",
    urls=(
        "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/idr.min.json",
        "https://latest.currency-api.pages.dev/v1/currencies/idr.json",
    ),
    source="fawazahmed0",
    title="fawazahmed0 currency-api",
    licence="CC0-1.0",
    parse=parse,
    minimum=120,
    limit=500_000,
)
