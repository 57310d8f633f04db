"""How a run ends that brought nothing."""

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

# What the person can do something about, by what every source failed for.
MENDED = {
    "sync.net_portal": "_portal",
    "sync.net_offline": "_offline",
    "sync.net_settings": "_settings",
    "sync.net_proxy": "_settings",
    "sync.net_proxy_login": "_settings",
}


def nothing_came(problems: "Sequence[errors.SafeTravelError]", rows: "list[dict[str, Any]]") -> errors.NetworkNeeded:
    """Return the error for a run that brought nothing; what to do, where all failed for one reason that can be mended here."""
    kinds = {MENDED.get(problem.key, "") for problem in problems}
    return errors.NetworkNeeded("sync.nothing_came" + (kinds.pop() if len(kinds) == 1 else ""), choices=rows)
