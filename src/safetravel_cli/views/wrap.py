"""Width and wrapping of text on a terminal; a no-break space never breaks."""

from safetravel_cli.domain.blocks import NBSP


def width(text: str) -> int:
    """Return the number of terminal cells that a text takes."""
    # Up to the combining marks every character but the soft hyphen takes one cell.
    if text.isascii() or (max(text) < "\u0300" and "\u00ad" not in text):
        return len(text)
    import unicodedata

    cells = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me"):
            continue
        cells += 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
    return cells


def clean(text: str) -> str:
    """Drop what could steer a terminal: control characters but line ends, and bidirectional controls."""
    # A no-break space is not printable, but holds a telephone number together.
    if text.replace(NBSP, " ").isprintable():
        return text
    import unicodedata

    return "".join(
        char
        for char in text
        if char == "\n" or char == "\u200d" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    )


def wrap(text: str, columns: int, indent: str = "", hang: "str | None" = None) -> "list[str]":
    """Break a text at blanks into lines of at most `columns` cells (0: no limit).

    `indent` starts the first line, `hang` the others. A word longer than a line stands alone and whole: a
    telephone number is never cut.
    """
    hang = indent if hang is None else hang
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        line, start = "", indent if not lines else hang
        for word in _words(paragraph):
            joined = line + " " + word if line else word
            if columns and line and width(start) + width(joined) > columns:
                lines.append((start + line).rstrip())
                line, start = word, hang
            else:
                line = joined
        lines.append((start + line).rstrip())
    return lines


def _words(text: str) -> "list[str]":
    """Split at blanks, but keep an international number that stands in a sentence together: `+81 50 3816 2787.`"""
    words = text.split(" ")
    if "+" not in text:
        return words
    out: list[str] = []
    open_number = False
    for word in words:
        bare = word.strip("().,;:")
        if open_number and bare.isdigit() and bare.isascii():
            out[-1] += NBSP + word
            open_number = word[-1:].isdigit()
            continue
        out.append(word)
        open_number = bare[:1] == "+" and bare[1:].isdigit() and word[-1:].isdigit()
    return out


def release(text: str) -> str:
    """Turn no-break spaces into blanks once the lines are made."""
    return text.replace(NBSP, " ")
