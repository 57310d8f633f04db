"""kill -9 at any moment: what was printed as stored is in the outbox, whole."""

import hashlib
import json
import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from running import SOURCE, surroundings
from sos_kit import code_in, digest

pytestmark = pytest.mark.faults

KILLS = int(os.environ.get("SAFETRAVEL_KILLS", "200"))
PHOTO_BYTES = 300_000
# A new home after so many runs: the first run of each is killed while it makes the outbox.
RUNS_A_HOME = 10
RUN = [
    sys.executable,
    "-m",
    "safetravel_cli",
    "sos",
    "--plain",
    "--lang",
    "en",
    "--message",
    "hold on",
    "--at",
    "japan",
    "--photo",
]


def start(home, photo):
    environ = {**surroundings(env={"SAFETRAVEL_HOME": home}), "PYTHONPATH": SOURCE}
    return subprocess.Popen([*RUN, photo], env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def kill_after(process, seconds, words=None):
    """Kill a run after so many seconds, or as soon as it printed the words; return what it had printed."""
    deadline = time.monotonic() + seconds
    said = b""
    handle = process.stdout.fileno()
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([handle], [], [], left)[0]:
            break
        chunk = os.read(handle, 65536)
        said += chunk
        if not chunk or (words and words in said):
            break
    os.killpg(process.pid, signal.SIGKILL)
    said += process.stdout.read()
    process.stdout.close()
    process.wait()
    return said.decode()


def check(home, said):
    """Hold what the runs of one home printed against what lies in it; return how many photos were held."""
    folder = os.path.join(home, "outbox")
    path = os.path.join(folder, "outbox.sqlite")
    if not os.path.exists(path):
        assert not any(code_in(out) for out, _ in said)
        return 0
    assert not [name for name in os.listdir(folder) if name.endswith(".bad")]
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    alerts = dict(db.execute("SELECT code, id FROM alert")) if tables else {}
    for one, body in db.execute("SELECT id, body FROM alert") if tables else ():
        octets = json.loads(body)["text"].encode()
        (row,) = db.execute("SELECT sha256, bytes FROM part WHERE alert = ? AND kind = 'text'", (one,)).fetchall()
        assert row == (hashlib.sha256(octets).hexdigest(), len(octets))
    photos = {}
    for one, sha256, size, place in (
        db.execute("SELECT alert, sha256, bytes, path FROM part WHERE kind = 'photo'") if tables else ()
    ):
        kept = os.path.join(folder, place)
        assert (digest(kept), os.path.getsize(kept)) == (sha256, size)
        photos[one] = sha256
    db.close()
    for out, sha256 in said:
        code = code_in(out)
        if code:
            assert code in alerts, out
        if "Photo stored: " in out:
            assert photos[alerts[code]] == sha256, out
    return sum("Photo stored: " in out for out, _ in said)


def test_kill_at_random_moments(snapshot_file, tmp_path):
    draw = random.Random(20261125)
    octets = b"\xff\xd8\xff\xe0" + draw.randbytes(PHOTO_BYTES)
    photo = str(tmp_path / "a.jpg")
    began = time.monotonic()
    with open(photo, "wb") as file:
        file.write(octets)
    assert "SEND IT YOURSELF" in kill_after(start(str(tmp_path / "whole"), photo), 60, b"SEND IT YOURSELF")
    whole = time.monotonic() - began
    # Half of the runs are killed at the very word, the other half anywhere.
    words = [b"STORED. Code of the alert: ", b"Photo stored: ", b"Call for help"]
    stored = held = killed_early = 0
    for first in range(0, KILLS, RUNS_A_HOME):
        home, said = str(tmp_path / f"home-{first}"), []
        for number in range(first, min(first + RUNS_A_HOME, KILLS)):
            octets = octets[:4] + number.to_bytes(4, "big") + octets[8:]
            with open(photo, "wb") as file:
                file.write(octets)
            at_word = words[number // 2 % len(words)] if number % 2 else None
            out = kill_after(start(home, photo), 60 if at_word else draw.uniform(0, whole * 1.1), at_word)
            said.append((out, hashlib.sha256(octets).hexdigest()))
            stored += code_in(out) is not None
            killed_early += code_in(out) is None
        held += check(home, said)
        shutil.rmtree(home, ignore_errors=True)
    print(f"\n{KILLS} kills: {stored} alerts and {held} photos called stored, 0 lost; {killed_early} killed before")
    # The moments must have been spread over the whole run, or nothing was shown.
    assert stored > KILLS // 5 and held > KILLS // 10 and killed_early > KILLS // 10
    assert stored > held


def test_the_word_stored_is_written_after_the_last_sync(snapshot_file, tmp_path):
    trace, photo = str(tmp_path / "trace"), str(tmp_path / "a.jpg")
    with open(photo, "wb") as file:
        file.write(b"\xff\xd8\xff\xe0" + os.urandom(1000))
    environ = {**surroundings(), "PYTHONPATH": SOURCE}
    calls = "trace=openat,write,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2"
    subprocess.run(
        ["strace", "-f", "-y", "-s", "200", "-e", calls, "-o", trace, *RUN, photo],
        env=environ,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    with open(trace, encoding="utf-8", errors="replace") as file:
        lines = file.read().splitlines()

    def at(*words, after=0):
        return next(number for number, line in enumerate(lines) if number >= after and all(word in line for word in words))

    said = at("write(1", "STORED. Code")
    # The journal's name goes last (that is the commit), and the folder is synced after that (synchronous=EXTRA).
    commit = max(number for number, line in enumerate(lines[:said]) if "unlink" in line and "outbox.sqlite-journal" in line)
    assert any("sync(" in line and "outbox.sqlite>" in line for line in lines[:commit])
    assert any("sync(" in line and line.rstrip().endswith("= 0") and "/outbox>" in line for line in lines[commit:said])
    # The photo is opened only after that word, and called stored only after file, name and row are synced.
    assert at("openat", "/a.jpg") > said
    kept = at("write(1", "Photo stored")
    renamed = at("rename", "/media/", after=said)
    assert any("sync(" in line and "/media/.tmp-" in line for line in lines[said:renamed])
    assert any("sync(" in line and "/media>" in line for line in lines[renamed:kept])
    row = max(number for number, line in enumerate(lines[:kept]) if "unlink" in line and "outbox.sqlite-journal" in line)
    assert row > renamed


def test_a_disk_that_is_really_full(snapshot_file, tmp_path, cli):
    """A small file system of its own, filled to the last byte after the first alert."""
    mount = str(tmp_path / "disk")
    os.mkdir(mount)
    root = [] if os.getuid() == 0 else ["sudo", "-n"]
    subprocess.run([*root, "mount", "-t", "tmpfs", "-o", f"size=1m,uid={os.getuid()}", "tmpfs", mount], check=True)
    try:
        home = {"SAFETRAVEL_HOME": os.path.join(mount, "home")}
        first = code_in(cli("sos", "--message", "first", env=home).out)
        filler = os.open(os.path.join(mount, "filler"), os.O_WRONLY | os.O_CREAT)
        with pytest.raises(OSError, match="No space"):
            while True:
                os.write(filler, bytes(512))
        os.close(filler)
        photo = str(tmp_path / "a.jpg")
        with open(photo, "wb") as file:
            file.write(b"\xff\xd8\xff\xe0" + bytes(900_000))
        result = cli("sos", "--message", "second", "--photo", photo, env=home)
        assert result.code == 78
        assert "Photo not stored: a.jpg. The disk is full" in result.out
        listed = [row["code"] for row in cli("sos", "list", "--json", env=home).json()["data"]["alerts"]]
        assert listed == [code_in(result.out), first]
    finally:
        subprocess.run([*root, "umount", mount], check=True)
