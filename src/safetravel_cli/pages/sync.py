"""What each source of `sync` gave."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

# What one cause on this side of the line may bring for all sources: said once, from so many on.
OF_THE_NETWORK = (
    "net_portal",
    "net_unreachable",
    "net_timeout",
    "net_untrusted",
    "net_offline",
    "net_settings",
    "net_proxy",
    "net_proxy_login",
)
MANY = 3
NOTES = ("pending", "held_back", "missing", "unknown", "older")


def page(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return a line a source, then what was not taken in and why, and what was asked."""
    if "places" in data:
        from safetravel_cli.pages import sync_places

        return sync_places.page(data, say)
    rows = data["sources"]
    blocks: list[object] = [Heading(1, say("sync.title_" + data["mode"]))]
    same = together(rows)
    blocks.append(Pairs([(row["source"], say("sync.failed_short") if row in same else _line(row, say)) for row in rows]))
    notes = [_together(same, say)] if same else []
    notes += [note(row, name, say) for row in rows for name in NOTES if row.get(name)]
    if notes:
        blocks.append(Items(notes))
    if data["set_aside"]:
        blocks.append(Callout("note", say("sync.set_aside")))
    if data["status"] == "partial":
        blocks.append(Callout("caution", say("sync.partial")))
    if data["changes"] or (data["changes"] == 0 and data["status"] != "error"):
        key = "sync.changes" if data["changes"] > 1 else "sync.change" if data["changes"] else "sync.no_change"
        blocks.append(Text(say(key, count=say.number(data["changes"]))))
    if data["mode"] in ("sync", "check"):
        blocks.append(Text(say("sync.asked", requests=say.number(data["requests"]), size=size(data["bytes"], say))))
    else:
        blocks.append(Text(say("sync.asked_nobody")))
    return blocks


def together(rows: "list[dict[str, Any]]") -> "list[dict[str, Any]]":
    """Return the rows that failed for one and the same reason of this network, where they are many; else none."""
    failed = [row for row in rows if row["status"] == "failed" and row["problem"]["id"] in OF_THE_NETWORK]
    alike = len({row["problem"]["id"] for row in failed}) == 1
    return failed if alike and len(failed) >= MANY else []


def _together(rows: "list[dict[str, Any]]", say: "Say") -> str:
    hosts = list(dict.fromkeys(str(row["problem"].get("host", "")) for row in rows))
    more = say("sync.and_more", host=hosts[0], count=say.number(len(hosts) - 1)) if len(hosts) > 1 else hosts[0]
    first = {**rows[0], "problem": {**rows[0]["problem"], "host": more}}
    return say("sync.failed_alike", count=say.number(len(rows)), reason=reason(first, say))


def note(row: "dict[str, Any]", name: str, say: "Say") -> str:
    """Return the sentence about what of a source was not taken in, and why."""
    names = row[name] if isinstance(row[name], list) else []
    return say("sync.note_" + name, count=len(names), names=say.join([str(one) for one in names]), source=row["source"])


def reason(row: "dict[str, Any]", say: "Say") -> str:
    """Return why a source failed."""
    problem = row["problem"]
    values = {**problem, "date": say.date(str(problem.get("date", "")))}
    return say("sync." + problem["id"], **values)


def size(count: int, say: "Say") -> str:
    """Write a number of bytes: 0 bytes, 214 kB, 1.2 MB."""
    if count < 1000:
        return say("sync.bytes", count=say.number(count))
    if count < 1_000_000:
        return say("sync.kilobytes", count=say.number(round(count / 1000)))
    return say("sync.megabytes", count=say.number(count / 1_000_000, 1))


def _line(row: "dict[str, Any]", say: "Say") -> str:
    if row["status"] == "failed":
        return say("sync.failed", reason=reason(row, say))
    words = [say("sync." + row["status"])]
    if row["status"] == "planned":
        words.append(say("sync.if_changed" if row["conditional"] else "sync.whole"))
        words.append(" ".join(row["addresses"][:1]))
    elif row.get("bytes"):
        words.append(say("sync.would_send", size=size(row["bytes"], say)))
    if row["rows"]:
        words.append(say(f"sync.count_{row['topic']}", count=say.number(row["rows"]), date=say.date(row["as_of"])))
    elif row["status"] in ("updated", "unchanged"):
        words.append(say("sync.count_none"))
    if row.get("levels_read"):
        words.append(say("sync.levels_read", count=say.number(row["levels_read"])))
    if row.get("new_rows"):
        words.append(say("sync.new_rows", count=say.number(row["new_rows"])))
    if row.get("changes"):
        words.append(say("sync.changed_one" if row["changes"] == 1 else "sync.changed", count=say.number(row["changes"])))
    return "; ".join(words)
