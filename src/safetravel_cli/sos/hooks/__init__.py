"""What starts the waiter again after the device was off: one module for each scheduler that a system may bring along.

A module has NAME and four functions over a `Plan`:

usable(plan)   whether the scheduler is there and answers; decided by asking it, not by the name of the system
install(plan)  put the hook in place and start it; raises Failed with what the scheduler said
status(plan)   {installed, active, current, path, detail}: what lies there, and what the scheduler itself says of it
remove(plan)   take all of it away again; tells whether there was anything

Whatever fires, the waiter is started in the foreground of the scheduler; where another one runs, it ends at once.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

NAME = "safetravel-sos"
MODULES = ("termux", "launchd", "schtasks", "systemd", "cron")
SECONDS = 20.0
PASSED_ON = ("SAFETRAVEL_LANG", "SAFETRAVEL_ONLY_RESERVED", "SSL_CERT_FILE", "SSL_CERT_DIR")
PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy")


class Failed(Exception):
    """Say what a scheduler said when it refused."""


class Plan:
    """Hold what is to be run: the command line of a waiter, its variables, and the mark without which there is nothing to do."""

    __slots__ = ("command", "environ", "folder", "mark", "platform", "variables")

    def __init__(self, folder: str, environ: "Mapping[str, str]", platform: str = sys.platform) -> None:
        from safetravel_cli.sos import mark, waiter

        self.folder = os.path.abspath(folder)
        self.mark = os.path.join(self.folder, mark.NAME)
        self.command = waiter.command(self.folder, waiter.LATE)
        self.environ = environ
        self.platform = platform
        self.variables = {"SAFETRAVEL_HOME": os.path.dirname(self.folder)}
        self.variables.update({name: environ[name] for name in PASSED_ON if environ.get(name)})
        # A password is not written into a file of the scheduler.
        self.variables.update({name: environ[name] for name in PROXIES if environ.get(name) and "@" not in environ[name]})

    def home(self, *parts: str) -> str:
        """Return a path below the home of the person."""
        return os.path.join(self.environ.get("HOME") or os.path.expanduser("~"), *parts)

    def has(self, program: str) -> bool:
        """Tell whether a program is on the path."""
        import shutil

        return shutil.which(program, path=self.environ.get("PATH")) is not None

    def ask(self, *command: str, give: str = "") -> "tuple[int, str]":
        """Run a program of the scheduler, bounded in time; return its exit code (127: it could not run) and what it printed."""
        import shutil
        import subprocess

        found = shutil.which(command[0], path=self.environ.get("PATH"))
        if not found:
            return 127, ""
        try:
            done = subprocess.run(
                [found, *command[1:]],
                input=give.encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env={**self.environ, "LC_ALL": "C"},
                timeout=SECONDS,
                check=False,
            )
        except (OSError, ValueError, subprocess.SubprocessError):
            return 127, ""
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def must(self, *command: str, give: str = "") -> str:
        """Run a program of the scheduler and return what it printed.

        Raises:
            Failed: it did not end well.
        """
        code, said = self.ask(*command, give=give)
        if code:
            raise Failed(said.strip() or f"{command[0]}: {code}")
        return said


def usable(plan: Plan) -> "list[ModuleType]":
    """Return the schedulers of this system that answer, the one to use first."""
    modules = [__import__("safetravel_cli.sos.hooks." + name, None, None, ["usable"]) for name in MODULES]
    return [module for module in modules if module.usable(plan)]


def report(installed: bool, active: "bool | None", current: bool, path: str, **detail: object) -> "dict[str, object]":
    """Return the status of one hook; `active` None where the scheduler cannot be asked."""
    return {"installed": installed, "active": active, "current": current, "path": path, "detail": detail}


def read(path: str) -> str:
    """Return the text of a file, "" where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, ValueError):
        return ""


def write(path: str, text: str, mode: int = 0o600) -> None:
    """Write a file of a scheduler with the folders above it.

    Raises:
        Failed: it cannot be written.
    """
    try:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(path, mode)
    except OSError as error:
        raise Failed(f"{path}: {error.strerror}") from None


def unlink(*paths: str) -> bool:
    """Remove files; tell whether any was there.

    Raises:
        Failed: one cannot be removed.
    """
    found = False
    for path in paths:
        try:
            os.unlink(path)
            found = True
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Failed(f"{path}: {error.strerror}") from None
    return found


def script(plan: Plan) -> str:
    """Return the command as a line of sh: nothing at all where nothing waits."""
    import shlex

    variables = " ".join(f"{name}={shlex.quote(value)}" for name, value in plan.variables.items())
    return f"[ ! -e {shlex.quote(plan.mark)} ] || exec env {variables} {shlex.join(plan.command)}"
