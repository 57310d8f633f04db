"""`sos --record-video S` and `--record-audio S` from the command line: the text first, then what is recorded, as evidence."""

import json
import os
import signal
import time

import pytest

from channel_kit import program
from pty_kit import Terminal
from record_kit import UNTIL_TOLD, WRITE
from running import NOW
from safetravel_cli.env import Env
from safetravel_cli.sos import alert, progress, record
from safetravel_cli.sos.channels import Result, smtp
from safetravel_cli.store import state
from sos_kit import digest, outbox, photo, rows

OK = Result("accepted", "250")


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(progress, "WATCH_SECONDS", 0.5)
    monkeypatch.setattr(record, "PLATFORM", "linux")


@pytest.fixture
def contact():
    values = {"contact.ibu.email": "ibu@example.org", "smtp.host": "mail.example.org", "smtp.from": "siti@example.org"}
    state.write(Env(environ=os.environ), values)


@pytest.fixture
def folder(tmp_path):
    """Return a folder of programs with an ffmpeg that records at once."""
    place = tmp_path / "bin"
    place.mkdir()
    program(place, "ffmpeg", WRITE + "write(sys.argv[-1])")
    return str(place)


def test_the_recording_is_kept_as_evidence(cli, folder):
    result = cli("sos", "--message", "x", "--record-video", "2", "--record-audio", "3", columns=200, env={"PATH": folder})
    assert "RECORDING NOW: video for 2 seconds, then sound for 3 seconds. Ctrl-C ends" in result.out
    assert (
        result.out.index("STORED")
        < result.out.index("RECORDING NOW")
        < result.out.index("Video stored: video-20261125T030000Z.mp4")
    )
    assert "Recording stored: audio-20261125T030000Z.m4a" in result.out
    kept = rows("SELECT kind, prio, sha256, path, name FROM part WHERE path IS NOT NULL ORDER BY rowid")
    assert [(row["kind"], row["prio"]) for row in kept] == [("video", 50), ("audio", 40)]
    for row in kept:
        path = os.path.join(outbox(), row["path"])
        assert digest(path) == row["sha256"] and os.stat(path).st_mode & 0o777 == 0o600
    assert all(not name.startswith(".tmp-") for name in os.listdir(os.path.join(outbox(), "media")))
    assert "1 video dan 1 rekaman suara menyusul, disertai SHA-256" in announced()


def test_the_text_is_accepted_while_it_is_recorded(cli, contact, folder, monkeypatch):
    order = []

    def send(job):
        order.append(job.kind)
        if job.kind == "text":
            with open(os.path.join(folder, "accepted"), "w"):
                pass
        return OK

    monkeypatch.setattr(smtp, "send", send)
    # It records until the text is accepted; without that it is given up, and nothing is kept.
    script = "while not os.path.exists(HERE + '/accepted'): time.sleep(0.01)\nwrite(sys.argv[-1])"
    program(folder, "ffmpeg", WRITE + script)
    result = cli("sos", "--message", "x", "--record-audio", "5", env={"PATH": folder})
    assert result.code == 0 and "Recording stored" in result.out
    assert order == ["text", "audio"]


def test_the_order_is_files_then_recording_then_position(cli, folder, tmp_path, monkeypatch):
    from safetravel_cli.sos import locate

    stages = []
    monkeypatch.setattr(locate, "look", lambda *_: stages.append("looked"))
    env = Env(environ={**os.environ, "PATH": folder, "TZ": "Etc/UTC"}, now=lambda: NOW)
    given = {"photo": [photo(tmp_path)], "message": "x", "record_video": 1}
    stages += [answer.data["stage"] for answer in _noting(stages, alert.answer(given, env))]
    assert stages[:6] == ["call", "stored", "media", "recording", "looked", "media"]


def announced():
    """Return the first text of the alert."""
    return json.loads(rows("SELECT body FROM alert")[0]["body"])["text"]


def _noting(stages, answers):
    for answer in answers:
        stages.append(answer.data["stage"])
    return []


@pytest.mark.parametrize(("given", "words", "kept"), [
    (("--record-audio", "121"), "--record-audio takes at most 120 seconds; so long it records.", 1),
    (("--record-audio", "0"), "--record-audio takes 1 to 120 seconds; nothing is recorded.", 0),
    (("--record-video", "-5"), "--record-video takes 1 to 120 seconds; nothing is recorded.", 0),
])  # fmt: skip
def test_a_length_that_cannot_be_costs_no_alert(cli, folder, given, words, kept):
    result = cli("sos", "--message", "x", *given, columns=200, env={"PATH": folder})
    assert words in result.out and "STORED" in result.out and result.code == 78
    assert len(rows("SELECT 1 FROM part WHERE path IS NOT NULL")) == kept


def test_a_length_that_is_no_number_is_refused_with_whom_to_call(cli):
    result = cli("sos", "--record-video", "long")
    assert (
        result.code == 2
        and "--record-video" in result.err
        and "+62 812 9007 0027".replace(" ", "\u00a0") in result.err.replace(" ", "\u00a0")
    )


@pytest.mark.parametrize(("script", "words"), [
    (None, "No video was recorded. The program ffmpeg is not on this device."),
    ("sys.exit('/dev/video0: No such file or directory')", "No camera or microphone was found (/dev/video0: No such"),
    ("sys.exit('/dev/video0: Permission denied')", "This user may not use the camera or the microphone"),
    ("", "No video was recorded. The recording is empty."),
])  # fmt: skip
def test_what_goes_wrong_is_a_line_and_the_text_is_stored(cli, contact, folder, monkeypatch, script, words):
    sent = []
    monkeypatch.setattr(smtp, "send", lambda job: (sent.append(job.kind), OK)[1])
    os.unlink(os.path.join(folder, "ffmpeg")) if script is None else program(folder, "ffmpeg", script)
    result = cli("sos", "--message", "x", "--record-video", "2", columns=300, env={"PATH": folder})
    assert result.code == 0 and words in result.out
    assert sent == ["text"]
    assert rows("SELECT kind FROM part") == [{"kind": "text"}]
    # What is known not to come is not announced.
    assert ("1 video menyusul" in announced()) is (script is not None)


def test_silent_and_json_show_nothing_of_it(cli, folder):
    assert vars(cli("sos", "--silent", "--message", "x", "--record-audio", "1", env={"PATH": folder})) == {
        "code": 78,
        "out": "",
        "err": "",
    }
    result = cli("sos", "--json", "--message", "x", "--record-audio", "1", "--record-video", "1", env={"PATH": folder})
    parts = result.json()["data"]["parts"]
    assert [(part["kind"], part["stored"], part.get("recorded")) for part in parts] == [
        ("text", True, None), ("video", True, True), ("audio", True, True),
    ]  # fmt: skip
    assert result.err == "" and "RECORDING" not in result.out
    failed = cli("sos", "--json", "--message", "x", "--record-audio", "1", env={"PATH": "/nonexistent"}).json()
    assert failed["data"]["parts"][1]["stored"] is False and "ffmpeg" in failed["data"]["parts"][1]["problem"]
    assert [one["id"] for one in failed["warnings"]] == ["audio_not_kept"]


def started(folder, monkeypatch):
    """Return a terminal on which a video is being recorded."""
    program(folder, "ffmpeg", WRITE + UNTIL_TOLD)
    monkeypatch.setenv("PATH", folder + os.pathsep + os.environ["PATH"])
    terminal = Terminal("sos", "--message", "x", "--yes", "--record-video", "60")
    terminal.expect("RECORDING NOW: video for 60 seconds.")
    end = time.monotonic() + 20
    while not os.path.exists(os.path.join(folder, "runs")) and time.monotonic() < end:
        os.sched_yield()
    return terminal


def test_ctrl_c_ends_the_recording_and_keeps_it_and_the_alert_goes_on(snapshot_file, folder, monkeypatch):
    terminal = started(folder, monkeypatch)
    os.kill(terminal.process.pid, signal.SIGINT)
    terminal.expect("Video stored: video-").expect("SEND IT YOURSELF")
    terminal.end()
    assert terminal.code == 78
    assert [row["kind"] for row in rows("SELECT kind FROM part")] == ["text", "video"]


def test_a_terminal_that_is_closed_ends_the_recording_and_it_is_kept(snapshot_file, folder, monkeypatch):
    terminal = started(folder, monkeypatch)
    os.close(terminal.handle)
    terminal.process.wait(30)
    assert [row["kind"] for row in rows("SELECT kind FROM part")] == ["text", "video"]


def test_own_contacts_are_named_who_get_a_file_as_it_is(cli, contact, tmp_path, monkeypatch):
    jobs = []
    monkeypatch.setattr(smtp, "send", lambda job: (jobs.append(job), OK)[1])
    heic = photo(tmp_path, "a.heic", head=b"\0\0\0\x18ftypheic")
    result = cli("sos", "--message", "x", "--photo", heic, lang="id", columns=300, env={"PATH": ""})
    words = (
        "Kontak Anda sendiri menerima a.heic apa adanya: data yang ditulis kamera (tempat, waktu, perangkat) mungkin masih ada"
    )
    assert words in result.out
    assert "foto: diterima server (belum tentu dibaca)" in result.out and "apa adanya: data kamera" in result.out
    assert jobs[-1].part["metadata"] == "held"
    assert rows("SELECT note FROM delivery WHERE state = 'accepted' ORDER BY rowid")[-1] == {"note": "as_is"}
    # A mission asked for evidence, and of a JPEG there is a copy.
    state.write(Env(environ=os.environ), {"contact.ibu.kind": "mission"})
    assert "apa adanya" not in cli("sos", "--message", "x", "--photo", heic, lang="id", columns=300, env={"PATH": ""}).out
    state.write(Env(environ=os.environ), {"contact.ibu.kind": "own"})
    assert "Kontak Anda sendiri" not in cli("sos", "--message", "x", "--photo", photo(tmp_path), lang="id", columns=300).out


def test_the_devices_are_settings(cli):
    assert cli("config", "set", "capture.video_input", "v4l2:/dev/video2").code == 0
    assert cli("config", "set", "capture.audio_input", "alsa:hw:1,0").code == 0
    for wrong in ("/dev/video2", "v4l2:", ":0", "v4l2 x:y"):
        result = cli("config", "set", "capture.video_input", wrong)
        assert result.code == 2 and "v4l2:/dev/video2" in result.err
