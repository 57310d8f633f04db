"""Run the program in this process, or in a fresh interpreter, with surroundings that a test decides."""

import io
import json
import os
import subprocess
import sys

from safetravel_cli import entry, paths
from safetravel_cli.env import Env

# 25 November 2026, 03:00 UTC.
NOW = 1795575600.0
SOURCE = os.path.dirname(paths.PACKAGE)


class Result:
    """What a run left behind: exit code, standard output, standard error."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    def __repr__(self):
        return f"exit {self.code}\n{self.out}\n--- stderr\n{self.err}"

    def json(self):
        """Return the envelope that was printed."""
        return json.loads(self.out)


def surroundings(lang="en", columns=80, env=None):
    """Return the variables of a run: those that the tests own, and nothing of this machine's language or clock."""
    given = {name: value for name, value in os.environ.items() if name.startswith("SAFETRAVEL_") or name == "HOME"}
    given["TZ"] = "Etc/UTC"
    # No test asks the machine that it runs on where it is.
    given["SAFETRAVEL_LOCATION"] = "no"
    if lang:
        given["SAFETRAVEL_LANG"] = lang
    if columns:
        given["COLUMNS"] = str(columns)
    return {**given, **(env or {})}


def invoke(*argv, lang="en", columns=80, stdin=None, env=None, now=NOW):
    """Run a command line in this process. `now` is seconds since 1970, or a function that returns them."""
    out, err = io.StringIO(), io.StringIO()
    held = Env(
        environ=surroundings(lang, columns, env),
        stdin=io.StringIO(stdin or ""),
        stdout=out,
        stderr=err,
        now=now if callable(now) else lambda: now,
    )
    code = entry.main(list(argv), held)
    return Result(code, out.getvalue(), err.getvalue())


def fresh(script, *argv, lang="en", columns=80, env=None, timeout=60, flags=()):
    """Run a piece of Python in an interpreter of its own, with this package on its path."""
    variables = {**surroundings(lang, columns, env), "PYTHONPATH": SOURCE, "PATH": os.environ.get("PATH", "")}
    command = [sys.executable, *flags, "-c", script, *argv]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=variables, timeout=timeout, check=False)
    return Result(done.returncode, done.stdout, done.stderr)
