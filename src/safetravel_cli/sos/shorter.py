"""The beginning of a video or a recording, small, for a server that does not take the whole: by ffmpeg, where it is installed.

A phone's video of a minute is a hundred megabytes; half a minute of 360 lines is about one, and shows what happens.
"""

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "short-"
SECONDS = {"video": 30, "audio": 600}
ENDINGS = {"video": (".mp4", "video/mp4"), "audio": (".m4a", "audio/mp4")}
PICTURE = [
    "-map",
    "0:V:0",
    "-map",
    "0:a:0?",
    "-vf",
    "scale=-2:360",
    "-pix_fmt",
    "yuv420p",
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
]
FORMS = {
    "video": [*PICTURE, "-crf", "30", "-c:a", "aac", "-b:a", "48k", "-movflags", "+faststart", "-f", "mp4"],
    "audio": ["-map", "0:a:0", "-c:a", "aac", "-ac", "1", "-b:a", "24k", "-movflags", "+faststart", "-f", "ipod"],
}


def possible(kind: str, environ: "Mapping[str, str]") -> bool:
    """Tell whether ffmpeg is there, and the kind is one that has a beginning."""
    from safetravel_cli.sos.channels import program

    return kind in FORMS and bool(program.find("ffmpeg", environ))


def twin(path: str, kind: str) -> str:
    """Return the path of the beginning of a file."""
    return os.path.join(os.path.dirname(path), PREFIX + os.path.splitext(os.path.basename(path))[0] + ENDINGS[kind][0])


def make(path: str, kind: str, environ: "Mapping[str, str]", seconds: float) -> bytes:
    """Return the beginning of a file, made once and kept beside it; nothing of its metadata is in it.

    Raises:
        ValueError: it cannot be made in so many seconds.
    """
    there = twin(path, kind)
    passing = os.path.join(os.path.dirname(there), ".tmp-" + os.urandom(8).hex())
    try:
        if not os.path.isfile(there):
            os.close(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            _run(path, passing, kind, environ, seconds)
            os.replace(passing, there)
        with open(there, "rb") as file:
            return file.read()
    except OSError as error:
        raise ValueError(type(error).__name__) from None
    finally:
        if os.path.exists(passing):
            os.unlink(passing)


def _run(path: str, passing: str, kind: str, environ: "Mapping[str, str]", seconds: float) -> None:
    from safetravel_cli.sos.channels import program

    argv = [program.find("ffmpeg", environ), "-nostdin", "-v", "error", "-y", "-i", path, "-t", str(SECONDS[kind])]
    try:
        done = program.run(
            [*argv, "-map_metadata", "-1", "-map_chapters", "-1", *FORMS[kind], passing], b"", time.monotonic() + seconds, environ
        )
    except program.Failed as failure:
        raise ValueError(failure.word) from None
    if done.code or not os.path.getsize(passing):
        raise ValueError("ffmpeg")
