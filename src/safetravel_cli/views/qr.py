"""A QR code in half blocks, to carry a link from this screen to a telephone."""

QUIET = 2
# Cells for a code where lines have no limit.
PAPER = 120


def lines(text: str, columns: int) -> "list[str]":
    """Return the lines of a QR code at most `columns` cells wide; none where it does not fit or segno is not installed."""
    matrix = modules(text)
    if not matrix:
        return []
    width = len(matrix[0]) + 2 * QUIET
    if width > columns:
        return []
    edge = [False] * QUIET
    blank = [False] * width
    rows = [blank] * QUIET + [edge + row + edge for row in matrix] + [blank] * QUIET
    rows += [blank] * (len(rows) % 2)
    # Light modules are drawn: on the dark ground that most terminals have, the code then reads as printed.
    signs = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return ["".join(signs[pair] for pair in zip(rows[at], rows[at + 1], strict=True)) for at in range(0, len(rows), 2)]


def modules(text: str) -> "list[list[bool]]":
    """Return the rows of a QR code, True where it is dark; none where the text is too long or segno is not installed."""
    try:
        import segno

        return [[bool(cell) for cell in row] for row in segno.make(text, error="l", micro=False).matrix]
    except Exception:
        return []
