"""`sync`: asking without fetching, less than everything, from a stick, through other networks, and taking it all back."""

import io
import json
import os
import shutil
import socket
import sqlite3
import ssl
import threading

import pytest
import trustme

from running import NOW, surroundings
from safetravel_cli import entry, paths
from safetravel_cli.env import Env
from safetravel_cli.store import overlay_writer
from safetravel_cli.sync.feeds import FEEDS
from sync_kit import (
    ADVICE,
    CA,
    CDC,
    DE,
    ECB,
    FEED_NAMES,
    GDACS,
    HISTORY,
    IDR,
    PATHS,
    ROWS,
    US,
    Sources,
    bundled_times,
    ca,
    cdc,
    de,
    ecb,
    ecb_archive,
    index,
    page,
    save_all,
    us,
    us_feed,
)


@pytest.fixture(scope="session")
def quiet(snapshot):
    """Return an index of the United Kingdom in which nothing changed since the bundled levels."""
    return index(**bundled_times(snapshot))


@pytest.fixture
def sources(quiet):
    """Return all sources, whole and new, no page of a country to read."""
    with Sources() as held:
        held.put(ADVICE, quiet)
        yield held


@pytest.fixture
def sync(cli, sources):
    """Return `sync(*argv)`, led to the sources on this machine."""

    def run(*argv, env=None, **options):
        return cli("sync", *argv, env={**sources.environ, **(env or {})}, **options)

    return run


def rows(result):
    """Return feed -> row of a run with --json, also of one that failed."""
    answer = result.json()
    found = answer["data"].get("sources") or answer["errors"][0]["choices"]
    return {row["feed"]: row for row in found}


def count():
    """Return how many rows of each source are held."""
    db = sqlite3.connect(paths.overlay_file(os.environ))
    try:
        tables = ("rate", "advice", "notice", "disaster", "reference_rate")
        return dict(row for name in tables for row in db.execute(f"SELECT feed, count(*) FROM {name} GROUP BY feed"))
    finally:
        db.close()


def test_a_first_run_takes_ten_requests_at_most_and_says_what_came(sync, sources):
    data = sync("--json").json()["data"]
    assert data["requests"] == len(sources.asked) == len(FEED_NAMES)
    assert data["bytes"] == sum(one.sent for one in sources.asked)
    assert count() == ROWS


def test_the_card_shows_each_government_with_its_own_source_and_date(cli, sync):
    sync()
    card = cli("country", "mali", "--json").json()["data"]
    found = {row["government"]: row for row in card["advice"] if row["live"]}
    assert {name: row["as_of"] for name, row in found.items()} == dict.fromkeys(("GB", "US", "CA", "DE"), "2026-11-25")
    assert {name: row["updated_on"] for name, row in found.items() if name != "GB"} == dict.fromkeys(
        ("US", "CA", "DE"), "2026-11-21"
    )
    assert (found["US"]["source"], found["CA"]["source"]) == ("US State Department", "Global Affairs Canada travel advice")
    assert (found["DE"]["level"], found["DE"]["words"]) == (None, "Travel warning")
    (notice,) = card["health_notices"]
    assert (notice["level"], notice["title"], notice["published_on"]) == (2, "Dengue in Mali", "2026-11-20")
    assert (notice["source"], notice["as_of"]) == ("US CDC", "2026-11-25")
    for lang, words in (("en", "Health notice (US CDC)"), ("id", "Peringatan kesehatan (CDC AS)")):
        out = cli("country", "mali", "--section", "advice", lang=lang, columns=0).out
        assert words in out
        assert "Dengue in Mali" in out


def test_a_level_that_changed_is_shown_and_the_earlier_one_is_gone(cli, sync, sources):
    sync()
    sources.put(CA, ca("2026-11-24T12:00:00", JP=3))
    sources.put(DE, de(1795500000, JP="warning"))
    sources.put(US, us("2026-11-24T19:00:00-05:00", JP=4))
    result = rows(sync("--json"))
    assert [name for name, row in result.items() if row["status"] == "updated"] == ["us_advice", "ca_advice", "de_advice"]
    found = {row["government"]: row["words_en"] for row in cli("country", "JP", "--json").json()["data"]["advice"]}
    assert (found["US"], found["CA"], found["DE"]) == ("Do not travel", "Avoid all travel", "Travel warning")


def test_what_was_fetched_is_never_a_phone_or_a_law(cli, sync):
    before = cli("country", "mali", "--json").json()["data"]
    sync()
    after = cli("country", "mali", "--json").json()["data"]
    for name in ("emergency", "missions", "hotlines", "asean_help", "laws", "safety", "entry"):
        assert after[name] == before[name]


def test_the_second_address_of_the_united_states_has_another_form(sync, sources):
    sources.put("/TAsTWs.xml", us_feed(), "application/rss+xml")
    both = {"SAFETRAVEL_FEED_US_ADVICE_URL": f"{sources.url('/nothing')} {sources.url('/TAsTWs.xml')}"}
    assert rows(sync("--json", env=both))["us_advice"]["rows"] == ROWS["us_advice"] + 1


def test_check_asks_without_taking_anything_and_writes_nothing(sync, sources):
    result = sync("--check", "--json")
    assert result.code == 0
    assert {row["status"] for row in rows(result).values()} == {"new"}
    assert sources.bodies() == 0
    assert len(sources.asked) == len(FEED_NAMES)
    assert rows(result)["ecb"]["bytes"] == len(ecb())
    assert not os.path.exists(os.environ["SAFETRAVEL_HOME"])
    sync()
    sources.asked.clear()
    sources.put(CDC, cdc("Tue, 24 Nov 2026 05:00:00 GMT"), "application/rss+xml")
    found = rows(sync("--check", "--json"))
    assert {name: row["status"] for name, row in found.items() if row["status"] != "unchanged"} == {"cdc": "new"}
    assert sources.bodies() == 0
    assert all(one.conditional for one in sources.asked)
    assert {name: row["rows"] for name, row in found.items()} == ROWS


def test_check_says_when_it_cannot_tell(sync, sources):
    sources.validators = False
    sync()
    assert {row["status"] for row in rows(sync("--check", "--json")).values()} == {"unsure"}
    sources.faults[ECB] = "portal"
    result = sync("--check", "--json")
    assert result.json()["data"]["status"] == "partial"
    assert rows(result)["ecb"]["problem"]["id"] == "net_portal"


def test_dry_run_asks_nobody_and_writes_nothing(cli, sources):
    result = cli("sync", "--dry-run", "--json")
    assert result.code == 0
    assert {row["feed"]: tuple(row["addresses"]) for row in result.json()["data"]["sources"]} == {
        feed.name: feed.urls for feed in FEEDS
    }
    assert not any(row["conditional"] for row in result.json()["data"]["sources"])
    assert (result.json()["data"]["requests"], sources.asked) == (0, [])
    assert not os.path.exists(os.environ["SAFETRAVEL_HOME"])
    for lang, words in (("en", "The network was not used."), ("id", "Jaringan tidak dipakai.")):
        assert words in cli("sync", "--dry-run", lang=lang, env={"SAFETRAVEL_OFFLINE": "1"}).out


def test_max_size_bounds_what_travels_and_leaves_the_rest_as_it_was(sync, sources):
    result = sync("--json", "--max-size", "20K")
    found = rows(result)
    small = {name for name, path in PATHS.items() if len(sources.answers[path][0]) < 20_000}
    assert found["uk_advice"]["problem"]["id"] == "net_over_budget"
    assert {name for name, row in found.items() if row["status"] == "updated"} <= small
    assert found["ecb"]["status"] == "updated"
    assert result.json()["data"]["bytes"] <= 20_000
    assert rows(sync("--json", "--max-size", "2 MB"))["uk_advice"]["status"] == "updated"


@pytest.mark.parametrize("size", ["0", "-1", "much", "1x", "K", "nan", "1e400"])
def test_a_size_that_is_none(sync, sources, size):
    result = sync("--max-size", size)
    assert result.code == 2
    assert "500K" in result.err
    assert sources.asked == []


def test_answers_that_were_carried_on_a_stick(cli, sync, sources, tmp_path):
    save_all(tmp_path)
    for name in os.listdir(tmp_path):
        os.utime(tmp_path / name, (NOW - 86400, NOW - 86400))
    result = sync("--from", str(tmp_path), "--json")
    assert result.code == 0
    data = result.json()["data"]
    assert (data["mode"], data["requests"], data["bytes"], sources.asked) == ("from", 0, 0, [])
    assert count() == ROWS
    found = {row["government"]: row for row in cli("country", "JP", "--json").json()["data"]["advice"]}
    # As old as the files, not as the day on which they were read.
    assert found["US"]["as_of"] == "2026-11-24"
    assert "The network was not used." in sync("--from", str(tmp_path)).out
    # What comes over the network afterwards is asked for whole.
    sync()
    assert not any(one.conditional for one in sources.asked)


def test_one_saved_answer(sync, sources, tmp_path):
    (tmp_path / "index-alpha-eng.json").write_bytes(ca())
    assert rows(sync("--from", str(tmp_path / "index-alpha-eng.json"), "--json")).keys() == {"ca_advice"}
    (tmp_path / "download (3).bin").write_bytes(ecb())
    assert rows(sync("--from", str(tmp_path / "download (3).bin"), "--only", "ecb", "--json"))["ecb"]["rows"] == 29
    assert sources.asked == []


def test_a_saved_page_of_a_country_is_read_beside_its_index(sync, quiet, tmp_path, snapshot):
    (tmp_path / "uk_advice.json").write_bytes(index(**{**bundled_times(snapshot), "mali": "2026-11-20T10:00:00Z"}))
    assert rows(sync("--from", str(tmp_path), "--json"))["uk_advice"]["pending"] == ["ML"]
    (tmp_path / "uk_advice").mkdir()
    (tmp_path / "uk_advice" / "mali.json").write_bytes(page("mali", "2026-11-20T10:00:00Z", "avoid_all_travel_to_parts"))
    row = rows(sync("--from", str(tmp_path), "--json"))["uk_advice"]
    assert (row["pending"], row["levels_read"]) == ([], 1)


def test_an_older_file_takes_nothing_back(sync, tmp_path):
    sync()
    before = count()
    (tmp_path / "ca_advice.json").write_bytes(ca("2026-11-01T12:00:00", JP=3))
    (tmp_path / "ecb.xml").write_bytes(ecb("2026-11-02"))
    os.utime(tmp_path / "ca_advice.json", (NOW - 20 * 86400, NOW - 20 * 86400))
    found = rows(sync("--from", str(tmp_path), "--json"))
    assert {name: row["status"] for name, row in found.items()} == {"ca_advice": "unchanged", "ecb": "unchanged"}
    assert count() == before
    db = sqlite3.connect(paths.overlay_file(os.environ))
    held = db.execute("SELECT level, as_of FROM advice WHERE feed = 'ca_advice' AND country_code = 'JP'").fetchall()
    db.close()
    assert held == [(1, "2026-11-25")]


@pytest.mark.parametrize("kind", ["nowhere", "empty folder", "another file"])
def test_nothing_that_a_source_would_have_sent(sync, tmp_path, kind):
    path = tmp_path / "x"
    if kind == "empty folder":
        path.mkdir()
    elif kind == "another file":
        path.write_bytes(b"{}")
    result = sync("--from", str(path))
    assert result.code == 2
    assert "index-alpha-eng" in result.err or "ca_advice" in result.err
    assert not os.path.exists(os.environ["SAFETRAVEL_HOME"])


def test_what_is_no_answer_on_the_stick_is_refused(sync, tmp_path):
    (tmp_path / "ecb.xml").write_bytes(b"<!DOCTYPE html><html>Please log in</html>")
    (tmp_path / "cdc.xml").write_bytes(b" " * 3_000_000)
    os.mkfifo(tmp_path / "gdacs.json")
    result = sync("--from", str(tmp_path), "--json")
    assert result.code == 6
    assert {name: row["problem"]["id"] for name, row in rows(result).items()} == {"ecb": "shape_changed", "cdc": "net_too_big"}


def test_reset_takes_away_what_was_fetched_and_nothing_else(cli, sync):
    sync()
    cli("here", "tokyo")
    result = cli("sync", "reset", "--json")
    assert result.code == 0
    assert result.json()["data"]["removed"] >= 1
    assert not os.path.exists(paths.overlay_file(os.environ))
    assert os.path.exists(paths.state_file(os.environ))
    assert not any(row["live"] for row in cli("country", "JP", "--json").json()["data"]["advice"])
    assert "nothing to remove" in cli("sync", "reset").out
    assert "Tidak ada" in cli("sync", "reset", lang="id").out
    assert rows(sync("--json"))["ecb"]["status"] == "updated"


def test_a_journal_that_was_left_is_not_taken_into_another_file(sync):
    os.makedirs(os.environ["SAFETRAVEL_HOME"])
    with open(paths.overlay_file(os.environ) + "-journal", "wb") as file:
        file.write(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0\0\0\1" * 200)
    sync()
    assert count() == ROWS


def test_no_space_for_one_source_leaves_the_others(sync, monkeypatch):
    real = overlay_writer._open

    def small(path):
        db = real(path)
        db.execute("PRAGMA max_page_count=40")
        return db

    monkeypatch.setattr(overlay_writer, "_open", small)
    result = sync("--json")
    assert result.code == 0
    problems = {row["problem"]["id"] for row in rows(result).values() if row["status"] == "failed"}
    assert problems == {"not_kept"}
    held = count()
    assert held
    assert all(ROWS[name] == number for name, number in held.items())


def test_no_space_for_anything(sync, monkeypatch):
    sync()
    before = count()
    real = overlay_writer._open

    def full(path):
        db = real(path)
        db.execute(f"PRAGMA max_page_count={db.execute('PRAGMA page_count').fetchone()[0]}")
        db.execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON main.feed BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        return db

    monkeypatch.setattr(overlay_writer, "_open", full)
    result = sync(now=NOW + 86400)
    assert result.code == 2
    assert "disk is full" in result.err
    assert "stay in use" in result.err
    assert count() == before


def test_a_folder_where_the_file_should_be(sync, sources):
    os.makedirs(paths.overlay_file(os.environ))
    result = sync()
    assert result.code == 2
    assert "Nothing can be kept" in result.err
    assert sources.asked == []


def test_another_run_that_is_writing_is_not_taken_for_damage(sync, monkeypatch):
    sync()
    monkeypatch.setattr(overlay_writer, "BUSY_SECONDS", 0.05)
    db = sqlite3.connect(paths.overlay_file(os.environ), isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    assert sync().code == 2
    db.execute("ROLLBACK")
    db.close()
    assert not os.path.exists(paths.overlay_file(os.environ) + ".bad")
    assert count() == ROWS


def test_an_overlay_of_an_earlier_release_is_read_and_grows(cli, sync):
    sync("--only", "ecb")
    db = sqlite3.connect(paths.overlay_file(os.environ))
    for name in ("notice", "disaster", "reference_rate"):
        db.execute(f"DROP TABLE {name}")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'lists'")
    db.commit()
    db.close()
    result = cli("country", "JP", "--json")
    assert result.json()["data"]["health_notices"] == []
    assert result.json()["data"]["currencies"][0]["rate"]["live"] is True
    assert result.err == ""
    sync()
    assert count() == ROWS


class Terminal(io.StringIO):
    """A stream that says that a person reads it."""

    def isatty(self):
        return True


def on_a_terminal(sources, *argv, view="rich", columns=80):
    """Run `sync` on a terminal; return what went to standard error."""
    err = Terminal()
    environ = surroundings("en", columns, {**sources.environ, "TERM": "xterm", "FORCE_COLOR": "1"})
    env = Env(environ=environ, stdin=Terminal(), stdout=Terminal(), stderr=err, now=lambda: NOW)
    assert entry.main(["sync", *argv, *(["--plain"] if view == "plain" else [])], env) == 0
    return err.getvalue()


def test_progress_is_one_line_of_a_terminal_that_is_taken_away(sources, snapshot_file):
    said = on_a_terminal(sources)
    assert "\n" not in said
    assert f"of {len(FEED_NAMES)} sources" in said
    assert "s left" in said
    assert said.endswith("\r")
    assert said.rstrip("\r").rpartition("\r")[2].strip() == ""
    assert all(len(line) < 80 for line in said.split("\r"))


def test_a_plain_terminal_has_one_line_and_a_pipe_none(sync, sources):
    assert on_a_terminal(sources, view="plain") == f"Asking the sources ({len(FEED_NAMES)}) ...\n"
    assert sync().err == ""


def test_nothing_else_is_ever_asked(cli, offline):
    assert cli("sync").code == 6
    hosts = {url.split("/")[2] for feed in FEEDS for url in feed.urls}
    assert {one.decode() for one in offline} == hosts


@pytest.mark.parametrize("argv", [("--check",), ("--max-size", "1K"), ("--only", "gdacs")])
def test_offline_by_wish_holds_for_every_way(cli, argv):
    result = cli("sync", *argv, "--json", env={"SAFETRAVEL_OFFLINE": "1"})
    assert result.code == 6
    assert {row["problem"]["id"] for row in rows(result).values()} == {"net_offline"}


def test_a_proxy_is_asked_in_place_of_the_source(cli, monkeypatch):
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line:
                    asked.append(line.recv(65536).split(b"\r\n")[0].decode())
                    line.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.getsockname()[1]}")
        result = cli("sync", "--only", "ecb", "--json")
        server.shutdown(socket.SHUT_RDWR)
    assert result.code == 6
    assert asked == ["CONNECT www.ecb.europa.eu:443 HTTP/1.1"]


def test_an_authority_of_ones_own(cli, tmp_path):
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    with Sources(context=context) as sources:
        environ = {"SAFETRAVEL_FEED_ECB_URL": sources.url(ECB)}
        unknown = cli("sync", "--only", "ecb", "--json", env=environ)
        known = cli("sync", "--only", "ecb", "--json", env={**environ, "SSL_CERT_FILE": str(file)})
    assert rows(unknown)["ecb"]["problem"]["id"] == "net_untrusted"
    assert rows(known)["ecb"]["status"] == "updated"


def test_a_network_of_ipv6_alone(cli):
    with Sources("::1") as sources:
        result = cli("sync", "--json", env=sources.environ)
        assert result.code == 0
        assert {row["status"] for row in rows(result).values()} == {"updated"}
        assert len(sources.asked) > len(FEED_NAMES)


def test_one_source_that_hangs_holds_no_other_up(sync, sources, monkeypatch):
    monkeypatch.setattr("safetravel_cli.sync.rounds.ROUND_SECONDS", 1.0)
    sources.faults[GDACS] = "silent"
    result = rows(sync("--json"))
    assert {name: row["problem"]["id"] for name, row in result.items() if row["status"] == "failed"} == {"gdacs": "net_timeout"}
    assert count().keys() == set(FEED_NAMES) - {"gdacs"}


def test_a_source_has_a_deadline_of_its_own(sync, sources, monkeypatch):
    for feed in FEEDS:
        if feed.name == "ecb_history":
            monkeypatch.setitem(feed.__dict__, "seconds", 0.3)
    sources.faults[HISTORY] = "drip"
    result = rows(sync("--json"))
    assert result["ecb_history"]["problem"]["id"] == "net_timeout"
    assert all(row["status"] == "updated" for name, row in result.items() if name != "ecb_history")


def test_the_archive_stands_in_for_the_ninety_days(sync, sources):
    sources.put("/hist.zip", ecb_archive(), "application/zip")
    both = {"SAFETRAVEL_FEED_ECB_HISTORY_URL": f"{sources.url('/gone')} {sources.url('/hist.zip')}"}
    assert rows(sync("--json", env=both))["ecb_history"]["rows"] == ROWS["ecb_history"]


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "latin-1", "utf-8-sig"])
def test_another_charset_is_read_or_refused_never_misread(sync, sources, charset):
    text = json.dumps({**json.loads(ca()), "extra": "é"}, ensure_ascii=False)
    sources.put(CA, text.encode(charset, "replace"))
    row = rows(sync("--json"))["ca_advice"]
    assert row["status"] == "failed" or row["rows"] == ROWS["ca_advice"]


def test_compressed_answers_are_counted_as_they_travel(sync, sources):
    for path in PATHS.values():
        sources.faults[path] = "gzipped"
    result = sync("--json")
    assert {row["status"] for row in rows(result).values()} == {"updated"}
    assert count() == ROWS
    data = result.json()["data"]
    whole = sum(len(sources.answers[path][0]) for path in PATHS.values())
    assert data["bytes"] == sum(one.sent for one in sources.asked) < whole / 4


def test_what_is_called_compressed_and_is_not(sync, sources):
    for path in PATHS.values():
        sources.faults[path] = "not_gzipped"
    assert {row["problem"]["id"] for row in rows(sync("--json")).values()} == {"net_broken"}


def test_a_run_that_is_stopped_keeps_what_came(sync, monkeypatch):
    def stop(self):
        if self.done == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("safetravel_cli.sync.progress.Progress.draw", stop)
    assert sync().code == 130
    assert len(count()) == 3


@pytest.mark.parametrize("swapped", [{US: DE, DE: US}, {CDC: ECB, ECB: CDC}, {GDACS: CA, CA: GDACS}, {IDR: GDACS, HISTORY: CDC}])
def test_the_answer_of_another_source_is_refused(sync, sources, swapped):
    bodies = {path: sources.answers[path] for path in PATHS.values()}
    for path, other in swapped.items():
        sources.answers[path] = bodies[other]
    found = rows(sync("--json"))
    names = {path: name for name, path in PATHS.items()}
    assert {name for name, row in found.items() if row["status"] == "failed"} == {names[path] for path in swapped}
    assert {found[names[path]]["problem"]["id"] for path in swapped} <= {"shape_changed", "too_few"}


def test_a_saved_folder_that_cannot_be_read_is_no_crash(sync, tmp_path):
    save_all(tmp_path)
    os.remove(tmp_path / "notices.xml")
    os.symlink(tmp_path / "gone", tmp_path / "notices.xml")
    shutil.rmtree(tmp_path / "nothing", ignore_errors=True)
    assert set(rows(sync("--from", str(tmp_path), "--json"))) == set(FEED_NAMES) - {"cdc"}


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("argv", [("--check",), ("--dry-run",), ("reset",), ("--max-size", "20K")])
def test_every_way_reads_well_at_every_width(sync, argv, lang):
    sync()
    for columns in (30, 40, 80):
        out = sync(*argv, lang=lang, columns=columns).out
        # An address stands whole on a line of its own.
        assert all(len(line) <= columns or "http" in line for line in out.split("\n"))
        assert "sync." not in out.replace("sync.\n", "\n")
        assert "None" not in out


@pytest.mark.parametrize(
    ("lang", "said", "hint"),
    [
        ("en", "9 failed: the network answered in place of 127.0.0.1", "Open a browser, log in"),
        ("id", "9 gagal: jaringan menjawab sebagai ganti 127.0.0.1", "Buka peramban, masuk"),
    ],
)
def test_what_one_network_did_to_all_sources_is_said_once_with_what_to_do(sync, sources, lang, said, hint):
    for path in PATHS.values():
        sources.faults[path] = "portal"
    for columns in (40, 80):
        run = sync(lang=lang, columns=columns)
        assert run.code == 6
        out = " ".join(run.out.split())
        assert out.count(said) == 1
        assert out.count("127.0.0.1") == 1
        assert hint in " ".join(run.err.split())


def test_what_to_do_fits_what_went_wrong(cli, sync, sources, monkeypatch):
    assert "unset SAFETRAVEL_OFFLINE" in sync(env={"SAFETRAVEL_OFFLINE": "1"}, columns=0).err
    monkeypatch.setenv("HTTPS_PROXY", "ftp://example.org")
    assert "Check HTTPS_PROXY" in sync(columns=0).err
    monkeypatch.delenv("HTTPS_PROXY")
    for path in PATHS.values():
        sources.faults[path] = "portal"
    sources.faults[ECB] = "error"
    assert "another connection" in sync(columns=0).err


def test_hosts_that_cannot_be_reached_are_counted(cli, offline):
    out = " ".join(cli("sync", columns=0).out.split())
    assert "9 failed: www.ecb.europa.eu and 7 more cannot be reached." in out
    assert offline
