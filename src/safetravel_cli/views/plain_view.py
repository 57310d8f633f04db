"""The page as plain lines: no escape codes, no boxes, one fact a line, the same order always."""

from safetravel_cli.domain.blocks import Callout, Code, Heading, Items, Pairs, Saying, Source, Table, Text, Verbatim
from safetravel_cli.views.wrap import clean, fill, release, units, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def _pairs(rows: "Iterable[tuple[str, object]]", columns: int, indent: str = "") -> "list[str]":
    lines: list[str] = []
    for label, value in rows:
        if isinstance(value, (list, tuple)):
            lines += wrap(label + ":", columns, indent)
            for item in value:
                lines += wrap(str(item), columns, indent + "  - ", indent + "    ")
        elif label:
            lines += wrap(f"{label}: {value}", columns, indent, indent + "  ")
        else:
            lines += wrap(str(value), columns, indent, indent + "  ")
    return lines


def _shown(block: "Verbatim | Saying | Code", columns: int) -> "list[str]":
    """Return lines as they are; or an empty line and a QR code, or a text in its own script, its value, reading and meaning."""
    if isinstance(block, Verbatim):
        return [clean(line) for line in block.lines]
    if isinstance(block, Code):
        from safetravel_cli.views import qr

        return ["", *qr.lines(block.text, columns or qr.PAPER)]
    local = fill(units(clean(block.text), block.breaks, [clean(piece) for piece in block.pieces]), columns)
    value = wrap(block.value, columns) if block.value else []
    reading = wrap(block.reading, columns) if block.reading else []
    return ["", *local, *value, *reading, *wrap(block.meaning, columns)]


def lines(blocks: "Iterable[object]", columns: int) -> "list[str]":
    """Return the lines of a page, each at most `columns` cells wide where words allow it (0: no limit)."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            if out:
                out.append("")
            out += wrap(block.text.upper() if block.level > 1 else block.text, columns)
        elif isinstance(block, (Text, Callout)):
            out += wrap(block.text, columns)
        elif isinstance(block, Source):
            out += wrap(block.text + ")", columns, "(", " ")
        elif isinstance(block, Pairs):
            out += _pairs(block.rows, columns)
        elif isinstance(block, Items):
            for item in block.items:
                out += wrap(item, columns, "- ", "  ")
        elif isinstance(block, Table):
            for row in block.rows:
                out += wrap(str(row[0]), columns)
                cells = [
                    (label, cell) for label, cell in zip(block.columns[1:], row[1:], strict=True) if cell not in ("", None, [])
                ]
                out += _pairs(cells, columns, "  ")
        elif isinstance(block, (Verbatim, Saying, Code)):
            out += _shown(block, columns)
    return out


def render(blocks: "Iterable[object]", columns: int) -> str:
    """Return the whole page as one text that ends with a line end."""
    return release("\n".join(lines(blocks, columns))) + "\n"
