"""kill -9 during `sync`, several at once, readers meanwhile: a source has old rows or new ones, the next run mends all."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from running import SOURCE, fresh, surroundings
from safetravel_cli import paths
from safetravel_cli.env import Env
from safetravel_cli.store import overlay
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
    ROWS,
    US,
    Sources,
    bundled_times,
    ca,
    cdc,
    de,
    ecb,
    ecb_history,
    fawazahmed0,
    gdacs,
    index,
    us,
)

pytestmark = pytest.mark.faults

KILLS = max(10, int(os.environ.get("SAFETRAVEL_KILLS", "200")) // 5)
TABLES = {
    "rate": "as_of",
    "advice": "listed_at",
    "notice": "published_at",
    "disaster": "changed_at",
    "reference_rate": "max(date)",
}
# The newest date of each source in the two generations of answers.
DAYS = ("2026-11-23", "2026-11-24")


@pytest.fixture(scope="module")
def quiet(snapshot):
    """Return an index of the United Kingdom in which nothing changed since the bundled levels."""
    return index(**bundled_times(snapshot))


@pytest.fixture
def sources(quiet):
    with Sources() as held:
        held.put(ADVICE, quiet)
        yield held


def turn(sources, day):
    """Give all sources but one the answers of a day."""
    sources.put(ECB, ecb(day), "text/xml")
    sources.put(IDR, fawazahmed0(day))
    sources.put(US, us(f"{day}T10:00:00+00:00"))
    sources.put(CA, ca(f"{day}T10:00:00"))
    sources.put(DE, de(1795428000 if day == DAYS[0] else 1795514400))
    sources.put(CDC, cdc(f"{day[8:]} Nov 2026 05:00:00 GMT"), "application/rss+xml")
    sources.put(GDACS, gdacs(f"{day}T09:00:00"))
    sources.put(HISTORY, ecb_history(day), "text/xml")


def start(sources, *argv):
    environ = {**surroundings(env=sources.environ), "PYTHONPATH": SOURCE}
    command = [sys.executable, "-m", "safetravel_cli", "sync", "--plain", *argv]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def held():
    """Return source -> (rows, days in them) of an overlay that is whole; empty where there is none yet."""
    path = paths.overlay_file(os.environ)
    if not os.path.exists(path) or not os.path.getsize(path):
        return {}
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found = {}
        for table, column in TABLES.items():
            if table in names:
                sql = f"SELECT feed, count(*), group_concat(DISTINCT substr({column}, 1, 10)) FROM {table} GROUP BY feed"
                if table == "reference_rate":
                    sql = "SELECT feed, count(*), max(date) FROM reference_rate GROUP BY feed"
                found |= {feed: (count, days) for feed, count, days in db.execute(sql)}
        return found
    finally:
        db.close()


def check_whole(found):
    for name, (count, days) in found.items():
        assert count == ROWS[name], name
        if name != "uk_advice":
            assert days in DAYS, (name, days)


def test_killed_at_any_moment(sources):
    chance = random.Random(8)
    cut = 0
    for number in range(KILLS):
        if number % 10 == 0:
            # A new home: the run is killed while it makes the file, too.
            for name in os.listdir(os.environ["SAFETRAVEL_HOME"]) if os.path.isdir(os.environ["SAFETRAVEL_HOME"]) else ():
                os.remove(os.path.join(os.environ["SAFETRAVEL_HOME"], name))
        turn(sources, DAYS[number % 10 > 4])
        process = start(sources)
        try:
            process.wait(timeout=chance.uniform(0.25, 1.4))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            cut += 1
        process.communicate(timeout=20)
        answer = fresh(
            "from safetravel_cli.entry import main; import sys; sys.exit(main(sys.argv[1:]))", "country", "mali", "--json"
        )
        assert answer.code == 0
        check_whole(held())
    assert cut
    turn(sources, DAYS[1])
    process = start(sources)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 0, said
    assert held().keys() == set(FEED_NAMES)
    check_whole(held())


def test_killed_while_one_source_hangs_the_others_are_kept(sources):
    turn(sources, DAYS[1])
    sources.faults[GDACS] = "silent"
    process = start(sources)
    deadline = time.monotonic() + 30
    while len(held()) < len(FEED_NAMES) - 2 and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert set(FEED_NAMES) - held().keys() == {"gdacs", "uk_advice"}
    check_whole(held())


def test_four_at_once_in_a_new_home(sources):
    turn(sources, DAYS[1])
    for _ in range(3):
        runs = [start(sources) for _ in range(4)]
        for run in runs:
            said = run.communicate(timeout=90)[0]
            assert run.returncode == 0, said
        check_whole(held())
        assert held().keys() == set(FEED_NAMES)
        names = os.listdir(os.environ["SAFETRAVEL_HOME"])
        assert not [name for name in names if name.endswith((".bad", "-journal"))]
        os.remove(paths.overlay_file(os.environ))


def test_readers_meanwhile_see_one_generation(sources):
    turn(sources, DAYS[0])
    start(sources).communicate(timeout=60)
    env = Env(environ=dict(os.environ))
    reads = 0
    for day in (DAYS[1], DAYS[1]):
        turn(sources, day)
        sources.validators = False
        process = start(sources)
        while process.poll() is None:
            rows = overlay.read_rows(env, "SELECT DISTINCT listed_at FROM advice WHERE feed = 'ca_advice'")
            assert len(rows) == 1
            assert overlay.rate(env, "JPY")["as_of"] in DAYS
            assert len(overlay.advice(env, "ML")) in (3, 4)
            reads += 1
        process.communicate()
        assert process.returncode == 0
    assert reads > 20
    assert overlay.rate(env, "JPY")["as_of"] == DAYS[1]
