"""`sync reset`: take away all that `sync` fetched, so that the bundled facts answer alone."""

import os

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.store import history, lock, overlay, packs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

SECONDS = 10.0


def answer_reset(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Remove what was fetched, places and the history of changes too: `removed` tells how many files there were.

    Alerts, settings and the saved place stay.

    Raises:
        UsageError: a file cannot be removed.
    """
    path = paths.overlay_file(env.environ)
    removed = 0
    try:
        if os.path.isdir(os.path.dirname(path)):
            with lock.held(path + ".lock", SECONDS):
                removed = sum(map(_remove, (path, path + "-journal", path + ".bad")))
                overlay.forget()
                removed += packs.remove_own(env.environ) + history.remove(env.environ)
    except OSError as error:
        reason = error.strerror or str(error)
        raise errors.UsageError("sync.not_removed", path=os.path.dirname(path), reason=reason) from None
    return Answer({"removed": removed})


def _remove(path: str) -> bool:
    try:
        os.remove(path)
    except FileNotFoundError:
        return False
    return True
