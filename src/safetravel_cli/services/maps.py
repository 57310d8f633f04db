"""A small map of where you are and what is near, for any command that lists places."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetravel_cli.env import Env
    from safetravel_cli.services.sources import Sources
    from safetravel_cli.store.snapshot import Snapshot

COLUMNS = 80


def draw(
    snapshot: "Snapshot", env: "Env", center: "tuple[float, float]", marks: "Sequence[tuple[float, float]]", sources: "Sources"
) -> "dict[str, object]":
    """Return `lines` (text as wide as the terminal), `braille`, and `source` and `as_of` of the coast.

    Center and marks are (latitude, longitude); the marks are numbered in order (geo.chart.MARKS).
    """
    from safetravel_cli.geo import chart, coast
    from safetravel_cli.i18n import Say

    columns = min(max(env.columns or COLUMNS, chart.NARROWEST), chart.WIDEST)
    braille = has_braille(env)
    reader = coast.reader(snapshot.db, *center)
    north = Say(env.language)("geo.north_sign")
    row = snapshot.row("SELECT source, as_of FROM coast LIMIT 1") or {}
    return {
        "lines": chart.chart(center, marks, columns, chart.height(columns), reader, braille, north),
        "braille": braille,
        "source": sources(row.get("source")),
        "as_of": row.get("as_of") or "",
    }


def has_braille(env: "Env") -> bool:
    """Tell whether dots can be shown: a Unicode encoding, no reader that would speak each of them, not the Linux console."""
    encoding = (getattr(env.stdout, "encoding", None) or "utf-8").lower().replace("_", "-")
    return encoding.startswith("utf") and not env.environ.get("ACCESSIBLE") and env.environ.get("TERM") not in ("dumb", "linux")
