"""Amounts that are about right, tables of round amounts, and the chart of a rate."""

from safetravel_cli.domain.blocks import Callout, Heading, Pairs, Source, Text, Verbatim
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

BARS = {"block": "█", "ascii": "#"}
BAR = 18
# More figures than the daily swing of a rate leaves would look exact.
FIGURES = 4


def money(value: float, code: str, say: "Say", digits: int = 2) -> str:
    """Write an amount that is about right, held together with its currency: four figures, and no parts from 100 on."""
    size = len(str(int(value))) - FIGURES
    if size > 0:
        value = round(value / 10**size) * 10**size
    return _with_code(say.number(value, places(value, 0 if value >= 100 else digits)), code, say)


def exactly(value: float, code: str, say: "Say") -> str:
    """Write an amount as it was given, to six decimals at most."""
    fraction = f"{value:.6f}".rstrip("0").partition(".")[2]
    return _with_code(say.number(value, len(fraction)), code, say)


def rate(value: float, code: str, say: "Say") -> str:
    """Write what one unit is worth, with two decimals below 1,000."""
    return _with_code(_figure(value, say), code, say)


def _with_code(number: str, code: str, say: "Say") -> str:
    if code == "IDR":
        return say("convert.rupiah", number=number)
    return f"{number}\u00a0{code}"


def places(value: float, digits: int) -> int:
    """Return how many decimals an approximate amount is worth: none from 1,000 on, three figures below 1."""
    if value >= 1000:
        return 0
    if value >= 1 or value <= 0:
        return digits
    zeros = 0
    while value < 0.1 and zeros < 9:
        value *= 10
        zeros += 1
    return max(digits, zeros + 3)


def dated(as_of: str, days: int, live: bool, say: "Say") -> str:
    """Write the date of a rate with its age, and that sync fetched it."""
    parts = [say("convert.dated", date=say.date(as_of), age=age(days, say))]
    return ", ".join(parts + ([say("country.live")] if live else []))


def age(days: int, say: "Say") -> str:
    """Write how old a rate is in days."""
    return say("convert.today" if not days else "convert.day_old" if days == 1 else "convert.days_old", days=say.number(days))


def old(days: int, as_of: str, say: "Say") -> "Callout":
    """Return the warning on an old rate."""
    return Callout("caution", say("convert.rate_old", days=say.number(days), date=say.date(as_of)).replace("|", " "))


def table(held: "dict[str, Any]", start: str, end: str, as_of: str, say: "Say") -> "list[object]":
    """Return round amounts of both currencies, one a line."""
    blocks: list[object] = [Heading(2, say("convert.table", code=start, date=say.date(as_of)))]
    for way, first, second in (("there", start, end), ("back", end, start)):
        digits = held["digits"][second]
        rows = [(exactly(row["amount"], first, say), money(row["value"], second, say, digits)) for row in held[way]]
        blocks.append(Pairs([(amount, say("convert.about", amount=worth)) for amount, worth in rows]))
    return blocks


def chart(held: "dict[str, Any] | None", start: str, end: str, say: "Say") -> "list[object]":
    """Return one bar a week, from the lowest day to the highest, with the numbers beside them."""
    heading = Heading(2, say("convert.chart", start=start, end=end))
    if not held:
        return [heading, Text(say("convert.no_chart", start=start, end=end))]
    low, high = held["low"]["value"], held["high"]["value"]
    lines = []
    values = [_figure(row["value"], say) for row in held["weeks"]]
    room = max(map(len, values))
    for row, value in zip(held["weeks"], values, strict=True):
        size = 1 + round((BAR - 1) * (row["value"] - low) / (high - low)) if high > low else 1
        bar = BARS.get(held["bars"], "") * size
        lines.append(f"{_short(row['date'], say)}  {value.rjust(room)}  {bar}".rstrip())
    rows = [
        (say("convert.lowest"), f"{_figure(low, say)} ({say.date(held['low']['date'])})"),
        (say("convert.highest"), f"{_figure(high, say)} ({say.date(held['high']['date'])})"),
        (
            say("convert.change"),
            say("convert.percent", change=_signed(held["change_pct"], say), date=say.date(held["first"]["date"])),
        ),
    ]
    explain = Text(
        say(
            "convert.chart_explain" if held["bars"] != "none" else "convert.chart_numbers",
            start=start,
            end=end,
            days=held["days"],
        )
    )
    return [heading, explain, Verbatim(lines), Pairs(rows), *_parts(held["parts"], say)]


def _parts(parts: "list[dict[str, Any]]", say: "Say") -> "list[object]":
    """Return the sources of a series: of one that sync continued, each part with its days."""
    if not any(part["live"] for part in parts):
        return source(parts, say)
    lines = []
    for part in parts:
        key = "convert.part_live" if part["live"] else "convert.part"
        lines.append(say(key, source=part["source"], days=say.number(part["days"]), date=say.date(part["as_of"])))
    return [Source(say("common.source", sources="; ".join(lines)))]


def _figure(value: float, say: "Say") -> str:
    return say.number(value, places(value, 2))


def _signed(change: float, say: "Say") -> str:
    return ("+" if change > 0 else "") + say.number(change, 1)


def _short(date: str, say: "Say") -> str:
    return f"{int(date[8:]):2} {say('country.month_' + str(int(date[5:7])))}"
