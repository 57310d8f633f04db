"""What `sync --places` fetched, kind by kind."""

from safetravel_cli.domain.blocks import NBSP, Callout, Heading, Pairs, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

    Row = dict[str, Any]

SHOWN_BY = {"worship": "worship", "halal": "eat", "hospital": "hospitals", "sights": "sights"}


def page(data: "Row", say: "Say") -> "list[object]":
    """Return a line a kind, how to see the places, and whose they are."""
    place, rows = data["places"], data["kinds"]
    label = say.pick(place, "name")
    title = "sync_places.title_near" if place["radius_km"] else "sync_places.title"
    blocks: list[object] = [
        Heading(1, say(title, place=label, km=place["radius_km"])),
        Pairs([(say("sync_places.kind_" + row["kind"]), _line(row, say)) for row in rows]),
    ]
    if data["status"] == "partial":
        blocks.append(Callout("caution", say("sync.partial")))
    fetched = [row["kind"] for row in rows if row["status"] in ("updated", "unchanged")]
    blocks += [Text(say("sync_places.look", command=SHOWN_BY[kind], place=label)) for kind in fetched[:1]]
    if any(row["status"] == "sized" for row in rows):
        blocks.append(Text(say("sync_places.only_sized")))
    asked = say("sync_places.asked", requests=say.number(data["requests"]), size=size(data["bytes"], say))
    blocks.append(Text(asked))
    if any(row["status"] != "failed" for row in rows):
        blocks.append(Text(say("sync_places.credit", source=data["source"], licence=data["licence"])))
    return blocks


def size(count: int, say: "Say") -> str:
    """Write a number of bytes: kB under a megabyte, else MB."""
    if count < 1_000_000:
        return say.number(max(1, round(count / 1000)) if count else 0) + NBSP + "kB"
    return say.number(count / 1_000_000, 1) + NBSP + "MB"


def reason(row: "Row", say: "Say") -> str:
    """Return why a kind did not come."""
    problem = dict(row["problem"])
    key = problem.pop("id")
    if "size" in problem:
        problem["size"] = size(problem["size"], say)
    values = {name: say.number(value) if type(value) is int and name != "status" else value for name, value in problem.items()}
    values["date"] = say.date(str(problem.get("date", "")))
    return say(("sync_places." if say.has("sync_places." + key) else "sync.") + key, **values)


def _line(row: "Row", say: "Say") -> str:
    status = row["status"]
    if status == "failed":
        return say("sync_places.failed", reason=reason(row, say))
    values = {"counted": say.number(row["counted"]), "rows": say.number(row["rows"]), "size": size(row["bytes_about"], say)}
    words = say("sync_places." + status, date=say.date(row["as_of"]), **values)
    return words + say("sync_places.left_out", count=say.number(row["left_out"])) if row["left_out"] else words
