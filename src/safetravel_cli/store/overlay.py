"""What `sync` fetched, read over the snapshot: rates, advice, notices and disasters, never a telephone number or a law.

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

# The newest wins, where a source may lead by some days (the bank over the collector).
_RATE = (
    "SELECT r.feed, r.idr_per_unit, r.as_of, f.label_en, f.label_id FROM rate r JOIN feed f ON f.name = r.feed"
    " WHERE r.currency_code = ? ORDER BY julianday(r.as_of) + f.lead_days DESC, f.lead_days DESC LIMIT 1"
)
# A row whose page has not been read since it changed has no `known_at` of its own, or an older one: that one is shown.
_ADVICE = (
    "SELECT a.*, f.label_en, f.label_id FROM advice a JOIN feed f ON f.name = a.feed"
    " WHERE a.country_code = ? AND a.known_at IS NOT NULL ORDER BY a.government"
)
_NOTICES = (
    "SELECT n.*, f.label_en, f.label_id FROM notice n JOIN feed f ON f.name = n.feed"
    " WHERE n.country_code = ? ORDER BY n.level DESC, n.published_at DESC, n.title"
)


class _Held:
    """The file while it stays the same: open, or None where it is absent or passed over."""

    __slots__ = ("db", "stamp")

    def __init__(self) -> None:
        self.stamp: tuple[object, ...] = ()
        self.db: sqlite3.Connection | None = None


_held = _Held()


def rate(env: "Env", currency_code: str) -> "dict[str, object] | None":
    """Return idr_per_unit (rupiah for one unit), source, as_of (YYYY-MM-DD) of a currency; None where nothing was fetched."""
    row = next(iter(read_rows(env, _RATE, currency_code)), None)
    if row is None or not _is_rate(row["idr_per_unit"]):
        return None
    return {"idr_per_unit": row["idr_per_unit"], "source": _label(row, env), "as_of": row["as_of"]}


def rate_feed(env: "Env", currency_code: str) -> str:
    """Return the name of the source whose rate of a currency comes first; blank where nothing was fetched."""
    return next((str(row["feed"]) for row in read_rows(env, _RATE, currency_code)), "")


def advice(env: "Env", country_code: str) -> "list[dict[str, object]]":
    """Return one row a government that was asked: government, updated_on, as_of, source, change.

    `change` is what changed last, in English.

    `as_of` is the last day on which the advice was found to stand. `level` (1 to 4, None for a government that
    has none), `words_en`, `words_id` and `regional` are there only where they were read; without them the government has
    not changed its advice since the bundled level.
    """
    rows = []
    for row in read_rows(env, _ADVICE, country_code):
        fact = {
            "government": row["government"],
            "updated_on": str(row["known_at"])[:10],
            "as_of": row["as_of"],
            "source": _label(row, env),
            "change": row["change_en"] or "",
        }
        if row["words_en"]:
            fact |= {"level": row["level"] if row["level"] in (1, 2, 3, 4) else None}
            fact |= {"words_en": row["words_en"], "words_id": row["words_id"] or "", "regional": bool(row["regional"])}
        rows.append(fact)
    return rows


def notices(env: "Env", country_code: str) -> "list[dict[str, object]]":
    """Return the health notices for a country, the gravest first.

    level (1 to 4), title (in English), url, published_on, source, as_of.
    """
    return [
        {
            "level": row["level"],
            "title": str(row["title"]),
            "url": str(row["url"]),
            "published_on": str(row["published_at"])[:10],
            "source": _label(row, env),
            "as_of": str(row["as_of"]),
        }
        for row in read_rows(env, _NOTICES, country_code)
    ]


def reference_rates(env: "Env", currency_code: str) -> "dict[str, float]":
    """Return date -> units for one euro of a currency on the days that were fetched."""
    sql = "SELECT date, units_per_eur FROM reference_rate WHERE currency_code = ?"
    rows = read_rows(env, sql, currency_code)
    return {str(row["date"]): row["units_per_eur"] for row in rows if _is_rate(row["units_per_eur"])}


def reference_source(env: "Env") -> str:
    """Return the name of the source of the reference rates that were fetched; blank where none were."""
    sql = "SELECT f.* FROM feed f WHERE f.name IN (SELECT feed FROM reference_rate) LIMIT 1"
    return next((_label(row, env) for row in read_rows(env, sql)), "")


def _is_rate(value: object) -> bool:
    return isinstance(value, (int, float)) and value > 0


def forget() -> None:
    """Let go of the file and look again at the next question; for the writer."""
    if _held.db:
        _held.db.close()
    _held.stamp, _held.db = (), None


def is_ours(db: sqlite3.Connection) -> bool:
    """Tell whether an open file is an overlay of this version.

    Raises:
        sqlite3.Error: it is not a database.
    """
    found = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found == [APPLICATION_ID, SCHEMA]


def _label(row: sqlite3.Row, env: "Env") -> str:
    return str(row["label_id" if env.language == "id" else "label_en"])


def read_rows(env: "Env", sql: str, *values: object) -> "list[sqlite3.Row]":
    """Return the rows of a query of the overlay; none where it is absent or cannot be read, which is said on standard error."""
    path = paths.overlay_file(env.environ)
    try:
        facts = os.stat(path)
        stamp: tuple[object, ...] = (path, facts.st_mtime_ns, facts.st_size, facts.st_ino)
    except OSError:
        return []
    if stamp != _held.stamp:
        forget()
        _held.stamp, _held.db = stamp, _open(path)
        if not _held.db:
            _warn(path, env)
    try:
        return _held.db.execute(sql, values).fetchall() if _held.db else []
    except sqlite3.Error as error:
        # Made before there was such a table: the next `sync` adds it.
        if str(error).startswith("no such table"):
            return []
        forget()
        _held.stamp = stamp
        _warn(path, env)
        return []


def _open(path: str) -> "sqlite3.Connection | None":
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
                return db
        except sqlite3.Error:
            pass
        db.close()
    return None


def _warn(path: str, env: "Env") -> None:
    from safetravel_cli.i18n import Say

    try:
        env.stderr.write(Say(env.language)("sync.overlay_ignored", path=path) + "\n")
    except (OSError, ValueError):
        pass
