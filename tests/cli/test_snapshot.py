"""The bundled facts: missing, truncated, foreign, of another schema, and never written to."""

import os
import shutil
import sqlite3
import stat

import pytest

from safetravel_cli.store.schema import SCHEMA

COMMANDS = (("country", "japan"), ("emergency", "japan"), ("embassy", "--near", "35.66,139.70"), ("data",))


def missing(path, facts):
    pass


def empty(path, facts):
    path.write_bytes(b"")


def truncated(path, facts):
    with open(facts, "rb") as file:
        path.write_bytes(file.read(1_000_000))


def text(path, facts):
    path.write_text("not a database at all\n" * 1000)


def foreign(path, facts):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE country (name)")
    db.commit()
    db.close()


def too_new(path, facts):
    shutil.copy(facts, path)
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version={SCHEMA + 1}")
    db.commit()
    db.close()


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("harm", [missing, empty, truncated, text, foreign, too_new], ids=lambda harm: harm.__name__)
def test_facts_that_cannot_be_read_are_a_sentence_and_exit_5(cli, tmp_path, snapshot_file, harm, argv, lang):
    path = tmp_path / "facts.sqlite"
    harm(path, snapshot_file)
    result = cli(*argv, lang=lang, env={"SAFETRAVEL_SNAPSHOT": str(path)})
    assert result.code == 5
    assert result.out == ""
    assert len(result.err.split("\n")) >= 2
    assert "Traceback" not in result.err
    failed = cli(*argv, "--json", lang=lang, env={"SAFETRAVEL_SNAPSHOT": str(path)}).json()
    assert failed["exit_code"] == 5
    assert failed["errors"][0]["message"]
    assert failed["snapshot"] is None


def test_a_page_that_was_damaged_inside_is_found_when_it_is_read(cli, tmp_path, snapshot_file):
    path = tmp_path / "facts.sqlite"
    shutil.copy(snapshot_file, path)
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (os.path.getsize(path) - 4096))
    assert cli("country", "japan", env={"SAFETRAVEL_SNAPSHOT": str(path)}).code == 5


def test_reading_needs_no_right_to_write(cli, tmp_path, snapshot_file):
    folder = tmp_path / "read-only"
    folder.mkdir()
    path = folder / "facts.sqlite"
    shutil.copy(snapshot_file, path)
    path.chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    before = os.stat(path).st_mtime_ns
    for argv in COMMANDS:
        assert cli(*argv, env={"SAFETRAVEL_SNAPSHOT": str(path), "SAFETRAVEL_HOME": "/proc/nowhere"}).code == 0
    assert os.listdir(folder) == ["facts.sqlite"]
    assert os.stat(path).st_mtime_ns == before
    folder.chmod(stat.S_IRWXU)
