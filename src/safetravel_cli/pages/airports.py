"""Airports, each with its IATA code."""

from safetravel_cli.pages import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the places with their codes."""
    return places.page(data, say, _more)


def _more(row: "dict[str, Any]", say: "Say") -> "list[str]":
    return [say("places.codes_both" if row["icao_code"] else "places.codes", iata=row["iata_code"], icao=row["icao_code"])]
