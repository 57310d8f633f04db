"""The power goes, at any moment, also right after the word STORED: what was called stored is there when it comes back.

The disk is a file system of this test that keeps in RAM what was not synced (fuse_power.py).
"""

import contextlib
import hashlib
import json
import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from fault_kit import HERE, ROOT, Certificates, Device, MailServer, Program, end_waiters, free_port, until
from sos_kit import code_in

pytestmark = pytest.mark.faults

CUTS = int(os.environ.get("SAFETRAVEL_POWER_CUTS", "12"))
CUTS_A_HOME = 6
PHOTO_BYTES = 200_000
SOS = ("sos", "--message", "hold on", "--at", "japan", "--plain", "--yes")
STORED, PHOTO = b"STORED. Code of the alert: ", b"Photo stored: "


class Power(Program):
    """A disk with power, until `cut()`."""

    def __init__(self, mount, source, target, seed):
        self.mount, self.target = str(mount), str(target)
        os.makedirs(self.mount, exist_ok=True)
        script = os.path.join(HERE, "fuse_power.py")
        super().__init__(*ROOT, sys.executable, script, self.mount, str(source), self.target, str(seed))
        self.next("ready")
        until(lambda: os.path.ismount(self.mount))

    def cut(self):
        """Take the power away; what is durable lies in `target` afterwards."""
        self.tell("cut")
        self.next("done")

    def __exit__(self, *_):
        super().__exit__()
        subprocess.run([*ROOT, "umount", "-l", self.mount], capture_output=True, check=False, timeout=20)


def run_until(process, words, seconds):
    """Read what a run says until it said the words or so many seconds are over; return what it said."""
    end, said = time.monotonic() + seconds, b""
    handle = process.stdout.fileno()
    while (left := end - time.monotonic()) > 0 and select.select([handle], [], [], left)[0]:
        chunk = os.read(handle, 65536)
        said += chunk
        if not chunk or (words and words in said):
            break
    return said


def check(folder, said):
    """Hold what the runs of one home were heard to say against what is on the disk; return codes and photos found."""
    path = os.path.join(folder, "outbox.sqlite")
    heard = [(code_in(out), sha256, PHOTO.decode() in out) for out, sha256 in said]
    if not os.path.exists(path):
        assert not any(code for code, _, _ in heard), said
        return 0, 0
    assert not [name for name in os.listdir(folder) if name.endswith(".bad")]
    db = sqlite3.connect(path)
    with contextlib.closing(db):
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        alerts = dict(db.execute("SELECT code, id FROM alert")) if tables else {}
        texts = dict(db.execute("SELECT id, body FROM alert")) if tables else {}
        waiting = dict(db.execute("SELECT alert, count(*) FROM delivery GROUP BY alert")) if tables else {}
        photos = db.execute("SELECT alert, sha256, bytes, path FROM part WHERE kind = 'photo'").fetchall() if tables else []
    for _, sha256, size, place in photos:
        with open(os.path.join(folder, place), "rb") as file:
            octets = file.read()
        assert (hashlib.sha256(octets).hexdigest(), len(octets)) == (sha256, size)
    for code, sha256, photo in heard:
        if code:
            assert code in alerts, (code, said)
            assert json.loads(texts[alerts[code]])["text"]
            assert waiting[alerts[code]] >= 1
        if photo:
            assert (alerts[code], sha256) in [(row[0], row[1]) for row in photos]
    return sum(bool(code) for code, _, _ in heard), sum(photo for _, _, photo in heard)


def test_power_cuts(snapshot_file, tmp_path):
    draw = random.Random(20261125)
    held, port = Certificates(tmp_path), free_port()
    photo = str(tmp_path / "a.jpg")
    stored = photos = early = restarted = 0
    for first in range(0, CUTS, CUTS_A_HOME):
        disk, said = str(tmp_path / f"disk-{first}"), []
        os.makedirs(disk)
        for number in range(first, min(first + CUTS_A_HOME, CUTS)):
            octets = b"\xff\xd8\xff\xe0" + draw.randbytes(PHOTO_BYTES)
            with open(photo, "wb") as file:
                file.write(octets)
            mount, after = tmp_path / f"mount-{number}", tmp_path / f"disk-{number}-after"
            # Every third cut keeps nothing that was not synced; the others a part of it.
            with (
                Power(mount, disk, after, number if number % 3 else 0) as power,
                Device(mount / "home", "127.0.0.1", port, held.trusted) as device,
            ):
                run = device.start(*SOS, "--photo", photo)
                words = (STORED, PHOTO, None)[number % 3 if number % 4 else 2]
                out = run_until(run, words, 60 if words else draw.uniform(0.05, 1.0))
                power.cut()
                os.killpg(run.pid, signal.SIGKILL)
                # What it was heard to say before the power went; what came later nobody saw.
                run.communicate()
            said.append((out.decode(), hashlib.sha256(octets).hexdigest()))
            end_waiters(str(mount))
            disk = str(after)
            os.makedirs(disk, exist_ok=True)
            code = code_in(said[-1][0])
            stored, photos, early = stored + bool(code), photos + (PHOTO.decode() in said[-1][0]), early + (not code)
            check(os.path.join(disk, "home", "outbox"), said)
        # The power is back, and so is the network: any command, and all that was stored leaves.
        codes = {code_in(out) for out, _ in said} - {None}
        if codes:
            home = os.path.join(disk, "home")
            with MailServer(held.server, port=port) as server, Device(home, "127.0.0.1", port, held.trusted) as device:
                assert device.run("country", "japan").code == 0
                left = set(codes)
                while left:
                    mail = server.next("mail")
                    left -= {code for code in left if code in mail["subject"]}
                device.ended()
                assert set(device.states()) == {"accepted"}
                restarted += len(codes)
    print(f"\n{CUTS} power cuts: {stored} alerts and {photos} photos called stored, 0 lost; {restarted} left after it came back")
    assert stored + early == CUTS
    assert stored >= CUTS // 3 and photos >= CUTS // 6
    assert restarted == stored


def test_the_disk_of_this_test_does_lose_what_was_not_synced(tmp_path):
    """The instrument itself: a file without fsync, a name without fsync of its folder, and what was synced."""
    with Power(tmp_path / "mount", tmp_path / "none", tmp_path / "after", 0) as power:
        for name in ("synced", "unsynced", "nameless"):
            with open(os.path.join(power.mount, name), "wb") as file:
                file.write(b"0123456789")
                file.flush()
                if name != "unsynced":
                    os.fsync(file.fileno())
            if name != "nameless":
                handle = os.open(power.mount, os.O_RDONLY)
                os.fsync(handle)
                os.close(handle)
        with open(os.path.join(power.mount, "synced"), "ab") as file:
            file.write(b"more")
        power.cut()
    assert {path.name: path.read_bytes() for path in (tmp_path / "after").iterdir()} == {"synced": b"0123456789", "unsynced": b""}


COMMIT = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
# A write-ahead log without shared memory.
db.execute("PRAGMA locking_mode=EXCLUSIVE")
db.execute("PRAGMA journal_mode={mode}")
db.execute("PRAGMA synchronous={level}")
db.execute("CREATE TABLE t (n)")
db.execute("INSERT INTO t VALUES (1)")
print("committed", flush=True)
sys.stdin.read()
"""


def test_the_power_cut_would_find_an_outbox_without_syncs(tmp_path):
    """The instrument finds what it is for: with the settings that were rejected, a committed row is lost."""
    kept = {}
    for mode, level in (("DELETE", "EXTRA"), ("WAL", "NORMAL"), ("DELETE", "OFF")):
        after = tmp_path / f"after-{mode}-{level}"
        with Power(tmp_path / f"mount-{mode}-{level}", tmp_path / "none", after, 0) as power:
            path = os.path.join(power.mount, "a.sqlite")
            script = COMMIT.format(mode=mode, level=level)
            one = subprocess.Popen([sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            assert one.stdout.readline() == b"committed\n"
            handle = os.open(power.mount, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
            power.cut()
            one.kill()
            one.communicate()
        try:
            with contextlib.closing(sqlite3.connect(after / "a.sqlite")) as db:
                kept[level] = db.execute("SELECT n FROM t").fetchall() == [(1,)]
        except sqlite3.DatabaseError:
            kept[level] = False
    assert kept == {"EXTRA": True, "NORMAL": False, "OFF": False}
