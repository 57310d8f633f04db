"""An alert as GeoJSON (RFC 7946), for any map program: the sender's position, and where each photo was taken."""

import time

from safetravel_cli.sos import body, lines, message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from safetravel_cli.sos.lines import Facts


def build(facts: "Facts", code: str, media: "Sequence[Facts]" = (), *, kind: str = "", new: "Facts | None" = None) -> bytes:
    """Return a FeatureCollection (UTF-8); an unknown position is a feature without geometry. Arguments as message.follow_up."""
    held = message.merged(facts, new) if kind else facts
    position, battery = held.get("position") or {}, held.get("battery") or {}
    properties = {
        "code": code,
        "what": kind or "alert",
        "exercise": bool(held.get("drill")),
        "created_utc": _utc(lines.seconds_of(held)),
        "kind": lines.line(held.get("kind")) or None,
        "message": lines.clean(str(held.get("message") or "")) or None,
        "country": lines.line(held.get("country")) or None,
        "method": lines.line(position.get("method")) or None,
        "accuracy_m": lines.accuracy(held),
        "age_s": _whole(position.get("age_s")),
        "people": _whole(held.get("people")),
        "injured": held.get("injured") if isinstance(held.get("injured"), bool) else None,
        "battery_percent": _whole(battery.get("percent")),
        "media": [_file(part) for part in media],
    }
    features = [_feature(lines.spot(held), properties)]
    for part in media:
        place = part.get("place") or {}
        found, taken = lines.spot({"position": place}), lines.number(place.get("taken"))
        if found:
            when = None if taken is None else _utc(lines.seconds_of({"created": taken}))
            features.append(_feature(found, {**_file(part), "code": code, "what": "media", "taken_utc": when}))
    return (body.dump({"type": "FeatureCollection", "features": features}) + "\n").encode()


def _feature(found: "tuple[float, float] | None", properties: "dict[str, Any]") -> "dict[str, Any]":
    # Longitude comes first here.
    point = {"type": "Point", "coordinates": [round(found[1], 5) + 0.0, round(found[0], 5) + 0.0]} if found else None
    return {"type": "Feature", "geometry": point, "properties": properties}


def _file(part: "Facts") -> "dict[str, Any]":
    return {
        "kind": lines.line(part.get("kind")) or "photo",
        "mime": lines.line(part.get("mime")),
        "bytes": _whole(part.get("bytes")),
        "sha256": lines.line(part.get("sha256")),
    }


def _whole(value: object) -> "int | None":
    found = lines.number(value)
    return None if found is None else round(found)


def _utc(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
