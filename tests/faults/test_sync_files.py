"""What `sync` keeps beside the overlay survives being killed at any moment, and two runs at once."""

import os
import signal
import subprocess
import sys
import time

import pytest

from running import SOURCE

KILLS = int(os.environ.get("SAFETRAVEL_KILLS", "12"))

PACK = """
import sys
from safetravel_cli.store import pack_writer
one = {"name": sys.argv[2], "kind": "mosque", "religion": "muslim", "longitude": 52.0, "precision": "exact", "country_code": "SA"}
one |= {"confidence": "one_source", "source": "openstreetmap", "as_of": "2026-11-24"}
rows = [{**one, "place_id": f"osm-n{n}", "latitude": 20 + n / 1e4} for n in range(4000)]
print("ready", flush=True)
while True:
    pack_writer.write(sys.argv[1], "worship", rows, {"date": "2026-11-24", "size": "4000"})
    print("written", flush=True)
"""
HISTORY = """
import os, sys, time
from safetravel_cli.env import Env
from safetravel_cli.services import history
from safetravel_cli.store import history as store
env = Env()
def facts(turn):
    return {("rate", "", f"C{n}"): store.Fact('{"idr_per_unit": %d}' % (turn * 100 + n), "2026-11-24", 1) for n in range(300)}
turn = 0
print("ready", flush=True)
while True:
    turn += 1
    new = facts(turn)
    def look(before):
        found = history.differences(before, new, "2026-11-24") if before else []
        return new, found, {"noted_on": str(turn), "begun_on": "2026-11-24"}
    store.update(os.environ, look)
    print("written", flush=True)
"""


def kill_while(script, *arguments, turn):
    """Start a writer, let it begin, and kill it at some moment."""
    variables = {**os.environ, "PYTHONPATH": SOURCE}
    writer = subprocess.Popen([sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, env=variables, text=True)
    try:
        assert writer.stdout.readline() == "ready\n"
        for _ in range(1 + turn % 2):
            assert writer.stdout.readline() == "written\n"
        # The moment is another one each time: within one write.
        time.sleep(turn * 0.0137 % 0.11)
    finally:
        writer.send_signal(signal.SIGKILL)
        writer.wait(30)
        writer.stdout.close()


@pytest.mark.faults
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_pack_is_the_old_one_or_the_new_one(tmp_path):
    from safetravel_cli.store.packs import Pack

    path = str(tmp_path / "osm-x.worship.sqlite")
    for turn in range(KILLS):
        kill_while(PACK, path, f"name{turn}", turn=turn)
        pack = Pack("osm-x.worship", path, "", own=True)
        names = {row["name"] for row in pack.facts.rows("SELECT DISTINCT name FROM worship")}
        assert names == {f"name{turn}"}
        assert len(list(pack.near("worship", (), 20.0, 52.0))) == 4000
        pack.facts.db.close()
        assert pack.facts.path == path


@pytest.mark.faults
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_history_is_whole_after_a_kill(tmp_path):
    from safetravel_cli.store import history

    for turn in range(KILLS):
        kill_while(HISTORY, turn=turn)
        noted = history.noted(os.environ)
        step = int(noted.meta["noted_on"])
        assert noted.facts[("rate", "", "C7")].value == f'{{"idr_per_unit": {step * 100 + 7}}}'
        assert len(noted.facts) == 300
        assert not os.path.exists(os.path.join(os.environ["SAFETRAVEL_HOME"], "history.sqlite.bad"))


@pytest.mark.faults
def test_two_runs_note_each_change_once():
    from safetravel_cli.store import history

    script = """
import sys
from safetravel_cli.env import Env
from safetravel_cli.services import history
for _ in range(5):
    history.record(Env())
"""
    variables = {**os.environ, "PYTHONPATH": SOURCE}
    runs = [subprocess.Popen([sys.executable, "-c", script], env=variables) for _ in range(2)]
    assert [run.wait(120) for run in runs] == [0, 0]
    assert len(history.noted(os.environ).facts) > 4000
    assert history.changes(os.environ, "") == []
