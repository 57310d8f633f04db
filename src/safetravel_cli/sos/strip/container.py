"""Videos, and sound in containers: ffmpeg, where it is installed, copies the streams into a new file and writes nothing else.

Covers, chapters, subtitles and the data tracks in which cameras keep their positions are streams too: they are not copied.
"""

import os
import time

from safetravel_cli.sos import durable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# Endings, and the containers that take their streams: the second where a camera filled the first with what it may not hold.
FORMS = {
    "mp4": ("mp4", "mov"),
    "m4a": ("ipod", "mov"),
    "3gp": ("3gp", "mp4"),
    "mov": ("mov",),
    "webm": ("webm", "matroska"),
    "avi": ("avi",),
    "ogg": ("ogg",),
    "amr": ("amr",),
    "mp3": ("mp3",),
    "aac": ("adts",),
    "flac": ("flac",),
    "wav": ("wav",),
}
# No name of the program, no time of the copying.
PLAIN = ["-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
PLAIN += ["-flags:a", "+bitexact"]


def ending(path: str) -> str:
    """Return the ending of a file, without its dot."""
    return os.path.splitext(path)[1][1:]


def copy(path: str, there: str, kind: str, environ: "Mapping[str, str]", seconds: float) -> str:
    """Write the copy of a video or a recording; return its path, "" where none can be made in so many seconds."""
    from safetravel_cli.sos.channels import program

    found = program.find("ffmpeg", environ)
    deadline = time.monotonic() + seconds
    for form in FORMS.get(ending(path), ()) if found else ():
        passing = os.path.join(os.path.dirname(there), ".tmp-" + os.urandom(8).hex())
        try:
            os.close(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            done = program.run(command(found, path, passing, kind, form), b"", deadline, environ)
            if not done.code and os.path.getsize(passing):
                _settle(passing, there)
                return there
        except (program.Failed, OSError):
            return ""
        finally:
            if os.path.exists(passing):
                os.unlink(passing)
    return ""


def command(ffmpeg: str, path: str, passing: str, kind: str, form: str) -> "list[str]":
    """Return the argument list; of a recording in a container of videos its picture is copied too, but no cover."""
    pictures = kind == "video" or ending(path) in ("mp4", "mov", "3gp", "webm")
    streams = ["-map", "0:V?", "-map", "0:a?"] if pictures else ["-map", "0:a"]
    plain = [*PLAIN, "-id3v2_version", "0"] if form == "mp3" else PLAIN
    return [ffmpeg, "-nostdin", "-v", "error", "-y", "-i", path, *streams, *plain, "-c", "copy", "-f", form, passing]


def _settle(passing: str, there: str) -> None:
    """Give the copy its name once its bytes are on the medium."""
    handle = os.open(passing, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        durable.sync_file(handle)
    finally:
        os.close(handle)
    os.replace(passing, there)
    durable.sync_folder(os.path.dirname(there))
