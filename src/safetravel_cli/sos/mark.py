"""The mark: a file beside the outbox that lies there as long as an alert waits to leave.

Any command looks for it with one `stat` and starts a waiter that has died anew. The waiter of an older version, and one
that is about to end, learn from it that there is more to do: each time something is queued, the mark is written anew.
"""

import os

from safetravel_cli import __version__, paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

NAME = "waiting"
# Set to "no": nothing is started in the background, and no command looks after it. For tests and for those who mean it.
SWITCH = "SAFETRAVEL_WAITER"


def put(folder: str) -> None:
    """Write the mark: this version, and something that no earlier mark held. It is on the medium when this returns.

    Raises:
        OSError: it cannot be written.
    """
    from safetravel_cli.sos import durable

    def fill(handle: int) -> str:
        durable.write_all(handle, f"{__version__} {os.urandom(8).hex()}\n".encode())
        return NAME

    durable.make_folder(folder)
    durable.write_new(folder, fill)


def read(folder: str, name: str = NAME) -> str:
    """Return what the mark holds, "" where there is none."""
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read(200).decode("ascii", "replace").strip()
    except OSError:
        return ""


def version(held: str) -> str:
    """Return the version that wrote a mark."""
    return held.partition(" ")[0]


def lift(folder: str, seen: str) -> bool:
    """Take the mark away, unless it was written anew since it held `seen`; tell whether it is away.

    The mark is moved aside before it is compared: one that is written in between keeps its place.
    """
    aside = os.path.join(folder, ".tmp-" + os.urandom(8).hex())
    try:
        os.replace(os.path.join(folder, NAME), aside)
    except OSError:
        return not read(folder)
    fresh = read(folder, os.path.basename(aside)) != seen
    if fresh and not read(folder):
        os.replace(aside, os.path.join(folder, NAME))
        return False
    os.unlink(aside)
    return not fresh and not read(folder)


def check(env: "Env") -> None:
    """Start the waiter anew where an alert waits and none is running, and say so in one line on standard error.

    Called after a command when the mark lies there (`paths.mark_file`). With --json nothing is said. Raises nothing.
    """
    try:
        if env.environ.get(SWITCH) != "no":
            _check(paths.outbox_dir(env.environ), env)
    except Exception:
        # The command itself was answered; the next one looks again.
        pass


def _check(folder: str, env: "Env") -> None:
    from safetravel_cli.sos import waiter

    if waiter.running(folder) == __version__:
        return
    seen = read(folder)
    from safetravel_cli.sos import queue

    if not queue.open_count(folder):
        lift(folder, seen)
        return
    if waiter.ensure(folder, env, late=True) == waiter.STARTED and not env.silent and env.view != "json":
        from safetravel_cli.i18n import Say

        env.stderr.write(Say(env.language)("autosend.goes_on") + "\n")
