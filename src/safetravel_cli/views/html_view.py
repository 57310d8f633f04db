"""The page as one HTML file for paper or a telephone: no script, nothing fetched, the reader's own fonts."""

from html import escape

from safetravel_cli.domain.blocks import BLANK, Callout, Code, Heading, Items, Pairs, Saying, Source, Table, Text, Verbatim
from safetravel_cli.views.wrap import clean, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

# The quiet zone that ISO/IEC 18004 asks for, in modules.
QUIET = 4
# White on print, room for a thumb, nothing parted between two pages.
STYLE = """
@page { size: A4; margin: 15mm }
* { box-sizing: border-box }
body { font: 16px/1.45 system-ui, "Noto Sans", "Segoe UI", Roboto, sans-serif; color: #111; background: #fff;
  max-width: 46rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; margin: 0 0 .6rem } h2 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; border-bottom: 2px solid #111 }
p { margin: .4rem 0 } .quiet { color: #555; font-size: .8rem }
.danger, .caution, .note, .good { border-left: .35rem solid #888; padding-left: .6rem; break-inside: avoid }
.danger { border-color: #c00 } .caution { border-color: #d80 } .good { border-color: #080 }
dl { display: grid; grid-template-columns: minmax(8rem, 15rem) 1fr; gap: .25rem .8rem; margin: .4rem 0 }
dt { font-weight: 600 } dd { margin: 0 } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #bbb }
.saying { break-inside: avoid; border-bottom: 1px solid #999; padding: .7rem 0 }
.local { font-size: 2.1rem; line-height: 1.4; font-weight: 600; margin: 0 }
.local[lang=ko] { word-break: keep-all } .piece { word-break: keep-all } .local[lang=ur] { line-height: 2 }
.value { font-size: 1.8rem; font-weight: 700; margin: .1rem 0 } .whole { white-space: nowrap }
.blank { display: inline-block; min-width: 14rem; border-bottom: 1px solid #111; height: 1.4em }
.reading { font-style: italic; margin: .2rem 0 } .meaning { color: #333; margin: .2rem 0 }
svg { width: 11rem; max-width: 100%; display: block; margin: 1rem 0 } pre { white-space: pre-wrap }
"""


def render(blocks: "Iterable[object]", title: str, language: str) -> str:
    """Return a whole HTML document; `language` (BCP 47) is that of everything but the sayings."""
    body = "\n".join(_draw(block) for block in blocks)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _text(text: object) -> str:
    return escape(clean(str(text))).replace("\n", "<br>")


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "<br>".join(_value(item) for item in value)
    text = str(value)
    if text == BLANK:
        return '<span class="blank"></span>'
    return _text(text)


def _saying(block: Saying) -> str:
    parts = units(clean(block.text), block.breaks, [clean(piece) for piece in block.pieces])
    # A browser finds the other places where a line may break by the language.
    local = "<wbr>".join(escape(part) for part in parts) if block.breaks == "piece" else escape(clean(block.text))
    kind = "local piece" if block.breaks == "piece" and len(parts) > 1 else "local"
    side = "rtl" if block.right_to_left else "ltr"
    out = [f'<p class="{kind}" lang="{escape(block.language)}" dir="{side}">{local}</p>']
    if block.value is not None:
        whole = " whole" if "\u00a0" in block.value and " " not in block.value else ""
        out.append(f'<p class="value{whole}"><bdi>{_value(block.value)}</bdi></p>')
    if block.reading:
        out.append(f'<p class="reading" lang="{escape(block.language)}-Latn">{_text(block.reading)}</p>')
    return f'<div class="saying">{"".join(out)}<p class="meaning">{_text(block.meaning)}</p></div>'


def _pairs(block: Pairs) -> str:
    return f"<dl>{''.join(f'<dt>{_text(label)}</dt><dd>{_value(value)}</dd>' for label, value in block.rows)}</dl>"


def _table(block: Table) -> str:
    head = "".join(f"<th>{_text(column)}</th>" for column in block.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{_value(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
    return f"<table><tr>{head}</tr>{rows}</table>"


def _code(block: Code) -> str:
    from safetravel_cli.views import qr

    rows = qr.modules(block.text)
    size = len(rows) + 2 * QUIET
    dark = "".join(f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module)
    if not rows:
        return ""
    return (
        f'<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path d="{dark}"/></svg>'
    )


DRAW: "dict[type, Callable[[Any], str]]" = {
    Heading: lambda block: f"<h{block.level}>{_text(block.text)}</h{block.level}>",
    Text: lambda block: f"<p>{_text(block.text)}</p>",
    Source: lambda block: f'<p class="quiet">{_text(block.text)}</p>',
    Callout: lambda block: f'<p class="{block.kind}">{_text(block.text)}</p>',
    Items: lambda block: f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>",
    Verbatim: lambda block: f"<pre>{_text(chr(10).join(block.lines))}</pre>",
    Saying: _saying,
    Pairs: _pairs,
    Table: _table,
    Code: _code,
}


def _draw(block: object) -> str:
    draw = DRAW.get(type(block))
    return draw(block) if draw else ""
