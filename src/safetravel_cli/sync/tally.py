"""Which source brought which of the changes that a run noted."""

from safetravel_cli.store import overlay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env
    from safetravel_cli.store.history import Change
    from safetravel_cli.sync.feeds.feed import Feed

# What no source of this run brought: the bundled facts were replaced since the run before.
ELSEWHERE = ""


def by_feed(noted: "list[Change] | None", feeds: "list[Feed]", env: "Env") -> "dict[str, int] | None":
    """Return source -> how many of the changes it brought, ELSEWHERE those of none; None where nothing could be noted.

    The sum is what `changes` shows of this run.
    """
    if noted is None:
        return None
    asked = {feed.name for feed in feeds}
    governments = {feed.government: feed.name for feed in feeds if feed.government}
    found: dict[str, int] = {}
    for one in noted:
        name = ELSEWHERE
        if one.live and one.topic == "level":
            name = governments.get(one.key, ELSEWHERE)
        elif one.live and one.topic == "rate":
            name = overlay.rate_feed(env, one.key)
        name = name if name in asked else ELSEWHERE
        found[name] = found.get(name, 0) + 1
    return found
