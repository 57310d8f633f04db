"""What a service gives back."""

from safetravel_cli import exits


class Answer:
    """Carry the facts of one command: plain values (dict, list, str, int, float, bool, None).

    A service that must speak before it has finished (the alert) yields several answers, each with all that
    is known so far; the last one is the answer for JSON.
    """

    __slots__ = ("data", "exit_code", "warnings")

    def __init__(self, data: "dict[str, object]", exit_code: int = exits.DONE, warnings: "list[dict[str, object]] | None" = None):
        self.data = data
        self.exit_code = exit_code
        self.warnings = warnings or []
