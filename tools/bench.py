"""Measure whole processes against `python -c 'import sqlite3'`, interleaved: `python tools/bench.py [--rounds N] [--checkout]`.

The wheel is built, installed into an environment of its own below build/, and started by its console script; `--checkout`
measures this checkout with this interpreter instead and writes no page. Ratios hold within one table only: between tables
the machine itself changes.
"""

import argparse
import datetime
import glob
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, "build")
PAGE = os.path.join(ROOT, "docs", "reference", "benchmarks.md")
FLOOR = "python -c 'import sqlite3'"
PHOTO_BYTES = 3_000_000
TRIP = os.path.join(ROOT, "tests", "fixtures", "trips", "umrah.toml")
ENTRY = "from safetravel_cli.entry import script; script()"
# name: (arguments, on a terminal, goal as a multiple of the floor)
OURS = {
    "country japan": (["country", "japan"], False, 1.3),
    "embassy --near 35.66,139.70": (["embassy", "--near", "35.66,139.70"], False, 1.3),
    "emergency japan": (["emergency", "japan"], False, 1.3),
    "worship --near 21.4225,39.8262": (["worship", "--near", "21.4225,39.8262"], False, 1.6),
    "hospitals 35.66,139.70 --json": (["hospitals", "35.66,139.70", "--json"], False, 1.6),
    "country japan --json": (["country", "japan", "--json"], False, 1.6),
    "embassy --near 35.66,139.70 --json": (["embassy", "--near", "35.66,139.70", "--json"], False, 1.6),
    "emergency japan --json": (["emergency", "japan", "--json"], False, 1.6),
    "law singapore": (["law", "singapore"], False, 1.6),
    "safety philippines": (["safety", "philippines"], False, 1.6),
    "visa japan": (["visa", "japan"], False, 1.6),
    "convert 15000 JPY": (["convert", "15000", "JPY"], False, 1.6),
    "food japan": (["food", "japan"], False, 1.6),
    "compare japan malaysia": (["compare", "japan", "malaysia"], False, 1.6),
    "prayer tokyo": (["prayer", "tokyo"], False, 1.6),
    "time tokyo": (["time", "tokyo"], False, 1.6),
    "holidays japan": (["holidays", "japan"], False, 1.6),
    "guide lost passport": (["guide", "lost", "passport", "--country", "japan"], False, 1.6),
    "card police japan": (["card", "police", "japan"], False, 1.6),
    "search pork": (["search", "pork"], False, 1.6),
    "trip umrah.toml": (["trip", "TRIP.toml"], False, 4.5),
    "country japan, on a terminal": (["country", "japan"], True, 6.0),
    "embassy --near 35.66,139.70, on a terminal": (["embassy", "--near", "35.66,139.70"], True, 6.0),
    "emergency japan, on a terminal": (["emergency", "japan"], True, 6.0),
    "country japn (misspelt)": (["country", "japn"], False, 1.6),
    "country --lang=en japan (through Typer)": (["country", "--lang=en", "japan"], False, 4.5),
    "--help (through Typer)": (["--help"], False, 4.5),
    "sos with a photo of 3 MB, to the end": (
        ["sos", "--photo", "PHOTO", "--message", "test", "--at", "35.66,139.70"],
        False,
        6.0,
    ),
}
# name: (program, arguments, what its version must say)
PEERS = {
    "tealdeer: tldr tar": ("tldr", ["tar"], "tealdeer"),
    "tldr.py: tldr tar": ("tldr", ["tar"], "tldr"),
    "countryinfo japan": ("countryinfo", ["japan"], ""),
}


class Runner:
    """Start a command and say how long it took, from before the start to after the end."""

    def __init__(self, command: list[str], environ: dict[str, str], terminal: bool = False, fresh_home: str = "") -> None:
        self.command = command
        self.environ = environ
        self.terminal = terminal
        self.fresh_home = fresh_home
        self.milliseconds: list[float] = []
        self.codes: set[int] = set()

    def once(self) -> None:
        """Run once and note the time and the exit code."""
        environ = dict(self.environ)
        if self.fresh_home:
            environ["SAFETRAVEL_HOME"] = tempfile.mkdtemp(dir=self.fresh_home)
        out, reader = subprocess.DEVNULL, None
        if self.terminal:
            master, out = open_terminal()
            reader = threading.Thread(target=drain, args=(master,))
            reader.start()
        start = time.perf_counter()
        code = subprocess.run(
            self.command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=environ, check=False
        ).returncode
        self.milliseconds.append((time.perf_counter() - start) * 1000)
        self.codes.add(code)
        if reader:
            os.close(out)
            reader.join()
        if self.fresh_home:
            shutil.rmtree(environ["SAFETRAVEL_HOME"])

    @property
    def median(self) -> float:
        """Return the median in milliseconds."""
        return statistics.median(self.milliseconds)


def open_terminal() -> tuple[int, int]:
    """Return both ends of a pseudo-terminal of 80 columns."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return master, slave


def drain(master: int) -> None:
    """Read a pseudo-terminal until its other end is closed, as a terminal does."""
    try:
        while os.read(master, 65536):
            pass
    except OSError:
        pass
    finally:
        os.close(master)


def clean_environment(home: str) -> dict[str, str]:
    """Return the variables of every command: no locale, no clock of this machine, a home of its own."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, "SAFETRAVEL_HOME": os.path.join(home, "state"), "LANG": "C.UTF-8",
            "TERM": "xterm-256color", "TZ": "Etc/UTC"}  # fmt: skip


def installed() -> tuple[str, list[str]]:
    """Build and install the wheel into build/bench; return its interpreter and the words that start the program."""
    shutil.rmtree(os.path.join(BUILD, "bench"), ignore_errors=True)
    dist = os.path.join(BUILD, "bench", "dist")
    run([sys.executable, "-m", "hatchling", "build", "-d", dist, "-t", "wheel"])
    folder = os.path.join(BUILD, "bench", "venv")
    venv.create(folder)
    python = os.path.join(folder, "bin", "python")
    # The pip of this environment: older ones write a script that loads re.
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    run([*pip, "install", "-q", *glob.glob(os.path.join(dist, "*.whl"))])
    return python, [os.path.join(folder, "bin", "safetravel")]


def run(command: list[str]) -> str:
    """Run a program of the preparation and return what it printed; stop with its complaint where it fails."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def peers(environ: dict[str, str]) -> tuple[dict[str, Runner], list[str]]:
    """Return the peers that are installed and answer, and the names of the others."""
    found: dict[str, Runner] = {}
    absent: list[str] = []
    for name, (program, arguments, says) in PEERS.items():
        path = shutil.which(program)
        if path:
            # A peer keeps its own cache in the home of the person.
            variables = {**environ, "HOME": os.environ.get("HOME", "")}
            version = subprocess.run([path, "--version"], capture_output=True, encoding="utf-8", check=False)
            other = "tealdeer" in version.stdout and says != "tealdeer"
            trial = subprocess.run([path, *arguments], capture_output=True, env=variables, check=False)
            if says in version.stdout + version.stderr and not other and trial.returncode == 0:
                found[name] = Runner([path, *arguments], variables)
                continue
        absent.append(name)
    return found, absent


def measure(runners: dict[str, Runner], rounds: int) -> None:
    """Run all commands round by round, in an order of its own each round; the first round only warms the caches."""
    dice = random.Random(20261125)
    for number in range(rounds + 1):
        names = list(runners)
        dice.shuffle(names)
        for name in names:
            runners[name].once()
        if not number:
            for runner in runners.values():
                runner.milliseconds.clear()


def machine(python: str) -> dict[str, str]:
    """Return what the numbers depend on."""
    model = ""
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), "")
    except OSError:
        model = ""
    script = (
        "import sys, sqlite3, importlib.metadata as found;"
        "print(sys.version.split()[0], sqlite3.sqlite_version, found.version('typer'), found.version('rich'))"
    )
    versions = run([python, "-c", script]).split()
    system = os.uname()
    return {
        "processor": model or system.machine,
        "cores": str(os.cpu_count()),
        "system": f"{system.sysname} {system.release.split('-')[0]}",
        "Python": versions[0],
        "SQLite": versions[1],
        "typer": versions[2],
        "rich": versions[3],
    }


def rows(runners: dict[str, Runner]) -> list[dict[str, object]]:
    """Return name, milliseconds, spread, ratio and goal of each command."""
    floor = runners[FLOOR].median
    found: list[dict[str, object]] = []
    for name, runner in runners.items():
        goal = OURS[name][2] if name in OURS else None
        tenths = statistics.quantiles(runner.milliseconds, n=10)
        found.append(
            {
                "command": name if name not in OURS else "safetravel " + name,
                "median_ms": round(runner.median, 1),
                "p10_ms": round(tenths[0], 1),
                "p90_ms": round(tenths[-1], 1),
                "ratio": round(runner.median / floor, 2),
                "goal": goal,
                "exit_codes": sorted(runner.codes),
            }
        )
    return found


def table(found: list[dict[str, object]]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| command | median ms | p10 to p90 | x floor | goal | |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    for row in found:
        goal = row["goal"]
        met = "" if goal is None else "met" if float(str(row["ratio"])) <= float(str(goal)) else "not met"
        bound = f"<= {goal}" if goal else ""
        spread = f"{row['p10_ms']} to {row['p90_ms']}"
        lines.append(f"| {row['command']} | {row['median_ms']} | {spread} | {row['ratio']:.2f} | {bound} | {met} |")
    return "\n".join(lines)


def page(found: list[dict[str, object]], facts: dict[str, str], absent: list[str], rounds: int) -> str:
    """Return the reference page."""
    lines = [
        "# Benchmarks",
        "",
        "Made by `make bench`. Each number is a whole process as a person starts it, from before its start to after its end:",
        f"the median of {rounds} runs, all commands interleaved in an order that changes each round, warm caches,",
        "the wheel installed in an environment of its own and started by its console script.",
        f"The floor is `{FLOOR}` with the same interpreter. Compare ratios inside the table, not milliseconds between tables.",
        "",
        f"Measured on {datetime.date.today().isoformat()}: "
        + ", ".join(f"{name} {value}" for name, value in facts.items())
        + ".",
        "",
        table(found),
        "",
    ]
    if absent:
        lines += ["Not installed here, so not measured: " + ", ".join(absent) + ".", ""]
    lines += [
        "“On a terminal” is a pseudo-terminal of 80 columns, drawn by rich. The alert is measured to the end of the process,",
        "which comes after the moment at which it is stored; each run makes a new outbox.",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print the table, write the page and build/bench.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--checkout", action="store_true", help="measure this checkout as it is, and write no page")
    arguments = parser.parse_args()
    home = tempfile.mkdtemp(prefix="safetravel-bench-")
    try:
        environ = clean_environment(home)
        if arguments.checkout:
            python, program = sys.executable, [sys.executable, "-c", ENTRY]
            environ["PYTHONPATH"] = os.path.join(ROOT, "src")
            if os.environ.get("SAFETRAVEL_SNAPSHOT"):
                environ["SAFETRAVEL_SNAPSHOT"] = os.environ["SAFETRAVEL_SNAPSHOT"]
        else:
            python, program = installed()
        photo = os.path.join(home, "photo.jpg")
        with open(photo, "wb") as file:
            file.write(b"\xff\xd8" + random.Random(1).randbytes(PHOTO_BYTES))
        named = {"PHOTO": photo, "TRIP.toml": TRIP}
        runners = {FLOOR: Runner([python, "-c", "import sqlite3"], environ)}
        for name, (argv, terminal, _) in OURS.items():
            command = [*program, *[named.get(word, word) for word in argv]]
            runners[name] = Runner(command, environ, terminal, home if argv[0] == "sos" else "")
        others, absent = peers(environ)
        runners.update(others)
        measure(runners, arguments.rounds)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    found, facts = rows(runners), machine(python)
    print(table(found))
    print("absent:", ", ".join(absent) or "none")
    os.makedirs(BUILD, exist_ok=True)
    with open(os.path.join(BUILD, "bench.json"), "w", encoding="utf-8") as file:
        json.dump({"machine": facts, "rounds": arguments.rounds, "rows": found, "absent": absent}, file, indent=2)
    if not arguments.checkout:
        with open(PAGE, "w", encoding="utf-8", newline="\n") as file:
            file.write(page(found, facts, absent, arguments.rounds))
    bad = [str(row["command"]) for row in found if not set(row["exit_codes"]) <= {0, 78}]  # type: ignore[call-overload]
    if bad:
        print("failed, so the time means nothing:", ", ".join(bad))
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
