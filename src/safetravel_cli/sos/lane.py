"""A lane: one thread that hands the jobs of a channel to it, one after another. It never touches the database.

A channel that does not come back is left to itself: its thread is a daemon and ends with the process, and each built-in
step looks at the deadline before it begins.
"""

import collections
import threading

from safetravel_cli.sos import channels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.channels import Job, Result

# How long a channel may take to say goodbye.
END_SECONDS = 3.0


class Lane:
    """Hold the thread of one lane, and what it works on; `wake` is set when there is an answer."""

    __slots__ = ("_channel", "_wake", "answers", "deadline", "lost", "row", "session")

    def __init__(self, name: str, wake: threading.Event) -> None:
        self._channel = channels.load(name)
        self._wake = wake
        self.answers: collections.deque[Result] = collections.deque()
        self.session: dict[str, Any] = {}
        self.deadline = 0.0
        self.lost = False
        self.row: dict[str, Any] | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a try is under way."""
        return self.row is not None

    def give(self, row: "dict[str, Any]", job: "Job") -> None:
        """Let a try begin."""
        self.row = row
        self.deadline = job.deadline
        threading.Thread(target=_carry, args=(self._channel, job, self.answers, self._wake), daemon=True).start()

    def take(self) -> "tuple[dict[str, Any], Result]":
        """Return the row that was tried and what came of it; the lane is free then."""
        row, self.row = self.row, None
        assert row is not None
        return row, self.answers.popleft()

    def abandon(self) -> "dict[str, Any]":
        """Give a try up whose channel does not come back; the lane gets nothing more in this pass."""
        row, self.row = self.row, None
        self.lost = True
        assert row is not None
        return row

    def end(self) -> None:
        """Let the channel let go of what it kept, not for long."""
        close = getattr(self._channel, "close", None)
        if self.busy or self.lost or not close or not self.session:
            return
        thread = threading.Thread(target=_close, args=(close, self.session), daemon=True)
        thread.start()
        thread.join(END_SECONDS)


def _carry(channel: "Any", job: "Job", answers: "collections.deque[Result]", wake: threading.Event) -> None:
    try:
        if channel is None:
            result = channels.Result("needs_you", "no_channel", whole=True)
        elif not _may_write(channel, job):
            result = channels.Result("needs_you", "reserved")
        else:
            from safetravel_cli.sos import family

            # In the thread of the lane: a large file holds up nobody else.
            job = family.prepared(job)
            result = family.noted(channels.Result(*channel.send(job)), job)
            if result.state not in channels.STATES:
                result = channels.Result("retry", "defect", str(result.state)[:60])
    except BaseException as error:
        # A channel of others may fail in any way. Whether it had sent by then nobody knows.
        result = channels.Result("uncertain", "defect", type(error).__name__)
    answers.append(result)
    wake.set()


def _may_write(channel: "Any", job: "Job") -> bool:
    from safetravel_cli.sos import reserved

    own = getattr(channel, "reserved", reserved.is_reserved)
    return not reserved.only(job.settings.environ) or bool(own(job.rcpt))


def _close(close: "Any", session: "dict[str, Any]") -> None:
    try:
        close(session)
    except Exception:
        pass
