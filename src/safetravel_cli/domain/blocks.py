"""The few shapes a page is made of. Pages build them, views draw them.

A no-break space (U+00A0) in any text holds a telephone number or a figure and its unit together; views never wrap there.
"""

from collections import namedtuple

NBSP = "\u00a0"

# level 1 is the title of the page, 2 a section.
Heading = namedtuple("Heading", "level text")
Text = namedtuple("Text", "text")
# The quiet line of a section: sources and dates.
Source = namedtuple("Source", "text")
# kind is danger, caution, note or good; the word that says so is part of the text.
Callout = namedtuple("Callout", "kind text")
# rows are (label, value); a value may be a list, then each of its items stands on a line of its own.
Pairs = namedtuple("Pairs", "rows")
# rows are tuples as long as columns; on narrow screens each row becomes `label: value` lines under its first cell.
Table = namedtuple("Table", "columns rows")
Items = namedtuple("Items", "items")
# Lines to be copied as they are: a ready message, a QR code. Never wrapped, never styled.
Verbatim = namedtuple("Verbatim", "lines")
