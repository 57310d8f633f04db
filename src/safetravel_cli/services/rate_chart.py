"""What a currency was worth on the last days on which banks traded: the bundled series, and what sync fetched since."""

from safetravel_cli.services.missions import days_old
from safetravel_cli.services.rates import BASE
from safetravel_cli.store import overlay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

    Series = list[tuple[str, float]]

# Banks trade on five days of a week: one bar a week.
WEEK = 5
# Trading days that are shown, the newest.
DAYS = 120
# Days without a rate that holidays explain; over a longer gap two series are not joined.
GAP_DAYS = 7


def chart(snapshot: "Snapshot", start: str, end: str, env: "Env", sources: "Sources") -> "dict[str, object] | None":
    """Return what one unit of `start` was worth in `end` on the days of the reference rates; None where one of them has none.

    Fetched days continue the bundled ones; where there is a gap between the two, those fetched stand alone. Keys: days,
    weeks[] {date, value} (the last day of each), low and high {date, value} of all days, change_pct from the first day to the
    last, bars (block, ascii or none: what the terminal can show), source, as_of, and parts[] {source, live, days, as_of}.
    """
    bundled = _worth(_bundled(snapshot, start), _bundled(snapshot, end), start, end)
    last = str((snapshot.row("SELECT max(date) AS date FROM reference_rate") or {}).get("date") or "")
    fetched = _worth(overlay.reference_rates(env, start), overlay.reference_rates(env, end), start, end)
    fresh = [row for row in fetched if row[0] > last]
    if bundled and fresh and days_old(bundled[-1][0], env.now()) - days_old(fresh[0][0], env.now()) > GAP_DAYS:
        bundled = []
    series = (bundled + fresh)[-DAYS:]
    if len(series) < 2:
        return None
    low, high = min(series, key=lambda row: row[1]), max(series, key=lambda row: row[1])
    meta = snapshot.row("SELECT source FROM reference_rate LIMIT 1") or {}
    parts = [_part([row for row in series if row[0] <= last], sources(meta.get("source")), live=False)]
    parts.append(_part([row for row in series if row[0] > last], overlay.reference_source(env), live=True))
    held = [part for part in parts if part]
    return {
        "days": len(series),
        "weeks": [_point(row) for row in series[::-1][::WEEK][::-1]],
        "low": _point(low),
        "high": _point(high),
        "change_pct": round((series[-1][1] / series[0][1] - 1) * 100, 1),
        "first": _point(series[0]),
        "bars": _bars(env),
        "source": "; ".join(dict.fromkeys(str(part["source"]) for part in held)),
        "as_of": series[-1][0],
        "parts": held,
    }


def _bundled(snapshot: "Snapshot", code: str) -> "dict[str, float]":
    rows = snapshot.rows("SELECT date, units_per_eur FROM reference_rate WHERE currency_code = ?", code)
    return {str(row["date"]): float(str(row["units_per_eur"])) for row in rows}


def _worth(first: "dict[str, float]", second: "dict[str, float]", start: str, end: str) -> "Series":
    """Return (date, units of `end` for one of `start`) of the days on which both have a rate, the oldest first."""
    if start == end or (not first and start != BASE) or (not second and end != BASE):
        return []
    dates = sorted(set(first or second) & set(second or first))
    return [(date, (second.get(date) or 1.0) / (first.get(date) or 1.0)) for date in dates]


def _part(series: "Series", source: str, live: bool) -> "dict[str, Any]":
    return {"source": source, "live": live, "days": len(series), "as_of": series[-1][0]} if series else {}


def _point(row: "tuple[str, float]") -> "dict[str, object]":
    return {"date": row[0], "value": row[1]}


def _bars(env: "Env") -> str:
    if env.environ.get("ACCESSIBLE"):
        return "none"
    encoding = (getattr(env.stdout, "encoding", None) or "utf-8").lower()
    return "block" if encoding.startswith("utf") else "ascii"
