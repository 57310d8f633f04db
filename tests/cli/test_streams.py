"""Streams that nobody reads, that are closed, or that are full: the exit code still tells, and nothing is printed twice."""

import os
import subprocess
import sys

import pytest

from running import SOURCE, surroundings

START = [sys.executable, "-c", "from safetravel_cli.entry import script; script()"]


def start(*argv, **streams):
    """Start the program as its console script does."""
    environ = {**surroundings(), "PYTHONPATH": SOURCE}
    return subprocess.Popen([*START, *argv], env=environ, encoding="utf-8", **streams)


def read_nothing(*argv, stream="stdout"):
    """Run with one stream going to a pipe that is already closed; return the exit code and what the other stream said."""
    reader, writer = os.pipe()
    os.close(reader)
    other = "stderr" if stream == "stdout" else "stdout"
    try:
        process = start(*argv, **{stream: writer, other: subprocess.PIPE})
    finally:
        os.close(writer)
    out, err = process.communicate(timeout=60)
    return process.returncode, (out or "") + (err or "")


@pytest.mark.parametrize(
    "argv",
    [("embassy", "japan"), ("embassy", "japan", "--json"), ("--help",), ("country", "--help"), ("config", "list")],
    ids=" ".join,
)
def test_a_closed_pipe_is_no_complaint(snapshot_file, argv):
    assert read_nothing(*argv) == (141, "")


def test_an_error_that_nobody_reads_still_has_its_code(snapshot_file):
    assert read_nothing("country", "wakanda", stream="stderr") == (3, "")


@pytest.mark.skipif(sys.platform == "win32", reason="closing a stream before the start is a matter of POSIX shells")
def test_closed_streams_do_no_harm(snapshot_file):
    closed = f"exec {sys.executable} -c 'from safetravel_cli.entry import script; script()' embassy japan >&- 2>&- <&-"
    done = subprocess.run(["/bin/sh", "-c", closed], env={**surroundings(), "PYTHONPATH": SOURCE}, timeout=60, check=False)
    assert done.returncode == 0


def test_an_alert_is_stored_though_nobody_reads(snapshot_file, cli):
    code, _ = read_nothing("sos", "--message", "test", "--at", "35.66,139.70")
    assert code == 78
    assert len(cli("sos", "list", "--json").json()["data"]["alerts"]) == 1
