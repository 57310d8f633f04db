"""Photos, outboxes and runs of `sos` for the tests. Every telephone number and address here is reserved for documentation."""

import hashlib
import os
import sqlite3

from running import NOW

JPEG = b"\xff\xd8\xff\xe0"
PNG = b"\x89PNG\r\n\x1a\n"

# The body of an alert, made by hand.
POSITION = {"lat": 35.658613, "lon": 139.745433, "method": "given", "accuracy_m": 12.0, "age_s": None}
FACTS = {
    "who": "", "message": "Lost my passport", "at": "", "position": POSITION, "place": None, "country": "JP",
    "country_en": "Japan", "country_id": "Jepang", "hint": "", "created": NOW, "utc_offset_s": 32400, "time_zone": "JST",
    "photos": 0, "language": "id",
}  # fmt: skip
# The same with everything that can be known.
FULL = {
    **FACTS, "message": "Hit by a car", "kind": "accident", "people": 2, "injured": True, "drill": False,
    "who": {"name": "Siti Aminah", "passport_last4": "1234", "phone": "+12025550142", "language": "id"},
    "position": {**POSITION, "method": "termux_gps", "age_s": 40}, "place_time_zone": "Asia/Tokyo", "place_utc_offset_s": 32400,
    "utc_offset_s": 25200, "time_zone": "WIB", "battery": {"percent": 14, "charging": False}, "photos": 2, "videos": 1,
    "audios": 0, "reply_to": [{"channel": "email", "address": "siti@example.org"}], "clock_doubt": False,
}  # fmt: skip
PART = {"kind": "photo", "mime": "image/jpeg", "bytes": 3000000, "sha256": "ab" * 32, "name": "a.jpg"}


def photo(folder, name="a.jpg", size=5000, head=JPEG):
    """Write a file that begins like a photo; return its path."""
    path = os.path.join(str(folder), name)
    with open(path, "wb") as file:
        file.write(head + os.urandom(size - len(head)))
    return path


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def outbox(home=None):
    """Return the folder of the outbox below a home, by default the one that the test was given."""
    return os.path.join(str(home or os.environ["SAFETRAVEL_HOME"]), "outbox")


def rows(sql, *values, home=None):
    """Query the outbox through a connection of the test's own; an integrity check comes first."""
    db = sqlite3.connect(os.path.join(outbox(home), "outbox.sqlite"))
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        cursor = db.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]
    finally:
        db.close()


def codes(home=None):
    return [row["code"] for row in rows("SELECT code FROM alert ORDER BY seq", home=home)]


def code_in(out):
    """Return the code that a run printed as stored; None where it printed none."""
    for line in out.splitlines():
        for word in ("STORED. Code of the alert: ", "TERSIMPAN. Kode pesan darurat: "):
            if word in line:
                return line.partition(word)[2].strip()
    return None
