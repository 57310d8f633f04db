"""A card to show: each phrase in their letters, how it is read, what it means."""

from safetravel_cli.domain.blocks import BLANK, Callout, Code, Heading, Pairs, Saying, Text
from safetravel_cli.i18n.forms import phone
from safetravel_cli.pages import subject
from safetravel_cli.pages.sourceline import source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.i18n import Say

DOUBTFUL = ("conflict", "one_source", "unverified")


def page(data: "dict[str, Any]", say: "Say", paper: bool = False) -> "list[object]":
    """Return the list of cards, or one card; on `paper` without the lines that speak of commands."""
    if data["cards"]:
        rows = [
            (row["topic"], f"{say.pick(row, 'title')} ({say('card.phrases', count=row['phrases'])})") for row in data["cards"]
        ]
        return [Heading(1, say("card.list_title")), Pairs([*rows, ("pocket", say("card.pocket"))]), Text(say("card.list_how"))]
    blocks: list[object] = [Heading(1, title(data, say))]
    found = subject.found_by(data, say) if data["iso2"] and not paper else ""
    blocks += [Text(found)] if found else []
    if data["own"]:
        blocks += _own(data, say, paper)
    blocks += _numbers(data, say, paper)
    if data["own"] and data["phrases"]:
        blocks.append(Heading(2, say("card.pocket_show")))
    blocks += [_saying(phrase, say) for phrase in data["phrases"]]
    about = [*[Text(line) for line in legend(data, say)], *([] if paper else _hints(data, say))]
    blocks += [Heading(2, say("card.about")), *about] if about else []
    if data["qr"] and data["qr"]["text"]:
        blocks.append(Code(data["qr"]["text"]))
    return [*blocks, *source(data["phrases"], say, paper), *([] if paper else _after(data, say))]


def title(data: "dict[str, Any]", say: "Say") -> str:
    """Return the title of a card: what it is for, and in which language."""
    if data["own"]:
        return say("card.pocket")
    return say("card.title", title=say.pick(data, "title"), language=say.pick(data["language"], "name"))


def _own(data: "dict[str, Any]", say: "Say", paper: bool) -> "list[object]":
    from safetravel_cli.i18n import Say as Speaker

    other = Speaker("en" if say.language == "id" else "id")
    rows: list[tuple[str, object]] = []
    for row in data["own"]:
        value = row["value"]
        if row["name"] in ("born", "passport_expires"):
            value = say.date(value)
        elif row["name"] in ("phone", "next_of_kin", "next_of_kin_phone"):
            value = phone(value)
        # Whoever finds it reads neither language, or one of the two.
        label = say("card.pocket_both", label=say("card.pocket_" + row["name"]), other=other("card.pocket_" + row["name"]))
        rows.append((label, value or BLANK))
    return [*([] if paper else [Text(say("card.pocket_how"))]), Pairs(rows)]


def _numbers(data: "dict[str, Any]", say: "Say", paper: bool) -> "list[object]":
    """Return whom to call, on cards where that matters: local numbers, the mission, the ministry."""
    if not (data["grave"] or data["own"]):
        return []
    rows: list[tuple[str, object]] = [
        (say("emergency." + row["service"]), marked(phone(row["number"]), row["confidence"], say)) for row in data["numbers"]
    ]
    mission = data["mission"]
    known = (mission["hotlines"] + mission["phones"])[:1] if mission else []
    rows += [(mission["short_name"], phone(row["number"])) for row in known]
    rows += [(say.pick(row, "title"), phone(row["number"])) for row in data["hotlines"]] if not known or data["own"] else []
    held = [*data["numbers"], *([mission] if known else []), *data["hotlines"]]
    return [Heading(2, say("card.numbers")), Pairs(rows), *source(held, say, paper)] if rows else []


def marked(number: str, confidence: str, say: "Say") -> str:
    """Return a number with the mark of one that is in doubt."""
    return say("card.number_unverified", number=number) if confidence in DOUBTFUL else number


def _saying(phrase: "dict[str, Any]", say: "Say") -> Saying:
    value: str | None = phrase["value"]
    if phrase["value_kind"] == "phone":
        value = marked(phone(phrase["value"]), phrase["value_confidence"], say)
    elif not value:
        value = BLANK if phrase["blank"] else None
    meaning = f"{phrase['number']}. {say.pick(phrase, 'text')}"
    if phrase["value_of"]:
        name = say("emergency." + phrase["value_of"])
        meaning += f" ({phrase['value_of'] if name.startswith('emergency.') else name})"
    mark = _mark(phrase)
    if mark == "doubtful" and say.language == "id":
        meaning += f" ({phrase['text_en']})"
    return Saying(
        phrase["text"],
        phrase["language"],
        phrase["right_to_left"],
        phrase["line_break"],
        phrase["pieces"],
        value,
        phrase["romanisation"],
        meaning + (f" {say('card.' + mark)}" if mark else ""),
    )


def _mark(phrase: "dict[str, Any]") -> str:
    if phrase["withheld"]:
        return "in_english"
    return {"medium": "unchecked", "low": "doubtful"}.get(phrase["confidence"], "")


def legend(data: "dict[str, Any]", say: "Say") -> "list[str]":
    """Return what the marks on this card mean, each once."""
    marks = list(dict.fromkeys(filter(None, map(_mark, data["phrases"]))))
    name = say.pick(data["language"], "name") if data["language"] else ""
    lines = [say("card.legend_" + mark, **({"language": name} if mark == "in_english" else {})) for mark in sorted(marks)]
    language = data["language"]
    if language and language["romanisation_system_en"] and any(row["romanisation"] for row in data["phrases"]):
        key = "card.reading_approximate" if language["romanisation_quality"] == "approximate" else "card.reading"
        lines.append(say(key, system=say.pick(language, "romanisation_system")))
    return lines + ([say("card.for_nationals")] if data["national_left_out"] else [])


def _hints(data: "dict[str, Any]", say: "Say") -> "list[object]":
    """Return how to show it larger, in which other language, and what the code holds."""
    language = data["language"]
    if not language:
        return []
    plain = language["script"] in ("Latn", "Cyrl", "Grek")
    blocks: list[object] = [Text(say("card.big" if plain else "card.setting"))]
    others = [row for row in data["languages"] if row["language"] != language["language"]]
    if others and data["iso2"]:
        names = ", ".join(f"{say.pick(row, 'name')} ({row['language']})" for row in others)
        blocks.append(Text(say("card.others", name=say.pick(data, "name"), languages=names)))
        notes = {say.pick(row, "note") for row in data["languages"] if row["language"] == language["language"]} - {""}
        blocks += [Text(note[:1].upper() + note[1:] + ".") for note in notes]
    return blocks


def _after(data: "dict[str, Any]", say: "Say") -> "list[object]":
    blocks: list[object] = []
    code = data["qr"]
    if code and not code["text"]:
        blocks.append(Callout("caution", say("card.code_none")))
    elif code and code["held"] < code["count"]:
        blocks.append(Text(say("card.code_part", held=code["held"], count=code["count"])))
    elif code:
        blocks.append(Text(say("card.code_all")))
    for row in data["written"]:
        fonts = ", ".join(row["fonts"])
        line = say("card.written_fonts", path=row["path"], fonts=fonts) if fonts else say("card.written", path=row["path"])
        blocks.append(Callout("good", line))
    return blocks
