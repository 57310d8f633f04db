"""Climb the rungs of a device together, and keep the best fix by one rule (docs/explanation/where.md).

A fix is worth the radius within which the traveller must be now: its accuracy, and what can be travelled since it was
taken. The smallest radius wins. What cannot be true is never a fix.
"""

import math
import time

from safetravel_cli.geo.rungs import Fix, Refused, Rung

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from queue import SimpleQueue
    from typing import Any

    from safetravel_cli.env import Env

    Inbox = SimpleQueue[tuple[Rung, Fix | None, str, str]]

# Metres a second that a traveller on land may have gone since a fix: a car on a road.
SPEED = 15.0
UNKNOWN_ACCURACY_M = 5_000.0
UNKNOWN_AGE_S = 600.0
# What is less exact than this may lie in another country; an older fix says where the journey was, not where it is.
COARSEST_M = 50_000.0
OLDEST_S = 86_400.0
CLOCKS_DIFFER_S = 60.0
# Devices write 0,0 where they mean "nothing": nobody lives within this many degrees of it.
ZERO_DEGREES = 0.001

# A fix this exact ends the climb; one good enough to name the mission ends it once the others have had their chance.
GOOD_M = 100.0
ENOUGH_M = 5_000.0
ENOUGH_AFTER_S = 3.0
# A person at a terminal is told after this long that something is being waited for.
SILENT_S = 0.7


def doubt(fix: Fix, now: float) -> str:
    """Return why a fix cannot be one: not_a_number, range, zero, accuracy, coarse, future or old; "" where it can."""
    if not (math.isfinite(fix.latitude) and math.isfinite(fix.longitude)):
        return "not_a_number"
    if abs(fix.latitude) > 90 or abs(fix.longitude) > 180:
        return "range"
    if abs(fix.latitude) < ZERO_DEGREES and abs(fix.longitude) < ZERO_DEGREES:
        return "zero"
    accuracy = fix.accuracy_m
    if accuracy is not None and not 0 < accuracy <= COARSEST_M:
        return "coarse" if COARSEST_M < accuracy < math.inf else "accuracy"
    if fix.taken is None:
        return ""
    if not math.isfinite(fix.taken) or fix.taken > now + CLOCKS_DIFFER_S:
        return "future"
    return "old" if now - fix.taken > OLDEST_S else ""


def radius(accuracy_m: "float | None", age_s: "float | None") -> float:
    """Return within how many metres a traveller must be now, by a fix of that accuracy and age."""
    accuracy = UNKNOWN_ACCURACY_M if accuracy_m is None else accuracy_m
    return accuracy + SPEED * (UNKNOWN_AGE_S if age_s is None else max(0.0, age_s))


def age(fix: Fix, now: float) -> "float | None":
    """Return the age of a fix in seconds, None where it tells no time."""
    return None if fix.taken is None else max(0.0, now - fix.taken)


def climb(
    env: "Env",
    rungs: "Sequence[Rung]",
    seconds: float,
    tell: "Callable[[], None]" = lambda: None,
    clock: "Callable[[], float]" = time.monotonic,
    inbox: "Inbox | None" = None,
) -> "tuple[Rung | None, Fix | None, list[dict[str, Any]]]":
    """Ask all rungs at once, for at most `seconds`; return the best rung with its fix, and what became of each.

    An outcome is {rung, outcome, detail, lat, lon, accuracy_m, age_s, after_s}: outcome is fix, late, not_waited, nothing,
    absent, busy, denied, failed or a word of `doubt`. `tell` is called once where it takes time. A rung that comes late
    goes on in the background and is not listened to any more.
    """
    from queue import SimpleQueue

    climber = _Climb(env, rungs, seconds, clock, inbox or SimpleQueue())
    for rung in rungs:
        _start(rung, env, climber.inbox)
    climber.listen(tell)
    return climber.best[0], climber.best[1], [climber.outcomes[rung.name] for rung in rungs]


class _Climb:
    """Hold what has been heard so far."""

    def __init__(self, env: "Env", rungs: "Sequence[Rung]", seconds: float, clock: "Callable[[], float]", inbox: "Inbox") -> None:
        self.env, self.clock, self.inbox = env, clock, inbox
        self.start = clock()
        self.due = {rung.name: self.start + min(rung.seconds, seconds) for rung in rungs}
        self.best: tuple[Rung | None, Fix | None] = (None, None)
        self.radius = math.inf
        self.outcomes: dict[str, dict[str, Any]] = {}
        for rung in rungs:
            self._note(rung.name, "not_waited")

    def listen(self, tell: "Callable[[], None]") -> None:
        """Take in what comes until a fix is good enough, all have ended, or the time is over."""
        from queue import Empty

        told = False
        while self._still():
            now = self.clock()
            until = min(self.due.values())
            until = until if told else min(until, self.start + SILENT_S)
            until = min(until, self.start + ENOUGH_AFTER_S) if self.radius <= ENOUGH_M else until
            try:
                self._hear(*self.inbox.get(timeout=max(0.0, until - now)))
            except Empty:
                if not told and self.clock() >= self.start + SILENT_S:
                    told = True
                    tell()

    def _still(self) -> bool:
        """Let go of the rungs whose time is over, and tell whether it is worth waiting on."""
        now = self.clock()
        for name in [name for name, due in self.due.items() if due <= now]:
            del self.due[name]
            if self.outcomes[name]["outcome"] == "not_waited":
                self._note(name, "late")
        after = ENOUGH_M if now - self.start >= ENOUGH_AFTER_S else GOOD_M
        return bool(self.due) and self.radius > after

    def _hear(self, rung: Rung, fix: "Fix | None", outcome: str, detail: str) -> None:
        if rung.name not in self.due:
            return
        if fix is None:
            del self.due[rung.name]
            if self.outcomes[rung.name]["outcome"] == "not_waited":
                self._note(rung.name, outcome, detail)
            return
        now = self.env.now()
        wrong = doubt(fix, now)
        worth = math.inf if wrong else radius(fix.accuracy_m, age(fix, now))
        known = self.outcomes[rung.name]
        if known["outcome"] != "fix" or worth < known["worth"]:
            self._note(rung.name, wrong or "fix", fix=fix, worth=worth)
        if worth < self.radius:
            self.best, self.radius = (rung, fix), worth

    def _note(self, name: str, outcome: str, detail: str = "", fix: "Fix | None" = None, worth: float = math.inf) -> None:
        old = age(fix, self.env.now()) if fix else None
        told = fix if fix and outcome == "fix" else None
        self.outcomes[name] = {
            "rung": name,
            "outcome": outcome,
            "detail": detail,
            "lat": told and told.latitude,
            "lon": told and told.longitude,
            "accuracy_m": told and told.accuracy_m,
            "age_s": None if old is None or not math.isfinite(old) else round(old),
            "after_s": round(self.clock() - self.start, 1),
            "worth": worth,
        }


def _start(rung: Rung, env: "Env", inbox: "Inbox") -> None:
    """Ask one rung on a thread that the end of the program does not wait for."""
    import threading

    try:
        threading.Thread(target=_ask, args=(rung, env, inbox), daemon=True).start()
    except RuntimeError as error:
        inbox.put((rung, None, "failed", str(error)))


def _ask(rung: Rung, env: "Env", inbox: "Inbox") -> None:
    """Put each fix of a rung into the inbox, and in the end why there is no other."""
    end = "nothing", ""
    try:
        module = __import__("safetravel_cli.geo.rungs." + rung.module, None, None, ["ask"])
        for fix in module.ask(env, rung.detail):
            inbox.put((rung, fix, "fix", ""))
    except Refused as error:
        end = error.reason, error.detail
    except Exception as error:
        end = "failed", type(error).__name__
    inbox.put((rung, None, *end))
