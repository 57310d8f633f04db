"""`sos` where the disk, the outbox or the words are hostile."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
from email import message_from_binary_file
from email.policy import SMTP

import pytest

from running import SOURCE, surroundings
from safetravel_cli.sos import durable, media, outbox, schema
from sos_kit import code_in, codes, photo, rows
from sos_kit import outbox as outbox_folder

KEMLU = "+62 812 9007 0027"
NOT_STORED_HOMES = ["/proc/safetravel", "file", "file/deeper", "dangling", "file-as-outbox"]


def home_that_cannot_be_written(tmp_path, kind):
    """Return a home in which nothing can be made, whoever runs the test (root may write anywhere else)."""
    if kind.startswith("/"):
        return kind
    (tmp_path / "file").write_text("x")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere" / "deeper")
    if kind == "file-as-outbox":
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "outbox").write_text("x")
    return str(tmp_path / kind)


@pytest.mark.parametrize("kind", NOT_STORED_HOMES)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_where_nothing_can_be_stored_numbers_and_texts_are_printed_all_the_same(cli, tmp_path, kind, lang):
    home = home_that_cannot_be_written(tmp_path, kind)
    argv = ("sos", "--photo", photo(tmp_path), "--message", "help me", "--at", "japan")
    result = cli(*argv, lang=lang, env={"SAFETRAVEL_HOME": home})
    assert result.code == 8
    assert code_in(result.out) is None
    for words in (KEMLU, "help me", "tel:+", "sms:+", "https://wa.me/", "mailto:?", home):
        assert words in result.out, words
    data = cli(*argv, "--json", env={"SAFETRAVEL_HOME": home}).json()
    assert (data["status"], data["exit_code"]) == ("error", 8)
    assert (data["exit_code"], data["data"]["alert"]["stored"], data["data"]["alert"]["code"]) == (8, False, None)
    assert data["warnings"][-1]["id"] == "not_stored"


def damage(kind, path):
    """Put something that is no outbox in the place of the outbox."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if kind == "folder":
        os.mkdir(path)
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "garbage":
        with open(path, "wb") as file:
            file.write(os.urandom(9000))
    elif kind == "header-then-garbage":
        with open(path, "wb") as file:
            file.write(b"SQLite format 3\x00" + os.urandom(9000))
    elif kind in ("foreign", "old-form"):
        db = sqlite3.connect(path)
        if kind == "foreign":
            db.execute("PRAGMA application_id=42")
        else:
            db.execute(f"PRAGMA user_version={schema.VERSION}")
        db.execute("CREATE TABLE alert (other TEXT)")
        db.close()


@pytest.mark.parametrize("kind", ["folder", "fifo", "garbage", "header-then-garbage", "foreign", "old-form"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_what_is_no_outbox_is_set_aside_and_told(cli, kind, lang):
    path = os.path.join(outbox_folder(), "outbox.sqlite")
    damage(kind, path)
    result = cli("sos", "--message", "x", lang=lang)
    assert result.code == 78
    assert path + ".bad" in result.out.replace("\n  ", "").replace("\n", " ")
    assert codes() == [code_in(result.out)]
    assert os.path.lexists(path + ".bad")
    assert path + ".bad" in cli("sos", "list", "--json").json()["data"]["set_aside"]
    # Told once: the next alert finds a good outbox.
    assert ".bad" not in cli("sos", "--message", "y", lang=lang).out


def test_a_damaged_page_in_an_outbox_of_ours_sets_it_aside_with_its_alerts(cli):
    for number in range(20):
        cli("sos", "--message", f"{number} " + "x" * 3000)
    path = os.path.join(outbox_folder(), "outbox.sqlite")
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(os.urandom(40_000))
    for number in range(2):
        assert cli("sos", "--message", "x").code == 78
        assert len(codes()) == 1
        if number == 0:
            with open(path, "wb") as file:
                file.write(b"again" * 1000)
    assert sorted(name for name in os.listdir(outbox_folder()) if name.endswith(".bad")) == [
        "outbox.sqlite.2.bad", "outbox.sqlite.bad",
    ]  # fmt: skip


def test_the_journal_goes_with_the_outbox_that_is_set_aside(tmp_path):
    folder = str(tmp_path)
    for name in ("outbox.sqlite", "outbox.sqlite-journal"):
        (tmp_path / name).write_text("x")
    facts = os.lstat(outbox.file(folder))
    assert outbox.set_aside(folder, (facts.st_dev, facts.st_ino)) == outbox.file(folder) + ".bad"
    assert set(os.listdir(folder)) - {"aside.lock"} == {"outbox.sqlite.bad", "outbox.sqlite.bad-journal"}


def test_an_outbox_that_another_run_made_meanwhile_is_left(tmp_path):
    (tmp_path / "outbox.sqlite").write_text("new")
    outbox.set_aside(str(tmp_path), (1, 1))
    assert (tmp_path / "outbox.sqlite").read_text() == "new"


def test_list_and_show_say_that_the_outbox_is_damaged_and_leave_it(cli):
    path = os.path.join(outbox_folder(), "outbox.sqlite")
    damage("garbage", path)
    for argv in (("sos", "list"), ("sos", "show", "ABCDEF")):
        result = cli(*argv)
        assert result.code == 7 and "cannot be read" in result.err
    assert not os.path.exists(path + ".bad")


def test_an_empty_file_where_the_outbox_should_be_is_simply_filled(cli):
    os.makedirs(outbox_folder())
    open(os.path.join(outbox_folder(), "outbox.sqlite"), "w").close()
    assert cli("sos", "list").code == 0
    assert cli("sos", "--message", "x").code == 78
    assert len(codes()) == 1


def test_a_newer_outbox_is_written_to_not_set_aside(cli):
    cli("sos", "--message", "x")
    db = sqlite3.connect(os.path.join(outbox_folder(), "outbox.sqlite"))
    db.execute("ALTER TABLE alert ADD COLUMN later TEXT")
    db.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    db.close()
    assert cli("sos", "--message", "y").code == 78
    assert len(codes()) == 2
    assert rows("PRAGMA user_version") == [{"user_version": schema.VERSION + 1}]


def test_a_full_disk_takes_the_text_from_the_ballast(cli, monkeypatch, tmp_path):
    assert cli("sos", "--message", "x").code == 78
    ballast = os.path.join(outbox_folder(), "ballast")
    assert os.path.getsize(ballast) == 256 * 1024
    settle = outbox.Outbox._set_up
    limit = len(rows("SELECT 1 FROM alert"))

    def full(self):
        settle(self)
        if os.path.exists(ballast):
            pages = self.db.execute("PRAGMA page_count").fetchone()[0]
            self.db.execute(f"PRAGMA max_page_count={pages}")

    def no_room(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(outbox.Outbox, "_set_up", full)
    monkeypatch.setattr(durable, "write_new", no_room)
    result = cli("sos", "--message", "y" * 20_000, "--photo", photo(tmp_path))
    assert result.code == 78
    assert "Photo not stored: a.jpg. The disk is full" in result.out
    assert len(codes()) == limit + 1
    assert not os.path.exists(ballast)
    monkeypatch.undo()


def test_a_full_disk_without_ballast_is_told(cli, monkeypatch):
    def no_room(*_, **__):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(outbox.Outbox, "add_alert", no_room)
    result = cli("sos", "--message", "x")
    assert result.code == 8
    assert "ENOSPC" in result.out and KEMLU in result.out


def test_the_ballast_is_made_again(cli):
    cli("sos", "--message", "x")
    outbox.free_ballast(outbox_folder())
    cli("sos", "--message", "y")
    assert os.path.getsize(os.path.join(outbox_folder(), "ballast")) == 256 * 1024


def test_a_photo_that_does_not_fit_leaves_nothing_behind(cli, monkeypatch, tmp_path):
    keep = media.keep
    monkeypatch.setattr(media, "keep", lambda folder, path, kind: keep(folder, path, 1000, kind))
    result = cli("sos", "--photo", photo(tmp_path, size=2000), "--message", "x")
    assert "larger than" in result.out
    assert not os.path.exists(os.path.join(outbox_folder(), "media"))


def start(*argv):
    """Start a run of its own; its output is a pipe."""
    environ = {**surroundings(), "PYTHONPATH": SOURCE}
    return subprocess.Popen([sys.executable, "-m", "safetravel_cli", *argv], env=environ, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("damaged", [False, True])
def test_eight_at_once_are_all_stored(snapshot_file, damaged):
    if damaged:
        damage("garbage", os.path.join(outbox_folder(), "outbox.sqlite"))
    runs = [start("sos", "--plain", "--message", f"number {number}") for number in range(8)]
    said = [code_in(run.communicate(timeout=120)[0]) for run in runs]
    assert [run.returncode for run in runs] == [78] * 8
    assert sorted(codes()) == sorted(said)
    assert sum(name.endswith(".bad") for name in os.listdir(outbox_folder())) == damaged


HOSTILE = {
    "surrogates": "a\udcff\ud800b",
    "line ends": "one\r\nBcc: someone@example.org\r\rX: y\u2028z\x0b\x0c",
    "nul": "a\x00b",
    "escape": "\x1b]0;title\x07\x1b[2Jred\x9b31m",
    "bidi": "abc\u202etxt.gpj\u2066\u200f",
    "tags": "\U000e0041\ufeff\u00ad",
    "marks": "e" + "\u0301" * 500,
    "percent": "100% %s {name} {0} %0A &body=x?to=a@example.org#",
    "markup": "[bold red]x[/] <b>&amp;</b> '); DROP TABLE alert; --",
    "emoji": "👩‍👩‍👧 tolong 🆘",
    "arabic": "النجدة ساعدوني",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("where", ["--message", "--at", "--photo"])
def test_hostile_words_are_stored_cleaned_and_harmless(cli, tmp_path, words, where):
    value = words
    if where == "--photo":
        value = os.path.join(str(tmp_path), words.replace("/", "_")[:80] + ".jpg")
        if "\x00" not in words and "\ud800" not in words:
            os.rename(photo(tmp_path), value)
    result = cli("sos", "--message", "x", where, value)
    assert result.code == 78
    for char in result.out:
        assert char == "\n" or char.isprintable() or char == "\u200d", ascii(char)
    code = code_in(result.out)
    shown = cli("sos", "show", code)
    assert shown.code == 0
    assert all(char == "\n" or char.isprintable() or char == "\u200d" for char in shown.out)
    cli("sos", "--message", "x", where, value, "--json").json()
    assert cli("sos", "list").code == 0
    folder = os.path.join(outbox_folder(), code)
    with open(os.path.join(folder, "alert.eml"), "rb") as file:
        raw = file.read()
        file.seek(0)
        mail = message_from_binary_file(file, policy=SMTP)
    assert sorted(set(map(str.lower, mail.keys())) - {"content-type", "content-transfer-encoding"}) == [
        "date", "importance", "message-id", "mime-version", "subject", "x-unsent",
    ]  # fmt: skip
    assert mail["Subject"].startswith(f"SOS {code}")
    assert not mail.defects and b"\x00" not in raw and all(byte < 128 for byte in raw)
    assert set(os.listdir(folder)) <= {"alert.txt", "alert.eml", "photo-1.jpg"}


def test_naughty_strings_pass_through_the_whole_command(cli):
    path = os.path.join(os.path.dirname(__file__), "..", "fixtures", "blns", "blns.json")
    with open(path, encoding="utf-8") as file:
        strings = json.load(file)
    # All in few alerts: what matters is that none of them stops one.
    for first in range(0, len(strings), 40):
        text = "\n".join(strings[first : first + 40])
        result = cli("sos", "--message", text, "--at", strings[first] or "x")
        assert result.code == 78
        assert all(char == "\n" or char.isprintable() or char == "\u200d" for char in result.out)
    assert len(codes()) == -(-len(strings) // 40)
