"""Write docs/reference/commands.md and man/safetravel.1 from the help of the commands; `--check` only says what has drifted.

Every command that the Typer tree has is in both, as its help shows it; the sections on files, variables and exit codes of
the man page are the tables of docs/reference.
"""

import os
import re
import sys
import textwrap
from typing import Any

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REFERENCE = os.path.join(ROOT, "docs", "reference")
COMMANDS = os.path.join(REFERENCE, "commands.md")
MANUAL = os.path.join(ROOT, "man", "safetravel.1")
LANGUAGES = ("en", "id")

INTRODUCTION = """# Commands

Made by `tools/make_docs.py` from the help of the program: do not edit. English first, *Indonesian beside it*;
`safetravel COMMAND --help --lang id` shows the same in Indonesian.

A NAME or PLACE of several words needs no quotes. What a PLACE may be: [place.md](place.md). The answers as JSON:
[json-output.md](json-output.md). Exit codes: [exit-codes.md](exit-codes.md). Files:
[files.md](files.md). Variables: [environment-variables.md](environment-variables.md).
"""


class Entry:
    """The help of one command: `words` ("sos show", "" for the program), and its blocks in each language."""

    def __init__(self, words: str, pages: list[list[Any]]) -> None:
        self.words = words
        self.pages = pages

    @property
    def full(self) -> str:
        """Return the command as it is typed."""
        return f"safetravel {self.words}".strip()


def _walk(context: Any, say: Any) -> dict[str, list[Any]]:
    """Return the help of a command and of everything below it, by the words that name it, in their order."""
    from safetravel_cli.cli import helping

    command = context.command
    found = {context.command_path.partition(" ")[2]: helping.page(command, context, say)}
    for name in command.list_commands(context) if hasattr(command, "list_commands") else []:
        child = command.commands[name]
        if not child.hidden:
            found |= _walk(type(context)(child, info_name=name, parent=context), say)
    return found


def entries() -> list[Entry]:
    """Return all commands, in the order of the help."""
    sys.path.insert(0, os.path.join(ROOT, "src"))
    import typer

    from safetravel_cli.cli import app
    from safetravel_cli.env import Env
    from safetravel_cli.i18n import Say

    trees = []
    for language in LANGUAGES:
        root = typer.main.get_command(app.build(Env(environ={"SAFETRAVEL_LANG": language})))
        trees.append(_walk(typer.Context(root, info_name="safetravel"), Say(language)))
    assert list(trees[0]) == list(trees[1])
    return [Entry(words, [tree[words] for tree in trees]) for words in trees[0]]


class Part:
    """A section of a help page in both languages: `heading` (an i18n key or ""), `rows` [(label, meaning)], `lines`."""

    def __init__(self, heading: str, rows: list[list[tuple[str, str]]], lines: list[list[str]]) -> None:
        self.heading = heading
        self.rows = rows
        self.lines = lines


def parts(entry: Entry) -> list[Part]:
    """Return the sections of a help page, the first without a heading: its lines are the help, its row the usage."""
    from safetravel_cli.domain.blocks import Heading, Items, Pairs, Text
    from safetravel_cli.i18n import Say

    english = Say("en")
    keys = {english("cli." + key): key for key in ("commands", "arguments", "options", "shared_options", "examples")}
    found = [Part("", [[], []], [[], []])]
    for blocks in zip(*entry.pages, strict=True):
        if isinstance(blocks[0], Heading) and blocks[0].level == 2:
            found.append(Part(keys[blocks[0].text], [[], []], [[], []]))
        for number, block in enumerate(blocks):
            if isinstance(block, Pairs):
                found[-1].rows[number] += [(str(row[0]), str(row[1])) for row in block.rows]
            elif isinstance(block, Text):
                found[-1].lines[number].append(block.text)
            elif isinstance(block, Items):
                found[-1].lines[number] += [str(item) for item in block.items]
            else:
                assert isinstance(block, Heading), block
    return found


def markdown(every: list[Entry]) -> str:
    """Return the page docs/reference/commands.md."""
    out = [INTRODUCTION]
    for entry in every:
        out.append(f"{'###' if ' ' in entry.words else '##'} `{entry.full}`\n")
        for part in parts(entry):
            if part.heading == "shared_options" and entry.words:
                out.append("And the [options of every command](#options-of-every-command).\n")
            else:
                out += _markdown_part(entry, part)
        if not entry.words:
            out += _markdown_shared(every)
    return "\n".join(out)


def _markdown_part(entry: Entry, part: Part) -> list[str]:
    if not part.heading:
        usage = part.rows[0][0][1]
        return ["<br>\n".join(part.lines[0]) + "\n", f"*{' '.join(part.lines[1])}*\n", f"```text\n{usage}\n```\n"]
    if part.heading == "examples":
        blocks = [f"```console\n{_prompted(lines)}\n```\n" for lines in part.lines]
        return [blocks[0], *([blocks[1]] if blocks[1] != blocks[0] else [])]
    if part.heading == "commands":
        links = [_linked(entry, label) for label, _ in part.rows[0]]
        return _table("command", links, part)
    title = "argument" if part.heading == "arguments" else "option"
    return _table(title, [f"`{_cell(label)}`" for label, _ in part.rows[0]], part)


def _prompted(lines: list[str]) -> str:
    return "\n".join("$ " + line for line in lines)


def _linked(entry: Entry, name: str) -> str:
    words = f"{entry.words} {name}".strip()
    return f"[`{words}`](#safetravel-{words.replace(' ', '-')})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _table(title: str, labels: list[str], part: Part) -> list[str]:
    lines = [f"| {title} | meaning | arti |", "| --- | --- | --- |"]
    for label, (_, english), (_, indonesian) in zip(labels, *part.rows, strict=True):
        lines.append(f"| {label} | {_cell(english)} | *{_cell(indonesian)}* |")
    return ["\n".join(lines) + "\n"]


def _shared(every: list[Entry]) -> Part:
    """Return the options that every command takes, as a command other than the program itself has them."""
    return next(part for entry in every[1:] for part in parts(entry) if part.heading == "shared_options")


def _markdown_shared(every: list[Entry]) -> list[str]:
    part = _shared(every)
    return ["## Options of every command\n", *_table("option", [f"`{_cell(label)}`" for label, _ in part.rows[0]], part)]


def table(name: str) -> list[list[str]]:
    """Return the rows of the table of a page of the reference, without its heading."""
    with open(os.path.join(REFERENCE, name), encoding="utf-8") as file:
        rows = [line.strip().strip("|").replace("\\|", "\0") for line in file if line.startswith("|")]
    return [[cell.strip().replace("\0", "|") for cell in row.split("|")] for row in rows[2:]]


def roff(text: str) -> str:
    """Return a line of text as roff reads it: `code` in bold, links as their words, letters beyond ASCII by number."""
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    text = re.sub(r"`([^`]+)`", r"\\fB\1\\fR", text)
    text = re.sub(r"\*([^*]+)\*", r"\\fI\1\\fR", text)
    text = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in text)
    return "\\&" + text if text.startswith(".") else text


def prose(text: str) -> list[str]:
    """Return a paragraph as lines of roff of at most 80 letters."""
    lines = textwrap.wrap(roff(text), 78, break_long_words=False, break_on_hyphens=False)
    return ["\\&" + line if line.startswith(".") else line for line in lines]


def paragraphs(lines: list[str]) -> list[str]:
    """Return paragraphs that follow each other without a gap."""
    return [line for text in lines for line in prose(text)]


def manual(every: list[Entry]) -> str:
    """Return the man page."""
    from safetravel_cli import __version__

    root = parts(every[0])
    # No date: the page is the same from the same source, and says the version instead.
    out = [f'.TH SAFETRAVEL 1 "" "safetravel {__version__}" "User Commands"']
    out += [".SH NAME", "safetravel \\- offline travel companion, with an alert that is never lost"]
    out += [".SH SYNOPSIS", ".B safetravel", "[\\fIcommand\\fR] [\\fIwords\\fR ...] [\\fIoptions\\fR]"]
    out += [".SH DESCRIPTION", *paragraphs(root[0].lines[0])]
    out += [".PP", *prose("With `--lang id` every command answers in Indonesian, and `--help` too.")]
    out += prose("A name or place of several words needs no quotes.")
    out += [".SH COMMANDS"]
    for entry in every[1:]:
        out += [f'.SS "{roff(entry.words)}"', *_manual_parts(entry)]
    out += [".SH OPTIONS", "Of every command:", *_tagged(_shared(every).rows[0])]
    out += [".PP", "Of the program itself:"]
    own = next(part for part in root if part.heading == "shared_options").rows[0]
    out += _tagged([row for row in own if row[0] not in {label for label, _ in _shared(every).rows[0]}])
    out += [".SH FILES", *_tagged([(row[0].replace("`", ""), row[1]) for row in table("files.md")])]
    out += [".SH ENVIRONMENT", *_tagged([(row[0].replace("`", ""), row[1]) for row in table("environment-variables.md")])]
    out += [".SH EXIT STATUS", *_tagged([(row[0], " ".join(row[2:])) for row in table("exit-codes.md")])]
    out += [".SH EXAMPLES", *_examples(next(part for part in root if part.heading == "examples").lines[0])]
    return "\n".join([*out, ""])


def _manual_parts(entry: Entry) -> list[str]:
    out: list[str] = []
    for part in parts(entry):
        if not part.heading:
            out += [*paragraphs(part.lines[0]), ".PP", ".B " + roff(part.rows[0][0][1])]
        elif part.heading == "examples":
            out += [".PP", "Examples:", ".PP", *_examples(part.lines[0])]
        elif part.heading == "commands":
            names = [roff(f"`{entry.words} {label}`") for label, _ in part.rows[0]]
            out += [".PP", "With these commands of its own, below:", *(",\n".join(names) + ".").split("\n")]
        elif part.heading != "shared_options":
            out += _tagged(part.rows[0])
    return out


def _tagged(rows: list[tuple[str, str]]) -> list[str]:
    return [line for label, text in rows for line in (".TP", ".B " + roff(label), *(prose(text) or ["\\&"]))]


def _examples(lines: list[str]) -> list[str]:
    return [".RS 4", ".nf", *map(roff, lines), ".fi", ".RE"]


def main() -> int:
    """Write both pages, or say which of them has drifted."""
    every = entries()
    drifted = []
    for path, text in ((COMMANDS, markdown(every)), (MANUAL, manual(every))):
        if "--check" in sys.argv:
            if not os.path.isfile(path) or open(path, encoding="utf-8").read() != text:  # noqa: SIM115
                drifted.append(os.path.relpath(path, ROOT))
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    if drifted:
        print(f"{', '.join(drifted)}: drifted from the help of the commands: python tools/make_docs.py", file=sys.stderr)
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main())
