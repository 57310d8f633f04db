"""Record video or sound for an alert with what the device has: ffmpeg, or Termux:API for the microphone of a telephone.

Bounded in every way: the seconds asked for, the time until a device gives anything, and the end of the program, by its own
process id. What is recorded lies in the folder of the outbox under a passing name until it is kept as evidence. An MPEG-4 in
fragments of a second: whatever ends the program, all but the last of them can be played.

ffmpeg: https://ffmpeg.org/ffmpeg-devices.html. Termux:API: its MicRecorder refuses a file that is there, and goes on by
itself until the limit or `-q`.
"""

import os
import sys
import time
from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from threading import Event

LONGEST_SECONDS = 120
# Until a camera gives its first picture; until a program that was told to end has ended; one call of Termux:API.
START_SECONDS = 12.0
END_SECONDS = 3.0
CALL_SECONDS = 15.0
LOOK_SECONDS = 0.1
FFMPEG, MICROPHONE = "ffmpeg", "termux-microphone-record"
KINDS = ("video", "audio")
PLATFORM = sys.platform
# By sys.platform: cameras and microphones in the order in which they are tried. On Windows each device has a name of its own.
INPUTS: "dict[str, dict[str, tuple[str, ...]]]" = {
    "linux": {"video": ("v4l2:/dev/video0",), "audio": ("pulse:default", "alsa:default")},
    "darwin": {"video": ("avfoundation:0",), "audio": ("avfoundation::0",)},
}
# 480 lines at about half a megabit a second: half a minute passes most mail servers.
SMALL = "scale='trunc(min(854,iw)/2)*2':-2"
PICTURE = ["-vf", SMALL, "-pix_fmt", "yuv420p", "-preset", "veryfast", "-crf", "28", "-maxrate", "900k", "-bufsize", "1800k"]
SOUND = ["-c:a", "aac", "-ac", "1", "-b:a", "64k"]
PIECES = ["-frag_duration", "1000000", "-movflags", "+empty_moov+default_base_moof", "-flush_packets", "1"]
# What ffmpeg and the system say, in small letters, and our own word for it; the first that fits holds.
SAID = (
    ("permission denied", "denied"),
    ("not permitted", "denied"),
    ("no space left", "disk_full"),
    ("busy", "busy"),
    ("no such file", "no_device"),
    ("no such device", "no_device"),
    ("cannot open", "no_device"),
    ("could not find", "no_device"),
    ("connection refused", "no_device"),
    ("unknown input format", "no_device"),
)

# The file that was recorded, "" where none; why not, by a word of i18n/record.py; the program's own last words.
Taken = namedtuple("Taken", "path word said", defaults=("", "", ""))


def lacks(kind: str, held: "Mapping[str, str]", environ: "Mapping[str, str]") -> str:
    """Return why nothing of this kind can be recorded here, by a word of i18n/record.py; "" where it can be tried.

    `held` are the settings `capture.video_input` and `capture.audio_input`, blank for what the device has.
    """
    if _by_termux(kind, held, environ):
        return "" if kind == "audio" and _find(MICROPHONE, environ) else "termux_" + kind
    if not _find(FFMPEG, environ):
        return "no_ffmpeg"
    return "" if _inputs(kind, held) else "no_input"


def _by_termux(kind: str, held: "Mapping[str, str]", environ: "Mapping[str, str]") -> bool:
    """Tell whether this is a telephone with Termux, where no program may open camera or microphone but through the API."""
    return not held.get(f"capture.{kind}_input") and "com.termux" in environ.get("PREFIX", "")


def _find(name: str, environ: "Mapping[str, str]") -> str:
    from safetravel_cli.sos.channels import program

    return program.find(name, environ)


def _inputs(kind: str, held: "Mapping[str, str]") -> "list[str]":
    """Return the devices of a kind as FORMAT:INPUT, in the order in which they are tried."""
    own = held.get(f"capture.{kind}_input", "")
    return [own] if own else list(INPUTS.get(PLATFORM, {}).get(kind, ()))


def take(kind: str, seconds: int, folder: str, held: "Mapping[str, str]", environ: "Mapping[str, str]", stop: "Event") -> Taken:
    """Record for so many seconds, or until `stop` is set; the file lies in `folder`, for its owner alone. Raises nothing.

    Whoever takes the file removes it.
    """
    word = lacks(kind, held, environ)
    if word:
        return Taken(word=word)
    path = os.path.join(folder, ".tmp-" + os.urandom(8).hex() + (".mp4" if kind == "video" else ".m4a"))
    try:
        from safetravel_cli.sos import durable

        durable.make_folder(folder)
        way = _with_termux if _by_termux(kind, held, environ) else _with_ffmpeg
        taken: Taken = way(kind, seconds, path, held, environ, stop)
    except Exception as error:
        taken = Taken(word="failed", said=type(error).__name__)
    if not taken.path:
        remove(path)
    return taken


def remove(path: str) -> None:
    """Remove a recording that nobody needs any more."""
    try:
        os.unlink(path)
    except OSError:
        pass


def usable(path: str) -> bool:
    """Tell whether an MPEG-4 can be played at all: it has a head that explains it, and something that was recorded."""
    found = set()
    try:
        with open(path, "rb") as file:
            end, at = os.fstat(file.fileno()).st_size, 0
            while at + 8 <= end:
                file.seek(at)
                head = file.read(16)
                size = int.from_bytes(head[8:16] if head[:4] == b"\0\0\0\1" else head[:4], "big") or end - at
                if size < 8:
                    break
                if size > 8 and at + 8 < end:
                    found.add(head[4:8])
                at += size
    except OSError:
        return False
    return {b"moov", b"mdat"} <= found


def _with_ffmpeg(
    kind: str, seconds: int, path: str, held: "Mapping[str, str]", environ: "Mapping[str, str]", stop: "Event"
) -> Taken:
    """Try the devices one after another, a camera with each microphone and then alone, until something is recorded."""
    deadline = time.monotonic() + seconds + START_SECONDS
    own = _inputs(kind, held)
    tries = [[one, sound] for one in own for sound in _inputs("audio", held)] if kind == "video" else []
    taken = Taken(word="nothing")
    for inputs in [*tries, *[[one] for one in own]]:
        # Made first, so that it is for its owner alone; ffmpeg writes into it.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        taken = _run(command(_find(FFMPEG, environ), kind, inputs, seconds, path), deadline, environ, stop)
        if usable(path):
            return Taken(path)
        if stop.is_set():
            return Taken(word="stopped")
        if taken.word == "hangs":
            return taken
    return taken


def command(ffmpeg: str, kind: str, inputs: "list[str]", seconds: int, path: str) -> "list[str]":
    """Return the argument list that records from devices given as FORMAT:INPUT, the camera first."""
    argv = [ffmpeg, "-nostdin", "-hide_banner", "-v", "error", "-y"]
    for number, one in enumerate(inputs):
        form, _, name = one.partition(":")
        # What macOS takes for granted, 29.97 pictures a second, its own cameras refuse.
        rate = ["-framerate", "30"] if form == "avfoundation" and kind == "video" and number == 0 else []
        argv += [*rate, "-thread_queue_size", "512", "-f", form, "-i", name]
    argv += ["-t", str(seconds), "-map_metadata", "-1"]
    if kind == "video":
        argv += ["-map", "0:v:0", *(["-map", "1:a:0", *SOUND] if len(inputs) > 1 else []), *PICTURE]
        return [*argv, *PIECES, "-f", "mp4", path]
    return [*argv, "-map", "0:a:0", *SOUND, *PIECES, "-f", "ipod", path]


def _run(argv: "list[str]", deadline: float, environ: "Mapping[str, str]", stop: "Event") -> Taken:
    """Run ffmpeg until it ends, `stop` is set or the deadline is over; then it ends, or is killed with what it started."""
    import subprocess
    import threading

    from safetravel_cli.sos import secret
    from safetravel_cli.sos.channels import program

    # A session of its own: a Ctrl-C of the terminal reaches only us, and we end it in good order.
    process = subprocess.Popen(
        argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=secret.without(environ),
        start_new_session=True,
    )  # fmt: skip
    assert process.stderr
    said, late = bytearray(), False
    reader = threading.Thread(target=program.keep, args=(process.stderr, said), daemon=True)
    reader.start()
    try:
        while process.poll() is None and not stop.is_set() and not late:
            stop.wait(LOOK_SECONDS)
            late = time.monotonic() > deadline
        if process.poll() is None:
            process.terminate()
            process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        if process.poll() is None:
            program.end(process)
        # Something that it left behind may hold its stream open.
        reader.join(END_SECONDS)
    return Taken(word="hangs") if late else _meaning(bytes(said))


def _meaning(octets: bytes) -> Taken:
    """Return what ffmpeg's complaint means, with its last line."""
    from safetravel_cli.sos import message

    text = octets.decode("utf-8", "replace")
    lines = [one for one in map(message.line, text.splitlines()) if one]
    word = next((word for words, word in SAID if words in text.lower()), "failed" if lines else "nothing")
    return Taken(word=word, said=lines[-1][:200] if lines else "")


def _with_termux(
    kind: str, seconds: int, path: str, held: "Mapping[str, str]", environ: "Mapping[str, str]", stop: "Event"
) -> Taken:
    """Let the telephone record to a file that is not there yet; it is told to stop whatever happens."""
    from safetravel_cli.sos.channels import program

    found = _find(MICROPHONE, environ)
    try:
        done = program.run([found, "-f", path, "-l", str(seconds), "-e", "aac"], b"", _soon(), environ)
        if done.code or not done.out.strip().startswith(b"Recording started"):
            return _refused(done.out or done.err)
        stop.wait(seconds + LOOK_SECONDS)
    except program.Failed as failure:
        return Taken(word="hangs" if failure.word == "program_timeout" else "termux_audio")
    finally:
        try:
            # Also where it said nothing: it may have begun all the same.
            program.run([found, "-q"], b"", _soon(), environ)
        except program.Failed:
            pass
    until = time.monotonic() + END_SECONDS
    # The head of the file is written when the telephone has closed it, which is after the answer.
    while not usable(path) and time.monotonic() < until:
        time.sleep(LOOK_SECONDS)
    if not usable(path):
        return Taken(word="stopped" if stop.is_set() else "nothing")
    from safetravel_cli.sos import durable

    durable.restrict(path, 0o600)
    return Taken(path)


def _soon() -> float:
    return time.monotonic() + CALL_SECONDS


def _refused(octets: bytes) -> Taken:
    """Return what an answer of Termux:API means that is no start: a permission that is missing comes as JSON with `error`."""
    import json

    text = octets.decode("utf-8", "replace")
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        held = None
    if isinstance(held, dict) and (held.get("error") or held.get("API_ERROR")):
        return Taken(word="termux_denied")
    return Taken(word="busy") if "already in progress" in text else _meaning(octets)
