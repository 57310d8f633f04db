"""The few shapes a page is made of. Pages build them, views draw them.

A no-break space (U+00A0) in any text holds a telephone number or a figure and its unit together; views never wrap there.
Plain classes: nine named tuples would cost the direct door a millisecond.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

NBSP = "\u00a0"
# A line to write on by hand, where a value is not known.
BLANK = "_" * 20


class Block:
    """A part of a page; two are equal when they are of one shape and say the same."""

    __slots__: "tuple[str, ...]" = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(repr(getattr(self, name)) for name in self.__slots__)})"


class Heading(Block):
    """Level 1 is the title of the page, 2 a section."""

    __slots__ = ("level", "text")

    def __init__(self, level: int, text: str) -> None:
        self.level = level
        self.text = text


class Text(Block):
    """A sentence or paragraph."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Source(Block):
    """The quiet line of a section: sources and dates."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Callout(Block):
    """Kind is danger, caution, note or good; the word that says so is part of the text."""

    __slots__ = ("kind", "text")

    def __init__(self, kind: str, text: str) -> None:
        self.kind = kind
        self.text = text


class Pairs(Block):
    """Rows are (label, value); a value may be a list, then each of its items stands on a line of its own."""

    __slots__ = ("rows",)

    def __init__(self, rows: "Sequence[tuple[Any, ...]]") -> None:
        self.rows = rows


class Link(Block):
    """An address of the web or of a map, as a value of Pairs: `text` where the terminal has links, else the address itself."""

    __slots__ = ("text", "url")

    def __init__(self, text: str, url: str) -> None:
        self.text = text
        self.url = url

    def __str__(self) -> str:
        return self.url


class Table(Block):
    """Rows are tuples as long as columns; on narrow screens each row becomes `label: value` lines under its first cell."""

    __slots__ = ("columns", "rows")

    def __init__(self, columns: "Sequence[str]", rows: "Sequence[tuple[Any, ...]]") -> None:
        self.columns = columns
        self.rows = rows


class Items(Block):
    """A list, one line each."""

    __slots__ = ("items",)

    def __init__(self, items: "Sequence[str]") -> None:
        self.items = items


class Verbatim(Block):
    """Lines to be copied as they are: a ready message, a QR code. Never wrapped, never styled."""

    __slots__ = ("lines",)

    def __init__(self, lines: "Sequence[str]") -> None:
        self.lines = lines


class Saying(Block):
    """A text to show to somebody, in their language, above what it means.

    `text` stands in the language `language` (BCP 47); `breaks` says where its lines may break: space, any (between any two
    characters) or piece (only between `pieces`, which joined are the text). `value` follows on a line of its own: what the
    traveller gives, BLANK to write on, None for nothing. `reading` tells how it is spoken, `meaning` what it says.
    """

    __slots__ = ("breaks", "language", "meaning", "pieces", "reading", "right_to_left", "text", "value")

    def __init__(
        self,
        text: str,
        language: str,
        right_to_left: bool,
        breaks: str,
        pieces: "Sequence[str]",
        value: "str | None",
        reading: str,
        meaning: str,
    ) -> None:
        self.text = text
        self.language = language
        self.right_to_left = right_to_left
        self.breaks = breaks
        self.pieces = pieces
        self.value = value
        self.reading = reading
        self.meaning = meaning


class Code(Block):
    """A QR code of a text; a terminal that is too narrow for it shows nothing."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text
