"""What `sync` fetched, read over the snapshot: exchange rates and advice, never a telephone number or a law.

The file is small and a cache: where it is absent, one `stat` says so; where it is damaged or of another version
it is passed over, one line on standard error says so, and the bundled facts answer.
"""

import os
import sqlite3

from safetravel_cli import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

# The letters STOV. Raise SCHEMA when a table changes its meaning: an overlay of another number is passed over.
APPLICATION_ID = 0x53544F56
SCHEMA = 1

# The last row of a currency wins: the newest, where a source may lead by some days (the bank over the collector).
_RATES = (
    "SELECT r.currency_code, r.idr_per_unit, r.as_of, f.label_en, f.label_id FROM rate r JOIN feed f ON f.name = r.feed"
    " ORDER BY julianday(r.as_of) + f.lead_days, f.lead_days"
)
# A row whose page has not been read since it changed has no `known_at` of its own, or an older one: that one is shown.
_ADVICE = (
    "SELECT a.*, f.label_en, f.label_id FROM advice a JOIN feed f ON f.name = a.feed"
    " WHERE a.known_at IS NOT NULL ORDER BY a.country_code, a.government"
)


class _Held:
    """All rows of one file, as long as the file stays the same."""

    __slots__ = ("advice", "rates", "stamp")

    def __init__(self) -> None:
        self.stamp: tuple[object, ...] = ()
        self.rates: dict[str, sqlite3.Row] = {}
        self.advice: dict[str, list[sqlite3.Row]] = {}


_held = _Held()


def rate(env: "Env", currency_code: str) -> "dict[str, object] | None":
    """Return idr_per_unit (rupiah for one unit), source, as_of (YYYY-MM-DD) of a currency; None where nothing was fetched."""
    row = _load(env).rates.get(currency_code)
    if row is None or not isinstance(row["idr_per_unit"], (int, float)) or not row["idr_per_unit"] > 0:
        return None
    return {"idr_per_unit": row["idr_per_unit"], "source": _label(row, env), "as_of": row["as_of"]}


def advice(env: "Env", country_code: str) -> "list[dict[str, object]]":
    """Return one row a government that was asked: government, updated_on, as_of, source, change (what changed last, in English).

    `as_of` is the last day on which the advice was found to stand. `level` (1 to 4), `words_en`, `words_id` and
    `regional` are there only where its page was read; without them the government has not changed its advice
    since the bundled level.
    """
    rows = []
    for row in _load(env).advice.get(country_code, ()):
        fact = {
            "government": row["government"],
            "updated_on": str(row["known_at"])[:10],
            "as_of": row["as_of"],
            "source": _label(row, env),
            "change": row["change_en"] or "",
        }
        if row["level"] in (1, 2, 3, 4):
            fact |= {name: row[name] or "" for name in ("level", "words_en", "words_id")}
            fact["regional"] = bool(row["regional"])
        rows.append(fact)
    return rows


def forget() -> None:
    """Read the file again at the next question; for the writer."""
    _held.stamp = ()


def is_ours(db: sqlite3.Connection) -> bool:
    """Tell whether an open file is an overlay of this version.

    Raises:
        sqlite3.Error: it is not a database.
    """
    found = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found == [APPLICATION_ID, SCHEMA]


def _label(row: sqlite3.Row, env: "Env") -> str:
    return str(row["label_id" if env.language == "id" else "label_en"])


def _load(env: "Env") -> _Held:
    path = paths.overlay_file(env.environ)
    try:
        facts = os.stat(path)
        stamp: tuple[object, ...] = (path, facts.st_mtime_ns, facts.st_size, facts.st_ino)
    except OSError:
        stamp = (path,)
    if stamp != _held.stamp:
        _held.stamp, _held.rates, _held.advice = stamp, {}, {}
        if len(stamp) > 1:
            _read(path, env)
    return _held


def _read(path: str, env: "Env") -> None:
    name = os.path.abspath(path).replace("\\", "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    # A writer that was killed leaves its journal, and only an opening that may write can take it back.
    for mode in ("ro", "rw") if os.path.exists(path + "-journal") else ("ro",):
        try:
            db = sqlite3.connect(f"file:{name}?mode={mode}", uri=True, timeout=1.0)
        except sqlite3.Error:
            continue
        try:
            db.execute("PRAGMA trusted_schema=OFF")
            db.row_factory = sqlite3.Row
            if is_ours(db):
                rates = {str(row["currency_code"]): row for row in db.execute(_RATES)}
                found: dict[str, list[sqlite3.Row]] = {}
                for row in db.execute(_ADVICE):
                    found.setdefault(str(row["country_code"]), []).append(row)
                _held.rates, _held.advice = rates, found
                return
        except sqlite3.Error:
            continue
        finally:
            db.close()
    _warn(path, env)


def _warn(path: str, env: "Env") -> None:
    from safetravel_cli.i18n import Say

    try:
        env.stderr.write(Say(env.language)("sync.overlay_ignored", path=path) + "\n")
    except (OSError, ValueError):
        pass
