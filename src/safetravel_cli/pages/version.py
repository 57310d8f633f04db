"""Version, on one line."""

from safetravel_cli.domain.blocks import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.i18n import Say


def page(data: "dict[str, object]", say: "Say") -> "list[object]":
    """Return the version and the date of the facts."""
    key = "version.line" if data["snapshot_date"] else "version.no_snapshot"
    return [Text(say(key, version=data["version"], date=say.date(str(data["snapshot_date"])), id=data["snapshot_id"]))]
