"""What goes to family and friends: a copy without what the camera wrote into a file (place, time, device, owner).

A mission gets the file as it is: there it is evidence. Where no copy can be made the file goes all the same, because an alert
is an emergency, and everything that carries it says what it may hold. How a form is copied stands in sos/strip: in pure
Python, by ffmpeg, by Pillow.
"""

import os
import time

from safetravel_cli.sos import durable
from safetravel_cli.sos.strip import ENDINGS, container, redrawn, strip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetravel_cli.sos.channels import Job, Result

PREFIX = "family-"
FFMPEG_SECONDS = 120.0
# What a channel notes of what it took, and that matters less than what the file may hold.
LESSER = ("", "document")


def prepared(job: "Job") -> "Job":
    """Return the job with the copy in the place of the file.

    Its part says `metadata`: stripped, or held where no copy can be made; and `copy_mime` where the copy is of another form.
    """
    if not job.media or job.role == "mission":
        return job
    # What is left of the time of the try is for the sending.
    seconds = min(FFMPEG_SECONDS, max(0.0, job.deadline - time.monotonic()) / 2)
    path = copy(job.media, job.kind, job.settings.environ, seconds)
    part = {**job.part, "metadata": "stripped" if path else "held"}
    if path and container.ending(path) != container.ending(job.media):
        part["copy_mime"] = redrawn.becomes(container.ending(job.media))[1]
    return job._replace(media=path or job.media, part=part)


def noted(result: "Result", job: "Job") -> "Result":
    """Return what came of a try, with the note that the file went as it is, where that is so."""
    as_it_is = result.state == "accepted" and job.part.get("metadata") == "held" and result.note in LESSER
    return result._replace(note="as_is") if as_it_is else result


def possible(path: str, kind: str, environ: "Mapping[str, str]") -> bool:
    """Tell by the form of a file whether a copy should come of it; damage is seen only when it is made. Raises nothing."""
    form = container.ending(path)
    if form in ENDINGS:
        return True
    if kind == "photo":
        return redrawn.possible(form)
    from safetravel_cli.sos.channels import program

    return form in container.FORMS and bool(program.find("ffmpeg", environ))


def copy(path: str, kind: str, environ: "Mapping[str, str]", seconds: float = FFMPEG_SECONDS) -> str:
    """Return the path of the copy, made once and kept beside the file; "" where none can be made."""
    there = twin(path)
    if os.path.isfile(there):
        return there
    form = container.ending(path)
    try:
        octets = b""
        if form in ENDINGS:
            with open(path, "rb") as file:
                octets = strip(file.read())
        elif kind == "photo" and form in redrawn.FORMS:
            octets = redrawn.draw(path, form)
        if octets:
            return _keep(there, octets)
        return "" if kind == "photo" else container.copy(path, there, kind, environ, seconds)
    except (OSError, ValueError, MemoryError):
        return ""


def twin(path: str) -> str:
    """Return the path of the copy of a file, with the ending of its own form."""
    name, form = os.path.basename(path), redrawn.becomes(container.ending(path))[0]
    return os.path.join(os.path.dirname(path), PREFIX + (os.path.splitext(name)[0] + "." + form if form else name))


def _keep(path: str, octets: bytes) -> str:
    def fill(handle: int) -> str:
        durable.write_all(handle, octets)
        return os.path.basename(path)

    return durable.write_new(os.path.dirname(path), fill)
