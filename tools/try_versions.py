"""Run tests on each other Python that is there, and the start-up tests on the newest typer: `[--more|--whole]`.

Each version gets an environment of its own, `.venv-3.12`, with the locked packages that the tests need, and the wheel of
dist/ (built where it is missing) beside the checkout. The Python that runs this has its tests from `make unit`.
"""

import glob
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOCK = os.path.join(ROOT, "requirements", "dev.txt")
VERSIONS = ("3.11", "3.12", "3.13")
# Tools that look at the code do not run it.
NOT_NEEDED = ("mypy", "mypy-extensions", "librt", "ast-serialize", "ruff", "import-linter", "grimp")
START = ["tests/unit/test_entry.py", "tests/property/test_two_doors.py", "tests/perf/test_startup.py"]
# What depends on the version is syntax and the standard library: the pages of a command stand for those of its kind.
CLI = [f"tests/cli/test_{name}.py" for name in "golden sos streams defects".split()]
# By how much is asked for: on every change, before it lands, and whenever there is time.
TESTS = {
    "": [*START, "tests/unit/test_i18n.py", *CLI],
    "--more": ["tests/unit", "tests/property", "tests/perf", *CLI],
    "--whole": ["tests/unit", "tests/property", "tests/perf", "tests/cli"],
}


class Failure(Exception):
    """Carry what a program said when it failed."""


def main() -> int:
    """Try every version, two at a time; return 1 where one fails."""
    wheel = find_wheel()
    jobs = [Job(f"Python {version}", lambda v=version, p=python: try_python(v, p, wheel)) for version, python in find_pythons()]
    jobs.append(Job("newest typer", try_newest_typer))
    waiting = list(jobs)
    threads = [threading.Thread(target=work_off, args=(waiting,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return int(any(not job.passed for job in jobs))


class Job:
    """A named piece of work that prints one line when it is done, and what failed."""

    def __init__(self, name: str, work: "object") -> None:
        self.name = name
        self.work = work
        self.passed = False

    def __call__(self) -> None:
        start = time.monotonic()
        try:
            said = self.work()  # type: ignore[operator]
            self.passed = True
        except Failure as failure:
            said = f"FAILED\n{failure}"
        print(f"{self.name}: {said} ({time.monotonic() - start:.0f} s)", flush=True)


def work_off(waiting: list[Job]) -> None:
    """Do what is waiting until nothing is."""
    while True:
        try:
            job = waiting.pop(0)
        except IndexError:
            return
        job()


def find_pythons() -> list[tuple[str, str]]:
    """Return (version, path) of each other Python that starts and can make environments."""
    found: dict[str, str] = {}
    for version in VERSIONS:
        paths = [shutil.which("python" + version) or ""]
        paths += sorted(glob.glob(os.path.expanduser(f"~/.pyenv/versions/{version}*/bin/python{version}")), reverse=True)
        for path in filter(None, paths):
            probe = "import ensurepip, sqlite3, sys, venv; print('%d.%d' % sys.version_info[:2])"
            done = subprocess.run([path, "-c", probe], capture_output=True, encoding="utf-8", check=False)
            if done.returncode == 0 and done.stdout.strip() == version:
                found.setdefault(version, path)
    own = "{}.{}".format(*sys.version_info[:2])
    for version in VERSIONS:
        if version == own:
            print(f"Python {version}: runs `make unit`")
        elif version not in found:
            print(f"Python {version}: not there")
    return [(version, path) for version, path in found.items() if version != own]


def find_wheel() -> str:
    """Return the wheel of dist/, built first where it is missing or older than the checkout."""
    sources = [os.path.join(ROOT, "pyproject.toml"), *glob.glob(os.path.join(ROOT, "src", "**", "*.py"), recursive=True)]
    wheels = glob.glob(os.path.join(ROOT, "dist", "*.whl"))
    if not wheels or os.path.getmtime(wheels[0]) < max(map(os.path.getmtime, sources)):
        run(sys.executable, "-m", "hatchling", "build", "-t", "wheel")
        wheels = glob.glob(os.path.join(ROOT, "dist", "*.whl"))
    return wheels[0]


def run(*command: str, **variables: str) -> str:
    """Run a program in the checkout and return what it printed.

    Raises:
        Failure: it failed; with what it said.
    """
    environ = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "HYPOTHESIS_PROFILE": "quick", **variables}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise Failure("\n".join([*done.stdout.splitlines()[-60:], *done.stderr.splitlines()[-20:]]))
    return done.stdout


def locked(without: tuple[str, ...]) -> str:
    """Return the lock file without some packages."""
    kept: list[str] = []
    keep = True
    with open(LOCK, encoding="utf-8") as file:
        for line in file:
            if line[:1].isalnum():
                keep = line.partition("==")[0] not in without
            if keep:
                kept.append(line)
    return "".join(kept)


def environment(folder: str, python: str, without: tuple[str, ...] = NOT_NEEDED) -> str:
    """Make an environment with the locked packages, or take the one that is there; return its interpreter."""
    text = locked(without)
    stamp = os.path.join(folder, "ready")
    mark = hashlib.sha256(text.encode()).hexdigest()
    inside = os.path.join(folder, "Scripts" if os.name == "nt" else "bin", "python")
    try:
        with open(stamp, encoding="ascii") as file:
            if file.read() == mark:
                return inside
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
    run(python, "-m", "venv", "--clear", folder)
    wanted = os.path.join(folder, "packages.txt")
    with open(wanted, "w", encoding="utf-8") as file:
        file.write(text)
    run(inside, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", wanted)
    with open(stamp, "w", encoding="ascii") as file:
        file.write(mark)
    return inside


def try_python(version: str, python: str, wheel: str) -> str:
    """Run the tests of the checkout with one Python, and the wheel's own program."""
    folder = os.path.join(ROOT, ".venv-" + version)
    inside = environment(folder, python)
    run(inside, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", wheel)
    program = os.path.join(os.path.dirname(inside), "safetravel")
    if "KBRI Tokyo" not in run(program, "country", "jepang", "--lang", "id"):
        raise Failure("the installed program does not know KBRI Tokyo")
    return tests(inside, "-m", "not faults", *TESTS["".join(sys.argv[1:2])])


def tests(inside: str, *arguments: str) -> str:
    """Run pytest and return its last line. Runs side by side must not tidy up each other's temporary folders."""
    with tempfile.TemporaryDirectory() as folder:
        return run(inside, "-m", "pytest", "-q", "--basetemp", os.path.join(folder, "tests"), *arguments).strip().splitlines()[-1]


def try_newest_typer() -> str:
    """Run the start-up tests on the newest typer there is, which may be newer than the program asks for."""
    inside = environment(os.path.join(ROOT, ".venv-typer"), sys.executable, (*NOT_NEEDED, "typer"))
    run(inside, "-m", "pip", "install", "-q", "--upgrade", "typer")
    number = run(inside, "-c", "import importlib.metadata as found; print(found.version('typer'))").strip()
    return f"{number}: " + tests(inside, *START)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        sys.exit(f"try_versions: {failure}")
