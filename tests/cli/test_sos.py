"""`sos` as a traveller sees it: numbers, then stored, then photos, then what can be sent by hand."""

import os
import re
import socket
import struct
import sys
import types
import zlib

import pytest

from running import NOW, fresh
from safetravel_cli import run as runner
from safetravel_cli.env import Env
from safetravel_cli.sos import alert as sos_alert
from sos_kit import code_in, codes, digest, outbox, photo, rows

KEMLU = "+62 812 9007 0027"


def stages(arguments, view="plain"):
    """Yield the answers of `sos`, with the surroundings of a test."""
    env = Env(environ={**os.environ, "TZ": "Etc/UTC"}, now=lambda: NOW)
    env.view = view
    return sos_alert.answer({"photo": [], "message": None, "at": None, **arguments}, env)


@pytest.mark.parametrize(("lang", "stored", "kept", "send"), [
    ("en", "STORED. Code", "Photo stored: a.jpg", "SEND IT YOURSELF"),
    ("id", "TERSIMPAN. Kode", "Foto tersimpan: a.jpg", "KIRIMKAN SENDIRI"),
])  # fmt: skip
def test_numbers_come_first_then_stored_then_the_photo_then_the_hand(cli, tmp_path, lang, stored, kept, send):
    result = cli("sos", "--photo", photo(tmp_path), "--message", "lost passport", "--at", "japan", lang=lang)
    places = [result.out.index(words) for words in ("+81", KEMLU, stored, kept, send)]
    assert places == sorted(places)
    assert result.code == 78
    assert codes() == [code_in(result.out)]


def test_nothing_is_called_stored_before_another_reader_finds_it(snapshot_file, tmp_path):
    path = photo(tmp_path)
    steps = stages({"photo": [path], "message": "x", "at": "japan"})
    assert next(steps).data["stage"] == "call"
    assert not os.path.exists(outbox())
    first = next(steps)
    assert (first.data["stage"], first.data["alert"]["stored"]) == ("stored", True)
    assert rows("SELECT code FROM alert") == [{"code": first.data["alert"]["code"]}]
    # The text is safe before the photo is touched: it may vanish now.
    os.unlink(path)
    second = next(steps)
    assert second.data["stage"] == "media"
    assert second.data["parts"][1]["stored"] is False
    last = list(steps)[-1]
    assert (last.data["stage"], last.exit_code) == ("hand", 78)


def test_each_part_carries_the_sha256_of_its_bytes(cli, tmp_path):
    first, second = photo(tmp_path, "a.jpg", 3_000_000), photo(tmp_path, "b.png", 70, b"\x89PNG\r\n\x1a\n")
    result = cli("sos", "--json", "--photo", first, second, "--message", "two photos", "--at", "35.66,139.70")
    data = result.json()["data"]
    assert [part["sha256"] for part in data["parts"][1:]] == [digest(first), digest(second)]
    for row in rows("SELECT path, sha256, bytes FROM part WHERE kind = 'photo'"):
        kept = os.path.join(outbox(), row["path"])
        assert (digest(kept), os.path.getsize(kept)) == (row["sha256"], row["bytes"])
    folder = data["hand"]["folder"]
    assert sorted(os.listdir(folder)) == ["alert.eml", "alert.txt", "photo-1.jpg", "photo-2.png"]
    with open(os.path.join(folder, "alert.txt"), encoding="utf-8") as file:
        text = file.read()
    assert digest(first) in text and digest(second) in text and data["alert"]["code"] in text


def test_json_is_one_envelope_with_everything(cli, tmp_path):
    result = cli("sos", "--json", "--photo", photo(tmp_path), "--message", "help", "--at", "35.66,139.70")
    envelope = result.json()
    assert (envelope["command"], envelope["exit_code"], envelope["warnings"]) == ("sos", 78, [])
    assert envelope["status"] == "success"
    data = envelope["data"]
    assert data["position"] == {"lat": 35.66, "lon": 139.7, "method": "given", "accuracy_m": None, "age_s": None}
    assert data["call"]["iso2"] == "JP"
    assert set(data["alert"]) == {"code", "id", "created_utc", "stored", "drill", "stopped"}
    assert data["alert"]["created_utc"] == "2026-11-25T03:00:00Z"
    assert [set(part) >= {"kind", "sha256", "bytes", "stored", "problem"} for part in data["parts"]] == [True, True]
    assert set(data["hand"]["links"]) == {"tel", "sms", "whatsapp", "mailto"}
    assert data["hand"]["links"]["mailto"].startswith("mailto:?subject=SOS")
    assert "problems" not in data and "asked" not in data


def test_files_that_are_no_photos_are_refused_one_by_one(cli, tmp_path):
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "text.jpg").write_text("no photo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "link.jpg").symlink_to(photo(tmp_path, "real.jpg"))
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "socket"))
    names = ["fifo", "empty.jpg", "text.jpg", "loop", "gone.jpg", "socket", "", "link.jpg"]
    files = [os.path.join(str(tmp_path), name) for name in names] + ["/dev/zero", "nul\x00.jpg"]
    result = cli("sos", "--photo", *files, "--message", "x", "--at", "japan")
    server.close()
    assert result.code == 78
    for words in (
        "fifo. It is not an ordinary file", "empty.jpg. The file is empty", "text.jpg. It is not a photo",
        "loop. There is no such file", "gone.jpg. There is no such file", "socket. It is not an ordinary file",
        "zero. It is not an ordinary file", "nul.jpg. There is no such file", "It is a folder",
    ):  # fmt: skip
        assert words in result.out, words
    assert "Photo stored: link.jpg" in result.out
    assert len(rows("SELECT 1 FROM part WHERE kind = 'photo'")) == 1


@pytest.mark.parametrize("at", ["nowhereland", "korea", "91,200", "geo:x", "12"])
def test_a_place_that_is_not_understood_goes_along_as_it_was_written(cli, at):
    result = cli("sos", "--json", "--message", "x", "--at", at)
    assert result.code == 78
    envelope = result.json()
    assert envelope["data"]["at"] == at
    assert len(envelope["warnings"]) == 1
    assert "stored all the same" in envelope["warnings"][0]["hint"]
    code = envelope["data"]["alert"]["code"]
    assert f"In the sender's own words: {at}" in cli("sos", "show", code, "--json").json()["data"]["text"]


def test_without_any_facts_the_central_number_and_the_position_are_still_there(cli, tmp_path):
    result = cli("sos", "--message", "x", "--at", "-6.2,106.8", env={"SAFETRAVEL_SNAPSHOT": str(tmp_path / "none")})
    assert result.code == 78
    assert result.out.index(KEMLU) < result.out.index("STORED")
    assert "bundled facts are not there" in result.out
    assert "-6.20000,106.80000" in result.out


def test_a_damaged_snapshot_or_state_does_not_stop_an_alert(cli, tmp_path):
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"SQLite format 3\x00" + os.urandom(5000))
    os.makedirs(os.environ["SAFETRAVEL_HOME"])
    with open(os.path.join(os.environ["SAFETRAVEL_HOME"], "state.sqlite"), "wb") as file:
        file.write(os.urandom(5000))
    assert cli("sos", "--message", "x", env={"SAFETRAVEL_SNAPSHOT": str(broken)}).code == 78
    assert cli("sos", "--message", "x").code == 78
    assert len(codes()) == 2


def test_a_look_up_that_fails_in_an_unforeseen_way_is_a_line(cli, monkeypatch):
    from safetravel_cli.geo import whereami

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(whereami, "where", broken)
    result = cli("sos", "--message", "x", "--at", "japan")
    assert result.code == 78
    assert "ZeroDivisionError" in result.out and KEMLU in result.out and "Traceback" not in result.out


@pytest.mark.parametrize("stage", ["_call", "_stored", "_media", "_hand"])
def test_a_page_that_breaks_does_not_stop_what_is_still_to_be_stored(cli, monkeypatch, tmp_path, stage):
    from safetravel_cli.pages import sos as page

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(page, stage, broken)
    cli("sos", "--photo", photo(tmp_path), "--message", "x", "--at", "japan")
    assert len(codes()) == 1
    assert len(rows("SELECT 1 FROM part")) == 2
    assert os.path.exists(os.path.join(outbox(), codes()[0], "alert.eml"))


def test_numbers_in_a_form_that_nobody_foresaw_leave_the_last_one(cli, monkeypatch):
    from safetravel_cli.pages import emergency

    monkeypatch.setattr(emergency, "call", lambda *_: 1 / 0)
    result = cli("sos", "--message", "x", "--at", "japan")
    assert result.code == 78 and KEMLU in result.out


def test_the_message_comes_from_standard_input(cli):
    result = cli("sos", "--message", "-", "--at", "japan", stdin="from a pipe\nsecond line\n")
    assert "from a pipe" in cli("sos", "show", code_in(result.out)).out


def test_a_message_through_a_real_pipe(snapshot_file):
    script = "import os,sys; r,w=os.pipe(); os.write(w, b'tolong \\xff'); os.close(w); os.dup2(r,0);"
    result = fresh(script + "from safetravel_cli.entry import script; script()", "sos", "-m", "-", "--plain")
    assert result.code == 78
    assert "tolong \ufffd" in rows("SELECT body FROM alert")[0]["body"]


def test_an_endless_message_is_cut_and_said(cli):
    result = cli("sos", "--json", "--message", "a" * 50_000)
    assert [warning["id"] for warning in result.json()["warnings"]] == ["message_cut"]


def test_words_alone_are_not_needed(cli):
    result = cli("sos")
    assert result.code == 78 and code_in(result.out) in codes()


def test_saved_place_and_time_zone_give_the_country(cli):
    assert cli("sos", "--json", env={"TZ": "Asia/Tokyo"}).json()["data"]["position"]["method"] == "time_zone"
    cli("here", "kuala", "lumpur")
    data = cli("sos", "--json", now=NOW + 3 * 86400).json()["data"]
    assert (data["call"]["iso2"], data["position"]["method"], data["position"]["age_s"]) == ("MY", "saved_place", 259200)
    assert "3 days old" in cli("sos", "show", data["alert"]["code"]).out


def test_the_mission_in_charge_comes_alone_where_the_place_is_known(cli):
    data = cli("sos", "--json", "--at", "34.69,135.50").json()["data"]
    assert [mission["short_name"] for mission in data["call"]["missions"]] == ["KJRI Osaka"]


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("columns", [30, 40, 80, 120])
@pytest.mark.parametrize("at", ["japan", "35.66,139.70", "nowhereland"])
def test_numbers_stay_whole_and_nothing_is_empty_at_any_width(cli, tmp_path, lang, columns, at):
    result = cli("sos", "--photo", photo(tmp_path), "--message", "x", "--at", at, lang=lang, columns=columns)
    assert KEMLU in result.out
    for word in (r"\bNone\b", r"\bnan\b", r"\{", r"\bsos\."):
        assert not re.search(word, result.out.replace("/sos.", "")), word
    assert result.err == ""


def test_list_and_show(cli, tmp_path):
    assert "No alert is stored" in cli("sos", "list").out
    assert cli("sos", "show", "ABCDEF").code == 3
    one = code_in(cli("sos", "--message", "first", "--at", "japan").out)
    two = code_in(cli("sos", "--message", "second", "--photo", photo(tmp_path)).out)
    listed = cli("sos", "list", "--json").json()["data"]["alerts"]
    assert [(row["code"], row["message"], row["photos"], row["state"]) for row in listed] == [
        (two, "second", 1, "stored"),
        (one, "first", 0, "stored"),
    ]
    typed = f"{two[:3].lower()}-{two[3:].lower()}"
    shown = cli("sos", "show", typed, "--json").json()["data"]
    assert [part["state"] for part in shown["parts"]] == ["whole", "whole"]
    assert "stored, not sent" in cli("sos", "show", one).out
    missing = cli("sos", "show", "ZZZZZZ")
    assert missing.code == 3 and one in missing.err and two in missing.err


def test_show_tells_a_photo_that_was_changed_or_lost(cli, tmp_path):
    code = code_in(cli("sos", "--photo", photo(tmp_path), "--message", "x").out)
    path = os.path.join(outbox(), rows("SELECT path FROM part WHERE kind = 'photo'")[0]["path"])
    with open(path, "ab") as file:
        file.write(b"x")
    assert "changed" in cli("sos", "show", code).out
    os.unlink(path)
    assert "missing" in cli("sos", "show", code).out


def test_folders_and_files_are_for_their_owner_alone(cli, tmp_path):
    old = os.umask(0)
    try:
        cli("sos", "--photo", photo(tmp_path), "--message", "x")
    finally:
        os.umask(old)
    for folder, _, files in os.walk(outbox()):
        assert os.stat(folder).st_mode & 0o777 == 0o700, folder
        for name in files:
            assert os.stat(os.path.join(folder, name)).st_mode & 0o777 == 0o600, name


class Terminal:
    """A standard output that says it is a terminal."""

    encoding = "utf-8"

    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def fileno(self):
        raise OSError


def on_terminal(arguments):
    terminal = Terminal()
    env = Env(environ={**os.environ, "COLUMNS": "100", "SAFETRAVEL_LANG": "en"}, stdout=terminal, now=lambda: NOW)
    assert env.view == "rich"
    code = runner.run("sos", {"photo": [], "message": "x", "at": "japan", **arguments}, env)
    return code, terminal.text


def test_a_qr_code_on_a_terminal(snapshot_file):
    code, text = on_terminal({})
    assert code == 78 and "█▀" in text


def test_no_qr_code_where_segno_is_missing(snapshot_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "segno", None)
    code, text = on_terminal({})
    assert code == 78 and "█▀" not in text and "Send it yourself" in text


def test_no_qr_code_in_plain_output(snapshot_file, cli):
    assert "█" not in cli("sos", "--message", "x").out


def test_what_leads_to_stored_needs_none_of_the_slow_modules(snapshot_file, tmp_path):
    script = """
import sys
from safetravel_cli.env import Env
from safetravel_cli.sos import alert
from safetravel_cli.i18n import Say
from safetravel_cli.pages import sos
slow = "typer rich re dataclasses typing pathlib platformdirs tomllib gettext json argparse logging zoneinfo".split()
slow += "email segno httpx importlib.util".split()
present = set(sys.modules)
env = Env()
for answer in alert.answer({"photo": [sys.argv[1]], "message": "x", "at": "japan"}, env):
    sos.page(answer.data, Say("id"))
    if answer.data["stage"] == "hand":
        break
    print(answer.data["stage"], sorted((set(sys.modules) - present) & set(slow)))
"""
    result = fresh("import os;" + script.strip(), photo(tmp_path))
    assert result.out.splitlines() == ["call []", "stored []", "media []"], result


def test_the_central_number_in_the_code_is_the_one_in_the_facts(snapshot):
    from safetravel_cli.sos.call import LAST_RESORT

    row = snapshot.row("SELECT * FROM central_contact WHERE contact_id = 'kemlu-protection-hotline'")
    for column in ("title_en", "title_id", "channel", "as_of"):
        assert LAST_RESORT[column] == row[column]
    assert LAST_RESORT["number"] == row["number_e164"]


def test_two_alerts_at_the_same_code_are_impossible(cli, monkeypatch):
    from safetravel_cli.sos import code

    drawn = iter(["AAAAAA", "AAAAAA", "CCCCCC"])
    monkeypatch.setattr(code, "new", lambda: next(drawn))
    cli("sos")
    cli("sos")
    assert codes() == ["AAAAAA", "CCCCCC"]


def test_an_interrupt_while_the_message_is_typed_ends_with_130(cli, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    from safetravel_cli.sos import typed

    monkeypatch.setattr(typed, "read", interrupted)
    assert cli("sos", "--message", "-").code == 130


def test_a_fact_that_cannot_be_laid_out_is_stored_as_it_was_typed(cli, monkeypatch):
    from safetravel_cli.sos import message

    monkeypatch.setattr(message, "compose", lambda *_: 1 / 0)
    result = cli("sos", "--message", "just this")
    assert result.code == 78
    assert "just this" in rows("SELECT body FROM alert")[0]["body"]


def test_a_broken_sqlite_still_prints_the_number(cli, monkeypatch):
    broken = types.ModuleType("sqlite3")
    for name in [name for name in sys.modules if name.startswith(("safetravel_cli.sos.outbox", "safetravel_cli.store"))]:
        monkeypatch.delitem(sys.modules, name)
    from safetravel_cli import sos

    monkeypatch.delattr(sos, "outbox", raising=False)
    monkeypatch.setitem(sys.modules, "sqlite3", broken)
    result = cli("sos", "--message", "x")
    assert result.code == 8
    assert KEMLU in result.out and "NOT STORED" in result.out and "sms:" in result.out


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_mistyped_alert_says_whom_to_call(cli, snapshot, lang):
    hotline = snapshot.row("SELECT number_e164 FROM central_contact WHERE coalesce(country_code, '') = '' ORDER BY rank")
    result = cli("sos", "--phot", "img.jpg", lang=lang)
    assert result.code == 2
    assert str(hotline["number_e164"]) in result.err.replace("\u00a0", "").replace(" ", "")


def test_a_picture_of_a_hundred_megapixels_is_kept_unopened(cli, tmp_path):
    """Twelve kilobytes that no reader should unpack on the way to STORED: ten thousand pixels a side."""

    def chunk(name, octets):
        return struct.pack(">I", len(octets)) + name + octets + struct.pack(">I", zlib.crc32(name + octets))

    head = struct.pack(">IIBBBBB", 10_000, 10_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(10_000 * (1 + 1250)), 9)
    photo = tmp_path / "big.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    run = cli("sos", "--photo", str(photo), "--at", "35.66,139.70", "--json")
    assert run.code == 78
    (part,) = [one for one in run.json()["data"]["parts"] if one["kind"] == "photo"]
    assert (part["stored"], part["bytes"], part["mime"]) == (True, photo.stat().st_size, "image/png")
