"""`sos send`, `sos cancel`, `sos safe`, `sos ack`: what a person does about an alert that is stored."""

import sqlite3

from safetravel_cli import errors, exits, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.sos import deliveries, ledger, message, news, progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env

WORD_LIMIT = 2000


def answer_send(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Try all that waits now, in stages: sending, waiting (with --wait), sent.

    `waiting`: how many deliveries wait; `nobody`: codes of open alerts that have no recipient; `deliveries`, `waiter` as in
    `sos`. Alerts that were stored before there was a contact get the contacts of now. The exit code is 0 (nothing waits any
    more, or something was accepted now), 75 or 78.

    Raises:
        IntegrityError, NotStored: the outbox cannot be read, or not written.
    """
    folder = paths.outbox_dir(env.environ)
    nobody = change(lambda: _enlist(folder, env))
    waiting = change(lambda: _hurry(folder))
    data: dict[str, Any] = {"waiting": waiting, "nobody": nobody, "deliveries": [], "waiter": None, "changed": [], "wait_s": None}
    before = {_key(row) for row in change(lambda: deliveries.read(folder, None, env.now())) if row["state"] in deliveries.GOOD}
    if not waiting:
        yield _told("sent", data, exits.STORED_NO_CHANNEL if nobody else exits.DONE, env)
        return
    yield _told("tried", data, exits.STORED_WAITING, env)
    yield from _watched(folder, env, data, bool(arguments.get("wait")), lambda row: _key(row) not in before)
    rows = [row for row in data["deliveries"] if _key(row) not in before]
    states = {row["state"] for row in rows}
    good = states & set(deliveries.GOOD) or not rows
    code = exits.DONE if good else exits.STORED_WAITING if states & set(deliveries.OPEN) else exits.STORED_NO_CHANNEL
    yield _told("sent", data, code, env)


def answer_cancel(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Call an alert off: what waits is cancelled, and who may have it is told. `ended`[] (code, cancelled, told), `kind`.

    Raises:
        NotFound, UsageError, IntegrityError, NotStored: no such alert; closed already; the outbox cannot be read, or written.
    """
    return _end("cancel", [_open_one(arguments, env)], env, "")


def answer_safe(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Tell that the danger is over, of one alert or of all that are open: as `sos cancel`.

    Raises:
        NotFound, UsageError, IntegrityError, NotStored: as `sos cancel`; or no alert is open.
    """
    if arguments.get("code"):
        found = [_open_one(arguments, env)]
    else:
        with ledger.Reader(paths.outbox_dir(env.environ)) as reader:
            found = [row for row in reader.rows("SELECT * FROM alert ORDER BY seq") if not row.get("closed")]
        if not found:
            raise errors.NotFound("sos.none_open")
    return _end("safe", found, env, _words(arguments.get("message")))


def answer_ack(arguments: "dict[str, Any]", env: "Env") -> Answer:
    """Note that a person answered: code, at_utc, by, text, and matched: how many deliveries were theirs.

    Raises:
        NotFound, IntegrityError, NotStored: no such alert; the outbox cannot be read, or not written.
    """
    from safetravel_cli.sos import queue

    folder = paths.outbox_dir(env.environ)
    row = ledger.find(folder, arguments.get("code"))
    by, text, now = _words(arguments.get("by"))[:200], _words(arguments.get("message")), env.now()
    matched = change(lambda: queue.acknowledge(folder, row["id"], by, text, now=now))
    return Answer({"code": row["code"], "at_utc": queue.stamp(now), "by": by, "text": text, "matched": matched})


def _open_one(arguments: "dict[str, Any]", env: "Env") -> "dict[str, Any]":
    row = ledger.find(paths.outbox_dir(env.environ), arguments.get("code"))
    if row.get("closed"):
        raise errors.UsageError("sos.closed_already", code=row["code"])
    return row


def _end(kind: str, found: "list[dict[str, Any]]", env: "Env", words: str) -> "Iterator[Answer]":
    folder = paths.outbox_dir(env.environ)
    ended = [
        change(lambda row=row: news.end(folder, row["id"], row["code"], ledger.facts_of(row), kind, env.now(), words))
        for row in found
    ]
    codes = {row["code"] for row in found}
    data: dict[str, Any] = {"kind": kind, "ended": ended, "deliveries": [], "waiter": None, "changed": [], "wait_s": None}
    told = any(one["told"] for one in ended)
    yield _told("ended", data, exits.STORED_WAITING if told else exits.DONE, env)
    if told:
        yield from _watched(folder, env, data, False, lambda row: row["kind"] == kind and row["code"] in codes)
        yield _told("sent", data, deliveries.verdict(data["deliveries"], (kind,)), env)


def _watched(folder: str, env: "Env", data: "dict[str, Any]", wait: bool, mine: "Any") -> "Iterator[Answer]":
    """Start what sends and watch it; the deliveries that `mine(row)` names are shown."""
    data["waiter"] = progress.start(folder, env)
    seconds = progress.WAIT_SECONDS if wait else progress.WATCH_SECONDS
    if wait:
        data["wait_s"] = seconds
        yield _told("waiting", data, exits.STORED_WAITING, env)
    # Who says --wait means this process, also where a waiter runs: it sends whenever the other does not.
    carry = wait or data["waiter"] == progress.IMPOSSIBLE
    for found, changed in progress.watch(folder, env, None, seconds, carry, mine):
        data.update(deliveries=found, changed=changed)
        yield _told("sending", data, exits.STORED_WAITING, env)
    try:
        data["deliveries"] = [row for row in deliveries.read(folder, None, env.now()) if mine(row)]
    except (sqlite3.Error, OSError):
        # The last look holds.
        pass


def _told(stage: str, data: "dict[str, Any]", code: int, env: "Env") -> Answer:
    shown = {name: value for name, value in data.items() if env.view != "json" or name not in ("changed", "wait_s")}
    return Answer({"stage": stage, **shown}, code)


def _enlist(folder: str, env: "Env") -> "list[str]":
    """Give alerts that are for nobody the contacts of now; return the codes of those that stay so."""
    from safetravel_cli.sos import people, queue

    sql = "SELECT * FROM alert WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.alert = alert.id) ORDER BY seq"

    def nobody() -> "list[dict[str, Any]]":
        with ledger.Reader(folder) as reader:
            return [row for row in reader.rows(sql) if not row.get("closed")]

    found = nobody()
    recipients = people.recipients(env) if found else []
    if recipients:
        for row in found:
            queue.enlist(folder, recipients, row["id"])
        found = nobody()
    return [row["code"] for row in found]


def _hurry(folder: str) -> int:
    from safetravel_cli.sos import queue

    return queue.reset(folder)


def change(work: "Any") -> "Any":
    """Return what `work()` gives.

    Raises:
        NotStored: the outbox cannot be read or written.
    """
    from safetravel_cli.sos.alert import reason

    try:
        return work()
    except (sqlite3.Error, OSError) as error:
        raise errors.NotStored("sos.not_changed", reason=reason(error)) from None


def _key(row: "dict[str, Any]") -> "tuple[object, ...]":
    return row["part"], row["channel"], row["rcpt"]


def _words(given: object) -> str:
    return message.clean(str(given or ""))[:WORD_LIMIT]
