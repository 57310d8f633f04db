"""The page through rich, for terminals of 60 columns and more. Colour only helps; the words say all."""

import io

from rich.box import ROUNDED, SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text as Line

from safetravel_cli.domain.blocks import Callout, Code, Heading, Items, Link, Pairs, Saying, Source, Table, Text, Verbatim
from safetravel_cli.views.wrap import clean, fill, release, units, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = {"danger": "bold red", "caution": "yellow", "note": "cyan", "good": "green"}


def _fill(text: str, columns: int, style: str = "", indent: str = "", hang: "str | None" = None) -> Line:
    return Line(release("\n".join(wrap(text, columns, indent, hang))), style=style, no_wrap=True, overflow="ignore")


def _value(value: object, columns: int) -> Line:
    if isinstance(value, (list, tuple)):
        return Line("\n").join([_fill(str(item), columns, "", "• ", "  ") for item in value])
    return _fill(str(value), columns)


def _link(value: Link, links: bool) -> Line:
    # Addresses come from data too: clean() keeps escape codes out of the one that rich writes here.
    style = Style(link=clean(value.url), underline=True) if links else Style()
    return Line(clean(value.text if links else value.url), style=style, no_wrap=True, overflow="ignore")


def _pairs(console: Console, rows: "list[tuple[str, object]]", columns: int, links: bool) -> None:
    room = min(max((width(label) for label, _ in rows), default=0), 26)
    grid = _grid(room)
    for label, value in rows:
        shown = _link(value, links) if isinstance(value, Link) else _value(value, columns - room - 4)
        if isinstance(value, Link) and width(shown.plain) > columns - room - 4:
            # An address longer than its column stands below its label, whole: a table would cut it.
            grid.add_row(_fill(label, room, "bold"), Line(""))
            console.print(Padding(grid, (0, 0, 0, 2)))
            console.print(Line("    ").append_text(shown), crop=False, soft_wrap=True)
            grid = _grid(room)
            continue
        grid.add_row(_fill(label, room, "bold"), shown)
    if grid.row_count:
        console.print(Padding(grid, (0, 0, 0, 2)))


def _grid(room: int) -> Grid:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=room)
    grid.add_column()
    return grid


def _table(console: Console, block: Table, columns: int) -> None:
    widths = [
        max([width(str(name))] + [max((width(part) for part in str(row[i] or "").split("\n")), default=0) for row in block.rows])
        for i, name in enumerate(block.columns)
    ]
    room = columns - 3 * len(widths)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= 12:
            break
        widths[widest] -= 1
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in block.columns:
        grid.add_column(clean(str(name)))
    for row in block.rows:
        cells = [", ".join(map(str, cell)) if isinstance(cell, (list, tuple)) else str(cell or "") for cell in row]
        grid.add_row(*[_fill(cell, size) for cell, size in zip(cells, widths, strict=True)])
    console.print(grid, no_wrap=True)


def render(blocks: "Iterable[object]", columns: int, color: bool, links: bool = False) -> str:
    """Return the page as text with the escape codes of the terminal (none but bold where colour is off).

    `links`: the terminal has them (views.hyperlink), so that words stand for addresses.
    """
    columns = columns or 80
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=True,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for block in blocks:
        if isinstance(block, Saying):
            _saying(console, block, columns)
        elif isinstance(block, Code):
            _code(console, block, columns)
        else:
            _draw(console, block, columns, links)
    return out.getvalue()


def _draw(console: Console, block: object, columns: int, links: bool) -> None:
    if isinstance(block, Heading):
        _heading(console, block, columns)
    elif isinstance(block, Text):
        console.print(_fill(block.text, columns, "", "  "))
    elif isinstance(block, Source):
        console.print(_fill(block.text, columns, "dim", "  "))
    elif isinstance(block, Callout):
        console.print(_fill(block.text, columns, STYLES[block.kind], "▌ "))
    elif isinstance(block, Pairs):
        _pairs(console, list(block.rows), columns, links)
    elif isinstance(block, Items):
        for item in block.items:
            console.print(_fill(item, columns, "", "  • ", "    "))
    elif isinstance(block, Table):
        _table(console, block, columns)
    elif isinstance(block, Verbatim):
        for line in block.lines:
            console.print(Line(clean(line), no_wrap=True, overflow="ignore"), crop=False, soft_wrap=True)


def _saying(console: Console, block: Saying, columns: int) -> None:
    """Draw the text in its own script with room around it, then how it is read and what it means, quietly."""
    console.print()
    for line in fill(units(clean(block.text), block.breaks, [clean(piece) for piece in block.pieces]), columns - 4):
        if block.right_to_left:
            # SCP of ECMA-48: a terminal that orders both directions sets this line from the right.
            console.file.write("\x1b[2 k")
            console.print(Line(line, style="bold", no_wrap=True, overflow="ignore"), end="")
            console.file.write("\x1b[0 k\n")
        else:
            console.print(Line("  " + line, style="bold", no_wrap=True, overflow="ignore"))
    if block.value:
        console.print(_fill(block.value, columns, "bold", "  "))
    if block.reading:
        console.print(_fill(block.reading, columns, "italic", "    "))
    console.print(_fill(block.meaning, columns, "dim", "    "))


def _code(console: Console, block: Code, columns: int) -> None:
    from safetravel_cli.views import qr

    console.print()
    for line in qr.lines(block.text, columns):
        console.print(Line(line, no_wrap=True, overflow="ignore"), crop=False, soft_wrap=True)


def _heading(console: Console, block: Heading, columns: int) -> None:
    if block.level == 1:
        console.print(Panel(_fill(block.text, columns - 4, "bold"), box=ROUNDED, width=columns))
    else:
        console.print()
        console.print(_fill(block.text, columns, "bold underline"))
