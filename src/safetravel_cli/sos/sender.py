"""The sender: hands what is due to the channels, and writes down what was said before and after each try.

One process sends at a time: it holds a lock that the system frees when it dies. A row is written as `sending` before
its try, so that what a crash interrupted is known to have been tried: it goes back to `queued` as "may already have
arrived", and its repeat bears the same identity. What was accepted is never tried again.

Each channel has two lanes, texts and media, each with a thread of its own: a video on its way, or a server that says
nothing, holds up no text and no other channel. Only the thread of the caller touches the database. Nothing here reads
standard input or prints.
"""

import os
import sqlite3
import threading
import time
from collections import namedtuple

from safetravel_cli.sos import backoff, channels, jobs, lane, outbox, people, queue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.sos.channels import Result

LOCK = "outbox.lock"
# While a lane is busy the outbox is looked at so often for texts that were stored meanwhile.
LOOK_SECONDS = 1.0
# How long after its deadline a channel that ignores it is left to itself.
GRACE_SECONDS = 5.0

# accepted: deliveries that were accepted in this pass; left: deliveries that will be tried again by themselves; next_in:
# seconds until the first of them is due (None where none is left); needs_you: deliveries that wait for the person.
Outcome = namedtuple("Outcome", "accepted left next_in needs_you")


class Busy(Exception):
    """Another process, or another thread of this one, is sending."""


def work(folder: str, env: "Env", *, cap: float = backoff.BACKGROUND) -> Outcome:
    """Try everything that is due, once; return what came of it. `cap` is the longest pause between two tries, in seconds.

    Raises:
        Busy: another sender is at work.
        sqlite3.Error, OSError: the outbox cannot be read or written.
    """
    if not os.path.lexists(outbox.file(folder)):
        return Outcome(0, 0, None, 0)
    lock = _lock(folder)
    try:
        # Settings may have changed since the last pass of a process that lives for long.
        env.state = None
        return outbox.use(folder, lambda box: _Pass(box, folder, env, cap).run(), may_set_aside=False)[0]
    finally:
        lock.close()


def _lock(folder: str) -> sqlite3.Connection:
    """Take the lock of the sender.

    Raises:
        Busy: another holds it.
        sqlite3.Error, OSError: the file cannot be made.
    """
    path = os.path.join(folder, LOCK)
    if not os.path.lexists(path):
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            pass
    for last in (False, True):
        db = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            db.execute("BEGIN EXCLUSIVE")
            return db
        except sqlite3.OperationalError as error:
            db.close()
            if "locked" in str(error):
                raise Busy from None
            raise
        except sqlite3.DatabaseError:
            db.close()
            if last:
                raise
            # Damaged, so nobody holds it. Emptied in its place: a new file would be a second lock.
            os.truncate(path, 0)
    raise AssertionError


class _Pass:
    """Hold what one pass over the outbox knows."""

    __slots__ = ("accepted", "box", "cap", "env", "folder", "lanes", "ready", "settings", "wake")

    def __init__(self, box: "outbox.Outbox", folder: str, env: "Env", cap: float) -> None:
        self.box = box
        self.folder = folder
        self.env = env
        self.cap = cap
        self.settings = people.settings(env)
        self.accepted = 0
        self.lanes: dict[tuple[str, bool], lane.Lane] = {}
        self.ready: dict[str, bool] = {}
        self.wake = threading.Event()

    def run(self) -> Outcome:
        """Work until nothing is due and no lane is busy."""
        self._recover()
        try:
            while self._hand_out() or any(one.busy for one in self.lanes.values()):
                self._collect()
        finally:
            for one in self.lanes.values():
                one.end()
        return self._outcome()

    def _moment(self) -> backoff.Moment:
        return backoff.now(self.env.now())

    def _recover(self) -> None:
        """Take back what an earlier sender died over, and what waited for a setting that is there now."""
        stamp = queue.stamp(self.env.now())

        def work() -> None:
            self.box.db.execute(
                "INSERT INTO attempt (alert, part, channel, rcpt, at_utc, outcome, code)"
                " SELECT alert, part, channel, rcpt, ?, 'uncertain', 'interrupted' FROM delivery WHERE state = 'sending'",
                (stamp,),
            )
            # An alert that was cancelled meanwhile is over; whoever may have its text hears of the end.
            self.box.db.execute(
                "UPDATE delivery SET uncertain = 1, last_code = 'interrupted', last_text = '', next_at = 0, clock = '',"
                " state = CASE WHEN (SELECT closed FROM alert WHERE alert.id = delivery.alert) <> ''"
                " AND (SELECT kind FROM part WHERE part.id = delivery.part) NOT IN ('cancel', 'safe')"
                " THEN 'cancelled' ELSE 'queued' END WHERE state = 'sending'"
            )
            for (name,) in self.box.db.execute(
                "SELECT DISTINCT channel FROM delivery WHERE state = 'needs_you' AND last_code IN ('setup', 'no_channel')"
            ).fetchall():
                if self._is_ready(name):
                    self.box.db.execute(
                        "UPDATE delivery SET state = 'queued', next_at = 0, clock = '' WHERE channel = ? AND state = 'needs_you'"
                        " AND last_code IN ('setup', 'no_channel')",
                        (name,),
                    )

        self.box.transaction(work)

    def _is_ready(self, name: str) -> bool:
        if name not in self.ready:
            try:
                self.ready[name] = not channels.load(name).ready(self.settings)
            except Exception:
                self.ready[name] = False
        return self.ready[name]

    def _hand_out(self) -> bool:
        """Give each free lane the next thing that is due; tell whether any lane got one."""
        given = False
        for name in jobs.channels_due(self.box, self._moment()):
            for media in (False, True):
                one = self.lanes.get((name, media))
                if one and (one.busy or one.lost):
                    continue
                # Texts of this channel that are due or under way go before any of its media begins.
                row = None if media and self._text_waits(name) else jobs.next_due(self.box, name, media, self._moment())
                if row:
                    given = self._start(name, media, row) or given
        return given

    def _text_waits(self, name: str) -> bool:
        one = self.lanes.get((name, False))
        return bool(one and one.busy) or jobs.next_due(self.box, name, False, self._moment()) is not None

    def _start(self, name: str, media: bool, row: "dict[str, Any]") -> bool:
        """Write down that a try begins, and let the lane begin it."""
        stamp = queue.stamp(self.env.now())
        claim = "UPDATE delivery SET state = 'sending', attempts = attempts + 1, last_try = ?, first_try ="
        claim += " CASE first_try WHEN '' THEN ? ELSE first_try END WHERE rowid = ? AND state IN ('queued', 'needs_you')"
        domain = self.settings.get("smtp.from").rpartition("@")[2]

        def work() -> bool:
            self.box.db.execute(
                "UPDATE alert SET mail_domain = ? WHERE id = ? AND mail_domain = ''", (jobs.domain(domain), row["alert"])
            )
            # Another process may have cancelled it since it was read.
            return self.box.db.execute(claim, (stamp, stamp, row["rowid"])).rowcount == 1

        if not self.box.transaction(work):
            return True
        one = self.lanes.get((name, media))
        if not one:
            one = self.lanes[(name, media)] = lane.Lane(name, self.wake)
        other = self.lanes.get((name, not media))
        if other and not other.busy and not other.lost and not one.session:
            # The connection that the other lane is done with.
            one.session, other.session = other.session, one.session
        try:
            one.give(row, jobs.make(self.box, self.folder, row, self.settings, one.session, self.env.now()))
        except Exception as error:
            self._record(row, channels.Result("retry", "defect", type(error).__name__))
        return True

    def _collect(self) -> None:
        """Wait for an answer of any lane, not beyond the moment when the outbox should be looked at again."""
        until = time.monotonic() + LOOK_SECONDS
        while True:
            for one in self.lanes.values():
                if one.busy and one.answers:
                    row, result = one.take()
                    self._record(row, result)
                    return
                if one.busy and time.monotonic() > one.deadline + GRACE_SECONDS:
                    self._record(one.abandon(), channels.Result("uncertain", "timeout"))
                    return
            seconds = until - time.monotonic()
            if seconds <= 0 or not any(one.busy for one in self.lanes.values()):
                return
            self.wake.wait(seconds)
            # Whoever set it had put its answer there before, and the answers are looked at next.
            self.wake.clear()

    def _record(self, row: "dict[str, Any]", result: "Result") -> None:
        """Write down what came of a try; on a full disk with the room that was kept for this."""
        moment = self._moment()
        try:
            self.box.transaction(lambda: jobs.record(self.box, row, result, moment, self.cap))
        except (sqlite3.Error, OSError) as error:
            if not (outbox.full(error) and outbox.free_ballast(self.folder)):
                raise
            self.box.transaction(lambda: jobs.record(self.box, row, result, moment, self.cap))
        self.accepted += result.state == "accepted"

    def _outcome(self) -> Outcome:
        left, next_in = jobs.waiting(self.box, self._moment())
        needs_you = self.box.db.execute("SELECT count(*) FROM delivery WHERE state = 'needs_you'").fetchone()[0]
        return Outcome(self.accepted, left, next_in, needs_you)
