"""The overlay: absent, damaged, of another version, half written, and never a mixture."""

import os
import shutil
import sqlite3
import sys

import pytest

from safetravel_cli import paths
from safetravel_cli.env import Env
from safetravel_cli.store import overlay
from safetravel_cli.store.overlay_writer import Writer

FEED = {
    "name": "ecb",
    "label_en": "Bank",
    "label_id": "Bank Sentral",
    "lead_days": 7,
    "snapshot_id": "1",
    "checked_on": "2026-11-25",
    "as_of": "2026-11-24",
}


def rate_row(code, rate, as_of="2026-11-24", feed="ecb"):
    return {"currency_code": code, "feed": feed, "idr_per_unit": rate, "as_of": as_of}


@pytest.fixture
def env():
    held = Env(environ=dict(os.environ))
    held.language = "en"
    return held


@pytest.fixture
def path():
    return paths.overlay_file(os.environ)


def write(path, *rows, feed=FEED):
    writer = Writer(path)
    try:
        writer.save(feed, "rate", rows)
    finally:
        writer.close()


def test_absent_is_quiet_and_makes_nothing(env, path, capsys):
    assert overlay.rate(env, "USD") is None
    assert overlay.advice(env, "JP") == []
    assert not os.path.exists(os.path.dirname(path))
    assert capsys.readouterr().err == ""


def test_what_was_written_is_read_with_its_own_source_and_date(env, path):
    write(path, rate_row("USD", 16000.0))
    assert overlay.rate(env, "USD") == {"idr_per_unit": 16000.0, "source": "Bank", "as_of": "2026-11-24"}
    env.language = "id"
    assert overlay.rate(env, "USD")["source"] == "Bank Sentral"
    assert overlay.rate(env, "JPY") is None


def test_a_second_write_replaces_all_rows_of_its_source(env, path):
    write(path, rate_row("USD", 16000.0), rate_row("JPY", 100.0))
    assert overlay.rate(env, "JPY")
    write(path, rate_row("USD", 17000.0))
    assert overlay.rate(env, "USD")["idr_per_unit"] == 17000.0
    assert overlay.rate(env, "JPY") is None


@pytest.mark.parametrize(("newer", "wins"), [("2026-11-24", "Bank"), ("2026-12-01", "Bank"), ("2026-12-02", "Collector")])
def test_the_leading_source_wins_for_its_days(env, path, newer, wins):
    write(path, rate_row("USD", 16000.0))
    write(path, rate_row("USD", 1.0, newer, "other"), feed={**FEED, "name": "other", "label_en": "Collector", "lead_days": 0})
    assert overlay.rate(env, "USD")["source"] == wins


@pytest.mark.parametrize("value", [None, 0.0, -1.0, "much"])
def test_a_rate_that_is_none_is_not_shown(env, path, value):
    write(path, rate_row("USD", value))
    assert overlay.rate(env, "USD") is None


@pytest.mark.parametrize(
    "content", [b"", b"garbage" * 1000, b"SQLite format 3\0" + b"\0" * 5000], ids=["empty", "garbage", "zeros"]
)
def test_a_file_that_is_none_of_ours_is_passed_over_once_and_loud(env, path, content, monkeypatch, capsys):
    os.makedirs(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(content)
    env.stderr = sys.stderr
    assert overlay.rate(env, "USD") is None
    assert overlay.advice(env, "JP") == []
    assert capsys.readouterr().err.count("cannot be read") == 1
    write(path, rate_row("USD", 16000.0))
    assert overlay.rate(env, "USD")
    assert os.path.exists(path + ".bad")


def test_a_newer_version_is_passed_over(env, path):
    write(path, rate_row("USD", 16000.0))
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version={overlay.SCHEMA + 1}")
    db.close()
    overlay.forget()
    assert overlay.rate(env, "USD") is None


def test_a_file_cut_anywhere_never_breaks_an_answer(env, path):
    write(path, *[rate_row(f"A{first}{second}", 1.0) for first in "ABCDEFGHIJ" for second in "ABCDEFGHIJKLMNOPQRST"])
    with open(path, "rb") as file:
        whole = file.read()
    for size in range(0, len(whole), 1531):
        with open(path, "wb") as file:
            file.write(whole[:size])
        overlay.forget()
        assert overlay.rate(env, "USD") is None
        for code in ("AAA", "AJT"):
            assert (overlay.rate(env, code) or {"idr_per_unit": 1.0})["idr_per_unit"] == 1.0


def test_a_writer_that_was_killed_half_way_leaves_the_old_rows(env, path, tmp_path):
    write(path, *[rate_row(f"A{number}", 1.0) for number in range(3000)])
    db = sqlite3.connect(path)
    # So small a cache writes changed pages into the file before the commit, as a long transaction does.
    db.execute("PRAGMA cache_size=5")
    db.execute("UPDATE rate SET idr_per_unit = 2.0")
    other = tmp_path / "killed"
    other.mkdir()
    for ending in ("", "-journal"):
        shutil.copy(path + ending, other / ("overlay.sqlite" + ending))
    db.rollback()
    db.close()
    with open(path, "rb") as file:
        assert (other / "overlay.sqlite").read_bytes() != file.read()
    env.environ = {**env.environ, "SAFETRAVEL_HOME": str(other)}
    assert {overlay.rate(env, f"A{number}")["idr_per_unit"] for number in range(3000)} == {1.0}


def test_a_transaction_that_fails_changes_nothing(env, path):
    write(path, rate_row("USD", 16000.0))
    writer = Writer(path)
    with pytest.raises(OSError, match="UNIQUE"):
        writer.save({**FEED, "as_of": "2026-11-25"}, "rate", [rate_row("JPY", 100.0), rate_row("JPY", 101.0)])
    assert writer.feed("ecb")["as_of"] == "2026-11-24"
    assert set(writer.rates("ecb")) == {"USD"}
    writer.close()


def test_migrations_run_once(path):
    for _ in range(2):
        write(path)
    db = sqlite3.connect(path)
    assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (4,)
    db.close()
