"""Width and wrapping of text on a terminal; a no-break space never breaks."""

from safetravel_cli.domain.blocks import NBSP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def width(text: str) -> int:
    """Return the number of terminal cells that a text takes."""
    # Up to the combining marks every character but the soft hyphen takes one cell.
    if text.isascii() or (max(text) < "\u0300" and "\u00ad" not in text):
        return len(text)
    import unicodedata

    cells = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me", "Mn"):
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
        # Persian and the scripts of India join and part letters by these two.
        if char in "\n\u200c\u200d" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
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


# No line begins with these, none ends with those.
CLOSING = frozenset("、。，．：；！？）」』】〉》”’…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;!?)]}%")
OPENING = frozenset("（「『【〈《“‘([{")


def units(text: str, breaks: str, pieces: "Sequence[str]") -> "list[str]":
    """Cut a text where its lines may break: space (behind each blank), piece (as `pieces` cut it), any (between characters).

    Joined, the units are the text. Latin words, figures and what holds on to a neighbour (CLOSING, OPENING) stay whole.
    """
    if breaks == "piece" and "".join(pieces) == text:
        return list(pieces)
    if breaks != "any":
        words = text.split(" ")
        return [word + " " for word in words[:-1]] + words[-1:]
    out: list[str] = []
    for char in text:
        last = out[-1][-1] if out else ""
        held = char in CLOSING or last in OPENING or char == " " or (char < "\u1100" and last < "\u1100" and last != " ")
        if out and held:
            out[-1] += char
        else:
            out.append(char)
    return out


def fill(parts: "Sequence[str]", columns: int) -> "list[str]":
    """Put units into lines of at most `columns` cells (0: no limit); one that is longer stands alone and whole."""
    lines = [""]
    for part in parts:
        if columns and lines[-1] and width(lines[-1]) + width(part.rstrip()) > columns:
            lines.append("")
        lines[-1] += part
    return [line.strip() for line in lines if line.strip()]


def release(text: str) -> str:
    """Turn no-break spaces into blanks once the lines are made."""
    return text.replace(NBSP, " ")
