"""What can go wrong, as values: a message key, the facts that fill it, an exit code.

    SafeTravelError
    ├── UsageError           2  the words given cannot be understood
    ├── NotFound             3  no such country, city, mission; `choices` are suggestions
    ├── Ambiguous            4  several fit; `choices` are they
    ├── SnapshotError        5  the bundled facts are missing, damaged or too new
    ├── NetworkNeeded        6  nothing came through
    ├── IntegrityError       7  what came is not what it claims to be
    └── NotStored            8  the alert could not be written

The words stand in `i18n/errors.py`: each key has `what`, `meaning` and `next`.
"""

from safetravel_cli import exits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class SafeTravelError(Exception):
    """Say what happened by a key of the catalogue; `run` turns it into words and an exit code."""

    exit_code = exits.DEFECT

    def __init__(self, key: str, choices: "Sequence[object]" = (), **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.choices = list(choices)
        self.values = values


class UsageError(SafeTravelError):
    exit_code = exits.USAGE


class NotFound(SafeTravelError):
    exit_code = exits.NOT_FOUND


class Ambiguous(SafeTravelError):
    exit_code = exits.AMBIGUOUS


class SnapshotError(SafeTravelError):
    exit_code = exits.NO_SNAPSHOT


class NetworkNeeded(SafeTravelError):
    exit_code = exits.NO_NETWORK


class IntegrityError(SafeTravelError):
    exit_code = exits.BAD_INTEGRITY


class NotStored(SafeTravelError):
    exit_code = exits.NOT_STORED
