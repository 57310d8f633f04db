"""What facts are bundled."""

from safetravel_cli.domain.blocks import Heading, Items, Pairs, Table, Text, Verbatim

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.i18n import Say


def page(data: "dict[str, object]", say: "Say") -> "list[object]":
    """Return the page that the keys of the data ask for."""
    for key, draw in (("report", _report), ("licences", _licences), ("iso2", _country), ("topics", _topics)):
        if key in data:
            return draw(data, say)
    return _left_out(data, say)


def _topics(data: "dict[str, object]", say: "Say") -> "list[object]":
    rows, left = data["topics"], data["left_out"]
    assert isinstance(rows, list)
    assert isinstance(left, dict)
    table = [(_title(row["topic"], say), say.number(row["row_count"]), say.number(row["country_count"])) for row in rows]
    return [
        Heading(1, say("data.title", date=say.date(str(data["date"])), id=data["id"])),
        Table([say("data.topic"), say("data.rows"), say("data.countries")], table),
        Text(say("data.left_out_line", rows=say.number(left["row_count"] or 0), sources=left["source_count"])),
    ]


def _title(topic: object, say: "Say") -> str:
    return say(f"data.topic_{topic}") if say.has(f"data.topic_{topic}") else str(topic).replace("_", " ")


def _country(data: "dict[str, object]", say: "Say") -> "list[object]":
    rows, missing = data["topics"], data["missing"]
    assert isinstance(rows, list)
    assert isinstance(missing, list)
    blocks: list[object] = [
        Heading(1, say("data.country_title", name=say.pick(data, "name"), date=say.date(str(data["date"])))),
        Pairs([(_title(row["topic"], say), say("data.row_count", count=say.number(row["row_count"]))) for row in rows]),
    ]
    if missing:
        blocks += [Heading(2, say("data.missing")), Items([_title(topic, say) for topic in missing])]
    return blocks


def _licences(data: "dict[str, object]", say: "Say") -> "list[object]":
    rows = data["licences"]
    assert isinstance(rows, list)
    blocks: list[object] = [Heading(1, say("data.licences_title")), Text(say("data.collection"))]
    for licence in dict.fromkeys(row["licence"] for row in rows):
        mine = [row for row in rows if row["licence"] == licence]
        blocks += [
            Heading(2, str(licence)),
            Items([" · ".join(filter(None, (row["title"], row["credit"], row["url"]))) for row in mine]),
        ]
    return blocks


def _left_out(data: "dict[str, object]", say: "Say") -> "list[object]":
    rows = data["left_out"]
    assert isinstance(rows, list)
    table = [
        (row["source_title"], _title(row["topic"], say), say.number(row["row_count"]), say.pick(row, "reason")) for row in rows
    ]
    return [
        Heading(1, say("data.left_out_title")),
        Table([say("data.source"), say("data.topic"), say("data.rows"), say("data.why")], table),
    ]


def _report(data: "dict[str, object]", say: "Say") -> "list[object]":
    report = data["report"]
    assert isinstance(report, dict)
    lines = [f"{say('data.report_' + key)}: {report[key] or '-'}" for key in ("country", "topic", "text", "version", "snapshot")]
    return [Heading(1, say("data.report_title")), Verbatim(lines), Text(say("data.report_hint"))]
