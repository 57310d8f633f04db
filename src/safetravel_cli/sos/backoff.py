"""When to try again: pauses that grow, a little of chance in each, and a clock that a jump does not fool.

A time is written down twice: on the wall clock, and on a steady one with its name. The steady clock counts where it is
the same one; where it is not (after a restart; in another process where the system has no steady clock that processes
share) the wall clock counts, and a time that lies further off than any pause could have put it is now.
"""

import time
from collections import namedtuple

PAUSES = (0.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0)
FOREGROUND = 300.0
BACKGROUND = 900.0
# No pause is longer: what seems further away is the fault of a clock.
FAR = 2 * BACKGROUND
JITTER = 0.2
BOOT_ID = "/proc/sys/kernel/random/boot_id"

# `wall`: seconds UTC; `steady`: seconds of the clock called `clock`.
Moment = namedtuple("Moment", "wall steady clock")
_clock = ""


def now(wall: float) -> Moment:
    """Return this moment; `wall` is what the wall clock of the caller says."""
    global _clock
    if not _clock:
        _clock = _name()
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    # The time since the start of the machine, sleep included, is the same for all processes.
    steady = time.clock_gettime(boot_time) if boot_time is not None and _clock.startswith("boot-") else time.monotonic()
    return Moment(wall, steady, _clock)


def _name() -> str:
    if hasattr(time, "CLOCK_BOOTTIME"):
        try:
            with open(BOOT_ID, encoding="ascii") as file:
                return "boot-" + file.read(64).strip()
        except (OSError, ValueError):
            pass
    import os

    return "process-" + os.urandom(8).hex()


def pause(step: int, cap: float = BACKGROUND, chance: "float | None" = None) -> float:
    """Return the seconds to wait after the `step`-th failure in a row, 20 percent more or less by chance (0 to 1)."""
    base = min(PAUSES[min(max(step, 0), len(PAUSES) - 1)], cap)
    if chance is None:
        import os

        chance = int.from_bytes(os.urandom(2), "big") / 65535
    return base * (1 + JITTER * (2 * chance - 1))


def remaining(next_at: float, steady: float, clock: str, moment: Moment) -> float:
    """Return the seconds until a time that was written down; 0 where it has come, or lies where no pause could put it."""
    left = steady - moment.steady if clock and clock == moment.clock else next_at - moment.wall
    return left if 0 < left <= FAR else 0.0


# The same as `remaining(...) == 0` in the words of SQLite, for columns next_at, steady, clock.
DUE = (
    "((clock <> '' AND clock = :clock AND (steady <= :steady OR steady > :steady + :far))"
    " OR ((clock = '' OR clock <> :clock) AND (next_at <= :wall OR next_at > :wall + :far)))"
)


def values(moment: Moment) -> "dict[str, object]":
    """Return the values that DUE needs."""
    return {"wall": moment.wall, "steady": moment.steady, "clock": moment.clock, "far": FAR}
