"""`sync`: ask each source whether it has something new, and keep what passes its checks in the overlay.

One source that fails leaves the others alone, and what it gave before stays in use.
"""

import os

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.env import is_terminal
from safetravel_cli.i18n import Say
from safetravel_cli.net import http
from safetravel_cli.pages import sync as page
from safetravel_cli.store.overlay_writer import Writer
from safetravel_cli.store.snapshot import open_snapshot
from safetravel_cli.sync import advice, rates
from safetravel_cli.sync.feeds import FEEDS
from safetravel_cli.sync.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.sync.feeds.feed import Feed

    Row = dict[str, Any]

# Seconds for everything that is fetched in one run, and for one round of sources.
ALL_SECONDS = 90.0
ROUND_SECONDS = 25.0
TOPICS = {"rate": rates.refresh, "advice": advice.refresh}


def answer(arguments: "Row", env: "Env") -> "Iterator[Answer]":
    """Answer `sync [--only SOURCE]...`: status (success, partial, error) and one row a source.

    A row has feed, topic, source, status (updated, unchanged, failed), rows, as_of; `problem` where it failed. Exit 0
    where at least one source came through.

    Raises:
        UsageError: no such source, an address that may not be asked, or nothing can be written.
        NetworkNeeded: no source came through. IntegrityError: answers came, and none was what it claims to be.
    """
    feeds = _chosen(arguments.get("only") or [])
    addresses = {feed.name: _addresses(feed, env) for feed in feeds}
    snapshot = open_snapshot(env)
    writer = _open(env)
    try:
        session = Session(env, snapshot, writer, ALL_SECONDS)
        _say_start(feeds, env)
        results, problems = _refresh(feeds, addresses, session)
        rows = [_row(feed, results.get(feed.name), problems.get(feed.name), session) for feed in feeds]
        set_aside = writer.set_aside
    except OSError as error:
        raise _unwritable(env, error) from None
    finally:
        writer.close()
    failed = [row for row in rows if row["status"] == "failed"]
    status = "success" if not any(map(_is_incomplete, rows)) else "partial" if len(failed) < len(rows) else "error"
    yield Answer({"status": status, "sources": rows, "set_aside": set_aside}, warnings=_warnings(rows, Say(env.language)))
    if status == "error":
        raise _nothing(list(problems.values()), rows if env.view == "json" else [])


def _say_start(feeds: "list[Feed]", env: "Env") -> None:
    if env.view != "json" and is_terminal(env.stderr):
        env.stderr.write(Say(env.language)("sync.asking", count=len(feeds)) + "\n")


def _chosen(only: "list[str]") -> "list[Feed]":
    known = {feed.name: feed for feed in FEEDS}
    names = [name.strip().lower().replace("-", "_") for name in only]
    for name, written in zip(names, only, strict=True):
        if name not in known:
            raise errors.UsageError("sync.no_source", choices=list(known), name=written)
    return [feed for feed in FEEDS if not names or feed.name in names]


def _addresses(feed: "Feed", env: "Env") -> "tuple[str, ...]":
    """Return the addresses of a source, or those that SAFETRAVEL_FEED_NAME_URL gives in their place."""
    variable = f"SAFETRAVEL_FEED_{feed.name.upper()}_URL"
    given = env.environ.get(variable, "").split()
    for url in given:
        if not http.is_allowed(url):
            raise errors.UsageError("sync.bad_address", variable=variable)
    return tuple(url.rstrip("/") for url in given) or feed.urls


def _open(env: "Env") -> Writer:
    try:
        return Writer(paths.overlay_file(env.environ))
    except OSError as error:
        raise _unwritable(env, error) from None


def _unwritable(env: "Env", error: OSError) -> errors.UsageError:
    path = paths.overlay_file(env.environ)
    return errors.UsageError("sync.unwritable", path=os.path.dirname(path), reason=error.strerror or str(error))


def _refresh(
    feeds: "list[Feed]", addresses: "dict[str, tuple[str, ...]]", session: Session
) -> "tuple[dict[str, Row], dict[str, errors.SafeTravelError]]":
    """Ask all sources side by side by their first address, then those that gave nothing by their next one."""
    results: dict[str, Row] = {}
    problems: dict[str, errors.SafeTravelError] = {}
    for turn in range(max(map(len, addresses.values()))):
        asked = [(feed, addresses[feed.name][turn]) for feed in feeds if _is_due(feed, addresses, turn, results)]
        requests = [_request(feed, url, session) for feed, url in asked]
        replies = http.fetch_all(requests, session.env.environ, min(ROUND_SECONDS, session.left())) if requests else []
        for (feed, url), reply in zip(asked, replies, strict=True):
            try:
                if isinstance(reply, errors.NetworkNeeded):
                    raise reply
                results[feed.name] = TOPICS[feed.topic](feed, url, reply, session)
            except (errors.NetworkNeeded, errors.IntegrityError) as error:
                problems[feed.name] = error
    return results, {name: error for name, error in problems.items() if name not in results}


def _is_due(feed: "Feed", addresses: "dict[str, tuple[str, ...]]", turn: int, results: "dict[str, Row]") -> bool:
    return feed.name not in results and turn < len(addresses[feed.name])


def _request(feed: "Feed", url: str, session: Session) -> http.Request:
    # After an update of the bundled facts the whole answer is compared with them anew.
    same = session.writer.feed(feed.name).get("snapshot_id") == session.snapshot_id
    held = session.writer.validators(feed.name).get(url, ()) if same else ()
    return http.Request(url, feed.limit, *held)


def _row(feed: "Feed", result: "Row | None", problem: "errors.SafeTravelError | None", session: Session) -> "Row":
    label = session.labels(feed)["label_id" if session.env.language == "id" else "label_en"]
    row = {"feed": feed.name, "topic": feed.topic, "source": label, "licence": feed.licence}
    if result:
        return {**row, **result}
    assert problem
    held = session.writer.feed(feed.name)
    return {
        **row,
        "status": "failed",
        "rows": 0,
        "as_of": str(held.get("as_of") or ""),
        "problem": {"id": problem.key.partition(".")[2], **problem.values},
    }


def _is_incomplete(row: "Row") -> bool:
    return row["status"] == "failed" or bool(row.get("pending"))


def _warnings(rows: "list[Row]", say: Say) -> "list[Row]":
    found = []
    for row in rows:
        if row["status"] == "failed":
            found.append({"id": row["problem"]["id"], "message": f"{row['source']}: {page.reason(row, say)}", "hint": ""})
        found += [{"id": name, "message": page.note(row, name, say), "hint": ""} for name in page.NOTES if row.get(name)]
    return found


def _nothing(problems: "list[errors.SafeTravelError]", rows: "list[Row]") -> errors.SafeTravelError:
    if all(isinstance(problem, errors.IntegrityError) for problem in problems):
        return errors.IntegrityError("sync.nothing_trusted", choices=rows)
    return errors.NetworkNeeded("sync.nothing_came", choices=rows)
