"""What a page becomes outside the terminal: a file of HTML or PDF, a QR code."""

import os

from safetravel_cli import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.views.fonts import Face

# A denser code than this is hard to scan from paper: version 15, 77 modules.
PAPER_CELLS = 81
# From here on a letter belongs to a script other than Latin with its marks.
NATIVE = "\u0370"
LATIN_TOO = ("\u1e00", "\u2bff")


def finish(data: "dict[str, Any]", arguments: "dict[str, object]", env: "Env") -> None:
    """Add `qr` to the data of a card and write the files asked for with --html and --pdf, which `written` then names.

    Raises:
        UsageError: a file cannot be written, a library is missing. NotFound: no font has the letters.
    """
    files = [(kind, str(arguments[kind])) for kind in ("html", "pdf") if arguments.get(kind)]
    if arguments.get("qr"):
        data["qr"] = code([_line(phrase) for phrase in data["phrases"]], data["own"], env, bool(files))
    if not files:
        return
    from safetravel_cli.i18n import Say
    from safetravel_cli.pages import card

    say = Say(env.language)
    blocks = card.page(data, say, paper=True)
    title = card.title(data, say)
    for kind, path in files:
        if kind == "html":
            from safetravel_cli.views import html_view

            write(path, html_view.render(blocks, title, env.language).encode("utf-8", "replace"))
            data["written"].append({"format": kind, "path": path, "fonts": []})
        else:
            faces = pdf(blocks, title, data["language"] or ENGLISH, path, arguments, env)
            data["written"].append({"format": kind, "path": path, "fonts": faces})


ENGLISH = {"language": "en", "script": "Latn", "name_en": "English", "name_id": "Inggris"}


def _line(phrase: "dict[str, Any]") -> str:
    return str(phrase["text"]) + (f" {phrase['value']}" if phrase["value"] else "")


def code(lines: "list[str]", own: "list[dict[str, str]]", env: "Env", paper: bool) -> "dict[str, object]":
    """Return the text of a QR code that fits: as many whole lines as there is room for, `held` of `count`."""
    from safetravel_cli.views import qr

    lines = [f"{row['name']}: {row['value']}" for row in own if row["value"]] + lines
    room = PAPER_CELLS if paper else env.columns or qr.PAPER
    for held in range(len(lines), 0, -1):
        text = "\n".join(lines[:held])
        if qr.lines(text, room):
            return {"text": text, "held": held, "count": len(lines)}
    return {"text": "", "held": 0, "count": len(lines)}


def write(path: str, content: bytes) -> None:
    """Write a file whole or not at all, in the place of what bears its name.

    Raises:
        UsageError: it cannot be written.
    """
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            file.write(content)
        os.replace(part, path)
    except OSError as error:
        if os.path.isfile(part):
            os.remove(part)
        raise errors.UsageError("card.unwritable", path=path, reason=error.strerror or str(error)) from None


def pdf(
    blocks: "list[object]",
    title: str,
    language: "dict[str, Any]",
    path: str,
    arguments: "dict[str, object]",
    env: "Env",
) -> "list[str]":
    """Write a PDF and return the names of the fonts in it.

    Raises:
        UsageError: no library, no font in the file given, nothing can be written. NotFound: no font has the letters.
    """
    from safetravel_cli.views import pdf_view

    if not pdf_view.available():
        raise errors.UsageError("card.no_pdf", path=os.path.splitext(path)[0])
    own_text, local_text = pdf_view.words(blocks)
    own, local = _faces(own_text, local_text, language, str(arguments.get("font") or ""), env)
    write(path, pdf_view.render(blocks, title, own, local))
    return list(dict.fromkeys(face.name for face in (local, own)))


def _faces(own_text: str, local_text: str, language: "dict[str, Any]", given: str, env: "Env") -> "tuple[Face, Face]":
    """Return a font for the traveller's language and one for that of the card, which together have every letter."""
    from safetravel_cli.views import fonts

    script, tag, environ = str(language["script"]), str(language["language"]), env.environ
    latin = "".join(sorted({char for char in own_text + local_text if _is_latin(char)}))
    native = "".join(sorted({char for char in local_text if not _is_latin(char)}))
    name = str(language["name_id" if env.language == "id" else "name_en"])
    held = _given(given, tag, native or latin, name) if given else None
    own = held if held and not native else fonts.find(latin, "Latn", "", environ)
    if not own:
        raise errors.NotFound("card.no_font_letters", letters="A-Z", font=fonts.RECOMMENDED["Latn"])
    local = held or (fonts.find(native, script, tag, environ) if native else own)
    if not local:
        raise errors.NotFound("card.no_font", language=name, font=fonts.RECOMMENDED.get(script, "Noto Sans"))
    rest = "".join(char for char in own_text + local_text if not own.has(char) and not local.has(char))
    if rest:
        raise errors.NotFound("card.no_font_letters", letters=" ".join(sorted(set(rest))[:12]), font="Noto Sans CJK")
    return own, local


def _given(path: str, tag: str, letters: str, language: str) -> "Face":
    """Read the font that was named, and refuse one that would draw boxes."""
    from safetravel_cli.views import fonts

    try:
        face = fonts.read(path, tag)
    except ValueError:
        raise errors.UsageError("card.bad_font", path=path) from None
    if not face.has(letters):
        raise errors.UsageError("card.font_lacks", path=path, language=language)
    return face


def _is_latin(char: str) -> bool:
    return char < NATIVE or LATIN_TOO[0] <= char <= LATIN_TOO[1]
