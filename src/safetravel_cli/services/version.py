"""What is installed."""

from safetravel_cli import __version__, errors
from safetravel_cli.domain.answer import Answer
from safetravel_cli.store.snapshot import open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the version of the program and the date and id of the bundled facts (blank where they cannot be read)."""
    date = identity = ""
    try:
        snapshot = open_snapshot(env)
        date, identity = snapshot.meta("date"), snapshot.meta("content_sha256")[:12]
    except errors.SnapshotError:
        pass
    return Answer({"version": __version__, "snapshot_date": date, "snapshot_id": identity})
