"""How far a run of `sync` is, on one line of a terminal that is drawn again and again."""

import time

from safetravel_cli.env import is_terminal
from safetravel_cli.i18n import Say
from safetravel_cli.pages.sync import size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.net.http import Meter

# Seconds between two drawings.
PACE = 0.1


class Progress:
    """Draw sources done, bytes, bytes a second and the seconds that are left at most; on a terminal in the rich view alone.

    The plain view has one line that says what is asked, the JSON view and a file or pipe nothing.
    """

    def __init__(self, env: "Env", count: int, seconds: float) -> None:
        self.env = env
        self.count = count
        self.done = 0
        self.meter: Meter | None = None
        self._began = time.monotonic()
        self._ends = self._began + seconds
        self._drawn = 0.0
        self._width = 0
        self._on = env.view == "rich" and is_terminal(env.stderr)
        if env.view == "plain" and is_terminal(env.stderr):
            env.stderr.write(Say(env.language)("sync.asking", count=count) + "\n")

    def tell(self) -> None:
        """Draw the line anew, not more often than an eye can follow."""
        if self._on and time.monotonic() - self._drawn >= PACE:
            self.draw()

    def draw(self) -> None:
        """Draw the line anew."""
        if not self._on or not self.meter:
            return
        self._drawn = now = time.monotonic()
        say = Say(self.env.language)
        rate = self.meter.received / max(now - self._began, 0.001)
        left = max(self._ends - now, 0.0)
        words = say(
            "sync.progress",
            done=self.done,
            count=self.count,
            size=size(self.meter.received, say),
            rate=size(int(rate), say),
            left=say.number(round(left)),
        )
        self._put(words[: (self.env.columns or 80) - 1])

    def close(self) -> None:
        """Take the line away."""
        if self._on and self._width:
            self._put("")

    def _put(self, words: str) -> None:
        try:
            self.env.stderr.write("\r" + words.ljust(self._width) + ("" if words else "\r"))
            self.env.stderr.flush()
        except (OSError, ValueError):
            self._on = False
        self._width = len(words)
