"""Everything a command may know of its surroundings, in one object that a test can replace."""

import io
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

# The regional languages of Indonesia, and Malay: their speakers read Indonesian better than English.
INDONESIAN = "id in ms jv jw su min ace ban bjn bug mad mak bbc bew nij sas gor tet"


class Env:
    """Hold streams, variables, clock and the shared options of one run.

    `columns` is 0 where lines need no limit (output to a file or pipe without COLUMNS).
    `language` is "id" or "en"; `view` is "plain", "rich" or "json".
    """

    __slots__ = (
        "color",
        "columns",
        "debug",
        "environ",
        "language",
        "max_age",
        "now",
        "silent",
        "state",
        "stderr",
        "stdin",
        "stdout",
        "view",
    )

    def __init__(
        self,
        environ: "Mapping[str, str] | None" = None,
        stdin: "TextIO | None" = None,
        stdout: "TextIO | None" = None,
        stderr: "TextIO | None" = None,
        now: "Callable[[], float]" = time.time,
    ) -> None:
        self.environ: Mapping[str, str] = os.environ if environ is None else environ
        # A program started with its streams closed has None in their places.
        self.stdin = stdin or sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
        self.stdout = stdout or sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        self.stderr = stderr or sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        self.now = now
        self.language = language(self.environ)
        self.columns = columns(self.environ, self.stdout)
        self.view = "rich" if self._wants_rich() else "plain"
        self.color = "NO_COLOR" not in self.environ
        self.max_age = 0
        self.debug = False
        self.silent = False
        # What store/state.py has read, once a run.
        self.state: dict[str, str] | None = None

    def apply(self, options: "dict[str, object]") -> None:
        """Take the shared options of a command line: json, plain, lang, no_color, max_age, debug."""
        if options.get("lang"):
            self.language = str(options["lang"])
        if options.get("plain"):
            self.view = "plain"
        if options.get("json") and not self.silent:
            self.view = "json"
        if options.get("no_color"):
            self.color = False
        self.max_age = int(str(options.get("max_age") or 0))
        self.debug = bool(options.get("debug")) and not self.silent

    def silence(self) -> None:
        """Show nothing at all from here on, whatever happens: whoever looks at this screen may be the danger."""
        if self.silent:
            return
        self.silent = True
        self.debug = False
        self.view = "plain"
        self.stdout = io.StringIO()
        self.stderr = io.StringIO()

    def interactive(self) -> bool:
        """Tell whether a person sits at both ends."""
        return is_terminal(self.stdin) and is_terminal(self.stdout)

    def _wants_rich(self) -> bool:
        environ = self.environ
        if environ.get("ACCESSIBLE") or environ.get("TERM") == "dumb":
            return False
        if environ.get("FORCE_COLOR"):
            return self.columns == 0 or self.columns >= 60
        return is_terminal(self.stdout) and self.columns >= 60


def is_terminal(stream: "TextIO | None") -> bool:
    """Tell whether a stream is an open terminal."""
    try:
        return bool(stream and stream.isatty())
    except ValueError:
        return False


def language(environ: "Mapping[str, str]") -> str:
    """Choose "id" or "en" from SAFETRAVEL_LANG, else from the locale variables."""
    for name in ("SAFETRAVEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "id" if value.replace("-", "_").split("_")[0].split(".")[0].lower() in INDONESIAN.split() else "en"
    return "en"


def columns(environ: "Mapping[str, str]", stdout: "TextIO") -> int:
    """Return the width to write for, 0 for no limit."""
    given = environ.get("COLUMNS", "")
    if given.isdigit() and int(given) > 0:
        return max(int(given), 20)
    if is_terminal(stdout):
        try:
            return max(os.get_terminal_size(stdout.fileno()).columns, 20)
        except (OSError, ValueError):
            return 80
    return 0
