"""Files and recordings with the real ffmpeg, exiftool and a mail server: what family gets, what a mission gets, what is kept.

No camera is there: ffmpeg's own sources (lavfi) stand in the place of the devices.
"""

import json
import os
import shutil
import signal
import subprocess
from email import message_from_string
from email.policy import default

import pytest

from channel_kit import program
from fault_kit import Certificates, Device, MailServer, until
from safetravel_cli.sos import family, media, shorter
from sos_kit import digest, rows

pytestmark = pytest.mark.faults
SOS = ("sos", "--message", "hold on", "--at", "japan", "--plain", "--yes")
PICTURE, SOUND = "testsrc2=size=320x240:rate=10", "sine=frequency=440"
CAMERA = {"capture.video_input": f"lavfi:{PICTURE},realtime", "capture.audio_input": f"lavfi:{SOUND},arealtime"}
SECRETS = ("35.65", "139.74", "SECRET", "2026-11-25", "2026:11:25")
TAGS = (
    "-metadata", "location=+35.6586+139.7454/", "-metadata", "title=SECRET-TITLE", "-metadata", "comment=SECRET-WORDS",
    "-metadata", "creation_time=2026-11-25T03:00:00Z", "-metadata:s", "title=SECRET-STREAM",
)  # fmt: skip
FORMS = {
    "a.mp4": ("video", "-c:a", "aac"), "b.mov": ("video",), "c.3gp": ("video", "-c:v", "mpeg4", "-c:a", "aac"),
    "d.webm": ("video", "-c:v", "libvpx", "-c:a", "libopus"), "e.avi": ("video",), "f.ogg": ("audio", "-c:a", "libvorbis"),
    "g.m4a": ("audio",), "h.wav": ("audio",), "i.mp3": ("audio", "-write_id3v1", "1"), "j.mp3": ("audio", "-ar", "22050"),
    "k.flac": ("audio",), "l.aac": ("audio",),
}  # fmt: skip
# These need no ffmpeg to be copied.
PURE = ("wav", "mp3", "flac", "aac")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.fixture(scope="module", autouse=True)
def _installed():
    for name in ("ffmpeg", "exiftool"):
        if not shutil.which(name):
            pytest.skip(f"{name} is not installed (tools/debian_packages.sh)")


@pytest.fixture
def held(tmp_path):
    return Certificates(tmp_path)


def make(folder, *names, seconds=3):
    """Let one ffmpeg make videos and recordings full of metadata; return name -> path."""
    paths = {name: os.path.join(str(folder), name) for name in names}
    sources = ["-f", "lavfi", "-i", f"{PICTURE}:duration={seconds}", "-f", "lavfi", "-i", f"{SOUND}:duration={seconds}"]
    outputs = []
    for name, path in paths.items():
        kind, *more = FORMS[name]
        outputs += [*(["-map", "0:v"] if kind == "video" else []), "-map", "1:a", *more, *TAGS, path]
    run("ffmpeg", "-v", "error", *sources, *outputs)
    return paths


def told(*paths):
    """Return all that ffprobe and exiftool read of files, path -> text, but what the file system says of them."""
    # exiftool is slow to start, and has an exit code for a file of which it can say nothing.
    rows = subprocess.run(
        ["exiftool", "-j", "-G", "--System:all", "-ee", *paths], capture_output=True, text=True, timeout=60, check=False
    )
    found = {row.pop("SourceFile"): str(row) for row in json.loads(rows.stdout or "[]")}
    probe = ("ffprobe", "-v", "error", "-show_format", "-show_streams")
    return {path: found.get(path, "") + run(*probe, path).replace(path, "") for path in paths}


def tells(text):
    """Return which of the secrets a text holds."""
    return [secret for secret in SECRETS if secret in text]


def contents(path):
    """Return a sum of the decoded pictures and sounds."""
    return run("ffmpeg", "-v", "error", "-i", path, "-map", "0:v?", "-map", "0:a?", "-f", "md5", "-")


def length(path):
    """Return the kinds of the streams, and the seconds that a file lasts."""
    found = json.loads(run("ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", path))
    return [one["codec_type"] for one in found["streams"]], float(found["format"]["duration"])


def test_copies_look_and_sound_the_same_and_tell_nothing(tmp_path):
    made, copies = make(tmp_path, *FORMS, seconds=1), {}
    for name, (kind, *_) in FORMS.items():
        pure = name.rpartition(".")[2] in PURE
        copies[name] = family.copy(made[name], kind, {"PATH": "" if pure else os.environ["PATH"]})
        assert copies[name], name
    said = told(*made.values(), *copies.values())
    for name, copy in copies.items():
        # ADTS has no room for words.
        assert tells(said[made[name]]) or name == "l.aac"
        assert tells(said[copy]) == [], name
        with open(copy, "rb") as file:
            octets = file.read()
        assert b"SECRET" not in octets and media.kind_of(octets)[0] == name.rpartition(".")[2]
        assert contents(copy) == contents(made[name])
        assert os.stat(copy).st_mode & 0o777 == 0o600


def readable(mail):
    """Return the text of a mail."""
    return message_from_string(mail["body"], policy=default).get_body().get_content()


def attached(mail):
    """Return the bytes of the one file of a mail."""
    (part,) = [part for part in message_from_string(mail["body"]).walk() if part.get_content_maintype() in ("video", "audio")]
    return part.get_payload(decode=True)


def test_family_gets_a_video_without_its_place_and_a_mission_the_original(snapshot_file, tmp_path, held):
    path = make(tmp_path, "a.mp4")["a.mp4"]
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as one:
        one.set({"contact.kbri.email": "kbri@example.net", "contact.kbri.kind": "mission"})
        assert one.run(*SOS, "--video", path).code == 0
        until(lambda: one.states() == ["accepted"] * 4)
        got = {mail["rcpt"][0]: mail for mail in server.left("mail") if "video/mp4" in mail["kinds"]}
    with open(path, "rb") as file:
        assert attached(got["kbri@example.net"]) == file.read()
    copy = os.path.join(tmp_path, "got.mp4")
    with open(copy, "wb") as file:
        file.write(attached(got["ibu@example.org"]))
    said = told(path, copy)
    assert "GPS" in said[path] and "GPS" not in said[copy] and tells(said[copy]) == []
    assert contents(copy) == contents(path)
    text = readable(got["ibu@example.org"])
    assert digest(path) in text and "SALINAN" in text and "SALINAN" not in readable(got["kbri@example.net"])


def test_the_beginning_of_a_long_video_is_small_and_tells_nothing(tmp_path):
    long = {"video": str(tmp_path / "a.mp4"), "audio": str(tmp_path / "b.wav")}
    sources = ["-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=5:duration=40", "-f", "lavfi", "-i", f"{SOUND}:duration=40"]
    run("ffmpeg", "-v", "error", *sources, *TAGS, long["video"], "-map", "1:a", *TAGS, long["audio"])
    for kind, streams, seconds in (("video", ["video", "audio"], 30), ("audio", ["audio"], 40)):
        octets = shorter.make(long[kind], kind, os.environ, 60.0)
        there = shorter.twin(long[kind], kind)
        found, lasts = length(there)
        assert sorted(found) == sorted(streams) and abs(lasts - seconds) < 1
        assert len(octets) == os.path.getsize(there) < os.path.getsize(long[kind]) and tells(told(there)[there]) == []
        assert os.stat(there).st_mode & 0o777 == 0o600
    assert (
        json.loads(run("ffprobe", "-v", "error", "-show_streams", "-of", "json", shorter.twin(long["video"], "video")))[
            "streams"
        ][0]["height"]
        == 360
    )
    with open(tmp_path / "bad.mp4", "wb") as file:
        file.write(b"\0\0\0\x18ftypmp42" + bytes(1000))
    with pytest.raises(ValueError):
        shorter.make(str(tmp_path / "bad.mp4"), "video", os.environ, 60.0)
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".tmp-")]


def test_a_recording_is_kept_and_the_text_is_accepted_while_it_runs(snapshot_file, tmp_path, held):
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as one:
        one.set(CAMERA)
        started = one.start(*SOS, "--record-video", "2", "--record-audio", "2")
        text = server.next("mail")
        assert "1 video dan 1 rekaman suara menyusul" in readable(text)
        # At least the second of the two is still to come.
        assert rows("SELECT count(*) AS n FROM part WHERE path IS NOT NULL", home=one.home)[0]["n"] == 0
        assert started.poll() is None
        out = ended(started)
        assert "RECORDING NOW" in out and "Video stored" in out and "Recording stored" in out
        one.ended()
        assert {row["state"] for row in one.rows()} == {"accepted"}
        kept = {row["kind"]: row for row in rows("SELECT * FROM part WHERE path IS NOT NULL", home=one.home)}
        for kind, streams in (("video", ["video", "audio"]), ("audio", ["audio"])):
            path = os.path.join(one.folder, kept[kind]["path"])
            assert digest(path) == kept[kind]["sha256"] and os.stat(path).st_mode & 0o777 == 0o600
            found, seconds = length(path)
            assert found == streams and 1.5 < seconds < 3
        names = os.listdir(os.path.join(one.folder, "media"))
        assert not any(name.startswith(".tmp-") for name in names)


def ended(process):
    """Wait for a run that has to end well; return what it wrote."""
    out = process.communicate(timeout=60)[0].decode()
    assert process.returncode == 0, out
    return out


def recording(folder, found):
    """Tell whether ffmpeg has begun to write: two fragments of a second, and more."""
    place = os.path.join(folder, "media")
    names = [name for name in os.listdir(place) if name.startswith(".tmp-")] if os.path.isdir(place) else []
    return bool(names) and os.path.getsize(os.path.join(place, names[0])) > found


def test_ctrl_c_in_the_middle_keeps_what_there_is(snapshot_file, tmp_path, held):
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as one:
        one.set(CAMERA)
        started = one.start(*SOS, "--record-video", "60")
        until(lambda: recording(one.folder, 20_000))
        os.kill(started.pid, signal.SIGINT)
        assert "Video stored" in ended(started)
        (row,) = rows("SELECT * FROM part WHERE path IS NOT NULL", home=one.home)
        found, seconds = length(os.path.join(one.folder, row["path"]))
        assert found == ["video", "audio"] and 0.5 < seconds < 30


def test_an_ffmpeg_that_is_killed_leaves_all_but_the_last_second(snapshot_file, tmp_path, held):
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as one:
        one.set(CAMERA)
        started = one.start(*SOS, "--record-video", "60")
        until(lambda: recording(one.folder, 40_000))
        for process in children(started.pid):
            os.kill(process, signal.SIGKILL)
        assert "Video stored" in ended(started)
        (row,) = rows("SELECT * FROM part WHERE path IS NOT NULL", home=one.home)
        assert length(os.path.join(one.folder, row["path"]))[1] > 0.5


def children(parent):
    """Return the process ids of the ffmpeg that a process has started."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                head, _, rest = file.read().rpartition(") ")
        except OSError:
            continue
        if head.partition("(")[2] == "ffmpeg" and int(rest.split()[1]) == parent:
            found.append(int(name))
    return found


def test_no_camera_and_no_ffmpeg_cost_a_line(snapshot_file, tmp_path, held):
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as one:
        one.set({"capture.video_input": "v4l2:/dev/no-such-camera"})
        result = one.run(*SOS, "--record-video", "2", COLUMNS="300")
        assert result.code == 0 and "No camera or microphone was found" in result.out
        result = one.run(*SOS, "--record-video", "2", COLUMNS="300", PATH="/nonexistent")
        assert result.code == 0 and "The program ffmpeg is not on this device." in result.out
        one.ended()
        assert one.states() == ["accepted"] * 2


def test_an_ffmpeg_that_hangs_is_ended_and_the_alert_goes_on(snapshot_file, tmp_path, held):
    place = tmp_path / "bin"
    place.mkdir()
    program(place, "ffmpeg", "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(300)")
    with MailServer(held.server) as server, Device(tmp_path / "home", server.host, server.port, held.trusted) as one:
        started = one.start(*SOS, "--record-audio", "60", PATH=f"{place}:{os.environ['PATH']}", COLUMNS="300")
        # The text does not wait for it.
        server.next("mail")
        until(lambda: processes(place))
        os.kill(started.pid, signal.SIGINT)
        assert "It was stopped before anything was recorded." in ended(started)
        until(lambda: not processes(place))


def processes(place):
    """Return the command lines that name a program of a folder."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                words = file.read()
        except OSError:
            continue
        if os.fsencode(f"{place}/ffmpeg") in words:
            found.append(words)
    return found
