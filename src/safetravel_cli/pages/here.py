"""The saved place."""

import time

from safetravel_cli.domain.blocks import Pairs, Text
from safetravel_cli.pages import namesakes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.i18n import Say


def page(data: "dict[str, object]", say: "Say") -> "list[object]":
    """Return what is saved, or how to save it."""
    place = data["place"]
    if not isinstance(place, dict):
        return [Text(say("here.forgotten" if data["done"] else "here.nothing"))]
    rows = [(say("here.place"), place["text"]), (say("here.country"), f"{say.pick(place, 'name')} ({place['country_code']})")]
    if place["latitude"] is not None:
        rows.append((say("here.position"), f"{place['latitude']:.5f},{place['longitude']:.5f}"))
    rows.append((say("here.saved_at"), say.date(time.strftime("%Y-%m-%d", time.gmtime(place["saved_at"])))))
    head = [Text(say("here.saved"))] if data["done"] else []
    return [*head, *_understood(data["understood"], say), Pairs(rows)]


def _understood(found: "object", say: "Say") -> "list[object]":
    """Return how a misspelt name was read, and which of several cities of one name was taken."""
    if not isinstance(found, dict):
        return []
    name = say.pick(found, "name")
    blocks: list[object] = [Text(say("here.read_as", name=name))] if found["read_as"] else []
    return [*blocks, *namesakes.blocks(found, found["others"], say)]
