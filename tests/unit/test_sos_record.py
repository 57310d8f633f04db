"""Recording by ffmpeg and Termux:API: which program with which devices, bounded in time, and what becomes of each failure.

Small programs stand in for both; the real ffmpeg is tried in tests/faults.
"""

import os
import threading
import time

import pytest

from channel_kit import program
from record_kit import UNTIL_TOLD, WRITE
from safetravel_cli.sos import record

TERMUX = {"PREFIX": "/data/data/com.termux/files/usr"}
NOTE = "open(HERE + '/argv.jsonl', 'a').write(json.dumps(sys.argv[1:]) + chr(10))\n"
GOOD = WRITE + NOTE + "write(sys.argv[-1])"


def said(folder):
    with open(os.path.join(folder, "argv.jsonl")) as file:
        return [__import__("json").loads(line) for line in file]


@pytest.fixture
def take(tmp_path, monkeypatch):
    """Return `take(kind, seconds=1, held=..., **environ)` on a device of Linux whose programs lie in `take.folder`."""
    monkeypatch.setattr(record, "PLATFORM", "linux")
    folder, media = tmp_path / "bin", tmp_path / "media"
    folder.mkdir()

    def run(kind, seconds=1, held=None, stop=None, **environ):
        variables = {"PATH": str(folder), **environ}
        return record.take(kind, seconds, str(media), held or {}, variables, stop or threading.Event())

    run.folder, run.media = str(folder), str(media)
    yield run
    # What is not taken leaves nothing behind, whatever happened.
    assert [name for name in os.listdir(media) if name.startswith(".tmp-")] == [] if media.exists() else True


def taken(take, found):
    """Check that a recording is there, for its owner alone, and take it away."""
    assert found.path.startswith(take.media) and found.word == ""
    assert os.stat(found.path).st_mode & 0o777 == 0o600
    record.remove(found.path)


def test_a_camera_with_its_microphone(take):
    program(take.folder, "ffmpeg", GOOD)
    taken(take, take("video", 7))
    (argv,) = said(take.folder)
    assert argv[0] == "-nostdin"
    assert [argv[at + 1] for at, word in enumerate(argv) if word == "-i"] == ["/dev/video0", "default"]
    assert [argv[at + 1] for at, word in enumerate(argv) if word == "-f"] == ["v4l2", "pulse", "mp4"]
    assert argv[argv.index("-t") + 1] == "7"


def test_microphones_are_tried_in_turn_and_the_camera_alone_at_last(take):
    program(
        take.folder,
        "ffmpeg",
        WRITE + NOTE + "sys.exit('x: Connection refused') if 'default' in sys.argv else write(sys.argv[-1])",
    )
    taken(take, take("video"))
    forms = [[argv[at + 1] for at, word in enumerate(argv) if word == "-f"] for argv in said(take.folder)]
    assert forms == [["v4l2", "pulse", "mp4"], ["v4l2", "alsa", "mp4"], ["v4l2", "mp4"]]


def test_a_device_of_the_person_s_own_comes_first_and_alone(take):
    program(take.folder, "ffmpeg", GOOD)
    held = {"capture.video_input": "v4l2:/dev/video2", "capture.audio_input": "alsa:hw:1,0"}
    taken(take, take("video", held=held))
    taken(take, take("audio", held=held))
    video, audio = said(take.folder)
    assert [video[at + 1] for at, word in enumerate(video) if word == "-i"] == ["/dev/video2", "hw:1,0"]
    assert [audio[at + 1] for at, word in enumerate(audio) if word == "-i"] == ["hw:1,0"]
    # Also on a telephone, whose own camera no program may open.
    taken(take, take("video", held={"capture.video_input": "rtsp:rtsp://127.0.0.1/x"}, **TERMUX))


@pytest.mark.parametrize(("complaint", "word"), [
    ("[video4linux2] Cannot open video device /dev/video0: No such file or directory", "no_device"),
    ("/dev/video0: Permission denied", "denied"),
    ("/dev/video0: Device or resource busy", "busy"),
    ("av_interleaved_write_frame(): No space left on device", "disk_full"),
    ("Something that nobody foresaw", "failed"),
    ("", "nothing"),
])  # fmt: skip
def test_each_failure_has_its_word(take, complaint, word):
    program(take.folder, "ffmpeg", f"print({complaint!r}, file=sys.stderr)\nsys.exit({complaint and 1!r} or 0)")
    found = take("audio")
    assert (found.path, found.word) == ("", word)
    assert found.said == complaint


def test_what_cannot_be_played_is_no_recording(take):
    program(take.folder, "ffmpeg", "open(sys.argv[-1], 'wb').write(b'\\0\\0\\0\\x08moov' + bytes(400))")
    assert take("audio").word == "nothing"


def test_a_program_that_hangs_is_ended_in_time_with_what_it_started(take, monkeypatch):
    monkeypatch.setattr(record, "START_SECONDS", 0.3)
    monkeypatch.setattr(record, "END_SECONDS", 0.3)
    # It does not listen to being told, and neither does its child.
    program(take.folder, "ffmpeg", (
        "import signal, subprocess\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = os.fork()\nopen(HERE + ('/child' if not child else '/parent'), 'w').write(str(os.getpid()))\ntime.sleep(60)"
    ))  # fmt: skip
    begun = time.monotonic()
    assert take("audio").word == "hangs"
    assert time.monotonic() - begun < 10
    for name in ("parent", "child"):
        with open(os.path.join(take.folder, name)) as file:
            process = file.read()
        end = time.monotonic() + 10
        while _runs(process):
            assert time.monotonic() < end, name


def _runs(process):
    """Tell whether a process still works; one that has ended may wait for its parent to notice."""
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_what_was_recorded_until_it_is_stopped_is_kept(take):
    program(take.folder, "ffmpeg", WRITE + UNTIL_TOLD)
    stop = threading.Event()
    threading.Thread(target=_when, args=(os.path.join(take.folder, "runs"), stop.set), daemon=True).start()
    taken(take, take("video", 60, stop=stop))


def _when(path, then):
    end = time.monotonic() + 20
    while not os.path.exists(path) and time.monotonic() < end:
        os.sched_yield()
    then()


def test_stopped_before_anything_came(take):
    program(take.folder, "ffmpeg", "open(HERE + '/runs', 'w')\ntime.sleep(60)")
    stop = threading.Event()
    threading.Thread(target=_when, args=(os.path.join(take.folder, "runs"), stop.set), daemon=True).start()
    assert take("video", 60, stop=stop).word == "stopped"


def test_no_program_and_no_known_device(take, monkeypatch):
    assert take("video").word == take("audio").word == "no_ffmpeg"
    program(take.folder, "ffmpeg", GOOD)
    monkeypatch.setattr(record, "PLATFORM", "win32")
    assert take("video").word == "no_input"
    taken(take, take("video", held={"capture.video_input": "dshow:video=Kamera", "capture.audio_input": "dshow:audio=Mik"}))


def test_other_systems_have_their_own_devices(take, monkeypatch):
    monkeypatch.setattr(record, "PLATFORM", "darwin")
    program(take.folder, "ffmpeg", GOOD)
    taken(take, take("video"))
    (argv,) = said(take.folder)
    assert [argv[at + 1] for at, word in enumerate(argv) if word == "-i"] == ["0", ":0"] and "-framerate" in argv


MICROPHONE = (
    WRITE
    + NOTE
    + """
if sys.argv[1] == "-q":
    held = open(HERE + "/path").read() if os.path.exists(HERE + "/path") else ""
    print("Recording finished: " + held if held else "No recording to stop")
    if held:
        write(held)
else:
    path = sys.argv[sys.argv.index("-f") + 1]
    assert not os.path.exists(path), "the telephone refuses a file that is there"
    open(HERE + "/path", "w").write(path)
    print("Recording started: " + path + " " + chr(10) + "Max Duration: 00:01")
"""
)


def test_the_microphone_of_a_telephone(take):
    program(take.folder, "termux-microphone-record", MICROPHONE)
    # ffmpeg may be there: it cannot open the microphone.
    program(take.folder, "ffmpeg", "sys.exit(1)")
    taken(take, take("audio", 1, **TERMUX))
    begin, end = said(take.folder)
    assert (begin[0], begin[2:], end) == ("-f", ["-l", "1", "-e", "aac"], ["-q"])


def test_a_telephone_is_told_to_stop_whatever_happens(take, monkeypatch):
    program(take.folder, "termux-microphone-record", NOTE + "sys.argv[1] == '-q' or time.sleep(60)")
    monkeypatch.setattr(record, "CALL_SECONDS", 1.0)
    assert take("audio", 30, **TERMUX).word == "hangs"
    assert said(take.folder)[-1] == ["-q"]


@pytest.mark.parametrize(("answer", "word"), [
    ('{"error": "Please grant the following permission to use this command: android.permission.RECORD_AUDIO"}', "termux_denied"),
    ('{"API_ERROR": "x"}', "termux_denied"),
    ("\\nRecording already in progress!", "busy"),
    ("\\nRecording error: null", "failed"),
    ("", "nothing"),
])  # fmt: skip
def test_what_a_telephone_refuses(take, answer, word):
    program(take.folder, "termux-microphone-record", f"print('''{answer}''')")
    assert take("audio", 30, **TERMUX).word == word


def test_a_telephone_without_video_and_without_its_programs(take):
    assert take("video", **TERMUX).word == "termux_video"
    assert take("audio", **TERMUX).word == "termux_audio"


def test_a_folder_that_cannot_be_written(take):
    program(take.folder, "ffmpeg", GOOD)
    with open(take.media, "w"):
        pass
    assert take("audio").word == "failed"
    os.unlink(take.media)
