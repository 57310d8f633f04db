"""The sender as a machine of states: any answers, crashes at any commit and between a 250 and its commit, jumping clocks.

The channel is played; the outbox, the sender and its lanes are the real ones.
"""

import os
import sqlite3
import tempfile

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import smtp_kit
from running import NOW
from safetravel_cli.env import Env
from safetravel_cli.sos import backoff, channels, jobs, outbox, queue, sender
from safetravel_cli.sos.channels import Result
from safetravel_cli.sos.people import Recipient

ANSWERS = st.sampled_from([
    Result("accepted", "250"), Result("accepted", "250"), Result("retry", "451"), Result("retry", "unreachable", whole=True),
    Result("uncertain", "dropped"), Result("refused", "550"), Result("needs_you", "535", whole=True),
    Result("needs_you", "tls_certificate", again=True, whole=True), Result("nonsense", "?"), None,
])  # fmt: skip
WAIT = st.sampled_from([2000.0, 2000.0, 10.0, 0.0])
PEOPLE = ("a", "b", "c")


class Crash(BaseException):
    """The process dies here."""


class Played:
    """A channel that says what the machine drew, and keeps what came through."""

    NAME = "played"

    def __init__(self):
        self.answers, self.arrived, self.tried = [], [], []
        # What was tried although its text could not have arrived by then.
        self.early = []

    def ready(self, settings):
        return ""

    def addresses(self, contact):
        return [contact.email]

    def carries(self, kind):
        return True

    def send(self, job):
        answer = self.answers.pop(0) if self.answers else Result("accepted", "250")
        self.tried.append(job)
        # The word of the end goes to all whose text may have arrived, as far as a sender that died could know.
        known = self.tried if job.kind in ("cancel", "safe") else self.arrived
        if job.kind != "text" and (job.alert["id"], job.rcpt) not in {
            (one.alert["id"], one.rcpt) for one in known if one.kind == "text"
        }:
            self.early.append(job)
        # An uncertain one arrives now and then; this machine lets it always arrive, which is the worse case.
        if answer is None or answer.state in ("accepted", "uncertain"):
            self.arrived.append(job)
        if answer is None:
            raise ValueError("a channel of others")
        return answer


class Machine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        self.folder = os.path.join(self.home.name, "outbox")
        self.channel = Played()
        self.clock = NOW
        self.steady = 0.0
        self.stored = {}
        self.ended = set()
        self.identity = {}
        self.undo = [
            (channels, "load", channels.load),
            (backoff, "now", backoff.now),
            (outbox.Outbox, "transaction", outbox.Outbox.transaction),
        ]
        channels.load = lambda name: self.channel
        backoff.now = lambda wall: backoff.Moment(wall, self.steady, "clock")
        self.env = Env(environ={"SAFETRAVEL_HOME": self.home.name, "SAFETRAVEL_ONLY_RESERVED": "1"}, now=lambda: self.clock)

    def teardown(self):
        try:
            self.nothing_is_lost_when_all_goes_well_at_last()
        finally:
            for owner, name, value in self.undo:
                setattr(owner, name, value)
            self.home.cleanup()

    @initialize(people=st.sets(st.sampled_from(PEOPLE), min_size=1), photos=st.integers(0, 2), others=st.booleans())
    def begin(self, people, photos, others):
        self.store(people, photos, others)

    @rule(people=st.sets(st.sampled_from(PEOPLE)), photos=st.integers(0, 2), others=st.booleans())
    def store_more(self, people, photos, others):
        self.store(people, photos, others)

    def store(self, people, photos, others):
        to = [
            Recipient(one, "played", f"{one}@example.org", one, "own", "", (f"{one}2@example.org",) if others else (), "")
            for one in sorted(people)
        ]
        alert, _ = smtp_kit.store(self.folder, to, f"SOS {len(self.stored)}\n")
        self.stored[alert] = photos
        for number in range(photos):
            media = {
                "sha256": f"{alert}{number}",
                "bytes": 10,
                "path": "media/x.jpg",
                "mime": "image/jpeg",
                "name": "",
                "mtime_utc": "",
            }
            outbox.use(self.folder, lambda box, media=media: box.add_media(alert, "photo", 30, media))

    @rule(number=st.integers(0, 5), kind=st.sampled_from(["update", "cancel", "safe"]))
    def follow(self, number, kind):
        alert = list(self.stored)[number % len(self.stored)]
        if kind == "update":
            outbox.use(self.folder, lambda box: box.add_follow_up(alert, kind, "{}", "more\n"))
        else:
            queue.cancel(self.folder, alert, "{}", "over\n", kind)
            self.ended.add(alert)

    @rule(answers=st.lists(ANSWERS, min_size=1, max_size=6), seconds=WAIT)
    def work(self, answers, seconds):
        self.wait(seconds)
        self.channel.answers = list(answers)
        outcome = sender.work(self.folder, self.env)
        assert outcome.left == queue.open_count(self.folder)
        assert (outcome.next_in is None) <= (outcome.left == 0)
        assert outcome.next_in is None or 0 <= outcome.next_in <= 1.2 * backoff.BACKGROUND

    @rule(answers=st.lists(ANSWERS, max_size=4), commits=st.integers(0, 5), seconds=WAIT)
    def crash(self, answers, commits, seconds):
        """Die before a commit of the sender: also between the 250 and the row that says so."""
        self.wait(seconds)
        self.channel.answers = list(answers)
        real, left = outbox.Outbox.transaction, [commits]

        def transaction(box, work):
            if not left[0]:
                raise Crash
            left[0] -= 1
            return real(box, work)

        outbox.Outbox.transaction = transaction
        try:
            sender.work(self.folder, self.env)
        except Crash:
            pass
        finally:
            outbox.Outbox.transaction = real
        # The lanes of a process that died do not go on; those of this one may still be at it.
        import threading

        for thread in threading.enumerate():
            if thread.name.endswith("(_carry)"):
                thread.join(10)

    def wait(self, seconds):
        self.clock += seconds
        self.steady += seconds

    @rule(years=st.sampled_from([-10, 10]))
    def jump(self, years):
        self.clock += years * 365 * 86400

    @rule()
    def restart_of_the_machine(self):
        self.steady = 0.0

    @rule(needs_you=st.booleans())
    def reset(self, needs_you):
        queue.reset(self.folder, needs_you)

    def rows(self):
        db = sqlite3.connect(outbox.file(self.folder))
        try:
            sql = "SELECT d.*, p.kind AS part_kind FROM delivery d JOIN part p ON p.id = d.part"
            cursor = db.execute(sql)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        finally:
            db.close()

    @invariant()
    def what_was_recorded_is_true(self):
        arrived = {(job.part["id"], job.rcpt) for job in self.channel.arrived}
        seen = {}
        for job in self.channel.tried:
            # One identity for each part, at every try and for everybody.
            mine = (job.message_id, job.date, tuple(job.references))
            assert seen.setdefault(job.part["id"], mine) == mine
        for row in self.rows():
            if row["state"] == "accepted":
                assert (row["part"], row["rcpt"]) in arrived
                assert row["accepted_at"] and row["attempts"] >= 1

    @invariant()
    def nothing_is_sent_again_that_was_known_to_be_accepted(self):
        known = set()
        db = sqlite3.connect(outbox.file(self.folder))
        log = db.execute("SELECT part, rcpt, outcome FROM attempt ORDER BY seq").fetchall()
        db.close()
        for part, rcpt, outcome in log:
            assert (part, rcpt) not in known
            if outcome == "accepted":
                known.add((part, rcpt))
        # And a second arrival only ever follows a try whose end was not known.
        doubtful = {(part, rcpt) for part, rcpt, outcome in log if outcome == "uncertain"}
        doubtful |= {(row["part"], row["rcpt"]) for row in self.rows() if row["state"] == "sending"}
        arrivals = [(job.part["id"], job.rcpt) for job in self.channel.arrived]
        assert {one for one in arrivals if arrivals.count(one) > 1} <= doubtful

    @invariant()
    def texts_come_before_what_follows_them(self):
        assert self.channel.early == []

    def nothing_is_lost_when_all_goes_well_at_last(self):
        """With a server that takes everything, all that is not refused or cancelled arrives."""
        self.channel.answers = []
        queue.reset(self.folder)
        for _ in range(3):
            outcome = sender.work(self.folder, self.env)
            self.clock += 2000
            self.steady += 2000
        assert (outcome.left, outcome.next_in, outcome.needs_you) == (0, None, 0)
        arrived = {(job.part["id"], job.rcpt) for job in self.channel.arrived}
        texts = {(row["alert"], row["rcpt"]): row for row in self.rows() if row["part_kind"] == "text"}
        for row in self.rows():
            assert row["state"] in ("accepted", "refused", "cancelled"), row
            if row["state"] == "cancelled":
                assert row["alert"] in self.ended and row["part_kind"] not in ("cancel", "safe")
            if row["state"] == "refused" and row["last_code"] == "text_refused":
                assert texts[(row["alert"], row["rcpt"])]["state"] == "refused"
            assert row["state"] != "accepted" or (row["part"], row["rcpt"]) in arrived
        self.what_was_recorded_is_true()
        self.nothing_is_sent_again_that_was_known_to_be_accepted()
        self.texts_come_before_what_follows_them()
        # Whoever may have the text of an alert that ended has been told of the end, unless they refuse mail.
        for job in self.channel.arrived:
            if job.kind == "text" and job.alert["id"] in self.ended and texts[(job.alert["id"], job.rcpt)]["state"] != "refused":
                told = [
                    one for one in self.channel.tried if one.kind in ("cancel", "safe") and one.alert["id"] == job.alert["id"]
                ]
                assert job.rcpt in {one.rcpt for one in told}


TestSender = Machine.TestCase
TestSender.settings = settings(deadline=None, stateful_step_count=20, suppress_health_check=list(HealthCheck))


def test_the_words_of_sqlite_and_of_python_agree_on_what_is_due():
    """DUE in SQL is `remaining(...) == 0`."""
    db = sqlite3.connect(":memory:")
    moment = backoff.Moment(1000.0, 50.0, "now")
    for next_at in (0, 999, 1000, 1001, 1000 + backoff.FAR, 1001 + backoff.FAR, 9e9):
        for steady in (0, 49, 50, 51, 50 + backoff.FAR, 51 + backoff.FAR):
            for clock in ("", "now", "before"):
                sql = f"SELECT {backoff.DUE} FROM (SELECT {next_at} AS next_at, {steady} AS steady, '{clock}' AS clock)"
                due = bool(db.execute(sql, backoff.values(moment)).fetchone()[0])
                assert due == (backoff.remaining(next_at, steady, clock, moment) == 0), (next_at, steady, clock)


def test_jobs_ask_for_time_by_their_size():
    assert jobs.TRY_SECONDS < 120 and jobs.LONGEST_SECONDS <= 3600
