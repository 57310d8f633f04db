"""The page as PDF, by fpdf2 with HarfBuzz: letters joined and ordered as their script asks, in fonts that have them all.

Lines are broken here (views.wrap.units), measured in the font that draws them.
"""

from safetravel_cli.domain.blocks import BLANK, Callout, Code, Heading, Items, Pairs, Saying, Source, Text
from safetravel_cli.views.wrap import clean, release, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from safetravel_cli.views.fonts import Face

MARGIN_MM = 18
SIZES = {"local": 26, "value": 22, "title": 18, "heading": 13, "text": 11, "quiet": 8.5}
# Height of a line in millimetres for a point of its size; tall stacks of marks need the second.
LEADING = 0.5
TALL = 0.62
TALL_LANGUAGES = ("ur", "fa", "ar", "my", "km", "th", "lo", "hi", "bn", "ta", "si", "ne", "am")
CODE_MM = 50
LABEL_MM = 62


def available() -> bool:
    """Tell whether fpdf2 and HarfBuzz are installed."""
    try:
        import fpdf
        import uharfbuzz
    except ImportError:
        return False
    return bool(fpdf and uharfbuzz)


def words(blocks: "Iterable[object]") -> "tuple[str, str]":
    """Return all letters of a page that are in the language of the traveller, and all that stand in the language shown."""
    own: list[str] = []
    local: list[str] = []
    for block in blocks:
        if isinstance(block, Saying):
            local.append(block.text)
            own += [block.value or "", block.reading, block.meaning]
        elif isinstance(block, (Heading, Text, Source, Callout)):
            own.append(block.text)
        elif isinstance(block, Items):
            own += block.items
        elif isinstance(block, Pairs):
            own += [str(part) for row in block.rows for cell in row for part in (cell if isinstance(cell, list) else [cell])]
    return clean("".join(own)), clean("".join(local))


class Paper:
    """Pages of A4 on which blocks are drawn one under the other."""

    def __init__(self, title: str, own: "Face", local: "Face | None") -> None:
        from fpdf import FPDF

        self.pdf = FPDF(format="A4", unit="mm")
        self.pdf.set_margin(MARGIN_MM)
        self.pdf.set_auto_page_break(False)
        self.pdf.set_title(title)
        for name, face in (("own", own), ("local", local)):
            if face:
                if face.path.lower().endswith(".ttc"):
                    self.pdf.add_font(name, fname=face.path, collection_font_number=face.number)
                else:
                    self.pdf.add_font(name, fname=face.path)
        self.fallback = {"own": ["local"] if local else [], "local": ["own"]}
        self.pdf.add_page()

    def lines(self, parts: "Sequence[str]", width: float) -> "list[str]":
        """Put units into lines of at most `width` millimetres in the font that is set."""
        out = [""]
        for part in parts:
            if out[-1] and self.pdf.get_string_width(release(out[-1] + part.rstrip(" "))) > width:
                out.append("")
            out[-1] += part
        return [release(line.strip(" ")) for line in out if line.strip(" ")]

    def put(self, text: str, size: str, indent: float = 0.0, gap: float = 1.0, rule: bool = False) -> None:
        """Draw a paragraph in the traveller's language, `gap` millimetres below what stands above it."""
        self._font("own", SIZES[size], False, "")
        width = self.pdf.epw - indent
        drawn = [line for part in clean(text).split("\n") for line in self.lines(units(part, "space", ()), width)]
        height = SIZES[size] * LEADING
        self.room(gap + height * len(drawn))
        self.pdf.set_y(self.pdf.get_y() + gap)
        for line in drawn:
            self.pdf.set_x(self.pdf.l_margin + indent)
            self.pdf.cell(width, height, line, new_x="LMARGIN", new_y="NEXT")
        if rule:
            self.rule()

    def saying(self, block: Saying) -> None:
        """Draw a text to show, whole on one page."""
        tall = TALL if block.language in TALL_LANGUAGES else LEADING
        name = "own" if block.language == "en" else "local"
        self._font(name, SIZES["local"], block.right_to_left, block.language)
        parts = units(clean(block.text), block.breaks, [clean(piece) for piece in block.pieces])
        drawn = self.lines(parts, self.pdf.epw)
        height = SIZES["local"] * tall
        self.room(height * len(drawn) + self._below(block) + 8)
        self.pdf.set_y(self.pdf.get_y() + 4)
        self._font(name, SIZES["local"], block.right_to_left, block.language)
        for line in drawn:
            self.pdf.cell(self.pdf.epw, height, line, align="R" if block.right_to_left else "L", new_x="LMARGIN", new_y="NEXT")
        if block.value:
            self.value(block.value)
        if block.reading:
            self.put(block.reading, "text", gap=1.5)
        self.put(block.meaning, "text", gap=1.0)
        self.pdf.set_y(self.pdf.get_y() + 2)
        self.rule()

    def _below(self, block: Saying) -> float:
        """Return the height of all that stands under the text of a saying."""
        held = 0.0
        for text, size in ((block.value or "", "value"), (block.reading, "text"), (block.meaning, "text")):
            if text:
                self._font("own", SIZES[size], False, "")
                held += len(self.lines(units(clean(text), "space", ()), self.pdf.epw)) * SIZES[size] * LEADING + 2
        return held

    def value(self, text: str) -> None:
        """Draw what follows a saying: a number, an address, or a line to write on."""
        if text == BLANK:
            self.pdf.set_y(self.pdf.get_y() + 11)
            self.rule(90)
        else:
            self.put(text, "value", gap=1.0)

    def pairs(self, block: Pairs) -> None:
        """Draw labels and values side by side."""
        height = SIZES["text"] * LEADING
        for label, value in block.rows:
            blank = str(value) == BLANK
            self.room(14 if blank else 8)
            top = self.pdf.get_y() + (4 if blank else 1)
            self._font("own", SIZES["text"], False, "")
            self.pdf.set_y(top)
            for line in self.lines(units(clean(str(label)), "space", ()), LABEL_MM - 3):
                self.pdf.cell(LABEL_MM, height, line, new_x="LMARGIN", new_y="NEXT")
            below = self.pdf.get_y()
            if blank:
                self.pdf.line(self.pdf.l_margin + LABEL_MM, below, self.pdf.w - MARGIN_MM, below)
                continue
            self.pdf.set_y(top - 1)
            for text in value if isinstance(value, (list, tuple)) else [value]:
                self.put(str(text), "text", indent=LABEL_MM)
            self.pdf.set_y(max(below, self.pdf.get_y()))

    def code(self, block: Code) -> None:
        """Draw a QR code of 50 millimetres with its quiet zone."""
        from safetravel_cli.views import qr

        rows = qr.modules(block.text)
        if not rows:
            return
        self.room(CODE_MM)
        size = CODE_MM / (len(rows) + 8)
        top = self.pdf.get_y()
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    self.pdf.rect(self.pdf.l_margin + (x + 4) * size, top + (y + 4) * size, size, size, style="F")
        self.pdf.set_y(top + CODE_MM)

    def rule(self, width: "float | None" = None) -> None:
        """Draw a line across, or of a width in millimetres."""
        y = self.pdf.get_y()
        self.pdf.set_draw_color(120)
        self.pdf.line(self.pdf.l_margin, y, self.pdf.l_margin + (width or self.pdf.epw), y)

    def _font(self, name: str, size: float, right_to_left: bool, language: str) -> None:
        self.pdf.set_fallback_fonts(self.fallback[name], exact_match=False)
        self.pdf.set_font(name, size=size)
        side = "rtl" if right_to_left else "ltr"
        self.pdf.set_text_shaping(True, direction=side, language=language or None)

    def room(self, height: float) -> None:
        """Begin a page where this many millimetres are not left on it."""
        if self.pdf.get_y() + height > self.pdf.h - MARGIN_MM and self.pdf.get_y() > MARGIN_MM:
            self.pdf.add_page()


def render(blocks: "Iterable[object]", title: str, own: "Face", local: "Face | None") -> bytes:
    """Return a PDF of headings, texts, lists, pairs, sayings and codes; the fonts must have every letter (`words`)."""
    paper = Paper(title, own, local)
    for block in blocks:
        _draw(paper, block)
    return bytes(paper.pdf.output())


def _draw(paper: Paper, block: "Any") -> None:
    if isinstance(block, Heading):
        # A heading does not stand alone at the foot of a page.
        paper.room(45)
        paper.put(block.text, "title" if block.level == 1 else "heading", gap=1.0 if block.level == 1 else 4.0, rule=True)
    elif isinstance(block, (Text, Callout)):
        paper.put(block.text, "text", gap=2.0)
    elif isinstance(block, Source):
        paper.put(block.text, "quiet", gap=2.0)
    elif isinstance(block, Items):
        for item in block.items:
            paper.put("- " + item, "text")
    elif isinstance(block, Pairs):
        paper.pairs(block)
    elif isinstance(block, Saying):
        paper.saying(block)
    elif isinstance(block, Code):
        paper.code(block)
