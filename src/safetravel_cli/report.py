"""A defect of ours: one line for the person, a file for us, nothing secret in it."""

import os

from safetravel_cli import exits, paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def defect(command: str, error: Exception, env: "Env") -> int:
    """Say that we failed and keep the traceback in a file; without a place to write, in the message only.

    The report has no arguments, variables or paths of the person: only the lines of our code that were running.
    """
    import tempfile
    import traceback

    from safetravel_cli import __version__
    from safetravel_cli.i18n import Say

    frames = [
        f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    text = "\n".join([f"safetravel {__version__}", f"command: {command}", type(error).__name__, *frames]) + "\n"
    place = ""
    for folder in (paths.data_dir(env.environ), tempfile.gettempdir()):
        try:
            os.makedirs(folder, 0o700, exist_ok=True)
            handle, place = tempfile.mkstemp(".txt", "safetravel-report-", folder)
            with os.fdopen(handle, "w") as file:
                file.write(text)
            break
        except OSError:
            place = ""
    say = Say(env.language)
    words = say("errors.defect", reason=type(error).__name__, report=place or "-").replace("|", "\n")
    env.stderr.write(words + "\n")
    return exits.DEFECT
