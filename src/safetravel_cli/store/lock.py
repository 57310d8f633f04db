"""A lock that one process holds at a time, on a file beside what it guards; the system lets go of it when the process ends."""

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

PAUSE = 0.02


class held:  # noqa: N801
    """Hold the lock file `path` inside a `with`; wait up to `seconds` for it.

    Raises:
        OSError: the file cannot be made, or another process has not let go of it in time.
    """

    def __init__(self, path: str, seconds: float) -> None:
        self.path = path
        self.seconds = seconds

    def __enter__(self) -> None:
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        ends = time.monotonic() + self.seconds
        while True:
            try:
                _take(self.file)
                return
            except OSError:
                if time.monotonic() > ends:
                    os.close(self.file)
                    raise
            time.sleep(PAUSE)

    def __exit__(self, kind: "type[BaseException] | None", error: "BaseException | None", trace: "TracebackType | None") -> None:
        os.close(self.file)


def _take(file: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
