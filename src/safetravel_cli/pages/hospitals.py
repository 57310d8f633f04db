"""Hospitals and clinics; before them the number of the ambulance."""

from safetravel_cli.domain.blocks import Callout, Heading
from safetravel_cli.pages import distances, phones, places
from safetravel_cli.pages.places import FAR_M
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return the number to call, then the places."""
    first: list[object] = []
    if data["ambulance"]:
        first = [Heading(2, say("places.ambulance")), *phones.emergency(data["ambulance"], say), *source(data["ambulance"], say)]
        first.append(Heading(2, say("places.what_" + data["what"])))
    if data["any_kind"]:
        first.append(Callout("caution", say("places.emergency_unknown", distance=distances.length(FAR_M, say))))
    return places.page(data, say, _more, first)


def _more(row: "dict[str, Any]", say: "Say") -> "list[str]":
    held = row["emergency"]
    return [places.kind_of(row, say)] + ([] if held is None else [say("places.has_emergency" if held else "places.no_emergency")])
