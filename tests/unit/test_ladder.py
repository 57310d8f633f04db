"""The ladder: what is a fix, which is best, and who is waited for. The clock is the test's own."""

import math
import sys
import threading
from queue import Empty, SimpleQueue
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetravel_cli.env import Env
from safetravel_cli.geo import ladder
from safetravel_cli.geo.rungs import Fix, Refused, Rung

NOW = 1_795_575_600.0
TOKYO = (35.66, 139.70)


def rung(name, seconds=100.0):
    return Rung(name, "fake_" + name, "", seconds, True, "", (), ())


def fix(accuracy=10.0, age=0.0, at=TOKYO):
    return Fix(*at, accuracy, None if age is None else NOW - age)


class Script:
    """An inbox whose messages come at set seconds of a clock that moves only when somebody waits."""

    def __init__(self, *events):
        self.now = 0.0
        self.events = sorted(events, key=lambda event: event[0])

    def clock(self):
        return self.now

    def get(self, timeout):
        assert timeout >= 0
        if not self.events or self.events[0][0] > self.now + timeout:
            self.now += timeout
            raise Empty
        at, item = self.events.pop(0)
        self.now = max(self.now, at)
        return item


def climb(monkeypatch, rungs, *events, seconds=8.0, tell=lambda: None):
    """Climb with answers (at, rung name, fix or None, outcome); return best name, best fix, outcomes by name, seconds taken."""
    monkeypatch.setattr(ladder, "_start", lambda *_: None)
    known = {one.name: one for one in rungs}
    script = Script(*[(at, (known[name], found, outcome, "")) for at, name, found, outcome in events])
    env = Env({}, now=lambda: NOW)
    best, found, outcomes = ladder.climb(env, rungs, seconds, tell, script.clock, script)
    return best and best.name, found, {row["rung"]: row["outcome"] for row in outcomes}, script.now


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (fix(), ""),
        (fix(accuracy=None, age=None), ""),
        (fix(at=(0.0, 0.0)), "zero"),
        (fix(at=(0.0005, -0.0005)), "zero"),
        (fix(at=(0.0, 9.4)), ""),
        (fix(at=(91.0, 0.0)), "range"),
        (fix(at=(10.0, -180.5)), "range"),
        (fix(at=(math.nan, 10.0)), "not_a_number"),
        (fix(at=(10.0, math.inf)), "not_a_number"),
        (fix(accuracy=-1.0), "accuracy"),
        (fix(accuracy=math.inf), "accuracy"),
        (fix(accuracy=60_000.0), "coarse"),
        (fix(age=-30.0), ""),
        (fix(age=-3600.0), "future"),
        (fix(age=math.nan), "future"),
        (fix(age=86_000.0), ""),
        (fix(age=90_000.0), "old"),
        (fix(age=19.6 * 365 * 86_400), "old"),
    ],
)
def test_what_cannot_be_true_is_no_fix(found, word):
    assert ladder.doubt(found, NOW) == word


NUMBER = st.floats(allow_nan=True, allow_infinity=True)


@given(NUMBER, NUMBER, st.none() | NUMBER, st.none() | NUMBER)
def test_a_fix_that_passes_is_a_place_with_a_finite_radius(latitude, longitude, accuracy, taken):
    found = Fix(latitude, longitude, accuracy, taken)
    if not ladder.doubt(found, NOW):
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180
        assert 0 < ladder.radius(accuracy, ladder.age(found, NOW)) < math.inf


@pytest.mark.parametrize(
    ("surer", "rougher"),
    [
        ((10.0, 0.0), (50.0, 0.0)),
        ((50.0, 0.0), (10.0, 60.0)),
        ((10.0, 60.0), (5000.0, 0.0)),
        ((20.0, 0.0), (None, 0.0)),
        ((20.0, 0.0), (20.0, None)),
        ((40_000.0, 0.0), (5.0, 7200.0)),
    ],
)
def test_the_smaller_circle_is_surer(surer, rougher):
    assert ladder.radius(*surer) < ladder.radius(*rougher)


@given(st.permutations([(1.0, "a", fix(800.0)), (1.1, "b", fix(200.0)), (1.2, "c", fix(5.0, age=3600.0))]))
def test_the_order_of_the_answers_does_not_matter(events):
    with pytest.MonkeyPatch.context() as patch:
        times = [1.0, 1.1, 1.2]
        answers = [(at, name, found, "fix") for at, (_, name, found) in zip(times, events, strict=True)]
        assert climb(patch, [rung("a"), rung("b"), rung("c")], *answers)[0] == "b"


def test_a_good_fix_ends_the_climb_at_once(monkeypatch):
    best, _, outcomes, took = climb(monkeypatch, [rung("a"), rung("b")], (0.4, "b", fix(12.0), "fix"))
    assert (best, took) == ("b", 0.4)
    assert outcomes == {"a": "not_waited", "b": "fix"}


def test_a_fair_fix_gives_the_others_three_seconds(monkeypatch):
    rungs = [rung("a"), rung("b")]
    assert climb(monkeypatch, rungs, (0.4, "b", fix(900.0), "fix"))[3] == pytest.approx(3.0)
    best, _, _, took = climb(monkeypatch, rungs, (0.4, "b", fix(900.0), "fix"), (2.0, "a", fix(8.0), "fix"))
    assert (best, took) == ("a", 2.0)


def test_a_rough_fix_is_bettered_until_the_time_is_over(monkeypatch):
    best, _, outcomes, took = climb(monkeypatch, [rung("a"), rung("b")], (0.4, "b", fix(20_000.0), "fix"))
    assert best == "b"
    assert took == pytest.approx(8.0)
    assert outcomes == {"a": "late", "b": "fix"}


def test_each_rung_has_its_own_deadline_and_the_whole_has_one(monkeypatch):
    _, _, outcomes, took = climb(monkeypatch, [rung("a", 2.0), rung("b", 5.0)], (3.0, "a", fix(5.0), "fix"))
    assert outcomes == {"a": "late", "b": "late"}
    assert took == pytest.approx(5.0)
    assert climb(monkeypatch, [rung("a", 200.0)], seconds=8.0)[3] == pytest.approx(8.0)


def test_no_rung_left_is_the_end(monkeypatch):
    best, found, outcomes, took = climb(
        monkeypatch,
        [rung("a"), rung("b")],
        (0.2, "a", None, "failed"),
        (0.3, "b", fix(at=(0.0, 0.0)), "fix"),
        (0.3, "b", None, "nothing"),
    )
    assert (best, found, took) == (None, None, 0.3)
    assert outcomes == {"a": "failed", "b": "zero"}


def test_a_liar_does_not_beat_the_truth(monkeypatch):
    lies = [fix(at=(0.0, 0.0)), fix(at=(999.0, 1.0)), fix(-5.0), fix(age=-9999.0), fix(age=1e9), fix(at=(math.nan, 1.0))]
    events = [(0.1, "a", lie, "fix") for lie in lies]
    best, found, _, _ = climb(monkeypatch, [rung("a"), rung("b")], *events, (0.5, "b", fix(2000.0), "fix"))
    assert (best, found) == ("b", fix(2000.0))


def test_a_rung_that_lies_first_may_mend_itself(monkeypatch):
    best, _, outcomes, _ = climb(monkeypatch, [rung("a")], (0.1, "a", fix(at=(0.0, 0.0)), "fix"), (0.9, "a", fix(9.0), "fix"))
    assert (best, outcomes) == ("a", {"a": "fix"})


def test_a_rung_that_never_stops_talking_is_bounded(monkeypatch):
    events = [(count / 100, "a", fix(20_000.0), "fix") for count in range(5000)]
    assert climb(monkeypatch, [rung("a")], *events)[3] == pytest.approx(8.0, abs=0.02)


def test_a_wait_is_told_once_and_a_short_one_not_at_all(monkeypatch):
    told = []
    climb(monkeypatch, [rung("a")], tell=lambda: told.append(1))
    assert told == [1]
    climb(monkeypatch, [rung("a")], (0.5, "a", None, "absent"), tell=lambda: told.append(2))
    assert told == [1]


@pytest.fixture
def fake(monkeypatch):
    def add(name, ask):
        monkeypatch.setitem(sys.modules, "safetravel_cli.geo.rungs.fake_" + name, SimpleNamespace(ask=ask))
        return rung(name)

    return add


def test_rungs_run_side_by_side_and_a_hanging_one_delays_nobody(fake):
    release, both = threading.Event(), threading.Barrier(2, timeout=10)

    def hang(env, detail):
        both.wait()
        release.wait(30)
        yield fix()

    def answer(env, detail):
        # Gets past the barrier only where the other runs at the same time.
        both.wait()
        yield fix(7.0)

    def broken(env, detail):
        raise ZeroDivisionError

    def refuse(env, detail):
        raise Refused("denied", "by its owner")
        yield

    def silent(env, detail):
        return iter(())

    rungs = [fake("hang", hang), fake("broken", broken), fake("refuse", refuse), fake("silent", silent), fake("good", answer)]
    best, found, outcomes = ladder.climb(Env({}, now=lambda: NOW), rungs, 30.0)
    release.set()
    assert (best.name, found) == ("good", fix(7.0))
    words = {row["rung"]: row["outcome"] for row in outcomes}
    assert words["hang"] == "not_waited"
    assert words["broken"] in ("failed", "not_waited")
    assert words["refuse"] in ("denied", "not_waited")


def test_a_broken_or_missing_module_is_a_failed_rung(fake):
    inbox = SimpleQueue()
    _, _, (outcome,) = ladder.climb(Env({}, now=lambda: NOW), [rung("nowhere")], 30.0, inbox=inbox)
    assert (outcome["outcome"], outcome["detail"]) == ("failed", "ModuleNotFoundError")
