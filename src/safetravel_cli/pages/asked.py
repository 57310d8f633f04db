"""How the place of a look-up was found, in one line under the title."""

from safetravel_cli.domain.blocks import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def name(data: "dict[str, Any]", say: "Say") -> str:
    """Return the name of the place, with its country where it is not the country itself."""
    place = data["place"]
    country = data["names"][say.language] if data["names"] else ""
    own = say.pick(place, "name") if place else country
    if not place or place["kind"] == "country" or not country or own == country:
        return own
    return say("asked.in_country", place=own, country=country)


def lines(data: "dict[str, Any]", say: "Say", command: str) -> "list[object]":
    """Return how a misspelt name was read, or from what the place was taken where none was named."""
    method, hint = data["position"]["method"], data["hint"]
    if data["read_as"]:
        return [Text(say("asked.read_as", name=name(data, say)))]
    if method == "saved_place":
        return [Text(say("asked.by_saved_place", hint=hint, command=command))]
    if method == "time_zone":
        return [Text(say("asked.by_time_zone", hint=hint, command=command))]
    if method in ("given", "unknown"):
        return []
    from safetravel_cli.pages import fixline

    return [Text(fixline.sentence(data["position"], say))]
