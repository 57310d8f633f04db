"""The quiet line under a section: its sources and the newest date among its facts."""

from safetravel_cli.domain.blocks import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


# A section may rest on a dozen newspapers: the JSON names them all.
MOST = 5


def source(rows: "list[dict[str, Any]]", say: "Say", paper: bool = False) -> "list[object]":
    """Return one Source block for facts that carry `source` and `as_of`; none for no facts. On `paper` no option is spoken of."""
    titles: dict[str, None] = {}
    for row in rows:
        for title in str(row.get("source") or "").split("; "):
            if title:
                titles[title] = None
    if not titles:
        return []
    dates = sorted(str(row["as_of"]) for row in rows if row.get("as_of"))
    names = "; ".join(list(titles)[:MOST])
    if len(titles) > MOST:
        names += say("common.more_sources_paper" if paper else "common.more_sources", count=len(titles) - MOST)
    if not dates:
        return [Source(say("common.source", sources=names))]
    if dates[0][:7] == dates[-1][:7]:
        return [Source(say("common.source_as_of", sources=names, date=say.date(dates[-1])))]
    span = f"{say.date(dates[0][:7])} – {say.date(dates[-1][:7])}"
    return [Source(say("common.source_as_of", sources=names, date=span))]
