"""The outbox: whom a part is for, what ends an alert, what a person may do; how one of the first version comes forward."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

import smtp_kit
from running import SOURCE
from safetravel_cli import settings
from safetravel_cli.sos import backoff, outbox, people, queue, reserved, schema
from safetravel_cli.sos.people import Recipient
from sos_kit import photo

# The statements of the first version, as it was released (commit 2df04b9), and rows as its program wrote them.
FIRST = (
    """CREATE TABLE alert (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL UNIQUE,
        created_utc TEXT NOT NULL,
        tz TEXT NOT NULL,
        boot_id TEXT NOT NULL,
        body TEXT NOT NULL,
        cap_status TEXT NOT NULL DEFAULT 'Actual' CHECK (cap_status IN ('Actual', 'Exercise')),
        supersedes TEXT REFERENCES alert (id))""",
    """CREATE TRIGGER alert_is_immutable BEFORE UPDATE OF id, code, created_utc, tz, boot_id, body, cap_status ON alert
        BEGIN SELECT RAISE(ABORT, 'an alert is not changed after it is stored'); END""",
    """CREATE TABLE part (
        id TEXT PRIMARY KEY,
        alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('text', 'locupdate', 'thumb', 'photo', 'video', 'audio')),
        prio INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        path TEXT,
        mime TEXT NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        mtime_utc TEXT NOT NULL DEFAULT '',
        UNIQUE (alert, kind, sha256))""",
    """CREATE TABLE delivery (
        alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
        part TEXT NOT NULL REFERENCES part (id) ON DELETE CASCADE,
        channel TEXT NOT NULL,
        rcpt TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'queued'
            CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'needs_you', 'acknowledged', 'cancelled')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_at REAL NOT NULL DEFAULT 0,
        last_code TEXT NOT NULL DEFAULT '',
        last_text TEXT NOT NULL DEFAULT '',
        server_ref TEXT NOT NULL DEFAULT '',
        first_try TEXT NOT NULL DEFAULT '',
        accepted_at TEXT NOT NULL DEFAULT '',
        UNIQUE (alert, part, channel, rcpt))""",
    """CREATE TABLE attempt (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        alert TEXT NOT NULL,
        part TEXT NOT NULL,
        channel TEXT NOT NULL,
        rcpt TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        outcome TEXT NOT NULL,
        code TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT '')""",
    "CREATE TRIGGER attempt_is_immutable BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'a log is not rewritten'); END",
    "PRAGMA application_id=1398034242",
    "PRAGMA user_version=1",
)
ROWS = (
    "INSERT INTO alert (id, code, created_utc, tz, boot_id, body)"
    " VALUES (:id, 'ACDEF3', '2026-11-25T03:00:00Z', 'UTC', '', '{\"text\": \"SOS\"}')",
    "INSERT INTO part (id, alert, kind, prio, sha256, bytes, mime) VALUES (:id || '-t', :id, 'text', 0, 'aa', 3, 'text/plain')",
    "INSERT INTO part (id, alert, kind, prio, sha256, bytes, path, mime, name, mtime_utc)"
    " VALUES (:id || '-p', :id, 'photo', 30, 'bb', 9, 'media/bb.jpg', 'image/jpeg', 'a.jpg', '')"
    " ON CONFLICT (alert, kind, sha256) DO NOTHING",
)  # fmt: skip


def first_version(folder, delivery=True):
    """Make an outbox of the first version with an alert, a photo and, by hand, a delivery."""
    os.makedirs(folder, exist_ok=True)
    db = sqlite3.connect(outbox.file(str(folder)), isolation_level=None)
    for statement in FIRST:
        db.execute(statement)
    for statement in ROWS:
        db.execute(statement, {"id": "one"})
    if delivery:
        db.execute("INSERT INTO delivery (alert, part, channel, rcpt) VALUES ('one', 'one-t', 'smtp', 'ibu@example.org')")
    return db


def dump(path):
    db = sqlite3.connect(path)
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    held = {name: db.execute(f"SELECT rowid, * FROM {name}").fetchall() for name in tables}
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
    return held


def test_the_statements_of_the_first_version_are_the_first_step():
    assert schema.STEPS[0] == FIRST[:-2]


def test_an_outbox_of_the_first_version_comes_forward_whole(tmp_path):
    first_version(tmp_path).close()
    before = dump(outbox.file(str(tmp_path)))
    found = queue.status(str(tmp_path))
    after = dump(outbox.file(str(tmp_path)))
    for table in ("alert", "part", "delivery", "attempt"):
        width = len(before[table][0]) if before[table] else 0
        assert [row[:width] for row in after[table]] == before[table], table
    assert [(row["code"], row["kind"], row["rcpt"], row["state"]) for row in found] == [
        ("ACDEF3", "text", "ibu@example.org", "queued")
    ]
    db = sqlite3.connect(outbox.file(str(tmp_path)), isolation_level=None)
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    # What held before holds still.
    for forbidden in (
        "UPDATE alert SET body = 'x'",
        "INSERT INTO part VALUES ('x', 'one', 'document', 1, 'c', 1, '', '', '', '', '', '', '')",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(forbidden)
    db.execute("PRAGMA foreign_keys=1")
    db.execute("DELETE FROM alert")
    assert db.execute("SELECT (SELECT count(*) FROM part), (SELECT count(*) FROM delivery)").fetchone() == (0, 0)
    db.close()


def test_a_program_of_the_first_version_still_stores_into_this_one(tmp_path):
    outbox.use(str(tmp_path), lambda box: None)
    db = sqlite3.connect(outbox.file(str(tmp_path)), isolation_level=None)
    for statement in ROWS:
        db.execute(statement, {"id": "old"})
    db.close()
    assert queue.enlist(str(tmp_path), [("smtp", "ibu@example.org")]) == 1
    assert [(row["kind"], row["state"]) for row in queue.status(str(tmp_path))] == [("text", "queued"), ("photo", "queued")]


MIGRATE = """
import sqlite3, sys
from safetravel_cli.sos import outbox
print("go", flush=True)
box = outbox.Outbox(outbox.file(sys.argv[1]))
print("done", flush=True)
"""


def test_a_migration_that_is_killed_leaves_one_form_or_the_other(tmp_path):
    """Killed at many moments in a row; SQLite is asked for its opinion after each."""
    seen = set()
    environ = {**os.environ, "PYTHONPATH": SOURCE}
    for number in range(12):
        folder = tmp_path / str(number)
        first_version(folder).close()
        path = outbox.file(str(folder))
        before = dump(path)
        child = subprocess.Popen([sys.executable, "-c", MIGRATE, str(folder)], stdout=subprocess.PIPE, env=environ)
        assert child.stdout.readline() == b"go\n"
        # The migration takes some milliseconds here.
        time.sleep(0.0015 * number)
        child.send_signal(signal.SIGKILL)
        child.wait(30)
        child.stdout.close()
        # Reading plays a journal back that the kill left behind.
        after = dump(path)
        db = sqlite3.connect(path)
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.close()
        seen.add(version)
        assert version in (1, schema.VERSION)
        if version == 1:
            assert after == before
        assert [row[:4] for row in after["alert"]] == [row[:4] for row in before["alert"]]
        assert [row["state"] for row in queue.status(str(folder))] == ["queued"]
    assert seen <= {1, schema.VERSION}


@pytest.mark.parametrize("count", range(len(schema.STEPS[1]) + 2))
def test_a_migration_that_stops_after_any_statement_leaves_the_first_form(tmp_path, monkeypatch, count):
    first_version(tmp_path).close()
    path = outbox.file(str(tmp_path))
    before = dump(path)
    step = (*schema.STEPS[1][:count], "SELECT no_such_function()")
    monkeypatch.setattr(schema, "STEPS", (schema.STEPS[0], step))
    with pytest.raises(sqlite3.Error):
        outbox.Outbox(path)
    assert dump(path) == before
    monkeypatch.undo()
    assert len(queue.status(str(tmp_path))) == 1


def to(*names, **more):
    return [Recipient(name, "smtp", f"{name}@example.org", name.title(), "own", "", (), "")._replace(**more) for name in names]


def box_of(folder):
    return outbox.Outbox(outbox.file(str(folder)))


def put(folder, state, rcpt="ibu@example.org", kind="text", **more):
    """Set the state of a delivery by hand."""
    box = box_of(folder)
    changes = "".join(f", {name} = {int(value)}" for name, value in more.items())
    box.db.execute(
        f"UPDATE delivery SET state = ?{changes} WHERE rcpt = ? AND part IN (SELECT id FROM part WHERE kind = ?)",
        (state, rcpt, kind),
    )
    box.db.close()


def states(folder):
    return {(row["rcpt"].partition("@")[0], row["kind"]): row["state"] for row in queue.status(str(folder))}


def test_a_text_is_stored_with_its_recipients_or_not_at_all(tmp_path):
    with pytest.raises(sqlite3.Error):
        smtp_kit.store(tmp_path, [*to("ibu"), ("smtp", None)])
    assert queue.status(str(tmp_path)) == [] and dump(outbox.file(str(tmp_path)))["alert"] == []


def test_a_photo_is_for_all_who_may_have_the_text(tmp_path):
    alert, _ = smtp_kit.store(tmp_path, to("a", "b", "c", "d", "e"))
    for name, state in {"a": "accepted", "b": "refused", "c": "needs_you", "d": "cancelled"}.items():
        put(tmp_path, state, f"{name}@example.org")
    smtp_kit.add_photo(tmp_path, alert, photo(tmp_path))
    assert {name for name, kind in states(tmp_path) if kind == "photo"} == {"a", "c", "e"}


def test_a_drill_is_for_no_mission(tmp_path):
    mission = to("kbri", kind="mission")
    smtp_kit.store(tmp_path, [*to("ibu"), *mission], drill=True)
    assert set(states(tmp_path)) == {("ibu", "text")}
    assert queue.enlist(str(tmp_path), mission) == 0
    # ... and a true alert is.
    smtp_kit.store(tmp_path, mission)
    assert ("kbri", "text") in states(tmp_path)


def test_recipients_that_came_later_get_what_is_not_over(tmp_path):
    first, _ = smtp_kit.store(tmp_path, [])
    smtp_kit.add_photo(tmp_path, first, photo(tmp_path))
    over, _ = smtp_kit.store(tmp_path, [], text="SOS 2\n")
    queue.cancel(str(tmp_path), over, "{}", "over\n")
    assert queue.enlist(str(tmp_path), to("ibu")) == 1
    assert queue.enlist(str(tmp_path), to("ibu")) == 0
    assert {(row["alert"], row["kind"]) for row in queue.status(str(tmp_path))} == {(first, "text"), (first, "photo")}


@pytest.mark.parametrize("kind", ["cancel", "safe"])
def test_an_end_stops_what_waits_and_is_told_to_those_who_may_have_the_text(tmp_path, kind):
    alert, _ = smtp_kit.store(tmp_path, to("has", "waits", "perhaps", "now", "no"))
    smtp_kit.add_photo(tmp_path, alert, photo(tmp_path))
    put(tmp_path, "accepted", "has@example.org")
    put(tmp_path, "queued", "perhaps@example.org", uncertain=True)
    put(tmp_path, "sending", "now@example.org")
    put(tmp_path, "refused", "no@example.org")
    done = queue.cancel(str(tmp_path), alert, "{}", "over\n", kind)
    # Two texts (waits, perhaps) and five photos.
    assert (done["cancelled"], done["told"]) == (7, 3)
    held = states(tmp_path)
    assert {name for (name, part), state in held.items() if part == kind and state == "queued"} == {"has", "perhaps", "now"}
    assert {name for (name, part), state in held.items() if part == "text" and state == "cancelled"} == {"waits", "perhaps"}
    assert {state for (_, part), state in held.items() if part == "photo"} == {"cancelled"}
    # Told once, however often it is said.
    assert queue.cancel(str(tmp_path), alert, "{}", "over\n", kind)["told"] == 3
    # For whom the text is only being sent now, the end waits for it.
    assert queue.open_count(str(tmp_path)) == 1 + 3


@pytest.mark.parametrize("kind", ["cancel", "safe"])
def test_what_comes_after_the_end_goes_to_nobody(tmp_path, kind):
    alert, _ = smtp_kit.store(tmp_path, to("ibu"))
    put(tmp_path, "accepted")
    queue.cancel(str(tmp_path), alert, "{}", "over\n", kind)
    smtp_kit.add_photo(tmp_path, alert, photo(tmp_path))
    outbox.use(str(tmp_path), lambda box: box.add_follow_up(alert, "locupdate", "{}", "here\n"))
    assert states(tmp_path) == {("ibu", "text"): "accepted", ("ibu", kind): "queued"}


def test_what_was_accepted_stays_so(tmp_path):
    smtp_kit.store(tmp_path, to("ibu"))
    put(tmp_path, "accepted")
    for state in ("queued", "sending", "refused", "cancelled", "needs_you"):
        with pytest.raises(sqlite3.IntegrityError, match="not sent again"):
            put(tmp_path, state)
    assert queue.reset(str(tmp_path)) == 0
    put(tmp_path, "acknowledged")
    with pytest.raises(sqlite3.IntegrityError):
        put(tmp_path, "queued")


def test_an_answer_of_a_person_ends_the_sending_of_the_text(tmp_path):
    alert, _ = smtp_kit.store(tmp_path, to("ibu", "kakak"))
    assert queue.acknowledge(str(tmp_path), alert, " IBU ", "on my way", 0.0) == 1
    assert queue.acknowledge(str(tmp_path), alert, "a neighbour", "he is here") == 0
    assert states(tmp_path) == {("ibu", "text"): "acknowledged", ("kakak", "text"): "queued"}
    held = queue.acknowledgements(str(tmp_path), alert)
    assert [(row["who"], row["text"]) for row in held] == [(" IBU ", "on my way"), ("a neighbour", "he is here")]
    assert held[0]["at_utc"] == "1970-01-01T00:00:00Z"


def test_reset_hurries_what_waits(tmp_path):
    smtp_kit.store(tmp_path, to("a", "b", "c"))
    put(tmp_path, "queued", "a@example.org", step=7, next_at=9e9)
    put(tmp_path, "needs_you", "b@example.org", again=1, next_at=9e9)
    put(tmp_path, "needs_you", "c@example.org")
    assert queue.open_count(str(tmp_path)) == 2
    assert queue.reset(str(tmp_path), needs_you=False) == 2
    assert states(tmp_path)[("c", "text")] == "needs_you"
    assert queue.reset(str(tmp_path)) == 3 and queue.open_count(str(tmp_path)) == 3
    assert {row["next_at"] for row in queue.status(str(tmp_path))} == {0}


def test_reading_makes_no_outbox(tmp_path):
    folder = str(tmp_path / "none")
    assert (queue.status(folder), queue.open_count(folder), queue.reset(folder), queue.enlist(folder, [])) == ([], 0, 0, 0)
    assert not os.path.exists(folder)


def test_an_alert_may_wait_for_its_first_try(tmp_path, monkeypatch):
    outbox.use(
        str(tmp_path),
        lambda box: box.add_alert("2026-11-25T03:00:00Z", "UTC", "", lambda _: ("{}", b"x"), deliveries=to("a"), after_s=3.0),
    )
    (row,) = queue.status(str(tmp_path))
    assert 1 < row["next_at"] - time.time() <= 3
    assert box_due(tmp_path, 0) == [] and len(box_due(tmp_path, 3.5)) == 1
    # The wall clock may jump meanwhile; only where the steady one is another (a restart) it counts.
    assert box_due(tmp_path, 0, wall=10 * 365 * 86400) == []
    assert len(box_due(tmp_path, 0, wall=-10 * 365 * 86400, clock="other")) == 1
    assert len(box_due(tmp_path, 0, wall=4, clock="other")) == 1
    assert box_due(tmp_path, 0, wall=-4, clock="other") == []


def box_due(folder, steady, wall=0.0, clock=None):
    from safetravel_cli.sos import jobs

    moment = backoff.now(time.time())
    moment = backoff.Moment(moment.wall + wall, moment.steady + steady, clock or moment.clock)
    with box_of(folder) as box:
        return [row for row in [jobs.next_due(box, "smtp", False, moment)] if row]


@pytest.mark.parametrize(("rcpt", "mine"), [
    ("a@example.org", True), ("a@mail.example.com", True), ("a@x.test", True), ("a@localhost", True), ("a@EXAMPLE.ORG.", True),
    ("a@b.invalid", True), ("a@example.org@kemlu.invalid.id", False), ("a@kemlu.example.id", False), ("a@notexample.org", False),
    ("+12025550143", True), ("+12025550243", False), ("+447700900123", True), ("+447700901123", False), ("+4477009001234", False),
    ("+61491570156", True), ("+6281290070027", False), ("12025550143", False), ("", False), ("https://ntfy.example.org/x", False),
])  # fmt: skip
def test_addresses_that_belong_to_nobody(rcpt, mine):
    assert reserved.is_reserved(rcpt) is mine
    assert reserved.allowed(rcpt, {"SAFETRAVEL_ONLY_RESERVED": "1"}) is mine
    assert reserved.allowed(rcpt, {}) and reserved.allowed(rcpt, {"SAFETRAVEL_ONLY_RESERVED": "0"})


def test_pauses_grow_and_have_an_end():
    for cap in (backoff.FOREGROUND, backoff.BACKGROUND):
        middle = [backoff.pause(step, cap, 0.5) for step in range(20)]
        assert middle == sorted(middle) and middle[:3] == [0, 5, 15] and middle[-1] == cap
        for step in range(20):
            drawn = {backoff.pause(step, cap) for _ in range(50)}
            assert all(0.8 * middle[step] <= one <= 1.2 * middle[step] for one in drawn)
            assert step == 0 or len(drawn) > 10


def test_contacts_and_recipients(cli, tmp_path):
    given = {
        "smtp.host": "localhost", "smtp.from": "siti@example.org",
        "contact.ibu.name": "Ibu Siti", "contact.ibu.email": "ibu@example.org",
        "contact.ayah.email": "ayah@example.org, ayah2@example.org", "contact.kbri.email": "kbri@example.org",
        "contact.kbri.kind": "mission", "contact.bibi.phone": "+1 202-555-0143",
    }  # fmt: skip
    for name, value in given.items():
        assert cli("config", "set", name, value).code == 0, name
    env = smtp_kit.Env(environ={"SAFETRAVEL_HOME": os.environ["SAFETRAVEL_HOME"]})
    assert people.contacts(env)[1][:6] == ("bibi", "bibi", "", "+12025550143", "", "own")
    found = people.recipients(env)
    assert [(one.contact, one.rcpt, one.others, one.kind, one.missing) for one in found] == [
        ("ayah", "ayah@example.org", ("ayah2@example.org",), "own", ""), ("ibu", "ibu@example.org", (), "own", ""),
        ("kbri", "kbri@example.org", (), "mission", ""),
    ]  # fmt: skip
    assert [one.contact for one in people.recipients(env, drill=True)] == ["ayah", "ibu"]
    assert [one.contact for one in people.recipients(env, only=["ibu SITI"])] == ["ibu"]
    assert [one.contact for one in people.recipients(env, only=["mission", "ayah"])] == ["ayah", "kbri"]
    assert people.recipients(env, only=["nobody"]) == []
    # To another machine and back.
    exported = cli("config", "export").out
    file = tmp_path / "settings.toml"
    file.write_text(exported, encoding="utf-8")
    assert cli("config", "unset", "contact.kbri").code == 0 and len(people.contacts(smtp_kit.Env(environ=env.environ))) == 3
    assert cli("config", "unset", "contact.kbri").code == 3
    assert cli("config", "import", str(file)).code == 0 and cli("config", "export").out == exported


@pytest.mark.parametrize(("name", "value"), [
    ("smtp.port", "0"), ("smtp.port", "99999"), ("smtp.security", "none"), ("smtp.host", "mail example"), ("smtp.host", "x@y"),
    ("smtp.from", "siti"), ("smtp.from", "é@example.org"), ("contact.ibu.email", "ibu@"), ("contact.ibu.phone", "0812"),
    ("contact.ibu.kind", "police"), ("contact.ibu.name", "a\nb"), ("contact.Ibu.name", "Ibu"), ("contact..name", "Ibu"),
    ("contact.ibu.password", "x"), ("smtp.password", "secret"), ("contact.ibu", "x"), ("contact.a.b.c", "x"),
])  # fmt: skip
def test_settings_that_could_not_work_are_refused(cli, name, value):
    result = cli("config", "set", name, value)
    assert result.code in (2, 3) and result.err and "{" not in result.err
    assert "secret" not in result.out + result.err


def test_any_line_survives_export_and_import(cli, tmp_path):
    name = 'Ibu "\\" Ω = [x] # \'"""'
    assert cli("config", "set", "contact.ibu.name", name).code == 0
    file = tmp_path / "settings.toml"
    file.write_text(cli("config", "export").out, encoding="utf-8")
    cli("config", "unset", "contact.ibu")
    assert cli("config", "import", str(file)).code == 0
    assert cli("config", "get", "contact.ibu.name", "--json").json()["data"]["value"] == name
    assert settings.accepts(settings.find("contact.ibu.name"), name)


def test_clearing_away_takes_what_is_over_and_leaves_the_rest(tmp_path):
    folder = str(tmp_path)
    over, code = smtp_kit.store(tmp_path, to("ibu"))
    shared = photo(tmp_path, "shared.jpg")
    smtp_kit.add_photo(tmp_path, over, shared)
    own = smtp_kit.add_photo(tmp_path, over, photo(tmp_path, "own.jpg"))
    put(tmp_path, "accepted")
    put(tmp_path, "refused", kind="photo")
    waits, waits_code = smtp_kit.store(tmp_path, to("ibu"), text="SOS 2\n")
    kept = smtp_kit.add_photo(tmp_path, waits, shared)
    for_nobody, nobody_code = smtp_kit.store(tmp_path, [], text="SOS 3\n")
    (tmp_path / code).mkdir()
    (tmp_path / code / "alert.txt").write_text("SOS")
    assert queue.purge(folder, 0.0)["alerts"] == []
    done = queue.purge(folder, time.time() + 86400 * 365)
    assert (done["alerts"], done["kept"], done["files"]) == ([code], [waits_code, nobody_code], 2)
    assert (
        not (tmp_path / code).exists() and not (tmp_path / str(own["path"])).exists() and (tmp_path / str(kept["path"])).exists()
    )
    with open(outbox.file(folder), "rb") as file:
        assert over.encode() not in file.read()
    assert queue.purge(folder, 0.0, alert=waits)["kept"] == [waits_code]
    assert queue.purge(folder, 0.0, alert=waits, media_only=True, unsent=True)["files"] == 1
    assert states(tmp_path)[("ibu", "photo")] == "queued"
    assert queue.purge(folder, 0.0, alert=for_nobody, unsent=True)["alerts"] == [nobody_code]
    assert len(dump(outbox.file(folder))["alert"]) == 1
