"""A defect of ours: a file for us, nothing secret in it."""

import os

from safetravel_cli import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def keep(command: str, error: Exception, env: "Env") -> str:
    """Keep the traceback of a defect in a file and return its path, "" where nothing can be written.

    The report has no arguments, variables or paths of the person: only the lines of our code that were running.
    """
    import tempfile
    import traceback

    from safetravel_cli import __version__

    frames = [
        f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    text = "\n".join([f"safetravel {__version__}", f"command: {command}", type(error).__name__, *frames]) + "\n"
    for folder in (paths.data_dir(env.environ), tempfile.gettempdir()):
        try:
            os.makedirs(folder, 0o700, exist_ok=True)
            handle, place = tempfile.mkstemp(".txt", "safetravel-report-", folder)
            with os.fdopen(handle, "w") as file:
                file.write(text)
        except OSError:
            continue
        return place
    return ""
