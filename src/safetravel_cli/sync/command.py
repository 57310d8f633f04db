"""`sync`: ask each source whether it has something new, and keep what passes its checks in the overlay.

One source that fails leaves the others alone, and what it gave before stays in use.
"""

import os

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.i18n import Say
from safetravel_cli.net import http
from safetravel_cli.pages import sync as page
from safetravel_cli.services import history
from safetravel_cli.store.overlay_writer import Writer
from safetravel_cli.store.snapshot import open_snapshot
from safetravel_cli.sync import ends, preview, rounds, saved, sizes, tally
from safetravel_cli.sync.feeds import FEEDS
from safetravel_cli.sync.progress import Progress
from safetravel_cli.sync.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.store.snapshot import Snapshot
    from safetravel_cli.sync.feeds.feed import Feed

    Row = dict[str, Any]
    Addresses = dict[str, tuple[str, ...]]
    Problems = dict[str, errors.SafeTravelError]

# Seconds for everything that is fetched in one run.
ALL_SECONDS = 90.0


def answer(arguments: "Row", env: "Env") -> "Iterator[Answer]":
    """Answer `sync [--only SOURCE]... [--check] [--dry-run] [--max-size SIZE] [--from PATH]`.

    status (success, partial, error), mode, requests, bytes, and one row a source: feed, topic, source, status, rows, as_of;
    `problem` where it failed. Exit 0 where at least one source came through.

    Raises:
        UsageError: no such source, an address that may not be asked, or nothing can be written.
        NetworkNeeded: no source came through. IntegrityError: answers came, and none was what it claims to be.
    """
    if arguments.get("places"):
        from safetravel_cli.sync import places

        yield from places.answer(arguments, env)
        return
    feeds = _chosen(arguments.get("only") or [])
    addresses = {feed.name: _addresses(feed, env) for feed in feeds}
    meter = http.Meter(sizes.limit(arguments.get("max_size")) or 0)
    snapshot = open_snapshot(env)
    set_aside = False
    problems: Problems = {}
    changed: dict[str, int] | None = None
    if arguments.get("dry_run"):
        mode, results = "dry_run", preview.plan(feeds, addresses, env, snapshot.meta("content_sha256")[:12])
    elif arguments.get("check"):
        mode = "check"
        results, problems = preview.check(feeds, addresses, env, snapshot.meta("content_sha256")[:12], meter)
    else:
        path = str(arguments.get("from_path") or "")
        mode = "from" if path else "sync"
        files = saved.find(path, feeds) if path else {}
        feeds = [feed for feed in feeds if not path or feed.name in files]
        outcome, set_aside = _refresh(feeds, addresses, (path, files), (env, snapshot, meter))
        results, problems = outcome.results, outcome.problems
        changed = tally.by_feed(outcome.noted, feeds, env)
    rows = [_row(feed, results.get(feed.name), problems.get(feed.name), env, snapshot) for feed in feeds]
    failed = [row for row in rows if row["status"] == "failed"]
    status = "success" if not any(map(_is_incomplete, rows)) else "partial" if len(failed) < len(rows) else "error"
    data = {"status": status, "mode": mode, "sources": rows, "set_aside": set_aside}
    data |= {"requests": meter.requests, "bytes": meter.received, "changes": None if changed is None else sum(changed.values())}
    if changed is not None:
        rows = data["sources"] = [{**row, "changes": changed.get(row["feed"], 0)} for row in rows]
    yield Answer(data, warnings=_warnings(rows, Say(env.language)))
    if status == "error":
        raise _nothing(list(problems.values()), rows if env.view == "json" else [], env)


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


def _refresh(
    feeds: "list[Feed]", addresses: "Addresses", carried: "tuple[str, dict[str, str]]", run: "tuple[Env, Snapshot, http.Meter]"
) -> "tuple[rounds.Outcome, bool]":
    """Fetch, or read what was carried here (path, source -> file), and store it.

    Return too whether a damaged overlay was set aside.
    """
    env, snapshot, meter = run
    path, files = carried
    writer = _open(env)
    history.begin(env)
    progress = Progress(env, len(feeds), ALL_SECONDS)
    progress.meter, meter.tell = meter, progress.tell
    outcome = rounds.Outcome()
    try:
        session = Session(env, snapshot, writer, ALL_SECONDS, meter, saved.pages(path) if path else None)
        if path:
            saved.take(outcome, files, feeds, session)
        else:
            rounds.ask(outcome, feeds, addresses, session, progress)
    except OSError as error:
        raise _unwritable(env, error.strerror or str(error)) from None
    finally:
        progress.close()
        writer.close()
        # After the last source, and of a run that is stopped too.
        outcome.noted = history.record(env)
    return outcome, writer.set_aside


def _open(env: "Env") -> Writer:
    try:
        return Writer(paths.overlay_file(env.environ))
    except OSError as error:
        raise _unwritable(env, error.strerror or str(error)) from None


def _unwritable(env: "Env", reason: str) -> errors.UsageError:
    return errors.UsageError("sync.unwritable", path=os.path.dirname(paths.overlay_file(env.environ)), reason=reason)


def _row(feed: "Feed", result: "Row | None", problem: "errors.SafeTravelError | None", env: "Env", snapshot: "Snapshot") -> "Row":
    row = {"feed": feed.name, "topic": feed.topic, "source": _label(feed, env, snapshot), "licence": feed.licence}
    if result:
        return {**row, **result}
    assert problem
    problem_row = {"id": problem.key.partition(".")[2], **problem.values}
    return {**row, "status": "failed", "rows": 0, "as_of": preview.held(feed, env)["as_of"], "problem": problem_row}


def _label(feed: "Feed", env: "Env", snapshot: "Snapshot") -> str:
    """Return the name of a source; two sources of one publisher are told apart by what they bring."""
    from safetravel_cli.sync.session import labels

    label = str(labels(feed, snapshot)["label_id" if env.language == "id" else "label_en"])
    say = Say(env.language)
    return f"{label} ({say('sync.months')})" if feed.topic == "rate_history" else label


def _is_incomplete(row: "Row") -> bool:
    return row["status"] == "failed" or bool(row.get("pending"))


def _warnings(rows: "list[Row]", say: Say) -> "list[Row]":
    found = []
    for row in rows:
        if row["status"] == "failed":
            found.append({"id": row["problem"]["id"], "message": f"{row['source']}: {page.reason(row, say)}", "hint": ""})
        found += [{"id": name, "message": page.note(row, name, say), "hint": ""} for name in page.NOTES if row.get(name)]
    return found


def _nothing(problems: "list[errors.SafeTravelError]", rows: "list[Row]", env: "Env") -> errors.SafeTravelError:
    unkept = [problem for problem in problems if isinstance(problem, errors.UsageError)]
    if unkept:
        return _unwritable(env, str(unkept[0].values["reason"]))
    if all(isinstance(problem, errors.IntegrityError) for problem in problems):
        return errors.IntegrityError("sync.nothing_trusted", choices=rows)
    return ends.nothing_came(problems, rows)
