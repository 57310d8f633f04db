"""`sync --dry-run` and `sync --check`: what would be asked, and whether there is something new. Nothing is written."""

from safetravel_cli import errors
from safetravel_cli.net import http
from safetravel_cli.store import overlay
from safetravel_cli.sync.rounds import ROUND_SECONDS
from safetravel_cli.sync.take import TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.sync.feeds.feed import Feed

    Row = dict[str, Any]
    Addresses = dict[str, tuple[str, ...]]

# A server that does not take the question; the data can be fetched all the same.
REFUSALS = (400, 403, 404, 405, 501)


def plan(feeds: "list[Feed]", addresses: "Addresses", env: "Env", snapshot_id: str) -> "dict[str, Row]":
    """Return, by source, status `planned`, the addresses in order, and whether it is only asked for news."""
    found = {}
    for feed in feeds:
        conditional = bool(_validators(feed, addresses[feed.name][0], env, snapshot_id))
        found[feed.name] = {
            "status": "planned",
            **held(feed, env),
            "addresses": list(addresses[feed.name]),
            "conditional": conditional,
        }
    return found


def check(
    feeds: "list[Feed]", addresses: "Addresses", env: "Env", snapshot_id: str, meter: http.Meter
) -> "tuple[dict[str, Row], dict[str, errors.SafeTravelError]]":
    """Ask each source, by its first address and without taking its answer, whether there is something new.

    A source has status `new`, `unchanged`, or `unsure` where it does not say; `bytes`: what it would send, 0 where not said.
    """
    requests = []
    for feed in feeds:
        url = addresses[feed.name][0]
        requests.append(
            http.Request(url, feed.limit, *_validators(feed, url, env, snapshot_id) or ("", ""), feed.seconds, "HEAD")
        )
    replies = http.fetch_all(requests, env.environ, ROUND_SECONDS, len(requests), meter)
    found: dict[str, Row] = {}
    problems: dict[str, errors.SafeTravelError] = {}
    for feed, request, reply in zip(feeds, requests, replies, strict=True):
        mine = held(feed, env)
        if isinstance(reply, errors.NetworkNeeded):
            if reply.values.get("status") not in REFUSALS:
                problems[feed.name] = reply
                continue
            found[feed.name] = {"status": "unsure", **mine, "bytes": 0}
        elif reply.status == 304:
            found[feed.name] = {"status": "unchanged", **mine, "bytes": 0}
        else:
            known = bool(request.etag or request.last_modified) or not mine["rows"]
            found[feed.name] = {"status": "new" if known else "unsure", **mine, "bytes": reply.size}
    return found, problems


def held(feed: "Feed", env: "Env") -> "Row":
    """Return rows and as_of of what is held of a source."""
    count = overlay.read_rows(env, f"SELECT count(*) FROM {TABLES[feed.topic]} WHERE feed = ?", feed.name)  # noqa: S608
    dates = overlay.read_rows(env, "SELECT as_of FROM feed WHERE name = ?", feed.name)
    return {"rows": count[0][0] if count else 0, "as_of": str(dates[0][0]) if dates else ""}


def _validators(feed: "Feed", url: str, env: "Env", snapshot_id: str) -> "tuple[str, str] | None":
    sql = (
        "SELECT v.etag, v.last_modified FROM validator v JOIN feed f ON f.name = v.feed"
        " WHERE v.feed = ? AND v.url = ? AND f.snapshot_id = ?"
    )
    rows = overlay.read_rows(env, sql, feed.name, url, snapshot_id)
    return (str(rows[0][0]), str(rows[0][1])) if rows else None
