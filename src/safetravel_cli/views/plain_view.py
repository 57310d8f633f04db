"""The page as plain lines: no escape codes, no boxes, one fact a line, the same order always."""

from safetravel_cli.domain.blocks import Callout, Heading, Items, Pairs, Source, Table, Text, Verbatim
from safetravel_cli.views.wrap import clean, release, wrap

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
            out += wrap(block.text, columns, "(", " ")
            out[-1] += ")"
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
        elif isinstance(block, Verbatim):
            out += [clean(line) for line in block.lines]
    return out


def render(blocks: "Iterable[object]", columns: int) -> str:
    """Return the whole page as one text that ends with a line end."""
    return release("\n".join(lines(blocks, columns))) + "\n"
